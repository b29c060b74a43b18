"""The wheel: built from this checkout, installed elsewhere, it brings everything it needs to be played."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.resources import checkout_folder, data_folder

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow

Looktwice = Callable[..., Any]


def run(command: list[str], folder: Path) -> str:
    """Run a command in a folder, as on a computer that knows nothing of the checkout; return what it printed."""
    hidden = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "COVERAGE_PROCESS_START")
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    environment["LOOKTWICE_HOME"] = str(folder / "home")
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)], folder)
    (file,) = folder.glob("looktwice-*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh venv in which only that wheel was installed."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    constraints = str(ROOT / "constraints.txt")
    run([str(programs / "python"), "-m", "pip", "install", "-q", "-c", constraints, str(wheel)], folder)
    return programs


@pytest.fixture
def looktwice(installed: Path, tmp_path: Path) -> Looktwice:
    """Run the installed program from an empty folder; return the JSON it printed."""
    return lambda *words: json.loads(run([str(installed / "looktwice"), *words, "--json"], tmp_path))


def ids_in_the_checkout() -> set[str]:
    return {file.parent.name for file in (ROOT / "scenarios").glob("*/scenario.yaml")}


def test_the_checkout_reads_its_own_data_and_holds_no_copy_of_it():
    assert checkout_folder() == ROOT
    assert data_folder("scenarios") == ROOT / "scenarios"
    assert not (ROOT / "game" / "data").exists()


def test_the_wheel_holds_all_data_files_and_both_licences_and_no_tests(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("scenarios", "assets", "locales"):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts and not file.name.startswith("."):
                assert f"game/data/{file.relative_to(ROOT).as_posix()}" in names
    assert {"LICENSE", "LICENSE-CONTENT"} <= {name.rpartition("/")[2] for name in names if "/licenses/" in name}
    assert "game/py.typed" in names
    assert not [name for name in names if name.startswith("tests") or name.endswith(".pyc")]


def test_the_wheel_speaks_every_language_without_compiling_anything(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    screens = sorted((ROOT / "locales").glob("*/*.po"))
    stories = sorted((ROOT / "scenarios").rglob("*.po"))
    assert len(screens) >= 6
    assert len(stories) >= 3 * len(ids_in_the_checkout())
    for file in (*screens, *stories):
        assert f"game/data/{file.relative_to(ROOT).with_suffix('.mo').as_posix()}" in names
    for file in screens:
        assert f"game/data/{file.parent.relative_to(ROOT).as_posix()}/format.json" in names


def test_the_wheel_brings_the_pages_of_findings_the_guides_and_what_draws_lessons(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, inside in (("docs/checks", "game/data/checks"), ("lessons", "lessons")):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts and not file.name.startswith("."):
                assert f"{inside}/{file.relative_to(ROOT / folder).as_posix()}" in names


def test_the_wheel_knows_its_stories_before_it_has_read_one(installed: Path, tmp_path: Path):
    code = (
        "import sys\nfrom pathlib import Path\nfrom game.app.opening import Opening\n"
        "from game.i18n.catalogues import Catalogues\n"
        "Catalogues._read_file = None  # no catalogue is opened\n"
        "cards = Opening(Path('home')).library.cards()\n"
        "assert 'yaml' not in sys.modules\nprint(*(card.id for card in cards))"
    )
    assert set(run([str(installed / "python"), "-c", code], tmp_path).split()) == ids_in_the_checkout()


def test_the_wheel_knows_in_which_languages_each_story_is_told(wheel: Path):
    index = json.loads(zipfile.ZipFile(wheel).read("game/data/scenarios/index.json"))
    assert str(ROOT) not in json.dumps(index)
    assert {"ar", "es", "fr"} <= set(index["signs"])
    assert all({"ar", "es", "fr"} <= set(story["translations"]) for story in index["stories"])


def test_the_wheel_brings_a_stamp_of_its_rules(wheel: Path, installed: Path, tmp_path: Path):
    stamp = zipfile.ZipFile(wheel).read("game/data/build.txt").decode()
    code = "from game.resources import build_stamp; print(build_stamp())"
    assert run([str(installed / "python"), "-c", code], tmp_path).strip() == stamp
    assert len(stamp) > 16


def test_an_own_story_speaks_another_language_in_an_installed_game(
    looktwice: Looktwice, installed: Path, tmp_path: Path
):
    story = tmp_path / "own" / "free-sail"
    shutil.copytree(ROOT / "docs" / "checks" / "example" / "free-sail", story)
    report = json.loads(run([str(installed / "looktwice"), "check", "--json", str(story)], tmp_path))
    assert report["errors"] == 0
    assert not list(story.rglob("*.mo"))


def test_the_installed_game_finds_its_data_inside_the_package(installed: Path, tmp_path: Path):
    code = (
        "from game.resources import checkout_folder, data_folder, font_path, picture_path\n"
        "assert checkout_folder() is None\n"
        "print(data_folder('scenarios')); print(font_path('Fredoka-SemiBold.ttf')); print(picture_path('avatars/fox'))"
    )
    places = run([str(installed / "python"), "-c", code], tmp_path).splitlines()
    assert len(places) == 3
    inside = str(Path("game", "data"))
    assert all(inside in place and str(ROOT) not in place for place in places), places


def test_the_installed_game_lists_every_story_of_the_checkout(looktwice: Looktwice):
    stories = looktwice("list")
    assert {story["id"] for story in stories} == ids_in_the_checkout()
    assert len(stories) >= 2


def test_the_installed_game_finds_no_errors_in_its_stories(looktwice: Looktwice):
    report = looktwice("check")
    assert report["errors"] == 0
    assert report["files"] >= len(ids_in_the_checkout())


def test_the_installed_game_plays_every_scene_and_option(looktwice: Looktwice):
    report = looktwice("bot", "--plays", "20")
    assert {story["id"] for story in report["scenarios"]} == ids_in_the_checkout()
    for story in report["scenarios"]:
        assert story["plays"] > 0
        assert story["scenes_seen"] == story["scenes"] > 0
        assert story["options_seen"] == story["options"] > 0
        assert story["problems"] == []
