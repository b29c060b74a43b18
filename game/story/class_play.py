"""The way a class takes through a story: a list of option ids and, at a rehearsal, role/sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from game.story.guide import JudgedPlace
from game.story.model import Choice, Message, Place, Pulse, Rehearse, Scenario
from game.story.state import State
from game.story.working_state import EngineError, WorkingState

_NUMBER = re.compile(r"[1-9][0-9]{0,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassPlay:
    """Where such a way led. `taken` says what stands in the path for each choice and rehearsal that was met.

    Of a choice that was asked again, `taken` has the option that led on. Where the path does not fit the story,
    `problem` says why in a clause and `step` which of its entries that is, from 0; its length where one is missing.
    """

    state: State
    taken: Mapping[Place, str] = field(default_factory=lambda: MappingProxyType({}))
    problem: str = ""
    step: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether the path reaches an ending and no more stands in it."""
        return not self.problem


def play_path(scenario: Scenario, path: Sequence[str]) -> ClassPlay:
    """Play a story along a path; pulses on the way are answered as the story answers them. Never raises."""
    working = WorkingState(scenario)
    taken: dict[Place, str] = {}
    step, problem = 0, ""
    try:
        working.read_to_input()
        while working.awaiting != "over":
            place = Place(working.scene, working.beat - 1)
            beat = scenario.beat_at(place)
            if isinstance(beat, Pulse):
                working.answer_pulse(place, beat.answer)
            elif step == len(path):
                raise EngineError(f"it stops at the {working.awaiting} in `{place.scene}`")
            else:
                _take(working, beat, path[step])
                taken[place] = path[step]
                step += 1
            working.read_to_input()
        if step < len(path):
            problem = "it goes on after the ending"
    except EngineError as error:
        problem = str(error)
    return ClassPlay(state=working.freeze(), taken=MappingProxyType(taken), problem=problem, step=step)


def judged_places(scenario: Scenario) -> Mapping[JudgedPlace, Place]:
    """Every judged message by the name that guides give it, in the order of the file."""
    places: dict[JudgedPlace, Place] = {}
    for scene in scenario.scenes.values():
        judged = [i for i, beat in enumerate(scene.beats) if isinstance(beat, Message) and beat.is_judged]
        places |= {JudgedPlace(scene.id, number): Place(scene.id, i) for number, i in enumerate(judged, start=1)}
    return MappingProxyType(places)


def split_judged(text: str) -> tuple[str, int | str] | None:
    """The scene, and the number or the first words, of "start/1" or "start/Good game"; None where it is neither."""
    scene, _, which = text.partition("/")
    if not scene or not which.strip():
        return None
    if which.isascii() and which.isdigit():
        return (scene, int(which)) if _NUMBER.fullmatch(which) else None
    return scene, which


def split_rehearsal(entry: str) -> tuple[str, int] | None:
    """The role and the sentence (from 1) of an entry such as "teacher/1"; None where it is not written so."""
    role, _, sentence = entry.partition("/")
    return (role, int(sentence)) if _NUMBER.fullmatch(sentence) else None


def _take(working: WorkingState, beat: object, entry: str) -> None:
    """Do what an entry says at the open choice or rehearsal. Raises EngineError where it does not fit."""
    if isinstance(beat, Choice):
        working.choose(entry)
    elif isinstance(beat, Rehearse):
        pick = split_rehearsal(entry)
        if pick is None:
            raise EngineError("a rehearsal comes here, and this is no role/sentence")
        working.rehearse(*pick)
