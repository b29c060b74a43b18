"""The rules of the format and of the content standard: one small function each, registered in a list."""

from game.content.checks.calm import CALM_CHECKS
from game.content.checks.fonts import FONT_CHECKS
from game.content.checks.give_away import GIVE_AWAY_CHECKS
from game.content.checks.language import LANGUAGE_CHECKS
from game.content.checks.reachability import REACHABILITY_CHECKS
from game.content.checks.reading_grade import GRADE_CHECKS
from game.content.checks.references import REFERENCE_CHECKS
from game.content.checks.refusal import REFUSAL_CHECKS
from game.content.checks.registry import MOST_FINDINGS, run_checks
from game.content.checks.repetition import REPETITION_CHECKS
from game.content.checks.review import REVIEW_CHECKS
from game.content.checks.safety import SAFETY_CHECKS
from game.content.checks.skills import SKILL_CHECKS
from game.content.checks.structure import STRUCTURE_CHECKS
from game.content.checks.subject import Check, Subject
from game.content.checks.support import SUPPORT_CHECKS
from game.content.checks.terms import TERM_CHECKS
from game.content.files.catalogue import Catalogue
from game.content.files.reading import Reading
from game.content.format.diagnostics import Diagnostic, with_snippets
from game.content.words.rules import check_story_words, check_words

__all__ = ["CHECKS", "check_reading"]

CHECKS: tuple[Check, ...] = (
    *STRUCTURE_CHECKS,
    *REFERENCE_CHECKS,
    *REACHABILITY_CHECKS,
    *SAFETY_CHECKS,
    *REFUSAL_CHECKS,
    *GIVE_AWAY_CHECKS,
    *SKILL_CHECKS,
    *SUPPORT_CHECKS,
    *CALM_CHECKS,
    *REPETITION_CHECKS,
    *LANGUAGE_CHECKS,
    *TERM_CHECKS,
    *GRADE_CHECKS,
    *FONT_CHECKS,
    *REVIEW_CHECKS,
)


def check_reading(reading: Reading, catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """Return every finding about a story that was read, those of its reading included, in file order."""
    if reading.draft is None:
        return reading.diagnostics
    subject = Subject(reading, reading.draft, catalogue)
    found = [*run_checks(CHECKS, subject, MOST_FINDINGS)]
    found += (*check_words(subject, MOST_FINDINGS), *check_story_words(subject, MOST_FINDINGS))
    lines = reading.source.lines if reading.source else ()
    return with_snippets([*reading.diagnostics, *found], reading.path, lines)
