"""A lesson before anybody has written it down: the story, its guide and everything the pages are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from game.content.files.facts_reader import Fact
from game.i18n.tongue import ENGLISH, Tongue
from game.i18n.translator import Translator
from game.story.guide import Guide, JudgedPlace
from game.story.model import Beat, Choice, Message, Place, Rehearse, Scenario, Sign
from game.story.practice import PracticeItem, SortItem
from game.story.values import HelpRow, ShownHelp
from lessons.document import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """A beat that the class reads, and the chat it stands in. `judged` names a judged message, `vote` its vote from 1.

    After a choice or a rehearsal, `taken` is what the class's path takes there (an option's id, or role/sentence).
    """

    place: Place
    beat: Beat
    chat: str
    judged: JudgedPlace | None = None
    vote: int | None = None
    taken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A stretch of the story up to where the class does something: votes, chooses, tells, or is at the end."""

    number: int
    """From 1."""
    lines: tuple[ShownLine, ...]
    """In reading order; the last one is what the class stops at."""
    kind: Literal["vote", "choice", "rehearse", "end"]

    @property
    def last(self) -> ShownLine:
        """What the class stops at."""
        return self.lines[-1]

    @property
    def message(self) -> Message | None:
        """The message that is voted on."""
        return self.last.beat if isinstance(self.last.beat, Message) else None

    @property
    def choice(self) -> Choice | None:
        """The choice that is open."""
        return self.last.beat if isinstance(self.last.beat, Choice) else None

    @property
    def rehearse(self) -> Rehearse | None:
        """The telling that is practised."""
        return self.last.beat if isinstance(self.last.beat, Rehearse) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """What differs from country to country (content rule F11): who is told in a school, and the numbers."""

    country: str
    """Two letters; ZZ is somewhere else."""
    country_name: str
    safeguarding_lead: str
    """The title of the person in a school who is told of worries about a child, with an article: "the ... lead"."""
    emergency_number: str = ""
    """Empty where none is known: pages then say "the police or an ambulance"."""
    emergency_source: str = ""
    report: ShownHelp | None = None
    """Whom adults report to there; None where the table names nobody."""
    help_rows: tuple[HelpRow, ...] = ()
    """What may be shown today; numbers nobody has checked say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonPlan:
    """Everything that the pages of one story's lesson are made from, in one language and for one country."""

    scenario: Scenario
    """In the lesson's language where the story is whole in it, else in English."""
    guide: Guide
    """In the lesson's language where the guide is whole in it, else in English; standards keep their names."""
    stops: tuple[Stop, ...]
    signs: tuple[Sign, ...]
    """The signs that the story teaches, in album order, in the lesson's language as far as it goes."""
    album: Mapping[str, Sign]
    """All signs and families by id."""
    starter: tuple[SortItem, ...]
    """Three items of practice to begin with."""
    practice: tuple[PracticeItem, ...]
    """Six items, half of them fine."""
    facts: Mapping[str, Fact]
    """Every figure that an adult page may print, by id."""
    place: PlaceWords
    translator: Translator
    """The words of lesson pages in the lesson's language."""
    teacher_words: Translator = field(default_factory=Translator)
    """The words of the page for teachers that is being made: English unless the page is whole in the language."""
    language: str = "en"
    rtl: bool = False
    story_tongue: Tongue = ENGLISH
    """What the story is told in."""
    guide_tongue: Tongue = ENGLISH
    practice_tongue: Tongue = ENGLISH
    sign_tongues: Mapping[str, Tongue] = field(default_factory=dict)
    """What signs are told in, by their ids, where that is not English."""
    paper: Paper = "a4"
    today: date = field(default_factory=date.today)
    untranslated: tuple[str, ...] = ()
    """What is told in English although another language was asked for, in words: "the story", "the practice".

    Which pages stay English is known once they are written (`lessons.pack.Content`).
    """

    @property
    def story_language(self) -> str:
        """The code of the language that the story is told in."""
        return self.story_tongue.language

    @property
    def votes(self) -> tuple[Stop, ...]:
        """The stops at which the class votes."""
        return tuple(stop for stop in self.stops if stop.kind == "vote")
