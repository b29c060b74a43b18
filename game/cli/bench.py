"""`looktwice bench`: measure the game on this machine, and compare with an earlier measurement."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.errors import UsageError

if TYPE_CHECKING:
    from game.cli.command import Subparsers
    from game.studio.bench import Figure


def add_parser(subparsers: Subparsers) -> argparse.ArgumentParser:
    """Add the parser of `looktwice bench`."""
    parser = subparsers.add_parser(
        "bench",
        help="measure this machine",
        description="Measures the start, frames, languages, idling, memory, checking and the engine. It takes about a "
        "minute, opens windows where there is a screen, and is best run while the machine does nothing else.",
    )
    parser.add_argument("--compare", type=Path, metavar="FILE", help="a result of an earlier `bench --json`")
    return parser


def run(args: argparse.Namespace) -> int:
    """Measure and print; with `--compare` the earlier values stand beside the present ones."""
    before = _read_results(args.compare) if args.compare else None
    from game.studio.bench import run_bench

    results = run_bench(lambda step: print(f"measuring: {step}", file=sys.stderr) if sys.stderr.isatty() else None)
    if args.json:
        print(json.dumps(results if before is None else {**results, "compared_with": before}, indent=1))
    else:
        print("\n".join(format_results(results, before)))
    return 0


def format_results(results: Mapping[str, object], before: Mapping[str, object] | None = None) -> list[str]:
    """One line a figure: its value, the one to reach, and the earlier one."""
    from game.studio.bench import FIGURES, read_figure

    lines = []
    for figure in FIGURES:
        value = read_figure(results, figure)
        line = f"{figure.name:<29}{_number(value, figure):>20}{_goal(value, figure):<24}"
        if before is not None:
            line += f"  before: {_number(read_figure(before, figure), figure)}{_change(results, before, figure)}"
        lines.append(line.rstrip())
    return lines


def _read_results(path: Path) -> Mapping[str, Any]:
    try:
        results = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(results, dict):
            return results
        reason = "it holds no results"
    except OSError as error:
        reason = error.strerror or str(error)
    except ValueError:
        reason = "it is no JSON"
    raise UsageError(f"The earlier results cannot be read: {reason}", where=path, hint="Make them with `bench --json`.")


def _number(value: float | None, figure: Figure) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f} {figure.unit}" if abs(value) >= 1000 else f"{value:.4g} {figure.unit}"


def _goal(value: float | None, figure: Figure) -> str:
    if figure.target is None:
        return ""
    sign = ">=" if figure.more_is_better else "<="
    reached = value is None or (value >= figure.target if figure.more_is_better else value <= figure.target)
    return f"  ({sign} {figure.target:,.10g}{'' if reached else ', missed'})"


def _change(results: Mapping[str, object], before: Mapping[str, object], figure: Figure) -> str:
    from game.studio.bench import read_figure

    old, new = read_figure(before, figure), read_figure(results, figure)
    return f" ({(new - old) / old:+.0%})" if old and new is not None else ""
