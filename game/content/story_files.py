"""Finds the files of stories in folders, and what else has a folder with translations of its own."""

import os
from pathlib import Path

from game.story.model import BANDS

STORY_FILE = "scenario.yaml"
SIGNS_PART = "signs"


def practice_part(band: str) -> str:
    """Return the name of a band's practice among the parts that are translated."""
    return f"practice/{band}"


def find_stories(folder: Path) -> tuple[Path, ...]:
    """Return the stories' files in a folder of stories, by name; of a story's own folder, its file.

    Folders that may not be looked into, and hidden ones, hold no stories.
    """
    own = folder / STORY_FILE
    if os.path.isfile(own):  # noqa: PTH113 - pathlib raises where a folder may not be looked into
        return (own,)
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith(".") and entry.is_dir())
    except (OSError, ValueError):
        return ()
    files = (folder / name / STORY_FILE for name in names)
    return tuple(file for file in files if os.path.isfile(file))  # noqa: PTH113 - as above


def find_parts(scenarios: Path) -> tuple[str, ...]:
    """Return what has translations of its own in a folder of scenarios: the signs, each story, each band's practice.

    The names are those of the folders, and begin the contexts of the texts in them.
    """
    stories = (file.parent.name for file in find_stories(scenarios))
    return (SIGNS_PART, *stories, *(practice_part(band) for band in BANDS))
