"""The text of a kept place: sealed, read back, and taken up in the story as it is today.

Imported where a place is kept or read: the first frame needs none of it.
"""

from datetime import date

from game.app.notices import NoticeKind
from game.app.sealed_file import SealError, seal, unseal
from game.story.model import Scenario
from game.story.resuming import resume
from game.story.saves import FORMAT, SavedPlay, SavedPlayError, dump_play, load_play
from game.story.state import State

__all__ = ["FORMAT", "place_text", "read_place", "take_up"]


def place_text(scenario: Scenario, state: State, on: date) -> str:
    """Return a place as it is kept."""
    return seal(dump_play(scenario, state, on))


def read_place(data: bytes) -> SavedPlay:
    """Return the place that a file holds.

    Raises NewerFormatError for one of a newer game, and SealError for what is no place or is not what was kept.
    """
    text = unseal(data, FORMAT)
    try:
        return load_play(text)
    except SavedPlayError as error:
        raise SealError(str(error)) from error


def take_up(scenario: Scenario, saved: SavedPlay) -> tuple[State | None, NoticeKind | None, int]:
    """Return as much of a place as fits the story today (None: nothing), what to say of it, and how much went."""
    resumed = resume(scenario, saved)
    if resumed.is_whole:
        return resumed.state, None, 0
    if not resumed.state.inputs:
        return None, "place_outdated", resumed.dropped
    return resumed.state, "place_shortened" if resumed.is_shorter else "answers_dropped", resumed.dropped
