import json
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from game import resources
from game.cli.bot import report
from game.cli.bot_tables import PLAYER_NAMES, print_lines
from game.cli.main import main
from game.content.files.plays_reader import check_plays
from game.content.files.scenario_reader import read_scenario
from game.resources import data_folder
from game.story import engine
from game.story.model import Scenario
from game.story.players import PLAYERS, all_players
from game.story.scoring import Tally, d_prime
from game.tools.story_survey import StorySurvey, survey, survey_files

STORIES = sorted(file.parent.name for file in data_folder("scenarios").glob("*/scenario.yaml"))
OWN = Path(__file__).parents[1] / "data" / "stories"
STORY = OWN / "paper-kite" / "scenario.yaml"
pytestmark = pytest.mark.usefixtures("before_the_test_shelf")


def scenario_of(name: str) -> Scenario:
    scenario = read_scenario(data_folder("scenarios") / name / "scenario.yaml").scenario
    assert scenario is not None
    return scenario


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder of stories with one in it that leads to a scene that is not there, and has a scene nobody gets to."""
    folder = tmp_path / "more"
    shutil.copytree(STORY.parent, folder / "broken-skins")
    file = folder / "broken-skins" / "scenario.yaml"
    text = file.read_text(encoding="utf-8").replace("id: paper-kite", "id: broken-skins", 1)
    file.write_text(text.replace("go: told_early", "go: telling"), encoding="utf-8")
    return folder


@pytest.mark.shipped
@pytest.mark.parametrize("name", STORIES)
def test_every_scene_and_option_of_a_shipped_story_is_played(name: str) -> None:
    found = survey(scenario_of(name), 1, 10, PLAYERS)
    assert found.problems == ()
    assert found.scenes_seen == found.scenes > 0
    assert found.options_seen == found.options
    assert not found.cut


def test_the_written_plays_of_a_story_count_and_their_failures_are_problems(broken: Path, tmp_path: Path) -> None:
    folder = broken / "broken-skins"
    written = len(list((folder / "plays").glob("*.yaml")))
    assert written > 0
    (without,) = survey_files([folder / "scenario.yaml"], 1, 0)
    play = folder / "plays" / "aaa.yaml"
    play.write_text("name: ends elsewhere\nchoose: [tell, teacher/1, older_relative/1]\nreaches: start\n")
    (found,) = survey_files([folder / "scenario.yaml"], 1, 0)
    assert found.plays == without.plays + 1
    assert any(problem.startswith("aaa.yaml:3: ") for problem in found.problems)


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "half" / "scenario.yaml"
    file.parent.mkdir()
    file.write_text("format: 1\nid: [\n")
    (found,) = survey_files([file], 1, 5)
    assert (found.id, found.plays) == ("half", 0)
    assert "cannot be read" in found.problems[0]


def test_the_json_document_has_its_shape(capsys: pytest.CaptureFixture[str]) -> None:
    main(["bot", "paper-kite", "--json", "--plays", "3"])
    document = json.loads(capsys.readouterr().out)
    assert set(document) == {"scenarios", "players"}
    (story,) = document["scenarios"]
    assert list(story) == [
        "id",
        "plays",
        "scenes",
        "scenes_seen",
        "options",
        "options_seen",
        "endings",
        "problems",
        "plays_to_paste",
        "cut",
    ]
    assert list(document["players"]) == list(PLAYER_NAMES)
    for name, player in document["players"].items():
        assert list(player) == [
            "hits",
            "noticed",
            "misses",
            "correct",
            "asked",
            "false_alarms",
            "untouched",
            "d_prime",
            "bias",
        ]
        if name not in PLAYERS:
            assert all(isinstance(value, float) for value in player["d_prime"].values())
            continue
        assert player["d_prime"] == dict.fromkeys(("not_ok", "not_sure"), None if name == "touch_nothing" else 0.0)


@pytest.mark.shipped
def test_players_are_pooled_over_the_stories() -> None:
    pool = Tally()
    for name in STORIES:
        pool += survey(scenario_of(name), 1, 0, PLAYERS).tallies["flag_everything"]
    assert pool.hits > 0
    assert pool.false_alarms != pool.hits
    assert d_prime(pool, "not_ok") == 0.0


def test_the_same_seed_gives_the_same_report() -> None:
    story = scenario_of("paper-kite")
    assert survey(story, 4, 5, all_players(4, {})) == survey(story, 4, 5, all_players(4, {}))


def test_a_report_of_nothing_is_empty() -> None:
    assert report([], {}) == {"scenarios": [], "players": {}}
    (story,) = report([StorySurvey(id="x")], {})["scenarios"]
    assert story["endings"] == {}


def test_problems_end_with_1_and_are_told(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bot", "broken-skins", "--content", str(broken), "--plays", "1"]) == 1
    out = capsys.readouterr().out
    assert 'problem: broken-skins: no path leads to the scene "told_early"' in out


def test_a_wrong_id_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bot", "paper-kit"]) == 2
    assert "Did you mean 'paper-kite'?" in capsys.readouterr().err


@pytest.mark.parametrize("count", ["-1", "many", "1000000"])
def test_a_wrong_number_of_plays_is_wrong_usage(count: str) -> None:
    assert main(["bot", f"--plays={count}"]) == 2


def test_on_a_terminal_there_are_tables(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "200")
    main(["bot", "paper-kite", "--plays", "1"])
    out = capsys.readouterr().out
    assert "5 of 5" in out
    assert "flag_everything" in out


def bands_of(tmp_path: Path) -> Path:
    """A folder of stories with a copy of one in another band."""
    folder = tmp_path / "more" / "older-skins"
    shutil.copytree(STORY.parent, folder)
    file = folder / "scenario.yaml"
    text = file.read_text(encoding="utf-8").replace("id: paper-kite", "id: older-skins", 1)
    file.write_text(text.replace("band: 11-13", "band: 14-17"), encoding="utf-8")
    return folder.parent


def test_players_are_told_by_band_where_there_are_several(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["bot", "paper-kite", "older-skins", "--content", str(bands_of(tmp_path)), "--plays", "1"])
    lines = capsys.readouterr().out.splitlines()
    heads = [lines.index(head) for head in ("all bands:", "band 11-13:", "band 14-17:")]
    assert heads == sorted(heads)
    assert sum(line.startswith("by_keyword: ") for line in lines) == 3
    main(["bot", "paper-kite", "--plays", "1"])
    assert "all bands" not in capsys.readouterr().out


def test_a_story_counts_the_same_whatever_stories_come_before_it(tmp_path: Path) -> None:
    files = [STORY, OWN / "tin-robot" / "scenario.yaml"]
    there = {one.id: one for one in survey_files(files, 3, 2)}
    back = {one.id: one for one in survey_files(files[::-1], 3, 2)}
    assert there == back
    assert any(one.tallies["average"] != other.tallies["average"] for one, other in _with_other_seed(files, there))


def _with_other_seed(files: list[Path], there: dict[str, StorySurvey]) -> list[tuple[StorySurvey, StorySurvey]]:
    return [(one, there[one.id]) for seed in (4, 5, 6) for one in survey_files(files, seed, 0)]


@pytest.fixture
def stuck(tmp_path: Path) -> Path:
    """The file of a story in which one option leads to a scene that is not there."""
    folder = tmp_path / "stuck" / "paper-kite"
    shutil.copytree(STORY.parent, folder)
    file = folder / "scenario.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count("go: told_early") == 1
    file.write_text(text.replace("go: told_early", "go: gone"), encoding="utf-8")
    return file


def test_the_play_that_shows_a_problem_can_be_pasted_and_fails_as_long_as_it_is_there(stuck: Path) -> None:
    (found,) = survey_files([stuck], 1, 5)
    shown = dict(zip(found.problems, found.plays_to_paste, strict=True))
    play = shown['the scene "start" leads to "gone", which is not there']
    assert play is not None
    for file in (stuck.parent / "plays").iterdir():
        file.unlink()
    (stuck.parent / "plays" / "shows-it.yaml").write_text(play, encoding="utf-8")
    scenario = read_scenario(stuck).scenario
    assert scenario is not None
    (failure,) = check_plays(stuck.parent, scenario)
    assert failure.slug == "play-fails"
    assert "which is not there" in failure.message
    assert shown['no path leads to the scene "told_early"'] is None


def test_the_play_that_shows_a_problem_is_printed_beside_it(
    stuck: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(resources._IN_CHECKOUT, "scenarios", str(stuck.parents[1]))
    assert main(["bot", "--plays", "0"]) == 1
    lines = capsys.readouterr().out.splitlines()
    at = lines.index('problem: paper-kite: the scene "start" leads to "gone", which is not there')
    assert lines[at + 2].startswith("    name: ")
    assert lines[at + 3].startswith("    choose: [")
    assert lines[at + 4] == "    reaches: start"


def test_a_play_that_a_replay_does_not_repeat_is_a_problem(boat: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        engine,
        "replay",
        lambda story, play: engine.Replay(engine.start(story), engine.Divergence(0, None, "it differs")),
    )
    found = survey(boat, 1, 20, PLAYERS)
    assert found.problems == ("a play cannot be repeated: it differs",)
    assert found.plays_to_paste[0] is not None
    assert "choose: [tell, " in found.plays_to_paste[0]


def test_more_paths_than_can_be_walked_are_told(stories: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    found = survey(stories.ladder(16), 1, 0, PLAYERS)
    assert found.cut
    assert (found.scenes_seen, found.options_seen) == (found.scenes, found.options)
    print_lines([found])
    assert "(a part)" in capsys.readouterr().out
    assert report([found], {})["scenarios"][0]["cut"] is True
