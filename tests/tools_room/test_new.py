"""A new story is whole from its first moment, and nothing that is there is ever written over."""

from pathlib import Path

import pytest

from game.cli.main import main
from game.cli.new import LONGEST_ID
from game.content.files.scenario_reader import read_scenario
from game.story.explore import explore
from game.story.model import BANDS, Band, Choice


@pytest.fixture(params=BANDS)
def band(request: pytest.FixtureRequest) -> Band:
    return request.param  # type: ignore[no-any-return]


def test_the_written_story_of_each_band_passes_the_strict_check(
    band: Band, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "lost-cat", "--band", band, "--into", str(tmp_path)]) == 0
    assert main(["check", "--strict", str(tmp_path / "lost-cat")]) == 0
    assert "0 errors, 0 warnings, 2 notes" in capsys.readouterr().out


def test_bots_find_nothing_in_the_written_story(band: Band, tmp_path: Path) -> None:
    main(["new", "lost-cat", "--band", band, "--into", str(tmp_path)])
    assert main(["bot", "lost-cat", "--content", str(tmp_path)]) == 0


def test_the_written_story_is_of_its_band_and_shows_every_move(band: Band, tmp_path: Path) -> None:
    main(["new", "lost-cat", "--band", band, "--into", str(tmp_path)])
    scenario = read_scenario(tmp_path / "lost-cat" / "scenario.yaml").scenario
    assert scenario is not None
    assert (scenario.id, scenario.band, scenario.is_draft) == ("lost-cat", band, True)
    choices = [beat for scene in scenario.scenes.values() for beat in scene.beats if isinstance(beat, Choice)]
    assert {option.move for choice in choices for option in choice.options} == {"safe", "unsure", "risky"}
    assert explore(scenario).endings


def test_it_says_where_the_story_is_and_how_to_play_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    into = tmp_path / "my stories"
    main(["new", "lost-cat", "--band", "8-10", "--into", str(into)])
    out = capsys.readouterr().out
    assert str(into / "lost-cat" / "scenario.yaml") in out
    assert f'looktwice check "{into / "lost-cat"}"' in out


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lost-cat").mkdir()
    assert main(["new", "lost-cat", "--band", "8-10", "--into", str(tmp_path)]) == 2
    assert "something of this name already" in capsys.readouterr().err
    assert list((tmp_path / "lost-cat").iterdir()) == []


@pytest.mark.parametrize("id", ["Lost", "9lives", "lost cat", "../lost", "a/b", "", "é", "nul", "a" * (LONGEST_ID + 1)])
def test_an_id_that_no_story_can_have_is_wrong_usage(
    id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", id, "--band", "8-10", "--into", str(tmp_path / "in")]) == 2
    assert "cannot be the id of a story" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_id_of_a_shipped_story_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "free-skins", "--band", "8-10", "--into", str(tmp_path)]) == 2
    assert "'free-skins' already" in capsys.readouterr().err


@pytest.mark.parametrize("line", [["new", "lost-cat"], ["new", "lost-cat", "--band", "8"], ["new", "--band", "8-10"]])
def test_band_and_id_have_to_be_given(line: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(line) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_file_cannot_hold_stories(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").write_text("")
    assert main(["new", "lost-cat", "--band", "8-10", "--into", str(tmp_path / "in")]) == 2
    assert "This is no folder" in capsys.readouterr().err
