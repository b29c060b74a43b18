"""The words that a naive reader looks for: whoever gets far with them has learnt words and no signs."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from game.story.model import Band

# (why somebody would look for them, the words by band)
_TABLE: tuple[tuple[str, Mapping[Band, str]], ...] = (
    (
        "somebody wants it hidden",
        {
            "8-10": "secret promise hide delete",
            "11-13": "secret promise delete private",
            "14-17": "secret delete private trust",
        },
    ),
    (
        "somebody wants the child by itself",
        {
            "8-10": "alone meet address",
            "11-13": "alone meet address",
            "14-17": "alone meet address",
        },
    ),
    (
        "somebody gives, and giving is said to have a catch",
        {
            "8-10": "present gift free",
            "11-13": "gift free code",
            "14-17": "gift money pay",
        },
    ),
    (
        "pictures are what warnings are mostly about",
        {
            "8-10": "picture photo camera",
            "11-13": "picture photo camera",
            "14-17": "picture photo camera",
        },
    ),
    (
        "kind words and grown-up words sound like a trick",
        {
            "8-10": "special age",
            "11-13": "mature special",
            "14-17": "mature special",
        },
    ),
)

KEYWORDS: Mapping[Band, frozenset[str]] = MappingProxyType(
    {
        band: frozenset(word for _, words in _TABLE for word in words[band].split())
        for band in ("8-10", "11-13", "14-17")
    }
)
"""Fifteen words a band, in small letters. They stay fixed, so that figures of different times can be compared."""

_WORD = re.compile(r"[^\W\d_]+")


def holds_keyword(text: str, band: Band) -> bool:
    """Whether one of the band's words stands in a text, as a whole word in this very form."""
    return not KEYWORDS[band].isdisjoint(_WORD.findall(text.casefold()))
