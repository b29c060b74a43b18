"""Where a play stands: what was shown, what was said of it, and what the story waits for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias

from game.story.model import (
    Beat,
    Choice,
    Ending,
    In,
    Message,
    Outcome,
    Place,
    Pulse,
    PulseAnswer,
    Rehearse,
    Scenario,
)
from game.story.plays import Input, Judge, Judgement, Play

Awaiting: TypeAlias = Literal["reading", "pulse", "choice", "rehearse", "look_back", "over"]


@dataclass(frozen=True, slots=True)
class ShownBeat:
    """A beat that was reached."""

    place: Place


@dataclass(frozen=True, slots=True)
class ShownOption:
    """The option that was taken, as it appears in the chat; `place` is the choice's."""

    place: Place
    option_id: str


@dataclass(frozen=True, slots=True)
class ShownFeedback:
    """What the story says to that option."""

    place: Place
    option_id: str


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A sentence (from 1) said to an adult, who then answers."""

    place: Place
    role: str
    sentence: int


Shown: TypeAlias = ShownBeat | ShownOption | ShownFeedback | Rehearsed


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A play at one moment. Made by `game.story.engine` only.

    `next` is the place of the beat that will be shown next; while a pulse, a choice or a rehearsal is open, the open
    beat is the one before it. `path` holds the scenes entered. `look_back_from` is the index in `path` of the first
    scene that no look-back has been over yet.
    """

    next: Place
    path: tuple[str, ...]
    awaiting: Awaiting = "reading"
    shown: tuple[Shown, ...] = ()
    judgements: Mapping[Place, Judgement] = field(default_factory=dict)
    pulses: Mapping[Place, PulseAnswer] = field(default_factory=dict)
    tried: tuple[str, ...] = ()
    """Options of the open choice that were taken and led nowhere, so that it was asked again."""
    revealed: frozenset[Place] = frozenset()
    """Messages whose why was shown; what was said of them is final."""
    inputs: tuple[Input, ...] = ()
    look_back_from: int = 0

    def __post_init__(self) -> None:
        """Freeze the maps."""
        object.__setattr__(self, "judgements", MappingProxyType(dict(self.judgements)))
        object.__setattr__(self, "pulses", MappingProxyType(dict(self.pulses)))

    @property
    def is_over(self) -> bool:
        """Whether the ending was shown."""
        return self.awaiting == "over"

    @property
    def can_undo(self) -> bool:
        """Whether there is an option, a pulse or a rehearsal to take back."""
        return any(not isinstance(done, Judge) for done in self.inputs)

    def play(self, scenario: Scenario) -> Play:
        """Everything the player did so far, as a play."""
        return Play(scenario.id, self.inputs)

    def open_beat(self, scenario: Scenario) -> Pulse | Choice | Rehearse | None:
        """The pulse, choice or rehearsal that waits for the player, if one does."""
        if self.awaiting not in ("pulse", "choice", "rehearse"):
            return None
        beat = scenario.scenes[self.next.scene].beats[self.next.beat - 1]
        return beat if isinstance(beat, Pulse | Choice | Rehearse) else None

    @property
    def open_place(self) -> Place | None:
        """Where the open beat stands, if one is open."""
        if self.awaiting not in ("pulse", "choice", "rehearse"):
            return None
        return Place(self.next.scene, self.next.beat - 1)

    def open_choice(self, scenario: Scenario) -> Choice | None:
        """The choice that waits for the player."""
        beat = self.open_beat(scenario)
        return beat if isinstance(beat, Choice) else None

    def open_rehearse(self, scenario: Scenario) -> Rehearse | None:
        """The rehearsal that waits for the player."""
        beat = self.open_beat(scenario)
        return beat if isinstance(beat, Rehearse) else None

    def ending(self, scenario: Scenario) -> Ending | None:
        """The ending that was reached, once the story is over."""
        if not self.is_over:
            return None
        beat = scenario.scenes[self.next.scene].beats[self.next.beat - 1]
        return beat if isinstance(beat, Ending) else None

    def outcome(self, scenario: Scenario) -> Outcome | None:
        """How the story ended, once it is over."""
        ending = self.ending(scenario)
        return None if ending is None else ending.outcome

    def beats(self, scenario: Scenario) -> Iterator[tuple[Place, Beat]]:
        """The beats shown so far, in order."""
        for shown in self.shown:
            if isinstance(shown, ShownBeat):
                yield shown.place, scenario.beat_at(shown.place)

    def messages(self, scenario: Scenario) -> tuple[tuple[Place, Message], ...]:
        """The messages shown so far, the friend's too, in order."""
        return tuple((place, beat) for place, beat in self.beats(scenario) if isinstance(beat, Message))

    def look_back_messages(self, scenario: Scenario) -> tuple[tuple[Place, Message], ...]:
        """What the open look-back goes over: messages that have an answer or were judged, in order.

        Short: those since the last look-back. When the story is over: all of them. Empty while none is open.
        """
        if self.awaiting not in ("look_back", "over"):
            return ()
        scenes = set(self.path if self.is_over else self.path[self.look_back_from : -1])
        friend = scenario.friend.id
        return tuple(
            (place, message)
            for place, message in self.messages(scenario)
            if place.scene in scenes and message.person != friend and (message.is_judged or place in self.judgements)
        )

    def threads(self, scenario: Scenario) -> tuple[tuple[Shown, str], ...]:
        """Everything shown so far, each with the id of the chat it appeared in."""
        chat = next(iter(scenario.chats), "")
        placed: list[tuple[Shown, str]] = []
        for shown in self.shown:
            if isinstance(shown, ShownBeat):
                beat = scenario.beat_at(shown.place)
                if isinstance(beat, In):
                    chat = beat.chat
            placed.append((shown, chat))
        return tuple(placed)

    def current_chat(self, scenario: Scenario) -> str:
        """The id of the chat in which the story is now."""
        for shown in reversed(self.shown):
            if isinstance(shown, ShownBeat):
                beat = scenario.beat_at(shown.place)
                if isinstance(beat, In):
                    return beat.chat
        return next(iter(scenario.chats), "")
