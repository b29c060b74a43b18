"""From presses and drags to what they mean: a tap on something, or a scroll."""

from dataclasses import dataclass
from typing import TypeAlias

from game.ui.events import Pointer
from game.ui.tree import DisplayTree, node_at, scrollable_at

_SLOP = 9.0
"""A pointer that moves further than this (dp) while down is a drag and no tap."""
_EXITS = 3
_EXIT_SECONDS = 1.5


@dataclass(frozen=True, slots=True)
class Tap:
    """Something was pressed: the name of the node (empty where there was nothing to press)."""

    name: str


@dataclass(frozen=True, slots=True)
class Drag:
    """A scrolling part was dragged by so many dp (positive: down)."""

    name: str
    down: float


Gesture: TypeAlias = Tap | Drag


class Gestures:
    """Remembers what is pressed, and how often Escape was."""

    def __init__(self) -> None:
        self._pressed: str | None = None
        self._start = (0.0, 0.0)
        self._last_y = 0.0
        self._scroller = ""
        self._dragging = False
        self._escapes: list[float] = []

    def point(self, tree: DisplayTree, event: Pointer) -> Gesture | None:
        """What a pointer's event amounts to on this screen."""
        match event.kind:
            case "down":
                placed = node_at(tree, event.x, event.y)
                self._pressed = placed.node.name if placed is not None else ""
                holder = scrollable_at(tree, event.x, event.y)
                self._scroller = holder.node.name if holder is not None else ""
                self._start, self._last_y, self._dragging = (event.x, event.y), event.y, False
                return None
            case "move":
                return self._move(event)
            case "up":
                return self._release(tree, event)

    def _move(self, event: Pointer) -> Gesture | None:
        if self._pressed is None:
            return None
        x, y = self._start
        if not self._dragging and max(abs(event.x - x), abs(event.y - y)) <= _SLOP:
            return None
        self._dragging = True
        down, self._last_y = self._last_y - event.y, event.y
        return Drag(self._scroller, down) if self._scroller and down else None

    def _release(self, tree: DisplayTree, event: Pointer) -> Gesture | None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._dragging:
            return None
        placed = node_at(tree, event.x, event.y)
        released = placed.node.name if placed is not None else ""
        return Tap(pressed) if released == pressed else None

    def escape(self, now: float) -> bool:
        """Count an Escape; whether it is the third within 1.5 seconds."""
        self._escapes = [*(when for when in self._escapes if now - when <= _EXIT_SECONDS), now]
        return len(self._escapes) >= _EXITS
