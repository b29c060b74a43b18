import json
import os
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
    gate_read=("free-skins", "a_story"),
)
not_as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write to any folder"
)


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
    assert said is not None
    assert "settings.json.damaged-1" in said
    assert (home / "settings.json.damaged-1").read_text(encoding="utf-8") == text
    assert load_settings(home) == (Settings(), None)


def test_the_next_damaged_file_gets_the_next_number(home: Path) -> None:
    for number in (1, 2):
        (home / FILE_NAME).write_bytes(b"\xff")
        assert f"damaged-{number}" in (load_settings(home)[1] or "")
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
        ("gate_read", "free-skins"),
        ("gate_read", {"a": 1}),
    ],
)
def test_a_value_of_the_wrong_kind_costs_only_itself(home: Path, key: str, value: object) -> None:
    save_settings(home, CHANGED)
    path = home / FILE_NAME
    path.write_text(json.dumps({**json.loads(path.read_text()), key: value}))
    expected = replace(CHANGED, **{key: getattr(Settings(), key)})  # type: ignore[arg-type]
    assert load_settings(home) == (expected, None)


def test_unknown_keys_and_bad_story_names_are_dropped(home: Path) -> None:
    (home / FILE_NAME).write_text(json.dumps({"name": "Robin", "gate_read": ["a-story", 5, "../x", "a-story"]}))
    found, said = load_settings(home)
    assert (found, said) == (Settings(gate_read=("a-story",)), None)
    save_settings(home, found)
    assert "Robin" not in (home / FILE_NAME).read_text()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from([field.name for field in fields(Settings)]), json_values))
def test_no_values_break_the_loading(home: Path, values: dict[str, object]) -> None:
    (home / FILE_NAME).write_text(json.dumps(values))
    found, said = load_settings(home)
    assert said is None
    assert save_settings(home, found) is None
    assert load_settings(home) == (found, None)


@not_as_root
def test_a_read_only_folder_is_said_in_a_sentence(home: Path) -> None:
    home.chmod(0o500)
    try:
        said = save_settings(home, CHANGED)
    finally:
        home.chmod(0o700)
    assert said is not None
    assert str(home) in said


def test_a_folder_that_is_a_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "home"
    blocked.write_text("")
    said = save_settings(blocked, CHANGED)
    assert said is not None
    assert "does not let the game keep anything" in said
    assert load_settings(blocked) == (Settings(), None)


def test_a_folder_in_the_place_of_the_settings_is_said_and_left_alone(home: Path) -> None:
    (home / FILE_NAME).mkdir()
    found, said = load_settings(home)
    assert found == Settings()
    assert said is not None
    assert (home / FILE_NAME).is_dir()


def test_a_failed_write_leaves_the_old_file_and_nothing_else(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_settings(home, CHANGED)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    said = save_settings(home, Settings())
    assert said is not None
    assert "No space left on device" in said
    monkeypatch.undo()
    assert load_settings(home) == (CHANGED, None)
    assert [path.name for path in home.iterdir()] == [FILE_NAME]
