"""The name of a story on the command line: one that is not there is wrong usage, one with errors is a failure."""

from pathlib import Path

import pytest

from game.cli.main import main

SMALL = Path(__file__).parents[1] / "data" / "good" / "small.yaml"
OPENING = [["play"], ["shots", "--out", "pictures"]]


@pytest.fixture
def shelf(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder, with a folder of stories beside it in which one story is broken."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "shelf" / "broken"
    folder.mkdir(parents=True)
    text = SMALL.read_text(encoding="utf-8").replace("id: small", "id: broken").replace("move: risky", "move: rsky")
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    return folder.parent


@pytest.mark.parametrize("command", OPENING, ids=lambda command: command[0])
def test_a_story_that_is_not_there_is_wrong_usage(command: list[str], shelf: Path, capsys: pytest.CaptureFixture[str]):
    assert main([*command, "fre-skins", "--content", str(shelf)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "looktwice: There is no story `fre-skins`. Did you mean `free-skins`?\n"


@pytest.mark.parametrize("command", OPENING, ids=lambda command: command[0])
def test_a_story_with_errors_is_a_failure_and_no_wrong_usage(
    command: list[str], shelf: Path, capsys: pytest.CaptureFixture[str]
):
    assert main([*command, "broken", "--content", str(shelf)]) == 1
    said = capsys.readouterr().err
    assert "The story `broken` has an error" in said
    assert str(shelf / "broken" / "scenario.yaml") in said
