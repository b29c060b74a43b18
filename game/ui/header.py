"""The bar at the top of every screen. Help and quick exit stand at the same place on all of them."""

from collections.abc import Sequence

from game.design import Colour
from game.i18n.tongue import Tongue
from game.ui.frame import Frame
from game.ui.geometry import Rect
from game.ui.intents import Close, Open, QuickExit
from game.ui.parts import button, flow, row, snug
from game.ui.tree import Box, Node


def header(
    frame: Frame,
    title: str,
    *,
    is_home: bool = False,
    has_menu: bool = True,
    has_help: bool = True,
    extra: tuple[Node, ...] = (),
    close: bool = False,
    tongue: Tongue | None = None,
) -> Node:
    """The bar, as wide as the window; its height grows with the text. On a narrow window the title is left out.

    `tongue` is that of the title, where it is a story's.
    Help and quick exit stand where they stand on every other screen of this window; what does not fit beside them
    comes in a row of its own under them.
    """
    side, gap = (12.0, 8.0) if frame.is_compact else (24.0, 12.0)
    room = frame.width - 2 * side
    short = frame.is_compact or _needed(_always(frame, short=False), gap) > room
    menu, help_, leave = _always(frame, short=short)
    others = [*extra, *([menu] if has_menu else [])]
    if close:
        icon, key = ("", "") if short else ("back", "Esc")
        others.append(button(frame, frame._("Back"), Close(), name="back", key=key, icon=icon))

    leave, help_, height = _fixed(frame, leave, help_, side, gap)
    if not short:
        height = max(64.0, height, frame.style("title").line_height + 20)
    fixed = [help_, leave] if has_help else [leave]
    down = (height - 20 - leave.rect.height) / 2 if leave.rect.y == help_.rect.y else 0.0
    children = [node.at(node.rect.x, node.rect.y + down) for node in fixed]

    edge = min(node.rect.x for node in fixed) - gap
    beside, under = _split(others, edge - side, height - 12, gap)
    if beside:
        bar = row(beside, gap=gap)
        children.insert(0, bar.at(edge - bar.rect.width, (height - bar.rect.height) / 2))
        edge -= bar.rect.width + gap
    if not short and edge - side >= 98 * frame.factor:
        heading = snug(frame, title, "title", edge - side - 8, max_lines=1, role="heading", tongue=tongue)
        heading = heading.at(side, (height - heading.rect.height) / 2)
        mark = _wordmark(frame, side, height) if is_home else [heading]
        children[:0] = mark if mark[-1].rect.right <= edge else []
    if under:
        bar = flow(under, room, gap=gap, align="end")
        children.append(bar.at(side, height - 10 + gap))
        height += bar.rect.height + gap
    line: Colour = "line"
    rule = Node(rect=Rect(0, height - 2, frame.width, 2), box=Box(line))
    return Node(rect=Rect(0, 0, frame.width, height), box=Box("ground"), children=(*children, rule), name="header")


def _always(frame: Frame, *, short: bool) -> tuple[Node, Node, Node]:
    """Menu, help and quick exit; short ones say no keys."""
    _ = frame._
    letters = frame.letter_keys and not short
    menu = button(frame, _("Menu"), Open("menu"), name="menu", key="M" if letters else "")
    help_ = button(frame, _("Help"), Open("help"), name="help", kind="main", key="H" if letters else "")
    text, key = (_("Exit"), "") if short else (_("Quick exit"), "Esc Esc Esc")
    leave = button(frame, text, QuickExit(), name="quick_exit", kind="outline", key=key)
    return menu, help_, leave.replaced(label=_("Quick exit: close the game at once"))


def _needed(buttons: Sequence[Node], gap: float) -> float:
    """The width of buttons in one row."""
    return sum(node.rect.width for node in buttons) + gap * max(0, len(buttons) - 1)


def _split(buttons: Sequence[Node], width: float, height: float, gap: float) -> tuple[Sequence[Node], Sequence[Node]]:
    """The last buttons, as many as have room beside help and quick exit, and the ones before them, which have not."""
    for start in range(len(buttons)):
        beside = buttons[start:]
        if _needed(beside, gap) <= width and max(node.rect.height for node in beside) <= height:
            return beside, buttons[:start]
    return (), buttons


def _fixed(frame: Frame, leave: Node, help_: Node, side: float, gap: float) -> tuple[Node, Node, float]:
    """Quick exit in the upper corner, help before it or (where there is no room) under it, and how tall that is."""
    leave = leave.at(frame.width - side - leave.rect.width, 10)
    if leave.rect.x - gap - help_.rect.width >= side:
        help_ = help_.at(leave.rect.x - gap - help_.rect.width, 10)
        return leave, help_, max(leave.rect.height, help_.rect.height) + 20
    help_ = help_.at(frame.width - side - help_.rect.width, leave.rect.bottom + gap)
    return leave, help_, help_.rect.bottom + 10


def _wordmark(frame: Frame, x: float, height: float) -> list[Node]:
    """The game's name in its two colours; it is a name, so it is not translated."""
    look = frame.layouts.lay_out("Look", frame.style("title"), 1000)
    twice = frame.layouts.lay_out("Twice", frame.style("title"), 1000)
    gap = 0.28 * frame.style("title").size
    y = (height - look.height) / 2
    # The name reads from left to right in every language, so on a screen that will be mirrored it is turned first.
    look_x, twice_x = (x + twice.width + gap, x) if frame.rtl else (x, x + look.width + gap)
    first = Node(rect=Rect(look_x, y, look.width, look.height), role="heading", label="Look Twice", text=look)
    second = Node(rect=Rect(twice_x, y, twice.width, twice.height), text=twice, colour="coral")
    return [first, second]
