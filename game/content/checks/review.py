"""Whether two people have read a story: until then it is a draft, and adults are told so."""

from collections.abc import Iterator

from game.content.checks.subject import Check, Subject
from game.content.format.diagnostics import Diagnostic, find


def check_draft(subject: Subject) -> Iterator[Diagnostic]:
    """Note that a sign-off is missing; a draft breaks no rule."""
    review = subject.scenario.review
    missing = [name for name in ("safeguarding", "educator") if getattr(review, name) is None]
    if missing:
        where = subject.key("review") if subject.reading.spans.has("review") else subject.at("id")
        message = f"This story is a draft: nobody has signed it ({' and '.join(missing)})."
        hint = "Only a person who has read it may sign. The game tells adults that it is a draft."
        yield find("draft", where, message, hint)


REVIEW_CHECKS: tuple[Check, ...] = (check_draft,)
