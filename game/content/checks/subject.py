"""What a check looks at: a story as it was read, where its parts stand, and what it may refer to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from game.content.files.catalogue import Catalogue
from game.content.files.reading import Reading
from game.content.format.diagnostics import Diagnostic
from game.content.format.spans import Span
from game.content.words.cast import NOBODY, Cast, cast_of
from game.content.words.speech import place_fragment
from game.content.words.spoken import Spoken, SpokenTexts, collect_spoken, plain
from game.story.model import BANDS, Band, Choice, Message, Option, Place, Rehearse, Scenario


@dataclass(frozen=True, slots=True)
class Subject:
    """A story that is being checked. `scenario` may have the gaps that `reading.gaps` names."""

    reading: Reading
    scenario: Scenario
    catalogue: Catalogue
    _kept: list[SpokenTexts] = field(default_factory=list, init=False, repr=False, compare=False)
    _cast: list[Cast] = field(default_factory=list, init=False, repr=False, compare=False)
    _reviewed: list[frozenset[str]] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def spoken(self) -> SpokenTexts:
        """Every text of the story with who says it: put together once, as many checks look at it."""
        if not self._kept:
            self._kept.append(collect_spoken(self.scenario))
        return self._kept[0]

    @property
    def names(self) -> tuple[Spoken, ...]:
        """The names of the people, with where they stand."""
        people = self.scenario.people.values()
        return tuple(
            Spoken("message", name, ("people", person.id, key))
            for person in people
            for key, name in (("name", person.name), ("called", person.called))
            if name
        )

    @property
    def bands(self) -> frozenset[Band]:
        """The band of the story; all of them where it cannot be read."""
        return frozenset(BANDS) if self.has_gap("band") else frozenset((self.scenario.band,))

    @property
    def cast(self) -> Cast:
        """How the story's texts call its people."""
        if not self._cast:
            unclear = self.has_gap("people", "unsafe")
            self._cast.append(NOBODY if unclear else cast_of(self.scenario.people.values()))
        return self._cast[0]

    @property
    def reviewed(self) -> frozenset[str]:
        """The sentences of wordings.yaml, without emphasis marks."""
        if not self._reviewed:
            self._reviewed.append(frozenset(plain(wording.text) for wording in self.catalogue.wordings))
        return self._reviewed[0]

    def place_of(self, spoken: Spoken, fragment: str) -> Span:
        """Return where a fragment of a text stands in the file, or the whole text where that cannot be told."""
        return place_fragment(self.at(*spoken.steps), fragment, self.reading.texts, self.reading.source)

    def at(self, *steps: str | int) -> Span:
        """Return the span of a value in the file."""
        return self.reading.spans.value(*steps)

    def key(self, *steps: str | int) -> Span:
        """Return the span of a key in the file."""
        return self.reading.spans.key(*steps)

    def at_beat(self, place: Place, *steps: str | int) -> Span:
        """Return the span of a value inside a beat."""
        return self.reading.spans.value("scenes", place.scene, place.beat, *steps)

    def has_gap(self, *names: str) -> bool:
        """Whether one of these parts could not be read, so that nothing can be said about it."""
        return any(name in self.reading.gaps for name in names)

    def messages(self) -> Iterator[tuple[Place, Message]]:
        """Every message with its place."""
        return self.scenario.messages()

    def choices(self) -> Iterator[tuple[Place, Choice]]:
        """Every choice with its place."""
        for scene in self.scenario.scenes.values():
            for index, beat in enumerate(scene.beats):
                if isinstance(beat, Choice):
                    yield Place(scene.id, index), beat

    def options(self) -> Iterator[tuple[Place, int, Option]]:
        """Every option that could be read, with its choice's place and its index from 0."""
        for place, choice in self.choices():
            for index, option in enumerate(choice.options):
                if option.id:
                    yield place, index, option

    def options_are_whole(self) -> bool:
        """Whether every choice has two options or more, each with an id and with a `say` or `do` that could be read."""
        has = self.reading.spans.has
        return all(len(choice.options) > 1 for _, choice in self.choices()) and all(
            option.id
            and (option.say or option.do)
            and (option.say is not None or not has("scenes", place.scene, place.beat, "options", index, "say"))
            and (option.do is not None or not has("scenes", place.scene, place.beat, "options", index, "do"))
            for place, choice in self.choices()
            for index, option in enumerate(choice.options)
        )

    def has_lost_way(self) -> bool:
        """Whether an option has a `go` that could not be read, so that nobody knows what is reached."""
        return any(
            option.go is None and self.reading.spans.has("scenes", place.scene, place.beat, "options", index, "go")
            for place, index, option in self.options()
        )

    def rehearsals(self) -> Iterator[tuple[Place, Rehearse]]:
        """Every rehearsal with its place."""
        for scene in self.scenario.scenes.values():
            for index, beat in enumerate(scene.beats):
                if isinstance(beat, Rehearse):
                    yield Place(scene.id, index), beat

    def at_option(self, place: Place, index: int, key: str = "id") -> Span:
        """Return the span of a value of an option."""
        return self.at_beat(place, "options", index, key)


Check: TypeAlias = Callable[[Subject], Iterator[Diagnostic]]
