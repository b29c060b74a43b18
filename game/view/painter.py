"""From a display tree to pixels: boxes, text, pictures, typing dots, scroll thumbs, fading, the focus ring."""

import math
from collections.abc import Callable
from typing import Final, NamedTuple

import pygame

from game.design import FOCUS_LINE, FOCUS_RING, PALETTES, Colour, Theme
from game.text.model import Face, TextLayout
from game.ui.geometry import Corners
from game.ui.tree import Box, DisplayTree, Node, Picture, Scroll
from game.view.fonts import PygameMeasure, font_pixels
from game.view.pictures import POINTING_PICTURES, PictureKey, PictureStore
from game.view.shapes import PixelBox, PixelRect, Rgb, ShapeStore, fit_radii, mix, rgb_of
from game.view.store import SurfaceStore
from game.view.thumb import place_thumb

__all__ = ["OVERHANG", "Painter"]

OVERHANG: Final = 64.0
"""How far (dp) children may stick out of their parent and are still drawn where the parent is out of sight."""

_TEXT_BYTES: Final = 8 * 1024 * 1024
_DOT: Final = 9.0
_DOT_STEP: Final = 15.0
_DOT_LIFT: Final = 4.0
_PLAIN_RING: Final = 8.0
"""Radius of the focus ring around a node without a box."""
_SAME: Final = 0.01


class _TextKey(NamedTuple):
    text: str
    face: Face
    pixels: int
    script: str
    rtl: bool
    font: str
    colour: Rgb


class _Ring(NamedTuple):
    rect: PixelRect
    clip: pygame.Rect
    corners: Corners


class Painter:
    """Paints display trees at one scale (pixels per dp), and keeps what it has drawn for the next frame.

    A node's pixels are counted from its parent's, so that what is in a bubble never shifts within it while the bubble
    moves; an edge that lies on the parent's edge stays on it.
    """

    def __init__(
        self, scale: float = 1.0, *, measure: PygameMeasure | None = None, report: Callable[[str], None] | None = None
    ) -> None:
        """`measure` shares fonts with the layout; `report` hears once of each picture that cannot be drawn."""
        self.scale = scale
        self._measure = measure if measure is not None and measure.scale == scale else PygameMeasure(scale)
        self._shapes = ShapeStore()
        self._pictures = PictureStore(self._measure, report)
        self._texts: SurfaceStore[_TextKey] = SurfaceStore(
            self._render_text, limit=round(_TEXT_BYTES * max(1.0, scale))
        )
        self._colours: dict[Colour, Rgb] = {}
        self._theme: Theme | None = None
        self._focus = ""
        self._rtl = False
        self._ring: _Ring | None = None
        self._frame: tuple[PixelRect, PixelBox] | None = None
        self._overhang = math.ceil(OVERHANG * scale)

    def paint(self, tree: DisplayTree, theme: Theme, surface: pygame.Surface) -> None:
        """Paint the whole tree over the whole surface."""
        if theme != self._theme:
            self._colours = {name: rgb_of(value) for name, value in PALETTES[theme].items()}
            self._theme = theme
        self._focus = tree.focus if tree.focus_visible else ""
        self._rtl = tree.rtl
        self._ring = self._frame = None
        whole = surface.get_rect()
        surface.set_clip(None)
        surface.fill(self._colours["ground"])
        self._paint_node(surface, tree.root, self._place(tree.root, (0, 0, -1, -1), (-1.0, -1.0), 0), whole)
        surface.set_clip(None)
        if self._ring is not None:
            self._draw_ring(surface, self._ring)
            surface.set_clip(None)

    def _place(self, node: Node, parent: PixelRect, parent_size: tuple[float, float], dy: int) -> PixelRect:
        scale = self.scale
        x, y, width, height = node.rect
        left = math.floor(x * scale + 0.5)
        top = math.floor(y * scale + 0.5)
        at_right = abs(x + width - parent_size[0]) < _SAME
        at_bottom = abs(y + height - parent_size[1]) < _SAME
        right = parent[2] if at_right else math.floor((x + width) * scale + 0.5)
        bottom = parent[3] if at_bottom else math.floor((y + height) * scale + 0.5)
        return parent[0] + left, parent[1] + top - dy, right - left, bottom - top

    def _paint_node(self, surface: pygame.Surface, node: Node, rect: PixelRect, clip: pygame.Rect) -> None:
        if node.opacity < 1.0:
            self._paint_faded(surface, node, rect, clip)
        else:
            self._paint_whole(surface, node, rect, clip)

    def _paint_whole(self, surface: pygame.Surface, node: Node, rect: PixelRect, clip: pygame.Rect) -> None:
        if node.name and node.name == self._focus:
            corners = node.box.corners if node.box is not None else Corners.all(_PLAIN_RING)
            if node.picture is not None and node.picture.disc:
                corners = Corners.all(max(node.rect.width, node.rect.height))
            self._ring = _Ring(rect, clip, corners)
        box: PixelBox | None = None
        if rect[2] > 0 and rect[3] > 0 and clip.colliderect(rect):
            surface.set_clip(clip)
            if node.box is not None:
                box = self._pixel_box(node.box, rect)
                self._shapes.draw_box(surface, rect, box)
            if node.picture is not None:
                self._draw_picture(surface, node.picture, rect)
            if node.text is not None:
                self._draw_text(surface, node.text, self._colours[node.colour], rect, clip)
            if node.dots is not None:
                self._draw_dots(surface, node.dots.phase, rect)
        if node.children or node.scroll is not None:
            around = self._frame
            self._frame = (rect, box) if box is not None else around
            self._paint_children(surface, node, rect, clip)
            self._frame = around

    def _paint_children(self, surface: pygame.Surface, node: Node, rect: PixelRect, clip: pygame.Rect) -> None:
        inner = clip.clip(rect) if node.clip else clip
        if inner.width == 0 or inner.height == 0:
            return
        dy = math.floor(node.scroll.offset * self.scale + 0.5) if node.scroll is not None else 0
        size = (node.rect.width, node.rect.height)
        if node.scroll is not None:
            size = (node.rect.width, -1.0)
        near = inner.inflate(2 * self._overhang, 2 * self._overhang)
        for child in node.children:
            place = self._place(child, rect, size, dy)
            if place[2] <= 0 or place[3] <= 0 or near.colliderect(place):
                self._paint_node(surface, child, place, inner)
        if node.scroll is not None:
            surface.set_clip(inner)
            self._draw_thumb(surface, node.scroll, rect)

    def _paint_faded(self, surface: pygame.Surface, node: Node, rect: PixelRect, clip: pygame.Rect) -> None:
        alpha = round(max(0.0, node.opacity) * 255)
        if alpha == 0:
            return
        if node.box is not None and node.box.fill is not None and _is_plain(node):
            area = clip.clip(rect)
            veil = pygame.Surface(area.size)
            veil.fill(self._colours[node.box.fill])
        else:
            over = self._overhang if node.children and not node.clip else 0
            area = clip.clip(pygame.Rect(rect).inflate(2 * over, 2 * over))
            veil = pygame.Surface(area.size, pygame.SRCALPHA, 32)
            moved = (rect[0] - area.x, rect[1] - area.y, rect[2], rect[3])
            ring, around = self._ring, self._frame
            self._frame = None
            self._paint_whole(veil, node, moved, veil.get_rect())
            self._frame = around
            if self._ring is not ring and self._ring is not None:
                found = self._ring
                x, y, width, height = found.rect
                self._ring = _Ring(
                    (x + area.x, y + area.y, width, height), found.clip.move(area.topleft), found.corners
                )
        veil.set_alpha(alpha)
        surface.set_clip(clip)
        surface.blit(veil, area)

    def _pixel_box(self, box: Box, rect: PixelRect) -> PixelBox:
        return PixelBox(
            fill=None if box.fill is None else self._colours[box.fill],
            outline=None if box.outline is None else self._colours[box.outline],
            thickness=max(1, math.floor(box.outline_width * self.scale + 0.5)),
            radii=fit_radii(box.corners, self.scale, rect[2], rect[3]),
        )

    def _draw_picture(self, surface: pygame.Surface, picture: Picture, rect: PixelRect) -> None:
        tint = self._colours[picture.tint] if picture.tint is not None else None
        stand_in = (self._colours["them"], self._colours["ink"])
        flipped = self._rtl and picture.name in POINTING_PICTURES
        drawn = self._pictures.get(PictureKey(picture.name, rect[2], rect[3], tint, picture.disc, stand_in, flipped))
        x = rect[0] + (rect[2] - drawn.get_width()) // 2
        surface.blit(drawn, (x, rect[1] + (rect[3] - drawn.get_height()) // 2))

    def _draw_text(
        self, surface: pygame.Surface, layout: TextLayout, colour: Rgb, rect: PixelRect, clip: pygame.Rect
    ) -> None:
        scale = self.scale
        for line in layout.lines:
            top = rect[1] + math.floor(line.y * scale + 0.5)
            height = math.floor(line.height * scale + 0.5)
            if top >= clip.bottom or top + height <= clip.top:
                continue
            for run in line.runs:
                pixels = font_pixels(run.style.size, scale)
                face = run.style.face
                drawn = self._texts.get(_TextKey(run.text, face, pixels, run.script, run.rtl, run.font, colour))
                lettering = self._measure.lettering(face, pixels, run.script, run.rtl, run.font)
                # Capitals of the face stand in the middle of the line: that is where the eye looks for it. Whatever
                # stands beside them in another font has the same baseline.
                capitals = self._measure.lettering(face, pixels).capitals
                baseline = math.floor((height + capitals) / 2 + 0.5)
                surface.blit(drawn, (rect[0] + math.floor(run.x * scale + 0.5), top + baseline - lettering.rise))

    def _render_text(self, key: _TextKey) -> pygame.Surface:
        lettering = self._measure.lettering(key.face, key.pixels, key.script, key.rtl, key.font)
        return lettering.draw(key.text, key.colour)

    def _draw_dots(self, surface: pygame.Surface, phase: float, rect: PixelRect) -> None:
        radius = max(1, round(_DOT * self.scale / 2))
        step = round(_DOT_STEP * self.scale)
        colour = mix(self._colours["muted"], self._colours["them"], 0.4)
        x, y = rect[0] + rect[2] // 2, rect[1] + rect[3] // 2
        for dot in range(3):
            lift = round(_dot_height(phase, dot) * _DOT_LIFT * self.scale)
            self._shapes.draw_disc(surface, (x + (dot - 1) * step, y - lift), radius, colour)

    def _draw_thumb(self, surface: pygame.Surface, scroll: Scroll, rect: PixelRect) -> None:
        frame, box = self._frame or (None, None)
        place = place_thumb(scroll, rect, self.scale, rtl=self._rtl, frame=frame, box=box)
        if place is not None:
            radius = place[2] // 2
            colour = mix(self._colours["edge"], self._colours["raised"], 0.4)
            self._shapes.draw_box(surface, place, PixelBox(colour, None, 0, (radius, radius, radius, radius)))

    def _draw_ring(self, surface: pygame.Surface, ring: _Ring) -> None:
        line = max(1, round(FOCUS_LINE * self.scale))
        band = max(1, round(FOCUS_RING * self.scale))
        inside = fit_radii(ring.corners, self.scale, ring.rect[2], ring.rect[3])
        surface.set_clip(ring.clip.inflate(2 * (line + band), 2 * (line + band)))
        for by, thickness, colour in ((line + band, band, self._colours["sun"]), (line, line, self._colours["ink"])):
            x, y, width, height = ring.rect
            radii = (inside[0] + by, inside[1] + by, inside[2] + by, inside[3] + by)
            grown = (x - by, y - by, width + 2 * by, height + 2 * by)
            self._shapes.draw_ring(surface, grown, colour, thickness, radii)


def _is_plain(node: Node) -> bool:
    """Whether a node is nothing but a filled rectangle, such as the veil under a dialog."""
    box = node.box
    return (
        box is not None
        and box.outline is None
        and not any(box.corners)
        and not node.children
        and node.text is None
        and node.picture is None
        and node.dots is None
    )


def _dot_height(phase: float, dot: int) -> float:
    """How far up a typing dot is, from 0 to 1: one after the other goes up and comes down again."""
    if phase < 0:
        return 0.0
    distance = abs((phase - (dot + 0.5) / 3 + 0.5) % 1.0 - 0.5)
    return max(0.0, math.cos(distance * 3 * math.pi / 2)) if distance < 1 / 3 else 0.0
