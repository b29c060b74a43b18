"""How much room words take on a slide, guessed on the large side: what is guessed to fit never runs over the edge."""

import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import Final

from lessons.document import Run, Text, runs

LINE: Final = 1.22
"""Height of a line against the size of its letters."""
_NARROW = frozenset("iljtfrI.,:;!|'’‘()[] ")
_WIDE = frozenset("mwMW%@—…QGO&#ÆæŒœŴŵĲ¼½¾سشصض")
_USUAL: Final = ((0x0250, 0.65), (0x0530, 0.8), (0x0620, 0.75), (0x0780, 0.68))
"""Widths of usual letters up to a character's number: Latin, Greek and Cyrillic, Hebrew, Arabic (joined)."""


@lru_cache(maxsize=4096)
def letter_width(letter: str) -> float:
    """Width of a letter against its size, as usual letters have it and a little more; marks take none."""
    if letter in _NARROW:
        return 0.42
    if letter in _WIDE:
        return 1.05
    category = unicodedata.category(letter)
    if category in ("Mn", "Me", "Cf"):
        return 0.0
    if category == "So":
        return 1.35
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return 1.06
    usual = next((width for end, width in _USUAL if ord(letter) < end), 0.9)
    return usual + 0.18 if category == "Lu" else usual


def text_width(text: str, size: float) -> float:
    """Width of a text on one line, in the unit of `size`."""
    return sum(map(letter_width, text)) * size


def line_ends(text: str, width: float, size: float) -> list[int]:
    """Where the lines of a text end, as numbers of characters; a word wider than a line is broken."""
    ends: list[int] = []
    start = space = 0
    used = 0.0
    for at, letter in enumerate(text):
        if letter == "\n":
            ends.append(at + 1)
            start = space = at + 1
            used = 0.0
            continue
        wide = letter_width(letter) * size
        if used + wide > width and at > start and letter != " ":
            end = space if space > start else at
            ends.append(end)
            start = space = end
            used = text_width(text[end:at], size)
        used += wide
        if letter in " -/":
            space = at + 1
    ends.append(len(text))
    return ends


def line_count(text: str, width: float, size: float) -> int:
    """How many lines a text takes; an empty one takes one."""
    return len(line_ends(text, width, size))


def longest_line(text: str, width: float, size: float) -> float:
    """Width of the longest line of a text that is set in lines no wider than `width`."""
    start, longest = 0, 0.0
    for end in line_ends(text, width, size):
        # Only a space may hang over the end of a line (`line_ends`): a no-break or a wide one takes its room there.
        longest = max(longest, text_width(text[start:end].rstrip(" \n"), size))
        start = end
    return min(width, longest)


def cut(text: Text, at: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """A text cut in two after so many characters; spaces at the cut are dropped."""
    first: list[Run] = []
    second: list[Run] = []
    for run in runs(text):
        here = max(0, min(len(run.text), at))
        at -= len(run.text)
        for side, piece in ((first, run.text[:here]), (second, run.text[here:])):
            if piece:
                side.append(replace(run, text=piece))
    if first:
        last = first[-1]
        first[-1] = replace(last, text=last.text.rstrip())
    return tuple(first), tuple(second)
