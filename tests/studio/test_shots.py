"""Promises of pictures of every screen."""

from pathlib import Path

import pygame
import pytest

from game.errors import LookTwiceError, UnknownStoryError
from game.studio.shots import make_shots

STORIES = Path(__file__).parents[1] / "data" / "stories"


def test_there_is_a_picture_of_each_stop_in_the_size_that_was_asked_for(tmp_path):
    shots = make_shots("lunch-swap", tmp_path / "shots", content=[STORIES], size=(360, 640), text_size=150)
    assert len(shots) > 20
    assert sorted(shot.path for shot in shots) == sorted((tmp_path / "shots").glob("*.png"))
    for shot in shots:
        assert pygame.image.load(shot.path).get_size() == (360, 640)


def test_making_pictures_leaves_the_players_folder_alone(home, tmp_path):
    make_shots("lunch-swap", tmp_path / "shots", content=[STORIES], size=(360, 640))
    assert list(home.rglob("*")) == []


def test_the_same_story_makes_the_same_pictures(tmp_path):
    for folder in ("one", "two"):
        make_shots("lunch-swap", tmp_path / folder, content=[STORIES], size=(360, 640))
    for file in sorted((tmp_path / "one").iterdir()):
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes(), file.name


def test_an_unknown_story_is_told_with_what_was_perhaps_meant(tmp_path):
    with pytest.raises(UnknownStoryError, match="lunch-swap"):
        make_shots("lunch-swp", tmp_path, content=[STORIES])


def test_a_place_where_no_picture_can_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(LookTwiceError):
        make_shots("lunch-swap", tmp_path / "file", content=[STORIES], size=(360, 640))
