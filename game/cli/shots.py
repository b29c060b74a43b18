"""`looktwice shots`: a PNG of every screen and state of a story, without a display."""

import argparse
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from game.design import LETTERS, THEMES
from game.errors import UsageError

if TYPE_CHECKING:
    from game.cli.command import Subparsers

DEFAULT_STORY = "free-skins"
_SIZE = re.compile(r"(\d{1,5})x(\d{1,5})")
_SMALLEST, _LARGEST = 200, 8192
"""Pixels of a side: from less than the smallest phone has to what one picture can hold."""


def add_parser(subparsers: "Subparsers") -> None:
    """Add the command's own arguments."""
    parser = subparsers.add_parser("shots", help="make a picture of every screen")
    parser.add_argument("story", nargs="?", default=DEFAULT_STORY, metavar="ID", help="the story that is played")
    parser.add_argument("-o", "--out", type=Path, default=Path("shots"), metavar="DIR", help="folder for the pictures")
    parser.add_argument("--lang", default="en", metavar="L", help="the language, also en_XA or ar_XB")
    parser.add_argument(
        "--size", type=read_size, default=(1280, 800), metavar="WxH", help="size of a picture in pixels"
    )
    parser.add_argument("--theme", choices=THEMES, default="paper", help="the colours")
    parser.add_argument("--letters", choices=LETTERS, default="usual", help="the letters")
    parser.add_argument("--scale", type=float, default=1.0, metavar="S", help="pixels per dp, from 0.5 to 4")
    parser.add_argument("--text-size", type=int, default=100, metavar="P", help="text size in percent, from 80 to 300")


def read_size(text: str) -> tuple[int, int]:
    """`1280x800` as two numbers of pixels. Raises ArgumentTypeError for what is no size, or too small or too large."""
    found = _SIZE.fullmatch(text)
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} is no size such as 1280x800")
    size = int(found[1]), int(found[2])
    if min(size) < _SMALLEST or max(size) > _LARGEST:
        limits = f"from {_SMALLEST}x{_SMALLEST} to {_LARGEST}x{_LARGEST}"
        raise argparse.ArgumentTypeError(f"pictures go {limits} pixels, and {text} is outside of that")
    return size


def run(args: argparse.Namespace) -> int:
    """Make the pictures and say where they are."""
    if not 0.5 <= args.scale <= 4:
        raise UsageError("--scale goes from 0.5 to 4")
    if not 80 <= args.text_size <= 300:
        raise UsageError("--text-size goes from 80 to 300")
    from game.studio.shots import make_shots

    files = make_shots(
        args.story,
        args.out,
        content=args.content,
        size=args.size,
        theme=args.theme,
        scale=args.scale,
        text_size=args.text_size,
        letters=args.letters,
        language=args.lang,
    )
    if args.json:
        print(json.dumps({"files": [{"path": str(shot.path), "screen": shot.screen} for shot in files]}, indent=2))
    else:
        print(f"{len(files)} pictures in {args.out}")
    return 0
