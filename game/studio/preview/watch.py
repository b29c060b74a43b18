"""Watches the files of one story: whether any of them is another than at the last look."""

import os
from pathlib import Path
from typing import Final, TypeAlias

from game.content.files.plays_reader import play_files
from game.content.story_files import GUIDE_FILE, STORY_FILE

__all__ = ["SETTLED", "StoryWatch"]

SETTLED: Final = 0.15
"""Seconds without a change after which a file with errors is taken as it is: editors may save in two steps."""

PLAYS_FOLDER: Final = "plays"

_Mark: TypeAlias = tuple[str, int, int, int]


class StoryWatch:
    """A story's file with what is checked beside it: its play-throughs and the guide of its lesson.

    A look costs a few calls of the system, so it may be taken twenty times a second; nothing runs in between, and it
    works alike on every system and on network drives, which send no events.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._is_whole = file.name == STORY_FILE
        """Whether it stands in a story's own folder."""
        self._plays = str(file.parent / PLAYS_FOLDER)
        self._paths: tuple[str, ...] = ()
        self._folder: _Mark | None = None
        self._marks = self._take_marks()

    def look(self) -> bool:
        """Whether something was changed, added or taken away since the last look."""
        marks = self._take_marks()
        if marks == self._marks:
            return False
        self._marks = marks
        return True

    def _take_marks(self) -> tuple[_Mark, ...]:
        folder = _mark(self._plays) if self._is_whole else None
        if folder != self._folder or not self._paths:
            # Only then were play-throughs added or taken away.
            self._folder = folder
            files = [self.file]
            if self._is_whole:
                files += [self.file.parent / GUIDE_FILE, *play_files(self.file.parent)]
            self._paths = tuple(str(file) for file in files)
        return tuple([_mark(path) for path in self._paths])


def _mark(path: str) -> _Mark:
    """What tells one version of a file from the next: its time in ns, its size and its number on the disk."""
    try:
        status = os.stat(path)  # noqa: PTH116 - half the time of pathlib's, at every look
    except (OSError, ValueError):
        return path, 0, -1, 0
    return path, status.st_mtime_ns, status.st_size, status.st_ino
