"""The rules about words that hold in every text a child or a teacher reads, in stories and in all other files."""

from collections.abc import Iterator

from game.content.checks.advice import ADVICE_CHECKS
from game.content.checks.blame import BLAME_CHECKS
from game.content.checks.denied import DENIED_CHECKS
from game.content.checks.distance import DISTANCE_CHECKS
from game.content.checks.scare import SCARE_CHECKS
from game.content.checks.speech import Speech
from game.content.checks.support import SUPPORT_WORD_CHECKS
from game.content.checks.teaching import TEACHING_CHECKS
from game.content.checks.terms import BAND_CHECKS
from game.content.checks.word_rule import WordCheck
from game.content.diagnostics import Diagnostic

WORD_CHECKS: tuple[WordCheck, ...] = (
    *DENIED_CHECKS,
    *BLAME_CHECKS,
    *SCARE_CHECKS,
    *ADVICE_CHECKS,
    *DISTANCE_CHECKS,
    *SUPPORT_WORD_CHECKS,
    *TEACHING_CHECKS,
    *BAND_CHECKS,
)


def check_words(speech: Speech) -> Iterator[Diagnostic]:
    """Find everything that must not be said in these texts."""
    for check in WORD_CHECKS:
        yield from check(speech)
