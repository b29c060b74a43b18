"""What the player or an adult set once: language, country, look, speed. Kept in one small file.

Which band was picked, which stories an adult said to have read, and how large the window was tell of what was played:
they stand in the file only while `keep_place` does, and are forgotten with the window otherwise.
"""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

from game.app.home_files import SETTINGS_FILE, find_kept, write_kept
from game.app.home_lock import locked
from game.app.notices import Notice
from game.app.sealed_file import CHECK_KEY, FORMAT_KEY, seal
from game.design import LETTERS, THEMES, Letters, Theme
from game.story.model import BANDS, Band

ReadingSpeed: TypeAlias = Literal["slow", "normal", "fast", "all_at_once"]
READING_SPEEDS: tuple[ReadingSpeed, ...] = get_args(ReadingSpeed)

FILE_NAME = SETTINGS_FILE
FORMAT = 2
TEXT_SIZES = range(80, 301)
"""Text sizes in percent that a file may ask for; the menu offers a few of them."""
_MAX_GATES = 500
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,3}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_STORY = re.compile(r"[a-z][a-z0-9_-]{0,199}")
_KEPT_BY_CONSENT = ("band", "gate_read", "window_size")
"""What would tell of playing: written, and read, only while `keep_place` stands in the same file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set, with what it is before anybody set it. Nothing in it says who plays."""

    language: str | None = None
    """None: the system's, where it is shipped."""
    band: Band | None = None
    country: str = "ZZ"
    """Two letters, for help; ZZ is somewhere else."""
    keep_place: bool = False
    text_size: int = 100
    """In percent."""
    letters: Letters = "usual"
    theme: Theme = "paper"
    motion: bool = True
    sound: bool = True
    reading_speed: ReadingSpeed = "normal"
    letter_keys: bool = True
    window_size: tuple[int, int] | None = None
    """Width and height in dp."""
    adult_page_seen: bool = False
    keep_offered: bool = False
    """Whether keeping the place was offered; it is offered once and then stands in the menu."""
    gate_read: tuple[str, ...] = ()
    """Stories that an adult said to have read (content rule H7)."""


def load_settings(home: Path) -> tuple[Settings, Notice | None]:
    """Return the settings kept in the user's folder, and a notice where something was wrong with them. Never raises.

    A damaged file is put aside beside its old place; one that cannot be read, or that a newer game wrote, stays as it
    is. A value of the wrong kind becomes what it is before anybody set it.
    """
    found = find_kept(home / FILE_NAME, FORMAT, "settings_damaged")
    return (Settings() if found.value is None else _read(found.value)), found.notice


def save_settings(
    home: Path, settings: Settings, before: Settings | None = None, *, named: Collection[str] = ()
) -> Notice | None:
    """Keep the settings in the user's folder; returns a notice for the player where that is not possible.

    Written is only what differs from `before` (the settings of this window before it was changed), and what is
    `named` (fields that were set on purpose, to what they were perhaps); everything if `before` is None. The rest stays
    as it is in the file, which another window may have changed; so do keys that mean nothing to this version.
    """
    with locked(home):
        path = home / FILE_NAME
        found = find_kept(path, FORMAT, "settings_damaged")
        if not found.may_write:
            return found.notice
        inside = found.value or {}
        text = _text(_merged(_read(inside), settings, before, named), inside)
        return write_kept(path, text) or found.notice


def may_keep(home: Path) -> tuple[bool | None, Notice | None]:
    """Return whether the file says that places may be kept, and a notice where it cannot be told; None without a file.

    A window asks before it keeps a place, for another one may have erased everything since.
    """
    found = find_kept(home / FILE_NAME, FORMAT, "settings_damaged")
    if found.notice is not None:
        return False, found.notice
    return (None if found.value is None else _read(found.value).keep_place), None


def _merged(kept: Settings, settings: Settings, before: Settings | None, named: Collection[str]) -> Settings:
    if before is None:
        return settings
    changed = {
        field.name: getattr(settings, field.name)
        for field in fields(Settings)
        if field.name in named or getattr(settings, field.name) != getattr(before, field.name)
    }
    if settings.keep_place and "keep_place" in changed:
        changed |= {name: getattr(settings, name) for name in _KEPT_BY_CONSENT}
    if "gate_read" in changed:
        earlier = () if settings.keep_place and not before.keep_place else before.gate_read
        new = (story for story in settings.gate_read if story not in earlier)
        changed["gate_read"] = tuple(sorted({*kept.gate_read, *new}))
    return replace(kept, **changed)


def _text(settings: Settings, inside: Mapping[str, Any]) -> str:
    value = asdict(settings)
    unknown = {key: kept for key, kept in inside.items() if key not in (*value, FORMAT_KEY, CHECK_KEY)}
    if not settings.keep_place:
        value = {key: one for key, one in value.items() if key not in _KEPT_BY_CONSENT}
    return seal(json.dumps({FORMAT_KEY: FORMAT, **value, **unknown}, indent=2))


def _read(value: Mapping[str, Any]) -> Settings:
    """The settings in a map, each by itself, so that one bad value costs nothing but itself."""
    plain = Settings()

    def is_on(key: str) -> bool:
        default: bool = getattr(plain, key)
        return value[key] if isinstance(value.get(key), bool) else default

    language = value.get("language")
    country = value.get("country")
    size = value.get("text_size")
    keeps = is_on("keep_place")
    return Settings(
        language=language if isinstance(language, str) and _LANGUAGE.fullmatch(language) else plain.language,
        band=next((band for band in BANDS if keeps and band == value.get("band")), plain.band),
        country=country if isinstance(country, str) and _COUNTRY.fullmatch(country) else plain.country,
        keep_place=keeps,
        text_size=size if type(size) is int and size in TEXT_SIZES else plain.text_size,
        letters=next((each for each in LETTERS if each == value.get("letters")), plain.letters),
        theme=next((theme for theme in THEMES if theme == value.get("theme")), plain.theme),
        motion=is_on("motion"),
        sound=is_on("sound"),
        reading_speed=next((s for s in READING_SPEEDS if s == value.get("reading_speed")), plain.reading_speed),
        letter_keys=is_on("letter_keys"),
        window_size=_read_size(value.get("window_size")) if keeps else plain.window_size,
        adult_page_seen=is_on("adult_page_seen"),
        keep_offered=is_on("keep_offered"),
        gate_read=_read_stories(value.get("gate_read")) if keeps else plain.gate_read,
    )


def _read_size(value: object) -> tuple[int, int] | None:
    match value:
        case [int(width), int(height)] if all(type(side) is int and 100 <= side <= 20_000 for side in value):
            return width, height
        case _:
            return None


def _read_stories(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    stories = dict.fromkeys(story for story in value if isinstance(story, str) and _STORY.fullmatch(story))
    return tuple(stories)[:_MAX_GATES]
