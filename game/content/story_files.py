"""Finds the files of stories in folders, and what else has a folder with translations of its own."""

import os
from dataclasses import dataclass
from pathlib import Path

from game.story.model import BANDS

STORY_FILE, GUIDE_FILE = "scenario.yaml", "guide.yaml"
SIGNS_PART = "signs"


def practice_part(band: str) -> str:
    """Return the name of a band's practice among the parts that are translated."""
    return f"practice/{band}"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A folder among stories that looks like one and is none: the file that was looked for, and why.

    `slug` is the kind of finding that it is.
    """

    file: Path
    slug: str
    reason: str
    hint: str


def find_stories(folder: Path) -> tuple[Path, ...]:
    """Return the stories' files in a folder of stories, by name; of a story's own folder, its file.

    Folders that may not be looked into, hidden ones, and those whose name is not UTF-8 hold no stories.
    """
    own = folder / STORY_FILE
    if _is_file(own):
        return (own,)
    files = (folder / name / STORY_FILE for name in _folders_in(folder) if is_unicode(name))
    return tuple(file for file in files if _is_file(file))


def find_left_out(folder: Path) -> tuple[LeftOut, ...]:
    """Return what `find_stories` leaves out of a folder of stories, and somebody may miss: each with the reason."""
    if _is_file(folder / STORY_FILE):
        return ()
    found: list[LeftOut] = []
    for name in _folders_in(folder):
        file = folder / name / STORY_FILE
        if not is_unicode(name):
            if _is_file(file):
                reason = "The name of this folder is not written in UTF-8, so its story is left out."
                found.append(
                    LeftOut(file, "folder-name", reason, "Rename the folder: a story's folder is called as its id.")
                )
        elif not _is_file(file) and _is_file(folder / name / GUIDE_FILE):
            reason = "There is a guide in this folder, and no scenario.yaml."
            found.append(
                LeftOut(file, "file-missing", reason, "Put the guide beside its story, in the story's folder.")
            )
    return tuple(found)


def is_unicode(name: str) -> bool:
    """Whether a name that the file system gave is written in UTF-8."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _folders_in(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if not entry.name.startswith(".") and entry.is_dir())
    except (OSError, ValueError):
        return []


def _is_file(file: Path) -> bool:
    return os.path.isfile(file)  # noqa: PTH113 - pathlib raises where a folder may not be looked into


def find_parts(scenarios: Path) -> tuple[str, ...]:
    """Return what has translations of its own in a folder of scenarios: the signs, each story, each band's practice.

    The names are those of the folders, and begin the contexts of the texts in them.
    """
    stories = (file.parent.name for file in find_stories(scenarios))
    return (SIGNS_PART, *stories, *(practice_part(band) for band in BANDS))
