"""Where a line may end: after spaces and hyphens, at a newline; not within numbers, nor before closing punctuation."""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from game.text.clusters import cluster_ends, is_plain

__all__ = ["Piece", "find_newline", "is_space", "split_pieces"]

_SPACES: Final = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
"""Spaces at which a line may end; the no-break ones (U+00A0, U+2007, U+202F) are not among them."""
_CLOSING: Final = frozenset("!?;:,.)]}»›”’%…‰°€、。，．！？）」』】：；・ー々")
_OPENING: Final = frozenset("([{«‹“‘¿¡（「『【$£#@")
_HYPHENS: Final = frozenset("-\u2010\u2013\u2014/")

_PARAGRAPHS: Final = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
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


def _word_ends(text: str, start: int, stop: int) -> list[int]:
    ends: list[int] = []
    looked_into = not is_plain(text) or any(hyphen in text for hyphen in _HYPHENS)
    for word in _WORDS.finditer(text, start, stop):
        if word.start() == word.end():
            continue
        if looked_into:
            ends += [at for at in range(word.start() + 1, word.end()) if _may_part(text, at, word.start())]
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


def _may_part(text: str, at: int, start: int) -> bool:
    """Whether a line may end inside a word, before the character at `at`."""
    before, after = text[at - 1], text[at]
    if is_space(after) or is_space(before) or after in _CLOSING or after in _HYPHENS or before in _OPENING:
        return False
    if before in _HYPHENS:
        return at - 1 > start and text[at - 2].isalpha() and after.isalpha()
    return _is_ideograph(before) or _is_ideograph(after)


@lru_cache(maxsize=1024)
def _is_ideograph(character: str) -> bool:
    """Whether lines may end on both sides of a character: ideographs, kana, emoji."""
    code = ord(character)
    if code < 0x1100 or 0xAC00 <= code <= 0xD7A3:
        return False
    return unicodedata.east_asian_width(character) == "W" and unicodedata.category(character) not in ("Ps", "Pe", "Mn")
