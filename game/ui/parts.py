"""The parts that screens are made of: words, stacks, flows, pills, buttons, cards, scrolling areas."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Literal, TypeAlias

from game.design import RADIUS_CARD, RADIUS_FULL, RADIUS_OPTION, Colour
from game.i18n.tongue import Tongue
from game.text.model import Align
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.intents import Intent
from game.ui.tree import Box, Node, Picture, Role, Scroll

Kind: TypeAlias = Literal["main", "quiet", "outline", "plain"]

_LOOKS: dict[Kind, tuple[Colour | None, Colour | None, Colour]] = {
    "main": ("teal", None, "on_teal"),
    "quiet": ("soft", None, "ink"),
    "outline": (None, "edge", "ink"),
    "plain": ("raised", "line", "ink"),
}

_OTHER_SIDE: dict[Align, Align] = {"start": "end", "centre": "centre", "end": "start"}


def words(
    frame: Frame,
    text: str,
    style: str,
    width: float,
    *,
    colour: Colour = "ink",
    align: Align = "start",
    max_lines: int | None = None,
    role: Role = "text",
    name: str = "",
    tongue: Tongue | None = None,
) -> Node:
    """Text broken into lines of at most `width`; the node is exactly `width` wide.

    `tongue` is what it is in; without one it is the player's language.
    """
    # Screens are built from left to right and mirrored as a whole, but never the text: it starts on its own side.
    rtl = frame.rtl if tongue is None else tongue.rtl
    side: Align = _OTHER_SIDE[align] if rtl else align
    layout = frame.layouts.lay_out(text, frame.style(style), width, align=side, max_lines=max_lines, rtl=rtl)
    return Node(
        rect=Rect(0, 0, width, layout.height),
        role=role,
        label=text,
        language=frame.language_of(tongue),
        text=layout,
        colour=colour,
        name=name,
    )


def snug(
    frame: Frame,
    text: str,
    style: str,
    width: float,
    *,
    colour: Colour = "ink",
    max_lines: int | None = None,
    role: Role = "text",
    tongue: Tongue | None = None,
) -> Node:
    """Text in lines of at most `width`; the node is only as wide as its widest line. `tongue` as for `words`."""
    rtl = frame.rtl if tongue is None else tongue.rtl
    layout = frame.layouts.lay_out(text, frame.style(style), width, max_lines=max_lines, rtl=rtl)
    rect = Rect(0, 0, min(width, ceil(layout.width)), layout.height)
    if rtl and len(layout.lines) > 1:
        # The shorter lines start at the right edge of the widest one.
        layout = frame.layouts.lay_out(text, frame.style(style), rect.width, align="end", max_lines=max_lines, rtl=rtl)
    return Node(rect=rect, role=role, label=text, language=frame.language_of(tongue), text=layout, colour=colour)


def beside(
    frame: Frame,
    front: Node,
    text: str,
    style: str,
    width: float,
    *,
    gap: float,
    colour: Colour = "ink",
    role: Role = "text",
    tongue: Tongue | None = None,
) -> Node:
    """A picture and, in the rest of `width`, a text that stands next to it whichever way the text runs."""
    room = width - front.rect.width - gap
    if tongue is None or tongue.rtl == frame.rtl:
        return row([front, words(frame, text, style, room, colour=colour, role=role, tongue=tongue)], gap=gap)
    return row([front, snug(frame, text, style, room, colour=colour, role=role, tongue=tongue)], gap=gap)


def space(height: float) -> Node:
    """Nothing, so many dp high."""
    return Node(rect=Rect(0, 0, 0, height))


def picture(name: str, size: float, *, tint: Colour | None = None, disc: bool = False, label: str = "") -> Node:
    """A square picture; with a label it is one that a screen reader says."""
    return Node(
        rect=Rect(0, 0, size, size),
        role="image" if label else "group",
        label=label,
        picture=Picture(name, tint, disc),
    )


def stack(children: Iterable[Node], *, gap: float = 0.0, width: float | None = None, align: Align = "start") -> Node:
    """Nodes under each other."""
    nodes = list(children)
    wide = width if width is not None else max((node.rect.width for node in nodes), default=0.0)
    placed, y = [], 0.0
    for index, node in enumerate(nodes):
        if index:
            y += gap
        placed.append(node.at(_aligned(node.rect.width, wide, align), y))
        y += node.rect.height
    return Node(rect=Rect(0, 0, wide, y), children=tuple(placed))


def _aligned(inner: float, outer: float, align: Align) -> float:
    match align:
        case "start":
            return 0.0
        case "centre":
            return (outer - inner) / 2
        case "end":
            return outer - inner


def row(children: Iterable[Node], *, gap: float = 0.0, middle: bool = True, height: float | None = None) -> Node:
    """Nodes beside each other; `middle` centres them on the tallest."""
    nodes = list(children)
    tall = height if height is not None else max((node.rect.height for node in nodes), default=0.0)
    placed, x = [], 0.0
    for index, node in enumerate(nodes):
        if index:
            x += gap
        placed.append(node.at(x, (tall - node.rect.height) / 2 if middle else 0.0))
        x += node.rect.width
    return Node(rect=Rect(0, 0, x, tall), children=tuple(placed))


def flow(children: Sequence[Node], width: float, *, gap: float = 8.0, align: Align = "start") -> Node:
    """Nodes beside each other, in as many rows as it takes."""
    rows: list[list[Node]] = [[]]
    x = 0.0
    for node in children:
        needed = node.rect.width + (gap if rows[-1] else 0.0)
        if rows[-1] and x + needed > width:
            rows.append([])
            x, needed = 0.0, node.rect.width
        rows[-1].append(node)
        x += needed
    return stack((row(nodes, gap=gap) for nodes in rows if nodes), gap=gap, width=width, align=align)


def grid(children: Sequence[Node], columns: int, width: float, *, gap: float, middle: bool = False) -> Node:
    """Nodes of the same width in columns; a row is as tall as its tallest, `middle` centres what is in the others."""
    cell = (width - gap * (columns - 1)) / columns
    placed, y = [], 0.0
    for start in range(0, len(children), columns):
        nodes = children[start : start + columns]
        tall = max(node.rect.height for node in nodes)
        for column, node in enumerate(nodes):
            rect = Rect(column * (cell + gap), y, node.rect.width, tall)
            down = (tall - node.rect.height) / 2 if middle else 0.0
            inner = tuple(child.at(child.rect.x, child.rect.y + down) for child in node.children) if down else None
            placed.append(node.replaced(rect=rect) if inner is None else node.replaced(rect=rect, children=inner))
        y += tall + gap
    return Node(rect=Rect(0, 0, width, max(0.0, y - gap)), children=tuple(placed))


def padded(
    inner: Node,
    *,
    x: float,
    y: float,
    width: float | None = None,
    least_height: float = 0.0,
    box: Box | None = None,
    **fields: object,
) -> Node:
    """A node inside a box with room around it, in the middle of the height."""
    wide = inner.rect.width + 2 * x if width is None else width
    tall = max(inner.rect.height + 2 * y, least_height)
    child = inner.at(x, (tall - inner.rect.height) / 2)
    return Node(rect=Rect(0, 0, wide, tall), box=box, children=(child,)).replaced(**fields)


def pill(
    frame: Frame, text: str, *, fill: Colour = "soft", colour: Colour = "ink", style: str = "tag", width: float = 800.0
) -> Node:
    """A short word on a rounded ground, at most `width` wide."""
    inner = snug(frame, text, style, width - 26, colour=colour)
    return padded(inner, x=13, y=3.5, box=Box(fill, Corners.all(min(RADIUS_FULL, 16.0))))


def key_cap(frame: Frame, key: str) -> Node:
    """The key that does the same as a button. Screen readers say shortcuts themselves, so it carries no label."""
    inner = snug(frame, key, "tag", 200 * frame.factor).replaced(label="")
    return padded(inner, x=7, y=1, box=Box("raised", Corners.all(7), "line", 1.5))


def button(
    frame: Frame,
    text: str,
    intent: Intent,
    *,
    name: str,
    kind: Kind = "quiet",
    key: str = "",
    icon: str = "",
    width: float | None = None,
    max_width: float | None = None,
    style: str = "label",
    selected: bool | None = None,
    disabled: bool = False,
    tongue: Tongue | None = None,
) -> Node:
    """A pill that does something."""
    fill, outline, colour = _LOOKS[kind]
    if selected:
        fill, outline, colour = "ink", None, "ground"
    side = 14.0 if frame.is_compact else 18.0
    extras = [key_cap(frame, key)] if key and not frame.is_compact else []
    pictures = [picture(f"icons/{icon}", 20 * frame.factor, tint=colour)] if icon else []
    # Without a width of its own a button is at most as wide as a page, however large the text.
    room = (width or max_width or frame.width - 2 * frame.margin) - 2 * side
    for extra in (*extras, *pictures):
        room -= extra.rect.width + 9
    label = snug(frame, text, style, max(room, 20.0), colour=colour, tongue=tongue)
    inner = row([*pictures, label, *extras], gap=9)
    if width is None and inner.rect.width + 2 * side < frame.target:
        width = frame.target
    if width is not None:
        inner = stack([inner], width=width - 2 * side, align="centre")
    return padded(
        inner,
        x=side,
        y=8,
        width=width,
        least_height=frame.target,
        box=Box(fill, Corners.all(min(26.0, RADIUS_FULL)), outline),
        role="button",
        label=text,
        language=label.language,
        intent=intent,
        name=name,
        selected=selected,
        disabled=disabled,
    )


def option(
    frame: Frame,
    text: str,
    intent: Intent,
    *,
    name: str,
    width: float,
    number: int | None = None,
    detail: str = "",
    disabled: bool = False,
    selected: bool | None = None,
    tongue: Tongue | None = None,
) -> Node:
    """A wide answer to pick, with the number of its key. `tongue` is that of `text`; a detail is the game's word."""
    front = [key_cap(frame, str(number))] if number is not None else []
    room = width - 2 * 20 - sum(node.rect.width + 14 for node in front)
    colour: Colour = "muted" if disabled else "ink"
    texts = [words(frame, text, "body", room, colour=colour, tongue=tongue)]
    if detail:
        texts.append(words(frame, detail, "small", room, colour="muted"))
    inner = row([*front, stack(texts, gap=2)], gap=14)
    box = Box("soft" if disabled else "raised", Corners.all(RADIUS_OPTION), "line" if disabled else "teal")
    if selected:
        box = Box("soft_sun", Corners.all(RADIUS_OPTION), "ink")
    return padded(
        inner,
        x=20,
        y=13,
        width=width,
        least_height=54,
        box=box,
        role="option",
        label=f"{text} ({detail})" if detail else text,
        language=frame.language_of(tongue),
        intent=intent,
        name=name,
        disabled=disabled,
        selected=selected,
    )


def card(
    frame: Frame,
    children: Iterable[Node],
    *,
    width: float,
    fill: Colour = "raised",
    outline: Colour | None = "line",
    gap: float = 6.0,
    padding: float | None = None,
    radius: float = RADIUS_CARD,
) -> Node:
    """A rounded ground with things under each other on it. Children are built for `width - 2 * padding`."""
    around = card_padding(frame) if padding is None else padding
    inner = stack(children, gap=gap, width=width - 2 * around)
    return padded(inner, x=around, y=around * 0.85, width=width, box=Box(fill, Corners.all(radius), outline))


def card_padding(frame: Frame) -> float:
    """The room between a card's edge and what stands on it."""
    return 18.0 if frame.is_compact else 26.0


def scroller(
    frame: Frame,
    inner: Node,
    *,
    name: str,
    width: float,
    height: float,
    follow: bool = False,
    foot: float = 0.0,
    role: Role = "group",
    label: str = "",
) -> Node:
    """An area of fixed height over content that may be taller; with `follow` it keeps to the end until scrolled."""
    content = inner.rect.height + foot
    most = max(0.0, content - height)
    wanted = frame.offsets.get(name, most if follow else 0.0)
    offset = min(max(0.0, wanted), most)
    return Node(
        rect=Rect(0, 0, width, height),
        name=name,
        role=role,
        label=label,
        clip=True,
        scroll=Scroll(offset, content),
        children=(inner,),
    )


def page(children: Iterable[Node], width: float, height: float, *, box: Box | None = None) -> Node:
    """A whole area with things that are already placed in it."""
    return Node(rect=Rect(0, 0, width, height), box=box, children=tuple(children))
