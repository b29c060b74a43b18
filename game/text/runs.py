"""From characters to runs that a shaper draws in one go: one script, one direction, one font, nothing undrawable."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeAlias

from game.text.clusters import cluster_ends, is_plain
from game.text.segments import Segment

__all__ = [
    "ChooseFont",
    "Item",
    "arrange",
    "clip_segments",
    "drawable",
    "find_segments",
    "is_joined",
]

ChooseFont: TypeAlias = Callable[[str, str], str | None]
"""From a text and its script to the first font that has all of it; None where there is none."""

_UNDRAWABLE: Final = "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"


_JOINS_NOTHING: Final = "\u0621\u0674\u06d5"
_JOINS_BEFORE_ONLY: Final = frozenset(
    "\u0622\u0623\u0624\u0625\u0627\u0629\u062f\u0630\u0631\u0632\u0648\u0671\u0672\u0673\u0675\u0676\u0677"
    "\u06c0\u06c3\u06c4\u06c5\u06c6\u06c7\u06c8\u06c9\u06ca\u06cb\u06cd\u06cf\u06d2\u06d3\u06ee\u06ef"
) | frozenset(map(chr, range(0x0688, 0x069A)))
"""Arabic letters that never join with the letter after them (Joining_Type R)."""


class Item(NamedTuple):
    """What is drawn in one go; `text` is in logical order."""

    text: str
    script: str
    level: int
    font: str


def drawable(text: str) -> str:
    """The text as it can be drawn: tabs as spaces, lone surrogates as U+FFFD, control characters left out."""
    if text.isascii() and text.isprintable():
        return text
    return re.sub(_UNDRAWABLE, _stand_in, text)


def is_joined(text: str, at: int) -> bool:
    """Whether the letters before and after a place are written as one, as most of Arabic's are."""
    if not 0 < at < len(text) or not "\u0620" <= text[at] <= "\u06ff" or text[at - 1] == " ":
        return False
    before = at - 1
    while before > 0 and unicodedata.category(text[before]) == "Mn":
        before -= 1
    if not _is_arabic_letter(text[at]):
        return False
    return _is_arabic_letter(text[before]) and text[before] not in _JOINS_BEFORE_ONLY


def find_segments(text: str, *, rtl: bool, choose: ChooseFont | None) -> list[Segment]:
    """The parts of a text in logical order, without gaps; `rtl` is the direction of its paragraphs."""
    if not text:
        return []
    if not rtl and is_plain(text):
        found = [Segment(0, len(text), "Latn", 0, "")]
        return found if choose is None or text.isascii() else _with_fonts(text, found, choose)
    # Text in one direction and in plain letters loads no more than it needs.
    from game.text.itemising import split_by_script

    found = split_by_script(text, rtl=rtl)
    return found if choose is None else _with_fonts(text, found, choose)


def clip_segments(segments: Sequence[Segment], start: int, end: int) -> list[Segment]:
    """The segments between two places, the outer ones cut there."""
    if start >= end:
        return []
    if len(segments) == 1:
        return [segments[0]._replace(start=start, end=end)]
    first = bisect_right(segments, start, key=lambda segment: segment.start) - 1
    found = []
    for segment in segments[first:]:
        if segment.start >= end:
            break
        if segment.start < start or segment.end > end:
            # Not `_replace`, which is slow: every word of a text in two directions comes through here.
            cut = (max(start, segment.start), min(end, segment.end))
            segment = Segment(*cut, segment.script, segment.level, segment.font)
        found.append(segment)
    return found


def arrange(items: Sequence[Item]) -> list[Item]:
    """The items of one line, which come in logical order, as they stand from left to right."""
    if len(items) < 2 or not any(item.level for item in items):
        return list(items)
    from game.text.bidi import order_runs

    return [items[index] for index in order_runs([item.level for item in items])]


def _with_fonts(text: str, segments: Sequence[Segment], choose: ChooseFont) -> list[Segment]:
    found: list[Segment] = []
    for segment in segments:
        font = choose(drawable(text[segment.start : segment.end]), segment.script)
        if font is not None:
            found.append(segment._replace(font=font))
        else:
            found += _split_by_font(text, segment, choose)
    return found


def _split_by_font(text: str, segment: Segment, choose: ChooseFont) -> list[Segment]:
    found: list[Segment] = []
    at = segment.start
    before = ""
    for end in cluster_ends(text[segment.start : segment.end]):
        end += segment.start
        cluster = drawable(text[at:end])
        font = choose(cluster, segment.script) or ""
        # What two fonts can draw, such as a space, stays with what stands before it.
        if found and (found[-1].font == font or choose(before + cluster, segment.script) == found[-1].font):
            found[-1] = found[-1]._replace(end=end)
        else:
            found.append(segment._replace(start=at, end=end, font=font))
        at, before = end, cluster
    return found


def _is_arabic_letter(character: str) -> bool:
    return "\u0620" <= character <= "\u06ff" and character.isalpha() and character not in _JOINS_NOTHING


def _stand_in(match: re.Match[str]) -> str:
    character = match.group()
    if character == "\t":
        return " "
    return "\ufffd" if "\ud800" <= character <= "\udfff" else ""
