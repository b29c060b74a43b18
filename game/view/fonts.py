"""The bundled fonts: the widths of text in them (the game's `Measure`), and text drawn with them.

pygame's fonts set every letter on a whole pixel, which makes small text uneven. So letters are set up to four times
as large, and made smaller once they stand: gaps are true to a quarter of a pixel, at every scale alike.
"""

import json
import math
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

import pygame.font

from game.design import Letters
from game.errors import ResourceError
from game.resources import font_path
from game.text.model import Face, TextStyle

__all__ = ["Lettering", "PygameMeasure", "font_pixels"]

_EMOJI_FILE: Final = "NotoColorEmoji-Stories.ttf"
_FILES: Final[Mapping[Letters, Mapping[Face, tuple[str, ...]]]] = {
    "usual": {
        "text": ("AtkinsonHyperlegibleNext-Regular.ttf", "IBMPlexSansArabic-Regular.ttf", _EMOJI_FILE),
        "bold": ("AtkinsonHyperlegibleNext-Bold.ttf", "IBMPlexSansArabic-Bold.ttf", _EMOJI_FILE),
        "title": (
            *("Fredoka-SemiBold.ttf", "AtkinsonHyperlegibleNext-Bold.ttf", "BalooBhaijaan2-SemiBold.ttf"),
            *("IBMPlexSansArabic-Bold.ttf", _EMOJI_FILE),
        ),
    },
    "reading": {
        "text": (
            *("Lexend-Regular.ttf", "AtkinsonHyperlegibleNext-Regular.ttf", "IBMPlexSansArabic-Regular.ttf"),
            _EMOJI_FILE,
        ),
        "bold": ("Lexend-Bold.ttf", "AtkinsonHyperlegibleNext-Bold.ttf", "IBMPlexSansArabic-Bold.ttf", _EMOJI_FILE),
        "title": (
            *("Lexend-Bold.ttf", "AtkinsonHyperlegibleNext-Bold.ttf", "BalooBhaijaan2-SemiBold.ttf"),
            *("IBMPlexSansArabic-Bold.ttf", _EMOJI_FILE),
        ),
    },
}
"""The files of each face in the order in which they are asked for a character; the first is the face's own."""
_OF_SCRIPTS: Final[Mapping[str, tuple[str, ...]]] = {
    "Arab": ("BalooBhaijaan2-SemiBold.ttf", "IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-Bold.ttf"),
    "Zsye": (_EMOJI_FILE,),
}
"""Files that are asked first in a script, so that its spaces and stops come from them, too."""
_UNSEEN: Final = dict.fromkeys(map(ord, "\u200c\u200d\ufe0e\ufe0f"))
"""Joiners and variation selectors, which need no glyph."""
_BITMAP_EM: Final = 109
"""Pixels of a font size that the bitmaps of the emoji are made for."""
_CAPITALS: Final = 0.668
"""Height of the text face's capitals, in ems: emoji stand as high beside them as other letters."""
_WIDTHS_KEPT: Final = 20_000
_FINE_ENOUGH: Final = 72
"""Pixels of a font in which letters stand evenly."""
_FINEST: Final = 4
_WIDEST: Final = 32_000
"""Pixels of the large drawing; pygame dies of surfaces that are much wider."""


def font_pixels(dp: float, scale: float) -> int:
    """The whole pixel size of a font of `dp` at a scale, halves up; at least 1."""
    return max(1, math.floor(dp * scale + 0.5))


class Lettering(NamedTuple):
    """A face, script and direction at a pixel size, drawn with a font that is `times` as large."""

    font: pygame.font.Font
    times: int
    above: int
    """Rows of the large drawing that are added above it, so that its baseline falls between two pixels."""
    rise: int
    """Pixels from the top of a drawing to its baseline."""
    capitals: float
    """Height of capital letters in pixels."""

    shrink: float = 1.0
    """How much smaller than the font draws it the text is, for fonts of pictures in one size."""

    def draw(self, text: str, colour: tuple[int, int, int]) -> pygame.Surface:
        """The text in a colour on a clear ground, its baseline `rise` pixels below the top.

        What is wider than any screen is cut off; joiners and marks that have no width of their own show nothing.
        """
        try:
            large = self.font.render(self._cut(text), True, colour)
        except pygame.error:
            return pygame.Surface((1, 1), pygame.SRCALPHA, 32)
        if self.shrink != 1.0:
            size = (math.ceil(large.get_width() * self.shrink), math.ceil(large.get_height() * self.shrink))
            return pygame.transform.smoothscale(large, (max(1, size[0]), max(1, size[1])))
        if self.times == 1:
            return large
        width = -(-large.get_width() // self.times)
        height = -(-(large.get_height() + self.above) // self.times)
        ground = pygame.Surface((width * self.times, height * self.times), pygame.SRCALPHA, 32)
        ground.fill((*colour, 0))
        large.set_alpha(None)
        ground.blit(large, (0, self.above))
        return pygame.transform.smoothscale(ground, (width, height))

    def width(self, text: str) -> float:
        """How many pixels of a line the text takes."""
        return self.font.size(text)[0] * self.shrink / self.times

    def _cut(self, text: str) -> str:
        while (width := self.font.size(text)[0]) > _WIDEST and len(text) > 1:
            text = text[: max(1, len(text) * _WIDEST // width)]
        return text


class PygameMeasure:
    """Widths of runs in dp at one scale, by the letterings that the painter draws with; it chooses fonts, too."""

    def __init__(self, scale: float = 1.0, *, letters: Letters = "usual") -> None:
        if not pygame.font.get_init():
            pygame.font.init()
        self.scale = scale
        self.letters: Letters = letters
        self._letterings: dict[tuple[Face, int, str, bool, str], Lettering] = {}
        self._widths: dict[tuple[TextStyle, str, bool], dict[str, float]] = {}
        self._kept = 0

    def width(self, text: str, style: TextStyle, script: str, rtl: bool) -> float:
        """Width in dp of a run that is drawn in one go, in the font that is chosen for it."""
        key = (style, script, rtl)
        widths = self._widths.get(key)
        if widths is None:
            widths = self._widths.setdefault(key, {})
        width = widths.get(text)
        if width is None:
            font = "" if text.isascii() and script == "Latn" else self.font_for(text, style, script) or ""
            lettering = self.lettering(style.face, font_pixels(style.size, self.scale), script, rtl, font)
            width = lettering.width(text) / self.scale
            self._keep(widths, text, width)
        return width

    def files(self, face: Face) -> tuple[str, ...]:
        """The files that a face is drawn with, its own first."""
        return _FILES[self.letters][face]

    def font_for(self, text: str, style: TextStyle, script: str) -> str | None:
        """The first bundled font with all characters of a text; empty for the face's own, None where there is none."""
        needed = set(text.translate(_UNSEEN))
        for file in _files_of(self.letters, style.face, script):
            if needed <= _characters_of(file) or _composed(text) <= _characters_of(file):
                return "" if file == _FILES[self.letters][style.face][0] else file
        return None

    def lettering(self, face: Face, pixels: int, script: str = "Latn", rtl: bool = False, font: str = "") -> Lettering:
        """The lettering of a pixel size; of pygame's own font where the bundled file is missing or broken."""
        key = (face, pixels, script, rtl, font)
        lettering = self._letterings.get(key)
        if lettering is None:
            file = font or _FILES[self.letters][face][0]
            lettering = self._letterings.setdefault(key, _open_lettering(file, pixels, script, rtl))
        return lettering

    def _keep(self, widths: dict[str, float], text: str, width: float) -> None:
        if self._kept >= _WIDTHS_KEPT:
            for kept in self._widths.values():
                kept.clear()
            self._kept = 0
        widths[text] = width
        self._kept += 1


def _open_lettering(file: str, pixels: int, script: str, rtl: bool) -> Lettering:
    if file == _EMOJI_FILE:
        return _open_pictures(file, pixels, rtl)
    times = min(_FINEST, max(1, math.ceil(_FINE_ENOUGH / pixels)))
    font = _open_font(file, pixels * times)
    _set_direction(font, script, rtl)
    ascent = font.get_ascent()
    above = -ascent % times
    metrics = font.metrics("H")
    capitals = metrics[0][3] if metrics and metrics[0] else ascent
    return Lettering(font, times, above, (ascent + above) // times, capitals / times)


def _open_pictures(file: str, pixels: int, rtl: bool) -> Lettering:
    font = _open_font(file, _BITMAP_EM)
    _set_direction(font, "Zsye", rtl)
    shrink = pixels / _BITMAP_EM
    return Lettering(font, 1, 0, math.floor(font.get_ascent() * shrink + 0.5), pixels * _CAPITALS, shrink)


def _set_direction(font: pygame.font.Font, script: str, rtl: bool) -> None:
    if script != "Latn" or rtl:
        font.set_script(script)
        font.set_direction(pygame.DIRECTION_RTL if rtl else pygame.DIRECTION_LTR)


def _open_font(file: str, pixels: int) -> pygame.font.Font:
    try:
        font = pygame.font.Font(font_path(file), pixels)
        # pygame 2.5.8 opens a broken file without an error and dies of a later call; only measuring says so.
        font.size("x")
    except (ResourceError, pygame.error, OSError):
        return pygame.font.Font(None, pixels)
    return font


@cache
def _files_of(letters: Letters, face: Face, script: str) -> tuple[str, ...]:
    first = _OF_SCRIPTS.get(script, ())
    return tuple(sorted(_FILES[letters][face], key=lambda file: file not in first))


def _composed(text: str) -> set[str]:
    """The characters of a text with letters and their marks as one where Unicode has such a one."""
    return set(unicodedata.normalize("NFC", text).translate(_UNSEEN))


@cache
def _characters_of(file: str) -> frozenset[str]:
    return frozenset(chr(code) for first, last in _coverage().get(file, ()) for code in range(first, last + 1))


@cache
def _coverage() -> dict[str, list[tuple[int, int]]]:
    try:
        coverage: dict[str, list[tuple[int, int]]] = json.loads(font_path("coverage.json").read_text("utf-8"))
    except (ResourceError, OSError, ValueError):
        return {}
    return coverage
