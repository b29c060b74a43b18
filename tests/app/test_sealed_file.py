import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.kept_places import KeptPlaces
from game.app.sealed_file import NewerFormatError, SealError, open_sealed, seal, unseal
from game.app.settings import Settings, load_settings, save_settings
from game.story import engine
from game.story.model import Scenario
from game.story.plays import Judge, Play

TODAY = date(2026, 11, 24)

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)
objects = st.dictionaries(st.text(), values, max_size=5).filter(lambda value: not {"format", "check"} & set(value))


@given(objects, st.integers(1, 9), st.sampled_from([None, 0, 2]))
def test_what_was_sealed_comes_back_whatever_its_layout(
    value: dict[str, object], format: int, indent: int | None
) -> None:
    value = {"format": format, **value}
    sealed = seal(json.dumps(value, indent=indent)).encode()
    assert json.loads(unseal(sealed)) == open_sealed(sealed, format) == value
    assert list(json.loads(sealed))[-1] == "check"
    laid_out_anew = json.dumps(json.loads(sealed), indent=7, sort_keys=True).encode()
    assert open_sealed(laid_out_anew) == value


@given(objects, st.data())
def test_a_flipped_bit_is_noticed_or_changes_no_value(value: dict[str, object], data: st.DataObject) -> None:
    value = {"format": 2, **value}
    sealed = bytearray(seal(json.dumps(value)).encode())
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with suppress(SealError):
        assert open_sealed(bytes(sealed), 2) == value


@given(st.binary())
def test_no_bytes_break_the_opening(data: bytes) -> None:
    with suppress(SealError):
        assert isinstance(open_sealed(data), dict)


@pytest.mark.parametrize("text", ["[]", "5", '{"check": "x"}', "{"])
def test_what_is_no_object_or_sealed_already_cannot_be_sealed(text: str) -> None:
    with pytest.raises(ValueError):
        seal(text)


@pytest.mark.parametrize(
    "data",
    [
        b'{"format": 2}',
        b'{"format": 1, "check": "0000000000000000"}',
        b'{"format": 0}',
        b'{"format": true}',
        b'{"format": "1"}',
        b'{"a": 1, "a": 1}',
        b'{"a": {"b": 1, "b": 2}}',
        b"[]",
        b"[" * 50_000,
        b"\xff",
    ],
)
def test_what_is_not_as_it_was_sealed_is_refused(data: bytes) -> None:
    with pytest.raises(SealError):
        unseal(data)


def test_files_from_before_there_were_checksums_are_taken(tmp_path: Path) -> None:
    assert unseal(b'{"format": 1, "a": 2}', 1) == '{"format": 1, "a": 2}'
    assert open_sealed(b'{"a": 2}') == {"a": 2}


def test_a_newer_format_is_known_as_such_whatever_else_is_in_it() -> None:
    with pytest.raises(NewerFormatError):
        unseal(b'{"format": 3, "check": ["of another kind"]}', 2)


# Every bit of every kind of kept file


def flips(data: bytes) -> list[bytes]:
    return [
        data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]
        for place in range(len(data))
        for bit in range(8)
    ]


def count_silent_changes(file: Path, read: Callable[[], tuple[object, object]]) -> int:
    """How many flipped bits change what is read, and nobody is told."""
    data, (whole, problem) = file.read_bytes(), read()
    assert problem is None
    silent = 0
    for flipped in flips(data):
        file.write_bytes(flipped)
        found, notice = read()
        silent += notice is None and found != whole
        for copy in file.parent.glob("*-1"):
            copy.unlink()
    return silent


def test_no_flipped_bit_of_the_settings_changes_them_silently(home: Path) -> None:
    save_settings(home, Settings(language="ar", band="14-17", keep_place=True, gate_read=("a-story",)))
    assert count_silent_changes(home / "settings.json", lambda: load_settings(home)) == 0


def test_no_flipped_bit_of_the_done_marks_changes_them_silently(home: Path, boat: Scenario) -> None:
    kept = KeptPlaces(home, keep=True)
    kept.mark_done(boat, TODAY)
    kept.mark_practised(["11-13/s-001"])
    assert count_silent_changes(home / "done.json", kept.done) == 0


def test_no_flipped_bit_of_a_place_changes_it_silently(home: Path, boat: Scenario) -> None:
    kept = KeptPlaces(home, keep=True)
    place = next(place for place, message in boat.messages() if message.person != boat.friend.id)
    state = engine.replay(boat, Play(boat.id, (Judge(place, "fine"),))).state
    assert state.inputs
    kept.save(boat, state, TODAY)
    assert count_silent_changes(home / "places" / "small-boat.json", lambda: kept.load(boat, TODAY)) == 0
