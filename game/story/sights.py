"""Messages as they come to a reader on a path: how far along, and who has just come into the story."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.story.explore import walk_cover
from game.story.model import Band, Message, Place, Scenario
from game.story.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A message by somebody else than the friend, with all that a reader may go by who has come this far."""

    scenario: Scenario
    place: Place
    message: Message
    number: int
    """How many judged messages of the path have come, this one among them if it is judged (hidden and unclear too)."""
    of: int
    """How many judged messages the path has."""
    newest: str
    """Whoever of the others most recently wrote for the first time."""

    @property
    def knows_from(self) -> str | None:
        """Where the friend knows the writer from."""
        person = self.scenario.people.get(self.message.person)
        return None if person is None else person.knows_from


def sights_on(scenario: Scenario, state: State) -> tuple[Sight, ...]:
    """The messages of others that a play showed, in order."""
    friend = scenario.friend.id
    shown = [(place, message) for place, message in state.messages(scenario) if message.person != friend]
    of = sum(message.is_judged for _, message in shown)
    met: dict[str, None] = {}
    sights: list[Sight] = []
    number = 0
    for place, message in shown:
        number += message.is_judged
        met.setdefault(message.person)
        newest = next(reversed(met))
        sights.append(
            Sight(scenario=scenario, place=place, message=message, number=number, of=of, newest=newest),
        )
    return tuple(sights)


def sights_in(scenario: Scenario) -> tuple[Sight, ...]:
    """Every message of others that can be met, each once: as it comes on the first path of the cover that holds it."""
    seen: dict[Place, Sight] = {}
    for walk in walk_cover(scenario):
        if walk.problem is None:
            for sight in sights_on(scenario, walk.state):
                seen.setdefault(sight.place, sight)
    return tuple(seen.values())


def median_lengths(scenarios: Iterable[Scenario]) -> dict[Band, float]:
    """By band: the median length, in characters, of the messages that enter the rates; no entry where there is none."""
    # Imported here, as in the scoring: it is heavy, and a game that is played never needs it.
    from statistics import median

    lengths: dict[Band, list[int]] = {}
    for scenario in scenarios:
        for _, message in scenario.messages():
            if message.counts:
                lengths.setdefault(scenario.band, []).append(len(message.text or ""))
    return {band: median(values) for band, values in lengths.items()}
