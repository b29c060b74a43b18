"""Finds the files of stories in folders."""

import os
from pathlib import Path

STORY_FILE = "scenario.yaml"


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
