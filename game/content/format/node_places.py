"""Where the parts of a file stand: spans by path, beside the values and not in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from game.content.format.spans import Span, whole_file
from game.content.format.yaml_nodes import List, Map, Node

Misspelt: TypeAlias = Mapping[Span, Mapping[str, str]]
"""By the place of a map: its keys with a typing mistake, by the key that is meant (`sign`: `sing`)."""


@dataclass(frozen=True, slots=True)
class NodePlaces:
    """Finds the span of a value or a key by its path, as `("scenes", "start", 3, "why")`, indexes from 0.

    Where the path leads to nothing, the nearest thing around it is meant, so there is always a line. A key with a
    typing mistake is found by the name that is meant: the mistake was noted, and nothing else is to be said about it.
    """

    path: str
    root: Node | None
    misspelt: Misspelt = field(default_factory=lambda: MappingProxyType({}))

    def value(self, *steps: str | int) -> Span:
        """Return the span of the value at a path; of a map or list, its beginning."""
        key, node, _ = self._walk(steps)
        if isinstance(node, Map) and node.entries:
            first = next(iter(node.entries.values())).key.span
            return first if first.line == node.span.line and first.column == node.span.column else node.span
        return node.span if node is not None else key

    def key(self, *steps: str | int) -> Span:
        """Return the span of the key that a path ends in (of a list's entry: its beginning)."""
        span, node, _ = self._walk(steps)
        return self.value(*steps) if steps and isinstance(steps[-1], int) and node is not None else span

    def has(self, *steps: str | int) -> bool:
        """Whether the path leads to something."""
        return self._walk(steps)[2]

    def keys(self, *steps: str | int) -> tuple[str, ...]:
        """Return the keys of the map at a path, as they are meant; none where there is no map."""
        node = self._walk(steps)[1]
        if not isinstance(node, Map):
            return ()
        meant = {written: key for key, written in self.misspelt.get(node.span, {}).items()}
        return tuple(meant.get(key, key) for key in node.entries)

    def _walk(self, steps: tuple[str | int, ...]) -> tuple[Span, Node | None, bool]:
        node = self.root
        span = node.span if node is not None else whole_file(self.path)
        for step in steps:
            if isinstance(node, Map) and isinstance(step, str) and self.misspelt and step not in node.entries:
                step = self.misspelt.get(node.span, {}).get(step, step)
            if isinstance(node, Map) and step in node.entries:
                entry = node.entries[step]  # type: ignore[index]
                span, node = entry.key.span, entry.value
            elif isinstance(node, List) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                span = node.span
            else:
                return span, None, False
        return span, node, True
