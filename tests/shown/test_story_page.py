"""Promises of the page on which an adult reads a whole story."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from game.extract.compiling import open_catalogues
from game.shown.story_page import story_paragraphs
from game.story.model import Scenario

_FILE = Path(__file__).parents[1] / "data" / "story_core" / "small_stories.py"
_SPEC = spec_from_file_location("small_stories_of_the_story_page", _FILE)
assert _SPEC is not None
assert _SPEC.loader is not None
small_stories = module_from_spec(_SPEC)
_SPEC.loader.exec_module(small_stories)
BOAT: Scenario = small_stories.boat_story()


@pytest.mark.parametrize(("language", "first"), [("en", "Part 1"), ("es", "Parte 1"), ("fr", "Partie 1")])
def test_parts_are_counted_and_the_names_that_authors_gave_them_are_nowhere(language: str, first: str) -> None:
    catalogues = open_catalogues()
    said, told = (catalogues.load_translator(code) for code in (language, "en"))
    headings = [each.text for each in story_paragraphs(said, told, BOAT) if each.style == "heading"]
    assert len(BOAT.scenes) > 1
    assert headings[0] == first
    assert len(headings) == len(BOAT.scenes) + 1
    assert not [text for text in headings for scene in BOAT.scenes if scene.replace("_", " ") in text]
