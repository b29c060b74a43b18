"""Writes a quiz as the sheet that Kahoot takes in: a few questions that fit, and as much time as there can be."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Final

from lessons.clean_text import one_line
from lessons.quizzes.gift import shown_answers
from lessons.quizzes.quiz import Question, Quiz

LONGEST_QUESTION: Final = 120
LONGEST_ANSWER: Final = 75
MOST_ANSWERS: Final = 4
SECONDS: Final = 240
"""The longest time that a question can have there: hurry is itself a way to trick people."""
HEAD_ROW: Final = 8
"""The row of the heads, from 1; the questions follow it. What stands above is not read."""
HEADS: Final = (
    f"Question - max {LONGEST_QUESTION} characters",
    *(f"Answer {number} - max {LONGEST_ANSWER} characters" for number in range(1, MOST_ANSWERS + 1)),
    "Time limit (sec) - 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
_MADE_ON: Final = datetime(1980, 1, 1)


def write_kahoot(quiz: Quiz) -> bytes:
    """A quiz as an xlsx file. Questions that do not fit are left out, never shortened: `kahoot_warnings` names them."""
    from xlsxwriter import Workbook

    file = BytesIO()
    workbook = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"title": one_line(quiz.title), "created": _MADE_ON})
    sheet = workbook.add_worksheet("Quiz")
    bold, wrapped = workbook.add_format({"bold": True, "text_wrap": True}), workbook.add_format({"text_wrap": True})
    sheet.set_column(1, 1, 50, wrapped)
    sheet.set_column(2, 1 + MOST_ANSWERS, 30, wrapped)
    sheet.set_column(2 + MOST_ANSWERS, 3 + MOST_ANSWERS, 20)
    if quiz.rtl:
        sheet.right_to_left()
    sheet.write_string(1, 1, one_line(quiz.title), bold)
    for row, warning in enumerate(_always(), 2):
        sheet.write_string(row, 1, warning, wrapped)
    for column, head in enumerate(HEADS, 1):
        sheet.write_string(HEAD_ROW - 1, column, head, bold)
    fitting = [question for question in quiz.questions if _obstacle(question) is None]
    for number, question in enumerate(fitting, 1):
        row = HEAD_ROW - 1 + number
        sheet.write_number(row, 0, number)
        sheet.write_string(row, 1, one_line(question.text), wrapped)
        answers = shown_answers(question)
        for place, answer in enumerate(answers):
            sheet.write_string(row, 2 + place, one_line(answer.text), wrapped)
        right = [str(place) for place, answer in enumerate(answers, 1) if answer.right]
        sheet.write_number(row, 2 + MOST_ANSWERS, SECONDS)
        if len(right) == 1:
            sheet.write_number(row, 3 + MOST_ANSWERS, int(right[0]))
        else:
            sheet.write_string(row, 3 + MOST_ANSWERS, ",".join(right))
    workbook.close()
    return file.getvalue()


def kahoot_warnings(quiz: Quiz) -> list[str]:
    """What a teacher has to know before they use the sheet: what to switch off, and which questions are not in it."""
    return [*_always(), *_left_out(quiz)]


def _always() -> tuple[str, ...]:
    return (
        "Kahoot: turn points and names off. Set every question to no points, and let pupils play with made-up names.",
        "Kahoot shows no feedback after an answer: read it aloud from the answer key, or use another quiz file.",
    )


def _left_out(quiz: Quiz) -> Iterator[str]:
    for question in quiz.questions:
        obstacle = _obstacle(question)
        if obstacle is not None:
            yield f"Kahoot: left out “{one_line(question.text)}”: {obstacle}."


def _obstacle(question: Question) -> str | None:
    """Why a question does not fit, or None."""
    answers = shown_answers(question)
    letters = _letters(question.text)
    if letters > LONGEST_QUESTION:
        return f"it has {letters} characters, and {LONGEST_QUESTION} fit"
    longest = max((_letters(answer.text) for answer in answers), default=0)
    if longest > LONGEST_ANSWER:
        return f"an answer has {longest} characters, and {LONGEST_ANSWER} fit"
    if not 2 <= len(answers) <= MOST_ANSWERS:
        return f"it has {len(answers)} answers, and 2 to {MOST_ANSWERS} fit"
    return None if any(answer.right for answer in answers) else "no answer is marked as right"


def _letters(text: str) -> int:
    """Characters as platforms in a browser count them: an emoji is two of them or more."""
    return len(one_line(text).encode("utf-16-le")) // 2
