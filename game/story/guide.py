"""How a story is taught: the guide of a lesson as a frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

LessonPart: TypeAlias = Literal["ground_rules", "starter", "story", "choice", "practice", "plenary", "close"]
LESSON_PARTS: tuple[LessonPart, ...] = get_args(LessonPart)
LessonMinutes: TypeAlias = Literal[20, 40, 60]
LESSON_MINUTES: tuple[LessonMinutes, ...] = get_args(LessonMinutes)
MOST_VOTES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """Some minutes of a lesson: which part it is, and what the class does."""

    minutes: int
    part: LessonPart
    text: str


@dataclass(frozen=True, slots=True)
class JudgedPlace:
    """A judged message: the scene, and the message's place among the judged messages of the scene, from 1."""

    scene: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DuringQuestion:
    """A question for the class at a judged message."""

    at: JudgedPlace
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What to ask before, while and after reading; never what somebody should have done."""

    before: tuple[str, ...] = ()
    during: tuple[DuringQuestion, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it means, in words of the band."""

    word: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A row of a curriculum. The code is printed only where `url` and `verified_on` are there (content rule F8)."""

    framework: str
    topic: str
    edition: str = ""
    code: str = ""
    url: str = ""
    verified_on: str = ""

    @property
    def shows_code(self) -> bool:
        """Whether somebody looked the code up, and said where and when."""
        return bool(self.code and self.url and self.verified_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The lesson of one story."""

    story: str
    path: tuple[str, ...]
    """The class's play: option ids, and at a rehearsal role/sentence; stops, votes and handout are cut from it."""
    minutes: LessonMinutes
    plan: tuple[PlanStep, ...]
    votes: tuple[JudgedPlace, ...]
    pupil_aims: tuple[str, ...] = ()
    teacher_aims: tuple[str, ...] = ()
    questions: Questions = field(default_factory=Questions)
    unplugged: str = ""
    for_withdrawn: str = ""
    extension: str = ""
    home: str = ""
    vocabulary: tuple[Term, ...] = ()
    support: Mapping[str, str] = field(default_factory=dict)
    """What helps with reading, with the language, with attention."""
    standards: tuple[Standard, ...] = ()
    notes: tuple[str, ...] = ()
    is_derived: bool = False
    """Whether nobody wrote it: it was made from the story alone, and the lesson says so."""
