"""What a page tells catalogues of learning material: for whom it is, what it teaches, no code that nobody checked."""

import json
from dataclasses import replace

import pytest
from hand_made import make_lesson
from lxml import html

from game.story.guide import Standard
from lessons.plan import LessonPlan
from lessons.writers.html import write_html
from lessons.writers.metadata import learning_resource


def with_standard(standard: Standard) -> LessonPlan:
    plan = make_lesson()
    return replace(plan, guide=replace(plan.guide, standards=(standard,)))


def test_every_page_carries_what_it_is() -> None:
    plan = make_lesson()
    data = write_html([], title="T", language="en", rtl=False, metadata=learning_resource(plan))
    [script] = html.fromstring(data.decode("utf-8")).xpath("//script[@type='application/ld+json']")
    assert json.loads(script.text) == learning_resource(plan)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_lesson_says_for_whom_it_is_and_that_it_is_a_draft(language: str) -> None:
    plan = make_lesson(language=language)
    resource = learning_resource(plan)
    assert resource["typicalAgeRange"] == plan.scenario.band
    assert resource["timeRequired"] == "PT40M"
    assert resource["creativeWorkStatus"] == "Draft"
    assert resource["inLanguage"] == language
    assert resource["license"].startswith("https://creativecommons.org/licenses/by/")


def test_a_lesson_teaches_its_signs_as_defined_terms() -> None:
    terms = learning_resource(make_lesson())["teaches"]
    assert terms
    assert {term["@type"] for term in terms} == {"DefinedTerm"}
    assert all(term["name"] for term in terms)


def test_a_code_that_nobody_looked_up_is_never_said() -> None:
    unchecked = Standard(framework="F", edition="2020", topic="Online", code="X.1", url="https://example.org")
    [alignment] = learning_resource(with_standard(unchecked))["educationalAlignment"]
    assert alignment["educationalFramework"] == "F 2020"
    assert alignment["targetName"] == "Online"
    assert "X.1" not in json.dumps(alignment)
    [checked] = learning_resource(with_standard(replace(unchecked, verified_on="2026-11-01")))["educationalAlignment"]
    assert checked["targetName"] == "X.1 Online"
    assert checked["targetUrl"] == "https://example.org"


def test_names_for_machines_hold_no_marks_of_direction() -> None:
    written = json.dumps(learning_resource(make_lesson(language="ar")), ensure_ascii=False)
    assert not set(written) & set("\u2066\u2067\u2068\u2069")
