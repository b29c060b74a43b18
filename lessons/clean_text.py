"""Texts as files may hold them: without characters that no page shows, or that would reach beyond their text."""

import re
import unicodedata
from functools import lru_cache

_LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_REACHING = frozenset("\u202a\u202b\u202c\u202d\u202e")
"""Commands of direction that turn what stands beside a text round; isolates are closed where their text ends."""
ISOLATE, RTL_ISOLATE, END_ISOLATE = "\u2066", "\u2067", "\u2069"
_OPENERS = frozenset("\u2066\u2067\u2068")
LOOKS = frozenset(map(chr, (0x034F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
"""They ask for another look of the character before them, and are nothing by themselves."""


@lru_cache(maxsize=1024)
def clean(text: str) -> str:
    """A text without control characters other than line ends, halves of characters and characters that are none.

    Isolates that are opened are closed, and none is closed that was not opened, so that no text turns its neighbours.
    """
    kept: list[str] = []
    depth = 0
    for character in _LINE_ENDS.sub("\n", text).replace("\t", " "):
        if character != "\n" and _is_dropped(character):
            continue
        if character == END_ISOLATE:
            if not depth:
                continue
            depth -= 1
        depth += character in _OPENERS
        kept.append(character)
    return "".join(kept) + END_ISOLATE * depth


def one_line(text: str) -> str:
    """A cleaned text on one line, with single spaces."""
    return " ".join(clean(text).split())


def is_seen(text: str) -> bool:
    """Whether anything of a cleaned text can be seen."""
    return any(unicodedata.category(character)[0] not in "CZ" and character not in LOOKS for character in text)


def _is_dropped(character: str) -> bool:
    code = ord(character)
    is_none = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return is_none or character in _REACHING or unicodedata.category(character) in ("Cc", "Cs")
