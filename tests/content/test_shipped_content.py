"""The content that ships with the game has no error and no warning."""

from pathlib import Path

import pytest

from game.content.shipped import load_catalogue
from game.content.story_files import find_stories
from game.content.story_report import check_story
from game.resources import data_folder
from game.story.model import BANDS

STORIES = find_stories(data_folder("scenarios"))


def test_there_are_stories_with_and_without_signs() -> None:
    catalogue = load_catalogue().catalogue
    drafts = [check_story(file, catalogue).reading.scenario for file in STORIES]
    assert {story.nothing_is_wrong for story in drafts if story is not None} == {True, False}


def test_signs_facts_and_wordings_are_clean_and_complete() -> None:
    shipped = load_catalogue()
    assert [str(one) for one in shipped.diagnostics] == []
    signs = [sign for sign in shipped.catalogue.signs.values() if not sign.is_family]
    assert len(signs) == 23
    assert len(shipped.catalogue.signs) == 29
    for band in BANDS:
        assert len(shipped.catalogue.wordings_of("not_your_fault", band)) >= 6


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.parent.name)
def test_a_shipped_story_and_its_plays_are_clean(file: Path) -> None:
    report = check_story(file, load_catalogue().catalogue)
    assert [one for one in report.diagnostics if one.severity != "note"] == []
    assert report.is_offered
    assert report.files >= 3
