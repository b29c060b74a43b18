"""Writing a small file whole or not at all, and putting a damaged one out of the way without losing it."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from game.errors import SaveError

_WAITS = (0.01, 0.02, 0.05, 0.1, 0.2)
"""Seconds between tries on Windows, where a virus scanner or an indexer may hold a file for a moment."""


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that at any moment there is the whole old one or the whole new one; makes its folder.

    Raises SaveError with a sentence for the player where the folder or the disk does not allow it.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write_through(temporary, data)
            _replace(temporary, path)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    except OSError as error:
        raise _refusal(path, error) from error


def set_aside(path: Path, why: str = "damaged") -> Path | None:
    """Rename a file to its name and `.why-1` (or the next free number); None where that is not allowed."""
    number = 1
    try:
        while (target := path.with_name(f"{path.name}.{why}-{number}")).exists():
            number += 1
        path.rename(target)
    except OSError:
        return None
    return target


def remove_file(path: Path) -> None:
    """Delete a file if it is there. Raises SaveError where that is not allowed."""
    try:
        path.unlink(missing_ok=True)
    except NotADirectoryError:
        return
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SaveError(
            f"This file cannot be deleted ({reason})", where=path, hint="Please delete it by hand."
        ) from error


def read_small(path: Path, most: int) -> bytes | None:
    """The bytes of a file, at most one more than `most`; None where there is none.

    Raises SaveError where it is there and cannot be read.
    """
    try:
        if not path.is_file():
            if path.exists():
                raise SaveError("What should be a file is none", where=path)
            return None
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise SaveError(f"This file cannot be read ({error.strerror or type(error).__name__})", where=path) from error


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
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


def _refusal(path: Path, error: OSError) -> SaveError:
    reason = error.strerror or type(error).__name__
    return SaveError(
        f"This folder does not let the game keep anything ({reason})",
        where=path.parent,
        hint="The game goes on; what you set or reached is gone when it closes.",
    )
