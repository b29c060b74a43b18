"""Smooth rounded boxes, discs and rings in whole pixels: straight parts are filled, corners come from a small store."""

from typing import Final, NamedTuple, TypeAlias

import pygame

from game.ui.geometry import Corners

__all__ = ["PixelBox", "PixelRect", "Rgb", "ShapeStore", "fit_radii", "mix", "rgb_of"]

Rgb: TypeAlias = tuple[int, int, int]
PixelRect: TypeAlias = tuple[int, int, int, int]
"""Left, top, width, height."""

_CORNERS_KEPT: Final = 512
_FINE: Final = 8
_COARSE: Final = 4
_SEAM: Final = 0.4
"""Pixels by which a frame's corners reach under what they frame."""
_FINE_UP_TO: Final = 40
"""Corners up to this radius are drawn eight times too large and made smaller, larger ones four times."""


class PixelBox(NamedTuple):
    """A rounded rectangle: colours, the outline's thickness (inside the edge) and the four radii, clockwise."""

    fill: Rgb | None
    outline: Rgb | None
    thickness: int
    radii: tuple[int, int, int, int]


def rgb_of(colour: str) -> Rgb:
    """The three numbers of a `#RRGGBB` colour."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: Rgb, other: Rgb, share: float) -> Rgb:
    """A colour between two: 0 is the first, 1 the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def fit_radii(corners: Corners, scale: float, width: int, height: int) -> tuple[int, int, int, int]:
    """Radii in pixels, all shortened by the same part where two of them would not fit on one side."""
    radii = [max(0.0, radius) * scale for radius in corners]
    sides = ((0, 1, width), (2, 3, width), (0, 3, height), (1, 2, height))
    part = min([1.0, *(length / (radii[a] + radii[b]) for a, b, length in sides if radii[a] + radii[b] > length)])
    top_left, top_right, bottom_right, bottom_left = (int(radius * part + 0.001) for radius in radii)
    return top_left, top_right, bottom_right, bottom_left


class _CornerKey(NamedTuple):
    """A corner: its radius, the radius inside of the outline, the colours, and which of the four it is."""

    radius: int
    inner: float
    fill: Rgb | None
    outline: Rgb | None
    corner: int


class ShapeStore:
    """Draws boxes, discs and rings; keeps the corners it made."""

    def __init__(self) -> None:
        self._corners: dict[_CornerKey, pygame.Surface] = {}

    def draw_box(self, surface: pygame.Surface, rect: PixelRect, box: PixelBox) -> None:
        """Draw a rounded box; nothing where it has no area."""
        width, height = rect[2:]
        if width <= 0 or height <= 0:
            return
        thickness = min(box.thickness, (min(width, height) + 1) // 2) if box.outline is not None else 0
        outline = box.outline if thickness > 0 else None
        radii = _without_diagonals(box.radii, width, height)
        if box.fill is not None:
            self._fill_body(surface, rect, box.fill, radii)
        if outline is not None:
            self._draw_edges(surface, rect, outline, thickness, radii)
        self._draw_corners(surface, rect, radii, float(thickness), box.fill, outline)

    def draw_ring(
        self, surface: pygame.Surface, rect: PixelRect, colour: Rgb, thickness: int, radii: tuple[int, int, int, int]
    ) -> None:
        """Draw a rounded frame around something that is drawn already, closing the seam that smooth rims leave."""
        self._draw_edges(surface, rect, colour, thickness, radii)
        self._draw_corners(surface, rect, radii, thickness + _SEAM, None, colour)

    def draw_disc(self, surface: pygame.Surface, centre: tuple[int, int], radius: int, colour: Rgb) -> None:
        """Draw a filled disc of an even diameter around a point between pixels."""
        rect = (centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)
        self.draw_box(surface, rect, PixelBox(colour, None, 0, (radius, radius, radius, radius)))

    def _draw_corners(
        self,
        surface: pygame.Surface,
        rect: PixelRect,
        radii: tuple[int, int, int, int],
        thickness: float,
        fill: Rgb | None,
        outline: Rgb | None,
    ) -> None:
        x, y, width, height = rect
        for corner, radius in enumerate(radii):
            if radius > 0 and (fill is not None or outline is not None):
                piece = self._corner(_CornerKey(radius, max(0.0, radius - thickness), fill, outline, corner))
                left = x + width - radius if corner in (1, 2) else x
                top = y + height - radius if corner in (2, 3) else y
                surface.blit(piece, (left, top))

    @staticmethod
    def _fill_body(surface: pygame.Surface, rect: PixelRect, fill: Rgb, radii: tuple[int, int, int, int]) -> None:
        x, y, width, height = rect
        top_left, top_right, bottom_right, bottom_left = radii
        left, right = max(top_left, bottom_left), max(top_right, bottom_right)
        surface.fill(fill, (x + left, y, width - left - right, height))
        for start, span, top, bottom in (
            (x, left, top_left, bottom_left),
            (x + width - right, right, top_right, bottom_right),
        ):
            if span > 0:
                surface.fill(fill, (start, y + top, span, height - top - bottom))
        for start, radius, other, above in (
            (x + top_left, top_left, bottom_left, True),
            (x + bottom_left, bottom_left, top_left, False),
            (x + width - right, top_right, bottom_right, True),
            (x + width - right, bottom_right, top_right, False),
        ):
            if other > radius:
                surface.fill(fill, (start, y if above else y + height - radius, other - radius, radius))

    @staticmethod
    def _draw_edges(
        surface: pygame.Surface, rect: PixelRect, outline: Rgb, thickness: int, radii: tuple[int, int, int, int]
    ) -> None:
        x, y, width, height = rect
        top_left, top_right, bottom_right, bottom_left = radii
        surface.fill(outline, (x + top_left, y, width - top_left - top_right, thickness))
        bottom = y + height - thickness
        surface.fill(outline, (x + bottom_left, bottom, width - bottom_left - bottom_right, thickness))
        surface.fill(outline, (x, y + top_left, thickness, height - top_left - bottom_left))
        right = x + width - thickness
        surface.fill(outline, (right, y + top_right, thickness, height - top_right - bottom_right))

    def _corner(self, key: _CornerKey) -> pygame.Surface:
        piece = self._corners.get(key)
        if piece is None:
            if len(self._corners) >= _CORNERS_KEPT:
                self._corners.clear()
            piece = _make_corner(key)
            self._corners[key] = piece
        return piece


def _without_diagonals(radii: tuple[int, int, int, int], width: int, height: int) -> tuple[int, int, int, int]:
    """Radii of which the larger left and the larger right one leave a column between them that is filled at once."""
    top_left, top_right, bottom_right, bottom_left = radii
    if max(top_left, bottom_left) + max(top_right, bottom_right) <= width:
        return radii
    limit = width // 2
    return min(top_left, limit), min(top_right, limit), min(bottom_right, limit), min(bottom_left, limit)


def _make_corner(key: _CornerKey) -> pygame.Surface:
    """A quarter of a disc: the outline's colour to the edge, the fill's inside of it, nothing outside."""
    radius = key.radius
    piece = pygame.Surface((radius, radius), pygame.SRCALPHA, 32)
    if key.outline is not None:
        piece.blit(_quarter(radius, radius, key.outline, key.inner if key.fill is None else 0.0), (0, 0))
    if key.fill is not None:
        piece.blit(_quarter(radius, radius if key.outline is None else key.inner, key.fill, 0.0), (0, 0))
    return pygame.transform.flip(piece, key.corner in (1, 2), key.corner in (2, 3))


def _quarter(size: int, radius: float, colour: Rgb, hole: float) -> pygame.Surface:
    """The top left quarter of a disc around the lower right corner of a square, its rim smooth, a hole in its middle.

    Every pixel has the same red, green and blue, those outside too: else the rim would be mixed with black.
    """
    times = _FINE if size <= _FINE_UP_TO else _COARSE
    large = pygame.Surface((size * times, size * times), pygame.SRCALPHA, 32)
    large.fill((*colour, 0))
    centre = (size * times, size * times)
    if radius > 0:
        pygame.draw.circle(large, (*colour, 255), centre, round(radius * times))
    if hole > 0:
        pygame.draw.circle(large, (*colour, 0), centre, round(hole * times))
    return pygame.transform.smoothscale(large, (size, size))
