"""Walking a story's paths: every one of them up to a bound, or a few that together meet everything there is."""

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.story.model import Choice, Outcome, Place, Pulse, Rehearse, Scenario
from game.story.plays import Choose, Play
from game.story.state import ShownBeat, ShownOption, State
from game.story.ways import reachable_scenes, shortest_ways, ways_out
from game.story.working_state import EngineError, WorkingState, roles_left

DEFAULT_LIMIT = 5_000


@dataclass(frozen=True, slots=True)
class Walk:
    """One way through a story and where it led; `problem` says why it did not end.

    `refused` is the option that could not be taken, where that is the reason; it is no part of the play.
    """

    play: Play
    state: State
    problem: str | None = None
    refused: str | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """The options that were taken, in order."""
        return tuple(done.option for done in self.play.inputs if isinstance(done, Choose))


@dataclass(frozen=True, slots=True, kw_only=True)
class Exploration:
    """What walking a story met. `cut` says that there were more paths than the limit."""

    plays: int
    scenes: frozenset[str]
    places: frozenset[Place]
    """The beats that were shown."""
    options: frozenset[str]
    endings: Mapping[Outcome, int]
    unreachable: tuple[str, ...]
    """Scenes that no path leads to."""
    broken: Mapping[str, Walk]
    """By what is wrong: the shortest of the paths on which it was met."""
    cut: bool

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong, in words."""
        return (*self.broken, *(f'no path leads to the scene "{scene}"' for scene in self.unreachable))


def explore(scenario: Scenario, limit: int = DEFAULT_LIMIT) -> Exploration:
    """Walk every path, at most `limit` of them (then some more, so that everything is still met).

    Of the walks nothing is kept but what they met, so memory does not grow with their number.
    """
    plays, cut = 0, False
    scenes: set[str] = set()
    places: set[Place] = set()
    options: set[str] = set()
    endings: Counter[Outcome] = Counter()
    broken: dict[str, Walk] = {}

    def paths() -> Iterator[Walk]:
        nonlocal cut
        cut = yield from walk_paths(scenario, limit)
        if cut:
            yield from walk_cover(scenario)

    for walk in paths():
        plays += 1
        scenes.update(walk.state.path)
        places.update(entry.place for entry in walk.state.shown if isinstance(entry, ShownBeat))
        options.update(entry.option_id for entry in walk.state.shown if isinstance(entry, ShownOption))
        outcome = walk.state.outcome(scenario)
        if outcome is not None:
            endings[outcome] += 1
        if walk.problem is not None:
            known = broken.get(walk.problem)
            if known is None or len(walk.play.inputs) < len(known.play.inputs):
                broken[walk.problem] = walk
    reached = reachable_scenes(scenario)
    unreachable = tuple(scene for scene in scenario.scenes if scene not in reached)
    return Exploration(
        plays=plays,
        scenes=frozenset(scenes),
        places=frozenset(places),
        options=frozenset(options),
        endings=MappingProxyType(dict(endings)),
        unreachable=unreachable,
        broken=MappingProxyType(broken),
        cut=cut,
    )


def walk_paths(scenario: Scenario, limit: int = DEFAULT_LIMIT) -> Generator[Walk, None, bool]:
    """Every path as a walk, at most `limit`; returns whether there were more.

    A path is a way through the options that lead on. Options that only ask the choice again are all tried on the first
    branch of their choice; pulses get the story's answer, rehearsals the first adult and sentence. Memory grows with
    the length of a path, never with the number of paths.
    """
    count = 0
    working = WorkingState(scenario)
    problem = _settle(working)
    stack: list[tuple[State, Iterator[tuple[str, ...]]]] = []
    taken: tuple[str, ...] | None = ()
    while True:
        state = working.freeze()
        if problem is None and state.awaiting == "choice":
            stack.append((state, iter(_branches(state.open_choice(scenario)))))
        else:
            yield _walk(working, problem, taken or ())
            count += 1
        while stack:
            state, branches = stack[-1]
            taken = next(branches, None)
            if taken is None:
                stack.pop()
                continue
            if count >= limit:
                return True
            working = WorkingState(scenario, state)
            problem = _take(working, taken)
            break
        else:
            return False


def walk_cover(scenario: Scenario) -> Iterator[Walk]:
    """A few walks that together meet every scene, option and ending that can be reached."""
    to_scene = shortest_ways(scenario)
    to_end = ways_out(scenario)
    untaken: dict[str, tuple[str, ...]] = {}
    for name in to_scene:
        last = scenario.scenes[name].beats[-1] if scenario.scenes[name].beats else None
        if isinstance(last, Choice):
            untaken |= {option.id: to_scene[name] for option in last.options}
    first = True
    while untaken or first:
        first = False
        target = next(iter(untaken), None)
        route = () if target is None else (*untaken[target], target)
        yield _follow(scenario, route, untaken, to_end)
        if target is not None:
            untaken.pop(target, None)


def walk_by(scenario: Scenario, options: Iterable[str]) -> Walk:
    """The walk that takes these options, one at each choice, and then the shortest way to an ending."""
    return _follow(scenario, options, {}, ways_out(scenario))


def walk_to(scenario: Scenario, scene: str) -> Walk | None:
    """The walk with the fewest options that stands before the first beat of a scene; None where none leads there.

    On the way pulses get the story's answer, rehearsals the first adult and sentence, and look-backs are passed.
    """
    options = shortest_ways(scenario).get(scene)
    if options is None:
        return None
    working = WorkingState(scenario)
    try:
        for option in options:
            if _settle(working) is not None or working.awaiting != "choice":
                return None
            working.choose(option)
        while working.scene != scene:
            if working.awaiting in ("reading", "look_back"):
                working.advance()
            elif not _answer(working):
                return None
        if working.beat == 0:
            working.pass_look_back()
    except EngineError:
        return None
    state = working.freeze()
    return Walk(state.play(scenario), state)


def _follow(
    scenario: Scenario, options: Iterable[str], untaken: dict[str, tuple[str, ...]], to_end: Mapping[str, str]
) -> Walk:
    """Take the options, then what was not taken yet, then what leads to an ending; what is taken is untaken no more."""
    route = iter(options)
    working = WorkingState(scenario)
    problem = _settle(working)
    option: str | None = None
    while problem is None and working.awaiting == "choice":
        option = next(route, None) or _next_option(working, untaken, to_end)
        if option is None:
            problem = _no_way_on(working)
            break
        untaken.pop(option, None)
        problem = _take(working, (option,))
    return _walk(working, problem, () if option is None else (option,))


def _walk(working: WorkingState, problem: str | None, last: Iterable[str]) -> Walk:
    """What was walked; `last` are the options that came last, the refused one among them if one was refused."""
    state = working.freeze()
    taken = {done.option for done in state.inputs if isinstance(done, Choose)}
    refused = next((option for option in last if option not in taken), None)
    return Walk(state.play(working.scenario), state, problem, refused)


def _settle(working: WorkingState) -> str | None:
    """On to the next choice or the ending, answering on the way; says what is wrong where that is not reached."""
    try:
        working.read_to_input()
        while working.awaiting in ("pulse", "rehearse"):
            if not _answer(working):
                return f"the rehearsal {working.scene}/{working.beat} offers no adult"
            working.read_to_input()
    except EngineError as error:
        return str(error)
    return None


def _answer(working: WorkingState) -> bool:
    """Answer the open pulse or rehearsal; whether there was one that can be answered."""
    place = Place(working.scene, working.beat - 1)
    beat = working.scenario.beat_at(place)
    if working.awaiting == "pulse" and isinstance(beat, Pulse):
        working.answer_pulse(place, beat.answer)
        return True
    if working.awaiting == "rehearse" and isinstance(beat, Rehearse):
        roles = roles_left(working.scenario, working.shown, beat)
        if roles:
            working.rehearse(roles[0], 1)
            return True
    return False


def _take(working: WorkingState, options: Iterable[str]) -> str | None:
    try:
        for option in options:
            working.choose(option)
    except EngineError as error:
        return str(error)
    if working.awaiting == "choice" and not any(
        option.go for option in _choice_of(working).options if option.id not in working.tried
    ):
        return _no_way_on(working)
    return _settle(working)


def _branches(choice: Choice | None) -> list[tuple[str, ...]]:
    """The ways through a choice, each as the options it takes, in order."""
    if choice is None:
        return []
    again = tuple(option.id for option in choice.options if option.go is None)
    onward = [option.id for option in choice.options if option.go is not None]
    if not onward:
        return [again]
    return [(*again, onward[0]), *((option,) for option in onward[1:])]


def _choice_of(working: WorkingState) -> Choice:
    beat = working.scenario.scenes[working.scene].beats[working.beat - 1]
    assert isinstance(beat, Choice)
    return beat


def _next_option(working: WorkingState, untaken: Mapping[str, object], to_end: Mapping[str, str]) -> str | None:
    """An option not taken on any walk yet, else the one on the shortest way to an ending."""
    options = [option for option in _choice_of(working).options if option.id not in working.tried]
    fresh = (option.id for option in options if option.id in untaken)
    shortest = to_end.get(working.scene)
    onward = (option.id for option in options if option.go is not None and option.go == shortest)
    return next(fresh, None) or next(onward, None) or next((option.id for option in options if option.go), None)


def _no_way_on(working: WorkingState) -> str:
    return f'the choice at the end of "{working.scene}" has no option that leads on'
