"""What is counted of a play, and how well signs and fine messages were told apart."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import Literal, TypeAlias

from game.story.model import Message, Place, Pulse, Scenario
from game.story.plays import Judgement
from game.story.state import State

CutOff: TypeAlias = Literal["not_ok", "not_sure"]
"""Where "suspicious" begins: at *not OK* alone, or at *not sure* already."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Messages that count, each in the one box that its answer and the player's verdict make."""

    hits: int = 0
    """Signs called not OK, whatever card was picked."""
    noticed: int = 0
    """Signs called not sure."""
    misses: int = 0
    """Signs called fine."""
    correct: int = 0
    """Fine messages called fine."""
    asked: int = 0
    """Fine messages called not sure."""
    false_alarms: int = 0
    """Fine messages called not OK."""
    untouched: int = 0
    """Messages of either kind that were not looked at; they are in no rate."""

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(one + another for one, another in zip(astuple(self), astuple(other), strict=True)))

    @property
    def signs(self) -> int:
        """Signs that were looked at."""
        return self.hits + self.noticed + self.misses

    @property
    def fine(self) -> int:
        """Fine messages that were looked at."""
        return self.correct + self.asked + self.false_alarms


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A play counted: the tally, and apart from it what never enters a rate."""

    tally: Tally
    pulses: int = 0
    """Pulses answered."""
    pulses_right: int = 0
    unclear: int = 0
    """Unclear messages looked at; *not sure* is right."""
    unclear_right: int = 0
    hidden: int = 0
    """Hidden tiles looked at."""
    hidden_right: int = 0


def tally_messages(messages: Iterable[tuple[Message, Judgement | None]]) -> Tally:
    """Count messages with what was said of them; those that count nowhere are passed over."""
    boxes = [_box(message, judgement) for message, judgement in messages if message.counts]
    return Tally(**{name: boxes.count(name) for name in set(boxes)})


def _box(message: Message, judgement: Judgement | None) -> str:
    match (message.is_sign, None if judgement is None else judgement.verdict):
        case (_, None):
            return "untouched"
        case (True, "not_ok"):
            return "hits"
        case (True, "not_sure"):
            return "noticed"
        case (True, _):
            return "misses"
        case (False, "not_ok"):
            return "false_alarms"
        case (False, "not_sure"):
            return "asked"
        case _:
            return "correct"


def is_right(message: Message, judgement: Judgement) -> bool:
    """Whether a verdict is the story's own: not OK on a sign, fine on a fine one, not sure on an unclear one."""
    if message.is_sign:
        return judgement.verdict == "not_ok"
    return judgement.verdict == ("not_sure" if message.read == "unclear" else "fine")


def score(scenario: Scenario, state: State) -> Score:
    """Count everything that was shown so far in a play."""
    messages = [(message, state.judgements.get(place)) for place, message in state.messages(scenario)]
    unclear = [is_right(m, said) for m, said in messages if said and m.read == "unclear" and m.hidden is None]
    hidden = [is_right(m, said) for m, said in messages if said and m.is_judged and m.hidden is not None]
    pulses = [_is_pulse_right(scenario, place, answer) for place, answer in state.pulses.items()]
    return Score(
        tally=tally_messages(messages),
        pulses=len(pulses),
        pulses_right=sum(pulses),
        unclear=len(unclear),
        unclear_right=sum(unclear),
        hidden=len(hidden),
        hidden_right=sum(hidden),
    )


def _is_pulse_right(scenario: Scenario, place: Place, answer: str) -> bool:
    beat = scenario.beat_at(place)
    return isinstance(beat, Pulse) and beat.answer == answer


def d_prime(tally: Tally, cut_off: CutOff) -> float | None:
    """How well signs and fine messages are told apart, in standard deviations; None unless both kinds were judged.

    d' = z(hit rate) - z(false-alarm rate), z the inverse of the normal distribution (Green and Swets 1966, "Signal
    Detection Theory and Psychophysics"). The rates are corrected by the log-linear rule (Hautus 1995, Behavior Research
    Methods, Instruments & Computers 27), in proportion to the counts: with S signs, F fine messages and N = S + F, the
    hit rate is (h + S/N)/(S + 2S/N) and the false-alarm rate (f + F/N)/(F + 2F/N). At S = F this is Hautus's own rule;
    with unequal counts it keeps players who answer everything alike at exactly 0.
    """
    scores = _z_scores(tally, cut_off)
    return None if scores is None else scores[0] - scores[1]


def bias(tally: Tally, cut_off: CutOff) -> float | None:
    """How readily a message is called suspicious, in standard deviations; None unless both kinds were judged.

    c = -(z(hit rate) + z(false-alarm rate)) / 2 (Macmillan and Creelman 1991, "Detection Theory"), with the corrected
    rates of `d_prime`: 0 is neutral, below 0 flags readily, above 0 trusts readily.
    """
    scores = _z_scores(tally, cut_off)
    return None if scores is None else 0.0 - (scores[0] + scores[1]) / 2


def _z_scores(tally: Tally, cut_off: CutOff) -> tuple[float, float] | None:
    signs, fine = tally.signs, tally.fine
    if not signs or not fine:
        return None
    hits = tally.hits + (tally.noticed if cut_off == "not_sure" else 0)
    false_alarms = tally.false_alarms + (tally.asked if cut_off == "not_sure" else 0)
    # Imported here because it brings half of the numeric library with it, and a game that is played never needs it.
    from statistics import NormalDist

    normal = NormalDist()
    total = signs + fine
    return normal.inv_cdf(_rate(hits, signs, total)), normal.inv_cdf(_rate(false_alarms, fine, total))


def _rate(count: int, of: int, total: int) -> float:
    """(count + of/total) / (of + 2 of/total), as one division of whole numbers: equal ratios give the same float."""
    return (count * total + of) / (of * (total + 2))
