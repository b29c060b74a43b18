"""Grapheme clusters: what a reader takes for one character, and what no line break and no ellipsis may take apart.

The rules are those of Unicode's annex 29 ("extended grapheme clusters") as far as chats need them: combining marks,
emoji joined by ZWJ, variation selectors, skin tones, keycaps, flags, Hangul syllables and CR LF stay whole.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

__all__ = ["cluster_ends", "is_plain", "iter_clusters"]

_PLAIN: Final = re.compile("[\n\x20-\u02ff\u2010-\u2027\u2030-\u203b\u20a0-\u20bf]*")
"""Characters that never join with their neighbours; most chat lines hold nothing else."""

_ZWNJ: Final = "\u200c"
_ZWJ: Final = "\u200d"
_EXTENDING_LETTERS: Final = frozenset("\u0e33\u0eb3\uff9e\uff9f")
_PREPENDED: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
_PICTURES: Final = frozenset("\u00a9\u00ae\u203c\u2049\u2122\u2139\u3030\u303d\u3297\u3299")


def is_plain(text: str) -> bool:
    """Whether every character of the text is a cluster of its own, told without looking at each."""
    return _PLAIN.fullmatch(text) is not None


def cluster_ends(text: str) -> list[int]:
    """The index after each cluster, ascending; the last is the length of the text. None for an empty text."""
    if is_plain(text):
        return list(range(1, len(text) + 1))
    ends: list[int] = []
    flags = 0
    picture = False
    for index in range(1, len(text)):
        before, after = _kind(text[index - 1]), _kind(text[index])
        flags = flags + 1 if before == "flag" else 0
        picture = before == "picture" or (picture and before in ("extend", "zwj"))
        if not _sticks(before, after, odd_flags=flags % 2 == 1, after_picture=picture):
            ends.append(index)
    return [*ends, len(text)]


def iter_clusters(text: str) -> Iterator[str]:
    """The clusters of a text in order; joined they are the text."""
    start = 0
    for end in cluster_ends(text):
        yield text[start:end]
        start = end


def _sticks(before: str, after: str, *, odd_flags: bool, after_picture: bool) -> bool:
    if before == "cr":
        return after == "lf"
    if before in ("lf", "control") or after in ("cr", "lf", "control"):
        return False
    if after in ("extend", "zwj") or before == "prepend":
        return True
    match before, after:
        case ("hangul_l", "hangul_l" | "hangul_v" | "hangul_lv" | "hangul_lvt"):
            return True
        case ("hangul_lv" | "hangul_v", "hangul_v" | "hangul_t") | ("hangul_lvt" | "hangul_t", "hangul_t"):
            return True
        case ("zwj", "picture"):
            return after_picture
        case ("flag", "flag"):
            return odd_flags
        case _:
            return False


@lru_cache(maxsize=4096)
def _kind(character: str) -> str:
    code = ord(character)
    match character:
        case "\r":
            return "cr"
        case "\n":
            return "lf"
        case "\u200d":
            return "zwj"
    if (
        character == _ZWNJ
        or character in _EXTENDING_LETTERS
        or 0xE0020 <= code <= 0xE007F
        or 0x1F3FB <= code <= 0x1F3FF
    ):
        return "extend"
    if character in _PREPENDED:
        return "prepend"
    if 0x1F1E6 <= code <= 0x1F1FF:
        return "flag"
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Mc"):
        return "extend"
    if category in ("Cc", "Cf", "Zl", "Zp"):
        return "control"
    if character in _PICTURES or (category in ("So", "Sm") and 0x2190 <= code <= 0x2BFF) or 0x1F000 <= code <= 0x1FAFF:
        return "picture"
    return _hangul_kind(code)


def _hangul_kind(code: int) -> str:
    if 0x1100 <= code <= 0x115F or 0xA960 <= code <= 0xA97C:
        return "hangul_l"
    if 0x1160 <= code <= 0x11A7 or 0xD7B0 <= code <= 0xD7C6:
        return "hangul_v"
    if 0x11A8 <= code <= 0x11FF or 0xD7CB <= code <= 0xD7FB:
        return "hangul_t"
    if 0xAC00 <= code <= 0xD7A3:
        return "hangul_lv" if (code - 0xAC00) % 28 == 0 else "hangul_lvt"
    return "other"
