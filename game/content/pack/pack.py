"""What the rules of a pack look at: all stories that can be played, by band and together, and their practice."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from game.content.files.reading import Reading
from game.content.format.diagnostics import Diagnostic
from game.content.format.spans import Span, whole_file
from game.story.model import BANDS, Band, In, Message, Person, Place, Scenario
from game.story.practice import PracticeItem

FULL_SHELF = 4
"""Stories from which on a band's shelf is judged as a whole: of fewer no share says anything."""


@dataclass(frozen=True, slots=True)
class PackStory:
    """A story of the pack: what was read, and where it stands."""

    reading: Reading
    scenario: Scenario

    @property
    def unsafe_people(self) -> tuple[Person, ...]:
        """The people who are marked as unsafe."""
        return tuple(person for person in self.scenario.people.values() if person.facts.unsafe)

    def counted(self) -> Iterator[tuple[Place, Message]]:
        """The messages that enter shares and rates: judged ones, without hidden and unclear ones."""
        return ((place, message) for place, message in self.scenario.messages() if message.counts)

    def sender(self, message: Message) -> Person | None:
        """Who writes a message."""
        return self.scenario.people.get(message.person)

    def by_chat(self) -> Mapping[str, list[Message]]:
        """The messages by the id of the chat they stand in; those whose chat is not said are left out."""
        chats: dict[str, list[Message]] = {}
        only = next(iter(self.scenario.chats), None) if len(self.scenario.chats) == 1 else None
        for scene in self.scenario.scenes.values():
            chat = only
            for beat in scene.beats:
                if isinstance(beat, In):
                    chat = beat.chat
                elif isinstance(beat, Message) and chat is not None:
                    chats.setdefault(chat, []).append(beat)
        return chats

    def at(self, *steps: str | int) -> Span:
        """Return the span of a value in the story's file."""
        return self.reading.spans.value(*steps)

    def at_message(self, place: Place) -> Span:
        """Return the span of a message."""
        return self.reading.beat_span(place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The stories, boosters and practice of one band."""

    band: Band
    folder: str
    """The folder of the scenarios, as findings show it: where a finding about the band as a whole stands."""
    stories: tuple[PackStory, ...]
    """Those of the kind `story`."""
    boosters: tuple[PackStory, ...] = ()
    practice: tuple[PracticeItem, ...] = ()

    @property
    def place(self) -> Span:
        """Where a finding about the band as a whole stands."""
        return whole_file(self.folder)

    @property
    def unsafe_stories(self) -> tuple[PackStory, ...]:
        """The stories that teach signs."""
        return tuple(story for story in self.stories if not story.scenario.nothing_is_wrong)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """All stories that can be played, in the order in which they were read, and the practice by band."""

    folder: str
    stories: tuple[PackStory, ...]
    practice: Mapping[Band, tuple[PracticeItem, ...]] = field(default_factory=dict)

    def unsafe_people(self) -> list[tuple[PackStory, Person]]:
        """The unsafe people of the stories, boosters left out: those have their people from the stories."""
        return [(story, person) for story in self.full_stories() for person in story.unsafe_people]

    def full_stories(self) -> tuple[PackStory, ...]:
        """The stories of the kind `story`."""
        return tuple(story for story in self.stories if story.scenario.kind == "story")

    def shelves(self) -> Iterator[Shelf]:
        """The bands with enough stories to be judged as a whole, from the youngest on."""
        for band in BANDS:
            own = [story for story in self.stories if story.scenario.band == band]
            stories = tuple(story for story in own if story.scenario.kind == "story")
            if len(stories) >= FULL_SHELF:
                yield Shelf(
                    band=band,
                    folder=self.folder,
                    stories=stories,
                    boosters=tuple(story for story in own if story.scenario.kind == "booster"),
                    practice=self.practice.get(band, ()),
                )


def stories_of(readings: Iterable[Reading]) -> tuple[PackStory, ...]:
    """The stories among some readings that can be played; of two with the same id the first."""
    stories: dict[str, PackStory] = {}
    for reading in readings:
        if reading.scenario is not None:
            stories.setdefault(reading.scenario.id, PackStory(reading, reading.scenario))
    return tuple(stories.values())


def is_known(person: Person | None) -> bool:
    """Whether the friend knows this person from somewhere else than online."""
    return person is not None and person.knows_from not in (None, "online_only")


def is_online_only(person: Person | None) -> bool:
    """Whether the friend knows this person from online only."""
    return person is not None and person.knows_from == "online_only"


def percent(part: int, whole: int) -> int:
    """A share in whole percent; 0 of nothing."""
    return round(100 * part / whole) if whole else 0


def name_stories(stories: Iterable[PackStory], most: int = 4) -> str:
    """The ids of some stories for a sentence, at most so many of them."""
    names = [story.scenario.id for story in stories]
    return ", ".join(names[:most]) + (", and more" if len(names) > most else "")


ShelfCheck: TypeAlias = Callable[[Shelf], Iterator[Diagnostic]]
PackCheck: TypeAlias = Callable[[Pack], Iterator[Diagnostic]]
