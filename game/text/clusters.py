"""Grapheme clusters: what a reader takes for one character, and what no line break and no ellipsis may take apart.

The rules are those of Unicode's annex 29 ("extended grapheme clusters") as far as chats need them: combining marks,
emoji joined by ZWJ, variation selectors, skin tones, keycaps, flags, Hangul syllables and CR LF stay whole.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

__all__ = ["cluster_ends", "is_plain", "iter_clusters"]

_PLAIN: Final = re.compile("[\n\x20-\u02ff\u2010-\u2027\u2030-\u203b\u20a0-\u20bf]*")
"""Characters that never join with their neighbours; most chat lines hold nothing else."""

_SIMPLE: Final = (
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f\u05d0-\u05ea\u060c-\u060f"
    "\u061b\u061d-\u064a\u0660-\u066f\u0671-\u06d5\u06ee-\u06ff\u2010-\u2027\u2030-\u203b\u20a0-\u20bf\u3001-\u3029"
    "\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff\uff01-\uff60][\u0300-\u036f\u05b0-\u05bd\u064b-\u065f\u0670]*"
)
"""A letter of a script without further joining, and its marks."""

_ZWNJ: Final = "\u200c"
_EXTENDING_LETTERS: Final = frozenset("\u0e33\u0eb3\uff9e\uff9f")
_PREPENDED: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
_LINKERS: Final = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d")
_INDIC_CONSONANTS: Final = (
    *((0x0915, 0x0939), (0x0958, 0x095F), (0x0978, 0x097F), (0x0995, 0x09B9), (0x09DC, 0x09DF), (0x09F0, 0x09F1)),
    *((0x0A95, 0x0AB9), (0x0AF9, 0x0AF9), (0x0B15, 0x0B39), (0x0B5C, 0x0B5F), (0x0B71, 0x0B71)),
    *((0x0C15, 0x0C39), (0x0C58, 0x0C5A), (0x0D15, 0x0D3A)),
)
"""Of Devanagari, Bengali, Gujarati, Oriya, Telugu and Malayalam."""
_PICTURES: Final = frozenset("\u00a9\u00ae\u203c\u2049\u2122\u2139\u3030\u303d\u3297\u3299")


def is_plain(text: str) -> bool:
    """Whether every character of the text is a cluster of its own, told without looking at each."""
    return _PLAIN.fullmatch(text) is not None


def cluster_ends(text: str) -> list[int]:
    """The index after each cluster, ascending; the last is the length of the text. None for an empty text."""
    if is_plain(text):
        return list(range(1, len(text) + 1))
    simple, simple_text = _simple_patterns()
    if simple_text.fullmatch(text) is not None:
        return [cluster.end() for cluster in simple.finditer(text)]
    ends: list[int] = []
    flags = 0
    picture = False
    conjunct = ""
    for index in range(1, len(text)):
        before, after = _kind(text[index - 1]), _kind(text[index])
        flags = flags + 1 if before == "flag" else 0
        picture = before == "picture" or (picture and before in ("extend", "zwj"))
        conjunct = _follow_conjunct(conjunct, text[index - 1], before)
        if conjunct == "linked" and _indic_block(text[index]) and before != "control":
            continue
        if not _sticks(before, after, odd_flags=flags % 2 == 1, after_picture=picture):
            ends.append(index)
    return [*ends, len(text)]


def iter_clusters(text: str) -> Iterator[str]:
    """The clusters of a text in order; joined they are the text."""
    start = 0
    for end in cluster_ends(text):
        yield text[start:end]
        start = end


@cache
def _simple_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    # Not made where only plain text is shown, which is what starts fastest.
    return re.compile(_SIMPLE), re.compile(f"(?:{_SIMPLE})*")


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


def _follow_conjunct(state: str, character: str, kind: str) -> str:
    """Where in an Indic conjunct a character leaves us: after its "base", "linked" by a virama, or nowhere (GB9c)."""
    if _indic_block(character):
        return "base"
    if state and character in _LINKERS:
        return "linked"
    return state if kind in ("extend", "zwj") and character != _ZWNJ else ""


@lru_cache(maxsize=1024)
def _indic_block(character: str) -> bool:
    """Whether a character is a consonant of a script whose viramas join consonants."""
    code = ord(character)
    return any(first <= code <= last and unicodedata.category(character) == "Lo" for first, last in _INDIC_CONSONANTS)


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
