"""Cuts a story along the class's way into stops: votes, choices, tellings, and the end."""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from game.story.class_play import judged_places, play_path
from game.story.guide import JudgedPlace
from game.story.model import Beat, Choice, Ending, Go, Place, Rehearse, Scenario
from game.story.state import ShownBeat, State
from lessons.plan import ShownLine, Stop

StopKind: TypeAlias = Literal["vote", "choice", "rehearse", "end"]


def cut_into_stops(scenario: Scenario, path: Sequence[str], votes: Sequence[JudgedPlace]) -> tuple[Stop, ...]:
    """Return the stops of a class's way through a story, every beat that is shown in one of them.

    Votes are numbered as they come on the way; one that is not on it is left out. A way that does not fit the story
    (see `play_path`) gives the stops as far as it fits, the last one an end.
    """
    stops: list[Stop] = []
    lines: list[ShownLine] = []
    for line in _shown_lines(scenario, path, votes):
        lines.append(line)
        kind = _kind_of(line)
        if kind is not None:
            stops.append(Stop(number=len(stops) + 1, lines=tuple(lines), kind=kind))
            lines = []
    if lines:
        stops.append(Stop(number=len(stops) + 1, lines=tuple(lines), kind="end"))
    return tuple(stops)


def _shown_lines(scenario: Scenario, path: Sequence[str], votes: Sequence[JudgedPlace]) -> Iterator[ShownLine]:
    play = play_path(scenario, path)
    judged = {place: name for name, place in judged_places(scenario).items()}
    vote = 0
    for place, beat, chat in _beats(scenario, play.state):
        name = judged.get(place)
        is_vote = name in votes
        vote += is_vote
        yield ShownLine(
            place=place,
            beat=beat,
            chat=chat,
            judged=name,
            vote=vote if is_vote else None,
            taken=play.taken.get(place, ""),
        )


def _beats(scenario: Scenario, state: State) -> Iterator[tuple[Place, Beat, str]]:
    """The beats that a class reads, with their chats; a `go` is nothing to read."""
    for shown, chat in state.threads(scenario):
        if isinstance(shown, ShownBeat):
            beat = scenario.beat_at(shown.place)
            if not isinstance(beat, Go):
                yield shown.place, beat, chat


def _kind_of(line: ShownLine) -> StopKind | None:
    match line.beat:
        case Choice():
            return "choice"
        case Rehearse():
            return "rehearse"
        case Ending():
            return "end"
        case _:
            return "vote" if line.vote is not None else None
