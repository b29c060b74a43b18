"""Promises of the pages for teachers: what they have to say, what they must not, and that numbers have a source."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hand_made import make_lesson
from page_text import page_text

from lessons.document import Block, Callout, Chart, Document, Table, plain
from lessons.pages import before_lesson, hard_questions, numbers, safeguarding
from lessons.pages.answer_key import answer_key_page, judged_lines
from lessons.pages.before_lesson import before_lesson_page
from lessons.pages.for_teachers import TEACHER_PAGES
from lessons.pages.hard_questions import hard_questions_page
from lessons.pages.lesson_plan import lesson_plan_page
from lessons.pages.numbers import METHODS, numbers_page
from lessons.pages.safeguarding import safeguarding_page
from lessons.pages.unplugged import unplugged_page
from lessons.plan import LessonPlan

GOLDENS = Path(__file__).parents[1] / "data" / "lessons"
STORIES = ("paper-kite", "moon-soup")
PAGES = [build.__name__ for build in TEACHER_PAGES]
FORBIDDEN = {
    "blame": r"should(n't| not| never)? have\b|\b(your|his|her|their) own fault|what (could|should) \w+ have done",
    "scare": r"\bpredators?\b|\bpa?edophiles?\b|stranger danger|never trust|ruin\w* (your|their) li(fe|ves)",
    "old terms": r"child pornograph|child prostitut|\bsexting\b",
    "overclaim": r"\bproven\b|guarantee|\bprevents?\b|keeps? (your|their) child(ren)? safe",
    "forever": r"\bforever\b",
}


def every_block(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Callout):
            yield from every_block(block.blocks)


def ids_of(document: Document) -> set[str]:
    return {block.id for block in every_block(document.blocks) if getattr(block, "id", "")}


@pytest.fixture(scope="module", params=STORIES)
def plan(request: pytest.FixtureRequest) -> LessonPlan:
    return make_lesson(request.param)


@pytest.mark.parametrize("build", TEACHER_PAGES, ids=PAGES)
def test_a_page_is_for_teachers_and_says_that_it_is_a_draft(plan: LessonPlan, build: Callable[..., Document]) -> None:
    page = build(plan)
    assert page.audience == "teacher"
    assert "draft" in ids_of(page)
    assert "draft" in plain(page.foot)


@pytest.mark.parametrize("build", TEACHER_PAGES, ids=PAGES)
@pytest.mark.parametrize("rule", FORBIDDEN)
def test_no_page_blames_frightens_or_claims_too_much(
    plan: LessonPlan, build: Callable[..., Document], rule: str
) -> None:
    text = page_text(build(plan))
    assert re.search(FORBIDDEN[rule], text, re.IGNORECASE) is None


@pytest.mark.parametrize(
    ("build", "required"),
    [
        (safeguarding_page, safeguarding.REQUIRED),
        (before_lesson_page, before_lesson.REQUIRED),
        (hard_questions_page, hard_questions.REQUIRED),
        (numbers_page, numbers.REQUIRED),
    ],
    ids=["safeguarding", "before", "questions", "numbers"],
)
def test_a_page_makes_every_statement_it_has_to(
    plan: LessonPlan, build: Callable[..., Document], required: tuple[str, ...]
) -> None:
    assert set(required) <= ids_of(build(plan))


def test_the_minute_plan_runs_from_the_first_minute_to_the_last(plan: LessonPlan) -> None:
    table = next(block for block in lesson_plan_page(plan).blocks if isinstance(block, Table))
    spans = [tuple(map(int, plain(row[0]).split("-"))) for row in table.rows]
    assert spans[0][0] == 0
    assert spans[-1][1] == plan.guide.minutes
    assert all(before[1] == after[0] for before, after in pairwise(spans))


def test_the_lesson_plan_stops_at_every_vote_with_its_answer(plan: LessonPlan) -> None:
    text = page_text(lesson_plan_page(plan))
    for stop in plan.votes:
        assert f"Vote {stop.last.vote}:" in text
        assert stop.message is not None
        assert (stop.message.why or "") in text


def test_the_key_answers_every_message_that_the_class_judges_and_every_card(plan: LessonPlan) -> None:
    text = page_text(answer_key_page(plan))
    judged = list(judged_lines(plan))
    assert len(judged) > 4
    for _number, _shown, message in judged:
        assert (message.why or "") in text
    for item in (*plan.starter, *plan.practice):
        assert item.why in text


def test_a_lesson_without_a_guide_says_that_nobody_wrote_one() -> None:
    from dataclasses import replace

    plan = make_lesson()
    derived = replace(plan, guide=replace(plan.guide, is_derived=True))
    assert "derived" in ids_of(lesson_plan_page(derived))
    assert "derived" not in ids_of(lesson_plan_page(plan))


def test_the_short_lesson_on_paper_has_fine_messages_and_signs() -> None:
    text = page_text(unplugged_page(make_lesson()))
    assert "| Fine |" in text
    assert "| Not OK:" in text


def test_every_figure_on_the_page_of_numbers_is_in_the_facts(plan: LessonPlan) -> None:
    text = page_text(numbers_page(plan))
    known = " ".join(
        f"{fact.value} {fact.what} {fact.of} {fact.caution} {fact.year} {fact.source}" for fact in plan.facts.values()
    )
    known += " 10.2 million 6,000 13,000"
    known_digits = set(re.findall(r"\d[\d.,]*\d|\d", known))
    found = set(re.findall(r"\d[\d.,]*\d|\d", text))
    assert found - known_digits - {"5"} == set()


def test_the_page_of_numbers_names_every_method_that_was_counted(plan: LessonPlan) -> None:
    text = page_text(numbers_page(plan))
    assert len(METHODS) == 14
    for id in METHODS:
        fact = plan.facts[id]
        words = fact.what.partition(": ")[2] or fact.what
        assert words.lower() in text.lower()
    assert "testing the waters" in text


def test_every_chart_has_its_source_and_what_to_keep_in_mind(plan: LessonPlan) -> None:
    charts = [block for block in numbers_page(plan).blocks if isinstance(block, Chart)]
    assert len(charts) >= 4
    for chart in charts:
        assert "NCMEC" in plain(chart.source)
        assert plain(chart.caution)


@pytest.mark.parametrize("country", ["US", "IE", "ZZ"])
def test_numbers_and_titles_are_those_of_the_country(country: str) -> None:
    plan = make_lesson(country=country)
    text = page_text(safeguarding_page(plan))
    assert plan.place.safeguarding_lead in text
    assert (plan.place.emergency_number or "the police or an ambulance") in text


@pytest.mark.parametrize("build", TEACHER_PAGES, ids=PAGES)
def test_a_page_reads_as_it_did(build: Callable[..., Document], golden: Callable[[Path, str], None]) -> None:
    page = build(make_lesson())
    golden(GOLDENS / f"{page.id}.txt", page_text(page))
