"""The display tree: all that is on the screen. It is painted, hit-tested, walked by focus, read aloud and dumped.

What is not in the tree is seen by nobody. Every node's rectangle is relative to its parent's top left corner (and moved
by the parent's scroll offset), so that a subtree can be kept and shown elsewhere without being built again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal, NamedTuple, TypeAlias

from game.design import Colour
from game.text.model import TextLayout
from game.ui.geometry import Corners, Rect
from game.ui.intents import Intent

Role: TypeAlias = Literal[
    "group",
    "text",
    "heading",
    "button",
    "option",
    "tab",
    "message",
    "image",
    "dialog",
    "list",
    "log",
    "status",
    "link",
]


class Box(NamedTuple):
    """A filled and outlined rectangle with rounded corners, the outline inside the edge. Colours are design tokens."""

    fill: Colour | None
    corners: Corners = Corners(0, 0, 0, 0)
    outline: Colour | None = None
    outline_width: float = 2.0


class Picture(NamedTuple):
    """A drawn picture by name, such as `avatars/fox`, filling the node; icons take the colour of `tint`."""

    name: str
    tint: Colour | None = None
    disc: bool = False
    """Whether it is cut to a circle."""


class Scroll(NamedTuple):
    """How far the content of a node is moved up, and how tall the content is, in dp."""

    offset: float
    content: float


class Dots(NamedTuple):
    """Typing dots: `phase` from 0 to 1 says which dot is up; below 0 they rest."""

    phase: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One thing on the screen."""

    rect: Rect
    role: Role = "group"
    name: str = ""
    """Unique in a tree where set; focus, tests and the screen reader use it."""
    label: str = ""
    """What a screen reader says; of a text node its text."""
    language: str = ""
    """The language of label and text, where it is not the tree's; what is in the node says its own."""
    box: Box | None = None
    picture: Picture | None = None
    text: TextLayout | None = None
    colour: Colour = "ink"
    children: tuple["Node", ...] = ()
    intent: Intent | None = None
    selected: bool | None = None
    disabled: bool = False
    clip: bool = False
    scroll: Scroll | None = None
    dots: Dots | None = None
    opacity: float = 1.0
    live: bool = False
    """Whether a change of it is announced."""
    modal: bool = False
    """Whether focus stays inside and what lies under it is not reached."""

    def at(self, x: float, y: float) -> "Node":
        """The same node with its top left corner at (x, y) in its parent."""
        return self.replaced(rect=Rect(x, y, self.rect.width, self.rect.height))

    def replaced(self, **changes: Any) -> "Node":
        """A copy with some fields changed."""
        values = dict(zip(_FIELDS, _values_of(self), strict=True))
        values.update(changes)
        return Node(**values)


_FIELDS: tuple[str, ...] = Node.__slots__
_values_of = attrgetter(*_FIELDS)
"""Of a node, in the order of the fields: most nodes of a screen are copies that were moved, so this has to be quick."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayTree:
    """A whole screen at one moment."""

    root: Node
    title: str
    """The window's title."""
    focus: str = ""
    """Name of the node that has the focus, if any."""
    focus_visible: bool = False
    """Whether the ring is drawn: once a key or a gamepad was used."""
    language: str = "en"
    rtl: bool = False


class Placed(NamedTuple):
    """A node with where it stands in the window, and the part of the window in which it can be seen."""

    node: Node
    rect: Rect
    visible: Rect
    holder: str = ""
    """Name of the innermost scrolling part that it is in, if any."""


def walk(tree: DisplayTree) -> Iterator[Placed]:
    """Every node in painting order, with its place in the window."""
    yield from _walk(tree.root, 0.0, 0.0, tree.root.rect, "")


def _walk(node: Node, x: float, y: float, window: Rect, holder: str) -> Iterator[Placed]:
    rect = node.rect.moved(x, y)
    visible = rect.common(window)
    yield Placed(node, rect, visible, holder)
    if not node.children:
        return
    if node.scroll is not None:
        holder = node.name
    inner = visible if node.clip else window
    dy = rect.y - (node.scroll.offset if node.scroll else 0.0)
    for child in node.children:
        yield from _walk(child, rect.x, dy, inner, holder)


def in_reach(tree: DisplayTree) -> list[Placed]:
    """Everything in reading order; under an open dialog only what lies in it."""
    placed = list(walk(tree))
    start = max((index for index, item in enumerate(placed) if item.node.modal), default=0)
    return placed[start:]


def reachable(tree: DisplayTree) -> list[Placed]:
    """What can be pressed or focused, in reading order; under an open dialog only what lies in it."""
    return [item for item in in_reach(tree) if item.node.intent is not None and not item.node.disabled]


def find(tree: DisplayTree, name: str) -> Placed | None:
    """The node of that name, if it is in the tree."""
    path = path_to(tree.root, name) if name else ()
    return _placed_at_end(path, tree.root.rect) if path else None


def path_to(node: Node, name: str) -> tuple[Node, ...]:
    """The nodes from `node` down to the first one of that name, both included; empty where there is none."""
    if node.name == name:
        return (node,)
    for child in node.children:
        path = path_to(child, name)
        if path:
            return (node, *path)
    return ()


def _placed_at_end(path: tuple[Node, ...], window: Rect) -> Placed:
    x = y = 0.0
    for node in path:
        rect = node.rect.moved(x, y)
        visible = rect.common(window)
        if node.clip:
            window = visible
        x, y = rect.x, rect.y - (node.scroll.offset if node.scroll else 0.0)
    return Placed(path[-1], rect, visible)


_STICKS_OUT = 64.0
"""How far (dp) a child may stick out of its parent and is still found by a point on it."""


def _walk_near(node: Node, x: float, y: float, window: Rect, point: tuple[float, float]) -> Iterator[Placed]:
    """Like a walk, but only into what lies around a point: a long chat is not looked through for one press."""
    rect = node.rect.moved(x, y)
    if rect.width and rect.height and not rect.grown(_STICKS_OUT).holds(*point):
        return
    visible = rect.common(window)
    yield Placed(node, rect, visible)
    inner = visible if node.clip else window
    dy = rect.y - (node.scroll.offset if node.scroll else 0.0)
    for child in node.children:
        yield from _walk_near(child, rect.x, dy, inner, point)


def node_at(tree: DisplayTree, x: float, y: float) -> Placed | None:
    """What a press at (x, y) means: the topmost pressable node there, or nothing."""
    found = None
    for item in _walk_near(tree.root, 0.0, 0.0, tree.root.rect, (x, y)):
        if item.node.modal:
            found = None
        if item.node.intent is not None and not item.node.disabled and item.visible.holds(x, y):
            found = item
    return found


def scrollable_at(tree: DisplayTree, x: float, y: float) -> Placed | None:
    """The innermost node under (x, y) whose content is taller than itself."""
    found = None
    for item in _walk_near(tree.root, 0.0, 0.0, tree.root.rect, (x, y)):
        if item.node.modal:
            found = None
        if item.node.scroll is not None and item.visible.holds(x, y):
            found = item
    return found
