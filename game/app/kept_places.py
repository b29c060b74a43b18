"""What is kept of playing, and only where the player chose to keep their place: half-played stories and done-marks."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from game.app import settings as settings_file
from game.atomic_file import Aside, read_small, remove_file, set_aside, write_atomically
from game.errors import SaveError
from game.i18n.translator import Translator
from game.shown.place_words import say_changed
from game.story.model import BANDS, Band, Scenario
from game.story.resuming import resume
from game.story.saves import MAX_BYTES, NewerSaveError, SavedPlayError, dump_play, load_play
from game.story.state import State

FOLDER = "places"
DONE_FILE = "done.json"
KEPT_DAYS = 7
"""A half-played story is kept less than this many days (content rule G4)."""
_FORMAT = 1
_MAX_DONE = 5_000
_ID = re.compile(r"[a-z][a-z0-9_-]{0,199}")
_ITEM = re.compile(r"(8-10|11-13|14-17)/[a-z][a-z0-9_-]{0,199}")


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


class KeptPlaces:
    """The kept places in a user's folder. Without a folder, or with `keep` off, nothing is read and nothing written.

    Methods never raise: what went wrong comes back as a sentence for the player, and the game goes on.
    """

    def __init__(self, home: Path | None, *, keep: bool) -> None:
        """Take the user's folder, and whether the player chose to keep their place."""
        self._home = home
        self._keeps = keep and home is not None

    # A half-played story

    def save(self, scenario: Scenario, state: State, today: date) -> str | None:
        """Keep the place in a story; one that is over, or in which nothing was done yet, is no longer kept."""
        path = self._place(scenario.id)
        if path is None:
            return None
        if state.is_over or not state.inputs:
            return self.delete(scenario.id)
        return _write(path, dump_play(scenario, state, today))

    def load(
        self, scenario: Scenario, today: date, translator: Translator | None = None
    ) -> tuple[State | None, str | None]:
        """The place kept in a story, if there is one, and a sentence where it could not be taken up whole.

        After seven days it is deleted. A damaged one, and one that the story has grown out of, is set aside; of the
        latter as much is taken up as still fits. One that a newer game wrote is left alone.
        """
        path = self._place(scenario.id)
        if path is None:
            return None, None
        try:
            data = read_small(path, MAX_BYTES)
        except SaveError as error:
            return None, f"{error} The story starts from its beginning."
        if data is None:
            return None, None
        try:
            saved = load_play(data)
        except NewerSaveError as error:
            return None, f"The kept place in this story cannot be read: {error}. The story starts from its beginning."
        except SavedPlayError as error:
            return None, _put_aside(path, "damaged", f"The kept place in this story is damaged: {error}.")
        if saved.played.scenario_id != scenario.id:
            return None, _put_aside(path, "damaged", "The kept place in this story belongs to another one.")
        if _is_over_age(saved.on, today):
            self.delete(scenario.id)
            return None, None
        resumed = resume(scenario, saved)
        if resumed.is_whole:
            return resumed.state, None
        said = say_changed(translator or Translator(), resumed)
        _put_aside(path, "outdated", said)
        return resumed.state if resumed.state.inputs else None, said

    def delete(self, story: str) -> str | None:
        """Forget the place in a story, and every copy of it that was set aside (whether or not places are kept now)."""
        if self._home is None or not _ID.fullmatch(story):
            return None
        folder = self._home / FOLDER
        return _remove_all(lambda: _files_of(folder, f"{story}.json"))

    def delete_old(self, today: date) -> None:
        """Forget every place that is seven days old; meant for the start of the game."""
        if self._home is None:
            return
        folder = self._home / FOLDER
        _remove_all(lambda: (path for path in _files(folder) if _is_over_age(_day_of(path), today)))

    def stories(self) -> tuple[str, ...]:
        """The ids of the stories that a place is kept in."""
        if self._home is None or not self._keeps:
            return ()
        try:
            files = _files(self._home / FOLDER)
        except SaveError:
            return ()
        names = (path.name.removesuffix(".json") for path in files if path.suffix == ".json")
        return tuple(sorted(name for name in names if _ID.fullmatch(name)))

    # Done-marks

    def mark_done(self, scenario: Scenario, today: date) -> str | None:
        """Keep that a story was finished, and forget the place in it."""
        if self._home is None or not self._keeps:
            return None
        deleted = self.delete(scenario.id)
        done, _ = self.done()
        stories = tuple(dict.fromkeys((*done.stories, scenario.id)))
        first = {scenario.band: today, **done.first_finished}
        return self._write_done(replace(done, stories=stories, first_finished=first)) or deleted

    def mark_practised(self, items: Iterable[str]) -> str | None:
        """Keep that items of practice were shown (`band/id`)."""
        if self._home is None or not self._keeps:
            return None
        done, _ = self.done()
        return self._write_done(replace(done, practised=tuple(dict.fromkeys((*done.practised, *items)))))

    def _write_done(self, done: Done) -> str | None:
        assert self._home is not None
        value = {
            "format": _FORMAT,
            "done": list(done.stories),
            "first_finished": {band: day.isoformat() for band, day in done.first_finished.items()},
            "practised": list(done.practised),
        }
        return _write(self._home / DONE_FILE, json.dumps(value, indent=2) + "\n")

    def done(self) -> tuple[Done, str | None]:
        """The done-marks, and a sentence where they were damaged (then they are set aside)."""
        if self._home is None or not self._keeps:
            return Done(), None
        path = self._home / DONE_FILE
        try:
            data = read_small(path, MAX_BYTES)
            return (Done(), None) if data is None else (_read_done(data), None)
        except SaveError as error:
            return Done(), str(error)
        except (ValueError, RecursionError):
            return Done(), _put_aside(path, "damaged", "The marks of finished stories are damaged.", start=False)

    # All of it

    def forget(self) -> str | None:
        """Erase every kept place and done-mark, set-aside copies too: for when keeping is switched off."""
        if self._home is None:
            return None
        home = self._home
        sentences = (
            _remove_all(lambda: _files(home / FOLDER)),
            _remove_all(lambda: _files_of(home, DONE_FILE)),
        )
        with suppress(OSError):
            (home / FOLDER).rmdir()
        return next((sentence for sentence in sentences if sentence), None)

    def erase_everything(self) -> str | None:
        """Erase all that the game keeps: places, done-marks and settings, set-aside copies too."""
        if self._home is None:
            return None
        home = self._home
        settings_left = _remove_all(lambda: _files_of(home, settings_file.FILE_NAME))
        return self.forget() or settings_left

    def _place(self, story: str) -> Path | None:
        if self._home is None or not self._keeps or not _ID.fullmatch(story):
            return None
        return self._home / FOLDER / f"{story}.json"


def _files(folder: Path) -> tuple[Path, ...]:
    """The files in a folder; none where there is no such folder. Raises SaveError where it cannot be read."""
    try:
        return tuple(sorted(path for path in folder.iterdir() if path.is_symlink() or not path.is_dir()))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SaveError(f"This folder cannot be read ({reason})", where=folder) from error


def _files_of(folder: Path, name: str) -> Iterator[Path]:
    """A file of that name in a folder, its copies that were set aside, and what was left of writing it."""
    return (path for path in _files(folder) if path.name.lstrip(".").startswith(name))


def _is_over_age(on: date | None, today: date) -> bool:
    """Whether a save of that day is too old; a day too far ahead is a wrong clock, and counts as old."""
    return on is not None and abs((today - on).days) >= KEPT_DAYS


def _day_of(path: Path) -> date | None:
    """The day a place was saved: as it says, or as its file does where it cannot be read."""
    try:
        data = read_small(path, MAX_BYTES)
        if data is not None and path.suffix == ".json":
            return load_play(data).on
    except (SaveError, SavedPlayError):
        pass
    try:
        return date.fromtimestamp(path.lstat().st_mtime)
    except (OSError, ValueError, OverflowError):
        return None


def _put_aside(path: Path, why: Aside, said: str, *, start: bool = True) -> str:
    aside = set_aside(path, why)
    where = f"It was put aside as {aside.name}." if aside else "It could not be put aside."
    return " ".join((said, where, "The story starts from its beginning.") if start else (said, where))


def _write(path: Path, text: str) -> str | None:
    """Keep a text; what the disk does not allow comes back as a sentence."""
    try:
        write_atomically(path, text.encode())
    except SaveError as error:
        return str(error)
    return None


def _remove_all(find: Callable[[], Iterable[Path]]) -> str | None:
    """Delete the files found; of what the disk does not allow, the first comes back as a sentence."""
    sentence: str | None = None
    try:
        for path in find():
            try:
                remove_file(path)
            except SaveError as error:
                sentence = sentence or str(error)
    except SaveError as error:
        return str(error)
    return sentence


def _read_done(data: bytes) -> Done:
    """The done-marks in a file. Raises ValueError where it is not one; single bad marks are dropped."""
    value = json.loads(data.decode("utf-8"))
    if len(data) > MAX_BYTES or not isinstance(value, dict) or value.get("format") != _FORMAT:
        raise ValueError("no done-marks")
    stories = value.get("done")
    days = value.get("first_finished")
    if not isinstance(stories, list) or not isinstance(days, dict) or not isinstance(value.get("practised", []), list):
        raise ValueError("no done-marks")
    names = dict.fromkeys(name for name in stories if isinstance(name, str) and _ID.fullmatch(name))
    first = {band: date.fromisoformat(days[band]) for band in BANDS if isinstance(days.get(band), str)}
    items = value.get("practised", [])
    shown = dict.fromkeys(item for item in items if isinstance(item, str) and _ITEM.fullmatch(item))
    return Done(stories=tuple(names)[:_MAX_DONE], first_finished=first, practised=tuple(shown)[:_MAX_DONE])
