"""The small stories, for the tests of what is kept."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from game.story.model import Scenario

SMALL_STORIES = Path(__file__).parents[1] / "data" / "story_core" / "small_stories.py"


@pytest.fixture(scope="session")
def stories() -> ModuleType:
    """The module that builds them."""
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
