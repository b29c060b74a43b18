"""What the player or an adult set once: language, band, country, look, speed. Kept in one small file."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

from game.atomic_file import read_small, set_aside, write_atomically
from game.design import LETTERS, THEMES, Letters, Theme
from game.errors import SaveError
from game.story.model import BANDS, Band

ReadingSpeed: TypeAlias = Literal["slow", "normal", "fast", "all_at_once"]
READING_SPEEDS: tuple[ReadingSpeed, ...] = get_args(ReadingSpeed)

FILE_NAME = "settings.json"
FORMAT = 1
TEXT_SIZES = range(80, 301)
"""Text sizes in percent that a file may ask for; the menu offers a few of them."""
_MAX_BYTES = 64 * 1024
_MAX_GATES = 500
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,3}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_STORY = re.compile(r"[a-z][a-z0-9_-]{0,199}")


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


def load_settings(home: Path) -> tuple[Settings, str | None]:
    """The settings kept in the user's folder, and a sentence for the player where something was wrong with them.

    A damaged file is set aside beside its old place; unknown keys are dropped, and a value of the wrong kind becomes
    what it is before anybody set it. Never raises.
    """
    path = home / FILE_NAME
    try:
        data = read_small(path, _MAX_BYTES)
    except SaveError as error:
        return Settings(), f"{error} The game starts with fresh settings."
    if data is None:
        return Settings(), None
    try:
        if len(data) > _MAX_BYTES:
            raise ValueError("too large")
        value = json.loads(data.decode("utf-8"))
        if not isinstance(value, dict):
            raise ValueError("no map")
    except (ValueError, RecursionError):
        aside = set_aside(path)
        where = f"They were put aside as {aside.name}." if aside else "They could not be put aside."
        return Settings(), f"The settings in {path} are damaged. {where} The game starts with fresh ones."
    return _read(value), None


def save_settings(home: Path, settings: Settings) -> str | None:
    """Keep the settings in the user's folder; returns a sentence for the player where that is not possible."""
    text = json.dumps({"format": FORMAT, **asdict(settings)}, indent=2) + "\n"
    try:
        write_atomically(home / FILE_NAME, text.encode())
    except SaveError as error:
        return str(error)
    return None


def _read(value: Mapping[str, Any]) -> Settings:
    """The settings in a map, each by itself, so that one bad value costs nothing but itself."""
    plain = Settings()

    def is_on(key: str) -> bool:
        default: bool = getattr(plain, key)
        return value[key] if isinstance(value.get(key), bool) else default

    language = value.get("language")
    country = value.get("country")
    size = value.get("text_size")
    return Settings(
        language=language if isinstance(language, str) and _LANGUAGE.fullmatch(language) else plain.language,
        band=next((band for band in BANDS if band == value.get("band")), plain.band),
        country=country if isinstance(country, str) and _COUNTRY.fullmatch(country) else plain.country,
        keep_place=is_on("keep_place"),
        text_size=size if type(size) is int and size in TEXT_SIZES else plain.text_size,
        letters=next((each for each in LETTERS if each == value.get("letters")), plain.letters),
        theme=next((theme for theme in THEMES if theme == value.get("theme")), plain.theme),
        motion=is_on("motion"),
        sound=is_on("sound"),
        reading_speed=next((s for s in READING_SPEEDS if s == value.get("reading_speed")), plain.reading_speed),
        letter_keys=is_on("letter_keys"),
        window_size=_read_size(value.get("window_size")),
        adult_page_seen=is_on("adult_page_seen"),
        keep_offered=is_on("keep_offered"),
        gate_read=_read_stories(value.get("gate_read")),
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
