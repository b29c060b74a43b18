"""`looktwice list`: the stories that may be played."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.content.library import Library, open_library
from game.story.values import StoryCard

if TYPE_CHECKING:
    from game.cli.commands import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    """Add `list` to the commands."""
    subparsers.add_parser("list", help="list the stories", description="List the stories that may be played.")


def run(args: argparse.Namespace) -> int:
    """Print the stories; those that are not offered are named on standard error."""
    library = open_library(args.content, args.home)
    library.read_all()
    cards = library.cards()
    if args.json:
        print(json.dumps([_row(card) for card in cards], ensure_ascii=False, indent=1))
    else:
        _print_table(cards)
    _print_refused(library)
    return 0


def _row(card: StoryCard) -> dict[str, object]:
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
        "languages": ["en"],
    }


def _print_table(cards: Sequence[StoryCard]) -> None:
    if not cards:
        print("There are no stories.")
        return
    head = ("id", "title", "band", "level", "minutes", "kind", "status", "signs")
    rows = [head] + [
        (
            card.id,
            card.title,
            card.band,
            str(card.level),
            str(card.minutes),
            card.kind,
            "draft" if card.is_draft else "reviewed",
            ", ".join(card.signs) or "none: nothing is wrong",
        )
        for card in cards
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _print_refused(library: Library) -> None:
    for refusal in library.refused():
        print(f"Not offered: {refusal.path}:{refusal.line}: {refusal.reason}", file=sys.stderr)
