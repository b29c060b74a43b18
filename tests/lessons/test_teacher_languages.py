"""A page for teachers comes in the lesson's language where it is whole in it, and wholly in English where it is not."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hand_made import make_lesson
from lxml import html
from page_parts import texts_of
from page_text import page_text

from game.i18n.pseudo import ACCENTED, MIRRORED, PSEUDO_LOCALES, PseudoCatalogue
from game.i18n.tongue import ENGLISH, Tongue
from game.i18n.translator import Translator
from lessons.document import Document, Run, plain, runs
from lessons.pack import Content, write_content
from lessons.pages.for_teachers import TEACHER_PAGES
from lessons.plan import LessonPlan
from lessons.preparing import prepare
from lessons.told import strong, woven
from lessons.writers.html import write_html

STORIES = ("paper-kite", "moon-soup")
PAGES = [build.__name__ for build in TEACHER_PAGES]
ASKED = {
    "lesson-plan": "Two teams disagree? That is the best moment of the lesson. Let both say what they saw.",
    "before-the-lesson": "Tick these off. If the first three are not done, teach something else today.",
    "safeguarding": "*Give all your attention.* Sit down, put everything else away, and stay calm.",
    "hard-questions": "You",
    "answer-key": "The starter and the six of practice",
    "on-paper": "Only 20 minutes",
    "numbers": "Where the numbers come from",
}
"""A sentence of each page that no other page has; "You" has a context there."""


class Lacking(PseudoCatalogue):
    """A pseudo-locale that lacks one sentence."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(code)
        self._sentence = sentence

    def gettext(self, message: str) -> str:
        return "" if message == self._sentence else super().gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "" if msgid1 == self._sentence else super().ngettext(msgid1, msgid2, n)

    def pgettext(self, context: str, message: str) -> str:
        return "" if message == self._sentence else super().pgettext(context, message)


@cache
def lesson(language: str, story: str = "paper-kite") -> LessonPlan:
    return make_lesson(story, language=language)


def lacking(sentence: str, language: str = ACCENTED) -> LessonPlan:
    """A lesson in a pseudo-locale that lacks a sentence."""
    formats = PSEUDO_LOCALES[language]
    words = Translator(language, Lacking(language, sentence), formats.rtl, formats)
    return replace(lesson(language), translator=words)


def for_teachers(content: Content) -> dict[str, Document]:
    return {page.id: page for page in content.documents_for("teacher")}


def left_in_english(page: Document) -> list[str]:
    """What a page in accents says itself and not in accents: all that stands beside brackets.

    What says that it is English is left out, as are names, numbers and addresses.
    """
    found = []
    for text in (page.title, *texts_of(page.blocks), page.foot):
        said = "".join(run.text for run in runs(text) if run.tongue != ENGLISH and not run.ltr)
        while (inner := re.sub(r"\[[^\[\]]*\]", "", said)) != said:
            said = inner
        if re.search(r"[A-Za-z]{3}", said):
            found.append(plain(text))
    return found


@pytest.mark.parametrize("build", TEACHER_PAGES, ids=PAGES)
@pytest.mark.parametrize("story", STORIES)
def test_a_page_that_is_whole_in_a_language_is_wholly_in_it(story: str, build: Callable[..., Document]) -> None:
    plan = lesson(ACCENTED, story)
    page = next(page for page in write_content(plan).documents if page.id == build(plan).id)
    assert (page.language, page.rtl) == (ACCENTED, False)
    assert left_in_english(page) == []


def test_a_page_runs_the_way_of_its_language() -> None:
    content = write_content(lesson(MIRRORED))
    assert {(page.language, page.rtl) for page in content.documents} == {(MIRRORED, True)}
    assert content.untranslated == ()


def test_every_page_has_its_sentence_here() -> None:
    assert set(ASKED) == set(for_teachers(write_content(lesson("en"))))


@pytest.mark.parametrize("id", ASKED)
def test_one_sentence_that_is_missing_leaves_its_page_in_english_and_no_other(id: str) -> None:
    content = write_content(lacking(ASKED[id]))
    pages = for_teachers(content)
    assert {name for name, page in pages.items() if page.language == "en"} == {id}
    assert content.untranslated == (f"for teachers: {id}",)
    assert content.english_note == f"In English: for teachers: {id}."
    assert {page.language for page in content.documents if page.audience != "teacher"} == {ACCENTED}


@pytest.mark.parametrize("id", ["before-the-lesson", "hard-questions", "numbers"])
def test_a_page_that_stays_english_is_the_page_of_an_english_lesson(id: str) -> None:
    page = for_teachers(write_content(lacking(ASKED[id])))[id]
    assert page_text(page) == page_text(for_teachers(write_content(lesson("en")))[id])


def test_a_sentence_with_plural_forms_may_be_what_is_missing() -> None:
    balance = "{number} of them is fine: good teams do not sort everything to one side."
    assert write_content(lacking(balance)).untranslated == ("for teachers: lesson-plan",)


def test_a_page_with_help_stays_english_where_a_sentence_of_the_help_is_missing_and_pupils_pages_say_so() -> None:
    content = write_content(lacking("What happens"))
    assert content.untranslated == ("for teachers: safeguarding", "some words of the pages for pupils")
    assert {page.language for page in content.documents_for("pupil")} == {ACCENTED}


def test_what_every_page_for_teachers_says_leaves_all_of_them_in_english_and_pupils_pages_alone() -> None:
    content = write_content(lacking("A draft"))
    assert content.untranslated == ("what teachers read",)
    assert {page.language for page in content.documents_for("pupil")} == {ACCENTED}


def test_an_english_lesson_lacks_nothing() -> None:
    content = write_content(lesson("en"))
    assert (content.untranslated, content.english_note) == ((), "")


def test_a_language_whose_catalogue_cannot_be_read_leaves_the_pages_in_english_and_says_so() -> None:
    content = write_content(replace(lesson(ACCENTED), translator=Translator()))
    assert content.untranslated == ("what teachers read", "some words of the pages for pupils")


def test_figures_and_sources_stay_in_the_language_they_are_written_in_and_say_so() -> None:
    plan = lesson(ACCENTED)
    page = for_teachers(write_content(plan))["numbers"]
    english = {run.text for text in texts_of(page.blocks) for run in runs(text) if run.tongue == ENGLISH}
    assert plan.facts["thorn-recontacted"].caution in english
    assert any("10.2 million" in text for text in english)


def test_a_web_page_says_of_each_of_its_pages_what_language_it_is_in() -> None:
    content = write_content(lacking(ASKED["numbers"], MIRRORED))
    documents = [prepare(page) for page in content.documents_for("teacher")]
    written = write_html(documents, title="Lesson", language=MIRRORED, rtl=True).decode("utf-8")
    root = html.fromstring(written)
    links = {link.text_content(): (link.get("lang"), link.get("dir")) for link in root.xpath("//nav//a")}
    assert links["Where the numbers come from"] == ("en", "ltr")
    assert [each for each in links.values() if each != (None, None)] == [("en", "ltr")]
    articles = {each.get("lang") for each in root.xpath("//article")}
    assert articles == {"en", "ar-XB"}


def test_what_stands_between_asterisks_is_bold_wherever_a_translation_puts_it() -> None:
    assert strong("*Say no.* Then go.") == (Run("Say no.", bold=True), Run(" Then go."))
    assert strong("Then *go*") == (Run("Then "), Run("go", bold=True))
    assert strong("one * alone") == (Run("one * alone"),)


def test_asterisks_of_words_are_letters_and_words_keep_their_language() -> None:
    spanish = ENGLISH._replace(language="es")
    said = strong(lambda who, what: f"*{who}:* {what}!", "Kit *", (Run("¡no!", tongue=spanish),))
    assert said == (Run("Kit *:", bold=True), Run(" "), Run("¡no!", tongue=spanish), Run("!"))


def test_words_of_several_languages_are_woven_in_the_order_of_the_translation() -> None:
    spanish = ENGLISH._replace(language="es")
    said = woven(lambda a, b: f"{b}, {a}.", (Run("uno", tongue=spanish),), "two")
    assert said == (Run("two, "), Run("uno", tongue=spanish), Run("."))
    assert woven(lambda a, b: f"{b}, {a}.", "one", "two") == "two, one."


def test_a_guide_in_the_lesson_s_language_says_so_on_a_page_that_stays_english() -> None:
    spanish = Tongue("es")
    plan = replace(lesson("es"), guide_tongue=spanish)
    page = next(page for page in write_content(plan).documents if page.id == "lesson-plan")
    told = {run.text for text in texts_of(page.blocks) for run in runs(text) if run.tongue == spanish}
    assert page.language == "en"
    assert {step.text for step in plan.guide.plan} <= told
