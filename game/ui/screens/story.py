"""The story screen: the friend's phone, and beside it (or in a drawer under it) what there is to decide."""

from collections.abc import Mapping, Sequence

from game.design import RADIUS_PHONE
from game.shown.playing import Playing
from game.story.model import Sign
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.header import header
from game.ui.notebook import draw_ladder, draw_marks, notebook_button
from game.ui.panels import draw_panel, reading_panel
from game.ui.parts import page, scroller, stack
from game.ui.phone import draw_phone
from game.ui.tree import Box, Node

DRAWER_SHARE = 0.6
"""A drawer is at most this much of what is under the header, so that the chat stays in sight."""


def draw_story(frame: Frame, playing: Playing, cards: Sequence[Sign], signs: Mapping[str, Sign], now: float) -> Node:
    """The whole screen while a story is read."""
    bar = header(frame, playing.scenario.title, tongue=frame.story)
    below = Rect(0, bar.rect.height, frame.width, frame.height - bar.rect.height)
    if frame.is_wide:
        parts = _beside(frame, playing, cards, signs, now, below)
    else:
        parts = _under(frame, playing, cards, now, below)
    return page([bar, *parts], frame.width, frame.height, box=Box("ground"))


def _beside(
    frame: Frame, playing: Playing, cards: Sequence[Sign], signs: Mapping[str, Sign], now: float, area: Rect
) -> list[Node]:
    side = 40.0 if area.width >= 1100 else 24.0
    gap = 36.0 if area.width >= 1100 else 24.0
    inner = min(area.width - 2 * side, 1320.0)
    left = (area.width - inner) / 2
    phone_width = min(700.0, (inner - gap) * 0.55)
    panel_width = inner - gap - phone_width
    phone = draw_phone(frame, playing, now, Rect(left, area.y + 22, phone_width, area.height - 44), framed=True)
    x = left + phone_width + gap

    steps = draw_ladder(frame, panel_width)
    foot_height = steps.rect.height
    room = area.height - 44 - foot_height - 20
    # With large text the ladder would leave no room for what there is to decide: then it comes after it.
    ladder_stands = room >= area.height * 0.55
    if not ladder_stands:
        room = area.height - 44
    panel = draw_panel(frame, playing, cards, panel_width)
    parts = [panel if panel is not None else reading_panel(frame, panel_width)]
    gap_before_marks = 26.0
    left_over = room - parts[0].rect.height - gap_before_marks - 8
    marked = draw_marks(frame, playing, signs, panel_width, left_over) if playing.looking_at is None else None
    if marked is not None:
        parts.append(marked)
    if not ladder_stands:
        parts.append(steps)
    content = stack(parts, gap=gap_before_marks, width=panel_width)
    # The scrolling area is a little wider than what is in it, so that focus rings are not cut off.
    ring = 8.0
    column = scroller(
        frame,
        _inset(content, ring),
        name="panel",
        width=panel_width + 2 * ring,
        height=room + ring,
    )
    ladder_y = area.bottom - 22 - foot_height
    placed = [phone, column.at(x - ring, area.y + 22 - ring)]
    return [*placed, steps.at(x, ladder_y)] if ladder_stands else placed


def _inset(content: Node, ring: float) -> Node:
    rect = Rect(0, 0, content.rect.width + 2 * ring, content.rect.height + 2 * ring)
    return Node(rect=rect, children=(content.at(ring, ring),))


def _under(frame: Frame, playing: Playing, cards: Sequence[Sign], now: float, area: Rect) -> list[Node]:
    width = min(area.width, 720.0)
    left = (area.width - width) / 2
    side = 18.0
    panel = draw_panel(frame, playing, cards, width - 2 * side)
    if panel is None:
        return [draw_phone(frame, playing, now, Rect(left, area.y, width, area.height), framed=False)]
    if playing.decides and playing.looking_at is None and playing.profile is None and not playing.state.is_over:
        panel = stack([panel, notebook_button(frame, width - 2 * side)], gap=16, width=width - 2 * side)
    ring = 8.0
    wanted = panel.rect.height + 2 * 16 + ring
    height = min(wanted, area.height * DRAWER_SHARE)
    drawer_y = area.bottom - height
    overlap = RADIUS_PHONE * 0.5
    phone = draw_phone(
        frame, playing, now, Rect(left, area.y, width, area.height - height + overlap), framed=False, covered=overlap
    )
    box = Box("ground", Corners(RADIUS_PHONE, RADIUS_PHONE, 0, 0), "ink", 3)
    content = Node(rect=Rect(0, 0, width, panel.rect.height + 2 * 16), children=(panel.at(side, 16),))
    inside = scroller(frame, content, name="panel", width=width, height=height - 6)
    drawer = Node(rect=Rect(left, drawer_y, width, height + 6), box=box, clip=True, children=(inside.at(0, 5),))
    return [phone, drawer]
