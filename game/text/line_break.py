"""Where a line may end inside a word, by Unicode's annex 14; Thai and its kin part between syllables' clusters."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from game.text.properties import line_class_of

__all__ = ["find_breaks"]

_NEVER_BEFORE: Final = frozenset(("WJ", "CL", "CP", "EX", "IS", "SY", "QU", "BA", "HY", "NS", "IN", "ZW", "SP"))
_NEVER_AFTER: Final = frozenset(("WJ", "GL", "OP", "QU", "BB", "ZWJ"))
_NEVER_BEFORE_OBJECTS: Final = _NEVER_BEFORE - {"BA", "HY", "NS", "IN"}
_NEVER_AFTER_OBJECTS: Final = _NEVER_AFTER - {"BB"}
_LETTERS: Final = frozenset(("AL", "HL"))
_PICTURES: Final = frozenset(("ID", "EB", "EM"))
_HANGUL: Final = frozenset(("JL", "JV", "JT", "H2", "H3"))
_TIED: Final = frozenset(
    (
        *(("CL", "PO"), ("CP", "PO"), ("CL", "PR"), ("CP", "PR"), ("NU", "PO"), ("NU", "PR"), ("PO", "OP")),
        *(("PO", "NU"), ("PR", "OP"), ("PR", "NU"), ("HY", "NU"), ("IS", "NU"), ("NU", "NU"), ("SY", "NU")),
        *(("B2", "B2"), ("SY", "HL"), ("EB", "EM"), ("CP", "NS"), ("CL", "NS")),
        *(("JL", "JL"), ("JL", "JV"), ("JL", "H2"), ("JL", "H3"), ("JV", "JV"), ("JV", "JT"), ("JT", "JT")),
        *(("H2", "JV"), ("H2", "JT"), ("H3", "JT")),
        *((letter, other) for letter in _LETTERS for other in ("AL", "HL", "NU", "PR", "PO", "SA")),
        *((other, letter) for letter in _LETTERS for other in ("NU", "PR", "PO", "IS", "SA")),
        *(("SA", "NU"), ("NU", "SA"), ("PR", "SA"), ("PO", "SA"), ("SA", "PR"), ("SA", "PO"), ("IS", "SA")),
        *(("PR", other) for other in (*_PICTURES, *_HANGUL)),
        *((other, "PO") for other in (*_PICTURES, *_HANGUL)),
    )
)
"""Pairs of classes that stay together (LB16, 17, 21b, 23 to 30b)."""
_LEADING_VOWELS: Final = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")
_WANT_A_FINAL: Final = frozenset("\u0e31\u0e37\u0e47\u0eb1\u0eb7")
_FOLLOWING: Final = frozenset("\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eaf\u0eb0\u0eb2\u0eb3\u0ebd\u0ec6")
_SILENCERS: Final = frozenset("\u0e4c\u0ecc")


def find_breaks(text: str, start: int, end: int, *, words_marked: bool = False) -> Iterator[int]:
    """The places between `start` and `end`, themselves not among them, at which a line may end. No spaces inside.

    `words_marked` says that U+200B stands wherever Thai and its kin may be parted, so that syllables need not be.
    """
    before = _class_at(text, start)
    before = "AL" if before in ("CM", "ZWJ") else before
    base, earlier, flags = start, "", int(before == "RI")
    for at in range(start + 1, end):
        after = _class_at(text, at)
        if after in ("CM", "ZWJ") and before not in ("SP", "BK", "CR", "LF", "NL", "ZW"):
            continue
        after = "AL" if after in ("CM", "ZWJ") else after
        joined = text[at - 1] == "\u200d"
        odd_flag = before == after == "RI" and flags % 2 == 1
        tied = joined or odd_flag or _are_tied(earlier, before, after, text[base], text[at])
        if not tied and (before != "SA" or after != "SA" or (not words_marked and _parts_syllables(text, at))):
            yield at
        flags = flags + 1 if after == "RI" else 0
        earlier, before, base = before, after, at


def _class_at(text: str, at: int) -> str:
    return "ZWJ" if text[at] == "\u200d" else line_class_of(text[at])


def _are_tied(earlier: str, before: str, after: str, base: str, character: str) -> bool:
    if before == "SP":
        return after == "SP"
    if "CB" in (before, after):
        return after in _NEVER_BEFORE_OBJECTS or before in _NEVER_AFTER_OBJECTS or after == "GL"
    if after in _NEVER_BEFORE or before in _NEVER_AFTER or (before, after) in _TIED:
        return True
    if before == "ZW":
        return False
    if after == "GL":
        return before not in ("BA", "HY")
    if earlier == "HL" and before in ("HY", "BA"):
        return after != "HL"
    if after == "OP":
        return before in ("AL", "HL", "NU", "SA") and not _is_wide(character)
    return before == "CP" and after in ("AL", "HL", "NU", "SA") and not _is_wide(base)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("F", "W", "H")


def _parts_syllables(text: str, at: int) -> bool:
    """Whether Thai or Lao letters may stand on two lines: no vowel without its consonant, no silent letter alone."""
    before, after = text[at - 1], text[at]
    if before in _LEADING_VOWELS or after in _FOLLOWING:
        return False
    marks = at - 1
    while marks > 0 and unicodedata.category(text[marks]) == "Mn":
        if text[marks] in _WANT_A_FINAL:
            return False
        marks -= 1
    following = at + 1
    while following < len(text) and unicodedata.category(text[following]) == "Mn":
        if text[following] in _SILENCERS:
            return False
        following += 1
    return True
