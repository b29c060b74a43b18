import json
from argparse import Namespace

import pytest

from game.cli.commands import COMMANDS
from game.cli.locales import _rounded, run


def test_every_language_is_listed_with_its_direction_and_how_complete_it_is(capsys: pytest.CaptureFixture[str]):
    assert run(Namespace(json=True)) == 0
    rows = {row["locale"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["en"] == {"locale": "en", "direction": "ltr", "ui": 1.0, "stories": 1.0, "lessons": 1.0}
    assert rows["ar"]["direction"] == "rtl"
    assert {"es", "fr"} <= set(rows)
    for row in rows.values():
        assert all(0 <= row[part] <= 1 for part in ("ui", "stories", "lessons"))


def test_languages_are_listed_by_their_own_names(capsys: pytest.CaptureFixture[str]):
    assert run(Namespace(json=False)) == 0
    shown = capsys.readouterr().out
    assert "Español" in shown
    assert "العربية" in shown


def test_nearly_all_is_not_all_and_next_to_nothing_is_not_nothing():
    assert (_rounded(1.0), _rounded(0.999), _rounded(0.001), _rounded(0.0)) == (1.0, 0.99, 0.01, 0.0)


def test_the_command_is_in_the_table():
    assert COMMANDS["locales"].load().__name__ == "game.cli.locales"
