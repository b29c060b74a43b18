"""The ways between a story's scenes, as its options and gos name them, whatever lies on the way."""

from collections.abc import Iterable

from game.story.model import Choice, Ending, Go, Scenario, Scene


def reachable_scenes(scenario: Scenario) -> frozenset[str]:
    """The scenes that options and gos lead to from the first one, whatever lies on the way."""
    return frozenset(shortest_ways(scenario))


def scenes_before(scenario: Scenario, targets: Iterable[str]) -> frozenset[str]:
    """These scenes, and all those from which one of them can be reached."""
    return frozenset(_ways_back(scenario, targets)) | frozenset(targets)


def _exits(scene: Scene) -> tuple[tuple[str | None, str], ...]:
    """Where a scene leads: pairs of an option (none for a go) and a scene id."""
    found: list[tuple[str | None, str]] = []
    for beat in scene.beats:
        if isinstance(beat, Go):
            found.append((None, beat.scene))
        elif isinstance(beat, Choice):
            found += [(option.id, option.go) for option in beat.options if option.go is not None]
    return tuple(found)


def shortest_ways(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """For every scene that can be reached: the options of a shortest way to it."""
    ways: dict[str, tuple[str, ...]] = {scenario.first_scene.id: ()}
    for name in (queue := [scenario.first_scene.id]):
        for option, target in _exits(scenario.scenes[name]):
            if target in scenario.scenes and target not in ways:
                ways[target] = ways[name] if option is None else (*ways[name], option)
                queue.append(target)
    return ways


def ways_out(scenario: Scenario) -> dict[str, str]:
    """For every scene from which an ending can be reached: the next scene of a shortest way there."""
    return _ways_back(
        scenario, [s.id for s in scenario.scenes.values() if any(isinstance(beat, Ending) for beat in s.beats)]
    )


def _ways_back(scenario: Scenario, targets: Iterable[str]) -> dict[str, str]:
    """For every scene from which one of these can be reached: the next scene of a shortest way there."""
    sources: dict[str, list[str]] = {}
    for scene in scenario.scenes.values():
        for _, target in _exits(scene):
            sources.setdefault(target, []).append(scene.id)
    queue = list(targets)
    ways: dict[str, str] = {}
    seen = set(queue)
    for name in queue:
        for source in sources.get(name, ()):
            if source not in seen:
                seen.add(source)
                ways[source] = name
                queue.append(source)
    return ways
