"""Words that a band does not know yet, or that do not fit it, and terms that the older ones may learn (D5)."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from game.content.words.spoken import Voice
from game.content.words.word_rule import NARRATORS, OPTIONS, WordRule

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
HARD_FOR_8 = WordRule(
    slug="band-word",
    rule="No word is used that does not fit the band; files for several bands are left to their readers (D5).",
    words=("abus", "victim", "crim", "offender", "grooming", "coerc", "manipulat"),
    pattern=rf"\b(?:abus(?:e[ds]?|ers?|ive|ing)|victims?|crimes?|criminals?|offenders?|coerc\w{{1,5}}|{TERMS['grooming']}"
    rf"|{TERMS['manipulation']})\b",
    voices=TOLD,
    message="`{}` is no word for 8-10.",
    hint="Say what happens: somebody pushes, tricks, wants a secret.",
    bands=frozenset(("8-10",)),
)
HARD_FOR_11 = replace(
    HARD_FOR_8,
    words=("victim", "offender"),
    pattern=r"\b(?:victims?|offenders?)\b",
    message="`{}` makes somebody smaller than they are.",
    hint="Use the name, and say what was done.",
    bands=frozenset(("11-13",)),
)

BAND_RULES: tuple[WordRule, ...] = (
    HARD_FOR_8,
    HARD_FOR_11,
)
