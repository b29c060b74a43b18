"""The language that a text is in, and the way it runs: what a screen says beside every text."""

import unicodedata
from typing import Final, NamedTuple


class Tongue(NamedTuple):
    """A language by its code, and whether its paragraphs run from right to left."""

    language: str = "en"
    rtl: bool = False


ENGLISH: Final = Tongue()
"""What every story is written in first, and shown in where it is not whole in the player's language."""


def own_tongue(code: str, name: str) -> Tongue:
    """What a language's own name is in: that language."""
    return Tongue(code, runs_from_right(name))


def runs_from_right(text: str) -> bool:
    """Whether any letter of a text is one that runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
