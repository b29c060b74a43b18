"""Takes up a kept play in the story as it is today: what it was about is found by name, or it is dropped.

Nothing is ever put on a message, a pulse, an option or a sentence other than the one it was meant for.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from game.story import engine
from game.story.message_names import digest, names_of
from game.story.model import Choice, Place, Rehearse, Scenario
from game.story.named_plays import (
    NamedChoice,
    NamedInput,
    NamedJudge,
    NamedPick,
    NamedPulse,
    name_option,
    stop_names_of,
)
from game.story.plays import AnswerPulse, Choose, Input, Judge, Play, RehearsePick
from game.story.saves import SavedPlay, revision
from game.story.state import State
from game.story.working_state import EngineError, WorkingState


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """A kept play taken up again.

    `dropped` is how many answers (judgements, pulses, options, sentences) no longer fit the story. `is_shorter` says
    that the way through the story ends earlier by that, so that the player goes on from an earlier place.
    """

    state: State
    dropped: int = 0
    is_shorter: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether everything that was kept was taken up."""
        return not self.dropped


def resume(scenario: Scenario, saved: SavedPlay) -> Resumed:
    """Take up as much of a kept play as fits a scenario (as it was written, not a translation). Never raises.

    What was done to something that is still there is kept, wherever in its scene that stands now; what is about
    something that changed or went is dropped. A play of format 1 knows places by index alone and is taken up only in
    the very version of the story in which it was kept.
    """
    played = saved.played
    if played.scenario_id != scenario.id:
        return _nothing(scenario, len(played.inputs))
    if isinstance(played, Play):
        return _resume_indexed(scenario, played, is_same=saved.revision == revision(scenario))
    resuming = _Resuming(scenario)
    for done in played.inputs:
        resuming.take(done)
    return resuming.result()


def _resume_indexed(scenario: Scenario, play: Play, *, is_same: bool) -> Resumed:
    """A play by index: nobody can tell what an index meant in a version that is gone."""
    if not is_same:
        return _nothing(scenario, len(play.inputs))
    done = engine.replay(scenario, play)
    dropped = 0 if done.divergence is None else len(play.inputs) - done.divergence.index
    return Resumed(state=done.state, dropped=dropped, is_shorter=bool(dropped))


def _nothing(scenario: Scenario, dropped: int) -> Resumed:
    return Resumed(state=engine.start(scenario), dropped=dropped, is_shorter=bool(dropped))


class _Resuming:
    """A kept play on its way through today's story."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._messages = names_of(scenario).by_name
        self._stops = stop_names_of(scenario)
        self._working = WorkingState(scenario)
        self._ahead = self._look_ahead()
        self._waiting: list[NamedInput] = []
        """What could not be done yet: it may be possible later, where a message moved behind a pulse."""
        self._gone = 0
        self._friend = scenario.friend.id
        self._is_cut = False
        """Whether an option or a sentence went, and nothing was done since that carries the way on past it."""

    def take(self, done: NamedInput) -> None:
        """Do one thing if it can be done by now, and then what waited for it."""
        if not self._is_there(done):
            self._gone += 1
            self._is_cut = self._is_cut or isinstance(done, NamedChoice | NamedPick)
        elif not self._do(done):
            self._waiting.append(done)
        elif not isinstance(done, NamedJudge):
            self._do_what_waited()

    def result(self) -> Resumed:
        """What came of it."""
        waits_on_the_way = any(not isinstance(done, NamedJudge) for done in self._waiting)
        return Resumed(
            state=self._working.freeze(),
            dropped=self._gone + len(self._waiting),
            is_shorter=self._is_cut or waits_on_the_way,
        )

    def _do_what_waited(self) -> None:
        moved = True
        while moved:
            moved = False
            waiting, self._waiting = self._waiting, []
            for done in waiting:
                if not self._do(done):
                    self._waiting.append(done)
                else:
                    moved = moved or not isinstance(done, NamedJudge)

    def _is_there(self, done: NamedInput) -> bool:
        """Whether what this was done to is still in the story, changed in nothing that makes it what it is."""
        match done:
            case NamedJudge(message):
                return message in self._messages and message.who != self._friend
            case NamedPulse(pulse):
                return pulse in self._stops.pulse_places
            case NamedChoice(option):
                scene = self._scenario.scenes.get(option.scene)
                choices = (beat for beat in scene.beats if isinstance(beat, Choice)) if scene is not None else ()
                return any(name_option(option.scene, one) == option for choice in choices for one in choice.options)
            case NamedPick(rehearsal, _, sentence):
                place = self._stops.rehearsal_places.get(rehearsal)
                return place is not None and sentence in self._sentences(place)

    def _do(self, done: NamedInput) -> bool:
        """Do one thing, reading on to it; whether it could be done. What cannot be reached is not read towards."""
        there = self._input(done)
        if there is None:
            return False
        try:
            self._working.apply(there)
        except EngineError:
            return False
        if not isinstance(there, Judge):
            self._ahead = self._look_ahead()
            self._is_cut = False
        return True

    def _input(self, done: NamedInput) -> Input | None:
        """The input of today's story, if what it is about can be reached by reading on alone."""
        ahead = self._ahead
        open_place = Place(ahead.scene, ahead.beat - 1)
        match done:
            case NamedJudge(message, verdict, sign):
                place = self._messages[message]
                return Judge(place, verdict, sign) if ahead.is_shown(place) else None
            case NamedPulse(pulse, answer):
                is_open = ahead.awaiting == "pulse" and self._stops.pulse_places[pulse] == open_place
                return AnswerPulse(open_place, answer) if is_open else None
            case NamedChoice(option):
                choice = self._scenario.beat_at(open_place) if ahead.awaiting == "choice" else None
                options = choice.options if isinstance(choice, Choice) and option.scene == open_place.scene else ()
                return next((Choose(one.id) for one in options if name_option(option.scene, one) == option), None)
            case NamedPick(rehearsal, role, sentence):
                if ahead.awaiting != "rehearse" or self._stops.rehearsal_places[rehearsal] != open_place:
                    return None
                return RehearsePick(role, self._sentences(open_place).index(sentence) + 1)

    def _look_ahead(self) -> WorkingState:
        """The same play at the next input, so that what can be reached is known without reading there."""
        ahead = WorkingState(self._scenario, self._working.freeze())
        # Where the story itself is broken behind here, what was shown until then counts.
        with suppress(EngineError):
            ahead.read_to_input()
        return ahead

    def _sentences(self, place: Place) -> Sequence[str]:
        beat = self._scenario.beat_at(place)
        return [digest(sentence) for sentence in beat.sentences] if isinstance(beat, Rehearse) else []
