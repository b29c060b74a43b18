"""Small files: written whole or not at all, read without being led astray, and what an interrupted write left cleared.

Every file that the game writes is written here. The sibling that a write goes through is called
`.<name>.<process id>.tmp`, so that a later start can tell what is its own and nobody's work any more.
"""

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal, TypeAlias

from game.errors import SaveError

_WAITS = (0.01, 0.02, 0.05, 0.1, 0.2)
"""Seconds between tries on Windows, where a virus scanner or an indexer may hold a file for a moment."""
_TEMPORARY = re.compile(r"\.?(?P<name>.+)\.(?P<process>[0-9]{1,10})\.tmp")
"""The leading dot may be missing: files of earlier versions have none."""
_STALE_SECONDS = 3600.0
"""A write takes milliseconds; after an hour its temporary file belongs to nobody, whatever its process id says."""
_CHUNK = 1024 * 1024

Aside: TypeAlias = Literal["damaged", "outdated"]
"""Why a file was put aside; the word stands in the name of the copy."""


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file so that at any moment there is the whole old one or the whole new one; makes its folder.

    `private` is for the user's own folder: nobody else may read the file, nor the folder where it is made here.
    Where `path` is a link, the link is replaced and what it leads to stays as it is.

    Raises SaveError with a sentence for the player where the folder or the disk does not allow it.
    """
    try:
        replace_file(path, data, private=private)
    except OSError as error:
        raise SaveError(
            f"This folder does not let the game keep anything ({reason_of(error)})",
            where=path.parent,
            hint="The game goes on; what you set or reached is gone when it closes.",
        ) from error


def replace_file(path: Path, data: bytes, *, private: bool = False) -> None:
    """Do what `write_atomically` does, for who has a sentence of their own. Raises OSError."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    path.parent.mkdir(mode=0o700 if private else 0o777, parents=True, exist_ok=True)
    try:
        _write_through(temporary, data, 0o600 if private else 0o666)
        _replace(temporary, path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


def read_small(path: Path, most: int) -> bytes | None:
    """Return the bytes of a file, at most one more than `most`; None where there is none.

    The limit holds for what is really read: the size that a file claims counts for nothing. Only a regular file is
    opened, for reading a pipe or a device may wait, or go on, for ever.

    Raises SaveError where there is something and it cannot be read, a link that leads nowhere too.
    """
    try:
        return _read(path, most)
    except (FileNotFoundError, NotADirectoryError) as error:
        if not path.is_symlink():
            return None
        raise SaveError("This link leads nowhere", where=path) from error
    except OSError as error:
        raise SaveError(f"This file cannot be read ({reason_of(error)})", where=path) from error


def set_aside(path: Path, why: Aside = "damaged") -> Path | None:
    """Rename a file to its name and `.why-1` (or the next free number); None where that is not allowed."""
    number = 1
    try:
        while os.path.lexists(target := path.with_name(f"{path.name}.{why}-{number}")):
            number += 1
        path.rename(target)
    except OSError:
        return None
    return target


def remove_file(path: Path) -> None:
    """Delete a file if it is there; of a link, the link. Raises SaveError where that is not allowed."""
    try:
        path.unlink(missing_ok=True)
    except NotADirectoryError:
        return
    except OSError as error:
        raise SaveError(
            f"This file cannot be deleted ({reason_of(error)})", where=path, hint="Please delete it by hand."
        ) from error


def temporary_of(name: str) -> str | None:
    """Return the name of the file that a temporary file of this name was written for; None if it is none."""
    found = _TEMPORARY.fullmatch(name)
    return found["name"] if found else None


def clear_temporaries(folder: Path, is_own: Callable[[str], bool]) -> None:
    """Delete what interrupted writes left in a folder; meant for the start of a program. Never raises.

    `is_own` says of a file's name whether the game writes files of that name there: nothing else is touched, nor what
    a process that still runs may be writing.
    """
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        found = _TEMPORARY.fullmatch(entry.name)
        if found is None or not is_own(found["name"]):
            continue
        with suppress(OSError):
            status = entry.stat(follow_symlinks=False)
            is_old = abs(time.time() - status.st_mtime) > _STALE_SECONDS
            if stat.S_ISREG(status.st_mode) and (is_old or not _runs(int(found["process"]))):
                Path(entry.path).unlink()


def reason_of(error: OSError) -> str:
    """Return why the system refused, in its own words."""
    return error.strerror or type(error).__name__


def _write_through(path: Path, data: bytes, mode: int) -> None:
    # What lies there has this process' own id in its name and is left over: it, or the link it may be, goes first.
    path.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    with open(os.open(path, flags, mode), "wb") as file:  # noqa: PTH123 - a pathlib path cannot be opened exclusively
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(source: Path, target: Path) -> None:
    for wait in _WAITS if sys.platform == "win32" else ():
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    source.replace(target)


def _sync_folder(folder: Path) -> None:
    """Make the new name last, where the platform can: without it a power cut may bring the old file back."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _read(path: Path, most: int) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "What should be a file is none")
    # Not to wait, should a pipe have taken the file's place since.
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    with open(opened, "rb") as file:  # noqa: PTH123 - opened by its number
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise OSError(errno.EINVAL, "What should be a file is none")
        parts, left = [], most + 1
        while left > 0 and (part := file.read(min(left, _CHUNK))):
            parts.append(part)
            left -= len(part)
        return b"".join(parts)


def _runs(process: int) -> bool:
    """Whether a process of that id runs; taken for granted where one cannot ask without harm (Windows)."""
    if sys.platform == "win32" or process <= 0:
        return process > 0
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
