"""`looktwice check` reads practice too: by file, by folder, and with everything that ships."""

import json
from pathlib import Path

import pytest

from game.cli.main import main

BAD = Path(__file__).parents[1] / "data" / "practice" / "bad"


@pytest.fixture
def practice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """A folder `practice` in the current folder, with one mistake in line 2 of its file."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "practice"
    (folder / "11-13").mkdir(parents=True)
    text = (BAD / "id-twice" / "11-13" / "practice.yaml").read_text(encoding="utf-8")
    (folder / "11-13" / "practice.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("path", ["practice/11-13/practice.yaml", "practice/11-13", "practice", "."])
def test_practice_is_checked_by_file_and_by_folder(
    practice: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", path, "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["files"] == 1
    assert [(one["path"], one["line"], one["slug"]) for one in data["findings"]] == [
        ("practice/11-13/practice.yaml", 2, "duplicate-id")
    ]


def test_a_file_of_no_band_is_found(practice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (practice / "11-13").rename(practice / "11-31")
    assert main(["check", "practice/11-31"]) == 1
    assert "practice/11-31/practice.yaml:1:1: error[practice-name]" in capsys.readouterr().out


def test_a_practice_file_that_is_not_there_is_wrong_usage(practice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "practice/11-12"]) == 2
    assert "Did you mean `11-13`?" in capsys.readouterr().err


def test_a_story_in_a_folder_called_practice_is_a_story(practice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (practice / "11-13" / "practice.yaml").unlink()
    (practice / "scenario.yaml").write_text("format: 1\n", encoding="utf-8")
    for path in ("practice", "practice/scenario.yaml"):
        assert main(["check", path, "--json"]) == 1
        data = json.loads(capsys.readouterr().out)
        assert data["files"] == 1
        assert {one["path"] for one in data["findings"]} == {"practice/scenario.yaml"}
        assert "practice-name" not in {one["slug"] for one in data["findings"]}


def test_without_a_path_practice_is_among_the_files(
    practice: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read: list[str] = []
    from game.cli import check

    load = check.read_practice
    monkeypatch.setattr(check, "read_practice", lambda path, shown: read.append(path.parent.name) or load(path, shown))
    assert main(["check", "--json"]) == 0
    assert "11-13" in read
