"""What the player said of messages, beside the story's own answers, for the look-back."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.story.model import Message, Place, Pulse, Scenario
from game.story.plays import Judgement
from game.story.state import State
from game.ui.playing import Playing

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


def answer_of(message: Message) -> Answer:
    """The story's own answer for a message; `none` where there is nothing to decide."""
    if message.is_sign:
        return "sign"
    if message.read is None:
        return "none"
    return "unclear" if message.read == "unclear" else "fine"


def pulses_of(playing: Playing) -> tuple[tuple[Place, Pulse], ...]:
    """The pulses of the open look-back: those of the scenes it goes over that were answered."""
    state = playing.state
    scenes = set(state.path if state.is_over else state.path[state.look_back_from : -1])
    return tuple(
        (place, beat)
        for place, beat in state.beats(playing.scenario)
        if isinstance(beat, Pulse) and place.scene in scenes and place in state.pulses
    )
