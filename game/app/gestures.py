"""From presses, drags and keys to what they mean: a tap on something, a scroll, a swipe, a fling, an answer."""

import math
from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.ui.events import Pointer
from game.ui.intents import Intent
from game.ui.tree import DisplayTree, Node, find, in_reach, node_at, reachable, scrollable_at

_SLOP = 9.0
"""A pointer that moves further than this (dp) while down is a drag and no tap."""
_SWIPE = 70.0
"""A drag to the side of at least this (dp) is a swipe."""
_EXITS = 3
_EXIT_SECONDS = 1.5
_RECENT = 0.09
"""Seconds of movement before a finger leaves that decide how fast a fling is."""
_SLOWEST = 24.0
"""dp a second below which nothing flies on."""
_BRAKE = 3.6
"""How quickly a fling slows down: its speed falls to 1/e in 1 / 3.6 s."""


@dataclass(frozen=True, slots=True)
class Tap:
    """Something was pressed: the name of the node (empty where there was nothing to press)."""

    name: str


@dataclass(frozen=True, slots=True)
class Drag:
    """A scrolling part was dragged by so many dp (positive: down)."""

    name: str
    down: float


@dataclass(frozen=True, slots=True)
class Swipe:
    """A quick movement to a side."""

    direction: Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Fling:
    """A finger left while it moved: the part scrolls on, at so many dp a second to begin with."""

    name: str
    speed: float


Gesture: TypeAlias = Tap | Drag | Swipe | Fling


class Gestures:
    """Remembers what is pressed and how it moved, and how often Escape was."""

    def __init__(self) -> None:
        self._pressed: str | None = None
        self._start = (0.0, 0.0)
        self._trail: list[tuple[float, float]] = []
        self._last_y = 0.0
        self._scroller = ""
        self._dragging = False
        self._escapes: list[float] = []

    @property
    def is_down(self) -> bool:
        """Whether something is held down."""
        return self._pressed is not None

    def point(self, tree: DisplayTree, event: Pointer, now: float = 0.0) -> Gesture | None:
        """What a pointer's event at a moment (seconds) amounts to on this screen."""
        match event.kind:
            case "down":
                placed = node_at(tree, event.x, event.y)
                self._pressed = placed.node.name if placed is not None else ""
                holder = scrollable_at(tree, event.x, event.y)
                self._scroller = holder.node.name if holder is not None else ""
                self._start, self._last_y, self._dragging = (event.x, event.y), event.y, False
                self._trail = [(now, event.y)]
                return None
            case "move":
                return self._move(event, now)
            case "up":
                return self._release(tree, event, now)

    def _move(self, event: Pointer, now: float) -> Gesture | None:
        if self._pressed is None:
            return None
        x, y = self._start
        if not self._dragging and max(abs(event.x - x), abs(event.y - y)) <= _SLOP:
            return None
        self._dragging = True
        self._trail = [point for point in self._trail if now - point[0] <= _RECENT] + [(now, event.y)]
        down, self._last_y = self._last_y - event.y, event.y
        return Drag(self._scroller, down) if self._scroller and down else None

    def _release(self, tree: DisplayTree, event: Pointer, now: float) -> Gesture | None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return None
        if self._dragging:
            return self._end_drag(event, now)
        placed = node_at(tree, event.x, event.y)
        released = placed.node.name if placed is not None else ""
        return Tap(pressed) if released == pressed else None

    def _end_drag(self, event: Pointer, now: float) -> Gesture | None:
        across, down = event.x - self._start[0], event.y - self._start[1]
        if abs(across) >= _SWIPE and abs(across) > 2 * abs(down):
            return Swipe("right" if across > 0 else "left")
        recent = [point for point in self._trail if now - point[0] <= _RECENT]
        if not event.touch or not self._scroller or len(recent) < 2 or now <= recent[0][0]:
            return None
        speed = (recent[0][1] - event.y) / (now - recent[0][0])
        return Fling(self._scroller, speed) if abs(speed) > _SLOWEST else None

    def escape(self, now: float) -> bool:
        """Count an Escape; whether it is the third within 1.5 seconds."""
        self._escapes = [*(when for when in self._escapes if now - when <= _EXIT_SECONDS), now]
        return len(self._escapes) >= _EXITS


@dataclass(frozen=True, slots=True)
class Flight:
    """A fling under way: since when, and how far it has come (dp)."""

    fling: Fling
    since: float
    moved: float = 0.0

    def step(self, now: float) -> tuple[float, "Flight | None"]:
        """How many dp to scroll now, and the flight after it; None once it has come to rest."""
        passed = max(0.0, now - self.since)
        way = self.fling.speed / _BRAKE * (1 - math.exp(-_BRAKE * passed))
        speed = abs(self.fling.speed) * math.exp(-_BRAKE * passed)
        onward = Flight(self.fling, self.since, way) if speed > _SLOWEST else None
        return way - self.moved, onward


def focused_intent(tree: DisplayTree, focus: str) -> Intent | None:
    """What Return means: what has the focus, where it can be reached."""
    placed = find(tree, focus)
    is_usable = placed is not None and any(item.node.name == focus for item in reachable(tree))
    return placed.node.intent if placed is not None and is_usable else None


def numbered_answer(tree: DisplayTree, number: int) -> Intent | None:
    """What a digit means: the answer of that number. Greyed ones keep their number, so that the others keep theirs."""
    answers = [item.node for item in in_reach(tree) if _is_answer(item.node)]
    if not 1 <= number <= len(answers):
        return None
    chosen = answers[number - 1]
    return None if chosen.disabled else chosen.intent


def _is_answer(node: Node) -> bool:
    """Whether a digit key can pick it: what there is to decide, not the menu or the list of places."""
    is_option = node.role == "option" and not node.name.startswith(("menu:", "country:"))
    return is_option or node.name.startswith("say:")
