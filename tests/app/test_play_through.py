"""Every shipped play is played as a person would: with keys alone, a mouse alone, touch alone, small and large."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from game.app.opening import Opening
from game.content.plays_reader import PlayThrough, load_plays
from game.design import room_factor
from game.resources import data_folder
from game.story.model import Scenario
from game.story.scoring import score
from game.studio.hands import Device, Hands
from game.view.fonts import PygameMeasure

STORIES = sorted(file.parent.name for file in data_folder("scenarios").glob("*/scenario.yaml"))


def read_story(story: str, home: Path) -> tuple[Scenario, tuple[PlayThrough, ...]]:
    opening = Opening(home)
    opening.find_story(story)
    scenario = opening.library.scenario(story)
    plays, findings = load_plays(opening.library.path(story).parent, scenario)
    assert not findings
    return scenario, plays


@pytest.mark.parametrize("device", ["keys", "pointer", "touch", "pad"])
@pytest.mark.parametrize("story", STORIES)
def test_a_whole_set_is_played_with_one_device_alone(story: str, device: Device, tmp_path: Path) -> None:
    scenario, plays = read_story(story, tmp_path)
    opening = Opening(tmp_path)
    opening.settings = replace(opening.settings, band=scenario.band, adult_page_seen=True)
    app = opening.app(PygameMeasure(1.0), random=Random(7))
    app.resize(480, 800)
    Hands(app, device).play_set(plays[0].play)
    assert app.session.screen == "picker"
    assert scenario.id in app.session.done
    assert app.session.after.roles == ("teacher", "helpline")


@pytest.mark.parametrize("size", [(360, 640), (1280, 800)], ids=["phone", "laptop"])
@pytest.mark.parametrize("device", ["keys", "pointer", "touch"])
@pytest.mark.parametrize("story", STORIES)
def test_every_play_of_a_story_reaches_its_ending_on_the_screen(
    story: str, device: Device, size: tuple[int, int], tmp_path: Path
) -> None:
    scenario, plays = read_story(story, tmp_path)
    measure = PygameMeasure(1.0)
    room = room_factor(*size)
    for play in plays:
        opening = Opening(tmp_path)
        opening.settings = replace(opening.settings, band=scenario.band, adult_page_seen=True)
        app = opening.app(measure)
        app.resize(size[0] / room, size[1] / room)
        Hands(app, device).play(play.play)
        playing = app.session.playing
        assert playing is not None
        assert playing.looking_back
        assert playing.state.path[-1] == play.reaches
        tally = score(scenario, playing.state).tally
        assert {name: getattr(tally, name) for name in play.counts} == dict(play.counts)
