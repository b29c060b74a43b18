"""Putting in order what a written play-through names by kind: what is said of messages, pulses, and what is picked."""

from collections.abc import Iterable

from game.story.course import Course, EngineError
from game.story.engine import Divergence, Replay
from game.story.model import Place, Scenario
from game.story.plays import AnswerPulse, Choose, Judge, RehearsePick


def arrange_play(
    scenario: Scenario,
    *,
    judges: Iterable[Judge] = (),
    pulses: Iterable[AnswerPulse] = (),
    picks: Iterable[Choose | RehearsePick] = (),
) -> Replay:
    """Play a story through: each message is judged as soon as it was shown, each pulse answered when it opens.

    A pulse that is not named gets "keep_looking"; `picks` are options and rehearsals in order. The resulting state has
    the inputs in order (`state.inputs`). The divergence says which pick, judgement or pulse never fitted; its index
    counts the inputs that did.
    """
    said = {judge.place: judge for judge in judges}
    answers = {pulse.place: pulse for pulse in pulses}
    course = Course(scenario)
    for pick in (*picks, None):
        divergence = _reach_choice(course, said, answers)
        if divergence is None and pick is not None:
            divergence = _apply(course, pick)
        if divergence is not None:
            return Replay(course.freeze(), divergence)
    left: list[Judge | AnswerPulse] = [*said.values(), *answers.values()]
    if left:
        reason = f"{left[0].place.scene}/{left[0].place.beat + 1} is not met on the way"
        return Replay(course.freeze(), Divergence(len(course.inputs), left[0], reason))
    return Replay(course.freeze())


def _reach_choice(course: Course, said: dict[Place, Judge], answers: dict[Place, AnswerPulse]) -> Divergence | None:
    """On to the next choice, rehearsal or ending, taking from `said` and `answers` what comes up on the way."""
    while True:
        try:
            course.read_on()
        except EngineError as error:
            return Divergence(len(course.inputs), None, str(error))
        for place in [place for place in said if course.is_shown(place)]:
            divergence = _apply(course, said.pop(place))
            if divergence is not None:
                return divergence
        if course.awaiting == "pulse":
            place = Place(course.scene, course.beat - 1)
            _apply(course, answers.pop(place, AnswerPulse(place, "keep_looking")))
        elif course.awaiting != "look_back":
            return None


def _apply(course: Course, done: Judge | AnswerPulse | Choose | RehearsePick) -> Divergence | None:
    try:
        course.apply(done)
    except EngineError as error:
        return Divergence(len(course.inputs), done, str(error))
    return None
