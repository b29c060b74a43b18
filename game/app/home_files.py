"""Which files in the user's folder are the game's own: only these are ever deleted, and nothing through a link.

    settings.json  done.json  index.json  log.txt  places/<story id>.json

and of each its copies that were put aside (`.damaged-1`, `.outdated-1`) and what an interrupted write left of it.
"""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.app.home_lock import LOCK_NAME
from game.app.notices import Notice, NoticeKind
from game.app.sealed_file import NewerFormatError, SealError, open_sealed
from game.atomic_file import (
    clear_temporaries,
    read_small,
    remove_file,
    set_aside,
    temporary_of,
    write_atomically,
)
from game.errors import SaveError

SETTINGS_FILE, DONE_FILE, INDEX_FILE, LOG_FILE = "settings.json", "done.json", "index.json", "log.txt"
PLACES_FOLDER = "places"
_HOME_FILES = frozenset((SETTINGS_FILE, DONE_FILE, INDEX_FILE, LOG_FILE, LOCK_NAME))
_COPY = re.compile(r"(?P<name>.+)\.(damaged|outdated)-[1-9][0-9]{0,8}")
_OUTGROWN: frozenset[NoticeKind] = frozenset(("place_outdated", "place_shortened", "answers_dropped"))
_PLACE = re.compile(r"(?P<story>[a-z][a-z0-9_-]{0,199})\.json")
MAX_BYTES = 256 * 1024
"""The largest file that is read; the game's own are much smaller."""


def original_name(name: str) -> str:
    """Return the name of the file that a copy or a temporary file was made of; any other name is its own."""
    name = temporary_of(name) or name
    found = _COPY.fullmatch(name)
    return found["name"] if found else name


def story_of(name: str) -> str | None:
    """Return the story whose place, or copy of a place, a file of this name holds; None where it is not the game's."""
    found = _PLACE.fullmatch(original_name(name))
    return found["story"] if found else None


def is_home_file(name: str) -> bool:
    """Whether a file of this name in the user's folder, copies and temporary files too, is the game's own."""
    return original_name(name) in _HOME_FILES


def clear_stale(home: Path) -> None:
    """Delete the temporary files that interrupted writes left in the user's folder; never raises."""
    clear_temporaries(home, is_home_file)
    places = home / PLACES_FOLDER
    if not places.is_symlink():
        clear_temporaries(places, lambda name: story_of(name) is not None)


def own_files(folder: Path, is_own: Callable[[str], bool]) -> tuple[Path, ...]:
    """Return the files (not folders) in a folder whose names are the game's own, in the order of their names.

    None where there is no such folder, or where the places would lie behind a link. Raises SaveError where the folder
    cannot be read.
    """
    if folder.name == PLACES_FOLDER and folder.is_symlink():
        return ()
    try:
        with os.scandir(folder) as entries:
            found = [entry.name for entry in entries if is_own(entry.name) and not entry.is_dir(follow_symlinks=False)]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise SaveError("This folder cannot be read", where=folder) from error
    return tuple(folder / name for name in sorted(found))


def delete_own(folder: Path, is_own: Callable[[str], bool]) -> Notice | None:
    """Delete the game's own files in a folder; what could not be deleted comes back as one notice."""
    try:
        return delete_files(own_files(folder, is_own))
    except SaveError:
        return Notice.about("folder_unreadable", folder)


def delete_files(paths: Iterable[Path]) -> Notice | None:
    """Delete files; those that could not be deleted come back as one notice."""
    left = []
    for path in paths:
        try:
            remove_file(path)
        except SaveError:
            left.append(str(path))
    return Notice("not_deleted", ", ".join(left)) if left else None


def delete_places(home: Path, is_own: Callable[[str], bool]) -> Notice | None:
    """Delete places and their copies, of the stories that `is_own` says."""
    places = home / PLACES_FOLDER
    if places.is_symlink():
        return Notice.about("linked_folder", places)
    return delete_own(places, lambda name: (story := story_of(name)) is not None and is_own(story))


def erase_places(home: Path) -> Notice | None:
    """Delete all places and their copies, and the folder if nothing else is in it."""
    notice = delete_places(home, lambda story: True)
    with suppress(OSError):
        (home / PLACES_FOLDER).rmdir()
    return notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found where a file is kept: its object if it is whole, a notice if not, and whether it may be written.

    A damaged file was put aside; one that cannot be read, or that a newer game wrote, stays and is not written over.
    """

    value: dict[str, Any] | None = None
    notice: Notice | None = None
    may_write: bool = True


def find_kept(path: Path, newest: int, damaged: NoticeKind) -> Found:
    """Look into a sealed file of a format up to `newest`; `damaged` is what to say where it was put aside."""
    try:
        data = read_small(path, MAX_BYTES)
        if data is None:
            return Found()
        if len(data) > MAX_BYTES:
            raise SealError("it is too large")
        return Found(value=open_sealed(data, newest))
    except SaveError:
        return Found(notice=Notice.about("unreadable", path), may_write=False)
    except NewerFormatError:
        return Found(notice=Notice.about("newer", path), may_write=False)
    except SealError:
        notice = put_aside(path, damaged)
        return Found(notice=notice, may_write=notice.kind == damaged)


def put_aside(path: Path, said: NoticeKind, number: int = 0) -> Notice:
    """Put a file out of the way under a name of its own, and say so; `number` is how many answers were lost by it."""
    aside = set_aside(path, "outdated" if said in _OUTGROWN else "damaged")
    return Notice(said, aside.name, number) if aside else Notice.about("not_put_aside", path)


def write_kept(path: Path, text: str) -> Notice | None:
    """Write a text for the user alone; what the disk does not allow comes back as a notice."""
    try:
        write_atomically(path, text.encode(), private=True)
    except SaveError as error:
        cause = error.__cause__
        is_full = isinstance(cause, OSError) and cause.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
        return Notice.about("no_room" if is_full else "not_written", path.parent)
    return None


def modified(path: Path) -> float | None:
    """Return when a regular file was changed last, as the disk says it; None where that is not known, as of a link."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_mtime if stat.S_ISREG(status.st_mode) else None
