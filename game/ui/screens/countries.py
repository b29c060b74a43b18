"""Where the help page is for: a list of places, one press to change. Nothing is guessed from language or network."""

from collections.abc import Sequence

from game.ui.frame import Frame
from game.ui.geometry import Rect
from game.ui.header import header
from game.ui.intents import Change
from game.ui.parts import grid, option, page, scroller, stack, words
from game.ui.tree import Box, Node


def draw_countries(frame: Frame, countries: Sequence[tuple[str, str]], current: str) -> Node:
    """The choice of place, as codes with their names."""
    _ = frame._
    bar = header(frame, _("Where are you?"), has_menu=False, close=True)
    width = min(frame.width - 2 * frame.margin, 1000.0)
    columns = max(1, min(3, int(width // (250 * frame.factor))))
    cell = (width - 14 * (columns - 1)) / columns
    options = [
        option(
            frame, name, Change("country", code), name=f"country:{code}", width=cell, selected=code == current or None
        )
        for code, name in countries
    ]
    note = words(
        frame, _("The help page shows lines for this place. You can change it any time."), "body", width, colour="muted"
    )
    title = words(frame, _("Where are you?"), frame.largest, width, role="heading")
    content = stack([stack([title, note], gap=4), grid(options, columns, width, gap=14)], gap=20, width=width)
    inner = Node(
        rect=Rect(0, 0, frame.width, content.rect.height + 56),
        children=(content.at((frame.width - width) / 2, 26),),
    )
    body = scroller(frame, inner, name="countries", width=frame.width, height=frame.height - bar.rect.height)
    screen = page([bar, body.at(0, bar.rect.height)], frame.width, frame.height, box=Box("ground"))
    return Node(rect=Rect(0, 0, frame.width, frame.height), modal=True, children=(screen,))
