"""What is known of story files without opening them: cards and refusals, kept in a JSON file beside the user's data.

It holds every story found, whatever was opened, and says nothing about what was played.
"""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from game.story.model import BANDS
from game.story.values import StoryCard

FORMAT = 1
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


def read_index(file: Path, stamp: str) -> dict[str, IndexEntry]:
    """Return the entries of an index by path; none where it is missing, damaged, or made under another stamp."""
    try:
        if file.stat().st_size > _LARGEST:
            return {}
        data = json.loads(file.read_bytes())
        if data["format"] != FORMAT or data["stamp"] != stamp:
            return {}
        entries = [_read_entry(one) for one in data["stories"]]
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
    return {entry.path: entry for entry in entries}


def write_index(file: Path, stamp: str, entries: Iterable[IndexEntry]) -> bool:
    """Write an index in one step; return False, and leave what was there, where the folder cannot be written."""
    data = {"format": FORMAT, "stamp": stamp, "stories": [asdict(entry) for entry in entries]}
    temporary = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        temporary.replace(file)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        return False
    return True


def _read_entry(data: Mapping[str, Any]) -> IndexEntry:
    card = data["card"]
    entry = IndexEntry(
        path=_of(str, data["path"]),
        mtime_ns=_of(int, data["mtime_ns"]),
        size=_of(int, data["size"]),
        card=None if card is None else _read_card(card),
        reason=_of(str, data["reason"]),
        line=_of(int, data["line"]),
    )
    if entry.card is None and not entry.reason:
        raise ValueError("neither a card nor a reason")
    return entry


_CARD_TYPES: Mapping[str, type] = {
    "level": int,
    "minutes": int,
    "is_draft": bool,
    "needs_gate": bool,
    "signs": list,
    "methods": list,
}


def _read_card(data: Mapping[str, Any]) -> StoryCard:
    values = {one.name: _of(_CARD_TYPES.get(one.name, str), data[one.name]) for one in fields(StoryCard)}
    for name in ("signs", "methods"):
        values[name] = tuple(_of(str, value) for value in values[name])
    if values["band"] not in BANDS or values["kind"] not in ("story", "booster"):
        raise ValueError("no such band or kind")
    return StoryCard(**values)


def _of(kind: type, value: Any) -> Any:
    """Return a value of exactly this type; ValueError for any other."""
    if type(value) is not kind:
        raise ValueError(f"{value!r} is no {kind.__name__}")
    return value
