"""`looktwice check` and guides: the shipped ones, one beside a story, and one by its path."""

import json
import re
from pathlib import Path

import pytest

from game.cli.main import main
from game.resources import data_folder

Out = pytest.CaptureFixture[str]


@pytest.fixture
def story(tmp_path: Path, small_story: str, monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """The folder of a small story with a guide whose minutes are wrong, in the current folder."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(small_story, encoding="utf-8")
    shipped = (data_folder("scenarios") / "free-skins" / "guide.yaml").read_text(encoding="utf-8")
    voted = re.sub(r"^votes:\n(  - .*\n)+", "votes: [start/1, start/3]\n", shipped, flags=re.M)
    text = (
        re.sub(r'at: ".*?"', "at: start/2", voted)
        .replace("story: free-skins", "story: small")
        .replace("path: [say_no, stop, teacher/1, older_relative/1]", "path: [tell_now, teacher/1, parent_or_carer/1]")
        .replace("- minutes: 6\n    part: choice", "- minutes: 9\n    part: choice")
    )
    (folder / "guide.yaml").write_text(text, encoding="utf-8")
    return folder


def mend(story: Path) -> None:
    guide = story / "guide.yaml"
    guide.write_text(guide.read_text(encoding="utf-8").replace("minutes: 9\n", "minutes: 6\n"), encoding="utf-8")


@pytest.mark.parametrize("path", ["small", "small/guide.yaml"])
def test_a_guide_beside_a_story_is_checked_with_it(story: Path, capsys: Out, path: str) -> None:
    assert main(["check", path]) == 1
    out = capsys.readouterr().out
    assert "small/guide.yaml:5:10: error[guide-minutes] The steps of the plan add up to 43 minutes" in out
    mend(story)
    assert main(["check", path, "--strict"]) == 0
    assert f"{2 if path == 'small' else 1} file" in capsys.readouterr().out


def test_a_broken_guide_keeps_no_story_from_children(story: Path, capsys: Out) -> None:
    assert main(["list", "--content", str(story.parent), "--json"]) == 0
    assert "small" in [row["id"] for row in json.loads(capsys.readouterr().out)]


def test_the_guide_of_every_shipped_story_is_checked_with_it(home: Path, capsys: Out) -> None:
    assert main(["check", "--json", str(data_folder("scenarios") / "free-skins")]) == 0
    one = json.loads(capsys.readouterr().out)
    plays = list((data_folder("scenarios") / "free-skins" / "plays").glob("*.yaml"))
    told = list((data_folder("scenarios") / "free-skins" / "locales").glob("*.po"))
    assert one["files"] == 2 + len(plays) + len(told)
    assert all((file.parent / "guide.yaml").is_file() for file in data_folder("scenarios").glob("*/scenario.yaml"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("story: free-skin\n", "There is no story `free-skin`"),
        ("story: ../../etc\n", "There is no story `../../etc`"),
        ("[]\n", "its keys on lines below it"),
        ("", "This file is empty"),
    ],
)
def test_a_guide_by_its_path_needs_its_story(tmp_path: Path, home: Path, capsys: Out, text: str, says: str) -> None:
    (tmp_path / "free-skins").mkdir()
    guide = tmp_path / "free-skins" / "guide.yaml"
    guide.write_text(text, encoding="utf-8")
    assert main(["check", str(guide)]) == 1
    assert says in capsys.readouterr().out


def test_a_guide_whose_story_is_broken_says_so(story: Path, capsys: Out) -> None:
    (story / "scenario.yaml").write_text("id: [", encoding="utf-8")
    assert main(["check", "small/guide.yaml"]) == 1
    assert "cannot be read" in capsys.readouterr().out
