import json
from dataclasses import replace
from datetime import date
from random import Random
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.model import ADULT_ROLES, Place, Scenario
from game.story.players import flag_everything, play_out
from game.story.plays import PULSE_ANSWERS, AnswerPulse, Choose, Judge, Play, RehearsePick
from game.story.saves import MAX_BYTES, SavedPlay, SavedPlayError, dump_play, load_play, revision

DAY = date(2026, 11, 24)
REVISION = "0123456789ab"

ids = st.from_regex(r"[a-z][a-z0-9_-]{0,20}", fullmatch=True)
places = st.builds(Place, ids, st.integers(0, 500))
judges = st.one_of(
    st.builds(Judge, places, st.sampled_from(["fine", "not_sure", "not_ok"])),
    st.builds(Judge, places, st.just("not_ok"), ids),
)
inputs = st.one_of(
    judges,
    st.builds(AnswerPulse, places, st.sampled_from(PULSE_ANSWERS)),
    st.builds(Choose, ids),
    st.builds(RehearsePick, st.sampled_from(ADULT_ROLES), st.integers(1, 9)),
)
plays = st.builds(Play, ids, st.lists(inputs, max_size=20).map(tuple))


@given(plays, st.dates())
def test_a_saved_play_comes_back(play: Play, on: date) -> None:
    text = dump_play(play, REVISION, on)
    assert load_play(text) == SavedPlay(play, REVISION, on)
    assert load_play(text.encode()) == SavedPlay(play, REVISION, on)


def test_a_real_play_comes_back(boat: Scenario) -> None:
    play = play_out(boat, flag_everything, Random(5)).play(boat)
    assert load_play(dump_play(play, revision(boat), DAY)).play == play


def test_a_save_holds_nothing_but_the_play() -> None:
    saved = json.loads(dump_play(Play("boat", (Choose("take"),)), REVISION, DAY))
    assert saved == {
        "format": 1,
        "scenario": "boat",
        "revision": REVISION,
        "date": "2026-11-24",
        "inputs": [{"choose": "take"}],
    }


@given(st.binary(max_size=400))
def test_no_bytes_break_the_loading(data: bytes) -> None:
    with pytest.raises(SavedPlayError):
        load_play(data)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)
KEYS = ["format", "scenario", "revision", "date", "inputs"]


@given(st.sampled_from(KEYS), json_values)
def test_no_value_of_a_key_breaks_the_loading(key: str, value: object) -> None:
    good = json.loads(dump_play(Play("boat", (Choose("take"),)), REVISION, DAY))
    try:
        loaded = load_play(json.dumps({**good, key: value}))
    except SavedPlayError:
        return
    again = json.loads(dump_play(loaded.play, loaded.revision, loaded.on))
    assert again == {**good, key: value}


def judge(**changes: object) -> dict[str, object]:
    return {"inputs": [{"judge": {"scene": "start", "beat": 2, "as": "fine", **changes}}]}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"format": 2}, "format 1"),
        ({"format": True}, "format 1"),
        ({"format": 1.0}, "not whole"),
        ({"scenario": "../settings"}, "an id in it is not one"),
        ({"scenario": "a" * 201}, "an id in it is not one"),
        ({"revision": "0123"}, "12 hexadecimal digits"),
        ({"date": "2026-13-01"}, "not a day"),
        ({"date": "2026-W48-2"}, "not a day"),
        ({"player": "Robin"}, "just the keys"),
        ({"inputs": {}}, "not a list"),
        ({"inputs": [{"choose": "a", "judge": {}}]}, "one key"),
        ({"inputs": [{"undo": 1}]}, "unknown kind"),
        ({"inputs": [{"rehearse": {"role": "stranger", "sentence": 1}}]}, "none of"),
        ({"inputs": [{"rehearse": {"role": "teacher", "sentence": True}}]}, "out of range"),
        (judge(beat=-1), "out of range"),
        (judge(beat="2"), "out of range"),
        (judge(**{"as": "bad"}), "none of fine"),
        (judge(sign="secrecy_request"), "not called not_ok"),
        (judge(when="12:30"), "just the keys"),
    ],
)
def test_a_save_that_is_not_one_says_what_is_wrong(change: dict[str, object], reason: str) -> None:
    good = json.loads(dump_play(Play("boat"), REVISION, DAY))
    with pytest.raises(SavedPlayError, match=reason):
        load_play(json.dumps({**good, **change}))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "whole JSON"),
        ("[" * 100_000, "whole JSON"),
        ('{"format": 1, "format": 1}', "twice"),
        ('{"format": NaN}', "not whole"),
        ('{"format": ' + "9" * 5000 + "}", "whole JSON"),
        ("x" * (MAX_BYTES + 1), "larger than"),
        ("[]", "just the keys"),
        (b"\xff\xfe", "whole JSON"),
    ],
)
def test_a_damaged_text_is_refused(text: str | bytes, reason: str) -> None:
    with pytest.raises(SavedPlayError, match=reason):
        load_play(text)


def test_a_revision_is_twelve_digits_and_the_same_for_equal_stories(stories: ModuleType) -> None:
    assert revision(stories.boat_story()) == revision(stories.boat_story())
    assert len(revision(stories.boat_story())) == 12
    assert int(revision(stories.boat_story()), 16) > 0


def test_any_change_of_a_story_gives_another_revision(boat: Scenario) -> None:
    backwards = replace(boat, scenes=dict(reversed(boat.scenes.items())))
    remember = replace(boat, debrief=replace(boat.debrief, remember="You can ask."))
    longer = replace(boat, minutes=6)
    assert len({revision(story) for story in (boat, backwards, remember, longer)}) == 4
