"""What catalogues of learning material read about a lesson: a LearningResource of schema.org, as JSON-LD."""

from collections.abc import Mapping
from typing import Any, Final

from game.story.guide import Standard
from game.story.model import Band
from lessons.clean_text import END_ISOLATE, ISOLATE, one_line
from lessons.plan import LessonPlan
from lessons.sign_words import cards_of_lesson

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
LEVELS: Final[Mapping[Band, str]] = {
    "8-10": "primary",
    "11-13": "lower secondary",
    "14-17": "upper secondary",
}
TERM_SET: Final = "Look Twice: signs of manipulation"


def learning_resource(plan: LessonPlan) -> dict[str, Any]:
    """A lesson as a LearningResource: for whom, how long, what it teaches and what its quiz asks.

    What it teaches is said by `teaches`, not by alignments; these are for curricula alone, with a code only where
    somebody has looked it up (Standard.shows_code).
    """
    scenario = plan.scenario
    signs = [_term(card.name, card.warning) for card in cards_of_lesson(plan)]
    aims = [_term(aim) for aim in plan.guide.pupil_aims]
    resource: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": _text(scenario.title),
        "description": _text(scenario.about),
        "learningResourceType": "lesson plan",
        "creativeWorkStatus": "Draft",
        "inLanguage": plan.language.replace("_", "-"),
        "typicalAgeRange": scenario.band,
        "educationalLevel": LEVELS[scenario.band],
        "timeRequired": f"PT{plan.guide.minutes}M",
        "audience": {"@type": "EducationalAudience", "educationalRole": "teacher"},
        "isAccessibleForFree": True,
        "license": LICENCE,
        "teaches": [*signs, *aims],
        "assesses": signs,
    }
    standards = [_alignment(standard) for standard in plan.guide.standards]
    return resource | ({"educationalAlignment": standards} if standards else {})


def _term(name: str, description: str = "") -> dict[str, Any]:
    term = {"@type": "DefinedTerm", "name": _text(name)}
    if description:
        term |= {"description": _text(description), "inDefinedTermSet": TERM_SET}
    return term


def _alignment(standard: Standard) -> dict[str, Any]:
    alignment = {
        "@type": "AlignmentObject",
        "alignmentType": "educationalSubject",
        "educationalFramework": _text(" ".join(filter(None, (standard.framework, standard.edition)))),
        "targetName": _text(standard.topic),
    }
    if standard.shows_code:
        alignment["targetName"] = _text(f"{standard.code} {standard.topic}")
        alignment["targetUrl"] = standard.url
    return alignment


def _text(text: str) -> str:
    """A text for machines: on one line, without the marks that pages need to set it."""
    return one_line(text.replace(ISOLATE, "").replace(END_ISOLATE, "").replace("\u2067", "").replace("\u2068", ""))
