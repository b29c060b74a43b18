"""What a player does in a story, as values: the inputs, and the play that they make together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from game.story.model import Place, PulseAnswer

Verdict: TypeAlias = Literal["fine", "not_sure", "not_ok"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
PULSE_ANSWERS: tuple[PulseAnswer, ...] = get_args(PulseAnswer)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the player said of a message, and the sign card they picked for it (of "not_ok" only)."""

    verdict: Verdict
    sign: str | None = None


@dataclass(frozen=True, slots=True)
class Judge:
    """The player says what a message is."""

    place: Place
    verdict: Verdict
    sign: str | None = None

    @property
    def judgement(self) -> Judgement:
        """The same without the place."""
        return Judgement(self.verdict, self.sign)


@dataclass(frozen=True, slots=True)
class AnswerPulse:
    """The player says how it is going with somebody, all of it together."""

    place: Place
    answer: PulseAnswer


@dataclass(frozen=True, slots=True)
class Choose:
    """The player picks an option, by its id."""

    option: str


@dataclass(frozen=True, slots=True)
class RehearsePick:
    """The player picks an adult by role and a sentence (from 1) to tell it with."""

    role: str
    sentence: int


Input: TypeAlias = Judge | AnswerPulse | Choose | RehearsePick


@dataclass(frozen=True, slots=True)
class Play:
    """A scenario's id and everything the player did in it, in order."""

    scenario_id: str
    inputs: tuple[Input, ...] = ()


def drop_judge(inputs: Sequence[Input], place: Place) -> tuple[Input, ...]:
    """The inputs without what was said of the message at `place`."""
    return tuple(done for done in inputs if not (isinstance(done, Judge) and done.place == place))
