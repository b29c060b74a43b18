"""What `looktwice preview` opens, and what it says to a path that is no story."""

import shutil
from pathlib import Path

import pytest

from game.cli.main import main
from game.studio.preview.devices import DEVICES, window_size
from game.studio.preview.stage import PreviewStage
from game.view.fonts import PygameMeasure

STORY = Path(__file__).parents[1] / "data" / "stories" / "one-more-game"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[PreviewStage]:
    """The stages that a window would have shown."""
    stages: list[PreviewStage] = []

    def run(make_stage, **how):
        stages.append(make_stage(PygameMeasure(1.0)))
        return 800, 600

    monkeypatch.setattr("game.view.loop.run", run)
    return stages


@pytest.mark.parametrize("path", [STORY, STORY / "scenario.yaml"], ids=["folder", "file"])
def test_a_story_is_named_by_its_folder_or_its_file(path: Path, opened: list[PreviewStage], home: Path):
    assert main(["preview", str(path)]) == 0
    assert opened[0].bench.story is not None
    assert opened[0].bench.story.id == "one-more-game"
    assert list(home.iterdir()) == []


def test_language_theme_and_size_are_those_that_were_asked_for(opened: list[PreviewStage]):
    assert main(["preview", str(STORY), "--lang", "ar-XB", "--theme", "night", "--size", "phone"]) == 0
    assert opened[0].game.sitting.language == "ar_XB"
    assert opened[0].theme == "night"
    assert opened[0].bench.device.pixels == (360, 640)


def test_a_story_that_cannot_be_read_opens_all_the_same(tmp_path: Path, opened: list[PreviewStage]):
    file = tmp_path / "scenario.yaml"
    file.write_text("nothing yet", encoding="utf-8")
    assert main(["preview", str(file)]) == 0
    assert opened[0].bench.version.findings


def test_a_name_that_is_close_is_offered(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    shutil.copytree(STORY, tmp_path / "one-more-game")
    assert main(["preview", str(tmp_path / "one-more-gam")]) == 2
    said = capsys.readouterr().err
    assert "Did you mean `one-more-game`?" in said
    assert said.count("\n") == 1


def test_the_id_of_a_shipped_story_is_told_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    assert main(["preview", "free-skins"]) == 2
    assert str(Path("scenarios") / "free-skins") in capsys.readouterr().err


def test_a_folder_without_a_story_is_told_which_stories_lie_below_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["preview", str(tmp_path)]) == 2
    assert "There is no scenario.yaml in this folder" in capsys.readouterr().err
    assert main(["preview", str(STORY.parent)]) == 2
    assert str(min(STORY.parent.iterdir())) in capsys.readouterr().err


@pytest.mark.parametrize("path", ["", "\0", "x" * 300, "no/such/folder/scenario.yaml"])
def test_an_odd_path_is_wrong_usage_and_no_crash(path: str, capsys: pytest.CaptureFixture[str]):
    assert main(["preview", path]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_language_that_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str]):
    assert main(["preview", str(STORY), "--lang", "xx"]) == 2
    assert "does not speak 'xx'" in capsys.readouterr().err


def test_a_window_for_a_device_has_room_for_the_strip():
    for device in DEVICES[1:]:
        size = window_size(device)
        assert size is not None
        assert device.zoom(*size) == 1.0 or device.pixels == (1920, 1080)


def test_ctrl_c_ends_it_without_a_word(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path):
    def interrupted(make_stage, **how):
        make_stage(PygameMeasure(1.0))
        raise KeyboardInterrupt

    monkeypatch.setattr("game.view.loop.run", interrupted)
    assert main(["preview", str(STORY)]) == 130
    assert capsys.readouterr() == ("", "")
    assert list(home.iterdir()) == []
