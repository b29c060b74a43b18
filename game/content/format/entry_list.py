"""Files that are one list of things with ids: signs, facts, wordings, practice."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from game.content.format.diagnostics import Diagnostic
from game.content.format.field_reader import FieldReader, FoundText
from game.content.format.fields import Record
from game.content.format.node_places import NodePlaces
from game.content.format.reminders import TODO, without_reminders
from game.content.format.yaml_nodes import Document, List, Map, read_yaml


@dataclass(frozen=True, slots=True)
class EntryList:
    """The entries of such a file that could be read: their index in the file, their values.

    `started` holds the incomplete ones too, with None for what is missing or wrong.
    """

    document: Document
    entries: tuple[tuple[int, dict[str, Any]], ...]
    problems: list[Diagnostic]
    texts: tuple[FoundText, ...]
    spans: NodePlaces
    started: tuple[tuple[int, dict[str, Any]], ...] = ()

    def broken(self, found: Iterable[Diagnostic]) -> frozenset[int]:
        """Return the entries, by index, in which one of these findings is an error."""
        root = self.document.root
        # Each reaches from its beginning to that of the next one.
        begins = [(node.span.line, node.span.column) for node in root.items] if isinstance(root, List) else []
        return frozenset(bisect_right(begins, (one.span.line, one.span.column)) - 1 for one in found if one.is_error)


def read_entries(path: Path, record_of: Callable[[Map], Record], shown: str | None = None) -> EntryList:
    """Read a file that is a list of records. Entries with a missing or wrong key are left out; ids have to differ."""
    document = read_yaml(path, shown)
    reader = FieldReader(problems=list(document.diagnostics))
    entries: list[tuple[int, dict[str, Any]]] = []
    started: list[tuple[int, dict[str, Any]]] = []
    seen: dict[str, int] = {}
    if document.root is not None and document.source is not None and TODO in document.source.text:
        document = replace(document, root=without_reminders(document.root, reader.problems))
    root = document.root
    if root is not None and not isinstance(root, List):
        reader.note("wrong-shape", root.span, "This file is a list: every entry begins with a dash.")
    for index, node in enumerate(root.items if isinstance(root, List) else ()):
        record = record_of(node) if isinstance(node, Map) else record_of(Map({}, node.span))
        values = reader.read_record(record, node, _owner(node))
        if values is None:
            continue
        started.append((index, values))
        id = values["id"]
        if id in seen:
            message = f"The id `{id}` is there already, in line {seen[id]}."
            reader.note("duplicate-id", _owner(node), message, "Give this entry another one.")
        elif id is not None:
            seen[id] = _owner(node).line
        if all(values[field.key] is not None for field in record.fields if field.required):
            entries.append((index, values))
    spans = NodePlaces(document.path, root)
    return EntryList(document, tuple(entries), reader.problems, tuple(reader.texts), spans, tuple(started))


def _owner(node: Any) -> Any:
    """Return where to point for an entry: its id, where it has one."""
    id = node.get("id") if isinstance(node, Map) else None
    return id.span if id is not None else node.span
