"""Where the thumb of a scroll area stands: slim, at the end edge, clear of outlines and round corners around it."""

import math
from typing import Final

from game.ui.tree import Scroll
from game.view.shapes import PixelBox, PixelRect

__all__ = ["place_thumb"]

_WIDTH: Final = 4.0
_GAP: Final = 4.0
_LEAST: Final = 32.0


def place_thumb(
    scroll: Scroll,
    rect: PixelRect,
    scale: float,
    *,
    rtl: bool = False,
    frame: PixelRect | None = None,
    box: PixelBox | None = None,
) -> PixelRect | None:
    """The thumb's place in pixels; None where all content is seen. `frame` and `box`: the box around the area."""
    view = rect[3] / scale
    if scroll.content <= view + 0.5:
        return None
    gap, width = max(1, round(_GAP * scale)), max(2, round(_WIDTH * scale))
    edge = rect[0] + gap if rtl else rect[0] + rect[2] - gap
    top, bottom = rect[1] + gap, rect[1] + rect[3] - gap
    if frame is not None and box is not None:
        rim = box.thickness if box.outline is not None else 0
        inner = frame[0] + rim + gap if rtl else frame[0] + frame[2] - rim - gap
        edge = max(edge, inner) if rtl else min(edge, inner)
        away = (edge - frame[0] if rtl else frame[0] + frame[2] - edge) - rim
        upper, lower = (box.radii[0], box.radii[3]) if rtl else (box.radii[1], box.radii[2])
        top = max(top, frame[1] + rim + gap, frame[1] + rim + _bend(upper - rim, away) + gap // 2)
        lowest = frame[1] + frame[3] - rim
        bottom = min(bottom, lowest - gap, lowest - _bend(lower - rim, away) - gap // 2)
    track = bottom - top
    length = min(track, max(round(_LEAST * scale), round(track * view / scroll.content)))
    if length <= 0:
        return None
    way = min(1.0, max(0.0, scroll.offset / (scroll.content - view)))
    return (edge if rtl else edge - width, top + round((track - length) * way), width, length)


def _bend(radius: int, away: int) -> int:
    """How far a round corner reaches down at a distance from the side."""
    if away >= radius:
        return 0
    return math.ceil(radius - math.sqrt(radius * radius - (radius - away) ** 2))
