"""`looktwice new`: a small whole story with comments, to begin one's own from."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from game.atomic_file import write_atomically
from game.content.format.field_reader import ID_PATTERN
from game.content.shipped import load_catalogue
from game.content.story_files import STORY_FILE
from game.errors import UsageError
from game.resources import data_folder
from game.story.model import BANDS
from game.tools.file_schema import write_schemas
from game.tools.story_start import StoryStart

if TYPE_CHECKING:
    from game.cli.command import Subparsers

LONGEST_ID = 60
"""Characters of a new story's id: it names a folder, and catalogues and saved games repeat it."""
_NO_FOLDER_NAMES = frozenset(
    ("aux", "con", "nul", "prn", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(1, 10)))
)
"""Names that Windows keeps for devices."""


def add_parser(subparsers: Subparsers) -> None:
    """Add `new` to the commands."""
    parser = subparsers.add_parser(
        "new",
        help="begin a new story",
        description="Write DIR/ID/scenario.yaml: a small whole story with comments, without errors, to begin from.",
    )
    parser.add_argument("id", metavar="ID", help="the story's id: small letters, digits, - and _, as in lost-cat")
    parser.add_argument("--band", required=True, choices=BANDS, metavar="B", help=f"for whom: {', '.join(BANDS)}")
    parser.add_argument(
        "--into", type=Path, default=Path(), metavar="DIR", help="the folder of stories (default: the current folder)"
    )


def run(args: argparse.Namespace) -> int:
    """Write the story and say what to do next. UsageError for an id or a folder that cannot be taken."""
    _refuse_id(args.id)
    folder = args.into / args.id
    if folder.exists() or folder.is_symlink():
        raise UsageError("There is something of this name already", where=folder, hint="Choose another id.")
    if args.into.exists() and not args.into.is_dir():
        raise UsageError("This is no folder", where=args.into, hint="Check what follows --into.")
    file = folder / STORY_FILE
    write_atomically(file, StoryStart(id=args.id, band=args.band).text().encode())
    schemas = write_schemas(args.into, load_catalogue().catalogue)
    print(f"Written: {file}")
    if schemas:
        print(f"Written: {schemas[0].parent}, by which an editor completes keys and explains them")
    typed = f'"{folder}"' if " " in str(folder) else str(folder)
    print(f"Check it with: looktwice check {typed}")
    print(f"See it with:   looktwice preview {typed}")
    print(f"Play it with:  looktwice play {args.id} --content {typed}")
    return 0


def _refuse_id(id: str) -> None:
    if not ID_PATTERN.fullmatch(id) or len(id) > LONGEST_ID or id in _NO_FOLDER_NAMES:
        hint = f"Small letters a to z, digits, - and _, a letter first, {LONGEST_ID} at most: lost-cat, cat_2."
        raise UsageError(f"{id!r} cannot be the id of a story", hint=hint)
    if (data_folder("scenarios") / id).exists():
        hint = "Choose another id: of two stories with the same one the game offers its own."
        raise UsageError(f"The game has a story or folder {id!r} already", hint=hint)
