"""Where a line may end: after spaces and hyphens, at a newline, and inside words where their script allows it.

Inside words the rules are those of Unicode's annex 14, with closer ties for hyphens, slashes and numbers. Thai, which
leaves no spaces between words, is parted where U+200B stands, and between syllables in a text that has none.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from game.text.clusters import cluster_ends, is_plain

__all__ = ["Piece", "find_newline", "is_space", "split_pieces"]

_SPACES: Final = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
"""Spaces at which a line may end; the no-break ones (U+00A0, U+2007, U+202F) are not among them."""
_CLOSING: Final = frozenset("!?;:,.)]}»›”’%…‰°€、。，．！？）」』】：；・ー々")
_OPENING: Final = frozenset("([{«‹“‘¿¡（「『【$£#@")
_HYPHENS: Final = frozenset("-\u2010\u2013\u2014/")

_DASH: Final = "\u2014"
_WORD_MARK: Final = "\u200b"
"""Stands between the words of scripts that leave no spaces; a text that has it is parted nowhere else in them."""

_PARAGRAPHS: Final = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_UNBROKEN: Final = (
    "[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u034e\u0370-\u0373\u0388-\u0482\u048a-\u052f\u05d0-\u05ea"
    "\u05b0-\u05bd\u0620-\u065f\u0660-\u0669\u0670-\u06d3]*[!?:;,.\u060c\u061b\u061f\u2026]*"
    f"[{_SPACES}]*"
)
"""A word in a script that parts words at spaces only; most words are such."""
_WORDS: Final = re.compile(f"[^{_SPACES}]*[{_SPACES}]*")


class Piece(NamedTuple):
    """A part of the text, `start` to `end`, that stays on one line where it fits; from `ink_end` on it is spaces.

    `forced` says that a new line begins after it whatever room is left.
    """

    start: int
    ink_end: int
    end: int
    forced: bool


def is_space(character: str) -> bool:
    """Whether a line may end at this character, and it may hang over the edge."""
    return character in _SPACES


def find_newline(text: str, start: int) -> int:
    """Index of the next newline from `start` on, or the length of the text."""
    newline = _PARAGRAPHS.search(text, start)
    return newline.start() if newline else len(text)


def split_pieces(text: str) -> list[Piece]:
    """The pieces of a text in order, none empty, without gaps. The last is never forced."""
    allowed = None if is_plain(text) else frozenset(cluster_ends(text))
    pieces: list[Piece] = []
    start = 0
    for newline in _PARAGRAPHS.finditer(text):
        _append_paragraph(pieces, text, start, newline.start(), newline.end(), allowed)
        start = newline.end()
    _append_paragraph(pieces, text, start, len(text), len(text), allowed)
    if pieces and pieces[-1].forced:
        pieces[-1] = pieces[-1]._replace(forced=False)
    return pieces


def _append_paragraph(
    pieces: list[Piece], text: str, start: int, ink_end: int, end: int, allowed: frozenset[int] | None
) -> None:
    if start == end:
        return
    ends = [at for at in _word_ends(text, start, ink_end) if allowed is None or at in allowed]
    ends = [at for at in ends if at < ink_end and not _is_bound(text, start, at, ink_end)]
    for stop in [*ends, ink_end]:
        pieces.append(Piece(start, start + len(text[start:stop].rstrip(_SPACES)), stop, False))
        start = stop
    pieces[-1] = pieces[-1]._replace(end=end, forced=end > ink_end)


@cache
def _unbroken() -> re.Pattern[str]:
    # Made once there is a text to look into.
    return re.compile(_UNBROKEN)


def _find_breaks(text: str, start: int, end: int) -> Iterable[int]:
    # Plain text does without.
    from game.text.line_break import find_breaks

    return find_breaks(text, start, end, words_marked=_WORD_MARK in text)


def _word_ends(text: str, start: int, stop: int) -> list[int]:
    ends: list[int] = []
    plain = is_plain(text)
    looked_into = not plain or any(hyphen in text for hyphen in _HYPHENS)
    for word in _WORDS.finditer(text, start, stop):
        if word.start() == word.end():
            continue
        if looked_into and _unbroken().fullmatch(text, word.start(), word.end()) is None:
            places = range(word.start() + 1, word.end()) if plain else _find_breaks(text, word.start(), word.end())
            ends += [at for at in places if _may_part(text, at, word.start())]
        ends.append(word.end())
    return ends


def _is_bound(text: str, start: int, at: int, stop: int) -> bool:
    """Whether what is around a space belongs together: "Ah !", "« Ah", "nice :)", spaces at the very start."""
    if not is_space(text[at - 1]):
        return False
    ink = at - 1
    while ink > start and is_space(text[ink]):
        ink -= 1
    if is_space(text[ink]) or text[ink] in "«‹":
        return True
    if text[at] in _CLOSING:
        word = _WORDS.match(text, at, stop)
        if word is not None and all(character in _CLOSING for character in word.group().rstrip(_SPACES)):
            return True
    return False


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")


def _may_part(text: str, at: int, start: int) -> bool:
    """Whether a line may end inside a word, before the character at `at`."""
    before, after = text[at - 1], text[at]
    if _DASH in (before, after) and _is_wide(after if before == _DASH else before):
        return True
    if is_space(after) or is_space(before) or after in _CLOSING or after in _HYPHENS or before in _OPENING:
        return False
    if before in _HYPHENS:
        return at - 1 > start and text[at - 2].isalpha() and after.isalpha()
    return not is_plain(before + after)
