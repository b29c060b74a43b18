"""A screen as right-to-left readers expect it: the same tree seen in a mirror, its texts as they were."""

from collections.abc import MutableMapping
from typing import Any

from game.ui.geometry import Rect
from game.ui.tree import Node


def mirrored(node: Node, kept: MutableMapping[object, Any]) -> Node:
    """The node with everything in it on the other side; its own place is its parent's to turn.

    `kept` holds what was turned before: a part that is still the same object is not turned again.
    """
    key = ("mirror", id(node))
    found: tuple[Node, Node] | None = kept.get(key)
    # The node itself is kept too, so that its id is not given to another one meanwhile.
    if found is None or found[0] is not node:
        found = kept[key] = (node, _turned(node, kept))
    return found[1]


def _turned(node: Node, kept: MutableMapping[object, Any]) -> Node:
    children = []
    for child in node.children:
        turned = mirrored(child, kept)
        x = node.rect.width - child.rect.x - child.rect.width
        rect = Rect(x, child.rect.y, child.rect.width, child.rect.height)
        children.append(turned.replaced(rect=rect))
    box = node.box._replace(corners=node.box.corners.mirrored) if node.box is not None else None
    return node.replaced(children=tuple(children), box=box)
