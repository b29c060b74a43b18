"""Writes the files of a pack: each in one step, so that there is the whole old one or the whole new one."""

import os
from pathlib import Path

from game.atomic_file import reason_of, replace_file
from game.errors import LookTwiceError


class PackError(LookTwiceError):
    """A file of a pack cannot be written."""


def write_file(path: Path, data: bytes) -> None:
    """Write a file, making its folder; what stood there before is replaced in one step, or kept.

    Raises PackError with a sentence for the teacher: a file that is open in another program, a folder that may not be
    written.
    """
    try:
        replace_file(path, data)
    except OSError as error:
        raise _refusal(path, error) from error


def _refusal(path: Path, error: OSError) -> PackError:
    reason = reason_of(error)
    if isinstance(error, PermissionError) and path.is_file() and os.access(path.parent, os.W_OK):
        hint = "It may be open in another program: close it there, and make the lesson again."
        return PackError(f"This file cannot be replaced ({reason})", where=path, hint=hint)
    hint = "Choose another folder: -o, as in -o lessons-of-my-class."
    return PackError(f"Nothing can be written here ({reason})", where=path.parent, hint=hint)
