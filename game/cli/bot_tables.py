"""What `looktwice bot` prints for people: stories, players, players by band, and what did not work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from game.story.model import BANDS
from game.story.players import all_players
from game.story.scoring import Tally, bias, d_prime
from game.tools.story_survey import StorySurvey, pool

COUNTS = ("hits", "noticed", "misses", "correct", "asked", "false_alarms", "untouched")
PLAYER_NAMES = tuple(all_players(1, {}))
"""Every player, in the order in which they are reported."""

_STORY_HEADS = ("story", "plays", "scenes", "options", "endings")
_PLAYER_HEADS = (
    "player",
    *(count.replace("_", " ") for count in COUNTS),
    "d' not OK",
    "d' not sure",
    "bias not OK",
    "bias not sure",
)


def print_tables(surveys: Sequence[StorySurvey]) -> None:
    """Print everything in tables, for a terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    stories = Table(*_STORY_HEADS)
    for survey in surveys:
        stories.add_row(*map(Text, _seen(survey)))
    console.print(stories)
    for title, players in _pools(surveys):
        counted = Table(*_PLAYER_HEADS, title=title or None)
        for name, tally in players.items():
            counted.add_row(*map(Text, _figures(name, tally)))
        console.print(counted)
    for line in _problem_lines(surveys):
        console.print(Text(line, style="bold red"))


def print_lines(surveys: Sequence[StorySurvey]) -> None:
    """Print everything in plain lines, one story or player a line."""
    for survey in surveys:
        name, *values = _seen(survey)
        print(f"{name}: " + ", ".join(f"{h} {v}" for h, v in zip(_STORY_HEADS[1:], values, strict=True)))
    for title, players in _pools(surveys):
        if title:
            print(f"{title}:")
        for player, tally in players.items():
            figures = _figures(player, tally)
            print(f"{player}: " + ", ".join(f"{h} {v}" for h, v in zip(_PLAYER_HEADS[1:], figures[1:], strict=True)))
    for line in _problem_lines(surveys):
        print(line)


def _pools(surveys: Sequence[StorySurvey]) -> list[tuple[str, Mapping[str, Tally]]]:
    """The players over all stories, and where several bands are there over each of them, with what is written above."""
    bands = [band for band in BANDS if any(survey.band == band for survey in surveys)]
    everything = pool(surveys, PLAYER_NAMES)
    if len(bands) < 2:
        return [("", everything)]
    by_band = [
        (f"band {band}", pool([survey for survey in surveys if survey.band == band], PLAYER_NAMES)) for band in bands
    ]
    return [("all bands", everything), *by_band]


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
    return (name, *(str(getattr(tally, count)) for count in COUNTS), *shown)


def _problem_lines(surveys: Sequence[StorySurvey]) -> list[str]:
    lines: list[str] = []
    for survey in surveys:
        for problem, play in zip_longest(survey.problems, survey.plays_to_paste):
            lines.append(f"problem: {survey.id}: {problem}")
            if play is not None:
                lines.append(
                    f"  This play shows it; saved as {survey.id}/plays/shows-it.yaml it is checked from now on:"
                )
                lines += [f"    {line}" for line in play.splitlines()]
    return lines or ["No problems."]
