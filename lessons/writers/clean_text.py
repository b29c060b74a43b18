"""Texts as files may hold them: without characters that no page shows, or that would reach beyond their text."""

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_REACHING = frozenset("\u202a\u202b\u202c\u202d\u202e")
"""Commands of direction that turn what stands beside a text round; isolates end with their paragraph and may stay."""
ISOLATE, END_ISOLATE = "\u2066", "\u2069"


def clean(text: str) -> str:
    """A text without control characters other than line ends, surrogates, and characters that are none."""
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return "".join(character for character in text if character == "\n" or not _is_dropped(character))


def one_line(text: str) -> str:
    """A cleaned text on one line, with single spaces."""
    return " ".join(clean(text).split())


def runs_from_right(text: str) -> bool:
    """Whether anything in a text is written from right to left."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def _is_dropped(character: str) -> bool:
    code = ord(character)
    is_none = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return is_none or character in _REACHING or unicodedata.category(character) in ("Cc", "Cs")
