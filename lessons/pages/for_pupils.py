"""The pages that go to pupils and home, in the order of the pack."""

from collections.abc import Callable

from lessons.document import Document
from lessons.pages.family_letter import family_letter_page
from lessons.pages.handout import handout_page
from lessons.pages.posters import posters_page
from lessons.pages.pupil_notice import pupil_notice_page
from lessons.pages.sorting_cards import sorting_cards_page
from lessons.pages.took_part import took_part_page
from lessons.pages.worksheet import worksheet_page
from lessons.plan import LessonPlan

BuildPage = Callable[[LessonPlan], Document]

PUPIL_PAGES: tuple[BuildPage, ...] = (
    pupil_notice_page,
    handout_page,
    worksheet_page,
    sorting_cards_page,
    posters_page,
    took_part_page,
)
FAMILY_PAGES: tuple[BuildPage, ...] = (family_letter_page,)
