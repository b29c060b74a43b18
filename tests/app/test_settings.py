import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.app.notices import Notice
from game.app.settings import FILE_NAME, Settings, load_settings, save_settings

CHANGED = Settings(
    language="ar",
    band="14-17",
    country="US",
    keep_place=True,
    text_size=150,
    letters="reading",
    theme="night",
    motion=False,
    sound=False,
    reading_speed="all_at_once",
    letter_keys=False,
    window_size=(1280, 800),
    adult_page_seen=True,
    keep_offered=True,
    gate_read=("paper-kite", "a_story"),
)
CONSENT = ("keep_place", "band", "gate_read", "window_size")


def write_plain(home: Path, values: Mapping[str, object]) -> None:
    """What an earlier version wrote: without a checksum."""
    (home / FILE_NAME).write_text(json.dumps({"format": 1, **values}))


def names(home: Path) -> list[str]:
    return sorted(path.name for path in home.iterdir())


def test_without_a_file_everything_is_as_nobody_set_it(home: Path) -> None:
    assert load_settings(home) == (Settings(), None)
    assert list(home.iterdir()) == []


def test_every_setting_comes_back(home: Path) -> None:
    plain = Settings()
    assert all(getattr(CHANGED, field.name) != getattr(plain, field.name) for field in fields(Settings))
    assert save_settings(home, CHANGED) is None
    assert load_settings(home) == (CHANGED, None)


def test_a_missing_folder_is_made(home: Path) -> None:
    assert save_settings(home / "new" / "folder", CHANGED) is None
    assert load_settings(home / "new" / "folder") == (CHANGED, None)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"paper"', "[" * 50_000, "\ufeff{}", " " * 70_000])
def test_a_damaged_file_is_set_aside_and_said_so(home: Path, text: str) -> None:
    (home / FILE_NAME).write_text(text, encoding="utf-8")
    found, said = load_settings(home)
    assert found == Settings()
    assert said == Notice("settings_damaged", "settings.json.damaged-1")
    assert (home / "settings.json.damaged-1").read_text(encoding="utf-8") == text
    assert load_settings(home) == (Settings(), None)


def test_the_next_damaged_file_gets_the_next_number(home: Path) -> None:
    for number in (1, 2):
        (home / FILE_NAME).write_bytes(b"\xff")
        assert load_settings(home)[1] == Notice("settings_damaged", f"settings.json.damaged-{number}")
    assert len(list(home.iterdir())) == 2


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("language", 5),
        ("language", "../en"),
        ("band", "18-99"),
        ("country", "us"),
        ("country", "USA"),
        ("keep_place", "yes"),
        ("keep_place", 1),
        ("text_size", True),
        ("text_size", 100.5),
        ("text_size", 10_000),
        ("theme", "pink"),
        ("theme", ["paper"]),
        ("reading_speed", "hasty"),
        ("window_size", [100]),
        ("window_size", [True, 800]),
        ("window_size", [-5, 800]),
        ("window_size", "1280x800"),
        ("gate_read", "paper-kite"),
        ("gate_read", {"a": 1}),
    ],
)
def test_a_value_of_the_wrong_kind_costs_only_itself(home: Path, key: str, value: object) -> None:
    write_plain(home, {**asdict(CHANGED), key: value})
    lost = CONSENT if key == "keep_place" else (key,)
    expected = replace(CHANGED, **{each: getattr(Settings(), each) for each in lost})
    assert load_settings(home) == (expected, None)


def test_bad_story_names_are_dropped_and_unknown_keys_outlive_a_change(home: Path) -> None:
    write_plain(home, {"shape": {"of": [1, "ä"]}, "keep_place": True, "gate_read": ["a-story", 5, "../x", "a-story"]})
    found, said = load_settings(home)
    assert (found, said) == (Settings(keep_place=True, gate_read=("a-story",)), None)
    save_settings(home, replace(found, theme="night"), found)
    inside = json.loads((home / FILE_NAME).read_text())
    assert (inside["shape"], inside["theme"], inside["gate_read"]) == ({"of": [1, "ä"]}, "night", ["a-story"])


@pytest.mark.parametrize("before", [{"format": 1}, {}])
def test_what_tells_of_playing_is_kept_by_consent_only_and_an_old_file_is_cleaned_with_the_next_write(
    home: Path, before: dict[str, object]
) -> None:
    write_plain(home, {**before, "band": "8-10", "gate_read": ["a-story"], "window_size": [900, 700], "sound": False})
    found, said = load_settings(home)
    assert (found, said) == (Settings(sound=False), None)
    picked = replace(found, band="11-13", gate_read=("b-story",), window_size=(800, 600))
    assert save_settings(home, picked, found, named=("band", "gate_read", "window_size")) is None
    inside = json.loads((home / FILE_NAME).read_text())
    assert not {"band", "gate_read", "window_size"} & set(inside)
    assert not any(story in (home / FILE_NAME).read_text() for story in ("a-story", "b-story"))
    assert load_settings(home) == (Settings(sound=False), None)


def test_with_the_consent_what_was_picked_before_is_kept_and_without_it_again_it_goes(home: Path) -> None:
    picked = Settings(band="11-13", gate_read=("b-story",))
    save_settings(home, picked, Settings())
    consenting = replace(picked, keep_place=True)
    save_settings(home, consenting, picked, named=("keep_place",))
    assert load_settings(home) == (consenting, None)
    save_settings(home, picked, consenting, named=("keep_place",))
    assert load_settings(home) == (Settings(), None)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_settings_are_for_their_owner_alone(home: Path) -> None:
    write_plain(home, {})
    (home / FILE_NAME).chmod(0o644)
    save_settings(home, CHANGED)
    assert (home / FILE_NAME).stat().st_mode & 0o777 == 0o600


def test_a_file_of_a_newer_game_stays_byte_for_byte(home: Path) -> None:
    newer = b'{"format": 3, "theme": ["night", 5], "check": "of another kind"}'
    (home / FILE_NAME).write_bytes(newer)
    notice = Notice("newer", str(home / FILE_NAME))
    assert load_settings(home) == (Settings(), notice)
    assert save_settings(home, CHANGED, Settings()) == notice
    assert save_settings(home, CHANGED) == notice
    assert names(home) == [FILE_NAME]
    assert (home / FILE_NAME).read_bytes() == newer


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
def test_a_file_that_cannot_be_read_is_never_written_over(
    home: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    save_settings(home, CHANGED)
    data = (home / FILE_NAME).read_bytes()
    real = os.open

    def refuse(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).name == FILE_NAME:
            raise error
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    notice = Notice("unreadable", str(home / FILE_NAME))
    assert load_settings(home) == (Settings(), notice)
    assert save_settings(home, Settings(theme="night"), Settings()) == notice
    assert save_settings(home, Settings(theme="night")) == notice
    monkeypatch.undo()
    assert (home / FILE_NAME).read_bytes() == data
    assert names(home) == [FILE_NAME]


def test_a_damaged_file_that_cannot_be_put_aside_is_not_written_over(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / FILE_NAME).write_bytes(b"{")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    notice = Notice("not_put_aside", str(home / FILE_NAME))
    assert load_settings(home) == (Settings(), notice)
    assert save_settings(home, CHANGED) == notice
    assert (home / FILE_NAME).read_bytes() == b"{"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from([field.name for field in fields(Settings)]), json_values))
def test_no_values_break_the_loading(home: Path, values: dict[str, object]) -> None:
    write_plain(home, values)
    found, said = load_settings(home)
    assert said is None
    assert save_settings(home, found) is None
    assert load_settings(home) == (found, None)


def test_a_read_only_folder_is_said_in_a_sentence(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    assert save_settings(home, CHANGED) == Notice("not_written", str(home))


def test_a_folder_that_is_a_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "home"
    blocked.write_text("")
    said = save_settings(blocked, CHANGED)
    assert said == Notice("not_written", str(blocked))
    assert load_settings(blocked) == (Settings(), None)


def test_a_folder_in_the_place_of_the_settings_is_said_and_left_alone(home: Path) -> None:
    (home / FILE_NAME).mkdir()
    found, said = load_settings(home)
    assert found == Settings()
    assert said == Notice("unreadable", str(home / FILE_NAME))
    assert save_settings(home, CHANGED) == said
    assert (home / FILE_NAME).is_dir()


def test_a_failed_write_leaves_the_old_file_and_nothing_else(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_settings(home, CHANGED)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    said = save_settings(home, Settings())
    assert said == Notice("no_room", str(home))
    monkeypatch.undo()
    assert load_settings(home) == (CHANGED, None)
    assert [path.name for path in home.iterdir()] == [FILE_NAME]
