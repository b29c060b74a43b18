"""Promises of watching a story's files: every save is noticed, and nothing else is."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from game.content.shipped import load_catalogue
from game.studio.preview.feed import VersionFeed
from game.studio.preview.watch import SETTLED, StoryWatch


def save_in_place(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "\n", encoding="utf-8")


def save_by_renaming(file: Path) -> None:
    """As many editors do: the same length and even the same time, in another file that takes the place of the first."""
    status = file.stat()
    other = file.with_name("scenario.yaml~")
    other.write_bytes(file.read_bytes())
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(file)


def add_a_play(file: Path) -> None:
    (file.parent / "plays").mkdir()
    (file.parent / "plays" / "kind.yaml").write_text("scenario: one-more-game\n", encoding="utf-8")


def add_a_guide(file: Path) -> None:
    (file.parent / "guide.yaml").write_text("format: 1\n", encoding="utf-8")


def take_away(file: Path) -> None:
    file.unlink()


@pytest.mark.parametrize("change", [save_in_place, save_by_renaming, add_a_play, add_a_guide, take_away])
def test_a_change_is_seen_once(story: Path, change: Callable[[Path], None]):
    watch = StoryWatch(story)
    assert not watch.look()
    change(story)
    assert watch.look()
    assert not watch.look()


def test_a_change_in_a_play_through_is_seen(story: Path):
    add_a_play(story)
    watch = StoryWatch(story)
    save_in_place(story.parent / "plays" / "kind.yaml")
    assert watch.look()


def test_what_lies_beside_the_story_and_is_not_its_own_is_not_watched(story: Path):
    watch = StoryWatch(story)
    (story.parent / "notes.txt").write_text("buy milk", encoding="utf-8")
    assert not watch.look()


def test_a_file_that_stands_alone_is_watched_alone(tmp_path: Path, story: Path):
    alone = tmp_path / "draft.yaml"
    alone.write_bytes(story.read_bytes())
    watch = StoryWatch(alone)
    (tmp_path / "guide.yaml").write_text("format: 1\n", encoding="utf-8")
    assert not watch.look()
    save_in_place(alone)
    assert watch.look()


def test_a_sound_version_is_given_at_once_and_once(story: Path):
    feed = VersionFeed(story, load_catalogue().catalogue, "scenario.yaml")
    assert feed.look(1.0) is None
    save_in_place(story)
    version = feed.look(2.0)
    assert version is not None
    assert version.is_sound
    assert feed.look(3.0) is None


def test_a_broken_version_is_given_when_the_file_has_come_to_rest(story: Path):
    feed = VersionFeed(story, load_catalogue().catalogue, "scenario.yaml")
    for now, text in ((1.0, "for"), (1.0 + SETTLED * 0.7, "format"), (1.0 + SETTLED * 1.4, "format:")):
        story.write_text(text, encoding="utf-8")
        assert feed.look(now) is None
    assert feed.due == 1.0 + SETTLED * 1.4 + SETTLED
    version = feed.look(feed.due)
    assert version is not None
    assert version.errors
    assert feed.due is None
