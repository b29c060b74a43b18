"""The rules about words that hold in every text a child or a teacher reads, in stories and in all other files."""

from collections.abc import Iterator

from game.content.format.diagnostics import Diagnostic
from game.content.words.advice import ADVICE_CHECKS
from game.content.words.band_words import BAND_CHECKS
from game.content.words.blame import BLAME_CHECKS
from game.content.words.denied import DENIED_CHECKS
from game.content.words.distance import DISTANCE_CHECKS
from game.content.words.scare import SCARE_CHECKS
from game.content.words.speech import Speech
from game.content.words.support import SUPPORT_WORD_CHECKS
from game.content.words.teaching import TEACHING_CHECKS
from game.content.words.word_rule import WordCheck

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
