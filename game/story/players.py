"""Players made of a rule: what they say of a message, and whole stories played out by them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from random import Random
from types import MappingProxyType
from typing import TypeAlias

from game.story.keywords import holds_keyword
from game.story.model import Band, Choice, Place, Pulse, Rehearse, Scenario
from game.story.plays import PULSE_ANSWERS, AnswerPulse, Choose, Input, Judge, Judgement, Play, RehearsePick, Verdict
from game.story.scoring import Tally, tally_messages
from game.story.sights import Sight, sights_on
from game.story.state import State
from game.story.working_state import WorkingState, roles_left

Player: TypeAlias = Callable[[Sight], Verdict | None]
"""What somebody says of a message as it comes on a path; None leaves it untouched."""


def flag_everything(sight: Sight) -> Verdict | None:
    """Calls every message not OK."""
    return "not_ok"


def trust_everything(sight: Sight) -> Verdict | None:
    """Calls every message fine."""
    return "fine"


def all_not_sure(sight: Sight) -> Verdict | None:
    """Is never sure."""
    return "not_sure"


def touch_nothing(sight: Sight) -> Verdict | None:
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
"""Players who say the same of everything: none of them tells signs and fine messages apart."""


def by_sender(sight: Sight) -> Verdict | None:
    """Calls not OK what people write whom the friend knows from online only."""
    return _not_ok_if(sight.knows_from == "online_only")


def by_newest_contact(sight: Sight) -> Verdict | None:
    """Calls not OK what the one writes who most recently wrote for the first time."""
    return _not_ok_if(sight.message.person == sight.newest)


def by_position(sight: Sight) -> Verdict | None:
    """Calls not OK what comes in the second half of the path's judged messages."""
    return _not_ok_if(2 * sight.number > sight.of)


def by_keyword(sight: Sight) -> Verdict | None:
    """Calls not OK what holds one of the words that a naive reader looks for."""
    return _not_ok_if(holds_keyword(sight.message.text or "", sight.scenario.band))


def by_length(medians: Mapping[Band, float]) -> Player:
    """A player who calls not OK what is longer, in characters, than the band's median; nothing where it has none."""

    def judge(sight: Sight) -> Verdict | None:
        band_median = medians.get(sight.scenario.band)
        return _not_ok_if(band_median is not None and len(sight.message.text or "") > band_median)

    return judge


def cue_players(medians: Mapping[Band, float]) -> Mapping[str, Player]:
    """The players who go by something that has nothing to do with what a message asks for, by name.

    `medians` are the median lengths of each band's messages, in characters.
    """
    return MappingProxyType(
        {
            "by_sender": by_sender,
            "by_newest_contact": by_newest_contact,
            "by_position": by_position,
            "by_length": by_length(medians),
            "by_keyword": by_keyword,
        }
    )


def careful(seed: int) -> Player:
    """A player who is right about nine messages in ten, and not sure of the tenth."""

    def judge(sight: Sight) -> Verdict | None:
        if _draw(seed, "careful", sight) >= 0.9 or sight.message.read == "unclear":
            return "not_sure"
        return _not_ok_if(sight.message.is_sign)

    return judge


def average(seed: int) -> Player:
    """A player who calls 77 % of signs and 23 % of the other messages not OK: d' is 1.5, and the bias 0."""

    def judge(sight: Sight) -> Verdict | None:
        return _not_ok_if(_draw(seed, "average", sight) < (0.77 if sight.message.is_sign else 0.23))

    return judge


def all_players(seed: int, medians: Mapping[Band, float]) -> Mapping[str, Player]:
    """Every player by name, in the order in which they are reported.

    `seed` is what chance begins with; what it gives for a message depends on nothing but the seed, the player and the
    message's place. `medians` are the median lengths of each band's messages, in characters.
    """
    chance = {"careful": careful(seed), "average": average(seed)}
    return MappingProxyType({**PLAYERS, **chance, **cue_players(medians)})


def _not_ok_if(is_suspicious: bool) -> Verdict:
    return "not_ok" if is_suspicious else "fine"


def _draw(seed: int, name: str, sight: Sight) -> float:
    """A number from 0 to 1 that is the same whatever was drawn before."""
    return Random(f"{seed}/{name}/{sight.scenario.id}/{sight.place.scene}/{sight.place.beat}").random()


def play_out(scenario: Scenario, player: Player, rng: Random) -> State:
    """Play a story to an ending: the rest is picked by chance, the player judges each message as it comes.

    Raises EngineError where the story is broken.
    """

    def pick(working: WorkingState) -> Input:
        place = Place(working.scene, working.beat - 1)
        beat = scenario.beat_at(place)
        match beat:
            case Pulse():
                return AnswerPulse(place, rng.choice(PULSE_ANSWERS))
            case Choice():
                return Choose(rng.choice([o.id for o in beat.options if o.id not in working.tried]))
            case Rehearse():
                role = rng.choice(roles_left(scenario, working.shown, beat))
                return RehearsePick(role, rng.randint(1, len(beat.sentences)))
            case _:
                raise AssertionError("nothing else waits for the player")

    return _play_judged(scenario, player, _play(scenario, {}, pick))


def tally_sights(sights: Iterable[Sight], player: Player) -> Tally:
    """What a player makes of messages that were met."""
    return tally_messages((sight.message, _judgement(player(sight))) for sight in sights)


def _play_judged(scenario: Scenario, player: Player, state: State) -> State:
    """The same play once more, judged: only now is it known how much of the path a message has behind it."""
    said = {sight.place: player(sight) for sight in sights_on(scenario, state)}
    return _play(scenario, said, _follow(state.play(scenario)))


def _follow(play: Play) -> Callable[[WorkingState], Input]:
    steps = iter([done for done in play.inputs if not isinstance(done, Judge)])
    return lambda working: next(steps)


def _judgement(verdict: Verdict | None) -> Judgement | None:
    return None if verdict is None else Judgement(verdict)


def _play(scenario: Scenario, said: Mapping[Place, Verdict | None], pick: Callable[[WorkingState], Input]) -> State:
    working = WorkingState(scenario)
    looked_at = 0
    while True:
        working.read_on()
        for place in _messages(working, looked_at):
            verdict = said.get(place)
            if verdict is not None:
                working.judge(place, verdict, None)
        looked_at = len(working.shown)
        if working.awaiting == "over":
            return working.freeze()
        if working.awaiting != "look_back":
            working.apply(pick(working))


def _messages(working: WorkingState, start: int) -> Iterator[Place]:
    """Where the messages by others than the friend are among what was shown from an index on."""
    for entry in working.shown[start:]:
        if entry.place.beat in working.reels[entry.place.scene].judgeable:
            yield entry.place
