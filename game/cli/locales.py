"""`looktwice locales`: the languages, and how complete each is."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from game.content.story_files import find_parts
from game.extract.compiling import open_catalogues
from game.extract.domains import GAME, LESSONS
from game.i18n.catalogues import SOURCE, Catalogues, Locale
from game.resources import data_folder

if TYPE_CHECKING:
    from game.cli.command import Subparsers

Row: TypeAlias = Mapping[str, object]
"""What is told of a language, as `--json` has it."""


def add_parser(subparsers: Subparsers) -> None:
    """Add `locales` to the commands."""
    what = "list the languages and how complete they are"
    subparsers.add_parser("locales", help=what, description=f"{what.capitalize()}.")


def run(args: argparse.Namespace) -> int:
    """Print the languages; files that cannot be used are named on standard error and make the exit code 1."""
    catalogues = open_catalogues()
    rows = [_row(catalogues, locale) for locale in catalogues.find_languages()]
    if args.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        _print_table(catalogues, rows)
    for problem in catalogues.problems:
        print(problem, file=sys.stderr)
    return 1 if catalogues.problems else 0


def _row(catalogues: Catalogues, locale: Locale) -> Row:
    shares = {
        "ui": catalogues.share_translated(locale.code, GAME),
        "stories": _share_of_stories(catalogues, locale.code, catalogues.count_story_lines),
        "guides": _share_of_stories(catalogues, locale.code, catalogues.count_guide_lines),
        "lessons": catalogues.share_translated(locale.code, LESSONS),
    }
    rounded = {name: _rounded(share) for name, share in shares.items()}
    by_story = {part: _rounded(share) for part, share in _shares_by_story(catalogues, locale.code).items()}
    return {"locale": locale.code, "direction": locale.direction, **rounded, "by_story": by_story}


def _shares_by_story(catalogues: Catalogues, code: str) -> dict[str, float]:
    """Return how much of each story, of the signs and of each practice is translated, by the name of its folder."""
    shares = {}
    for part in find_parts(data_folder("scenarios")):
        done, total = (1, 1) if code == SOURCE else catalogues.count_story_lines(code, part)
        shares[part] = done / total if total else 0.0
    return shares


def _share_of_stories(catalogues: Catalogues, code: str, count: Callable[[str, str], tuple[int, int]]) -> float:
    """Return how much of all stories, signs and practice, or of the guides, is translated, as `count` says of each.

    What has no file lacks what others have.
    """
    if code == SOURCE:
        return 1.0
    codes = [locale.code for locale in catalogues.find_languages() if locale.code != SOURCE]
    done = total = 0
    for part in find_parts(data_folder("scenarios")):
        counts = {one: count(one, part) for one in codes}
        done += counts[code][0]
        total += max(there for _, there in counts.values())
    return done / total if total else 0.0


def _rounded(share: float) -> float:
    """Round to whole percents, and call only the whole of it whole."""
    return share if share in (0.0, 1.0) else min(max(round(share, 2), 0.01), 0.99)


def _print_table(catalogues: Catalogues, rows: Sequence[Row]) -> None:
    head = ("locale", "name", "direction", "ui", "stories", "guides", "lessons")
    lines: list[tuple[str, ...]] = [head]
    for row in rows:
        shares = (f"{float(str(row[part])):.0%}" for part in ("ui", "stories", "guides", "lessons"))
        code = str(row["locale"])
        lines.append((code, catalogues.locale(code).name, str(row["direction"]), *shares))
    _print_lines(lines)
    others = [row for row in rows if row["locale"] != SOURCE]
    if not others:
        return
    print()
    stories: list[tuple[str, ...]] = [("story", *(str(row["locale"]) for row in others))]
    stories += [(part, *(f"{_by_story(row)[part]:.0%}" for row in others)) for part in _by_story(others[0])]
    _print_lines(stories)


def _by_story(row: Row) -> Mapping[str, float]:
    shares = row["by_story"]
    assert isinstance(shares, dict)
    return shares


def _print_lines(lines: Sequence[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
