"""`looktwice play`: opens the game, or one story."""

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.cli.commands import Subparsers


def add_parser(subparsers: "Subparsers") -> None:
    """Add the command's own arguments."""
    parser = subparsers.add_parser("play", help="open the game, or one story")
    parser.add_argument("story", nargs="?", default="", metavar="ID", help="the id of a story, as `list` shows it")
    parser.add_argument("--lang", metavar="L", default=None, help="the language; English is the only one so far")


def run(args: argparse.Namespace) -> int:
    """Open the window and play until it closes."""
    from game.app.opening import Opening
    from game.errors import UsageError

    if args.lang is not None and args.lang.partition("-")[0].partition("_")[0] != "en":
        raise UsageError(f"The game does not speak {args.lang!r} yet", hint="Leave --lang out, or use --lang en.")
    opening = Opening(args.home, args.content)
    if args.story:
        opening.find_story(args.story)

    from game.view.loop import run as run_window

    def report(sentence: str) -> None:
        print(f"looktwice: {sentence}", file=sys.stderr)

    size = run_window(
        lambda measure: opening.app(measure, story=args.story), size=opening.settings.window_size, report=report
    )
    opening.remember_size(size)
    return 0
