"""Every play is played as a person would: with keys alone, a mouse alone, touch alone, small and large.

A story of the tests is played in every way there is; those that the game brings take turns, and each way meets many.
"""

from dataclasses import replace
from itertools import cycle
from pathlib import Path
from random import Random

import pytest

from game.app.app import App
from game.app.opening import Opening
from game.content.files.plays_reader import PlayThrough, load_plays
from game.content.story_files import find_stories
from game.design import room_factor
from game.resources import data_folder
from game.story.model import Scenario
from game.story.scoring import score
from game.view.fonts import PygameMeasure
from tests.app.presser import Device, Presser

STORIES = [file.parent.name for file in find_stories(data_folder("scenarios"))]
FULL = "paper-kite"
DEVICES: tuple[Device, ...] = ("keys", "pointer", "touch", "pad")
WINDOWS = {"phone": (360, 640), "laptop": (1280, 800)}
WAYS = [(device, window) for device in DEVICES[:3] for window in WINDOWS]
SETS = [
    *(pytest.param(FULL, device, id=f"{FULL}-{device}") for device in DEVICES),
    *(
        pytest.param(story, device, id=f"{story}-{device}", marks=pytest.mark.shipped)
        for story, device in zip(STORIES, cycle(DEVICES), strict=False)
    ),
]
PLAYS = [
    *(pytest.param(FULL, *way, id=f"{FULL}-{'-'.join(way)}") for way in WAYS),
    *(
        pytest.param(story, *way, id=f"{story}-{'-'.join(way)}", marks=pytest.mark.shipped)
        for story, way in zip(STORIES, cycle(WAYS), strict=False)
    ),
]


def read_story(story: str, home: Path) -> tuple[Scenario, tuple[PlayThrough, ...]]:
    opening = Opening(home)
    opening.find_story(story)
    scenario = opening.library.scenario(story)
    plays, findings = load_plays(opening.library.path(story).parent, scenario)
    assert not findings
    return scenario, plays


def open_for(scenario: Scenario, home: Path, measure: PygameMeasure, random: Random | None = None) -> App:
    """The game on its picker with the story: an adult has read it, and a booster has something to come back to."""
    opening = Opening(home)
    opening.settings = replace(opening.settings, band=scenario.band, adult_page_seen=True, gate_read=(scenario.id,))
    app = opening.app(measure, random=random)
    if scenario.kind == "booster":
        app.sitting = replace(
            app.sitting,
            done=app.sitting.done | {next(card.id for card in app.sitting.cards if card.band == scenario.band)},
        )
    return app


@pytest.mark.parametrize(("story", "device"), SETS)
def test_a_whole_set_is_played_with_one_device_alone(story: str, device: Device, tmp_path: Path) -> None:
    scenario, plays = read_story(story, tmp_path)
    app = open_for(scenario, tmp_path, PygameMeasure(1.0), Random(7))
    app.resize(480, 800)
    Presser(app, device).play_set(plays[0].play)
    assert app.sitting.screen == "picker"
    assert scenario.id in app.sitting.done
    assert app.sitting.after.roles == ("teacher", "helpline")


@pytest.mark.parametrize(("story", "device", "window"), PLAYS)
def test_every_play_of_a_story_reaches_its_ending_on_the_screen(
    story: str, device: Device, window: str, tmp_path: Path
) -> None:
    scenario, plays = read_story(story, tmp_path)
    measure = PygameMeasure(1.0)
    size = WINDOWS[window]
    room = room_factor(*size)
    for play in plays:
        app = open_for(scenario, tmp_path, measure)
        app.resize(size[0] / room, size[1] / room)
        Presser(app, device).play(play.play)
        playing = app.sitting.playing
        assert playing is not None
        assert playing.looking_back
        assert playing.state.path[-1] == play.reaches
        tally = score(scenario, playing.state).tally
        assert {name: getattr(tally, name) for name in play.counts} == dict(play.counts)
