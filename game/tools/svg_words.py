"""Words in an SVG file: escaped, wrapped by a cautious guess of their width, and written as lines of text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from game.design import Colour

FONT: Final = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', system-ui, 'Segoe UI', Roboto, sans-serif"
LINE: Final = 1.32
"""Height of a line over the size of its letters."""
_NARROW: Final = frozenset("iljtfrI.,:;!|'’‘\"()[] ")
_WIDE: Final = frozenset("mwMW@%—…")
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file may hold."""


def guess_width(text: str, size: float, *, is_bold: bool = False) -> float:
    """Return about how wide a text is, a little more rather than less, whatever sans serif it is drawn with."""
    width = sum(_guess_em(char) for char in text) * size
    return width * 1.07 if is_bold else width


def wrap(text: str, size: float, width: float, *, is_bold: bool = False) -> list[str]:
    """Break a text into lines that fit the width, at blanks, or inside a word that fits no line."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if guess_width(longer, size, is_bold=is_bold) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = ""
        for char in word:
            if line and guess_width(line + char, size, is_bold=is_bold) > width:
                lines.append(line)
                line = ""
            line += char
    return [*lines, line] if line else lines


def write_words(
    lines: Iterable[str],
    x: float,
    y: float,
    size: float,
    colour: Colour,
    *,
    is_bold: bool = False,
    is_italic: bool = False,
) -> list[str]:
    """Return text elements for lines under one another.

    Args:
        lines: the words, a line each.
        x: where every line begins, in the picture's units.
        y: the top of the first line.
        size: the size of the letters; a line is `LINE` times as high.
        colour: the name of a class of the picture's style.
        is_bold: whether they are heavy.
        is_italic: whether they lean.
    """
    weight = ' font-weight="700"' if is_bold else ""
    slant = ' font-style="italic"' if is_italic else ""
    return [
        f'<text x="{x:g}" y="{y + (number + 0.5) * size * LINE + 0.34 * size:.1f}" font-size="{size:g}"{weight}{slant}'
        f' class="{colour}">{content(line)}</text>'
        for number, line in enumerate(lines)
    ]


def content(text: str) -> str:
    """Return a text as it may stand between two tags."""
    return escape(_NOT_XML.sub("", text))


def attribute(text: str) -> str:
    """Return a text as the quoted value of an attribute."""
    return quoteattr(_NOT_XML.sub("", text))


def _guess_em(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05
    if char in _NARROW:
        return 0.36
    if char in _WIDE:
        return 0.92
    return 0.7 if char.isupper() else 0.6
