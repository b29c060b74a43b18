"""A display tree as text: what a golden test compares, and what a person without a screen can read."""

from game.ui.tree import DisplayTree, Node


def dump_tree(tree: DisplayTree) -> str:
    """Every node that says or does something, a line each, indented by depth; places are left out on purpose.

    What is in another language than the screen says in which.
    """
    lines = [f"window: {tree.title}"]
    _dump(tree.root, 0, lines)
    return "\n".join(lines) + "\n"


def _dump(node: Node, depth: int, lines: list[str]) -> None:
    says = bool(node.label) or node.intent is not None
    if says:
        parts: list[str] = [node.role]
        if node.name:
            parts.append(f"#{node.name}")
        if node.selected is not None:
            parts.append("selected" if node.selected else "not selected")
        if node.disabled:
            parts.append("disabled")
        if node.language:
            parts.append(f"in {node.language}")
        lines.append(f"{'  ' * depth}{' '.join(parts)}: {node.label}".rstrip())
    if node.intent is not None and node.label:
        # What stands on a button is said by its label already.
        return
    for child in node.children:
        _dump(child, depth + 1 if says else depth, lines)
