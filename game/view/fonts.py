"""The bundled fonts at pixel sizes, and the widths of text in them: the game's `Measure`."""

import math
from typing import Final

import pygame.font

from game.errors import ResourceError
from game.resources import font_path
from game.text.model import Face, TextStyle

__all__ = ["PygameMeasure", "font_pixels"]

_FILES: Final[dict[Face, str]] = {
    "text": "AtkinsonHyperlegibleNext-Regular.ttf",
    "bold": "AtkinsonHyperlegibleNext-Bold.ttf",
    "title": "Fredoka-SemiBold.ttf",
}
_WIDTHS_KEPT: Final = 20_000


def font_pixels(dp: float, scale: float) -> int:
    """The whole pixel size of a font of `dp` at a scale, halves up; at least 1."""
    return max(1, math.floor(dp * scale + 0.5))


class PygameMeasure:
    """Widths of runs in dp at one scale, by the fonts that the painter draws with."""

    def __init__(self, scale: float = 1.0) -> None:
        if not pygame.font.get_init():
            pygame.font.init()
        self.scale = scale
        self._fonts: dict[tuple[Face, int, str, bool], pygame.font.Font] = {}
        self._widths: dict[TextStyle, dict[str, float]] = {}
        self._kept = 0
        self._baselines: dict[tuple[Face, int, int], int] = {}

    def width(self, text: str, style: TextStyle, script: str, rtl: bool) -> float:
        """Width in dp of a run that is drawn in one go."""
        widths = self._widths.get(style)
        if widths is None:
            widths = self._widths.setdefault(style, {})
        width = widths.get(text)
        if width is None:
            width = self.font(style, script, rtl).size(text)[0] / self.scale
            self._keep(widths, text, width)
        return width

    def font(self, style: TextStyle, script: str = "Latn", rtl: bool = False) -> pygame.font.Font:
        """The font of a style; pygame's own one where the bundled file is missing or broken."""
        key = (style.face, font_pixels(style.size, self.scale), script, rtl)
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts.setdefault(key, _open_font(*key))
        return font

    def baseline(self, style: TextStyle, height: int) -> int:
        """How many pixels below the top of a line of that height its baseline lies: capitals stand in the middle."""
        key = (style.face, font_pixels(style.size, self.scale), height)
        baseline = self._baselines.get(key)
        if baseline is None:
            baseline = self._baselines.setdefault(key, (height + _capital_height(self.font(style)) + 1) // 2)
        return baseline

    def _keep(self, widths: dict[str, float], text: str, width: float) -> None:
        if self._kept >= _WIDTHS_KEPT:
            for kept in self._widths.values():
                kept.clear()
            self._kept = 0
        widths[text] = width
        self._kept += 1


def _open_font(face: Face, pixels: int, script: str, rtl: bool) -> pygame.font.Font:
    try:
        font = pygame.font.Font(font_path(_FILES[face]), pixels)
        # pygame 2.5.8 opens a broken file without an error and dies of a later call; only measuring says so.
        font.size("x")
    except (ResourceError, pygame.error, OSError):
        font = pygame.font.Font(None, pixels)
    if script != "Latn" or rtl:
        font.set_script(script)
        font.set_direction(pygame.DIRECTION_RTL if rtl else pygame.DIRECTION_LTR)
    return font


def _capital_height(font: pygame.font.Font) -> int:
    metrics = font.metrics("H")
    return metrics[0][3] if metrics and metrics[0] else font.get_ascent()
