"""The one place that finds the game's own data: beside the code in a checkout, inside the package once installed."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Literal

from game.errors import ResourceError

DataName = Literal["scenarios", "assets", "locales", "checks"]

BUILD_STAMP = "build.txt"
"""The stamp of a wheel, in its folder of data."""
_IN_CHECKOUT = {"checks": "docs/checks"}
"""Where data lies in a checkout that is not called by its own name there."""
_PACKAGE = Path(__file__).resolve().parent
_PICTURE_NAME = re.compile(r"[a-z0-9_-]+(/[a-z0-9_-]+)*")


def checkout_folder() -> Path | None:
    """Return the folder of the checkout this code runs in, or None when the game is installed from a wheel."""
    folder = _PACKAGE.parent
    is_checkout = (folder / "pyproject.toml").is_file() and (folder / "scenarios").is_dir()
    return folder if is_checkout else None


def data_folder(name: DataName) -> Path:
    """Return the folder of one kind of data: the checkout's own first, the one inside the package second.

    Raises ResourceError if neither is there.
    """
    checkout = checkout_folder()
    candidates = ([checkout / _IN_CHECKOUT.get(name, name)] if checkout else []) + [_PACKAGE / "data" / name]
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise ResourceError(
        f"The game's folder of {name} is missing",
        where=" or ".join(str(folder) for folder in candidates),
        hint="Install the game again, or fetch a fresh copy of it.",
    )


def build_stamp() -> str:
    """Return what tells this build of the game's rules from every other: what is kept of their verdicts goes by it.

    A wheel brings a stamp that was written when it was built; in a checkout it is the newest time and the number of the
    files of rules, so that an edit is noticed.
    """
    if checkout_folder() is None:
        try:
            return (_PACKAGE / "data" / BUILD_STAMP).read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return ""
    times = [os.stat(file).st_mtime_ns for file in _rule_files()]  # noqa: PTH116 - half of pathlib's time, at each start
    return f"{max(times, default=0):x}-{len(times)}"


def make_build_stamp(version: str) -> str:
    """Return the stamp that a wheel of this checkout brings: its version, and a digest of the files of rules."""
    import hashlib  # at a start nobody needs it

    digest = hashlib.sha256()
    for file in sorted(_rule_files()):
        digest.update(Path(file).read_bytes())
    return f"{version}-{digest.hexdigest()[:16]}"


def _rule_files() -> list[str]:
    found = os.walk(_PACKAGE / "content")
    return [f"{folder}{os.sep}{name}" for folder, _, names in found for name in names if name.endswith(".py")]


def picture_path(name: str) -> Path | None:
    """Return the SVG file of a picture named as stories name it ("avatars/fox"), or None if there is no such picture.

    A name with anything but lower-case letters, digits, "-", "_" and "/" is no picture's name: a story can reach
    nothing outside the folder of pictures.
    """
    if not _PICTURE_NAME.fullmatch(name):
        return None
    file = data_folder("assets") / "pictures" / f"{name}.svg"
    return file if file.is_file() else None


def font_path(file: str) -> Path:
    """Return the path of a bundled font file, such as "AtkinsonHyperlegibleNext-Regular.ttf".

    Raises ResourceError if the font is not bundled.
    """
    path = data_folder("assets") / "fonts" / file
    if Path(file).name == file and path.is_file():
        return path
    raise ResourceError(
        f"The font {file} is missing", where=path, hint="Install the game again, or fetch a fresh copy of it."
    )
