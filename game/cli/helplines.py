"""`looktwice helplines`: the help rows of each country, and which of them a person has to check."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from game.content.files.help_rows import load_help_rows
from game.content.files.helplines import EU, EU_COUNTRIES, WORLD, countries, freshness_of
from game.content.format.diagnostic_report import format_text
from game.content.format.diagnostics import name_or_list
from game.errors import UsageError
from game.story.values import HelpRow

if TYPE_CHECKING:
    from game.cli.command import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    """Add `helplines` to the commands."""
    parser = subparsers.add_parser(
        "helplines", help="list the help rows of each country", description="List the help rows of each country."
    )
    parser.add_argument("--due", action="store_true", help="only rows that a person has to check on the live page")
    parser.add_argument("--country", metavar="CC", help="only the rows of one country, such as US; ZZ is the world")


def run(args: argparse.Namespace) -> int:
    """Print the rows; errors of the table go to standard error and make the exit code 1."""
    today = date.today()
    rows, findings = load_help_rows(today=today)
    chosen = _rows_of(rows, args.country.upper()) if args.country else rows
    if args.due:
        chosen = tuple(row for row in chosen if freshness_of(row, today) != "checked")
    if args.json:
        print(json.dumps([_row(row) for row in chosen], ensure_ascii=False, indent=1))
    else:
        _print_rows(chosen, today)
    errors = [one for one in findings if one.is_error]
    for one in errors:
        print(format_text(one), file=sys.stderr)
    return 1 if errors else 0


def _rows_of(rows: Sequence[HelpRow], country: str) -> tuple[HelpRow, ...]:
    """Return the rows of a country; of an EU state without rows of its own, those of the EU and the world."""
    own = tuple(row for row in rows if row.country == country)
    if own:
        return own
    if country in EU_COUNTRIES:
        return tuple(row for row in rows if row.country in (EU, WORLD))
    known = (*countries(rows), EU)
    hint = f"{name_or_list(country, known)} ZZ is the world."
    raise UsageError(f"There are no rows for the country {country}", hint=hint)


def _row(row: HelpRow) -> dict[str, object]:
    return {
        "country": row.country,
        "organisation": row.organisation,
        "purpose": list(row.purpose),
        "phone": row.phone,
        "web": row.web,
        "seen": row.seen,
        "checked_on": row.checked_on,
    }


def _print_rows(rows: Sequence[HelpRow], today: date) -> None:
    for row in rows:
        state = {
            "checked": f"checked on {row.checked_on}, holds until {row.valid_until}",
            "unchecked": f"not checked by a person yet; evidence: {row.seen or 'undated'}",
            "old": f"the check ran out on {row.valid_until}",
            "expired": f"the check ran out long ago, on {row.valid_until}",
        }[freshness_of(row, today)]
        contact = ", ".join(part for part in (row.phone, row.web) if part)
        print(f"{row.country}  {row.organisation} ({', '.join(row.purpose)}): {contact}\n    {state}")
    print(f"{len(rows)} row{'' if len(rows) == 1 else 's'}.")
