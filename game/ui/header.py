"""The bar at the top of every screen. Help and quick exit stand at the same place on all of them."""

from game.design import Colour
from game.ui.frame import Frame
from game.ui.geometry import Rect
from game.ui.intents import Close, GoTo, Open, QuickExit
from game.ui.parts import button, flow, words
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
) -> Node:
    """The bar, as wide as the window; its height grows with the text. On a narrow window the title is left out."""
    _ = frame._
    side = 12.0 if frame.is_compact else 24.0
    buttons = list(extra)
    if has_menu:
        buttons.append(button(frame, _("Menu"), Open("menu"), name="menu", key="M" if frame.letter_keys else ""))
    if close:
        buttons.append(
            button(frame, _("Back"), Close(), name="back", key="Esc", icon="" if frame.is_compact else "back")
        )
    if has_help:
        key = "H" if frame.letter_keys else ""
        buttons.append(button(frame, _("Help"), Open("help"), name="help", kind="main", key=key))
    exit_label = _("Exit") if frame.is_compact else _("Quick exit")
    leave = button(frame, exit_label, QuickExit(), name="quick_exit", kind="outline", key="Esc Esc Esc")
    buttons.append(leave.replaced(label=_("Quick exit: close the game at once")))

    needed = sum(node.rect.width for node in buttons) + 12 * (len(buttons) - 1)
    room = frame.width - 2 * side - needed - 20
    children: list[Node] = []
    if frame.is_compact or room < 90:
        bar = flow(buttons, frame.width - 2 * side, gap=8, align="end")
        height = bar.rect.height + 20
        children.append(bar.at(side, 10))
    else:
        height = max(64.0, frame.target * 1 + 20)
        bar = flow(buttons, needed + 1, gap=12)
        heading = words(frame, title, "title", room, max_lines=1, role="heading")
        height = max(height, heading.rect.height + 20, bar.rect.height + 20)
        if is_home:
            children.extend(_wordmark(frame, side, height))
        else:
            children.append(heading.at(side, (height - heading.rect.height) / 2))
        children.append(bar.at(frame.width - side - needed, (height - bar.rect.height) / 2))
    line: Colour = "line"
    rule = Node(rect=Rect(0, height - 2, frame.width, 2), box=Box(line))
    return Node(rect=Rect(0, 0, frame.width, height), box=Box("ground"), children=(*children, rule), name="header")


def _wordmark(frame: Frame, x: float, height: float) -> list[Node]:
    """The game's name in its two colours; it is a name, so it is not translated."""
    look = frame.layouts.lay_out("Look", frame.style("title"), 1000)
    twice = frame.layouts.lay_out("Twice", frame.style("title"), 1000)
    gap = 0.28 * frame.style("title").size
    y = (height - look.height) / 2
    first = Node(rect=Rect(x, y, look.width, look.height), role="heading", label="Look Twice", text=look)
    second = Node(rect=Rect(x + look.width + gap, y, twice.width, twice.height), text=twice, colour="coral")
    return [first, second]


def home_button(frame: Frame) -> Node:
    """Back to the stories."""
    return button(frame, frame._("Stories"), GoTo("picker"), name="stories")
