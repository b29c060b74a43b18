"""A play-through that no longer fits its story: what of it still does, and how it could go on to its ending."""

from collections.abc import Iterator, Sequence

from game.story.class_play import play_path
from game.story.engine import EngineError, answer_pulse, choose, read_to_input, rehearse, roles_open
from game.story.model import Choice, Go, Place, Pulse, Scenario
from game.story.state import State

_MOST_STEPS = 200
_MOST_TAKEN_BACK = 20
"""Steps that are taken back one by one before all of them are."""


def mend_path(scenario: Scenario, path: Sequence[str], goal: str) -> tuple[str, ...] | None:
    """Return a path to the ending in the scene `goal` that keeps as many first steps of this one as it can.

    Steps are option ids and, at a rehearsal, role/sentence. None where no way ends in that scene. Never raises.
    """
    fitting = min(play_path(scenario, path).step, len(path))
    for kept in [*range(fitting, max(0, fitting - _MOST_TAKEN_BACK), -1), 0]:
        played = play_path(scenario, path[:kept])
        if played.state.awaiting == "over" and played.step < kept:
            continue
        try:
            rest = tuple(_steps_to(scenario, played.state, goal))
        except EngineError:
            continue
        mended = (*path[:kept], *rest)
        whole = play_path(scenario, mended)
        if whole.is_whole and whole.state.path[-1] == goal:
            return mended
    return None


def _steps_to(scenario: Scenario, state: State, goal: str) -> Iterator[str]:
    """Yield the steps from a state to the ending in a scene, by the fewest scenes. Raises EngineError without a way."""
    state = read_to_input(scenario, state)
    for _ in range(_MOST_STEPS):
        if state.awaiting == "over":
            return
        place = Place(state.next.scene, state.next.beat - 1)
        beat = scenario.beat_at(place)
        if isinstance(beat, Pulse):
            state = answer_pulse(scenario, state, place, beat.answer)
        elif isinstance(beat, Choice):
            following = _next_scene(scenario, place.scene, goal)
            option = next((one for one in beat.options if one.go == following and one.id not in state.tried), None)
            if option is None:
                raise EngineError(f"no option of the choice in `{place.scene}` leads to `{goal}`")
            yield option.id
            state = choose(scenario, state, option.id)
        else:
            role = roles_open(scenario, state)[0]
            yield f"{role}/1"
            state = rehearse(scenario, state, role, 1)
        state = read_to_input(scenario, state)


def _next_scene(scenario: Scenario, start: str, goal: str) -> str | None:
    """Return the scene that comes next on the shortest way between two scenes; None where there is no way."""
    first: dict[str, str] = {}
    waiting = [(to, to) for to in _ways_from(scenario, start)]
    while waiting:
        following = []
        for scene, begun in waiting:
            if scene in first or scene not in scenario.scenes:
                continue
            first[scene] = begun
            following += [(to, begun) for to in _ways_from(scenario, scene)]
        waiting = following
    return first.get(goal)


def _ways_from(scenario: Scenario, scene: str) -> list[str]:
    ways: list[str] = []
    for beat in scenario.scenes[scene].beats:
        if isinstance(beat, Choice):
            ways += [option.go for option in beat.options if option.go is not None]
        elif isinstance(beat, Go):
            ways.append(beat.scene)
    return ways
