"""When a band's booster and its later practice are due: about one week and about four weeks after its first story.

The days are those of the content standard (C6); they are counted only where the player keeps their place.
"""

from collections.abc import Collection, Sequence
from datetime import date

from game.story.values import StoryCard

BOOSTER_DAYS = 7
PRACTICE_DAYS = 28


def due_story(cards: Sequence[StoryCard], done: Collection[str], first: date | None, today: date) -> str:
    """The booster that is due, by id; empty where none is. `first` is the day of the band's first finished story."""
    if first is None or (today - first).days < BOOSTER_DAYS:
        return ""
    return next((card.id for card in cards if card.kind == "booster" and card.id not in done), "")


def practice_is_due(first: date | None, today: date) -> bool:
    """Whether the round of practice after about four weeks is due."""
    return first is not None and (today - first).days >= PRACTICE_DAYS
