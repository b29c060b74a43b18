"""YAML read for its text and its places: small frozen nodes, built from the parser's events within fixed limits.

Values stay what was typed (`12:30`, `no`); nothing is resolved, so anchors, aliases, merge keys and tags are refused.
The nodes are built here from the events and never by PyYAML's composer, whose C version dies of deep nesting.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from game.content.format.diagnostics import Diagnostic, find, in_file_order
from game.content.format.source_text import SourceText, decode_source, read_source
from game.content.format.spans import Span, whole_file
from game.content.format.yaml_errors import explain_yaml_error
from game.content.format.yaml_loader import PatientLoader

DEEPEST = 20
"""How many lists and maps may stand in one another, the outermost one counted."""
_FAST = getattr(yaml, "CSafeLoader", PatientLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it was typed. `plain`: without quotation marks or block signs. An absent value is plain and empty."""

    value: str
    span: Span
    last_line: int
    plain: bool = True

    @property
    def is_blank(self) -> bool:
        """Whether nothing, or nothing but blanks, stands there."""
        return not self.value.strip()


@dataclass(frozen=True, slots=True)
class List:
    """Entries in the order of the file."""

    items: "tuple[Node, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Map:
    """Keys with their values, in the order of the file; of a key given twice the first."""

    entries: Mapping[str, Entry]
    span: Span

    def get(self, key: str) -> "Node | None":
        """Return the value of a key, or None where there is no such key."""
        entry = self.entries.get(key)
        return None if entry is None else entry.value


Node: TypeAlias = Scalar | List | Map


@dataclass(frozen=True, slots=True)
class Document:
    """What could be read of a file: its text, its outermost node, and what was found on the way."""

    path: str
    source: SourceText | None
    root: Node | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file; none where it could not be read."""
        return self.source.lines if self.source else ()


def read_yaml(path: Path, shown: str | None = None) -> Document:
    """Read a YAML file into nodes. Never raises: what is wrong comes back as findings, and `root` is None then."""
    source, problems = read_source(path, shown)
    return _read_document(source, shown or str(path), problems)


def parse_yaml(text: str | bytes, path: str) -> Document:
    """Read YAML out of memory, under the same rules as a file's. Never raises."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    source, problems = decode_source(data, path)
    return _read_document(source, path, problems)


def _read_document(source: SourceText | None, path: str, problems: tuple[Diagnostic, ...]) -> Document:
    if source is None:
        return Document(path, None, None, problems)
    builder = _Builder(source)
    try:
        builder.read(_FAST)
    except (yaml.YAMLError, ValueError) as quick_error:
        builder = _Builder(source)
        try:
            builder.read(PatientLoader)
        except yaml.YAMLError as error:
            builder.root = None
            builder.problems.append(explain_yaml_error(error, source))
        except (ValueError, OverflowError, RecursionError):
            builder.root = None
            builder.problems.append(explain_yaml_error(quick_error, source))
    if builder.root is None and not builder.problems:
        message = "This file is empty." if not source.text.strip() else "This file holds nothing but comments."
        builder.problems.append(
            find("file-empty", whole_file(path), message, "Begin with a copy of a file that works.")
        )
    return Document(path, source, builder.root, in_file_order(builder.problems))


class _StopReading(Exception):  # noqa: N818 - not an error: the way out of the loop
    """Reading ends here: the finding that says why has been noted."""


@dataclass(slots=True)
class _Open:
    """A list or map whose end has not come yet."""

    is_map: bool
    span: Span
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None


class _Builder:
    """Builds the nodes of one document from events, with a stack of its own: nothing here calls itself."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.problems: list[Diagnostic] = []
        self.root: Node | None = None
        self._stack: list[_Open] = []
        self._documents = 0

    def read(self, loader_class: Any) -> None:
        """Walk all events; YAMLError where the text breaks a rule of YAML. Stops at the first thing that is refused."""
        try:
            for event in _events(self.source.text, loader_class):
                self._take(event)
        except _StopReading:
            self.root = None

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self._refuse_feature(event)
            start, end = event.start_mark, event.end_mark
            last = max(start.line + 1, end.line) if event.style in ("|", ">") else end.line + 1
            self._put(Scalar(event.value, self._span(start, end), last, not event.style))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                self._refuse_feature(event)
            span = self._span(event.start_mark, event.start_mark)
            if self._stack and self._stack[-1].is_map and self._stack[-1].key is None:
                self._stop(
                    "yaml-syntax", span, "A list or map cannot be a key.", "Put text that holds { or [ in quotes."
                )
            if len(self._stack) == DEEPEST:
                self._stop("too-deep", span, f"Lists and maps are put into one another more than {DEEPEST} deep here.")
            self._stack.append(_Open(kind is yaml.MappingStartEvent, span))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            done = self._stack.pop()
            self._put(Map(done.entries, done.span) if done.is_map else List(tuple(done.items), done.span))
        elif kind is yaml.AliasEvent:
            span = self._span(event.start_mark, event.end_mark)
            self._stop("yaml-feature", span, "`*` begins an alias here.", "Put text that begins with * in quotes.")
        elif kind is yaml.DocumentStartEvent:
            self._begin_document(event)

    def _begin_document(self, event: Any) -> None:
        self._documents += 1
        span = self._span(event.start_mark, event.end_mark)
        if event.tags or event.version:
            self._stop("yaml-feature", span, "Lines that begin with % are not read.", "Delete them.")
        if self._documents > 1:
            self._stop(
                "yaml-feature", span, "A second document begins here.", "Delete the line `---`; one file, one thing."
            )

    def _put(self, node: Node) -> None:
        if not self._stack:
            self.root = node if not (isinstance(node, Scalar) and node.plain and not node.value) else None
            return
        top = self._stack[-1]
        if not top.is_map:
            top.items.append(node)
        elif top.key is None:
            # Collections as keys were stopped where they began, so a key is text.
            assert isinstance(node, Scalar)
            if node.value == "<<" and node.plain:
                self._stop("yaml-feature", node.span, "`<<` would merge another map in.", "Write its keys out here.")
            top.key = node
        else:
            self._add_entry(top, Entry(top.key, node))
            top.key = None

    def _add_entry(self, top: _Open, entry: Entry) -> None:
        earlier = top.entries.get(entry.key.value)
        if earlier is None:
            top.entries[entry.key.value] = entry
            return
        message = f"`{shorten(entry.key.value)}` is given twice; the first one is in line {earlier.key.span.line}."
        hint = "Keep one of the two. In a list, every new thing begins with a dash."
        self.problems.append(find("duplicate-key", entry.key.span, message, hint))

    def _refuse_feature(self, event: Any) -> None:
        span = self._span(event.start_mark, event.start_mark)
        if event.anchor is not None:
            message, sign = f"`&{shorten(event.anchor)}` would be an anchor here.", "&"
        else:
            message, sign = "`!` begins a tag here.", "!"
        self._stop("yaml-feature", span, message, f"Put text that begins with {sign} in quotes.")

    def _stop(self, slug: str, span: Span, message: str, hint: str = "") -> None:
        self.problems.append(find(slug, span, message, hint or "Make it simpler: a story needs six at most."))
        raise _StopReading

    def _span(self, start: Any, end: Any) -> Span:
        """Return the span between two marks: to the line's last word where it runs on, never less than one wide."""
        line, column = start.line, start.column
        if end.line == line:
            end_column = max(end.column, column + 1)
        else:
            lines = self.source.lines
            end_column = max(len(lines[line].rstrip()) if line < len(lines) else 0, column + 1)
        return Span(self.source.path, line + 1, column + 1, end_column + 1)


def shorten(text: str, most: int = 40) -> str:
    """Return a text cut for use in a message, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 3] + "..."


def _events(text: str, loader_class: Any) -> Iterator[Any]:
    loader = loader_class(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()
