"""The author's strip under the game: what is to be said of the file, what was found, and a button for every key."""

from dataclasses import dataclass
from typing import Final

from game.design import Colour
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.intents import Direct
from game.ui.parts import key_cap, padded, row, snug, words
from game.ui.tree import Box, Node

__all__ = ["HEIGHT", "Tool", "draw_strip", "draw_tool"]

HEIGHT: Final = 52.0
"""Of the strip, in dp at the usual zoom."""
_LEAST_SAID: Final = 270.0
"""Width kept for what is said; buttons that leave less are found in the list of keys alone."""
_KEYS_FROM: Final = 600.0
"""Width from which the buttons say their keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """Something the author can do: its key, its name, what it is set to, and how late it goes for want of room."""

    what: str
    key: str
    name: str
    value: str = ""
    rank: int = 0
    """The strip drops those of the highest rank first; 0 stays."""
    is_on: bool = False
    is_urgent: bool = False

    @property
    def text(self) -> str:
        """What stands on its button: what it is set to says more than its name."""
        return self.value or self.name


def draw_strip(frame: Frame, said: str, tools: tuple[Tool, ...], width: float) -> Node:
    """The strip, `width` dp wide: as many buttons as there is room for."""
    side, gap, height = 12.0 * frame.factor, 8.0 * frame.factor, HEIGHT * frame.factor
    shown = list(tools)
    room = width - 2 * side - _LEAST_SAID * frame.factor
    has_keys = width >= _KEYS_FROM * frame.factor
    drawn = {tool.what: draw_tool(frame, tool, has_key=has_keys) for tool in tools}
    while sum(drawn[tool.what].rect.width + gap for tool in shown) > room and any(tool.rank for tool in shown):
        last = max(shown, key=lambda tool: tool.rank)
        shown = [tool for tool in shown if tool is not last]
    bar = row([drawn[tool.what] for tool in shown], gap=gap)
    text_width = max(40.0, width - 2 * side - bar.rect.width - gap)
    text = words(frame, said, "small", text_width, max_lines=1, name="author:said")
    if frame.layouts.lay_out(said, frame.style("small"), text_width).height > frame.style("small").line_height:
        # Two smaller lines say more than half of one.
        text = words(frame, said, "tag", text_width, max_lines=2, name="author:said")
    children = (
        Node(rect=Rect(0, 0, width, 2 * frame.factor), box=Box("ink")),
        text.at(side, (height - text.rect.height) / 2 + 1),
        bar.at(width - side - bar.rect.width, (height - bar.rect.height) / 2 + 1),
    )
    rect = Rect(0, 0, width, height)
    return Node(rect=rect, box=Box("soft"), role="group", name="author:strip", label="Preview", children=children)


def draw_tool(frame: Frame, tool: Tool, *, has_key: bool = True) -> Node:
    """A button of the strip, with or without its key."""
    name = f"author:{tool.what}"
    fill: Colour = "sun" if tool.is_urgent else "ink" if tool.is_on else "raised"
    colour: Colour = "on_sun" if tool.is_urgent else "ground" if tool.is_on else "ink"
    outline: Colour = "ink" if frame.hovered == name or tool.is_urgent else "edge"
    text = snug(frame, tool.text, "small_label", 240 * frame.factor, colour=colour, max_lines=1)
    cap = [key_cap(frame, tool.key)] if has_key else []
    # Screen readers and tests hear what it does, and what it is set to.
    label = f"{tool.name}: {tool.value}" if tool.value else tool.name
    return padded(
        row([text, *cap], gap=7 * frame.factor),
        x=11 * frame.factor,
        y=0,
        least_height=36 * frame.factor,
        box=Box(fill, Corners.all(13 * frame.factor), outline, 1.5 * frame.factor),
        role="button",
        label=label,
        intent=Direct(tool.what),
        name=name,
    )
