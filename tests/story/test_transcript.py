from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from game.story import engine
from game.story.model import Place, Scenario
from game.story.plays import AnswerPulse, Choose, Input, Judge, Play, RehearsePick
from game.story.state import State
from tests.story.transcript import transcript

GOLDENS = Path(__file__).parents[1] / "data" / "story_core"
PULSE = Place("start", 10)

PLAYS: dict[str, tuple[str, tuple[Input, ...]]] = {
    "boat.takes-the-boat": (
        "11-13",
        (
            Judge(Place("start", 2), "fine"),
            Judge(Place("start", 4), "not_ok", "secrecy_request"),
            Judge(Place("start", 5), "fine"),
            AnswerPulse(PULSE, "keep_looking"),
            Choose("ask"),
            Choose("take"),
            Judge(Place("start", 9), "not_sure"),
            Judge(Place("debt", 0), "not_ok", "secrecy_request"),
            Choose("stop"),
            RehearsePick("teacher", 2),
            RehearsePick("parent_or_carer", 1),
        ),
    ),
    "boat.tells-early": (
        "14-17",
        (
            Judge(Place("start", 8), "not_sure"),
            AnswerPulse(PULSE, "not_ok"),
            Choose("tell"),
            RehearsePick("helpline", 1),
        ),
    ),
    "calm.looks-at-all": (
        "11-13",
        (
            Judge(Place("start", 0), "fine"),
            Judge(Place("start", 1), "not_sure"),
            AnswerPulse(Place("start", 2), "fine"),
        ),
    ),
}


def played(stories: ModuleType, name: str) -> tuple[Scenario, State]:
    band, inputs = PLAYS[name]
    story: Scenario = stories.calm_story() if name.startswith("calm") else stories.boat_story(band)
    done = engine.replay(story, Play(story.id, inputs))
    assert done.divergence is None
    return story, engine.read_to_input(story, done.state)


@pytest.mark.parametrize("name", PLAYS)
def test_a_play_reads_as_its_golden_transcript(
    stories: ModuleType, name: str, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDENS / f"{name}.txt", transcript(*played(stories, name)))


def test_a_story_under_way_says_what_it_waits_for(boat: Scenario) -> None:
    state = engine.read_on(boat, engine.start(boat))
    assert transcript(boat, state).endswith("\n? All of it together, how is it going with Ash?\n\n... (pulse)\n")


def test_an_open_look_back_is_in_the_transcript(stories: ModuleType) -> None:
    story = stories.boat_story()
    done = engine.replay(story, Play(story.id, (AnswerPulse(PULSE, "fine"), Choose("take"))))
    assert "~ look back" not in transcript(story, done.state)
    opened = engine.advance(story, done.state)
    assert "~ look back" in transcript(story, opened)
    assert "~ look back" in transcript(story, engine.advance(story, opened))
