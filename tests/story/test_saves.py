import json
from dataclasses import replace
from datetime import date
from random import Random
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.message_names import ALONE, Among, MessageName
from game.story.model import ADULT_ROLES, Place, Scenario
from game.story.named_plays import (
    NamedChoice,
    NamedJudge,
    NamedPick,
    NamedPlay,
    NamedPulse,
    OptionName,
    PulseName,
    RehearsalName,
    name_play,
)
from game.story.players import flag_everything, play_out
from game.story.plays import PULSE_ANSWERS, AnswerPulse, Choose, Judge, Play, RehearsePick
from game.story.saves import (
    MAX_BYTES,
    NewerSaveError,
    SavedPlay,
    SavedPlayError,
    dump_play,
    dump_save,
    load_play,
    revision,
)

DAY = date(2026, 11, 24)
REVISION = "0123456789ab"

ids = st.from_regex(r"[a-z][a-z0-9_-]{0,20}", fullmatch=True)
digests = st.from_regex(r"[0-9a-f]{12}", fullmatch=True)
amongs = st.just(ALONE) | st.integers(2, 9).flatmap(lambda of: st.builds(Among, st.integers(1, of), st.just(of)))
messages = st.builds(MessageName, ids, ids, digests, amongs)
judges = st.one_of(
    st.builds(NamedJudge, messages, st.sampled_from(["fine", "not_sure", "not_ok"])),
    st.builds(NamedJudge, messages, st.just("not_ok"), ids),
)
inputs = st.one_of(
    judges,
    st.builds(NamedPulse, st.builds(PulseName, ids, ids, amongs), st.sampled_from(PULSE_ANSWERS)),
    st.builds(NamedChoice, st.builds(OptionName, ids, ids, digests)),
    st.builds(NamedPick, st.builds(RehearsalName, ids, ids, amongs), st.sampled_from(ADULT_ROLES), digests),
)
plays = st.builds(NamedPlay, ids, st.lists(inputs, max_size=20).map(tuple))
TAKEN = NamedPlay("boat", (NamedChoice(OptionName("start", "take", "0a1b2c3d4e5f")),))


@given(plays, st.dates())
def test_a_saved_play_comes_back(play: NamedPlay, on: date) -> None:
    text = dump_save(play, REVISION, on)
    assert load_play(text) == SavedPlay(play, REVISION, on)
    assert load_play(text.encode()) == SavedPlay(play, REVISION, on)


def test_a_real_play_comes_back(boat: Scenario) -> None:
    state = play_out(boat, flag_everything, Random(5))
    saved = load_play(dump_play(boat, state, DAY))
    assert saved == SavedPlay(name_play(boat, state), revision(boat), DAY)


def test_a_save_holds_nothing_but_the_play_and_no_place_in_a_list(boat: Scenario) -> None:
    state = play_out(boat, flag_everything, Random(5))
    saved = json.loads(dump_play(boat, state, DAY))
    assert {key: saved[key] for key in saved if key != "inputs"} == {
        "format": 2,
        "scenario": "small-boat",
        "revision": revision(boat),
        "date": "2026-11-24",
    }
    assert {key for done in saved["inputs"] for key in done} == {
        "judge",
        "as",
        "pulse",
        "choose",
        "rehearse",
        "role",
        "sentence",
    }
    assert len(saved["inputs"]) == len(state.inputs)
    assert all(isinstance(value, str) for done in saved["inputs"] for value in done.values())


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
    good = json.loads(dump_save(NamedPlay("boat"), REVISION, DAY))
    try:
        loaded = load_play(json.dumps({**good, key: value}))
    except SavedPlayError:
        return
    if isinstance(loaded.played, NamedPlay):
        again = json.loads(dump_save(loaded.played, loaded.revision, loaded.on))
        assert again == {**good, key: value}


@given(st.sampled_from(["judge", "pulse", "choose", "rehearse", "as", "sign", "role", "sentence"]), json_values)
def test_no_value_in_an_input_breaks_the_loading(key: str, value: object) -> None:
    good = json.loads(dump_save(TAKEN, REVISION, DAY))
    for done in NAMED:
        with pytest.raises(SavedPlayError):
            load_play(json.dumps({**good, "inputs": [{**done, key: value}]}))


NAMED = [
    {"judge": "start/ash/0a1b2c3d4e5f", "as": "fine"},
    {"pulse": "start/pulse/ash/1of2", "as": "fine"},
    {"choose": "start/choice/take/0a1b2c3d4e5f"},
    {"rehearse": "telling/rehearse/tell", "role": "teacher", "sentence": "0a1b2c3d4e5f"},
]


def named(kind: int, **changes: object) -> dict[str, object]:
    return {"inputs": [{**NAMED[kind], **changes}]}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"format": 0}, "from 1 to 2"),
        ({"format": True}, "from 1 to 2"),
        ({"format": "2"}, "from 1 to 2"),
        ({"format": 2.0}, "not whole"),
        ({"scenario": "../settings"}, "an id in it is not one"),
        ({"scenario": "a" * 201}, "an id in it is not one"),
        ({"revision": "0123"}, "12 hexadecimal digits"),
        ({"date": "2026-13-01"}, "not a day"),
        ({"date": "2026-W48-2"}, "not a day"),
        ({"player": "Robin"}, "just the keys"),
        ({"inputs": {}}, "not a list"),
        ({"inputs": [NAMED[0], 5]}, "unknown kind"),
        ({"inputs": [{"undo": 1}]}, "unknown kind"),
        (named(2, judge="start/ash/0a1b2c3d4e5f"), "just the keys"),
        (named(3, role="stranger"), "none of"),
        (named(3, sentence=1), "a digest in it is not one"),
        (named(3, rehearse="telling/tell"), "a name in it is not one"),
        (named(0, judge="start/ash/0a1b2c3d4e5"), "a name in it is not one"),
        (named(0, judge="start/ash/0a1b2c3d4e5f/1"), "a name in it is not one"),
        (named(0, judge="start/ash/0a1b2c3d4e5f/1of1"), "a name in it is not one"),
        (named(0, judge="start/ash/0a1b2c3d4e5f/3of2"), "a name in it is not one"),
        (named(0, judge=["start"]), "a name in it is not one"),
        (named(1, pulse="start/ash"), "a name in it is not one"),
        (named(2, choose="take"), "a name in it is not one"),
        (named(0, **{"as": "bad"}), "none of fine"),
        (named(0, sign="secrecy_request"), "not called not_ok"),
        (named(0, when="12:30"), "just the keys"),
    ],
)
def test_a_save_that_is_not_one_says_what_is_wrong(change: dict[str, object], reason: str) -> None:
    good = json.loads(dump_save(NamedPlay("boat"), REVISION, DAY))
    with pytest.raises(SavedPlayError, match=reason) as caught:
        load_play(json.dumps({**good, **change}))
    assert not isinstance(caught.value, NewerSaveError)


@pytest.mark.parametrize("format", [3, 10**30])
@pytest.mark.parametrize("more", [{}, {"inputs": {}}, {"seasons": []}])
def test_a_save_of_a_newer_game_is_told_from_a_damaged_one(format: int, more: dict[str, object]) -> None:
    good = json.loads(dump_save(NamedPlay("boat"), REVISION, DAY))
    with pytest.raises(NewerSaveError, match="a newer game wrote"):
        load_play(json.dumps({**good, **more, "format": format}))


# Format 1, in which places are indexes


def indexed(*inputs: dict[str, object]) -> str:
    head = {"format": 1, "scenario": "boat", "revision": REVISION, "date": "2026-11-24"}
    return json.dumps({**head, "inputs": list(inputs)})


def judge(**changes: object) -> dict[str, object]:
    return {"judge": {"scene": "start", "beat": 2, "as": "fine", **changes}}


def test_a_save_of_format_1_is_read_still() -> None:
    saved = load_play(
        indexed(
            judge(),
            judge(beat=4, sign="secrecy_request", **{"as": "not_ok"}),
            {"pulse": {"scene": "start", "beat": 10, "as": "keep_looking"}},
            {"choose": "take"},
            {"rehearse": {"role": "teacher", "sentence": 2}},
        )
    )
    done = (
        Judge(Place("start", 2), "fine"),
        Judge(Place("start", 4), "not_ok", "secrecy_request"),
        AnswerPulse(Place("start", 10), "keep_looking"),
        Choose("take"),
        RehearsePick("teacher", 2),
    )
    assert saved == SavedPlay(Play("boat", done), REVISION, DAY)


@pytest.mark.parametrize(
    ("done", "reason"),
    [
        ({"choose": "a", "judge": {}}, "one key"),
        ({"undo": 1}, "unknown kind"),
        ({"rehearse": {"role": "stranger", "sentence": 1}}, "none of"),
        ({"rehearse": {"role": "teacher", "sentence": True}}, "out of range"),
        (judge(beat=-1), "out of range"),
        (judge(beat="2"), "out of range"),
        (judge(**{"as": "bad"}), "none of fine"),
        (judge(sign="secrecy_request"), "not called not_ok"),
        (judge(when="12:30"), "just the keys"),
        (NAMED[0], "one key"),
        (NAMED[2], "an id in it is not one"),
    ],
)
def test_a_save_of_format_1_that_is_not_one_says_what_is_wrong(done: dict[str, object], reason: str) -> None:
    with pytest.raises(SavedPlayError, match=reason):
        load_play(indexed(done))


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
