"""Play-throughs: read, put in playing order, and run; whatever does not fit is found at its word."""

import re
from pathlib import Path

import pytest

from game.content.files.plays_reader import check_plays, load_plays
from game.content.files.scenario_reader import parse_scenario
from game.resources import data_folder
from game.story.model import Place, Scenario
from game.story.plays import AnswerPulse, Choose, Judge, RehearsePick

EXAMPLE = Path(__file__).parents[2] / "docs" / "checks" / "example"
GOOD = """\
name: looks at two messages, tries the sail, then tells
judge:
  - {scene: start, message: 2, as: fine}
  - {scene: start, message: 3, as: not_ok, sign: gift_with_strings}
pulse: [{scene: start, pulse: 1, as: keep_looking}]
choose: [take_it, tell_now, teacher/1, parent_or_carer/1]
reaches: telling
counts: {hits: 1, correct: 1, untouched: 2}
"""


@pytest.fixture
def scenario(small_story: str) -> Scenario:
    scenario = parse_scenario(small_story).scenario
    assert scenario is not None
    return scenario


def write(folder: Path, text: str, name: str = "a.yaml") -> Path:
    (folder / "plays").mkdir(exist_ok=True)
    (folder / "plays" / name).write_text(text, encoding="utf-8")
    return folder


def found(folder: Path, scenario: Scenario) -> list[tuple[str, int]]:
    return [(one.slug, one.span.line) for one in check_plays(folder, scenario)]


def test_inputs_come_in_playing_order(tmp_path: Path, scenario: Scenario) -> None:
    (through,), diagnostics = load_plays(write(tmp_path, GOOD), scenario)
    assert diagnostics == ()
    assert through.play.inputs == (
        Judge(Place("start", 3), "fine"),
        Judge(Place("start", 6), "not_ok", "gift_with_strings"),
        AnswerPulse(Place("start", 8), "keep_looking"),
        Choose("take_it"),
        Choose("tell_now"),
        RehearsePick("teacher", 1),
        RehearsePick("parent_or_carer", 1),
    )
    assert (through.reaches, dict(through.counts)) == ("telling", {"hits": 1, "correct": 1, "untouched": 2})
    assert found(tmp_path, scenario) == []


WORDS = GOOD.replace("message: 2", 'message: "Want my blue sail"').replace("message: 3", "message: here is the")


def test_a_message_is_pointed_at_by_its_beginning_as_by_its_number(tmp_path: Path, scenario: Scenario) -> None:
    (by_number,), _ = load_plays(write(tmp_path, GOOD), scenario)
    (by_words,), diagnostics = load_plays(write(tmp_path, WORDS.replace("pulse: 1", "pulse: kai")), scenario)
    assert diagnostics == ()
    assert by_words == by_number


@pytest.fixture
def talk(small_story: str) -> Scenario:
    """The small story with more talk in its first scene."""
    more = """\
    - sam: Want it?
    - noor: OK
    - kai: OK then.
    - kai: {hidden: threat}
    - noor: {sticker: wave, says: A waving cat}
    - noor: See you!
    - kai: See you!
    - later: That evening
"""
    scenario = parse_scenario(small_story.replace("    - later: That evening\n", more)).scenario
    assert scenario is not None
    return scenario


@pytest.mark.parametrize(
    ("entry", "beat"),
    [
        ("message: want  my BLUE", 3),
        ('message: "OK"', 5),
        ("message: OK t", 6),
        ("message: OK, from: kai", 6),
        ("message: threat", 7),
        ("message: a waving", 8),
        ("message: see you, from: noor", 9),
        ("message: see you, from: kai", 10),
        ("message: 2, from: noor", 3),
    ],
)
def test_a_message_is_found_by_as_many_of_its_words_as_it_takes(
    tmp_path: Path, talk: Scenario, entry: str, beat: int
) -> None:
    text = GOOD.replace("message: 2", entry).replace("counts: {hits: 1, correct: 1, untouched: 2}\n", "")
    (through,), diagnostics = load_plays(write(tmp_path, text), talk)
    assert diagnostics == ()
    assert Judge(Place("start", beat), "fine") in through.play.inputs


@pytest.mark.parametrize(
    ("entry", "message", "hint"),
    [
        (
            "message: Want my blew sale",
            "No message in `start` begins with `Want my blew sale`.",
            'Did you mean `"Want my blue sail?"`?',
        ),
        (
            "message: zzzz",
            "No message in `start` begins with `zzzz`.",
            (
                'It can be one of: `"Good game!"`, `"Want my blue sail?"`, `"OK"`, `"OK then"`, `"threat"`, '
                '`"A waving cat"`, `"See you!"` with `from: noor`, `"See you!"` with `from: kai`, '
                '`"Here is the gold sail"`, `"Do not tell your mum"`.'
            ),
        ),
        (
            "message: see y",
            "2 messages in `start` begin with `see y`.",
            'Write more of the one that is meant: `"See you!"` with `from: noor`, `"See you!"` with `from: kai`.',
        ),
        (
            "message: Good game, from: noor",
            "No message by `noor` in `start` begins with `Good game`.",
            "Those words are by `kai`.",
        ),
        (
            "message: want it",
            "No message in `start` begins with `want it`.",
            "`sam` writes that; only what others write is judged.",
        ),
        (
            "message: See you at",
            "No message in `start` begins with `See you at`.",
            "Those words stand in the scene `pushed`.",
        ),
        ("message: OK, from: kay", "There is no person `kay`.", "Did you mean `kai`?"),
        (
            "message: 2, from: kai",
            "Message 2 of `start` is by `noor`, not by `kai`.",
            "Write `from: noor`, or another number.",
        ),
        (
            "message: 9",
            "`start` has 4 judged messages, so there is no 9.",
            "Write the beginning of the message, in quotes.",
        ),
    ],
)
def test_words_that_fit_none_or_several_say_what_to_write(
    tmp_path: Path, talk: Scenario, entry: str, message: str, hint: str
) -> None:
    (one,) = check_plays(write(tmp_path, GOOD.replace("message: 2", entry)), talk)
    assert (one.slug, one.span.line, one.message, one.hint) == ("play-unknown", 3, message, hint)


@pytest.mark.parametrize(
    ("pulse", "message", "hint"),
    [
        ("noor", "No pulse of `start` is about `noor`.", "It can be one of: kai."),
        ("kay", "No pulse of `start` is about `kay`.", "Did you mean `kai`?"),
        ("2", "`start` has 1 pulse, so there is no 2.", "Count the pulses from 1."),
    ],
)
def test_a_pulse_that_is_not_there_says_which_are(
    tmp_path: Path, scenario: Scenario, pulse: str, message: str, hint: str
) -> None:
    (one,) = check_plays(write(tmp_path, GOOD.replace("pulse: 1", f"pulse: {pulse}")), scenario)
    assert (one.slug, one.span.line, one.message, one.hint) == ("play-unknown", 5, message, hint)


def test_two_pulses_about_one_person_are_told_apart_by_their_numbers(tmp_path: Path, small_story: str) -> None:
    twice = small_story.replace(
        "    - pulse: kai\n", "    - pulse: kai\n      answer: fine\n      why: A game.\n    - pulse: kai\n"
    )
    scenario = parse_scenario(twice).scenario
    assert scenario is not None
    (one,) = check_plays(write(tmp_path, GOOD.replace("pulse: 1", "pulse: kai")), scenario)
    assert one.message == "`start` has 2 pulses about `kai`."
    assert check_plays(write(tmp_path, GOOD.replace("pulse: 1", "pulse: 2")), scenario) == ()


def test_plays_that_ship_point_at_messages_by_words_alone() -> None:
    files = [*data_folder("scenarios").glob("*/plays/*.yaml"), *EXAMPLE.glob("*/plays/*.yaml")]
    assert len(files) > 50
    assert [file for file in files if re.search(r"(message|pulse): \d", file.read_text(encoding="utf-8"))] == []


def test_a_pulse_that_is_not_named_is_answered_right(tmp_path: Path, scenario: Scenario) -> None:
    text = "name: tells\nchoose: [tell_now, teacher/1, parent_or_carer/1]\nreaches: telling\n"
    (through,), _ = load_plays(write(tmp_path, text), scenario)
    assert through.play.inputs[0] == AnswerPulse(Place("start", 8), "not_ok")
    assert found(tmp_path, scenario) == []


@pytest.mark.parametrize(
    ("old", "new", "slug", "line"),
    [
        ("scene: start, message: 2", "scene: stort, message: 2", "play-unknown", 3),
        ("message: 2", "message: 9", "play-unknown", 3),
        ("message: 3, as", "message: 2, as", "repeated-entry", 4),
        ("pulse: 1", "pulse: 2", "play-unknown", 5),
        ("as: fine", "as: find", "unknown-value", 3),
        ("[take_it, tell_now,", "[take_it, tell_noww,", "play-unknown", 6),
        ("[take_it, tell_now,", "[take_it,", "play-stops", 6),
        (", parent_or_carer/1]", "]", "play-stops", 6),
        ("parent_or_carer/1]", "parent_or_carer/1, stop_here]", "play-stops", 6),
        ("teacher/1", "teacher", "play-stops", 6),
        ("parent_or_carer/1", "teacher/1", "play-fails", 6),
        ("parent_or_carer/1", "parent_or_carer/7", "play-fails", 6),
        ("teacher/1,", "school_nurse/1,", "play-fails", 6),
        ("[take_it, tell_now,", "[take_it, take_it, tell_now,", "play-fails", 6),
        ("reaches: telling", "reaches: teling", "play-unknown", 7),
        ("reaches: telling", "reaches: start", "play-fails", 7),
        ("hits: 1", "hits: 2", "play-fails", 8),
        ("hits: 1", "hit: 1", "unknown-key", 8),
        ("reaches: telling\n", "", "missing-key", 1),
        ("scene: start, message: 2", "scene: telling, message: 2", "play-unknown", 3),
    ],
)
def test_what_does_not_fit_is_found_at_its_word(
    tmp_path: Path, scenario: Scenario, old: str, new: str, slug: str, line: int
) -> None:
    assert old in GOOD
    assert found(write(tmp_path, GOOD.replace(old, new, 1)), scenario) == [(slug, line)]


def test_a_judgement_off_the_way_is_found(tmp_path: Path, small_story: str) -> None:
    more = "  other:\n    - kai: Hi.\n      read: fine\n      why: A hello.\n    - go: telling\n\n  telling:\n"
    text = (
        small_story.replace("  telling:\n", more)
        .replace(
            "          feedback: The string comes from Kai.\n",
            "          feedback: The string comes from Kai.\n          go: other\n",
        )
        .replace("  other:\n", "  other:\n    - in: crew\n")
    )
    scenario = parse_scenario(text).scenario
    assert scenario is not None
    play = GOOD.replace("take_it, ", "").replace("scene: start, message: 2", "scene: other, message: 1")
    assert found(write(tmp_path, play), scenario) == [("play-fails", 3)]


def test_broken_play_files_give_findings_and_the_others_are_read(tmp_path: Path, scenario: Scenario) -> None:
    write(tmp_path, "name: [", "b.yaml")
    write(tmp_path, "", "c.yaml")
    write(tmp_path, "- a\n", "d.yaml")
    write(tmp_path, GOOD, "e.yaml")
    plays, diagnostics = load_plays(tmp_path, scenario, "small")
    assert [play.path.name for play in plays] == ["e.yaml"]
    assert {one.span.path for one in diagnostics} == {f"small/plays/{name}.yaml" for name in "bcd"}


def test_a_folder_without_plays_has_none(tmp_path: Path, scenario: Scenario) -> None:
    assert load_plays(tmp_path, scenario) == ((), ())
    assert load_plays(tmp_path / "nowhere", scenario) == ((), ())


@pytest.mark.parametrize(
    ("chosen", "mended"),
    [
        ("[take_it, tell_noww, teacher/1, parent_or_carer/1]", "[take_it, stop_here, parent_or_carer/1, teacher/1]"),
        ("[take_it]", "[take_it, stop_here, parent_or_carer/1, teacher/1]"),
        ("[tell_now, teacher/1, teacher/1]", "[tell_now, teacher/1, parent_or_carer/1]"),
        ("[say_no, school_nurse/1, teacher/1]", "[say_no, parent_or_carer/1, teacher/1]"),
        ("[take_it, take_it, tell_now, teacher/1]", "[take_it, stop_here, parent_or_carer/1, teacher/1]"),
    ],
)
def test_steps_that_no_longer_fit_are_written_anew_ready_to_paste(
    tmp_path: Path, scenario: Scenario, chosen: str, mended: str
) -> None:
    text = f"name: tells\nchoose: {chosen}\nreaches: telling\n"
    (one,) = check_plays(write(tmp_path, text), scenario)
    assert one.hint.endswith(f"To end in `telling`: choose: {mended}")
    again = write(tmp_path, text.replace(chosen, mended))
    assert check_plays(again, scenario) == ()


def test_a_play_that_ends_elsewhere_names_where_and_the_way_to_its_ending(tmp_path: Path, small_story: str) -> None:
    away = "  away:\n    - ending: helped\n      line: They told.\n\ndebrief:"
    text = small_story.replace("debrief:", away).replace(
        "strong.\n          go: telling", "strong.\n          go: away"
    )
    scenario = parse_scenario(text).scenario
    assert scenario is not None
    play = "name: tells\nchoose: [tell_now]\nreaches: telling\n"
    (one,) = check_plays(write(tmp_path, play), scenario)
    assert one.message == "This play-through ends in `away`, not in `telling`."
    assert "`reaches: away`" in one.hint
    assert one.hint.endswith("choose: [stop_here, parent_or_carer/1, teacher/1]")


def test_where_no_way_ends_as_the_play_says_no_steps_are_invented(tmp_path: Path, scenario: Scenario) -> None:
    (one,) = check_plays(write(tmp_path, GOOD.replace("reaches: telling", "reaches: start")), scenario)
    assert "choose:" not in one.hint


@pytest.mark.parametrize("step", range(4))
def test_the_first_step_that_does_not_fit_is_named(tmp_path: Path, scenario: Scenario, step: int) -> None:
    steps = ["take_it", "tell_now", "teacher/1", "parent_or_carer/1"]
    steps[step] = "school_nurse/1" if step > 1 else "lost"
    text = f"name: tells\nchoose: [{', '.join(steps)}]\nreaches: telling\n"
    (one,) = check_plays(write(tmp_path, text), scenario)
    assert f"`{steps[step]}`" in one.message
