"""The same lesson in 20, 40 or 60 minutes: how long its parts are, and how many votes there is time for."""

from collections.abc import Mapping
from dataclasses import replace

from game.story.guide import Guide, LessonMinutes, LessonPart, PlanStep
from game.story.model import Scenario
from lessons.step_texts import step_text
from lessons.votes import choose_votes

PARTS: Mapping[LessonMinutes, tuple[tuple[LessonPart, int], ...]] = {
    20: (("ground_rules", 2), ("starter", 2), ("story", 8), ("choice", 4), ("close", 4)),
    40: (
        ("ground_rules", 4),
        ("starter", 4),
        ("story", 16),
        ("choice", 6),
        ("practice", 6),
        ("plenary", 2),
        ("close", 2),
    ),
    60: (
        ("ground_rules", 5),
        ("starter", 5),
        ("story", 18),
        ("choice", 10),
        ("practice", 12),
        ("plenary", 6),
        ("close", 4),
    ),
}
"""The minutes of each part."""
SHORT_VOTES = 3
"""Votes for which a lesson of 20 minutes has time."""


def plan_steps(
    minutes: LessonMinutes, scenario: Scenario, votes: int, own: Mapping[LessonPart, str] | None = None
) -> tuple[PlanStep, ...]:
    """Return the steps of a lesson with so many votes; `own` is what its guide says of parts."""
    said = own or {}
    return tuple(
        PlanStep(minutes=long, part=part, text=step_text(part, minutes, scenario, votes, said.get(part, "")))
        for part, long in PARTS[minutes]
    )


def fit_minutes(guide: Guide, minutes: LessonMinutes, scenario: Scenario) -> Guide:
    """Return a guide for another length; the same guide where it has that length already.

    A shorter one says of each part the least, and in 20 minutes there are three votes at most, balanced as they can be;
    a longer one keeps what the guide says and adds what the time is for.
    """
    if minutes == guide.minutes:
        return guide
    votes = guide.votes
    if minutes == 20 and len(votes) > SHORT_VOTES:
        votes = choose_votes(scenario, guide.path, SHORT_VOTES, among=votes)
    during = guide.questions.during
    if votes != guide.votes:
        during = tuple(one for one in during if one.at in votes)
    own = {} if minutes < guide.minutes else _texts_of(guide)
    return replace(
        guide,
        minutes=minutes,
        plan=plan_steps(minutes, scenario, len(votes), own),
        votes=votes,
        questions=replace(guide.questions, during=during),
    )


def _texts_of(guide: Guide) -> Mapping[LessonPart, str]:
    texts: dict[LessonPart, str] = {}
    for step in guide.plan:
        texts[step.part] = f"{texts[step.part]} {step.text}" if step.part in texts else step.text
    return texts
