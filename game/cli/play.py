"""`looktwice play`: opens the game, or one story."""

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.cli.command import Subparsers


def add_parser(subparsers: "Subparsers") -> None:
    """Add the command's own arguments."""
    parser = subparsers.add_parser("play", help="open the game, or one story")
    parser.add_argument("story", nargs="?", default="", metavar="ID", help="the id of a story, as `list` shows it")
    parser.add_argument("--lang", metavar="L", default=None, help="the language, as `looktwice locales` shows it")


def run(args: argparse.Namespace) -> int:
    """Open the window and play until it closes."""
    from game.app.opening import Opening

    opening = Opening(args.home, args.content, language=args.lang)
    if args.story:
        opening.find_story(args.story)

    from game.view.loop import run as run_window
    from game.view.window import system_languages

    def report(sentence: str) -> None:
        print(f"looktwice: {sentence}", file=sys.stderr)

    size = run_window(
        lambda measure: opening.app(measure, story=args.story, wanted=system_languages()),
        size=opening.settings.window_size,
        report=report,
    )
    opening.remember_size(size)
    return 0
