"""The bundled fonts: the widths of text in them (the game's `Measure`), and text drawn with them.

pygame's fonts set every letter on a whole pixel, which makes small text uneven. So letters are set up to four times
as large, and made smaller once they stand: gaps are true to a quarter of a pixel, at every scale alike.
"""

import math
from typing import Final, NamedTuple

import pygame.font

from game.errors import ResourceError
from game.resources import font_path
from game.text.model import Face, TextStyle

__all__ = ["Lettering", "PygameMeasure", "font_pixels"]

_FILES: Final[dict[Face, str]] = {
    "text": "AtkinsonHyperlegibleNext-Regular.ttf",
    "bold": "AtkinsonHyperlegibleNext-Bold.ttf",
    "title": "Fredoka-SemiBold.ttf",
}
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

    def draw(self, text: str, colour: tuple[int, int, int]) -> pygame.Surface:
        """The text in a colour on a clear ground, its baseline `rise` pixels below the top.

        What is wider than any screen is cut off; joiners and marks that have no width of their own show nothing.
        """
        try:
            large = self.font.render(self._cut(text), True, colour)
        except pygame.error:
            return pygame.Surface((1, 1), pygame.SRCALPHA, 32)
        if self.times == 1:
            return large
        width = -(-large.get_width() // self.times)
        height = -(-(large.get_height() + self.above) // self.times)
        ground = pygame.Surface((width * self.times, height * self.times), pygame.SRCALPHA, 32)
        ground.fill((*colour, 0))
        large.set_alpha(None)
        ground.blit(large, (0, self.above))
        return pygame.transform.smoothscale(ground, (width, height))

    def _cut(self, text: str) -> str:
        while (width := self.font.size(text)[0]) > _WIDEST and len(text) > 1:
            text = text[: max(1, len(text) * _WIDEST // width)]
        return text


class PygameMeasure:
    """Widths of runs in dp at one scale, by the letterings that the painter draws with."""

    def __init__(self, scale: float = 1.0) -> None:
        if not pygame.font.get_init():
            pygame.font.init()
        self.scale = scale
        self._letterings: dict[tuple[Face, int, str, bool], Lettering] = {}
        self._widths: dict[TextStyle, dict[str, float]] = {}
        self._kept = 0

    def width(self, text: str, style: TextStyle, script: str, rtl: bool) -> float:
        """Width in dp of a run that is drawn in one go."""
        widths = self._widths.get(style)
        if widths is None:
            widths = self._widths.setdefault(style, {})
        width = widths.get(text)
        if width is None:
            lettering = self.lettering(style.face, font_pixels(style.size, self.scale), script, rtl)
            width = lettering.font.size(text)[0] / lettering.times / self.scale
            self._keep(widths, text, width)
        return width

    def lettering(self, face: Face, pixels: int, script: str = "Latn", rtl: bool = False) -> Lettering:
        """The lettering of a pixel size; of pygame's own font where the bundled file is missing or broken."""
        key = (face, pixels, script, rtl)
        lettering = self._letterings.get(key)
        if lettering is None:
            lettering = self._letterings.setdefault(key, _open_lettering(*key))
        return lettering

    def _keep(self, widths: dict[str, float], text: str, width: float) -> None:
        if self._kept >= _WIDTHS_KEPT:
            for kept in self._widths.values():
                kept.clear()
            self._kept = 0
        widths[text] = width
        self._kept += 1


def _open_lettering(face: Face, pixels: int, script: str, rtl: bool) -> Lettering:
    times = min(_FINEST, max(1, math.ceil(_FINE_ENOUGH / pixels)))
    font = _open_font(face, pixels * times)
    if script != "Latn" or rtl:
        font.set_script(script)
        font.set_direction(pygame.DIRECTION_RTL if rtl else pygame.DIRECTION_LTR)
    ascent = font.get_ascent()
    above = -ascent % times
    metrics = font.metrics("H")
    capitals = metrics[0][3] if metrics and metrics[0] else ascent
    return Lettering(font, times, above, (ascent + above) // times, capitals / times)


def _open_font(face: Face, pixels: int) -> pygame.font.Font:
    try:
        font = pygame.font.Font(font_path(_FILES[face]), pixels)
        # pygame 2.5.8 opens a broken file without an error and dies of a later call; only measuring says so.
        font.size("x")
    except (ResourceError, pygame.error, OSError):
        return pygame.font.Font(None, pixels)
    return font
