"""Moving what is taller than its place: by wheel, finger and keys, and to whatever has the focus."""

from collections.abc import MutableMapping

from game.ui.tree import DisplayTree, Node, Placed, Scroll, find, path_to, walk

_MARGIN = 28.0
"""How much of the neighbours stays in sight around what has the focus."""


def scroll_by(tree: DisplayTree, offsets: MutableMapping[str, float], name: str, down: float) -> bool:
    """Move a scrolling part by so many dp; whether anything moved."""
    placed = find(tree, name)
    if placed is None or placed.node.scroll is None:
        return False
    return _set(offsets, placed.node, placed.node.scroll, placed.node.scroll.offset + down)


def _set(offsets: MutableMapping[str, float], node: Node, scroll: Scroll, wanted: float) -> bool:
    most = max(0.0, scroll.content - node.rect.height)
    offset = min(max(0.0, wanted), most)
    if offset == scroll.offset:
        return False
    if offset >= most - 1.0 and node.role == "log":
        # At its end a chat follows what arrives again.
        offsets.pop(node.name, None)
    else:
        offsets[node.name] = offset
    return True


def main_scroller(tree: DisplayTree) -> Placed | None:
    """The largest part that can be scrolled: the one that page keys move. Under a dialog, the dialog's."""
    best: Placed | None = None
    for item in walk(tree):
        if item.node.modal:
            best = None
        scroll = item.node.scroll
        if scroll is None or scroll.content <= item.node.rect.height:
            continue
        if best is None or _area(item) > _area(best):
            best = item
    return best


def _area(item: Placed) -> float:
    return item.rect.width * item.rect.height


def show_node(tree: DisplayTree, name: str, offsets: MutableMapping[str, float]) -> bool:
    """Scroll so that the node of that name is in sight; whether anything moved."""
    target = find(tree, name) if name else None
    holder = _holder_of(tree, name) if target is not None else None
    if target is None or holder is None or holder.node.scroll is None:
        return False
    scroll = holder.node.scroll
    above = target.rect.y - _MARGIN - holder.rect.y
    below = target.rect.bottom + _MARGIN - holder.rect.bottom
    if above < 0:
        return _set(offsets, holder.node, scroll, scroll.offset + above)
    if below > 0:
        # What is taller than the place shows its beginning.
        return _set(offsets, holder.node, scroll, scroll.offset + min(below, above + _MARGIN))
    return False


def _holder_of(tree: DisplayTree, name: str) -> Placed | None:
    """The innermost scrolling part that holds the node of that name."""
    holders = [node for node in path_to(tree.root, name)[:-1] if node.scroll is not None and node.name]
    return find(tree, holders[-1].name) if holders else None
