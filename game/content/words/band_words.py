"""Words that a band does not know yet, or that do not fit it (D5)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from game.content.format.diagnostics import Diagnostic
from game.content.words.speech import Speech
from game.content.words.spoken import Voice
from game.content.words.word_rule import NARRATORS, OPTIONS, WordCheck, WordRule, find_words
from game.story.model import Band

TERMS: Mapping[str, str] = MappingProxyType(
    {
        "grooming": r"grooming(?! (?:it|the|an?|his|her|my|our|their)\b)",
        "consent": r"consent\w{0,3}",
        "coercion": r"coerc\w{1,5}",
        "sextortion": r"sextortion",
        "manipulation": r"manipulat\w{1,4}",
    }
)
"""Words that 11-13 and 14-17 may learn: by its name, how the word looks in a text. Ponies are groomed as well."""

TOLD: frozenset[Voice] = NARRATORS | OPTIONS
_HARD_FOR_8 = WordRule(
    slug="band-word",
    words=("abus", "victim", "crim", "offender", "grooming", "coerc", "manipulat"),
    pattern=rf"\b(?:abus(?:e[ds]?|ers?|ive|ing)|victims?|crimes?|criminals?|offenders?|coerc\w{{1,5}}|{TERMS['grooming']}"
    rf"|{TERMS['manipulation']})\b",
    voices=TOLD,
    message="`{}` is no word for 8-10.",
    hint="Say what happens: somebody pushes, tricks, wants a secret.",
)
_HARD_FOR_11 = replace(
    _HARD_FOR_8,
    words=("victim", "offender"),
    pattern=r"\b(?:victims?|offenders?)\b",
    message="`{}` makes somebody smaller than they are.",
    hint="Use the name, and say what was done.",
)
_BAND_WORDS: Mapping[Band, WordRule] = MappingProxyType({"8-10": _HARD_FOR_8, "11-13": _HARD_FOR_11})


def check_band_words(speech: Speech) -> Iterator[Diagnostic]:
    """No word is used that does not fit the band; files for several bands are left to their readers (D5)."""
    rule = _BAND_WORDS.get(next(iter(speech.bands))) if len(speech.bands) == 1 else None
    if rule is not None:
        yield from find_words(speech, rule)


BAND_CHECKS: tuple[WordCheck, ...] = (check_band_words,)
