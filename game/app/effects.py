"""What a step asks for beyond its sitting: to keep, to forget, to read, to be heard; `keeping` carries them out.

They are carried out in their order, each on what the ones before left. Some answer by another sitting: what the disk
does not allow is a sentence in its notice, and a place that was read is the story that goes on there.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from game.app.settings import Settings
from game.app.sitting import Sitting
from game.story.model import Scenario
from game.story.state import State
from game.ui.intents import Intent


@dataclass(frozen=True, slots=True)
class Hear:
    """Let a sound be heard."""

    sound: str


@dataclass(frozen=True, slots=True)
class SaveSettings:
    """Keep the settings: what differs from `before`, and what is `named`, which was set on purpose."""

    before: Settings
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindPlaces:
    """Look in which stories a place is kept."""


@dataclass(frozen=True, slots=True)
class LoadPlace:
    """Go on in a story at the place that is kept in it, if there is one."""

    scenario: Scenario


@dataclass(frozen=True, slots=True)
class KeepPlace:
    """Keep the place in a story, if the player chose that."""

    scenario: Scenario
    state: State


@dataclass(frozen=True, slots=True)
class DeletePlace:
    """Forget the place in a story."""

    story: str


@dataclass(frozen=True, slots=True)
class MarkDone:
    """Keep that a story was finished, if the player chose that."""

    scenario: Scenario


@dataclass(frozen=True, slots=True)
class KeepSoFar:
    """Keep what was finished and practised in this sitting before the player chose to keep anything."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Erase the places and marks that are kept."""


@dataclass(frozen=True, slots=True)
class Erase:
    """Erase everything that is kept."""


@dataclass(frozen=True, slots=True)
class PickRound:
    """Pick a round of practice on these signs and others."""

    met: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StartLesson:
    """Begin to make the lesson pack that was chosen."""


@dataclass(frozen=True, slots=True)
class LookAfterLesson:
    """Ask how far the pack is."""


@dataclass(frozen=True, slots=True)
class EndLesson:
    """End the making of the pack."""


@dataclass(frozen=True, slots=True)
class ShowFolder:
    """Open a folder with the system's own program."""

    folder: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Nobody is told of it but an author: the story would not have an intent, and stands where it stood."""

    intent: Intent
    reason: str


Effect: TypeAlias = (
    Hear
    | SaveSettings
    | FindPlaces
    | LoadPlace
    | KeepPlace
    | DeletePlace
    | MarkDone
    | KeepSoFar
    | Forget
    | Erase
    | PickRound
    | StartLesson
    | LookAfterLesson
    | EndLesson
    | ShowFolder
    | Refused
)


def set_to(sitting: Sitting, **values: object) -> tuple[Sitting, SaveSettings]:
    """The sitting with these settings, and what keeps them."""
    before = sitting.settings
    changed = replace(sitting, settings=replace(before, **values))  # type: ignore[arg-type]
    return changed, SaveSettings(before, tuple(values))


class Step(NamedTuple):
    """What became of a sitting, and what is still to be carried out."""

    sitting: Sitting
    effects: tuple[Effect, ...] = ()
