"""Quiz files hold every question as it is, are read by readers that are not ours, and never grade or hurry a child."""

import io
import re
import xml.etree.ElementTree as ET
from html import unescape

import pytest
from hand_made import make_lesson
from hypothesis import given, settings
from hypothesis import strategies as st
from moodle_xml_parser.parser import parse_bytes
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from quiz_samples import HOSTILE, quiz_with
from sampling import examples

from lessons.clean_text import clean, one_line
from lessons.quizzes.gift import shares_of, write_gift
from lessons.quizzes.kahoot import HEADS, kahoot_warnings, write_kahoot
from lessons.quizzes.moodle_xml import write_moodle_xml
from lessons.quizzes.questions import knowledge_quiz
from lessons.quizzes.quiz import Answer, Question, Quiz

WRITERS = (write_gift, write_moodle_xml, write_kahoot)
QUIZZES = {
    "story": knowledge_quiz(make_lesson()),
    "young": knowledge_quiz(make_lesson("moon-soup")),
    "arabic": knowledge_quiz(make_lesson(language="ar")),
}


def visible(html: str) -> str:
    """The text of a paragraph in a Moodle file."""
    return unescape(re.sub(r"<[^>]*>", "", html.replace("<br>", "\n")))


def sheet_of(quiz: Quiz) -> Worksheet:
    sheet = load_workbook(io.BytesIO(write_kahoot(quiz))).active
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.mark.parametrize("name", QUIZZES)
def test_moodle_files_give_every_question_back_to_another_reader(name: str) -> None:
    quiz = QUIZZES[name]
    read = parse_bytes(write_moodle_xml(quiz))["multichoice"]
    assert [each.name for each in read] == [question.id for question in quiz.questions]
    for question, there in zip(quiz.questions, read, strict=True):
        assert visible(there.text_pre_parse).split() == question.text.split()
        assert there.single is (question.kind != "several")
        assert [visible(each.answer).split() for each in there.options] == [a.text.split() for a in question.answers]
        assert [each.score_fraction > 0 for each in there.options] == [answer.right for answer in question.answers]
        assert [visible(each.feedback or "").split() for each in there.options] == [
            answer.feedback.split() for answer in question.answers
        ]


def test_a_moodle_file_that_is_broken_is_refused_by_that_reader() -> None:
    with pytest.raises(ValueError, match="XML"):
        parse_bytes(write_moodle_xml(QUIZZES["story"])[:-20])


@pytest.mark.parametrize("name", QUIZZES)
def test_moodle_files_give_no_points(name: str) -> None:
    root = ET.fromstring(write_moodle_xml(QUIZZES[name]))
    for tag in ("defaultgrade", "penalty"):
        values = [each.text for each in root.iter(tag)]
        assert values == ["0"] * len(QUIZZES[name].questions)


def test_moodle_texts_say_their_language_and_direction() -> None:
    texts = [each.text or "" for each in ET.fromstring(write_moodle_xml(QUIZZES["arabic"])).findall(".//answer/text")]
    assert texts
    assert all(text.startswith('<p lang="ar" dir="rtl">') for text in texts)


@settings(max_examples=examples(60), deadline=None)
@given(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40)))
def test_any_text_in_a_moodle_file_is_only_text(text: str) -> None:
    root = ET.fromstring(write_moodle_xml(quiz_with(text)))
    shown = [each.text or "" for each in root.findall("./question/answer/text")]
    letters = ["b", "a", "a", "c", "b", "a", "b"]
    assert [visible(each).split() for each in shown] == [f"{clean(text)} {letter}".split() for letter in letters]
    assert all(re.fullmatch(r'<p lang="en" dir="ltr">([^<>]|<br>)*</p>', each) for each in shown)


@pytest.mark.parametrize("name", QUIZZES)
def test_kahoot_sheets_stand_where_kahoot_looks_for_them(name: str) -> None:
    sheet, quiz = sheet_of(QUIZZES[name]), QUIZZES[name]
    assert tuple(cell.value for cell in sheet[8][1:8]) == HEADS
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=9, max_col=8)]
    by_text = {one_line(question.text): question for question in quiz.questions}
    assert rows
    for number, (place, text, *answers, seconds, right) in enumerate(rows, 1):
        question = by_text[str(text)]
        assert (place, seconds) == (number, 240)
        assert [each for each in answers if each] == [one_line(each.text) for each in question.answers]
        assert str(right) == ",".join(str(i) for i, each in enumerate(question.answers, 1) if each.right)
    assert len(rows) + sum("left out" in each for each in kahoot_warnings(quiz)) == len(quiz.questions)


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 70])
def test_no_text_in_a_sheet_is_a_formula_or_a_link(text: str) -> None:
    sheet = sheet_of(quiz_with(text))
    cells = [cell for row in sheet.iter_rows(min_row=9) for cell in row if cell.value is not None]
    assert one_line(text) in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)


def question_of(text: str, *answers: str) -> Quiz:
    given = tuple(Answer(text=each, right=number == 0) for number, each in enumerate(answers))
    return Quiz(id="q", title="T", questions=(Question(id="a", about="sign", kind="one", text=text, answers=given),))


@pytest.mark.parametrize(
    ("quiz", "reason"),
    [
        (question_of("q" * 121, "a", "b"), "it has 121 characters, and 120 fit"),
        (question_of("q", "a" * 76, "b"), "an answer has 76 characters, and 75 fit"),
        (question_of("🎉" * 61, "a", "b"), "it has 122 characters"),
        (question_of("q", *"abcde"), "it has 5 answers"),
        (question_of("q", "a"), "it has 1 answers"),
    ],
)
def test_what_does_not_fit_kahoot_is_left_out_and_said(quiz: Quiz, reason: str) -> None:
    assert reason in kahoot_warnings(quiz)[-1]
    assert sheet_of(quiz).max_row == 8


def test_a_question_that_just_fits_kahoot_is_there() -> None:
    quiz = question_of("q" * 120, "a" * 75, "b")
    assert sheet_of(quiz).max_row == 9
    assert not any("left out" in each for each in kahoot_warnings(quiz))


def test_kahoot_comes_with_the_advice_to_turn_points_and_names_off() -> None:
    assert "points and names off" in kahoot_warnings(QUIZZES["story"])[0]
    above = [str(row[1].value) for row in sheet_of(QUIZZES["story"]).iter_rows(max_row=7)]
    assert any("points and names off" in each for each in above)


def test_ticking_everything_is_worth_nothing() -> None:
    for quiz in QUIZZES.values():
        for question in quiz.questions:
            if question.kind == "several":
                assert sum(map(float, shares_of(question.answers))) == pytest.approx(0, abs=0.001)


@pytest.mark.parametrize("write", WRITERS)
def test_the_same_quiz_gives_the_same_bytes(write: type) -> None:
    assert write(QUIZZES["arabic"]) == write(QUIZZES["arabic"])


def test_a_gift_file_begins_by_saying_that_it_is_a_draft_and_not_for_grades() -> None:
    lines = write_gift(QUIZZES["story"]).decode("utf-8").splitlines()
    assert lines[1] == "// A draft. Not for grades: take it in as practice, without points."
