"""`looktwice bot`: play every path of the stories, then players made of a rule, and say what did not work."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from game.errors import UsageError
from game.story import engine
from game.story.explore import explore
from game.story.model import Choice, Outcome, Scenario
from game.story.players import PLAYERS, play_out, tally_player
from game.story.scoring import Tally, bias, d_prime

if TYPE_CHECKING:
    from game.cli.commands import Subparsers

_COUNTS = ("hits", "noticed", "misses", "correct", "asked", "false_alarms", "untouched")


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySurvey:
    """What playing one story gave."""

    id: str
    plays: int = 0
    """Paths walked, seeded plays and written play-throughs together."""
    scenes: int = 0
    scenes_seen: int = 0
    options: int = 0
    options_seen: int = 0
    endings: Mapping[Outcome, int] = field(default_factory=dict)
    """How many of the paths ended in each way."""
    problems: tuple[str, ...] = ()
    cut: bool = False
    """Whether there were too many paths to walk all of them."""
    tallies: Mapping[str, Tally] = field(default_factory=dict)


def add_parser(subparsers: Subparsers) -> argparse.ArgumentParser:
    """Add the parser of `looktwice bot`."""
    parser = subparsers.add_parser(
        "bot",
        help="play every path of the stories",
        description="Plays every path of the stories, then seeded plays, and counts players that go by a simple rule. "
        "Ends with 1 if a scene or an option cannot be reached, or a play does not work.",
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
    surveys = [survey_file(file, args.seed, args.plays) for file in _with_progress(files)]
    players = {name: _pool(survey.tallies.get(name, Tally()) for survey in surveys) for name in PLAYERS}
    if args.json:
        print(json.dumps(report(surveys, players), indent=2))
    elif sys.stdout.isatty():
        _print_tables(surveys, players)
    else:
        _print_lines(surveys, players)
    return 1 if any(survey.problems for survey in surveys) else 0


def survey_file(file: Path, seed: int, plays: int) -> StorySurvey:
    """Read a story's file and play it; what cannot be read is a problem."""
    from game.content.plays_reader import check_plays, play_files
    from game.content.scenario_reader import read_scenario

    scenario = read_scenario(file).scenario
    name = file.parent.name
    if scenario is None:
        return StorySurvey(id=name, problems=(f"it cannot be read; `looktwice check {file}` says why",))
    written = play_files(file.parent)
    failed = tuple(
        f"{Path(found.span.path).name}:{found.span.line}: {found.message}"
        for found in check_plays(file.parent, scenario)
        if found.is_error
    )
    return survey(scenario, seed, plays, written=len(written), failed=failed)


def survey(scenario: Scenario, seed: int, plays: int, *, written: int = 0, failed: Sequence[str] = ()) -> StorySurvey:
    """Walk every path of a story, play it `plays` times by chance, and count each player of a rule."""
    found = explore(scenario)
    options = [option.id for scene in scenario.scenes.values() for beat in scene.beats for option in _options(beat)]
    problems = [*found.problems]
    problems += [f'the option "{option}" is never reached' for option in options if option not in found.options]
    if not found.problems:
        problems += _play_by_chance(scenario, seed, plays)
    return StorySurvey(
        id=scenario.id,
        plays=found.plays + plays + written,
        scenes=len(scenario.scenes),
        scenes_seen=len(found.scenes),
        options=len(options),
        options_seen=len(found.options),
        endings=found.endings,
        problems=(*problems, *failed),
        cut=found.cut,
        tallies={name: tally_player(scenario, player) for name, player in PLAYERS.items()},
    )


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
            }
            for survey in surveys
        ],
        "players": {
            name: {
                **{count: getattr(tally, count) for count in _COUNTS},
                "d_prime": {"not_ok": d_prime(tally, "not_ok"), "not_sure": d_prime(tally, "not_sure")},
                "bias": {"not_ok": bias(tally, "not_ok"), "not_sure": bias(tally, "not_sure")},
            }
            for name, tally in players.items()
        },
    }


def _play_by_chance(scenario: Scenario, seed: int, plays: int) -> list[str]:
    """Seeded plays that end, and that a replay of their inputs repeats to the letter; else what went wrong."""
    rng = Random(f"{seed}/{scenario.id}")
    problems: dict[str, None] = {}
    for number in range(1, plays + 1):
        state = play_out(scenario, lambda message: rng.choice(("fine", "not_sure", "not_ok", None)), rng)
        again = engine.replay(scenario, state.play(scenario))
        if again.divergence is not None:
            problems[f"seeded play {number} cannot be repeated: {again.divergence.reason}"] = None
        elif engine.read_to_input(scenario, again.state) != state:
            problems[f"seeded play {number} ends elsewhere when it is repeated"] = None
    return list(problems)


def _pool(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, start=Tally())


def _options(beat: object) -> Sequence[Any]:
    return beat.options if isinstance(beat, Choice) else ()


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


def _with_progress(files: Sequence[Path]) -> Iterator[Path]:
    """The files one by one, with a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from files
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(files, "Playing", console=Console(stderr=True), transient=True)


def _seen(survey: StorySurvey) -> tuple[str, ...]:
    endings = ", ".join(f"{outcome} {count}" for outcome, count in survey.endings.items()) or "none"
    return (
        survey.id,
        f"{survey.plays}{' (a part)' if survey.cut else ''}",
        f"{survey.scenes_seen} of {survey.scenes}",
        f"{survey.options_seen} of {survey.options}",
        endings,
    )


def _figures(name: str, tally: Tally) -> tuple[str, ...]:
    values = [d_prime(tally, "not_ok"), d_prime(tally, "not_sure"), bias(tally, "not_ok"), bias(tally, "not_sure")]
    shown = ["-" if value is None else f"{value:.2f}" for value in values]
    return (name, *(str(getattr(tally, count)) for count in _COUNTS), *shown)


_STORY_HEADS = ("story", "plays", "scenes", "options", "endings")
_PLAYER_HEADS = (
    "player",
    *(count.replace("_", " ") for count in _COUNTS),
    "d' not OK",
    "d' not sure",
    "bias not OK",
    "bias not sure",
)


def _print_tables(surveys: Sequence[StorySurvey], players: Mapping[str, Tally]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    stories = Table(*_STORY_HEADS)
    for survey in surveys:
        stories.add_row(*map(Text, _seen(survey)))
    console.print(stories)
    counted = Table(*_PLAYER_HEADS)
    for name, tally in players.items():
        counted.add_row(*map(Text, _figures(name, tally)))
    console.print(counted)
    for line in _problem_lines(surveys):
        console.print(Text(line, style="bold red"))


def _print_lines(surveys: Sequence[StorySurvey], players: Mapping[str, Tally]) -> None:
    for survey in surveys:
        name, *values = _seen(survey)
        print(f"{name}: " + ", ".join(f"{h} {v}" for h, v in zip(_STORY_HEADS[1:], values, strict=True)))
    for player, tally in players.items():
        figures = _figures(player, tally)
        print(f"{player}: " + ", ".join(f"{h} {v}" for h, v in zip(_PLAYER_HEADS[1:], figures[1:], strict=True)))
    for line in _problem_lines(surveys):
        print(line)


def _problem_lines(surveys: Sequence[StorySurvey]) -> list[str]:
    lines = [f"problem: {survey.id}: {problem}" for survey in surveys for problem in survey.problems]
    return lines or ["No problems."]
