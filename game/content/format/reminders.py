"""An author's reminders: `todo:` may stand in any map, and is a note that never fails anything."""

from game.content.format.diagnostics import Diagnostic, find
from game.content.format.yaml_nodes import Entry, List, Map, Node, Scalar, shorten

TODO = "todo"


def find_reminder(entry: Entry) -> Diagnostic:
    """Make the note of a reminder."""
    said = shorten(entry.value.value, 120) if isinstance(entry.value, Scalar) else ""
    return find("todo", entry.key.span, f"Still to do: {said}" if said else "Still to do.")


def without_reminders(node: Node, problems: list[Diagnostic]) -> Node:
    """Return a node without the entries of lists that hold nothing but a reminder; each becomes a note."""
    if isinstance(node, Map):
        entries = {
            key: Entry(entry.key, without_reminders(entry.value, problems)) for key, entry in node.entries.items()
        }
        return Map(entries, node.span)
    if isinstance(node, List):
        kept = []
        for item in node.items:
            if isinstance(item, Map) and tuple(item.entries) == (TODO,):
                problems.append(find_reminder(item.entries[TODO]))
            else:
                kept.append(without_reminders(item, problems))
        return List(tuple(kept), node.span)
    return node
