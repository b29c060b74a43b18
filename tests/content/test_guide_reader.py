"""Guides of lessons: read with their places; what would fail in front of a class is found at its word."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.checks.guides import check_guide
from game.content.files.guide_reader import guide_file, read_guide
from game.content.files.scenario_reader import parse_scenario, read_scenario
from game.content.format.diagnostics import Diagnostic
from game.content.format.slugs import SLUGS
from game.content.guide_report import check_guide_file
from game.resources import data_folder
from game.story.class_play import judged_places, play_path
from game.story.guide import Guide, JudgedPlace, PlanStep, Standard
from game.story.model import Message, Scenario

GUIDES = sorted(data_folder("scenarios").glob("*/guide.yaml"))
GOOD = """\
story: small
path: [stop_here, teacher/1, parent_or_carer/1]
minutes: 20
aims: {pupils: [I can see a catch.], teacher: [Pupils see a catch.]}
plan:
  - {minutes: 2, part: ground_rules, text: Rules first.}
  - {minutes: 12, part: story, text: Read and vote.}
  - {minutes: 6, part: close, text: Thank them.}
votes: [start/4, start/1, start/2, start/3]
questions:
  before: [What makes a good present?]
  during: [{at: start/3, ask: What comes with it?}]
  after: [What did Kai do that was not OK?]
unplugged: Read from paper.
for_withdrawn: Draw a swap table.
extension: Write a fine message.
home: "Only if you like: ask about a present."
vocabulary: [{word: swap, means: Give and get.}]
support: {reading: Read aloud., language: Use plain words., attention: Count the votes.}
standards:
  - {framework: A, edition: "2020", topic: Friends, code: A1, url: "https://example.org/a", verified_on: 2026-11-24}
  - {framework: B, edition: "", topic: Asking}
notes: [Kai is not explained.]
"""


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    text = (Path(__file__).parents[1] / "data" / "good" / "small.yaml").read_text(encoding="utf-8")
    scenario = parse_scenario(text).scenario
    assert scenario is not None
    return scenario


def checked(file: Path, scenario: Scenario) -> tuple[Guide | None, tuple[Diagnostic, ...]]:
    """Return what was read of a guide, and every finding of the rules too."""
    reading = read_guide(file, scenario)
    return reading.guide, check_guide(reading)


def read(tmp_path: Path, scenario: Scenario, text: str) -> tuple[Guide | None, list[tuple[str, int, int]]]:
    file = tmp_path / "small.yaml"
    file.write_text(text, encoding="utf-8")
    guide, found = checked(file, scenario)
    return guide, [(one.slug, one.span.line, one.span.column) for one in found]


def test_a_sound_guide_becomes_a_value_whole(tmp_path: Path, scenario: Scenario) -> None:
    guide, found = read(tmp_path, scenario, GOOD)
    assert found == []
    assert guide is not None
    assert guide.path == ("stop_here", "teacher/1", "parent_or_carer/1")
    assert guide.minutes == 20
    assert guide.plan[1] == PlanStep(minutes=12, part="story", text="Read and vote.")
    assert guide.questions.during[0].at == JudgedPlace("start", 3)
    assert guide.support["language"] == "Use plain words."
    assert guide.standards[0].shows_code
    assert guide.standards[1] == Standard(framework="B", topic="Asking")
    assert not guide.is_derived


def test_votes_come_in_the_order_of_reading(tmp_path: Path, scenario: Scenario) -> None:
    guide, _ = read(tmp_path, scenario, GOOD)
    assert guide is not None
    assert [vote.number for vote in guide.votes] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("old", "new", "slug", "at"),
    [
        ("story: small", "story: smal", "guide-story", "smal"),
        ("[stop_here,", "[stop_hre,", "guide-path", "stop_hre"),
        (", parent_or_carer/1]", "]", "guide-path", "path"),
        ("parent_or_carer/1]", "parent_or_carer/1, more]", "guide-path", "more]"),
        ("teacher/1", "teacher", "guide-path", "teacher,"),
        ("minutes: 20", "minutes: 40", "guide-minutes", "40"),
        ("minutes: 20", "minutes: 45", "unknown-value", "45"),
        ("minutes: 12", "minutes: 0", "bad-number", "0, part"),
        ("part: story", "part: storry", "unknown-value", "storry"),
        ("part: ground_rules", "part: starter", "guide-order", "starter"),
        ("part: close", "part: plenary", "guide-order", "plenary"),
        ("[start/4, start/1", "[start/9, start/1", "guide-place", "start/9"),
        ("[start/4, start/1", "[strat/4, start/1", "guide-place", "strat/4"),
        ("[start/4, start/1", "[start, start/1", "guide-place", "start, "),
        ("[start/4, start/1", "[telling/1, start/1", "guide-place", "telling/1"),
        ("[start/4, start/1", "[start/3, start/1", "repeated-entry", "start/3]"),
        ("[start/4, start/1", "[start/Good evening, start/1", "guide-place", "start/Good evening"),
        ("[start/4, start/1", "[start/4, start/Do not tell, start/1", "repeated-entry", "start/Do"),
        ("[start/4, start/1", "[pushed/Just this once, start/1", "guide-place", "pushed/Just"),
        ("start/3]", "start/3, a/1, b/1, c/1]", "too-many", "c/1"),
        ("at: start/3", "at: start/7", "guide-place", "start/7"),
        ("What did Kai do that", "What should Sam have done that", "should-have", "What should"),
        ("What makes a good", "Should Noor not have had a good", "should-have", "Should Noor"),
        ("What comes with it?", "Sam shouldn't have said that?", "should-have", "Sam shouldn't"),
        ("ask about a present.", "ask what Sam should have said.", "should-have", '"Only if'),
        ("verified_on: 2026-11-24", "verified_on: 24.11.2026", "bad-date", "24.11.2026"),
        (", verified_on: 2026-11-24", "", "standard-unverified", "A1"),
        ('url: "https://example.org/a", ', "", "standard-unverified", "A1"),
        ("for_withdrawn: Draw a swap table.\n", "", "missing-key", "story"),
        ("attention: Count the votes.", "atention: Count the votes.", "unknown-key", "atention"),
        ("Read from paper.", "Read www.example.org aloud.", "web-address", "www"),
        ("Thank them.", "Call 020 7946 0958 now.", "phone-number", "020"),
        ("I can see a catch.", f"I can {'really ' * 18}see a catch.", "long-line", "I can"),
        ("Rules first.", "Rules \u202efirst.", "invisible-character", "\u202e"),
    ],
)
def test_what_does_not_fit_is_found_at_its_word(
    tmp_path: Path, scenario: Scenario, old: str, new: str, slug: str, at: str
) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    before, _, _ = text.partition(at)
    _, found = read(tmp_path, scenario, text)
    assert (slug, before.count("\n") + 1, len(before) - before.rfind("\n")) in found
    # A vote in a place that is none is found as that, too.
    assert {one[0] for one in found} <= {slug, "guide-place"}


def test_votes_and_questions_point_at_messages_by_words_as_by_numbers(tmp_path: Path, scenario: Scenario) -> None:
    by_number, _ = read(tmp_path, scenario, GOOD)
    words = GOOD.replace("[start/4, start/1,", '["start/Do not tell", start/good game,').replace(
        "at: start/3", "at: start/Here is"
    )
    by_words, found = read(tmp_path, scenario, words)
    assert found == []
    assert by_words == by_number


def test_a_vote_on_talk_says_that_nothing_is_judged_there(tmp_path: Path, small_story: str) -> None:
    talk = parse_scenario(small_story.replace("    - later: That", "    - noor: Bye!\n    - later: That")).scenario
    assert talk is not None
    file = tmp_path / "small.yaml"
    file.write_text(GOOD.replace("[start/4,", "[start/bye,"), encoding="utf-8")
    _, (one,) = checked(file, talk)
    assert (one.slug, one.message) == (
        "guide-place",
        "Nothing is judged in the message of `start` that begins with `bye`.",
    )


def test_what_does_not_fit_the_story_leaves_no_guide_and_a_note_leaves_it_whole(
    tmp_path: Path, scenario: Scenario
) -> None:
    for old, new in (("minutes: 20", "minutes: 21"), ("start/4, start/1", "start/4, telling/1"), ("[stop_here", "[no")):
        assert GOOD.count(old) == 1
        guide, found = read(tmp_path, scenario, GOOD.replace(old, new))
        assert guide is None
        assert len(found) == 1
    guide, _ = read(tmp_path, scenario, GOOD.replace(", verified_on: 2026-11-24", ""))
    assert guide is not None
    assert not guide.standards[0].shows_code


def test_votes_that_are_nearly_all_signs_are_a_warning(tmp_path: Path, scenario: Scenario) -> None:
    fewer = GOOD.replace("[start/4, start/1, start/2, start/3]", "[start/3, start/4, start/1]")
    assert read(tmp_path, scenario, fewer)[1] == []
    text = (Path(__file__).parents[1] / "data" / "good" / "small.yaml").read_text(encoding="utf-8")
    more = text.replace("- later: That evening", "- kai: Pay me.\n      sign: gift_with_strings\n      why: A debt.")
    changed = parse_scenario(more).scenario
    assert changed is not None
    votes = GOOD.replace("start/1, start/2, start/3]", "start/5, start/3]")
    assert read(tmp_path, changed, votes)[1] == [("vote-share", 9, 1)]


@pytest.mark.parametrize(
    "question",
    [
        "Why should Kai not have asked?",
        "Kai should not have asked. What can Sam do now?",
        "What should the first adult have said?",
        "What does Sam have to do?",
        "What should we have to do that?",
        "What can Sam do now?",
        "Who could have helped?",
    ],
)
def test_a_question_that_blames_no_child_passes(tmp_path: Path, scenario: Scenario, question: str) -> None:
    assert read(tmp_path, scenario, GOOD.replace("What did Kai do that was not OK?", question))[1] == []


@pytest.mark.parametrize(
    "question",
    [
        "What should Sam have done?",
        "What should the child have said to Kai?",
        "Should she have told somebody?",
        "What could Sam have done?",
        "Sam shouldn’t have answered, right?",
        "What ought you to have done?",
        "Ought Sam not to have told?",
        "Who thinks that Noor should have told?",
    ],
)
def test_a_question_that_blames_a_child_is_an_error(tmp_path: Path, scenario: Scenario, question: str) -> None:
    guide, found = read(tmp_path, scenario, GOOD.replace("What did Kai do that was not OK?", f'"{question}"'))
    assert found == [("should-have", 13, 11)]
    assert SLUGS["should-have"].severity == "error"
    assert guide is not None


@pytest.mark.parametrize("text", ["", "- a\n", "story: [", "story:\n", "a: {b: {c: d}}\n", "\x00"])
def test_a_file_that_is_no_guide_gives_findings_and_no_guide(tmp_path: Path, scenario: Scenario, text: str) -> None:
    guide, found = read(tmp_path, scenario, text)
    assert guide is None
    assert found


def test_a_guide_that_is_not_there_is_a_finding(tmp_path: Path, scenario: Scenario) -> None:
    guide, found = checked(tmp_path / "none.yaml", scenario)
    assert guide is None
    assert [one.slug for one in found] == ["file-missing"]


@given(at=st.integers(0, len(GOOD) - 1), what=st.sampled_from(["", "{", "]", ": ", "\n", "- ", "'", "x", "0", "/"]))
def test_a_damaged_guide_never_raises_and_every_finding_points_into_it(
    tmp_path_factory: pytest.TempPathFactory, scenario: Scenario, at: int, what: str
) -> None:
    text = GOOD[:at] + what + GOOD[at + 1 :]
    file = tmp_path_factory.getbasetemp() / "damaged.yaml"
    file.write_text(text, encoding="utf-8")
    guide, found = checked(file, scenario)
    if guide is None:
        assert any(one.is_error for one in found)
    else:
        assert play_path(scenario, guide.path).is_whole
        assert all(vote in judged_places(scenario) for vote in guide.votes)
    for one in found:
        assert 1 <= one.span.line <= text.count("\n") + 1
        assert one.message.endswith((".", "?"))


@pytest.mark.parametrize("file", GUIDES, ids=lambda file: file.parent.name)
def test_a_shipped_guide_has_no_finding_and_half_of_its_votes_are_fine(file: Path) -> None:
    assert check_guide_file(file) == ()
    scenario = read_scenario(file.parent / "scenario.yaml").scenario
    assert scenario is not None
    guide = read_guide(file, scenario).guide
    assert guide is not None
    assert guide.minutes == (20 if scenario.kind == "booster" else 40)
    assert len(guide.votes) == 6
    places = judged_places(scenario)
    votes = [scenario.beat_at(places[vote]) for vote in guide.votes]
    fine = sum(isinstance(beat, Message) and beat.read == "fine" for beat in votes)
    assert fine == (6 if scenario.nothing_is_wrong else 3)
    assert guide.standards
    assert not any(standard.code for standard in guide.standards)


def test_the_story_s_own_guide_comes_before_the_shipped_one(tmp_path: Path) -> None:
    shipped = guide_file("free-skins", tmp_path)
    assert shipped is not None
    assert shipped == data_folder("scenarios") / "free-skins" / "guide.yaml"
    (tmp_path / "guide.yaml").write_text("story: free-skins\n", encoding="utf-8")
    assert guide_file("free-skins", tmp_path) == tmp_path / "guide.yaml"
    assert guide_file("no-such-story") is None
