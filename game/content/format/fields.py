"""What a field of a file may hold: the words in which the tables of every format are written.

The tables are data: the reader works from them, and a schema for editors or a page of documentation can too.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text. `cap`: whether the word cap counts the whole of it (a chat line) or each sentence; none for authors.

    `blank`: whether an empty text, in quotes, is a text too.
    """

    cap: Literal["line", "sentence"] | None = None
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Id:
    """A short plain name, [a-z][a-z0-9_-]*, that this file gives to something."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of something that is defined elsewhere: a person, a chat, a scene, a sign, a picture ..."""

    to: Literal["person", "chat", "scene", "sign", "figure", "picture", "story"]


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A whole number from `low` to `high`, both allowed."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class NumberOrWords:
    """A whole number from `low` to `high`, or a text that is more than digits."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class YesNo:
    """`yes` or `no`."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date, year-month-day."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One word out of a closed list."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf:
    """A list of at least `least` and at most `most` entries; `distinct`: no two alike."""

    item: "Shape"
    least: int = 0
    most: int | None = None
    distinct: bool = False


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """One value, or a list of them; read as a list either way."""

    item: "Shape"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapOf:
    """A map whose keys are ids that the author chooses; `what` names one of its things in messages."""

    item: "Shape"
    what: str
    least: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A key, what may stand behind it, and a line that explains it to an author."""

    key: str
    shape: "Shape"
    doc: str
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A map with fixed keys; `name` says in messages what it is ("this option")."""

    name: str
    fields: tuple[Field, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that may stand in it, in the order of the table."""
        return tuple(field.key for field in self.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextOr:
    """A text, or a map in place of it."""

    text: Words
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class BeatShape:
    """A beat: a map told apart by its beat word, or by the id of the person who writes."""

    words: tuple[Record, ...]
    message: Record
    message_value: TextOr

    def record_of(self, word: str) -> Record:
        """Return the table of a beat word; KeyError for a word that is none."""
        for record in self.words:
            if record.fields[0].key == word:
                return record
        raise KeyError(word)

    @property
    def beat_words(self) -> tuple[str, ...]:
        """The words that begin a beat which is no message."""
        return tuple(record.fields[0].key for record in self.words)


Shape: TypeAlias = (
    Words
    | Id
    | Reference
    | WholeNumber
    | NumberOrWords
    | YesNo
    | Day
    | OneOf
    | ListOf
    | OneOrMore
    | MapOf
    | Record
    | TextOr
    | BeatShape
)


def need(key: str, shape: Shape, doc: str) -> Field:
    """Make a field that has to be there."""
    return Field(key=key, shape=shape, doc=doc, required=True)


def may(key: str, shape: Shape, doc: str) -> Field:
    """Make a field that may be left out."""
    return Field(key=key, shape=shape, doc=doc)
