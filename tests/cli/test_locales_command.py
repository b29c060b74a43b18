import json
from argparse import Namespace

import pytest

from game.cli.commands import COMMANDS
from game.cli.locales import _rounded, run
from game.content.story_files import find_parts
from game.resources import data_folder


def test_every_language_is_listed_with_its_direction_and_how_complete_it_is(capsys: pytest.CaptureFixture[str]):
    assert run(Namespace(json=True)) == 0
    rows = {row["locale"]: row for row in json.loads(capsys.readouterr().out)}
    by_story = rows["en"].pop("by_story")
    shares = ("ui", "stories", "guides", "lessons")
    assert rows["en"] == {"locale": "en", "direction": "ltr", **dict.fromkeys(shares, 1.0)}
    assert set(by_story.values()) == {1.0}
    assert rows["ar"]["direction"] == "rtl"
    assert {"es", "fr"} <= set(rows)
    for row in rows.values():
        assert all(0 <= row[part] <= 1 for part in shares)


def test_each_story_is_listed_with_its_share_in_each_language(capsys: pytest.CaptureFixture[str]):
    assert run(Namespace(json=True)) == 0
    rows = {row["locale"]: row for row in json.loads(capsys.readouterr().out)}
    parts = set(find_parts(data_folder("scenarios")))
    assert {"signs", "free-skins", "practice/11-13"} <= parts
    assert all(set(row["by_story"]) == parts for row in rows.values())
    assert rows["es"]["by_story"]["signs"] == 1.0
    assert 0 < rows["es"]["by_story"]["practice/11-13"] < 1
    assert run(Namespace(json=False)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.split()[:1] == ["practice/11-13"] and line.count("%") == 3 for line in lines)


def test_languages_are_listed_by_their_own_names(capsys: pytest.CaptureFixture[str]):
    assert run(Namespace(json=False)) == 0
    shown = capsys.readouterr().out
    assert "Español" in shown
    assert "العربية" in shown


def test_nearly_all_is_not_all_and_next_to_nothing_is_not_nothing():
    assert (_rounded(1.0), _rounded(0.999), _rounded(0.001), _rounded(0.0)) == (1.0, 0.99, 0.01, 0.0)


def test_the_command_is_in_the_table():
    assert COMMANDS["locales"].load().__name__ == "game.cli.locales"
