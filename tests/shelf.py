"""The stories of the tests in place of the game's own, so that no word changed in a story of the game fails a test.

Rooms that show stories, but are not about the ones that the game brings, stand before this shelf: their conftest uses
`before_the_test_shelf`. A test there that is about the game's own stories is marked `shipped`.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from game import resources
from game.content.story_files import STORY_FILE

STORIES = Path(__file__).parent / "data" / "stories"
SHIPPED = resources.data_folder("scenarios")
_KEPT: list[TemporaryDirectory[str]] = []


@cache
def make_shelf() -> Path:
    """A folder of scenarios: signs, practice and lists of the game, and the stories of the tests."""
    _KEPT.append(TemporaryDirectory(prefix="looktwice-shelf-"))
    shelf = Path(_KEPT[-1].name).resolve() / "scenarios"
    shelf.mkdir()
    for place in SHIPPED.iterdir():
        if place.is_file():
            shutil.copy2(place, shelf)
        elif not (place / STORY_FILE).is_file():
            shutil.copytree(place, shelf / place.name)
    for story in STORIES.iterdir():
        shutil.copytree(story, shelf / story.name)
    return shelf


@contextmanager
def with_test_stories() -> Iterator[Path]:
    """Whoever asks for the folder of scenarios meanwhile is given the stories of the tests."""
    with _scenarios_in(make_shelf()):
        yield make_shelf()


@contextmanager
def with_shipped_stories() -> Iterator[Path]:
    """Whoever asks for the folder of scenarios meanwhile is given the game's own."""
    with _scenarios_in(SHIPPED):
        yield SHIPPED


@contextmanager
def _scenarios_in(folder: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(resources._IN_CHECKOUT, "scenarios", str(folder))
        yield
