"""`looktwice check`, `list` and `helplines`: what they print, their JSON, and their exit codes."""

import json
from pathlib import Path

import pytest

from game.cli.main import main
from game.resources import data_folder

BAD = Path(__file__).parents[1] / "data" / "bad"


@pytest.fixture
def story(tmp_path: Path, small_story: str, monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """The folder of a small story, `small`, in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / "scenario.yaml").write_text(small_story, encoding="utf-8")
    return tmp_path / "small"


def edit(story: Path, old: str, new: str) -> None:
    file = story / "scenario.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def test_a_clean_story_is_fine(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "small", "--strict"]) == 0
    assert capsys.readouterr().out.endswith("1 file checked: 0 errors, 0 warnings, 1 note.\n")


def test_an_error_is_printed_with_its_line_a_caret_and_a_hint(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(story, "move: risky", "move: rsky")
    assert main(["check", "small"]) == 1
    lines = capsys.readouterr().out.split("\n")
    at = lines.index("small/scenario.yaml:56:17: error[unknown-value] `move` cannot be `rsky`.")
    assert lines[at + 1 : at + 4] == ["  |           move: rsky", "  |                 ^^^^", "  Did you mean `risky`?"]


def test_a_warning_fails_only_when_strict(story: Path) -> None:
    edit(story, "Good game!", "word " * 19)
    assert main(["check", "small"]) == 0
    assert main(["check", "small", "--strict"]) == 1


@pytest.mark.parametrize("option", [["--json"], ["--format", "json"]])
def test_json_is_one_document_with_findings_and_counts(
    story: Path, capsys: pytest.CaptureFixture[str], option: list[str]
) -> None:
    edit(story, "move: risky", "move: rsky")
    assert main(["check", "small/scenario.yaml", *option]) == 1
    data = json.loads(capsys.readouterr().out)
    assert (data["files"], data["errors"], data["warnings"], data["notes"]) == (1, 1, 0, 1)
    assert data["findings"][1] == {
        "slug": "unknown-value",
        "severity": "error",
        "path": "small/scenario.yaml",
        "line": 56,
        "col": 17,
        "message": "`move` cannot be `rsky`.",
        "hint": "Did you mean `risky`?",
    }


def test_github_annotations_name_file_and_place(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(story, "move: risky", "move: rsky")
    assert main(["check", "small", "--format", "github"]) == 1
    out = capsys.readouterr().out
    assert "::error file=small/scenario.yaml,line=56,col=17,endColumn=21,title=unknown-value::" in out


def test_a_failing_play_is_found(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story / "plays").mkdir()
    (story / "plays" / "a.yaml").write_text("name: x\nchoose: [tell_now, teacher/1]\nreaches: telling\n")
    assert main(["check", "small"]) == 1
    assert "small/plays/a.yaml:2:9: error[play-stops]" in capsys.readouterr().out
    assert main(["check", "small/plays/a.yaml"]) == 1


def test_a_path_that_is_not_there_is_wrong_usage(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "smal"]) == 2
    assert "Did you mean `small`?" in capsys.readouterr().err


def test_a_folder_without_a_story_is_a_finding(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["check", "empty"]) == 1
    assert "empty:1:1: error[file-missing]" in capsys.readouterr().out


def test_a_folder_of_stories_is_checked_whole_and_ids_differ(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "twin").mkdir()
    (tmp_path / "twin" / "scenario.yaml").write_bytes((story / "scenario.yaml").read_bytes())
    assert main(["check", str(tmp_path), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(one["slug"], one["path"]) for one in found if one["severity"] == "error"] == [
        ("duplicate-id", "twin/scenario.yaml"),
        ("folder-name", "twin/scenario.yaml"),
    ]


def test_every_broken_file_fails_and_never_crashes(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # A reminder is a note, and the shipped signs have other bands than those of the small catalogue.
    files = [file for file in sorted(BAD.glob("*.yaml")) if file.stem not in ("todo", "todo-alone", "sign-wrong-band")]
    codes = {main(["check", str(file), "--strict", "--json"]) for file in files}
    assert codes == {1}
    assert not (home / "log.txt").exists()
    capsys.readouterr()


def test_without_a_path_all_shipped_content_is_checked(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--strict", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["files"] > 6
    assert {one["slug"] for one in data["findings"]} <= {"draft", "helpline-unchecked", "cue-level"}


def test_stories_are_looked_at_beside_one_another_without_a_path_only(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "--json"])
    everything = json.loads(capsys.readouterr().out)["findings"]
    main(["check", "--json", str(data_folder("scenarios"))])
    by_path = json.loads(capsys.readouterr().out)["findings"]
    assert "cue-level" in {one["slug"] for one in everything}
    assert "cue-level" not in {one["slug"] for one in by_path}


def test_list_gives_every_story_in_its_json_shape(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    row = next(row for row in rows if row["id"] == "free-skins")
    assert list(row) == ["id", "title", "kind", "band", "level", "minutes", "signs", "methods", "status", "languages"]
    assert (row["band"], row["status"], row["languages"]) == ("11-13", "draft", ["en", "ar", "es", "fr"])
    assert main(["list"]) == 0
    assert "free-skins" in capsys.readouterr().out


def test_list_takes_further_folders_and_names_what_is_refused(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--json", "--content", str(tmp_path)]) == 0
    assert "small" in [row["id"] for row in json.loads(capsys.readouterr().out)]
    edit(story, "move: risky", "move: rsky")
    assert main(["list", "--json", "--content", str(tmp_path)]) == 0
    captured = capsys.readouterr()
    assert "small" not in [row["id"] for row in json.loads(captured.out)]
    assert "scenario.yaml:56: `move` cannot be `rsky`." in captured.err


def test_helplines_gives_every_row_in_its_json_shape(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["helplines", "--json", "--country", "us"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert list(rows[0]) == ["country", "organisation", "purpose", "phone", "web", "seen", "checked_on"]
    assert {row["country"] for row in rows} == {"US"}
    assert main(["helplines", "--json"]) == 0
    everything = json.loads(capsys.readouterr().out)
    assert main(["helplines", "--json", "--due"]) == 0
    assert json.loads(capsys.readouterr().out) == everything


def test_a_country_without_rows_is_wrong_usage_and_an_eu_state_has_those_of_the_eu(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["helplines", "--country", "XX"]) == 2
    capsys.readouterr()
    assert main(["helplines", "--country", "AT", "--json"]) == 0
    assert {row["country"] for row in json.loads(capsys.readouterr().out)} == {"EU", "ZZ"}
