"""What reading a file that is one list gave: signs, facts, wordings or practice, with their places."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from game.content.format.diagnostics import Diagnostic, with_snippets
from game.content.format.entry_list import EntryList, read_entries
from game.content.format.field_reader import FoundText
from game.content.format.fields import Record
from game.content.format.node_places import NodePlaces
from game.content.format.source_text import SourceText
from game.content.format.yaml_nodes import Map

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListReading(Generic[Value]):
    """One file's reading. What was written, broken entries too, stands in `entries`: the checks look at that."""

    path: Path
    by_index: Mapping[int, Value]
    """The things that could be read, by the index of their entry in the file, from 0."""
    entries: EntryList

    @property
    def values(self) -> tuple[Value, ...]:
        """The things that could be read, in the order of the file."""
        return tuple(self.by_index.values())

    def sound(self, found: Iterable[Diagnostic]) -> tuple[Value, ...]:
        """Return the things in whose entries none of these findings is an error, in the order of the file."""
        broken = self.entries.broken(found)
        return tuple(value for index, value in self.by_index.items() if index not in broken)

    @property
    def spans(self) -> NodePlaces:
        """Where everything stands."""
        return self.entries.spans

    @property
    def texts(self) -> tuple[FoundText, ...]:
        """Every text in the file that somebody reads."""
        return self.entries.texts

    @property
    def source(self) -> SourceText | None:
        """The file as it was written; None where it could not be read."""
        return self.entries.document.source

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the form of the file, in file order."""
        return self.with_more(())

    def with_more(self, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """Return the findings about the form together with others about the same file, in file order."""
        document = self.entries.document
        return with_snippets((*self.entries.problems, *found), document.path, document.lines)


def read_list(
    path: Path,
    shown: str | None,
    record_of: Callable[[Map], Record],
    build: Callable[[dict[str, Any]], Value],
) -> ListReading[Value]:
    """Read a file that is a list of things. Never raises.

    Args:
        path: the file.
        shown: the name that findings give it; its path where that is None.
        record_of: says by which table an entry is read.
        build: makes the value of an entry in which nothing that is needed is missing.
    """
    entries = read_entries(path, record_of, shown)
    things = {index: build(values) for index, values in entries.entries}
    return ListReading(path=path, by_index=things, entries=entries)
