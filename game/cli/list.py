"""`looktwice list`: the stories that may be played."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.app.languages import CatalogueLanguages
from game.content.library import Library, open_library
from game.extract.compiling import open_catalogues
from game.story.values import StoryCard

if TYPE_CHECKING:
    from game.cli.command import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    """Add `list` to the commands."""
    subparsers.add_parser("list", help="list the stories", description="List the stories that may be played.")


def run(args: argparse.Namespace) -> int:
    """Print the stories; those that are not offered are named on standard error."""
    catalogues = open_catalogues()
    library = open_library(args.content, args.home, catalogues=catalogues)
    library.read_all()
    cards = library.cards()
    languages = CatalogueLanguages(catalogues)
    rows = [(card, [code for code, _name in languages.names() if languages.card(code, card)]) for card in cards]
    if args.json:
        print(json.dumps([_row(card, spoken) for card, spoken in rows], ensure_ascii=False, indent=1))
    else:
        _print_table(rows)
    _print_refused(library)
    for problem in catalogues.problems:
        print(f"looktwice: {problem}", file=sys.stderr)
    return 0


def _row(card: StoryCard, languages: Sequence[str]) -> dict[str, object]:
    return {
        "id": card.id,
        "title": card.title,
        "kind": card.kind,
        "band": card.band,
        "level": card.level,
        "minutes": card.minutes,
        "signs": list(card.signs),
        "methods": list(card.methods),
        "status": "draft" if card.is_draft else "reviewed",
        "languages": list(languages),
    }


def _print_table(rows: Sequence[tuple[StoryCard, Sequence[str]]]) -> None:
    if not rows:
        print("There are no stories.")
        return
    head = ("id", "title", "band", "level", "minutes", "kind", "status", "languages", "signs")
    lines = [head] + [
        (
            card.id,
            card.title,
            card.band,
            str(card.level),
            str(card.minutes),
            card.kind,
            "draft" if card.is_draft else "reviewed",
            " ".join(languages),
            ", ".join(card.signs) or "none: nothing is wrong",
        )
        for card, languages in rows
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _print_refused(library: Library) -> None:
    for refusal in library.refused():
        print(f"Not offered: {refusal.path}:{refusal.line}: {refusal.reason}", file=sys.stderr)
