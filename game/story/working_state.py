"""A play under way: the working copy of a state, in which all rules of the engine are written once.

The engine's functions thaw a state, do one thing and freeze the result; a replay does many things before it freezes.
"""

from collections.abc import Sequence

from game.story.model import Place, PulseAnswer, Rehearse, Scenario
from game.story.plays import (
    PULSE_ANSWERS,
    VERDICTS,
    AnswerPulse,
    Choose,
    Input,
    Judge,
    Judgement,
    RehearsePick,
    drop_judge,
)
from game.story.reels import Reel, reels_of
from game.story.state import Awaiting, Rehearsed, Shown, ShownFeedback, State

_TO_THE_STOP = 1 << 60
_WAITS_FOR: dict[Awaiting, str] = {
    "pulse": "the story waits for an answer to a pulse",
    "choice": "the story waits for a choice",
    "rehearse": "the story waits for a rehearsal",
    "over": "the story is over",
    "reading": "the story reads on",
    "look_back": "a look-back is open",
}


class EngineError(ValueError):
    """Something that cannot be done at this moment of this story; the message says what and why."""


def roles_left(scenario: Scenario, shown: Sequence[Shown], rehearse: Rehearse) -> tuple[str, ...]:
    """The adults that a rehearsal offers: its own, or those of the telling before it that were not asked yet."""
    if rehearse.adults:
        return rehearse.adults
    asked: set[str] = set()
    for entry in reversed(shown):
        if not isinstance(entry, Rehearsed):
            continue
        asked.add(entry.role)
        earlier = scenario.beat_at(entry.place)
        if isinstance(earlier, Rehearse) and earlier.adults:
            return tuple(role for role in earlier.adults if role not in asked)
    return ()


class WorkingState:
    """A play under way in one scenario."""

    __slots__ = (
        "awaiting",
        "beat",
        "entered",
        "inputs",
        "judgements",
        "look_back_from",
        "path",
        "pulses",
        "reel",
        "reels",
        "revealed",
        "scenario",
        "scene",
        "shown",
        "tried",
    )

    def __init__(self, scenario: Scenario, state: State | None = None) -> None:
        """Take up a state, or the very beginning."""
        if state is None:
            first = scenario.first_scene.id
            state = State(next=Place(first, 0), path=(first,))
        self.scenario = scenario
        self.reels = reels_of(scenario)
        self.scene: str = state.next.scene
        self.reel: Reel = self.reels[self.scene]
        self.beat: int = state.next.beat
        self.path: list[str] = list(state.path)
        self.entered: set[str] = set(state.path)
        self.awaiting: Awaiting = state.awaiting
        self.shown: list[Shown] = list(state.shown)
        self.judgements: dict[Place, Judgement] = dict(state.judgements)
        self.pulses: dict[Place, PulseAnswer] = dict(state.pulses)
        self.tried: tuple[str, ...] = state.tried
        self.revealed: set[Place] = set(state.revealed)
        self.inputs: list[Input] = list(state.inputs)
        self.look_back_from: int = state.look_back_from

    def freeze(self) -> State:
        """The state of this moment."""
        return State(
            next=Place(self.scene, self.beat),
            path=tuple(self.path),
            awaiting=self.awaiting,
            shown=tuple(self.shown),
            judgements=self.judgements,
            pulses=self.pulses,
            tried=self.tried,
            revealed=frozenset(self.revealed),
            inputs=tuple(self.inputs),
            look_back_from=self.look_back_from,
        )

    # Reading

    def advance(self) -> None:
        """One beat further, or into a look-back that is due, or out of one; nothing while the player is waited for."""
        if self.awaiting == "look_back":
            self._leave_look_back()
        elif self.awaiting == "reading":
            self._read(self.beat)

    def read_on(self) -> None:
        """Out of an open look-back, then on to whatever comes first: an input, a look-back or the ending."""
        if self.awaiting == "look_back":
            self._leave_look_back()
        while self.awaiting == "reading":
            self._read(_TO_THE_STOP)

    def read_to_input(self) -> None:
        """On to the next input or the ending, past every look-back on the way."""
        while self.awaiting in ("reading", "look_back"):
            self.read_on()

    def read_until(self, place: Place) -> None:
        """On until the beat at `place` was shown. EngineError where the player is waited for first."""
        while not self.is_shown(place):
            if self.awaiting == "look_back":
                self._leave_look_back()
            elif self.awaiting == "reading":
                self._read(place.beat if place.scene == self.scene else _TO_THE_STOP)
            else:
                raise EngineError(f"{_name(place)} was not shown: {_WAITS_FOR[self.awaiting]}")

    def _read(self, last: int) -> None:
        """Show beats up to the one at `last` in this scene, no further than the next stop."""
        if self.beat == 0 and self._is_look_back_due():
            self.awaiting = "look_back"
            self._reveal_judged(self.path[self.look_back_from : -1])
            return
        reel = self.reel
        length = len(reel.entries)
        if self.beat >= length:
            raise EngineError(f'the scene "{self.scene}" stops without a choice, a go or an ending')
        stop = reel.stops[self.beat]
        end = min(last + 1, length if stop is None else stop + 1)
        if stop is None or end <= stop:
            self._show(end)
            return
        kind = reel.kinds[stop]
        if kind == "go":
            target = reel.goes[stop]
            self._check_entry(target)
            self._show(end)
            self._enter(target)
            return
        self._show(end)
        if kind == "over":
            self.awaiting = "over"
            self._reveal_judged(self.path)
        else:
            self.awaiting = kind

    def _show(self, end: int) -> None:
        self.shown += self.reel.entries[self.beat : end]
        self.beat = end

    def _check_entry(self, scene: str) -> None:
        if scene not in self.reels:
            raise EngineError(f'the scene "{self.scene}" leads to "{scene}", which is not there')
        if scene in self.entered:
            raise EngineError(f'the scene "{self.scene}" leads back to "{scene}", which was already played')

    def _enter(self, scene: str) -> None:
        self.scene = scene
        self.reel = self.reels[scene]
        self.beat = 0
        self.path.append(scene)
        self.entered.add(scene)

    def _is_look_back_due(self) -> bool:
        return (
            self.scenario.band != "14-17"
            and bool(self.shown)
            and isinstance(self.shown[-1], ShownFeedback)
            and any(self.reels[scene].has_answers for scene in self.path[self.look_back_from : -1])
        )

    def pass_look_back(self) -> None:
        """Past the look-back that is due before the scene that was just entered, if one is; nothing else is shown."""
        if self.awaiting == "reading" and self.beat == 0 and self._is_look_back_due():
            self.advance()
        if self.awaiting == "look_back":
            self._leave_look_back()

    def _leave_look_back(self) -> None:
        self.look_back_from = len(self.path) - 1
        self.awaiting = "reading"

    def _reveal_judged(self, scenes: Sequence[str]) -> None:
        inside = set(scenes)
        self.revealed.update(place for place in self.judgements if place.scene in inside)

    def is_shown(self, place: Place) -> bool:
        """Whether the beat at `place` was reached."""
        if place.scene == self.scene:
            return place.beat < self.beat
        return place.scene in self.entered

    # What the player does

    def apply(self, done: Input) -> None:
        """Read as far as an input needs, then do it. EngineError where it does not fit."""
        match done:
            case Judge(place, verdict, sign):
                self.read_until(place)
                self.judge(place, verdict, sign)
            case Choose(option):
                self.read_to_input()
                self.choose(option)
            case AnswerPulse(place, answer):
                self.read_to_input()
                self.answer_pulse(place, answer)
            case RehearsePick(role, sentence):
                self.read_to_input()
                self.rehearse(role, sentence)

    def judge(self, place: Place, verdict: str, sign: str | None) -> None:
        """Say what a shown message is; from its look-back on that is final at once, all but the card.

        Args:
            place: where the message stands.
            verdict: one of `VERDICTS`.
            sign: the id of the card that was put to it, with "not_ok" only.

        Raises:
            EngineError: that message cannot be judged (now), or the verdict or the card does not fit.
        """
        earlier = self.judgements.get(place)
        reason = self.why_not_judge(place)
        if reason and not (place in self.revealed and earlier == Judgement("not_ok") and verdict == "not_ok"):
            raise EngineError(reason)
        if verdict not in VERDICTS:
            raise EngineError(f'a message is fine, not_sure or not_ok, never "{verdict}"')
        if sign is not None and verdict != "not_ok":
            raise EngineError("a sign card goes with not_ok only")
        done = Judge(place, verdict, sign)
        if earlier != done.judgement:
            if earlier is not None:
                self.inputs = list(drop_judge(self.inputs, place))
            self.inputs.append(done)
            self.judgements[place] = done.judgement
        if self._is_looked_back(place):
            self.revealed.add(place)

    def why_not_judge(self, place: Place) -> str:
        """Why the message at `place` cannot be judged now; empty where it can."""
        if place.scene not in self.reels or place.beat not in self.reels[place.scene].judgeable:
            return f"{_name(place)} is no message of somebody else's"
        if not self.is_shown(place):
            return f"{_name(place)} was not shown yet"
        if place in self.revealed:
            return f"the answer to {_name(place)} was shown, what was said of it stays"
        return ""

    def _is_looked_back(self, place: Place) -> bool:
        if self.awaiting == "over":
            return True
        over = len(self.path) - 1 if self.awaiting == "look_back" else self.look_back_from
        return over > 0 and place.scene in self.path[:over]

    def reveal(self, place: Place) -> None:
        """The why of a message was opened in a look-back. Raises EngineError before one has reached that message."""
        if place.scene not in self.reels or place.beat not in self.reels[place.scene].judgeable:
            raise EngineError(f"{_name(place)} is no message of somebody else's")
        if not self.is_shown(place) or not self._is_looked_back(place):
            raise EngineError(f"no look-back has reached {_name(place)} yet")
        self.revealed.add(place)

    def answer_pulse(self, place: Place, answer: PulseAnswer) -> None:
        """Answer the open pulse, which stands at `place`.

        Raises EngineError where another one or none is open, or it takes no such answer.
        """
        self._expect("pulse")
        if place != Place(self.scene, self.beat - 1):
            raise EngineError(f"the open pulse is {_name(Place(self.scene, self.beat - 1))}, not {_name(place)}")
        if answer not in PULSE_ANSWERS:
            raise EngineError(f'a pulse is fine, keep_looking or not_ok, never "{answer}"')
        self.pulses[place] = answer
        self.inputs.append(AnswerPulse(place, answer))
        self.awaiting = "reading"

    def choose(self, option_id: str) -> None:
        """Take an option of the open choice: it appears with its feedback; without `go` the choice stays open.

        Raises EngineError where no choice is open, it has no such option, or that one was tried.
        """
        self._expect("choice")
        taken = self.reel.options.get((self.beat - 1, option_id))
        if taken is None:
            raise EngineError(f'the choice at the end of "{self.scene}" has no option "{option_id}"')
        if option_id in self.tried:
            raise EngineError(f'the option "{option_id}" was already tried')
        target = taken.option.go
        if target is not None:
            self._check_entry(target)
        self.shown += taken.entries
        self.inputs.append(Choose(option_id))
        if target is None:
            self.tried = (*self.tried, option_id)
        else:
            self.tried = ()
            self.awaiting = "reading"
            self._enter(target)

    def rehearse(self, role: str, sentence: int) -> None:
        """Say a sentence (from 1) to one of the adults on offer, by role, who answers.

        Raises EngineError where no rehearsal is open, or it offers no such adult or sentence.
        """
        self._expect("rehearse")
        open_beat = self.scenario.scenes[self.scene].beats[self.beat - 1]
        assert isinstance(open_beat, Rehearse)
        if role not in roles_left(self.scenario, self.shown, open_beat):
            raise EngineError(f'the adult "{role}" is not on offer here')
        if not 1 <= sentence <= len(open_beat.sentences):
            raise EngineError(f"there is no sentence {sentence} here, they go from 1 to {len(open_beat.sentences)}")
        self.shown.append(Rehearsed(Place(self.scene, self.beat - 1), role, sentence))
        self.inputs.append(RehearsePick(role, sentence))
        self.awaiting = "reading"

    def _expect(self, awaited: Awaiting) -> None:
        if self.awaiting != awaited:
            raise EngineError(f"no {awaited} is open: {_WAITS_FOR[self.awaiting]}")


def _name(place: Place) -> str:
    return f"{place.scene}/{place.beat + 1}"
