"""Writes the files of a pack: each in one step, so that there is the whole old one or the whole new one."""

import os
from contextlib import suppress
from pathlib import Path

from game.errors import LookTwiceError


class PackError(LookTwiceError):
    """A file of a pack cannot be written."""


def write_file(path: Path, data: bytes) -> None:
    """Write a file, making its folder; what stood there before is replaced in one step, or kept.

    Raises PackError with a sentence for the teacher: a file that is open in another program, a folder that may not be
    written.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(data)
            draft.replace(path)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
    except OSError as error:
        raise _refusal(path, error) from error


def _refusal(path: Path, error: OSError) -> PackError:
    reason = error.strerror or type(error).__name__
    if isinstance(error, PermissionError) and path.is_file() and os.access(path.parent, os.W_OK):
        hint = "It may be open in another program: close it there, and make the lesson again."
        return PackError(f"This file cannot be replaced ({reason})", where=path, hint=hint)
    hint = "Choose another folder: -o, as in -o lessons-of-my-class."
    return PackError(f"Nothing can be written here ({reason})", where=path.parent, hint=hint)
