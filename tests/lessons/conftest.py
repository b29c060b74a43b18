"""What the tests of lessons share: modules of this folder can be imported by their names."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="module", autouse=True)
def _stories(before_the_test_shelf: None) -> None:
    """No word of a story of the game is in the way of what is tested here."""
