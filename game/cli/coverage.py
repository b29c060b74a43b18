"""`looktwice coverage`: which signs or methods the stories show, band by band, and what is missing."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.content.library import open_library
from game.errors import UsageError
from game.story.model import BANDS, Band
from game.tools.coverage import Cell, Coverage, cover_methods, cover_signs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.cli.command import Subparsers

_NOT_MEANT = "-"
_NONE = "no story"
_BARE = "nothing yet"


def add_parser(subparsers: Subparsers) -> None:
    """Add `coverage` to the commands."""
    parser = subparsers.add_parser(
        "coverage",
        help="show which signs the stories cover",
        description="Show for each sign and band which stories teach it, which have a look-alike, and what is missing.",
    )
    parser.add_argument(
        "--by",
        choices=("sign", "method"),
        default="sign",
        help="what the rows are (default: sign); methods are NCMEC's",
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write a heat map too: a web page (.html) or a drawing (.svg)"
    )


def run(args: argparse.Namespace) -> int:
    """Print the coverage of the stories that are offered; the others are named on standard error.

    UsageError for a FILE that is a folder or ends in neither .html nor .svg.
    """
    from game.content.shipped import load_catalogue

    library = open_library(args.content, args.home)
    library.read_all()
    scenarios = [library.scenario(card.id) for card in library.cards()]
    signs = tuple(load_catalogue().catalogue.signs.values())
    coverage = cover_methods(scenarios, signs) if args.by == "method" else cover_signs(scenarios, signs)
    if args.output is not None:
        names = {} if args.by == "method" else {sign.id: sign.name for sign in signs}
        _write(args.output, coverage, names)
    if args.json:
        print(json.dumps(as_document(coverage), ensure_ascii=False, indent=1))
    elif sys.stdout.isatty():
        _print_table(coverage)
    else:
        _print_lines(coverage)
    for refusal in library.refused():
        print(f"Not counted: {refusal.path}:{refusal.line}: {refusal.reason}", file=sys.stderr)
    return 0


def _write(file: Path, coverage: Coverage, names: Mapping[str, str]) -> None:
    """Write the heat map, and say on standard error where it is: standard output may hold JSON alone."""
    from game.atomic_file import write_atomically
    from game.tools.coverage_page import write_drawing, write_page

    forms = {".html": write_page, ".htm": write_page, ".svg": write_drawing}
    write = forms.get(file.suffix.lower())
    if write is None or file.is_dir():
        hint = "End its name in .html or .svg."
        raise UsageError("A heat map is a web page or a drawing", where=file, hint=hint)
    write_atomically(file, write(coverage, names).encode())
    print(f"Written: {file}", file=sys.stderr)


def as_document(coverage: Coverage) -> dict[str, Any]:
    """Return the JSON document of `--json`; each entry of `missing` says what it lacks: story, lookalike or both."""
    by = coverage.by
    return {
        "cells": [
            {by: one.subject, "band": one.band, "stories": list(one.stories), "lookalikes": list(one.lookalikes)}
            for one in coverage.cells
        ],
        "missing": [{by: one.subject, "band": one.band, "lacks": list(one.lacks)} for one in coverage.missing],
    }


def _say(row: Mapping[Band, Cell], band: Band) -> str:
    """What stands in the table: the stories, then the look-alikes."""
    if band not in row:
        return _NOT_MEANT
    cell = row[band]
    if not (cell.stories or cell.lookalikes):
        return _BARE
    said = ", ".join(cell.stories) or _NONE
    if cell.lookalikes:
        said += f"; look-alike in {', '.join(cell.lookalikes)}"
    elif cell.has_lookalike:
        said += "; no look-alike"
    return said


def _sum_up(coverage: Coverage) -> str:
    meant = [cell for cell in coverage.cells if cell.is_meant]
    stories = sum("story" in cell.lacks for cell in meant)
    comparable = [cell for cell in meant if cell.has_lookalike]
    lookalikes = sum("lookalike" in cell.lacks for cell in comparable)
    return (
        f"Of {len(meant)} pairs of {coverage.by} and band, {stories} have no story yet; "
        f"of {len(comparable)} that can have a look-alike, {lookalikes} have none."
    )


def _print_table(coverage: Coverage) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    table = Table(coverage.by, *BANDS)
    for subject, row in coverage.rows().items():
        table.add_row(Text(subject), *(_paint(row, band) for band in BANDS))
    console.print(table)
    console.print(Text(_sum_up(coverage)))


def _paint(row: Mapping[Band, Cell], band: Band) -> Any:
    """The words of a cell; what lacks both is dim, what has both is green, so that a glance is enough."""
    from rich.text import Text

    cell = row.get(band)
    is_bare = cell is None or not (cell.stories or cell.lookalikes)
    return Text(_say(row, band), style="dim" if is_bare else "yellow" if cell and cell.lacks else "green")


def _print_lines(coverage: Coverage) -> None:
    for subject, row in coverage.rows().items():
        print(f"{subject}: " + " | ".join(f"{band}: {_say(row, band)}" for band in BANDS))
    print(_sum_up(coverage))
