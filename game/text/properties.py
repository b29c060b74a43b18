"""What Unicode says of characters: line breaking class, script, pictures. The table is read at the first question."""

import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache

__all__ = ["bracket_of", "is_emoji", "is_picture", "line_class_of", "script_of"]


@lru_cache(maxsize=8192)
def line_class_of(character: str) -> str:
    """The line breaking class (UAX #14), such as "AL" or "ID", resolved as rule LB1 says; "SA" is kept for letters."""
    found = _value("LINE_BREAK", character) or "AL"
    if found == "SA" and unicodedata.category(character) in ("Mn", "Mc"):
        return "CM"
    return {"AI": "AL", "SG": "AL", "CJ": "NS"}.get(found, found)


@lru_cache(maxsize=8192)
def script_of(character: str) -> str:
    """The script of a character (ISO 15924), such as "Arab"; empty where it is shared by scripts."""
    return _value("SCRIPT", character)


@lru_cache(maxsize=2048)
def is_picture(character: str) -> bool:
    """Whether a character is a picture that others may be joined to (Extended_Pictographic)."""
    return bool(_value("PICTURE", character))


@lru_cache(maxsize=2048)
def is_emoji(character: str) -> bool:
    """Whether a character is a coloured picture by itself (Emoji_Presentation)."""
    return bool(_value("EMOJI", character))


def bracket_of(character: str) -> tuple[str, bool] | None:
    """Of a bracket the one that answers it, and whether it is the opening one; None for other characters."""
    return _brackets().get(character)


def _value(name: str, character: str) -> str:
    starts, rows = _ranges(name)
    at = bisect_right(starts, ord(character)) - 1
    return rows[at][2] if at >= 0 and ord(character) <= rows[at][1] else ""


@cache
def _ranges(name: str) -> tuple[list[int], list[tuple[int, int, str]]]:
    # The tables are large, and a text in plain Latin letters needs none of them.
    from game.text import tables

    words = getattr(tables, name).split()
    rows = [(int(a, 16), int(b, 16), value) for a, b, value in zip(words[::3], words[1::3], words[2::3], strict=True)]
    return [row[0] for row in rows], rows


@cache
def _brackets() -> dict[str, tuple[str, bool]]:
    from game.text.tables import BRACKETS

    signs = [chr(int(code, 16)) for code in BRACKETS.split()]
    found = {}
    for opening, closing in zip(signs[::2], signs[1::2], strict=True):
        found[opening], found[closing] = (closing, True), (opening, False)
    return found
