"""A scenario cut for reading on: where a scene stops next, and the entries that get shown, made once and shared."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

from game.story.made_once import MadeOnce
from game.story.model import Choice, Ending, Go, Message, Option, Place, Pulse, Rehearse, Scenario, Scene
from game.story.state import ShownBeat, ShownFeedback, ShownOption

StopKind: TypeAlias = Literal["pulse", "choice", "rehearse", "go", "over"]


@dataclass(frozen=True, slots=True)
class Taken:
    """An option with the two entries that taking it shows."""

    option: Option
    entries: tuple[ShownOption, ShownFeedback]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reel:
    """One scene. The tuples have an item a beat; indices count from 0."""

    entries: tuple[ShownBeat, ...]
    stops: tuple[int | None, ...]
    """The next beat, from here on, that stops the reading; None where the scene just runs out."""
    kinds: Mapping[int, StopKind]
    goes: Mapping[int, str]
    """Where each go leads."""
    options: Mapping[tuple[int, str], Taken]
    judgeable: frozenset[int]
    """Messages that somebody else than the friend wrote."""
    has_answers: bool
    """Whether any of those has an answer that a look-back can show."""


def reels_of(scenario: Scenario) -> Mapping[str, Reel]:
    """The scenes of a scenario cut for reading on, by scene id; made once for a scenario that is in use."""
    return _reels(scenario)


def _cut_all(scenario: Scenario) -> Mapping[str, Reel]:
    return MappingProxyType({scene.id: _cut(scene, scenario.friend.id) for scene in scenario.scenes.values()})


_reels = MadeOnce(_cut_all)


def _cut(scene: Scene, friend: str) -> Reel:
    kinds: dict[int, StopKind] = {}
    goes: dict[int, str] = {}
    options: dict[tuple[int, str], Taken] = {}
    judgeable: set[int] = set()
    has_answers = False
    for index, beat in enumerate(scene.beats):
        match beat:
            case Message():
                if beat.person != friend:
                    judgeable.add(index)
                    has_answers = has_answers or beat.is_judged
            case Pulse():
                kinds[index] = "pulse"
            case Rehearse():
                kinds[index] = "rehearse"
            case Go():
                kinds[index] = "go"
                goes[index] = beat.scene
            case Ending():
                kinds[index] = "over"
            case Choice():
                kinds[index] = "choice"
                place = Place(scene.id, index)
                for option in beat.options:
                    entries = (ShownOption(place, option.id), ShownFeedback(place, option.id))
                    options[index, option.id] = Taken(option, entries)
    return Reel(
        entries=tuple(ShownBeat(Place(scene.id, index)) for index in range(len(scene.beats))),
        stops=_next_stops(len(scene.beats), kinds),
        kinds=MappingProxyType(kinds),
        goes=MappingProxyType(goes),
        options=MappingProxyType(options),
        judgeable=frozenset(judgeable),
        has_answers=has_answers,
    )


def _next_stops(length: int, kinds: Mapping[int, StopKind]) -> tuple[int | None, ...]:
    stops: list[int | None] = []
    following: int | None = None
    for index in reversed(range(length)):
        following = index if index in kinds else following
        stops.append(following)
    return tuple(reversed(stops))
