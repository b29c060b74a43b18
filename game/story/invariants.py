"""What must hold of every story that is played, and for what does not hold the shortest play that shows it.

Every path comes to an ending, no scene, beat or option is out of reach, and after a risky option there is always a safe
one, or telling, ahead.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.story.explore import Exploration, Walk, walk_by
from game.story.model import Choice, Option, Place, Rehearse, Scenario
from game.story.ways import scenes_before, shortest_ways


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not hold, in words, and the shortest walk that shows it, where one can."""

    text: str
    walk: Walk | None = None


def find_problems(scenario: Scenario, found: Exploration) -> tuple[Problem, ...]:
    """Everything that does not hold of a story that was explored."""
    return (
        *(Problem(text, _shortest(scenario, text, walk)) for text, walk in found.broken.items()),
        *(Problem(f'no path leads to the scene "{scene}"') for scene in found.unreachable),
        *_unreached_beats(scenario, found),
        *_unreached_options(scenario, found),
        *_lost_after_risk(scenario),
    )


def _shortest(scenario: Scenario, problem: str, walk: Walk) -> Walk:
    """The shortest walk that has the same problem: by the shortest way, without options that are asked again."""
    again = {option.id for _, choice in scenario.choices() for option in choice.options if option.go is None}
    last = (walk.refused,) if walk.refused else ()
    shortest = shortest_ways(scenario).get(walk.state.path[-1])
    candidates = [] if shortest is None else [(*shortest, *last)]
    candidates.append((*(option for option in walk.options if option not in again), *last))
    others = (walk_by(scenario, options) for options in candidates if len(options) < len(walk.options) + len(last))
    return next((other for other in others if other.problem == problem), walk)


def _unreached_beats(scenario: Scenario, found: Exploration) -> Iterator[Problem]:
    """The first beat of each scene that no path shows, though the scene can be reached."""
    ways = shortest_ways(scenario)
    for scene in scenario.scenes.values():
        places = (Place(scene.id, index) for index in range(len(scene.beats)))
        place = next((place for place in places if place not in found.places), None)
        if place is not None and scene.id in found.scenes:
            text = f'beat {place.beat + 1} of the scene "{scene.id}" is never reached'
            yield Problem(text, walk_by(scenario, ways[scene.id]))


def _unreached_options(scenario: Scenario, found: Exploration) -> Iterator[Problem]:
    ways = shortest_ways(scenario)
    for place, choice in scenario.choices():
        for option in choice.options:
            if option.id not in found.options:
                way = ways.get(place.scene)
                walk = None if way is None else walk_by(scenario, (*way, option.id))
                yield Problem(f'the option "{option.id}" is never reached', walk)


def _lost_after_risk(scenario: Scenario) -> Iterator[Problem]:
    """Risky options after which no safe option and no rehearsal can be reached."""
    ways = shortest_ways(scenario)
    offering = [
        scene.id
        for scene in scenario.scenes.values()
        if any(isinstance(beat, Rehearse) for beat in scene.beats)
        or any(option.move == "safe" for beat in scene.beats if isinstance(beat, Choice) for option in beat.options)
    ]
    ahead = scenes_before(scenario, offering)
    for place, choice in scenario.choices():
        for option in choice.options:
            if option.move != "risky" or place.scene not in ways or _leads_to_safety(option, choice, ahead):
                continue
            text = f'after the risky option "{option.id}" no safe option and no telling can be reached'
            yield Problem(text, walk_by(scenario, (*ways[place.scene], option.id)))


def _leads_to_safety(option: Option, choice: Choice, ahead: frozenset[str]) -> bool:
    """Whether a safe option is ahead: behind the option, or (as the choice is asked again) in or behind the others."""
    if option.go is not None:
        return option.go in ahead
    others = [other for other in choice.options if other.id != option.id]
    return any(other.move == "safe" or other.go in ahead for other in others)
