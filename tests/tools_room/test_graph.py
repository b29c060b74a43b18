"""The command writes a map in the form that was asked for, whole or not at all."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.cli.main import main
from game.resources import data_folder

STORIES = sorted(file.parent.name for file in data_folder("scenarios").glob("*/scenario.yaml"))
BEGINNINGS = {"svg": "<svg ", "mermaid": "---\ntitle: ", "dot": "digraph "}


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("form", BEGINNINGS)
def test_every_shipped_story_has_a_map_of_each_form(story: str, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", story, "--to", form]) == 0
    assert capsys.readouterr().out.startswith(BEGINNINGS[form])


def test_the_picture_names_signs_moves_and_the_draft(capsys: pytest.CaptureFixture[str]) -> None:
    main(["graph", "free-skins"])
    words = " ".join(ElementTree.fromstring(capsys.readouterr().out).itertext())
    for part in ("Free stuff with a catch", "looks like: ", "ending: helped", "risky", "draft"):
        assert part in words


@pytest.mark.parametrize(
    ("name", "form"),
    [("m.svg", "svg"), ("m.mmd", "mermaid"), ("m.dot", "dot"), ("m.GV", "dot"), ("m", "svg"), ("m.txt", "svg")],
)
def test_the_file_s_name_gives_the_form(name: str, form: str, tmp_path: Path) -> None:
    assert main(["graph", "free-skins", "-o", str(tmp_path / "maps" / name)]) == 0
    assert (tmp_path / "maps" / name).read_text(encoding="utf-8").startswith(BEGINNINGS[form])


def test_a_form_that_was_asked_for_counts_more_than_the_file_s_name(tmp_path: Path) -> None:
    main(["graph", "free-skins", "--to", "dot", "-o", str(tmp_path / "m.svg")])
    assert (tmp_path / "m.svg").read_text(encoding="utf-8").startswith("digraph ")


def test_a_story_of_a_further_folder_has_a_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "lost-cat", "--band", "8-10", "--into", str(tmp_path)])
    capsys.readouterr()
    assert main(["graph", "lost-cat", "--content", str(tmp_path), "--to", "dot"]) == 0
    assert '"start" -> "telling"' in capsys.readouterr().out


def test_a_wrong_id_is_wrong_usage_with_a_near_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", "free-skin"]) == 2
    assert "Did you mean `free-skins`?" in capsys.readouterr().err


def test_a_folder_is_no_file_to_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", "free-skins", "-o", str(tmp_path)]) == 2
    assert "free-skins.svg" in capsys.readouterr().err
