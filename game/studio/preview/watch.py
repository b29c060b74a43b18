"""Watches the files of one story: whether any of them is another than at the last look."""

import os
from pathlib import Path
from typing import Final, TypeAlias

from game.content.guide_reader import OWN_GUIDE
from game.content.plays_reader import play_files
from game.content.story_files import STORY_FILE

__all__ = ["SETTLED", "StoryWatch"]

SETTLED: Final = 0.15
"""Seconds without a change after which a file with errors is taken as it is: editors may save in two steps."""

_Mark: TypeAlias = tuple[str, int, int, int]


class StoryWatch:
    """A story's file with what is checked beside it: its play-throughs and the guide of its lesson.

    A look costs a few calls of the system, so it may be taken twenty times a second; nothing runs in between, and it
    works alike on every system and on network drives, which send no events.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._marks = self._take_marks()

    def look(self) -> bool:
        """Whether something was changed, added or taken away since the last look."""
        marks = self._take_marks()
        if marks == self._marks:
            return False
        self._marks = marks
        return True

    def _take_marks(self) -> tuple[_Mark, ...]:
        files = [self.file]
        if self.file.name == STORY_FILE:
            files += [self.file.parent / OWN_GUIDE, *play_files(self.file.parent)]
        return tuple(_mark(file) for file in files)


def _mark(file: Path) -> _Mark:
    """What tells one version of a file from the next: its time in ns, its size and its number on the disk."""
    try:
        status = os.stat(file)  # noqa: PTH116 - half the time of pathlib's, at every look
    except (OSError, ValueError):
        return str(file), 0, -1, 0
    return str(file), status.st_mtime_ns, status.st_size, status.st_ino
