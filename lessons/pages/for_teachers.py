"""The pages that stay with teachers, in the order of the pack."""

from collections.abc import Callable

from lessons.document import Document
from lessons.pages.answer_key import answer_key_page
from lessons.pages.before_lesson import before_lesson_page
from lessons.pages.hard_questions import hard_questions_page
from lessons.pages.lesson_plan import lesson_plan_page
from lessons.pages.numbers import numbers_page
from lessons.pages.safeguarding import safeguarding_page
from lessons.pages.unplugged import unplugged_page
from lessons.plan import LessonPlan

BuildPage = Callable[[LessonPlan], Document]

TEACHER_PAGES: tuple[BuildPage, ...] = (
    lesson_plan_page,
    before_lesson_page,
    safeguarding_page,
    hard_questions_page,
    answer_key_page,
    unplugged_page,
    numbers_page,
)
