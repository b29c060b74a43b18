"""Players made of a rule: what they say of a message, and whole stories played out by them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from random import Random
from types import MappingProxyType
from typing import TypeAlias

from game.story.course import Course, roles_left
from game.story.explore import walk_cover
from game.story.model import Choice, Message, Place, Pulse, Rehearse, Scenario
from game.story.plays import PULSE_ANSWERS, AnswerPulse, Choose, Input, Judge, Judgement, Play, RehearsePick, Verdict
from game.story.scoring import Tally, tally_messages
from game.story.state import State

Player: TypeAlias = Callable[[Message], Verdict | None]
"""What somebody says of a message; None leaves it untouched."""


def flag_everything(message: Message) -> Verdict | None:
    """Calls every message not OK."""
    return "not_ok"


def trust_everything(message: Message) -> Verdict | None:
    """Calls every message fine."""
    return "fine"


def all_not_sure(message: Message) -> Verdict | None:
    """Is never sure."""
    return "not_sure"


def touch_nothing(message: Message) -> Verdict | None:
    """Looks at no message."""
    return None


PLAYERS: Mapping[str, Player] = MappingProxyType(
    {
        "flag_everything": flag_everything,
        "trust_everything": trust_everything,
        "all_not_sure": all_not_sure,
        "touch_nothing": touch_nothing,
    }
)


def play_out(scenario: Scenario, player: Player, rng: Random) -> State:
    """Play a story to an ending: the player judges each message as it comes, the rest is picked by chance.

    Raises EngineError where the story is broken.
    """

    def pick(course: Course) -> Input:
        place = Place(course.scene, course.beat - 1)
        beat = scenario.beat_at(place)
        match beat:
            case Pulse():
                return AnswerPulse(place, rng.choice(PULSE_ANSWERS))
            case Choice():
                return Choose(rng.choice([o.id for o in beat.options if o.id not in course.tried]))
            case Rehearse():
                role = rng.choice(roles_left(scenario, course.shown, beat))
                return RehearsePick(role, rng.randint(1, len(beat.sentences)))
            case _:
                raise AssertionError("nothing else waits for the player")

    return _play(scenario, player, pick)


def play_along(scenario: Scenario, player: Player, play: Play) -> State:
    """Play a story along a play's options, pulses and rehearsals, the player judging each message as it comes."""
    inputs = iter([done for done in play.inputs if not isinstance(done, Judge)])
    return _play(scenario, player, lambda course: next(inputs))


def tally_player(scenario: Scenario, player: Player) -> Tally:
    """What a player makes of all judged messages of a story, each counted once, whatever path it lies on."""
    met: dict[Place, tuple[Message, Judgement | None]] = {}
    for walk in walk_cover(scenario):
        if walk.problem is None:
            state = play_along(scenario, player, walk.play)
            for place, message in state.messages(scenario):
                met.setdefault(place, (message, state.judgements.get(place)))
    return tally_messages(met.values())


def _play(scenario: Scenario, player: Player, pick: Callable[[Course], Input]) -> State:
    course = Course(scenario)
    looked_at = 0
    while True:
        course.read_on()
        for place, message in _messages(course, looked_at):
            verdict = player(message)
            if verdict is not None:
                course.judge(place, verdict, None)
        looked_at = len(course.shown)
        if course.awaiting == "over":
            return course.freeze()
        if course.awaiting != "look_back":
            course.apply(pick(course))


def _messages(course: Course, start: int) -> Iterator[tuple[Place, Message]]:
    """The messages by others than the friend among what was shown from an index on."""
    places: Iterable[Place] = (entry.place for entry in course.shown[start:])
    for place in places:
        beat = course.scenario.beat_at(place)
        if isinstance(beat, Message) and place.beat in course.reels[place.scene].judgeable:
            yield place, beat
