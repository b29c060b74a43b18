"""Programs that are not ours read what the lessons write, and refuse what is broken."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from every_block import arabic_page, english_page
from hand_made import make_lesson
from hypothesis import given, settings
from hypothesis import strategies as st
from outside_readers import complaints_of_types, needs_browser, needs_node, read_gift, violations
from quiz_samples import HOSTILE, quiz_with
from sampling import examples

from game.story.guide import Standard
from lessons.clean_text import clean
from lessons.document import Document
from lessons.pages.for_pupils import FAMILY_PAGES, PUPIL_PAGES
from lessons.pages.for_teachers import TEACHER_PAGES
from lessons.preparing import prepare
from lessons.quizzes.gift import write_gift
from lessons.quizzes.questions import knowledge_quiz
from lessons.quizzes.quiz import Quiz
from lessons.writers.html import write_html
from lessons.writers.metadata import learning_resource

SIGNS = "~=#{}:\\%[]/\n \t$ab<é>-"


def gift(quiz: Quiz) -> str:
    return write_gift(quiz).decode("utf-8")


@needs_node
@pytest.mark.parametrize(("story", "language"), [("paper-kite", "en"), ("moon-soup", "en"), ("paper-kite", "ar")])
def test_gift_files_give_every_question_back_to_another_reader(story: str, language: str) -> None:
    quiz = knowledge_quiz(make_lesson(story, language=language))
    [read] = read_gift([gift(quiz)])
    assert [each["title"] for each in read["questions"]] == [question.id for question in quiz.questions]
    for question, there in zip(quiz.questions, read["questions"], strict=True):
        assert there["type"] == "MC"
        assert there["stem"]["text"].split() == question.text.split()
        assert [each["text"]["text"].split() for each in there["choices"]] == [a.text.split() for a in question.answers]
        assert [each["isCorrect"] or float(each["weight"] or 0) > 0 for each in there["choices"]] == [
            answer.right for answer in question.answers
        ]
        assert [(each["feedback"] or {}).get("text", "").split() for each in there["choices"]] == [
            answer.feedback.split() for answer in question.answers
        ]


@needs_node
@settings(max_examples=examples(5), deadline=None)
@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(SIGNS, max_size=12).filter(str.strip)), max_size=20))
def test_any_text_in_a_gift_file_is_only_text(texts: list[str]) -> None:
    for text, read in zip(texts, read_gift([gift(quiz_with(text)) for text in texts]), strict=True):
        answers = [choice["text"]["text"] for question in read["questions"] for choice in question["choices"]]
        assert [each.replace("\u2060", "").split() for each in answers] == [
            f"{clean(text)} {letter}".split() for letter in "baacbab"
        ]


@needs_node
@pytest.mark.parametrize("broken", ["::a::What {\n=yes\n~no", "::a::What { =yes ~%500%no }", "::a::A { = }"])
def test_a_broken_gift_file_is_refused_by_that_reader(broken: str) -> None:
    assert "error" in read_gift([broken])[0]


@needs_node
def test_what_a_lesson_says_of_itself_fits_the_types_of_schema_org() -> None:
    plan = make_lesson()
    topic = Standard(framework="F", topic="T")
    standards = (topic, replace(topic, code="C.1", url="https://example.org", verified_on="2026-01-01"))
    resource = learning_resource(replace(plan, guide=replace(plan.guide, standards=standards)))
    assert complaints_of_types(resource) == ""
    assert "teachez" in complaints_of_types(resource | {"teachez": "x"})


PAGES: dict[str, Callable[[], tuple[Document, ...]]] = {
    "every block": lambda: (english_page(), english_page("pupil")),
    "every block in Arabic": lambda: (arabic_page(),),
    "teacher": lambda: tuple(build(make_lesson()) for build in TEACHER_PAGES),
    "pupil and family": lambda: tuple(build(make_lesson()) for build in (*PUPIL_PAGES, *FAMILY_PAGES)),
}


@needs_browser
@pytest.mark.parametrize("name", PAGES)
def test_a_checker_of_accessibility_finds_nothing_wrong_with_a_page(name: str) -> None:
    pages = PAGES[name]()
    first = pages[0]
    found = violations(
        write_html([prepare(page) for page in pages], title="A lesson", language=first.language, rtl=first.rtl)
    )
    assert found == []


@needs_browser
def test_that_checker_finds_what_is_wrong() -> None:
    page = b'<html lang="en"><head><title>x</title></head><body><main><h1>x</h1><img src="data:,"></main></body></html>'
    assert {each["id"] for each in violations(page)} == {"image-alt"}
