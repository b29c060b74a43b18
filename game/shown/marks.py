"""What the player said of messages, beside the story's own answers, for the look-back."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.story.model import Message, Place, Pulse, Scenario
from game.story.plays import Judgement
from game.story.state import State

Answer: TypeAlias = Literal["sign", "fine", "unclear", "none"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One message at look-back. `open` says whether its why is shown; until then it may still be answered."""

    place: Place
    message: Message
    answer: Answer
    said: Judgement | None
    open: bool


def marks_of(scenario: Scenario, state: State) -> tuple[Mark, ...]:
    """The messages of the open look-back."""
    marks = []
    for place, message in state.look_back_messages(scenario):
        said = state.judgements.get(place)
        marks.append(Mark(place, message, answer_of(message), said, said is not None or place in state.revealed))
    return tuple(marks)


def first_sign(scenario: Scenario, state: State) -> Place | None:
    """Where the chat turned: the first message with a sign on the path that was shown."""
    return next((place for place, message in state.messages(scenario) if message.is_sign), None)


def is_near_turn(scenario: Scenario, state: State, place: Place) -> bool:
    """Whether a message is where the chat turned, or the one before or after it: both are right too."""
    turn = first_sign(scenario, state)
    places = [each for each, message in state.messages(scenario) if message.person != scenario.friend.id]
    return turn in places and place in places and abs(places.index(turn) - places.index(place)) <= 1


def answer_of(message: Message) -> Answer:
    """The story's own answer for a message; `none` where there is nothing to decide."""
    if message.is_sign:
        return "sign"
    if message.read is None:
        return "none"
    return "unclear" if message.read == "unclear" else "fine"


def pulses_of(scenario: Scenario, state: State) -> tuple[tuple[Place, Pulse], ...]:
    """The pulses of the open look-back: those of the scenes it goes over that were answered."""
    scenes = set(state.path if state.is_over else state.path[state.look_back_from : -1])
    return tuple(
        (place, beat)
        for place, beat in state.beats(scenario)
        if isinstance(beat, Pulse) and place.scene in scenes and place in state.pulses
    )
