"""What a check looks at: a story as it was read, where its parts stand, and what it may refer to."""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from game.content.checks.registry import CheckOf
from game.content.checks.road_map import RoadMap
from game.content.files.catalogue import Catalogue
from game.content.files.gaps import GapKey
from game.content.files.reading import Reading
from game.content.format.field_reader import FoundText
from game.content.format.source_text import SourceText
from game.content.format.spans import Span
from game.content.words.cast import NOBODY, Cast, cast_of
from game.content.words.speech import WRITTEN_IN, place_fragment
from game.content.words.spoken import Spoken, SpokenTexts, collect_spoken, plain
from game.story.model import BANDS, Band, Option, Place, Scenario


@dataclass(frozen=True)
class Subject:
    """A story that is being checked. `scenario` may have the gaps that `reading.gaps` names.

    What many checks look at is put together when first asked for, and kept.
    """

    reading: Reading
    scenario: Scenario
    catalogue: Catalogue

    @property
    def texts(self) -> tuple[FoundText, ...]:
        """Every text of the file, as the reader came by it."""
        return self.reading.texts

    @property
    def source(self) -> SourceText | None:
        """The file as it was written."""
        return self.reading.source

    @cached_property
    def spoken(self) -> SpokenTexts:
        """Every text of the story with who says it."""
        return collect_spoken(self.scenario)

    @cached_property
    def roads(self) -> RoadMap:
        """The scenes as a map of roads."""
        comforts = self.catalogue.wordings_of("not_your_fault", self.scenario.band)
        return RoadMap(self.scenario.scenes, comforts)

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
    def language(self) -> str:
        """The language that stories are written in; their translations are catalogues."""
        return WRITTEN_IN

    @cached_property
    def cast(self) -> Cast:
        """How the story's texts call its people."""
        return NOBODY if self.has_gap("people", "unsafe") else cast_of(self.scenario.people.values())

    @cached_property
    def reviewed(self) -> frozenset[str]:
        """The sentences of wordings.yaml, without emphasis marks."""
        return frozenset(plain(wording.text) for wording in self.catalogue.wordings)

    def place_of(self, spoken: Spoken, fragment: str) -> Span:
        """Return where a fragment of a text stands in the file, or the whole text where that cannot be told."""
        return place_fragment(self.at(*spoken.steps), fragment, self.texts, self.source)

    def at(self, *steps: str | int) -> Span:
        """Return the span of a value in the file."""
        return self.reading.spans.value(*steps)

    def key(self, *steps: str | int) -> Span:
        """Return the span of a key in the file."""
        return self.reading.spans.key(*steps)

    def at_beat(self, place: Place, *steps: str | int) -> Span:
        """Return the span of a value inside a beat."""
        return self.reading.spans.value("scenes", place.scene, place.beat, *steps)

    def has_gap(self, *keys: GapKey) -> bool:
        """Whether one of these parts could not be read, so that nothing can be said about it."""
        return self.reading.gaps.has(*keys)

    @cached_property
    def options(self) -> tuple[tuple[Place, int, Option], ...]:
        """Every option that could be read, with its choice's place and its index from 0."""
        return tuple(
            (place, index, option)
            for place, choice in self.scenario.choices()
            for index, option in enumerate(choice.options)
            if option.id
        )

    def options_are_whole(self) -> bool:
        """Whether every choice has two options or more, each with an id and with a `say` or `do` that could be read."""
        has = self.reading.spans.has
        return all(len(choice.options) > 1 for _, choice in self.scenario.choices()) and all(
            option.id
            and (option.say or option.do)
            and (option.say is not None or not has("scenes", place.scene, place.beat, "options", index, "say"))
            and (option.do is not None or not has("scenes", place.scene, place.beat, "options", index, "do"))
            for place, choice in self.scenario.choices()
            for index, option in enumerate(choice.options)
        )

    def has_lost_way(self) -> bool:
        """Whether an option has a `go` that could not be read, so that nobody knows what is reached."""
        return any(
            option.go is None and self.reading.spans.has("scenes", place.scene, place.beat, "options", index, "go")
            for place, index, option in self.options
        )

    def at_option(self, place: Place, index: int, key: str = "id") -> Span:
        """Return the span of a value of an option."""
        return self.at_beat(place, "options", index, key)


Check: TypeAlias = CheckOf[Subject]
