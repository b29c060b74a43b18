"""`looktwice preview`: plays a story beside the text editor and reads it anew whenever its file is saved."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.format.diagnostics import did_you_mean
from game.content.story_files import STORY_FILE, find_stories
from game.design import THEMES
from game.errors import ResourceError, UsageError
from game.resources import data_folder

if TYPE_CHECKING:
    from game.cli.command import Subparsers
    from game.text.model import Measure

_SIZES = ("window", "phone", "tablet", "laptop", "projector")


def add_parser(subparsers: Subparsers) -> None:
    """Add `preview` to the commands."""
    parser = subparsers.add_parser(
        "preview",
        help="play a story beside its text, as it is written",
        description="Play a story and read it anew whenever its file is saved, at the same place. What is wrong in it "
        "stands over it. F1 shows the keys. Nothing is kept.",
    )
    parser.add_argument("path", metavar="PATH", type=Path, help=f"a story's folder, or its {STORY_FILE}")
    parser.add_argument(
        "--lang",
        default="en",
        metavar="L",
        help="the language, also en_XA or ar_XB; gaps are marked",
    )
    parser.add_argument("--theme", choices=THEMES, default="paper", help="the colours")
    parser.add_argument("--size", choices=_SIZES, default="window", help="the screen that is shown in the window")


def run(args: argparse.Namespace) -> int:
    """Open the window and play until it closes. UsageError for a wrong PATH or language."""
    file = find_story_file(args.path)
    from game.app.opening import find_language
    from game.content.shipped import load_catalogue
    from game.extract.compiling import open_catalogues
    from game.studio.preview.devices import DEVICES, window_size
    from game.studio.preview.stage import PreviewStage
    from game.view.loop import run as run_window

    catalogues = open_catalogues()
    language = find_language(catalogues, args.lang)
    device = next(device for device in DEVICES if device.name == args.size)
    catalogue = load_catalogue().catalogue

    def make_stage(measure: Measure) -> PreviewStage:
        return PreviewStage(
            file,
            measure,
            shown=shown_path(file),
            catalogue=catalogue,
            catalogues=catalogues,
            today=date.today(),
            language=language,
            theme=args.theme,
            device=device,
        )

    def report(sentence: str) -> None:
        print(f"looktwice: {sentence}", file=sys.stderr)

    run_window(make_stage, size=window_size(device), report=report)
    return 0


def find_story_file(path: Path) -> Path:
    """The story's file that PATH names, itself or by its folder. UsageError, with a near name, where there is none."""
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except (OSError, ValueError):
        is_folder = is_there = False
    if not is_there:
        raise UsageError("There is nothing at this path", where=path, hint=_near(path) or "Check how it is written.")
    if not is_folder:
        return path
    found = find_stories(path)
    if path / STORY_FILE in found:
        return path / STORY_FILE
    stories = [file.parent.name for file in found]
    hint = f"Name one of its stories, such as {path / stories[0]}." if stories else "A story is a folder with one."
    raise UsageError(f"There is no {STORY_FILE} in this folder", where=path, hint=hint)


def shown_path(file: Path) -> str:
    """A file as findings name it: from the current folder where it lies below it, else from its own."""
    absolute = Path(os.path.normpath(file.absolute()))
    here = Path.cwd()
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else str(absolute)


def _near(path: Path) -> str:
    """Where a name that is close leads: beside the path, or to a story of the game by its id."""
    with suppress(ResourceError, OSError, ValueError):
        shipped = data_folder("scenarios") / path.name
        if len(path.parts) == 1 and (shipped / STORY_FILE).is_file():
            return f"Did you mean {shown_path(shipped)}?"
    return did_you_mean(path.name, _names_beside(path))


def _names_beside(path: Path) -> Iterator[str]:
    with suppress(OSError, ValueError):
        yield from (entry.name for entry in path.absolute().parent.iterdir())
