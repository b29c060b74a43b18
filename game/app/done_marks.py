"""The marks of what was finished and practised, as a value and as a file; kept only where the player chose that."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from game.app.sealed_file import seal
from game.story.model import BANDS, Band

FORMAT = 2
_MOST = 5_000
_ID = re.compile(r"[a-z][a-z0-9_-]{0,199}")
_ITEM = re.compile(r"(8-10|11-13|14-17)/[a-z][a-z0-9_-]{0,199}")
_KEYS = ("format", "done", "first_finished", "practised")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The stories that were finished, and the local day of the first finished one of each band."""

    stories: tuple[str, ...] = ()
    first_finished: Mapping[Band, date] = field(default_factory=dict)
    practised: tuple[str, ...] = ()
    """Ids of the items of practice that were shown, as `band/id`."""

    def __post_init__(self) -> None:
        """Freeze the map."""
        object.__setattr__(self, "first_finished", MappingProxyType(dict(self.first_finished)))


def read_done(value: Mapping[str, Any]) -> Done:
    """Return the marks in a file's object; single bad marks are dropped. Raises ValueError where it holds none."""
    stories, days, items = value.get("done"), value.get("first_finished"), value.get("practised", [])
    if not isinstance(stories, list) or not isinstance(days, dict) or not isinstance(items, list):
        raise ValueError("no done-marks")
    names = dict.fromkeys(name for name in stories if isinstance(name, str) and _ID.fullmatch(name))
    first = {band: date.fromisoformat(days[band]) for band in BANDS if isinstance(days.get(band), str)}
    shown = dict.fromkeys(item for item in items if isinstance(item, str) and _ITEM.fullmatch(item))
    return Done(stories=tuple(names)[:_MOST], first_finished=first, practised=tuple(shown)[:_MOST])


def done_text(done: Done, before: Mapping[str, Any]) -> str:
    """Return the text of the file; keys of `before`, what was read from it, that mean nothing here are kept."""
    value = {
        "format": FORMAT,
        "done": list(done.stories),
        "first_finished": {band: day.isoformat() for band, day in done.first_finished.items()},
        "practised": list(done.practised),
        **{key: kept for key, kept in before.items() if key not in _KEYS},
    }
    return seal(json.dumps(value, indent=2))
