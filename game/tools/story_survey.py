"""What playing a story gives: every path, seeded plays, the written play-throughs, and players made of a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from game.content.files.plays_reader import check_plays, play_files
from game.content.files.scenario_reader import read_scenario
from game.story import engine
from game.story.explore import Walk, explore
from game.story.invariants import Problem, find_problems
from game.story.model import Band, Outcome, Scenario
from game.story.players import Player, all_players, play_out, tally_sights
from game.story.scoring import Tally
from game.story.sights import median_lengths, sights_in
from game.tools.play_writing import write_play


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySurvey:
    """What playing one story gave."""

    id: str
    band: Band | None = None
    """None where the story cannot be read."""
    plays: int = 0
    """Paths walked, seeded plays and written play-throughs together."""
    scenes: int = 0
    scenes_seen: int = 0
    options: int = 0
    options_seen: int = 0
    endings: Mapping[Outcome, int] = field(default_factory=dict)
    """How many of the paths ended in each way."""
    problems: tuple[str, ...] = ()
    plays_to_paste: tuple[str | None, ...] = ()
    """To each problem: a play-through that shows it, as the text of a file in `plays`; None where none can."""
    cut: bool = False
    """Whether there were too many paths to walk all of them."""
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    """What each player makes of the story's messages."""


def survey_files(files: Sequence[Path], seed: int, plays: int) -> Iterator[StorySurvey]:
    """Read the stories' files and play them one by one; what cannot be read is a problem.

    All are read before the first is played, since some players go by what is usual in a band.
    """
    scenarios = [read_scenario(file).scenario for file in files]
    players = all_players(seed, median_lengths(one for one in scenarios if one is not None))
    for file, scenario in zip(files, scenarios, strict=True):
        if scenario is None:
            problem = f"it cannot be read; `looktwice check {file}` says why"
            yield StorySurvey(id=file.parent.name, problems=(problem,), plays_to_paste=(None,))
        else:
            yield _survey_folder(file.parent, scenario, seed, plays, players)


def _survey_folder(
    folder: Path, scenario: Scenario, seed: int, plays: int, players: Mapping[str, Player]
) -> StorySurvey:
    written = play_files(folder)
    failed = tuple(
        f"{Path(found.span.path).name}:{found.span.line}: {found.message}"
        for found in check_plays(folder, scenario)
        if found.is_error
    )
    return survey(scenario, seed, plays, players, written=len(written), failed=failed)


def survey(
    scenario: Scenario,
    seed: int,
    plays: int,
    players: Mapping[str, Player],
    *,
    written: int = 0,
    failed: Sequence[str] = (),
) -> StorySurvey:
    """Walk every path of a story, play it `plays` times by chance, and count what the players make of it.

    `written` is how many play-throughs stand beside the story, `failed` what is wrong with them.
    """
    found = explore(scenario)
    options = [option.id for _, choice in scenario.choices() for option in choice.options]
    problems = find_problems(scenario, found)
    if not problems:
        problems = _play_by_chance(scenario, seed, plays)
    sights = sights_in(scenario)
    return StorySurvey(
        id=scenario.id,
        band=scenario.band,
        plays=found.plays + plays + written,
        scenes=len(scenario.scenes),
        scenes_seen=len(found.scenes),
        options=len(options),
        options_seen=len(found.options),
        endings=found.endings,
        problems=(*(one.text for one in problems), *failed),
        plays_to_paste=(
            *(None if one.walk is None else write_play(f"shows that {one.text}", one.walk) for one in problems),
            *(None for _ in failed),
        ),
        cut=found.cut,
        tallies={name: tally_sights(sights, player) for name, player in players.items()},
    )


def pool(surveys: Iterable[StorySurvey], names: Iterable[str]) -> dict[str, Tally]:
    """Add up what each of the named players makes of all the stories."""
    kept = list(surveys)
    return {name: sum((one.tallies.get(name, Tally()) for one in kept), start=Tally()) for name in names}


def _play_by_chance(scenario: Scenario, seed: int, plays: int) -> tuple[Problem, ...]:
    """Seeded plays that end, and that a replay of their inputs repeats to the letter; else what went wrong.

    Of several plays with which the same goes wrong the shortest is kept.
    """
    rng = Random(f"{seed}/{scenario.id}")
    problems: dict[str, Walk] = {}
    for _ in range(plays):
        state = play_out(scenario, lambda sight: rng.choice(("fine", "not_sure", "not_ok", None)), rng)
        again = engine.replay(scenario, state.play(scenario))
        if again.divergence is not None:
            text = f"a play cannot be repeated: {again.divergence.reason}"
        elif engine.read_to_input(scenario, again.state) != state:
            text = "a play ends elsewhere when it is repeated"
        else:
            continue
        known = problems.get(text)
        if known is None or len(state.inputs) < len(known.play.inputs):
            problems[text] = Walk(state.play(scenario), state)
    return tuple(Problem(text, walk) for text, walk in problems.items())
