"""`looktwice bot`: play every path of the stories, then players made of a rule, and say what did not work."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.cli.bot_tables import COUNTS, PLAYER_NAMES, print_lines, print_tables
from game.errors import UsageError
from game.story.scoring import Tally, bias, d_prime
from game.tools.story_survey import StorySurvey, pool, survey_files

if TYPE_CHECKING:
    from game.cli.command import Subparsers


def add_parser(subparsers: Subparsers) -> argparse.ArgumentParser:
    """Add the parser of `looktwice bot`."""
    parser = subparsers.add_parser(
        "bot",
        help="play every path of the stories",
        description="Plays every path of the stories, then seeded plays, and counts players that go by a simple rule. "
        "Ends with 1 if a path does not end, something cannot be reached, no safe option comes after a risky one, or a "
        "play does not work; and prints the shortest play that shows it.",
    )
    parser.add_argument("ids", nargs="*", metavar="ID", help="only these stories (default: all)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="what chance begins with (default: 1)")
    parser.add_argument(
        "--plays", type=_count, default=20, metavar="N", help="seeded plays of each story (default: 20)"
    )
    return parser


def run(args: argparse.Namespace) -> int:
    """Play, report, and return 1 if there were problems."""
    from game.resources import data_folder

    files = _pick(_story_files([data_folder("scenarios"), *args.content]), args.ids)
    surveys = list(_with_progress(survey_files(files, args.seed, args.plays), len(files)))
    if args.json:
        print(json.dumps(report(surveys, pool(surveys, PLAYER_NAMES)), indent=2))
    elif sys.stdout.isatty():
        print_tables(surveys)
    else:
        print_lines(surveys)
    return 1 if any(survey.problems for survey in surveys) else 0


def report(surveys: Sequence[StorySurvey], players: Mapping[str, Tally]) -> dict[str, Any]:
    """The JSON document of `--json`."""
    return {
        "scenarios": [
            {
                "id": survey.id,
                "plays": survey.plays,
                "scenes": survey.scenes,
                "scenes_seen": survey.scenes_seen,
                "options": survey.options,
                "options_seen": survey.options_seen,
                "endings": dict(survey.endings),
                "problems": list(survey.problems),
                "plays_to_paste": list(survey.plays_to_paste),
                "cut": survey.cut,
            }
            for survey in surveys
        ],
        "players": {
            name: {
                **{count: getattr(tally, count) for count in COUNTS},
                "d_prime": {"not_ok": d_prime(tally, "not_ok"), "not_sure": d_prime(tally, "not_sure")},
                "bias": {"not_ok": bias(tally, "not_ok"), "not_sure": bias(tally, "not_sure")},
            }
            for name, tally in players.items()
        },
    }


def _count(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 100_000:
        raise argparse.ArgumentTypeError("a number from 0 to 100000")
    return number


def _story_files(folders: Iterable[Path]) -> dict[str, Path]:
    """Every story's file by the story's id; of two folders with the same story the first counts."""
    from game.content.story_report import find_stories

    files: dict[str, Path] = {}
    for folder in folders:
        for file in find_stories(folder):
            files.setdefault(file.parent.name, file)
    return files


def _pick(files: Mapping[str, Path], ids: Sequence[str]) -> list[Path]:
    for name in ids:
        if name not in files:
            close = get_close_matches(name, files, n=1)
            hint = f"Did you mean {close[0]!r}?" if close else f"There are: {', '.join(files)}."
            raise UsageError(f"There is no story {name!r}", hint=hint)
    return [files[name] for name in dict.fromkeys(ids)] if ids else list(files.values())


def _with_progress(surveys: Iterable[StorySurvey], total: int) -> Iterator[StorySurvey]:
    """The surveys as they come, with a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from surveys
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(surveys, "Playing", total=total, console=Console(stderr=True), transient=True)
