"""One window at a time changes what lies in the user's folder, however many are open.

The lock is on the folder itself, so that it leaves nothing behind; Windows has no such lock, and a file stands for it.
It guards the moment of reading, merging and writing, never a whole sitting.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK_NAME = ".lock"
"""The file that stands for the lock where a folder cannot be locked."""
_PATIENCE = 2.0
"""Seconds after which the game goes on without the lock: a window that was halted must not halt the others."""
_STALE_SECONDS = 10.0
_PAUSE = 0.01


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """Hold the lock of a user's folder; without one where the folder is not there or knows no locks. Not reentrant."""
    if sys.platform == "win32":
        with _locked_by_file(home):
            yield
        return
    import fcntl

    try:
        folder = os.open(home, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        yield
        return
    try:
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() < until:
                    time.sleep(_PAUSE)
                    continue
            except OSError:
                pass
            break
        yield
    finally:
        os.close(folder)


@contextmanager
def _locked_by_file(home: Path) -> Iterator[None]:
    lock = home / LOCK_NAME
    until = time.monotonic() + _PATIENCE
    is_mine = False
    while not is_mine and time.monotonic() < until:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            is_mine = True
        except FileExistsError:
            with suppress(OSError):
                if abs(time.time() - lock.stat().st_mtime) > _STALE_SECONDS:
                    lock.unlink()
            time.sleep(_PAUSE)
        except OSError:
            break
    try:
        yield
    finally:
        if is_mine:
            with suppress(OSError):
                lock.unlink()
