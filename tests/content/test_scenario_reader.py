"""A story's file becomes a Scenario, as far as it can be read; where everything stands is kept beside it."""

from pathlib import Path

import pytest

from game.content.checks import check_reading
from game.content.files.catalogue import Catalogue
from game.content.files.scenario_reader import parse_scenario, read_scenario
from game.story.model import Choice, Ending, In, Message, Note, Place, Rehearse

STORIES = Path(__file__).parents[1] / "data" / "stories"


def test_the_beats_come_in_the_order_of_the_file(small_story: str) -> None:
    scenario = parse_scenario(small_story).scenario
    assert scenario is not None
    kinds = [type(beat).__name__ for beat in scenario.first_scene.beats]
    assert kinds == ["In", "Note", "Message", "Message", "Later", "In", "Message", "Message", "Pulse", "Choice"]
    assert scenario.friend.id == "sam"
    assert scenario.people["kai"].short_name == "Kai"
    assert scenario.people["kai"].facts.unsafe


def test_optional_keys_have_their_defaults(small_story: str) -> None:
    scenario = parse_scenario(small_story).scenario
    assert scenario is not None
    assert (scenario.kind, scenario.level, scenario.series, scenario.is_draft) == ("story", 1, None, True)
    assert scenario.people["sam"].facts.age_group == "unknown"


@pytest.mark.parametrize(("written", "age"), [("1", 1), ("13", 13), ('"13"', 13), ("120", 120)])
def test_the_age_that_somebody_says_is_a_whole_number(small_story: str, written: str, age: int) -> None:
    story = small_story.replace("name: Kai_77,", f"name: Kai_77, says_age: {written},")
    reading = parse_scenario(story)
    assert reading.diagnostics == ()
    assert reading.scenario is not None
    assert reading.scenario.people["kai"].says_age == age
    assert reading.scenario.people["noor"].says_age is None


@pytest.mark.parametrize("written", ["0", "121", "-3", "13 years", "thirteen", "12.5", "13+"])
def test_an_age_that_is_no_number_of_years_is_found_at_its_place(small_story: str, written: str) -> None:
    story = small_story.replace("name: Kai_77,", f"name: Kai_77, says_age: {written},")
    (found,) = parse_scenario(story).diagnostics
    line = story.split("\n")[found.span.line - 1]
    assert found.slug == "bad-number"
    assert "from 1 to 120" in found.message
    assert line[found.span.column - 1 :].startswith(written)


def test_every_kind_of_message_is_read() -> None:
    scenario = read_scenario(STORIES.parent / "good" / "stickers-calls-reactions.yaml").scenario
    assert scenario is not None
    messages = [message for _, message in scenario.messages()]
    sticker = next(message for message in messages if message.sticker)
    assert sticker.sticker is not None
    assert sticker.sticker.says == "Noor waves"
    assert sticker.react is not None
    assert sticker.react.with_ == "heart"
    assert any(message.call == "declined" for message in messages)
    hidden = read_scenario(STORIES / "quiet-week" / "scenario.yaml").scenario
    assert hidden is not None
    tile = next(message for _, message in hidden.messages() if message.hidden)
    assert (tile.text, tile.signs, tile.counts) == (None, ("threat_blackmail",), False)


def test_a_story_without_chats_has_one_with_everybody_in_it() -> None:
    scenario = read_scenario(STORIES / "lunch-swap" / "scenario.yaml").scenario
    assert scenario is not None
    (chat,) = scenario.chats.values()
    assert chat.people == ("ada", "rolf", "mo")


def test_a_telling_that_does_not_help_is_read_with_the_next_one() -> None:
    scenario = read_scenario(STORIES / "quiet-week" / "scenario.yaml").scenario
    assert scenario is not None
    first, second, ending = scenario.scenes["telling"].beats
    assert isinstance(first, Rehearse)
    assert isinstance(second, Rehearse)
    assert (first.helps, second.kind, second.helps) == (False, "keep_telling", True)
    assert isinstance(ending, Ending)


@pytest.mark.parametrize(
    ("old", "new", "keys", "scenes"),
    [
        ("", "", set(), set()),
        ("band: 11-13", "band: 9", {"band"}, set()),
        ("part: friend", "part: foe", {"people"}, set()),
        ("unsafe: yes", "unsafe: maybe", {"unsafe"}, set()),
        ("- pulse: kai", "- what: kai", set(), {"start"}),
        ("    - go: telling", "    - go: [telling]", set(), {"pushed"}),
        ("scenes:", "scenes: nothing\nolder_scenes:", {"scenes"}, set()),
    ],
)
def test_what_cannot_be_read_is_named_as_a_gap_and_only_that(
    small_story: str, old: str, new: str, keys: set[str], scenes: set[str]
) -> None:
    reading = parse_scenario(small_story.replace(old, new, 1) if old else small_story)
    assert (reading.gaps.keys, reading.gaps.scenes) == (keys, scenes)
    assert reading.gaps.in_any_scene == bool(scenes or "scenes" in keys)
    assert not reading.gaps.in_any_scene or reading.scenario is None


def test_spans_point_at_beat_words_values_and_keys(small_story: str) -> None:
    reading = parse_scenario(small_story, "s.yaml")
    lines = small_story.split("\n")

    def word(*steps: str | int) -> str:
        span = reading.spans.value(*steps)
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]

    assert word("title") == "The free sail"
    assert word("scenes", "start", 9, "options", 1, "id") == "take_it"
    assert word("teaches", "signs", 1) == "secrecy_request"
    assert lines[reading.beat_span(Place("start", 8)).line - 1] == "    - pulse: kai"
    assert reading.spans.key("scenes", "telling").line == lines.index("  telling:") + 1


def test_a_path_that_leads_nowhere_gives_the_nearest_thing_around_it(small_story: str) -> None:
    spans = parse_scenario(small_story).spans
    assert spans.value("scenes", "start", 99) == spans.key("scenes", "start")
    assert not spans.has("scenes", "start", 99)


def test_a_review_counts_only_when_it_is_whole(small_story: str) -> None:
    whole = "review: {safeguarding: {by: A, role: b, on: 2026-01-31}, educator: {by: C, role: d, on: 2026-02-01}}\n"
    scenario = parse_scenario(small_story.replace("origin:", whole + "origin:")).scenario
    assert scenario is not None
    assert not scenario.is_draft
    half = parse_scenario(small_story.replace("origin:", "review: {educator: {by: C, on: 2026-02-01}}\norigin:"))
    assert half.scenario is not None
    assert half.scenario.is_draft
    assert [one.slug for one in half.diagnostics] == ["missing-key"]


def test_an_unreadable_beat_leaves_no_story_to_play_and_no_false_findings(
    small_story: str, catalogue: Catalogue
) -> None:
    broken = small_story.replace(
        "    - ending: helped\n      line: They told the game together.", "    - endng: helped"
    )
    reading = parse_scenario(broken)
    assert reading.scenario is None
    assert reading.draft is not None
    assert [one.slug for one in check_reading(reading, catalogue) if one.is_error] == ["unknown-beat"]


def test_a_wrong_word_keeps_the_story_playable(small_story: str) -> None:
    reading = parse_scenario(small_story.replace("move: risky", "move: rsky"))
    assert reading.scenario is not None
    assert reading.has_errors


def test_what_is_no_map_is_no_story() -> None:
    for text in ("- a\n- b\n", "hello\n", "[]", "{}", "'x'"):
        reading = parse_scenario(text)
        assert reading.scenario is None
        assert reading.has_errors


@pytest.mark.parametrize("kind", [In, Message, Note, Choice])
def test_indexes_of_beats_are_those_of_the_file(kind: type, small_story: str) -> None:
    reading = parse_scenario(small_story)
    assert reading.scenario is not None
    for scene in reading.scenario.scenes.values():
        for index, beat in enumerate(scene.beats):
            if isinstance(beat, kind):
                line = small_story.split("\n")[reading.beat_span(Place(scene.id, index)).line - 1]
                assert line.startswith("    - ")


def test_a_reminder_alone_is_a_note_and_no_beat(small_story: str, catalogue: Catalogue) -> None:
    text = small_story.replace("    - pulse: kai", "    - todo: one more message\n    - pulse: kai")
    reading = parse_scenario(text)
    assert reading.scenario == parse_scenario(small_story).scenario
    assert [one.slug for one in check_reading(reading, catalogue)] == ["draft", "todo"]
    line = text.split("\n").index("    - pulse: kai") + 1
    assert reading.beat_span(Place("start", 8)).line == line
