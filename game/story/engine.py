"""Playing a story: pure functions from a state to the next. No time, no language, no chance.

The order is always: messages, pulse, choice, the option appears with its feedback, a short look-back over the messages
since the last one (bands 8-10 and 11-13, only if the story goes on), the next scene; a whole look-back at the end.
"""

from dataclasses import dataclass, replace

from game.story.model import Place, PulseAnswer, Scenario
from game.story.plays import Input, Judge, Play, Verdict
from game.story.state import State
from game.story.working_state import EngineError, WorkingState, roles_left

__all__ = [
    "Divergence",
    "EngineError",
    "Replay",
    "advance",
    "answer_pulse",
    "can_judge",
    "choose",
    "judge",
    "read_on",
    "read_to_input",
    "rehearse",
    "replay",
    "reveal",
    "roles_open",
    "start",
    "undo",
]


@dataclass(frozen=True, slots=True)
class Divergence:
    """The first input of a play that does not fit the story: its index from 0, and why in a clause.

    `input` is None where the play belongs to another story.
    """

    index: int
    input: Input | None
    reason: str


@dataclass(frozen=True, slots=True)
class Replay:
    """Where a play leads; with a divergence, the state reached before it."""

    state: State
    divergence: Divergence | None = None


def start(scenario: Scenario) -> State:
    """The state before the first beat."""
    return WorkingState(scenario).freeze()


def advance(scenario: Scenario, state: State) -> State:
    """One beat further; where a look-back is due, into it; from an open look-back, to before the next scene.

    The same state while an input is awaited and when the story is over. Raises EngineError where the story itself is
    broken (a scene that runs out, leads nowhere or leads back).
    """
    if state.awaiting not in ("reading", "look_back"):
        return state
    working = WorkingState(scenario, state)
    working.advance()
    return working.freeze()


def read_on(scenario: Scenario, state: State) -> State:
    """Advance to whatever comes first: an input, a look-back or the ending. From a look-back: out of it and on.

    Raises EngineError where the story itself is broken, as `advance` does.
    """
    if state.awaiting not in ("reading", "look_back"):
        return state
    working = WorkingState(scenario, state)
    working.read_on()
    return working.freeze()


def read_to_input(scenario: Scenario, state: State) -> State:
    """Advance to the next input or the ending, past the look-backs on the way.

    Raises EngineError where the story itself is broken, as `advance` does.
    """
    if state.awaiting not in ("reading", "look_back"):
        return state
    working = WorkingState(scenario, state)
    working.read_to_input()
    return working.freeze()


def can_judge(scenario: Scenario, state: State, place: Place) -> bool:
    """Whether `judge` takes a verdict on the message at `place` now."""
    return not WorkingState(scenario, state).why_not_judge(place)


def judge(scenario: Scenario, state: State, place: Place, verdict: Verdict, sign: str | None = None) -> State:
    """Say what a shown message of somebody else's is; it may be said anew until its why was shown.

    During the message's look-back, after it and when the story is over, what is said is final at once; only a card may
    still be put to a "not_ok" that has none.

    Args:
        scenario: the story that is played.
        state: where the play stands.
        place: where the message stands.
        verdict: what the player says of it.
        sign: the id of the card that was put to it, with "not_ok" only.

    Raises:
        EngineError: the message is the friend's, not shown yet, or final (ask `can_judge` first).
    """
    working = WorkingState(scenario, state)
    working.judge(place, verdict, sign)
    return working.freeze()


def reveal(scenario: Scenario, state: State, place: Place) -> State:
    """The player opened the why of a message whose look-back is open or over: what was said of it is final.

    Raises EngineError before that look-back.
    """
    working = WorkingState(scenario, state)
    working.reveal(place)
    return working.freeze()


def answer_pulse(scenario: Scenario, state: State, place: Place, answer: PulseAnswer) -> State:
    """Answer the open pulse. Raises EngineError if that one is not open."""
    working = WorkingState(scenario, state)
    working.answer_pulse(place, answer)
    return working.freeze()


def choose(scenario: Scenario, state: State, option: str) -> State:
    """Take an option of the open choice, by its id: it and its feedback are shown.

    Without `go` the same choice stays open and the option is in `tried`. Raises EngineError if no choice is open, it
    has no such option, or that one was tried.
    """
    working = WorkingState(scenario, state)
    working.choose(option)
    return working.freeze()


def rehearse(scenario: Scenario, state: State, role: str, sentence: int) -> State:
    """Say a sentence (from 1) of the open rehearsal to one of `roles_open`. Raises EngineError if that does not fit."""
    working = WorkingState(scenario, state)
    working.rehearse(role, sentence)
    return working.freeze()


def roles_open(scenario: Scenario, state: State) -> tuple[str, ...]:
    """The adults that the open rehearsal offers, by role; none where no rehearsal is open."""
    open_beat = state.open_rehearse(scenario)
    return () if open_beat is None else roles_left(scenario, state.shown, open_beat)


def undo(scenario: Scenario, state: State) -> State:
    """Take back the last option, pulse or rehearsal: the state in which it was asked for.

    What was said of messages that are still shown stays, and so does what was revealed of them. The same state where
    there is nothing to take back.
    """
    last = next((i for i in reversed(range(len(state.inputs))) if not isinstance(state.inputs[i], Judge)), None)
    if last is None:
        return state
    working = WorkingState(scenario)
    for done in state.inputs[:last]:
        working.apply(done)
    working.read_to_input()
    earlier = working.freeze()
    still_shown = {place for place, _ in earlier.messages(scenario)}
    later = (done for done in state.inputs[last + 1 :] if isinstance(done, Judge) and done.place in still_shown)
    return replace(
        earlier,
        judgements={place: said for place, said in state.judgements.items() if place in still_shown},
        revealed=state.revealed & still_shown | earlier.revealed,
        inputs=(*earlier.inputs, *later),
    )


def replay(scenario: Scenario, play: Play) -> Replay:
    """Do everything a play says, advancing as far as each input needs and no further.

    Stops at the first input that does not fit and says which and why; never raises.
    """
    working = WorkingState(scenario)
    if play.scenario_id != scenario.id:
        reason = f'the play is of the story "{play.scenario_id}", not of "{scenario.id}"'
        return Replay(working.freeze(), Divergence(0, None, reason))
    for index, done in enumerate(play.inputs):
        try:
            working.apply(done)
        except EngineError as error:
            return Replay(working.freeze(), Divergence(index, done, str(error)))
    return Replay(working.freeze())
