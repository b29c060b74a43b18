"""The running clock of a lesson: from which minute to which each of its parts goes."""

from dataclasses import dataclass

from game.story.guide import Guide, LessonPart
from lessons.document import Text
from lessons.plan import LessonPlan
from lessons.told import guided


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes since the lesson began."""

    start: int
    end: int


def clock(guide: Guide) -> tuple[Span, ...]:
    """The minutes of each step of a guide, in its order."""
    spans = []
    now = 0
    for step in guide.plan:
        spans.append(Span(now, now + step.minutes))
        now += step.minutes
    return tuple(spans)


def span_of(guide: Guide, part: LessonPart) -> Span | None:
    """The minutes of a part, from its first step to its last; None where the guide has no such part."""
    spans = [span for step, span in zip(guide.plan, clock(guide), strict=True) if step.part == part]
    return Span(spans[0].start, spans[-1].end) if spans else None


def part_notes(plan: LessonPlan, part: LessonPart) -> tuple[Text, ...]:
    """What stands in the notes of the first slide of a part: its minutes, and what the guide says the class does."""
    span = span_of(plan.guide, part)
    if span is None:
        return ()
    # NOTE: In a teacher's notes: from which minute of the lesson to which this part goes.
    minutes = plan.translator.gettext("Clock: minute {start} to {end}.", start=span.start, end=span.end)
    return (minutes, *(guided(plan, step.text) for step in plan.guide.plan if step.part == part and step.text))
