"""The questions of the quiz: what they are about, that they are fair, and that asking an adult is never wrong."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hand_made import make_lesson
from page_parts import words_of_quiz
from page_text import quiz_text

from game.story.model import Choice, Message
from lessons.quizzes.questions import knowledge_quiz
from lessons.quizzes.quiz import Quiz

GOLDENS = Path(__file__).parents[1] / "data" / "lessons"
BANDS = ("8-10", "11-13", "14-17")
STORIES = ("paper-kite", "moon-soup")
ASKING = re.compile(r"\b(tell|telling|ask|asking|show|showing)\b.*\b(adult|teacher|coach|helpline|trust)", re.I)


@pytest.fixture(params=[(story, band) for story in STORIES for band in BANDS], ids="/".join)
def quiz(request: pytest.FixtureRequest) -> Quiz:
    story, band = request.param
    return knowledge_quiz(make_lesson(story, band=band))


def test_the_quiz_reads_as_its_golden_file(golden: Callable[[Path, str], None]) -> None:
    golden(GOLDENS / "quiz.txt", quiz_text(knowledge_quiz(make_lesson())))


def test_it_has_eight_to_twelve_questions_of_all_four_kinds(quiz: Quiz) -> None:
    assert 8 <= len(quiz.questions) <= 12
    assert {question.about for question in quiz.questions} == {"sign", "ladder", "lookalike", "helper"}


def test_ids_are_plain_and_none_comes_twice(quiz: Quiz) -> None:
    ids = [question.id for question in quiz.questions]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9_-]+", id) for id in ids)


def test_the_number_of_right_answers_fits_the_kind_of_question(quiz: Quiz) -> None:
    for question in quiz.questions:
        right = sum(answer.right for answer in question.answers)
        assert right >= 1
        assert right == 1 or question.kind == "several"
        assert right < len(question.answers) <= 4
        assert len(question.answers) == 2 or question.kind != "true_false"


def test_no_answer_is_there_twice(quiz: Quiz) -> None:
    for question in quiz.questions:
        texts = [answer.text for answer in question.answers]
        assert len(set(texts)) == len(texts)


def test_something_kind_is_said_after_every_answer(quiz: Quiz) -> None:
    for text in (answer.feedback for question in quiz.questions for answer in question.answers):
        assert text
        assert not re.search(r"\b(wrong|false|incorrect|no!|mistake|sorry)\b", text.replace("feels wrong", ""), re.I)


def test_no_answer_that_asks_an_adult_is_wrong(quiz: Quiz) -> None:
    wrong = [answer.text for question in quiz.questions for answer in question.answers if not answer.right]
    assert [text for text in wrong if ASKING.search(text)] == []


@pytest.mark.parametrize("story", STORIES)
def test_nothing_of_the_story_and_nobody_in_it_is_in_the_quiz(story: str) -> None:
    plan = make_lesson(story)
    quiz = knowledge_quiz(plan)
    text = "\n".join(words_of_quiz(quiz))
    beats = [beat for scene in plan.scenario.scenes.values() for beat in scene.beats]
    lines = [beat.text for beat in beats if isinstance(beat, Message) and beat.text]
    lines += [option.say for beat in beats if isinstance(beat, Choice) for option in beat.options if option.say]
    assert [line for line in lines if line in text] == []
    names = [name for person in plan.scenario.people.values() for name in (person.name, person.short_name)]
    assert [name for name in names if re.search(rf"\b{name}\b", text)] == []


def test_no_question_is_about_the_pupil(quiz: Quiz) -> None:
    for question in quiz.questions:
        # What a sign card says speaks to its reader; the question around it does not.
        asked = re.sub(r"“.*”", "", question.text)
        assert not re.search(r"\byour?\b", asked, re.I)


def test_neither_place_nor_length_gives_the_right_answer_away() -> None:
    quizzes = [knowledge_quiz(make_lesson(story, band=band)) for story in STORIES for band in BANDS]
    ones = [question for quiz in quizzes for question in quiz.questions if question.kind == "one"]
    places = [next(i for i, answer in enumerate(question.answers) if answer.right) for question in ones]
    longest = [max(question.answers, key=lambda answer: len(answer.text)).right for question in ones]
    shortest = [min(question.answers, key=lambda answer: len(answer.text)).right for question in ones]
    assert max(places.count(place) for place in set(places)) <= 0.5 * len(ones)
    assert sum(longest) <= 0.5 * len(ones)
    assert sum(shortest) <= 0.5 * len(ones)


@pytest.mark.parametrize("story", STORIES)
def test_the_same_lesson_gives_the_same_quiz(story: str) -> None:
    assert knowledge_quiz(make_lesson(story)) == knowledge_quiz(make_lesson(story))


def test_english_questions_and_answers_fit_the_strictest_platform(quiz: Quiz) -> None:
    """120 characters for a question and 75 for an answer, as the import of one platform has them."""
    assert [question.text for question in quiz.questions if len(question.text) > 120] == []
    assert [a.text for question in quiz.questions for a in question.answers if len(a.text) > 75] == []


def test_signs_that_need_a_story_first_are_asked_for_only_where_the_lesson_is_about_them() -> None:
    text = "\n".join(words_of_quiz(knowledge_quiz(make_lesson())))
    for word in ("Threats", "private picture ask", "Someone older", "camera", "Fake pictures"):
        assert word not in text
