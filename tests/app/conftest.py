"""Lets the tests of the application share open games and whole sittings."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from open_games import open_game, still
from shelf import with_test_stories

from game.app.app import App
from game.studio.tour import Tour


@pytest.fixture(scope="session")
def tour_stops(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, App]]:
    """Every stop of two walks, each as a game of its own that stands there."""
    with with_test_stories():
        return list(_stops_of_two_walks(tmp_path_factory))


def _stops_of_two_walks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, App]]:
    for story in ("paper-kite", "quiet-week"):
        app = open_game(tmp_path_factory.mktemp(story))
        for stop in Tour(app, story).stops():
            yield f"{story}/{stop.screen}", still(app)


@pytest.fixture(scope="module", autouse=True)
def _stories(before_the_test_shelf: None) -> None:
    """No word of a story of the game is in the way of what is tested here."""
