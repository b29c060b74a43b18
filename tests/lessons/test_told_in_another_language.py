"""A story in another language than its pages: in every format each text says its own language, and the way it runs."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import docx
import pptx
import pytest
from docx.oxml.ns import qn
from lxml import html

from game.content.library import open_library
from game.extract.compiling import open_catalogues
from game.i18n.tongue import ENGLISH, Tongue
from game.story.model import Message
from lessons.document import Deck, Document
from lessons.pages.answer_key import answer_key_page
from lessons.pages.family_letter import family_letter_page
from lessons.pages.handout import handout_page
from lessons.pages.lesson_plan import lesson_plan_page
from lessons.pages.posters import posters_page
from lessons.pages.worksheet import worksheet_page
from lessons.plan import LessonPlan
from lessons.planning import make_plan
from lessons.preparing import prepare, prepare_deck
from lessons.slides import lesson_slides
from lessons.writers.docx import write_docx
from lessons.writers.html import write_html
from lessons.writers.pdf import write_pdf
from lessons.writers.pdf_letters import bundled_letters
from lessons.writers.pdf_values import PageValues
from lessons.writers.pptx import write_pptx

SMALL = Path(__file__).parents[1] / "data" / "good" / "small.yaml"
ISOLATE, RTL_ISOLATE, END = "\u2066", "\u2067", "\u2069"
ARABIC = Tongue("ar", rtl=True)
ARABIC_TITLE = "الشراع المجاني."


class Stretch(NamedTuple):
    """A stretch of text as a file has it; without a language it is in that of the page."""

    text: str
    language: str | None


@cache
def lesson(language: str) -> LessonPlan:
    """The lesson of a story that is told in English alone, in a language that the pages are whole in."""
    with TemporaryDirectory() as folder:
        home = Path(folder) / "small"
        home.mkdir()
        (home / "scenario.yaml").write_bytes(SMALL.read_bytes())
        library = open_library([Path(folder)])
        library.read_all()
        today = date(2026, 11, 24)
        return make_plan("small", library=library, language=language, catalogues=open_catalogues(), today=today)


def told_texts(plan: LessonPlan) -> set[str]:
    """What the handout shows of the story: title, opening, messages and what the friend could write."""
    story = plan.scenario
    beats = [shown.beat for stop in plan.stops for shown in stop.lines]
    messages = {beat.text for beat in beats if isinstance(beat, Message) and beat.text}
    choices = [stop.choice for stop in plan.stops if stop.choice is not None]
    says = {option.say for choice in choices for option in choice.options if option.say}
    return {story.title, story.about, story.content_note, *messages, *says, *(choice.question for choice in choices)}


def html_stretches(document: Document) -> Iterator[Stretch]:
    prepared = prepare(document)
    written = write_html([prepared], title="Page", language=document.language, rtl=document.rtl).decode("utf-8")
    (article,) = html.fromstring(written).iter("article")
    assert (article.get("lang"), article.get("dir")) == (document.language, "rtl" if document.rtl else "ltr")
    for marked in article.xpath(".//bdi[@lang]"):
        yield Stretch(directed(marked.text_content(), marked.get("dir")), marked.get("lang"))
        marked.text = ""
        for child in list(marked):
            marked.remove(child)
    yield from (Stretch(text, None) for text in article.itertext())


def directed(text: str, direction: str) -> str:
    """A text with the isolates that stand for a direction that a format says in another way."""
    return f"{ISOLATE if direction == 'ltr' else RTL_ISOLATE}{text}{END}"


def docx_stretches(document: Document) -> Iterator[Stretch]:
    word = docx.Document(io.BytesIO(write_docx(prepare(document))))
    for part in (word.element, word.sections[0].footer._element):
        for run in part.iter(qn("w:r")):
            text = "".join("\n" if each.tag == qn("w:br") else each.text or "" for each in run)
            lang = run.rPr.find(qn("w:lang")) if run.rPr is not None else None
            yield Stretch(text, None if lang is None else lang.get(qn("w:val")))


def pdf_stretches(document: Document) -> Iterator[Stretch]:
    values = PageValues(bundled_letters(), rtl=document.rtl).document(prepare(document))

    def walk(value: Any) -> Iterator[Stretch]:
        if isinstance(value, dict) and "whole" in value:
            yield Stretch(value["text"], value["language"])
        elif isinstance(value, dict | list):
            for inner in value.values() if isinstance(value, dict) else value:
                yield from walk(inner)

    # The name of the file is said once more as a plain string.
    yield from walk({key: value for key, value in values.items() if key not in ("name", "pictures")})


WRITERS = {"html": html_stretches, "docx": docx_stretches, "pdf": pdf_stretches}


def slide_paragraphs(deck: Deck) -> Iterator[Any]:
    for slide in pptx.Presentation(io.BytesIO(write_pptx(prepare_deck(deck)))).slides:
        frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
        frames += [slide.notes_slide.notes_text_frame] if slide.has_notes_slide else []
        yield from (paragraph for frame in frames for paragraph in frame.paragraphs)


def check(stretches: list[Stretch], told: set[str], *, isolated: bool) -> None:
    """Each text of the story is said to be English, with all of its punctuation in its own direction; no other is."""
    marked = {stretch.text for stretch in stretches if stretch.language == "en"}
    expected = {f"{ISOLATE}{text}{END}" if isolated else text for text in told}
    assert expected <= marked, expected - marked
    left = [stretch.text for stretch in stretches if stretch.language is None]
    assert [text for text in told if len(text) > len("Kai") and any(text in each for each in left)] == []
    assert {stretch.language for stretch in stretches} == {None, "en"}


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("writer", WRITERS)
def test_an_english_story_says_so_on_a_page_in_another_language(writer: str, language: str) -> None:
    plan = lesson(language)
    stretches = list(WRITERS[writer](handout_page(plan)))
    if writer == "html":
        stretches = [each._replace(text=each.text.strip(ISOLATE + END)) for each in stretches]
    check(stretches, told_texts(plan), isolated=plan.rtl and writer != "html")
    words_of_page = plan.translator.gettext("Everybody in this story is made up. You may pass at any time.")
    assert Stretch(words_of_page, None) in stretches


@pytest.mark.parametrize("writer", WRITERS)
def test_an_english_story_on_an_arabic_page_runs_from_left_to_right(writer: str) -> None:
    stretches = [each for each in WRITERS[writer](handout_page(lesson("ar"))) if each.language == "en"]
    assert stretches
    assert all(each.text.startswith(ISOLATE) and each.text.rstrip().endswith(END) for each in stretches)


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_an_english_story_says_so_on_slides_in_another_language(language: str) -> None:
    plan = lesson(language)
    deck = lesson_slides(plan)
    runs = [run for paragraph in slide_paragraphs(deck) for run in paragraph.runs]
    told = {plan.scenario.title, plan.scenario.content_note, plan.scenario.debrief.remember}
    told |= {beat.text for stop in plan.stops for beat in (stop.last.beat,) if isinstance(beat, Message) and beat.text}
    languages = {run.text: run._r.rPr.get("lang") for run in runs if run._r.rPr is not None and run.text.strip()}
    for text in told:
        assert languages[f"{ISOLATE}{text}{END}" if plan.rtl else text] == "en"
    assert languages[plan.translator.gettext("Where help is")] == language


def test_a_paragraph_of_english_on_an_arabic_slide_runs_its_own_way_at_the_arabic_side() -> None:
    plan = lesson("ar")
    found = {paragraph.text: paragraph._p.pPr for paragraph in slide_paragraphs(lesson_slides(plan))}
    remember = found[f"{ISOLATE}{plan.scenario.debrief.remember}{END}"]
    assert (remember.get("rtl"), remember.get("algn")) == ("0", "r")
    heading = found[plan.translator.gettext("Where help is")]
    assert (heading.get("rtl"), heading.get("algn")) == ("1", "r")


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_voice_that_reads_a_pdf_is_told_of_an_english_story(language: str) -> None:
    assert b"/Lang(en)" in write_pdf(prepare(worksheet_page(lesson(language)))).data


def arabic_lesson() -> LessonPlan:
    """A lesson in Arabic with a story in Arabic, as far as a title tells one."""
    plan = lesson("ar")
    scenario = replace(plan.scenario, title=ARABIC_TITLE, about=ARABIC_TITLE)
    return replace(plan, scenario=scenario, story_tongue=ARABIC)


@pytest.mark.parametrize("page", [lesson_plan_page, answer_key_page], ids=["lesson-plan", "answer-key"])
@pytest.mark.parametrize("writer", WRITERS)
def test_a_page_for_teachers_is_english_and_says_what_on_it_is_not(writer: str, page: Any) -> None:
    document = page(arabic_lesson())
    assert (document.language, document.rtl) == ("en", False)
    arabic = [each.text for each in WRITERS[writer](document) if each.language == "ar"]
    assert f"{RTL_ISOLATE}{ARABIC_TITLE}{END}" in arabic


@pytest.mark.parametrize("writer", WRITERS)
def test_a_page_in_one_language_says_it_once_and_as_a_whole(writer: str) -> None:
    english = handout_page(lesson("en"))
    arabic = replace(handout_page(arabic_lesson()), blocks=())
    for document in (english, arabic):
        assert {each.language for each in WRITERS[writer](document)} == {None}


@pytest.mark.parametrize("page", [family_letter_page, posters_page], ids=["family-letter", "posters"])
def test_signs_are_told_in_the_language_that_they_are_whole_in(page: Any) -> None:
    plan = lesson("fr")
    assert set(plan.sign_tongues.values()) == {Tongue("fr")}
    sign = plan.signs[0]
    plain_texts = {each.text for each in html_stretches(page(plan)) if each.language is None}
    assert any(sign.name in text for text in plain_texts)
    english = replace(plan, sign_tongues={})
    marked = {each.text.strip(ISOLATE + END) for each in html_stretches(page(english)) if each.language == "en"}
    assert sign.name in marked


def test_an_english_lesson_holds_plain_strings_only() -> None:
    plan = lesson("en")
    assert plan.story_tongue == plan.practice_tongue == ENGLISH
    document = handout_page(plan)
    assert isinstance(document.title, str)
    assert isinstance(document.foot, str)


def test_a_file_of_pages_says_in_its_title_that_a_story_is_in_another_language() -> None:
    plan = lesson("fr")
    document = prepare(handout_page(plan))
    written = write_html([document], title=document.title, language="fr", rtl=False).decode("utf-8")
    root = html.fromstring(written)
    assert root.findtext(".//title") == plan.scenario.title
    (title,) = root.xpath("//h1//bdi")
    assert (title.get("lang"), title.text) == ("en", plan.scenario.title)
