"""What every test needs: SDL without a screen, goldens that can be written anew, a user folder of its own."""

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

from game.cli import check as check_command
from game.content import library
from game.content.files.catalogue import Catalogue
from game.content.shipped import ShippedCatalogue, load_catalogue
from game.content.story_index import IndexEntry
from game.resources import data_folder
from game.story.model import Scenario

sys.path.insert(0, str(Path(__file__).parent))

from sampling import examples
from shelf import make_shelf, with_shipped_stories, with_test_stories

SMALL_STORIES = Path(__file__).parent / "data" / "story_core" / "small_stories.py"

# A slow machine is not a failure.
settings.register_profile(
    "looktwice", deadline=None, max_examples=examples(100), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("looktwice")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens", action="store_true", help="write the golden files anew instead of comparing with them"
    )


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--update-goldens"))


@pytest.fixture
def golden(update_goldens: bool) -> Callable[[Path, str], None]:
    """Compare a text with its golden file, or write that file when asked to (`--update-goldens`)."""

    def compare(file: Path, text: str) -> None:
        if update_goldens:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.is_file(), f"{file} is missing: run the test once with --update-goldens and read what it wrote"
        assert text == file.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session", autouse=True)
def _the_same_surroundings_everywhere(tmp_path_factory: pytest.TempPathFactory) -> None:
    os.environ["LOOKTWICE_HOME"] = str(tmp_path_factory.getbasetemp() / "home-of-no-test")
    os.environ["COLUMNS"] = "120"
    os.environ.pop("LOOKTWICE_DEBUG", None)


@pytest.fixture(scope="session", autouse=True)
def _stories_of_the_project_are_checked_once() -> Iterator[None]:
    """Keep what a library found in a story of the project, which no test changes: hundreds open the game with all.

    The same goes for the lists of signs, facts and wordings that each `looktwice check` reads.

    Everything else of a library stays as it is: it looks at its folders, asks for each new file, and keeps its index.
    """
    check = library._check
    shelves = (data_folder("scenarios"), make_shelf(), Path(__file__).parent / "data")
    entries: dict[tuple[Path, tuple[int, int]], IndexEntry] = {}
    catalogues: dict[Path, Catalogue] = {}
    lists: dict[tuple[Path, str | None], ShippedCatalogue] = {}

    def check_once(file: Path, catalogue: Catalogue) -> IndexEntry:
        if not any(file.is_relative_to(shelf) for shelf in shelves):
            return check(file, catalogue)
        version = (file, library._version_of(file))
        if version not in entries:
            entries[version] = check(file, catalogue)
        return entries[version]

    def load_once(self: library.Library) -> Catalogue:
        folder = data_folder("scenarios")
        if folder not in catalogues:
            catalogues[folder] = load_catalogue().catalogue
        return catalogues[folder]

    def load_lists_once(scenarios: Path | None = None, shown: str | None = None) -> ShippedCatalogue:
        folder = scenarios or data_folder("scenarios")
        if folder not in shelves:
            return load_catalogue(scenarios, shown)
        if (folder, shown) not in lists:
            lists[folder, shown] = load_catalogue(scenarios, shown)
        return lists[folder, shown]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check_command, "load_catalogue", load_lists_once)
        patch.setattr(library, "_check", check_once)
        patch.setattr(library.Library, "_load_catalogue", load_once)
        yield


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty user folder (settings, kept places, log) that LOOKTWICE_HOME points to."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("LOOKTWICE_HOME", str(folder))
    return folder


@pytest.fixture(scope="module")
def before_the_test_shelf() -> Iterator[None]:
    """The stories of the tests stand where the game's own do, but for a test that is about those (`shipped`)."""
    with with_test_stories():
        yield


@pytest.fixture(autouse=True)
def _before_the_games_own_shelf(request: pytest.FixtureRequest) -> Iterator[None]:
    if request.node.get_closest_marker("shipped"):
        with with_shipped_stories():
            yield
    else:
        yield


@pytest.fixture(scope="session")
def stories() -> ModuleType:
    """The module that builds the small stories, for the tests of the story core and of what is kept."""
    spec = spec_from_file_location("small_stories", SMALL_STORIES)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def boat(stories: ModuleType) -> Scenario:
    """A story with everything the format has, for 11-13."""
    made: Scenario = stories.boat_story()
    return made


@pytest.fixture
def x_surroundings() -> Iterator[Mapping[str, str]]:
    """The environment of a program that is to draw on a real X server, which is only there for the test."""
    if shutil.which("Xvfb") is None:
        pytest.skip("the program Xvfb is not installed")
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write_end,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write_end)
    with os.fdopen(read_end) as pipe:
        number = pipe.readline().strip()
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("SDL_", "WAYLAND"))}
    yield {**ours, "DISPLAY": f":{number}", "SDL_AUDIODRIVER": "dummy"}
    server.terminate()
    server.wait(timeout=20)
