"""The scenes of a story as a map of roads: where each leads, which are reached, and what a way has shown so far."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from game.story.model import Choice, Ending, Go, Message, Note, Place, Rehearse, Scene


@dataclass(frozen=True, slots=True)
class Way:
    """A road out of a scene. `option` is the index of the option that takes it, None for a `go`."""

    to: str
    place: Place
    option: int | None = None


@dataclass(frozen=True, slots=True)
class Luggage:
    """What a path has shown before a beat: a sign, a comfort (0, 1, or 2 for more), a rehearsal."""

    sign: bool = False
    comforts: int = 0
    rehearsed: bool = False


class RoadMap:
    """Roads between the scenes of a story, as far as they lead to scenes that are there.

    `comforts` are the sentences that say whose fault it is not. What is asked twice is worked out once.
    """

    def __init__(self, scenes: Mapping[str, Scene], comforts: Iterable[str] = ()) -> None:
        self.scenes = scenes
        self._needles = tuple(needle for wording in comforts for needle in _needles(wording))

    @cached_property
    def ways(self) -> Mapping[str, tuple[Way, ...]]:
        """The roads out of every scene, in the order of the file."""
        return {id: tuple(self._ways_from(id)) for id in self.scenes}

    @cached_property
    def reached(self) -> frozenset[str]:
        """The scenes that can be reached from the first one, it included."""
        return self.reached_from(next(iter(self.scenes))) if self.scenes else frozenset()

    def reached_from(self, start: str) -> frozenset[str]:
        """The scenes that can be reached from one, it included."""
        seen, waiting = {start}, [start]
        while waiting:
            for way in self.ways[waiting.pop()]:
                if way.to not in seen:
                    seen.add(way.to)
                    waiting.append(way.to)
        return frozenset(seen)

    def leading_to(self, targets: Iterable[str]) -> frozenset[str]:
        """The scenes from which one of these can be reached, they included."""
        sources: dict[str, list[str]] = {id: [] for id in self.scenes}
        for id, ways in self.ways.items():
            for way in ways:
                sources[way.to].append(id)
        waiting = list(targets)
        seen = set(waiting)
        while waiting:
            for id in sources[waiting.pop()]:
                if id not in seen:
                    seen.add(id)
                    waiting.append(id)
        return frozenset(seen)

    def gather_forwards(self, marks: Mapping[str, int]) -> Mapping[str, int]:
        """Return for each scene the marks (bits) of the scenes that some way passes before it, its own left out."""
        return self._gather(marks, {id: [way.to for way in ways] for id, ways in self.ways.items()}, own=False)

    def gather_backwards(self, marks: Mapping[str, int]) -> Mapping[str, int]:
        """Return for each scene the marks (bits) of it and of the scenes that can come after it."""
        sources: dict[str, list[str]] = {id: [] for id in self.scenes}
        for id, ways in self.ways.items():
            for way in ways:
                sources[way.to].append(id)
        return self._gather(marks, sources, own=True)

    @cached_property
    def walk(self) -> tuple[tuple[Place, Choice | Ending, Luggage], ...]:
        """Every choice and ending with every luggage that some path brings there; linear in the story's size."""
        return tuple(self._walk())

    def _walk(self) -> Iterator[tuple[Place, Choice | Ending, Luggage]]:
        if not self.scenes:
            return
        first = next(iter(self.scenes))
        seen, waiting = {(first, Luggage())}, [(first, Luggage())]
        while waiting:
            scene, luggage = waiting.pop()
            for index, beat in enumerate(self.scenes[scene].beats):
                if isinstance(beat, Choice | Ending):
                    yield Place(scene, index), beat, self._pack(luggage, beat)
                luggage = self._pack(luggage, beat)
            for way in self.ways[scene]:
                if (way.to, luggage) not in seen:
                    seen.add((way.to, luggage))
                    waiting.append((way.to, luggage))

    def comforts_in(self, text: str) -> int:
        """Return how often a reviewed not-your-fault wording stands in a text, as a sentence or up to a comma."""
        folded = _fold(text)
        return sum(folded.count(needle) for needle in self._needles)

    def _gather(self, marks: Mapping[str, int], towards: Mapping[str, list[str]], *, own: bool) -> Mapping[str, int]:
        """Pass marks on along `towards` until nothing changes: each scene is visited once a mark at most."""
        passed = dict.fromkeys(self.scenes, 0)
        waiting = list(self.scenes)
        while waiting:
            id = waiting.pop()
            given = passed[id] | marks[id]
            for to in towards[id]:
                if given & ~passed[to]:
                    passed[to] |= given
                    waiting.append(to)
        return {id: passed[id] | (marks[id] if own else 0) for id in self.scenes}

    def _pack(self, luggage: Luggage, beat: object) -> Luggage:
        match beat:
            case Message(signs=signs) if signs:
                return Luggage(True, luggage.comforts, luggage.rehearsed)
            case Note(about=about) if about:
                return Luggage(True, luggage.comforts, luggage.rehearsed)
            case Rehearse(adult_says=text):
                return Luggage(luggage.sign, min(2, luggage.comforts + self.comforts_in(text)), True)
            case Ending(line=text):
                return Luggage(luggage.sign, min(2, luggage.comforts + self.comforts_in(text)), luggage.rehearsed)
        return luggage

    def _ways_from(self, scene: str) -> Iterator[Way]:
        for index, beat in enumerate(self.scenes[scene].beats):
            if isinstance(beat, Go) and beat.scene in self.scenes:
                yield Way(beat.scene, Place(scene, index))
            elif isinstance(beat, Choice):
                for number, option in enumerate(beat.options):
                    if option.go in self.scenes:
                        yield Way(option.go or "", Place(scene, index), number)


def _fold(text: str) -> str:
    """Return a text with a mark before each sentence, straight apostrophes and single blanks."""
    words = " ".join(text.replace("’", "'").split())
    for end in ".!?":
        words = words.replace(f"{end} ", f"{end}\n")
    return f"\n{words}\n"


def _needles(wording: str) -> tuple[str, str]:
    """Return what to look for in a folded text: the wording as a sentence, and followed by a comma."""
    sentence = " ".join(wording.replace("’", "'").split())
    return f"\n{sentence}\n", f"\n{sentence.rstrip('.!')},"
