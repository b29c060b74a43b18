"""The slides: their order, one message at a time, votes on messages only, and the running clock."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hand_made import STEPS, make_lesson
from page_text import deck_text

from game.shown.labels import message_text
from game.story.model import Choice, Message
from lessons.clock import Span, clock, span_of
from lessons.document import Chat, Items, Paragraph, Slide, plain
from lessons.slides import lesson_slides

GOLDENS = Path(__file__).parents[1] / "data" / "lessons"
STORIES = ("paper-kite", "moon-soup")


def _lines(slide: Slide) -> list[str]:
    return [plain(line.text) for block in slide.blocks if isinstance(block, Chat) for line in block.lines]


def test_the_slides_read_as_their_golden_file(golden: Callable[[Path, str], None]) -> None:
    golden(GOLDENS / "slides.txt", deck_text(lesson_slides(make_lesson())))


@pytest.mark.parametrize("story", STORIES)
def test_they_begin_with_title_rules_and_help_and_end_with_remember_help_and_a_calm_close(story: str) -> None:
    slides = lesson_slides(make_lesson(story)).slides
    assert [slide.title for slide in slides[1:3]] == ["How we talk today", "Where help is"]
    assert [slide.title for slide in slides[-3:-1]] == ["Remember", "Help is there, today too"]
    assert (slides[0].kind, slides[-1].kind) == ("title", "close")


@pytest.mark.parametrize("story", STORIES)
def test_no_slide_shows_more_than_one_message_of_the_story(story: str) -> None:
    plan = make_lesson(story)
    for slide in lesson_slides(plan).slides:
        if slide.kind == "message" or slide.title.startswith("Vote"):
            said = [line for block in slide.blocks if isinstance(block, Chat) for line in block.lines if line.name]
            assert len(said) <= 1


@pytest.mark.parametrize("story", STORIES)
def test_every_message_of_the_path_is_shown_once_and_in_order(story: str) -> None:
    plan = make_lesson(story)
    beats = [shown.beat for stop in plan.stops for shown in stop.lines]
    wanted = [message_text(lambda text, **_: text, beat) for beat in beats if isinstance(beat, Message)]
    slides = lesson_slides(plan).slides
    shown = [
        plain(line.text)
        for slide in slides
        if slide.kind == "message" or slide.title.startswith("Vote")
        for block in slide.blocks
        if isinstance(block, Chat)
        for line in block.lines
        if line.name
    ]
    assert shown == wanted


@pytest.mark.parametrize("story", STORIES)
def test_each_vote_has_three_answers_and_its_why_on_the_next_slide_only(story: str) -> None:
    plan = make_lesson(story)
    slides = lesson_slides(plan).slides
    for stop in plan.votes:
        assert stop.message is not None
        at = next(i for i, slide in enumerate(slides) if slide.title == f"Vote {stop.last.vote}")
        answers = next(block for block in slides[at].blocks if isinstance(block, Items))
        assert answers.items == ("Fine", "Not sure", "Not OK")
        assert slides[at].kind == "vote"
        why = [plain(block.text) for block in slides[at + 1].blocks if isinstance(block, Paragraph)]
        assert slides[at + 1].kind == "explain"
        assert stop.message.why in why
        assert not any(stop.message.why in text for text in _words(slides[at]))


def _words(slide: Slide) -> list[str]:
    texts = [plain(block.text) for block in slide.blocks if isinstance(block, Paragraph)]
    return [*texts, *_lines(slide), *slide.notes]


@pytest.mark.parametrize("story", STORIES)
def test_nobody_votes_on_a_choice(story: str) -> None:
    plan = make_lesson(story)
    questions = {stop.choice.question for stop in plan.stops if stop.choice is not None}
    slides = [slide for slide in lesson_slides(plan).slides if slide.title in questions]
    assert slides
    assert all(slide.kind == "choice" and any("No vote" in note for note in slide.notes) for slide in slides)


def test_feedback_comes_after_the_choice_and_not_before() -> None:
    plan = make_lesson()
    slides = lesson_slides(plan).slides
    for index, slide in enumerate(slides):
        if slide.kind == "choice":
            choice = next(
                beat
                for scene in plan.scenario.scenes.values()
                for beat in scene.beats
                if isinstance(beat, Choice) and beat.question == slide.title
            )
            earlier = "\n".join(text for one in slides[: index + 1] for text in _words(one))
            assert not any(option.feedback in earlier for option in choice.options)


def test_telling_is_said_in_pairs_and_nobody_plays_the_other_person() -> None:
    slides = [slide for slide in lesson_slides(make_lesson()).slides if slide.title == "Say it out loud, in pairs"]
    assert len(slides) == 2
    assert all(any("Nobody plays the person who wrote the messages" in note for note in one.notes) for one in slides)


def test_an_adult_who_does_not_help_is_followed_by_the_next_one() -> None:
    slides = lesson_slides(make_lesson()).slides
    first = next(slide for slide in slides if slide.title == "What the adult says")
    assert any("next one" in text for text in _words(first))


def test_the_clock_runs_through_the_whole_lesson_without_a_gap() -> None:
    spans = clock(make_lesson().guide)
    assert spans[0].start == 0
    assert spans[-1].end == sum(step.minutes for step in STEPS)
    assert all(before.end == after.start for before, after in pairwise(spans))


def test_a_part_that_comes_twice_goes_from_its_first_minute_to_its_last() -> None:
    guide = make_lesson().guide
    twice = replace(guide, plan=(STEPS[0], STEPS[2], STEPS[3], STEPS[2]))
    assert span_of(twice, "story") == Span(4, 42)
    assert span_of(twice, "close") is None


def test_every_part_of_the_lesson_says_its_minutes_once() -> None:
    notes = [note for slide in lesson_slides(make_lesson()).slides for note in slide.notes if note.startswith("Clock")]
    assert notes == [
        "Clock: minute 0 to 4.",
        "Clock: minute 4 to 8.",
        "Clock: minute 8 to 24.",
        "Clock: minute 24 to 30.",
        "Clock: minute 30 to 36.",
        "Clock: minute 36 to 38.",
        "Clock: minute 38 to 40.",
    ]


def test_the_guides_question_stands_in_the_notes_of_its_vote() -> None:
    slide = next(slide for slide in lesson_slides(make_lesson()).slides if slide.title == "Vote 1")
    assert "Ask: “What is asked for here?”" in slide.notes


def test_slides_are_few_words() -> None:
    for story in STORIES:
        for slide in lesson_slides(make_lesson(story)).slides:
            count = sum(
                len(text.split()) for text in (slide.title, *_lines(slide), *_items(slide), *_paragraphs(slide))
            )
            assert count <= 75, slide.title


def _items(slide: Slide) -> list[str]:
    return [plain(item) for block in slide.blocks if isinstance(block, Items) for item in block.items]


def _paragraphs(slide: Slide) -> list[str]:
    return [plain(block.text) for block in slide.blocks if isinstance(block, Paragraph)]
