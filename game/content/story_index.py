"""What is known of story files without opening them: cards and refusals, kept in a JSON file beside the user's data.

It holds every story found, whatever was opened, and says nothing about what was played. A card stands there in each
language in which its story is whole, so that the picker opens no catalogue.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from game.atomic_file import read_small, replace_file
from game.errors import SaveError
from game.story.model import BANDS
from game.story.values import CardWords, StoryCard

FORMAT = 2
_LARGEST = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """One story file as it was checked. `card` is None where it was refused, `reason` and `line` then say why."""

    path: str
    mtime_ns: int
    size: int
    card: StoryCard | None = None
    reason: str = ""
    line: int = 1
    translations: Mapping[str, str] | None = None
    """The version of each language's catalogue when the card's words were taken from it; None where nobody looked."""


@dataclass(frozen=True, slots=True)
class SignsInLanguage:
    """Whether the signs are whole in a language, by the version of their catalogue that was looked at."""

    version: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class StoryIndex:
    """The entries of an index by path, and what is known of the signs by language."""

    entries: Mapping[str, IndexEntry] = field(default_factory=dict)
    signs: Mapping[str, SignsInLanguage] = field(default_factory=dict)


def read_index(file: Path, stamp: str) -> StoryIndex:
    """Return an index; an empty one where it is missing, damaged, too large, no file, or made under another stamp."""
    try:
        content = read_small(file, _LARGEST)
        if content is None or len(content) > _LARGEST:
            return StoryIndex()
        data = json.loads(content)
        if data["format"] != FORMAT or data["stamp"] != stamp:
            return StoryIndex()
        entries = [_read_entry(one) for one in data["stories"]]
        signs = {
            _of(str, code): SignsInLanguage(_of(str, one), _of(bool, two)) for code, (one, two) in _map(data["signs"])
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError, SaveError):
        return StoryIndex()
    return StoryIndex({entry.path: entry for entry in entries}, signs)


def write_index(file: Path, stamp: str, index: StoryIndex) -> bool:
    """Write an index in one step; return False, and leave what was there, where the folder cannot be written.

    A path need not be UTF-8: what it cannot say comes back from `read_index` as it was.
    """
    data = {
        "format": FORMAT,
        "stamp": stamp,
        "signs": {code: [one.version, one.is_whole] for code, one in index.signs.items()},
        "stories": [_row(entry) for entry in index.entries.values()],
    }
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=dict)
    try:
        replace_file(file, content.encode("utf-8", "surrogatepass"))
    except (OSError, ValueError):
        return False
    return True


def _row(entry: IndexEntry) -> dict[str, Any]:
    row = {one.name: getattr(entry, one.name) for one in fields(IndexEntry)}
    if entry.card is not None:
        card = {one.name: getattr(entry.card, one.name) for one in fields(StoryCard)}
        card["told"] = [[getattr(words, key) for key in _WORDS] for words in entry.card.told]
        row["card"] = card
    return row


def _read_entry(data: Mapping[str, Any]) -> IndexEntry:
    card, translations = data["card"], data["translations"]
    entry = IndexEntry(
        path=_of(str, data["path"]),
        mtime_ns=_of(int, data["mtime_ns"]),
        size=_of(int, data["size"]),
        card=None if card is None else _read_card(card),
        reason=_of(str, data["reason"]),
        line=_of(int, data["line"]),
        translations=None if translations is None else {key: _of(str, one) for key, one in _map(translations)},
    )
    if entry.card is None and not entry.reason:
        raise ValueError("neither a card nor a reason")
    return entry


_WORDS = tuple(one.name for one in fields(CardWords))
_CARD_TYPES: Mapping[str, type] = {
    "level": int,
    "minutes": int,
    "is_draft": bool,
    "needs_gate": bool,
    "signs": list,
    "methods": list,
    "told": list,
}
_CARD_FIELDS = tuple((one.name, _CARD_TYPES.get(one.name, str)) for one in fields(StoryCard))


def _read_card(data: Mapping[str, Any]) -> StoryCard:
    values = {name: _of(kind, data[name]) for name, kind in _CARD_FIELDS}
    for name in ("signs", "methods"):
        values[name] = tuple(_of(str, value) for value in values[name])
    values["told"] = tuple(CardWords(*(_of(str, value) for value in words)) for words in values["told"])
    if values["band"] not in BANDS or values["kind"] not in ("story", "booster"):
        raise ValueError("no such band or kind")
    return StoryCard(**values)


def _map(value: Any) -> Any:
    return _of(dict, value).items()


def _of(kind: type, value: Any) -> Any:
    """Return a value of exactly this type; ValueError for any other."""
    if type(value) is not kind:
        raise ValueError(f"{value!r} is no {kind.__name__}")
    return value
