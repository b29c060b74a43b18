"""A lesson pack: which pages there are, in which formats, and what their files are called."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, get_args

from game.i18n.translator import Translator
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
    untranslated: tuple[str, ...] = ()
    """What is English in this lesson although another language was asked for, in words: "the story"."""

    @property
    def english_note(self) -> str:
        """What is English in this lesson, as a sentence; empty where nothing is but what was asked for."""
        return f"In English: {', '.join(self.untranslated)}." if self.untranslated else ""

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

    for_teachers = tuple(write_teacher_page(build, plan) for build in TEACHER_PAGES)
    # The other pages say the little that they may lack in English, wherever it stands.
    noting = plan.translator.noting()
    noted = replace(plan, translator=noting)
    documents = (*for_teachers, *(build(noted) for build in (*PUPIL_PAGES, *FAMILY_PAGES)))
    deck, quiz = lesson_slides(noted), knowledge_quiz(noted)
    untranslated = (*plan.untranslated, *_english_of_teachers(plan, for_teachers))
    if noting.lacking or noting.language != plan.language:
        untranslated = (*untranslated, "some words of the pages for pupils")
    return Content(documents=documents, deck=deck, quiz=quiz, untranslated=untranslated)


def write_teacher_page(build: BuildPage, plan: LessonPlan) -> Document:
    """A page for teachers in the lesson's language where every sentence it asks for is translated, else in English.

    Half a page in one language and half in another, in two directions, helps nobody: one sentence that is missing makes
    all of the page's own words English.
    """
    noting = plan.translator.noting()
    page = build(replace(plan, translator=noting, teacher_words=noting))
    is_whole = noting.language == plan.language and not noting.lacking
    return page if is_whole else build(replace(plan, teacher_words=Translator()))


def _english_of_teachers(plan: LessonPlan, pages: Sequence[Document]) -> tuple[str, ...]:
    """Which pages for teachers are English, by the names of their files; in three words where all of them are."""
    names = [page.id for page in pages if page.language != plan.language]
    if not names:
        return ()
    return ("what teachers read",) if len(names) == len(pages) else (f"for teachers: {', '.join(names)}",)


def find_formats(words: Sequence[str]) -> tuple[Format, ...]:
    """Formats by their names, each once, in the order of FORMATS. Raises ValueError with the first unknown name."""
    for word in words:
        if word not in FORMATS:
            raise ValueError(word)
    return tuple(each for each in FORMATS if each in words)
