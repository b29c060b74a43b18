"""The road through a story: every scene reached, every path ending with help, no way back, no way out of help."""

from collections.abc import Iterator

from game.content.checks.road_map import RoadMap, Way
from game.content.checks.subject import Check, Subject
from game.content.format.diagnostics import Diagnostic, closest, find
from game.content.format.spans import Span
from game.story.model import Choice, Ending, Go, Option, Place, Rehearse


def check_scene_ends(subject: Subject) -> Iterator[Diagnostic]:
    """A scene ends with one choice, `go` or ending, and nothing comes behind it."""
    for scene in subject.scenario.scenes.values():
        if not scene.beats:
            continue
        last = next((i for i, beat in enumerate(scene.beats) if isinstance(beat, Choice | Go | Ending)), None)
        if last is None:
            if not subject.reading.gaps.in_scene(scene.id):
                message = f"The scene `{scene.id}` stops without a choice, a `go` or an ending."
                hint = "Add one as its last beat, so that every path reaches help."
                yield find("dead-end", subject.key("scenes", scene.id), message, hint)
        elif last + 1 < len(scene.beats):
            what = {Choice: "choice", Go: "`go`"}.get(type(scene.beats[last]), "ending")
            message = f"This comes behind the {what} of its scene, so nobody ever sees it."
            where = subject.at("scenes", scene.id, last + 1)
            yield find("after-the-end", where, message, "Move it up, or into a scene of its own.")


def check_choices_lead_on(subject: Subject) -> Iterator[Diagnostic]:
    """At least one option of a choice has a `go`."""
    for place, choice in subject.scenario.choices():
        if _has_no_way(choice):
            where = subject.key("scenes", place.scene, place.beat, "choice")
            hint = "Give at least one option a `go:` with the name of a scene."
            yield find("choice-no-way", where, "No option of this choice leads on.", hint)


def check_scenes_reached(subject: Subject) -> Iterator[Diagnostic]:
    """Every scene can be reached from the first one."""
    roads = subject.roads
    if any(subject.reading.gaps.in_scene(id) for id in roads.reached):
        return
    stuck = {place.scene for place, choice in subject.scenario.choices() if _has_no_way(choice)}
    if stuck & roads.reached or subject.has_lost_way():
        return
    misspelt = _unknown_targets(subject)
    for id in subject.scenario.scenes:
        if id not in roads.reached and closest(id, misspelt) is None:
            hint = "Let an option or a `go` lead to it, or take it out."
            yield find("unreachable", subject.key("scenes", id), f"Nothing leads to the scene `{id}`.", hint)


def check_no_way_back(subject: Subject) -> Iterator[Diagnostic]:
    """No way leads back to a scene that was already played."""
    roads = subject.roads
    finished: set[str] = set()
    for start in roads.scenes:
        if start in finished:
            continue
        path, stack = {start}, [(start, iter(roads.ways[start]))]
        while stack:
            scene, ways = stack[-1]
            way = next(ways, None)
            if way is None:
                stack.pop()
                path.discard(scene)
                finished.add(scene)
            elif way.to in path:
                message = f"This leads back to `{way.to}`, which was already played."
                hint = "Leave `go` out to ask the same choice again, or write a new scene."
                yield find("loop", _span_of_way(subject, way), message, hint)
            elif way.to not in finished:
                path.add(way.to)
                stack.append((way.to, iter(roads.ways[way.to])))


def check_second_go(subject: Subject) -> Iterator[Diagnostic]:
    """A risky option leads to where a safe one can be made, or telling is practised (B5)."""
    roads = subject.roads
    kind = {
        id: any(
            isinstance(beat, Rehearse)
            or (isinstance(beat, Choice) and any(option.move == "safe" for option in beat.options))
            for beat in scene.beats
        )
        for id, scene in roads.scenes.items()
    }
    hopeful = roads.leading_to(id for id, is_kind in kind.items() if is_kind or _is_unfinished(subject, id))
    for place, index, option in subject.options:
        if option.move != "risky" or (option.go is not None and option.go not in roads.scenes):
            continue
        if not _is_hopeful(subject, roads, hopeful, place, option):
            message = f"After the risky `{option.id}` no safe choice comes any more."
            hint = "Let a safe option or a rehearse follow, or add a safe option here and leave this one's `go` out."
            yield find("no-second-go", subject.at_option(place, index), message, hint)


def _is_hopeful(subject: Subject, roads: RoadMap, hopeful: frozenset[str], place: Place, option: Option) -> bool:
    """Whether help can be reached after an option: where it leads, or, asked again, by the other options."""
    if option.go is not None:
        return option.go in hopeful
    choice = roads.scenes[place.scene].beats[place.beat]
    others = choice.options if isinstance(choice, Choice) else ()
    return any(other.move == "safe" or other.go in hopeful or not other.id for other in others)


def _is_unfinished(subject: Subject, scene: str) -> bool:
    """Whether a scene could be read in part only, or is a dead end, so that nobody knows what will follow."""
    beats = subject.scenario.scenes[scene].beats
    return subject.reading.gaps.in_scene(scene) or not any(isinstance(beat, Choice | Go | Ending) for beat in beats)


def _has_no_way(choice: Choice) -> bool:
    """Whether no option of a choice leads on; the scenes behind it wait for one, and are not called unreached."""
    return bool(choice.options) and all(option.go is None and option.id for option in choice.options)


def _unknown_targets(subject: Subject) -> list[str]:
    """Return the names of scenes that are gone to and are not there; the scene meant by one is not called unreached."""
    goes = [option.go for _, _, option in subject.options]
    goes += [beat.scene for _, beat in subject.scenario.beats() if isinstance(beat, Go)]
    return [go for go in goes if go and go not in subject.scenario.scenes]


def _span_of_way(subject: Subject, way: Way) -> Span:
    if way.option is None:
        return subject.at_beat(way.place, "go")
    return subject.at_option(way.place, way.option, "go")


REACHABILITY_CHECKS: tuple[Check, ...] = (
    check_scene_ends,
    check_choices_lead_on,
    check_scenes_reached,
    check_no_way_back,
    check_second_go,
)
