"""What a story says of its own messages and answers, put under each of them in the chat, for its author to see."""

from dataclasses import dataclass
from typing import Final

from game.design import Colour
from game.story.model import Choice, Message, Move, Option, Scenario
from game.ui.bubbles import message_name
from game.ui.frame import Frame
from game.ui.geometry import Rect
from game.ui.parts import flow, pill, stack, words
from game.ui.tree import Node, Scroll

__all__ = ["annotate"]

_GAP: Final = 5.0
_SIDE: Final = 78.0
"""What stands beside a bubble in its row: the chat's margins and the avatar."""
_WIDEST: Final = 460.0
_MOVES: Final[dict[Move, Colour]] = {"safe": "soft_teal", "unsure": "soft_sun", "risky": "soft_coral"}


def annotate(root: Node, frame: Frame, scenario: Scenario) -> Node:
    """The screen with a mark under every message of somebody else's and every answer; what is below moves down.

    Only what scrolls becomes taller, so nothing leaves the screen.
    """
    marks: dict[str, Message | Option] = {
        message_name(place): message for place, message in scenario.messages() if message.person != scenario.friend.id
    }
    for scene in scenario.scenes.values():
        for beat in scene.beats:
            if isinstance(beat, Choice):
                marks |= {f"option:{option.id}": option for option in beat.options}
    return _Marker(frame, marks).mark(root)


@dataclass(slots=True)
class _Part:
    """A child on its way down: where it stood, what it became, its mark, and by how much both made it taller."""

    was: Rect
    node: Node
    mark: Node | None = None
    by: float = 0.0


class _Marker:
    def __init__(self, frame: Frame, marks: dict[str, Message | Option]) -> None:
        self._frame, self._marks = frame, marks

    def mark(self, node: Node, room: float = 0.0) -> Node:
        """The node with marks in it, as much taller as they need; `room` is the width of the part that scrolls it."""
        if node.scroll is not None:
            room = node.rect.width
        parts = [self._part(node, child, room) for child in node.children]
        if all(part.node is child and not part.by for part, child in zip(parts, node.children, strict=True)):
            return node
        before = max(part.was.bottom for part in parts)
        children: list[Node] = []
        for part in parts:
            down = sum(other.by for other in parts if part.was.y >= other.was.bottom - 0.5)
            children.append(part.node.at(part.was.x, part.was.y + down) if down else part.node)
            if part.mark is not None:
                children.append(part.mark.at(part.mark.rect.x, part.mark.rect.y + down))
        by = max(0.0, max(child.rect.bottom for child in children) - before)
        if node.scroll is not None:
            return self._scrolled(node, tuple(children), node.scroll.content + by)
        rect = Rect(node.rect.x, node.rect.y, node.rect.width, node.rect.height + by)
        return node.replaced(rect=rect, children=tuple(children))

    def _part(self, node: Node, child: Node, room: float) -> _Part:
        grown = self.mark(child, room)
        part = _Part(child.rect, grown, by=grown.rect.height - child.rect.height)
        marked = self._marks.get(child.name) if child.name and room else None
        if marked is None:
            return part
        lower = child.rect.bottom
        if isinstance(marked, Message):
            # The reaction on a bubble's edge hangs lower than the bubble.
            lower = max(one.rect.bottom for one in node.children if one.rect.y < lower)
        width = child.rect.width if isinstance(marked, Option) else min(room - _SIDE - 10, _WIDEST)
        mark = self._draw(marked, width)
        part.mark = mark.at(child.rect.x + 4, lower + part.by + _GAP)
        part.by += mark.rect.height + 2 * _GAP + lower - child.rect.bottom
        return part

    def _scrolled(self, node: Node, children: tuple[Node, ...], content: float) -> Node:
        """A scrolling part over its taller content; a chat keeps to its end until it was scrolled."""
        most = max(0.0, content - node.rect.height)
        wanted = self._frame.offsets.get(node.name, most if node.role == "log" else 0.0)
        return node.replaced(children=children, scroll=Scroll(min(max(0.0, wanted), most), content))

    def _draw(self, marked: Message | Option, width: float) -> Node:
        frame = self._frame
        if isinstance(marked, Option):
            way = f"goes to {marked.go}" if marked.go else "asked again"
            pills = [pill(frame, marked.move, fill=_MOVES[marked.move]), pill(frame, way)]
            return flow(pills, width, gap=6)
        tags = _tags(marked)
        row = flow([pill(frame, text, fill=ground, width=width) for text, ground in tags], width, gap=6)
        why = [words(frame, marked.why, "small", width, colour="muted")] if marked.why else []
        return stack([row, *why], gap=3, width=width)


def _tags(message: Message) -> list[tuple[str, Colour]]:
    """What a message is, as short words each on its ground."""
    tags: list[tuple[str, Colour]] = [(f"sign: {sign}", "soft_coral") for sign in message.signs]
    if message.read == "fine":
        tags.append(("fine", "soft_teal"))
    elif message.read is not None:
        tags.append((message.read, "soft_sun"))
    if message.lookalike_of is not None:
        tags.append((f"looks like {message.lookalike_of}", "soft"))
    return tags or [("not judged", "soft")]
