"""The user's own folder: settings, kept places, the index of stories and the log."""

from __future__ import annotations

import os
from pathlib import Path

HOME_VARIABLE = "LOOKTWICE_HOME"


def home_folder(chosen: Path | None = None) -> Path:
    """Return the user's folder: the chosen one, else what LOOKTWICE_HOME names, else the platform's place for it.

    The folder need not exist, nor be writable.
    """
    if chosen is not None:
        return chosen.expanduser()
    named = os.environ.get(HOME_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("looktwice", appauthor=False)
