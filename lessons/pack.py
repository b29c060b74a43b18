"""A lesson pack: which pages there are, in which formats, and what their files are called."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from lessons.document import Audience, Deck, Document
from lessons.plan import LessonPlan
from lessons.quizzes.quiz import Quiz

Format: TypeAlias = Literal["docx", "pdf", "pptx", "html", "gift", "moodle", "kahoot"]
FORMATS: tuple[Format, ...] = get_args(Format)
PAGE_FORMATS: tuple[Format, ...] = ("docx", "pdf")
"""Formats with a file for every kind of page."""
SUFFIXES: Mapping[Format, str] = {
    "docx": ".docx",
    "pdf": ".pdf",
    "pptx": ".pptx",
    "html": ".html",
    "gift": ".gift.txt",
    "moodle": ".moodle.xml",
    "kahoot": ".kahoot.xlsx",
}
BuildPage: TypeAlias = Callable[[LessonPlan], Document]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything a pack says, before it becomes files."""

    documents: tuple[Document, ...]
    deck: Deck
    quiz: Quiz

    def documents_for(self, audience: Audience) -> tuple[Document, ...]:
        """The pages for one audience, in the order of the pack."""
        return tuple(document for document in self.documents if document.audience == audience)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFile:
    """A file of a pack, as `--json` names it; `pages` is None where a format has no pages of its own."""

    path: str
    kind: str
    audience: Audience
    format: Format
    pages: int | None = None


def pack_name(plan: LessonPlan) -> str:
    """The folder of a lesson's pack: the story and the language, as "free-skins-en"."""
    return f"{plan.scenario.id}-{plan.language}"


def write_content(plan: LessonPlan) -> Content:
    """Every page, the slides and the quiz of a lesson."""
    from lessons.pages.for_pupils import FAMILY_PAGES, PUPIL_PAGES
    from lessons.pages.for_teachers import TEACHER_PAGES
    from lessons.quizzes.questions import knowledge_quiz
    from lessons.slides import lesson_slides

    pages = (*TEACHER_PAGES, *PUPIL_PAGES, *FAMILY_PAGES)
    documents = tuple(build(plan) for build in pages)
    return Content(documents=documents, deck=lesson_slides(plan), quiz=knowledge_quiz(plan))


def find_formats(words: Sequence[str]) -> tuple[Format, ...]:
    """Formats by their names, each once, in the order of FORMATS. Raises ValueError with the first unknown name."""
    for word in words:
        if word not in FORMATS:
            raise ValueError(word)
    return tuple(each for each in FORMATS if each in words)
