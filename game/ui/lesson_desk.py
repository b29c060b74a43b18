"""What an adult chooses for a lesson pack, and how far its making is: values that the screen shows."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Work: TypeAlias = Literal["none", "running", "done", "failed"]
FORMATS: tuple[str, ...] = ("docx", "pdf", "pptx", "html", "quiz")
"""Kinds of files as a teacher thinks of them; the quiz is written for several platforms."""
PAPERS: tuple[str, ...] = ("a4", "letter")
MINUTES: tuple[int, ...] = (20, 40, 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonWishes:
    """What was chosen. `folder` is one of the places that the app offers, by its key."""

    stories: tuple[str, ...] = ()
    language: str = "en"
    formats: tuple[str, ...] = FORMATS
    paper: str = "a4"
    minutes: int = 40
    folder: str = "documents"


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonWork:
    """How far a pack is: files written of files to write, the name of the one at work, or what came of it."""

    state: Work = "none"
    done: int = 0
    total: int = 0
    name: str = ""
    folder: str = ""
    notes: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonDesk:
    """Everything the screen for lessons shows."""

    wishes: LessonWishes = field(default_factory=LessonWishes)
    work: LessonWork = field(default_factory=LessonWork)
    stories: tuple[tuple[str, str], ...] = ()
    """Ids and titles, those of the player's band first."""
    in_english: frozenset[str] = frozenset()
    """Ids of those whose title is English, as they are not whole in the player's language."""
    languages: tuple[tuple[str, str], ...] = ()
    folders: tuple[tuple[str, str], ...] = ()
    """Keys and paths as they are shown."""
    place: str = ""
    """The country whose help lines the pages bring, by its name."""
