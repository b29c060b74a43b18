"""`looktwice graph`: the map of a story as a picture, or as text for Mermaid or Graphviz."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.content.library import open_library
from game.errors import UsageError
from game.tools.map_drawing import draw_map
from game.tools.map_markup import write_dot, write_mermaid
from game.tools.story_map import StoryMap, map_story

if TYPE_CHECKING:
    from game.cli.command import Subparsers

_FORMS: Final[Mapping[str, Callable[[StoryMap], str]]] = {
    "svg": draw_map,
    "mermaid": write_mermaid,
    "dot": write_dot,
}
_SUFFIXES: Final = {".svg": "svg", ".mmd": "mermaid", ".mermaid": "mermaid", ".dot": "dot", ".gv": "dot"}


def add_parser(subparsers: Subparsers) -> None:
    """Add `graph` to the commands."""
    parser = subparsers.add_parser(
        "graph",
        help="draw the map of a story",
        description="Draw a story's scenes and the ways between them: as an SVG picture that any browser shows, or as "
        "text for Mermaid or Graphviz.",
    )
    parser.add_argument("id", metavar="ID", help="the story's id")
    parser.add_argument("--to", choices=tuple(_FORMS), help="the form (default: as FILE ends, else svg)")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write it (default: the screen)")


def run(args: argparse.Namespace) -> int:
    """Write the map. UnknownStoryError for a wrong id, UsageError for a FILE that is a folder."""
    from game.content.shipped import load_catalogue

    library = open_library(args.content, args.home)
    library.read_all()
    scenario = library.scenario(args.id)
    names = {sign.id: sign.name for sign in load_catalogue().catalogue.signs.values()}
    ending = args.output.suffix.lower() if args.output else ""
    text = _FORMS[args.to or _SUFFIXES.get(ending, "svg")](map_story(scenario, names))
    if args.output is None:
        sys.stdout.write(text)
        return 0
    if args.output.is_dir():
        raise UsageError("This is a folder", where=args.output, hint=f"Name a file, such as {args.id}.svg.")
    from game.atomic_file import write_atomically

    write_atomically(args.output, text.encode())
    print(f"Written: {args.output}")
    return 0
