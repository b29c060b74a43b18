"""What stories in these tests may refer to: a small catalogue that does not change with the shipped content."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from game.content.files.catalogue import Catalogue
from game.story.model import Sign
from game.story.values import Wording

_SIGNS = {
    "gift_with_strings": "presents",
    "secrecy_request": "secrets",
    "platform_shift": "moving",
    "boundary_testing": "pushing",
    "threat_blackmail": "pushing",
    "private_picture_request": "pictures",
    "older_romance": "pretending",
    "camera_ask": "pictures",
    "fast_flattery": "pretending",
}
_WORDING = "This is not your fault."


def make_catalogue() -> Catalogue:
    """Nine signs and their families, one wording, three avatars and a sticker."""
    families = {id: Sign(id=id, name=id, picture=id, warning="w", do_now="d") for id in set(_SIGNS.values())}
    signs = {
        id: Sign(
            id=id,
            name=id,
            picture=family,
            warning="w",
            do_now="d",
            family=family,
            bands=("14-17",) if id == "older_romance" else ("8-10", "11-13", "14-17"),
        )
        for id, family in _SIGNS.items()
    }
    wording = Wording(id="nf-01", kind="not_your_fault", bands=("8-10", "11-13", "14-17"), text=_WORDING)
    drawn = ("fox", "rocket", "cactus", "owl", "octopus", "sunflower")
    stickers = ("wave", "party", "high_five")
    pictures = frozenset([*(f"avatars/{name}" for name in drawn), *(f"stickers/{name}" for name in stickers)])
    return Catalogue(signs={**families, **signs}, wordings=(wording,), pictures=pictures)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The small catalogue."""
    return make_catalogue()


@pytest.fixture(scope="session")
def small_story() -> str:
    """The text of a whole small story in which nothing is wrong with the file."""
    return (Path(__file__).parents[1] / "data" / "good" / "small.yaml").read_text(encoding="utf-8")
