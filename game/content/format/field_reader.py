"""Reads nodes by the tables of a format: plain values out, and a finding for everything that does not fit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from game.content.format.diagnostics import Diagnostic, closest, did_you_mean, find, list_words, name_or_list
from game.content.format.fields import (
    BeatShape,
    Day,
    Field,
    Id,
    ListOf,
    MapOf,
    NumberOrWords,
    OneOf,
    OneOrMore,
    Record,
    Reference,
    Shape,
    TextOr,
    WholeNumber,
    Words,
    YesNo,
)
from game.content.format.reminders import TODO, find_reminder
from game.content.format.spans import Span
from game.content.format.yaml_nodes import Entry, List, Map, Node, Scalar, shorten

ID_PATTERN = re.compile(r"[a-z][a-z0-9_-]*")
_NUMBER = re.compile(r"\d{1,6}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ID_HINT = "Use small letters, digits, - and _, beginning with a letter: gift_night."
_MOST_UNKNOWN = 50
_MOST_SUGGESTED = 500
_SHAPE_NAMES = {Scalar: "a text", List: "a list", Map: "a map of keys"}


@dataclass(frozen=True, slots=True)
class FoundText:
    """A text that was read, with where it stands and how the word cap counts it."""

    text: Scalar
    cap: str | None


@dataclass(frozen=True, slots=True)
class ReadBeat:
    """A beat as it was read: its word, or the person who writes; `values` by key. `word` is "" where it is unclear."""

    word: str
    person: str
    content: Any
    values: dict[str, Any]


@dataclass(slots=True)
class FieldReader:
    """Reads values by their shapes. What cannot be read becomes None and a finding in `problems`.

    A key with a typing mistake is one finding; its value is read as that of the key that is meant, so that nothing else
    is said to be missing, and `misspelt` has it. `unknown` are the other keys that have no place where they stand.
    """

    people: tuple[str, ...] = ()
    problems: list[Diagnostic] = field(default_factory=list)
    texts: list[FoundText] = field(default_factory=list)
    misspelt: dict[Span, dict[str, str]] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)

    def read(self, shape: Shape, node: Node, name: str, owner: Span) -> Any:
        """Return the value of a node, or None. `name` is what messages call it; `owner` the key it stands behind."""
        match shape:
            case Record():
                return self.read_record(shape, node, owner)
            case ListOf():
                return self._read_list(shape, node, name, owner)
            case MapOf():
                return self._read_map(shape, node, name, owner)
            case BeatShape():
                return self._read_beat(shape, node)
            case TextOr(text=text, record=record):
                return self.read(record if isinstance(node, Map) else text, node, name, owner)
            case OneOrMore(item=item):
                if isinstance(node, List):
                    return self._read_list(ListOf(item=item, least=1, distinct=True), node, name, owner)
                value = self.read(item, node, name, owner)
                return None if value is None else (value,)
        if not isinstance(node, Scalar):
            self._wrong_shape("a text", node, name)
            return None
        if node.is_blank:
            if not node.plain and isinstance(shape, Words) and shape.blank:
                return ""
            span = owner if node.plain and not node.value else node.span
            self.note("empty-value", span, f"Nothing stands behind `{name}`.", "Write it, or take the key out.")
            return None
        return self._read_text(shape, node, name)

    def read_record(self, record: Record, node: Node, owner: Span) -> dict[str, Any] | None:
        """Return the values of a map with fixed keys, None for a key that is absent; None where it is no map."""
        if not isinstance(node, Map):
            self._wrong_shape(f"a map ({', '.join(record.keys[:4])}, ...)", node, record.name, owner)
            return None
        return self._read_fields(record, node, owner)

    def _suggest(self, word: str, known: Sequence[str]) -> str:
        """Return what may be meant; a file with hundreds of findings gets the plain list, which costs less."""
        return name_or_list(word, known) if len(self.problems) < _MOST_SUGGESTED else list_words(known)

    def note(self, slug: str, span: Span, message: str, hint: str = "") -> None:
        """Add a finding."""
        self.problems.append(find(slug, span, message, hint))

    def _read_fields(self, record: Record, node: Map, owner: Span, also: Sequence[str] = ()) -> dict[str, Any]:
        entries = node.entries
        values: dict[str, Any] = {}
        unknown = [key for key in entries if key not in record.keys and key not in also]
        misspelt = self._find_misspelt(record, node, unknown) if unknown else {}
        for one in record.fields:
            entry = entries.get(one.key)
            if entry is not None:
                values[one.key] = self.read(one.shape, entry.value, one.key, entry.key.span)
            elif one.key in misspelt:
                values[one.key] = self._read_silently(one, entries[misspelt[one.key]])
            else:
                values[one.key] = None
                if one.required:
                    self._missing(record, one.key, one.doc, owner)
        # `people: sam, kai` inside { } is one mistake, and so is a text with several commas.
        bare = [key for key in unknown if _has_no_colon(entries[key])]
        lacks_brackets = any(
            isinstance(one.shape, ListOf) and one.key in entries and isinstance(entries[one.key].value, Scalar)
            for one in record.fields
        )
        for key in unknown:
            if key == TODO:
                self.problems.append(find_reminder(entries[key]))
            elif not _has_no_colon(entries[key]) or (key == bare[0] and not lacks_brackets):
                self._unknown_key(record, key, entries[key])
        return values

    def _find_misspelt(self, record: Record, node: Map, unknown: Sequence[str]) -> dict[str, str]:
        """Return the keys with a typing mistake by the key that is meant, and keep them for `NodePlaces`."""
        found: dict[str, str] = {}
        for key in unknown[:_MOST_UNKNOWN] if len(self.problems) < _MOST_SUGGESTED else ():
            near = None if key == TODO or _part_with(record, key) else closest(key, record.keys)
            if near is not None and near not in node.entries:
                found.setdefault(near, key)
        if found:
            self.misspelt[node.span] = found
        self.unknown.update(key for key in unknown if key not in found.values())
        return found

    def _read_silently(self, field: Field, entry: Entry) -> Any:
        """Return the value behind a key with a typing mistake; what is wrong inside is found once that is mended."""
        problems, texts = len(self.problems), len(self.texts)
        value = self.read(field.shape, entry.value, field.key, entry.key.span)
        del self.problems[problems:], self.texts[texts:]
        return value

    def _missing(self, record: Record, key: str, doc: str, span: Span) -> None:
        message = f"{_this(record).capitalize()} {'have' if record.name == 'facts' else 'has'} no `{key}`."
        self.note("missing-key", span, message, f"Add `{key}:` to it. {doc}")

    def _unknown_key(self, record: Record, key: str, entry: Entry) -> None:
        span, value = entry.key.span, entry.value
        if _has_no_colon(entry) and record.name != "special message":
            message = f"`{shorten(key)}` is read as a key: inside {{ }} a comma ends a text."
            self.note("unknown-key", span, message, "Put the whole text before and behind the comma in quotes.")
        elif isinstance(value, Scalar) and value.plain and not value.value and record.name == "special message":
            message = f"`{shorten(key)}` is read as a key: a text cannot begin with {{."
            self.note("unknown-key", span, message, "Put the text in quotes.")
        elif record.name == "special message" and key == "text":
            self.note("hidden-text", span, "A hidden message has no text behind it.", "Take the text out.")
        else:
            message = f"`{shorten(key)}` is no key of {_this(record)}."
            part = _part_with(record, key)
            hint = f"Write it into its `{part}`." if part else self._suggest(key, record.keys)
            self.note("unknown-key", span, message, hint)

    def _read_list(self, shape: ListOf, node: Node, name: str, owner: Span) -> tuple[Any, ...] | None:
        if not isinstance(node, List):
            if isinstance(node, Scalar) and node.is_blank and node.plain:
                self.note(
                    "empty-value",
                    owner,
                    f"Nothing stands behind `{name}`.",
                    "Write a list: [one, two], or lines with dashes.",
                )
            else:
                self._wrong_shape("a list", node, name)
            return None
        if len(node.items) < shape.least:
            wanted = "one entry" if shape.least == 1 else f"{shape.least} entries"
            self.note(
                "too-few", owner, f"`{name}` needs at least {wanted}; it has {len(node.items)}.", "Add what is missing."
            )
        if shape.most is not None and len(node.items) > shape.most:
            self.note(
                "too-many",
                _span_of(node.items[shape.most]),
                f"`{name}` may have {shape.most} entries at most.",
                "Take the rest out.",
            )
        values = tuple(self.read(shape.item, item, name, _span_of(item)) for item in node.items)
        if shape.distinct:
            seen: set[Any] = set()
            for value, item in zip(values, node.items, strict=True):
                if value is not None and value in seen:
                    self.note(
                        "repeated-entry",
                        _span_of(item),
                        f"`{shorten(str(value))}` stands in `{name}` twice.",
                        "Keep one.",
                    )
                seen.add(value)
        return values

    def _read_map(self, shape: MapOf, node: Node, name: str, owner: Span) -> dict[str, Any] | None:
        if not isinstance(node, Map):
            self._wrong_shape(f"a map with the id of every {shape.what}", node, name, owner)
            return None
        if len(node.entries) < shape.least:
            self.note("too-few", owner, f"`{name}` has no {shape.what} in it.")
        values = {}
        for key, entry in node.entries.items():
            if key == TODO:
                self.problems.append(find_reminder(entry))
                continue
            if not ID_PATTERN.fullmatch(key):
                message = f"`{shorten(key)}` cannot be the id of a {shape.what}."
                self.note("bad-id", entry.key.span, message, _ID_HINT)
            values[key] = self.read(shape.item, entry.value, key, entry.key.span)
        return values

    def _read_beat(self, shape: BeatShape, node: Node) -> ReadBeat | None:
        if not isinstance(node, Map):
            self._not_a_beat(node)
            return None
        words = shape.beat_words
        begins = [key for key in node.entries if key in words or key in self.people]
        if not begins:
            self._unknown_beat(shape, node)
            return None
        # `go` is the key of an option too, and never of another beat: two of these words are two beats.
        for second in begins[1:]:
            span = node.entries[second].key.span
            hint = "Give every beat its own line that begins with a dash."
            self.note("two-beats", span, f"`{second}` begins a second beat inside this one.", hint)
        word, entry = begins[0], node.entries[begins[0]]
        if word in self.people and word not in words:
            content = self.read(shape.message_value, entry.value, word, entry.key.span)
            values = self._read_fields(shape.message, node, entry.key.span, also=begins)
            return ReadBeat("message", word, content, values)
        record = shape.record_of(word)
        values = self._read_fields(record, node, entry.key.span, also=begins[1:])
        return ReadBeat(word, "", None, values)

    def _not_a_beat(self, node: Node) -> None:
        if isinstance(node, Scalar):
            before, colon, _ = node.value.partition(":")
            message = "A beat belongs here, such as `sam: Hello!`; a text without a key stands here."
            hint = (
                "Put a blank behind the colon." if colon and before in self.people else "Say who writes it, or `note:`."
            )
            self.note("wrong-shape", node.span, message, hint)
        else:
            self.note("wrong-shape", node.span, "A beat belongs here, such as `sam: Hello!`; a list stands here.")

    def _unknown_beat(self, shape: BeatShape, node: Map) -> None:
        keys = [key for key in node.entries if key not in shape.message.keys and key != TODO]
        if not keys:
            message = "This beat has no beat word and nobody who writes."
            self.note("unknown-beat", node.span, message, "Begin it with a person's id or a word such as `note`.")
            return
        known = (*self.people, *shape.beat_words)
        entry = node.entries[keys[0]]
        near = did_you_mean(keys[0], known) if len(self.problems) < _MOST_SUGGESTED else ""
        hint = near or f"People: {', '.join(self.people)}. {list_words(shape.beat_words)}"
        self.note("unknown-beat", entry.key.span, f"`{shorten(keys[0])}` is no person and no beat word.", hint)

    def _read_text(self, shape: Shape, node: Scalar, name: str) -> Any:
        value = node.value.strip()
        match shape:
            case Words(cap=cap):
                self.texts.append(FoundText(node, cap))
                return value
            case Reference():
                return value
            case OneOf(values=values):
                if value in values:
                    return value
                message = f"`{name}` cannot be `{shorten(value)}`."
                self.note("unknown-value", node.span, message, self._suggest(value, values))
            case Id():
                if ID_PATTERN.fullmatch(value):
                    return value
                self.note("bad-id", node.span, f"`{shorten(value)}` cannot be an id.", _ID_HINT)
            case YesNo():
                if value in ("yes", "no"):
                    return value == "yes"
                word = {"true": "yes", "false": "no", "y": "yes", "n": "no"}.get(value.lower(), value.lower())
                hint = f"Write `{name}: {word}`." if word in ("yes", "no") else f"Write `{name}: yes` or `{name}: no`."
                self.note("unknown-value", node.span, f"`{name}` is yes or no, not `{shorten(value)}`.", hint)
            case NumberOrWords() if not (value.isascii() and value.isdigit()):
                return value
            case WholeNumber(low=low, high=high) | NumberOrWords(low=low, high=high):
                if _NUMBER.fullmatch(value) and low <= int(value) <= high:
                    return int(value)
                message = f"`{name}` is a whole number from {low} to {high}, not `{shorten(value)}`."
                self.note(
                    "bad-number",
                    node.span,
                    message,
                    f"Write it in digits and alone: `{name}: {max(low, min(7, high))}`.",
                )
            case Day():
                if _DAY.fullmatch(value) and _is_day(value):
                    return value
                self.note("bad-date", node.span, f"`{shorten(value)}` is no date.", "Write it as 2026-11-24.")
        return None

    def _wrong_shape(self, wanted: str, node: Node, name: str, owner: Span | None = None) -> None:
        if isinstance(node, Scalar) and node.plain and not node.value:
            self.note("empty-value", owner or node.span, f"Nothing stands behind `{name}`; {wanted} belongs there.")
            return
        found = _SHAPE_NAMES[type(node)]
        hint = "Put a text that begins with [ or { in quotes." if wanted == "a text" else ""
        if wanted == "a list":
            example = shorten(node.value) if isinstance(node, Scalar) else "one, two"
            hint = f"Put it in brackets: [{example}], or give each entry a line with a dash."
        elif wanted.startswith("a map"):
            hint = "Write its keys on lines below it, each indented and with a colon behind it."
        message = f"{wanted[0].upper()}{wanted[1:]} belongs here, behind `{name}`; {found} stands here."
        if wanted.startswith("a map ("):
            message = f"Keys {wanted.removeprefix('a map ')} belong here; {found} stands here."
        self.note("wrong-shape", _span_of(node), message, hint)


def _span_of(node: Node) -> Span:
    """Return where to point for an entry of a list: a thing with an id at its id."""
    if isinstance(node, Map):
        entry = node.entries.get("id")
        if entry is not None and isinstance(entry.value, Scalar) and entry.value.value:
            return entry.value.span
    return node.span


def _has_no_colon(entry: Entry) -> bool:
    """Whether a key came about by a comma inside { }, so that neither a colon nor a value stands behind it."""
    key, value = entry.key.span, entry.value
    is_empty = isinstance(value, Scalar) and value.plain and not value.value
    return is_empty and (value.span.line, value.span.column) == (key.line, key.end_column)


def _this(record: Record) -> str:
    """Return what messages call a thing of this form."""
    return f"these {record.name}" if record.name == "facts" else f"this {record.name}"


def _part_with(record: Record, key: str) -> str | None:
    """Return the part of a thing in which a key belongs that stands beside that part, or None."""
    parts = (one for one in record.fields if isinstance(one.shape, Record) and key in one.shape.keys)
    return next((one.key for one in parts), None)


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
