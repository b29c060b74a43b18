"""Pages for pupils and families, slides and quiz of every lesson that the game brings, as teachers get them."""

from datetime import date
from functools import cache

import pytest
from page_parts import all_pages, pupil_pages, words_of, words_of_quiz
from sampling import pairs

from game.content.library import Library, open_library
from game.content.story_files import find_stories
from game.extract.compiling import open_catalogues
from game.resources import data_folder
from game.story.guide import LESSON_MINUTES
from game.story.model import Message
from lessons.plan import LessonPlan
from lessons.planning import make_plan
from lessons.quizzes.questions import knowledge_quiz
from lessons.slides import lesson_slides


@cache
def _library() -> Library:
    library = open_library()
    library.read_all()
    return library


pytestmark = pytest.mark.shipped
STORIES = [file.parent.name for file in find_stories(data_folder("scenarios"))]
LENGTHS = {str(minutes): minutes for minutes in LESSON_MINUTES}


@cache
def _lesson(story: str, minutes: int | None = None, language: str = "en") -> LessonPlan:
    return make_plan(
        story,
        library=_library(),
        language=language,
        country="US",
        minutes=minutes,  # type: ignore[arg-type]
        today=date(2026, 11, 24),
        catalogues=open_catalogues(),
    )


def test_there_is_a_lesson_of_every_story() -> None:
    assert sorted(card.id for card in _library().cards()) == STORIES


@pytest.mark.parametrize(("story", "length"), pairs(STORIES, [*LENGTHS]))
def test_every_lesson_has_its_votes_on_the_slides_and_its_minutes_in_the_notes(story: str, length: str) -> None:
    plan = _lesson(story, LENGTHS[length])
    slides = lesson_slides(plan).slides
    titles = [slide.title for slide in slides]
    assert [title for title in titles if title.startswith("Vote ")] == [f"Vote {n + 1}" for n in range(len(plan.votes))]
    clocks = [note for slide in slides for note in slide.notes if note.startswith("Clock")]
    parts = {step.part for step in plan.guide.plan}
    assert len(clocks) == len(parts)
    assert clocks[-1].endswith(f" to {length}.")


@pytest.mark.parametrize("story", STORIES)
def test_every_lesson_keeps_its_answers_from_pupils(story: str) -> None:
    plan = _lesson(story)
    whys = {message.why for _, message in plan.scenario.messages() if message.why}
    for page in pupil_pages(plan):
        text = "\n".join(words_of(page))
        assert [why for why in whys if why in text] == []


@pytest.mark.parametrize("story", STORIES)
def test_every_lesson_asks_eight_to_twelve_questions_and_none_on_its_story(story: str) -> None:
    plan = _lesson(story)
    quiz = knowledge_quiz(plan)
    assert 8 <= len(quiz.questions) <= 12
    text = "\n".join(words_of_quiz(quiz))
    lines = [message.text for _, message in plan.scenario.messages() if isinstance(message, Message) and message.text]
    assert [line for line in lines if line in text] == []


@pytest.mark.parametrize(("story", "language"), pairs(STORIES, ["es", "fr", "ar", "en_XA", "ar_XB"]))
def test_every_lesson_can_be_made_in_every_language(story: str, language: str) -> None:
    plan = _lesson(story, None, language)
    english = _lesson(story)
    pages, own = all_pages(plan), all_pages(english)
    assert [page.id for page in pages] == [page.id for page in own]
    assert [len(page.blocks) for page in pages] == [len(page.blocks) for page in own]
    # Practice is picked from what is whole in the language, so its slides may be others, of the same kinds.
    slides, own_slides = lesson_slides(plan).slides, lesson_slides(english).slides
    assert {slide.kind for slide in slides} == {slide.kind for slide in own_slides}
    assert [q.id for q in knowledge_quiz(plan).questions] == [q.id for q in knowledge_quiz(english).questions]
