"""The way of a class: played as it is written, and said where it does not fit the story."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.files.scenario_reader import parse_scenario
from game.story.class_play import judged_places, play_path, split_judged, split_rehearsal
from game.story.explore import walk_paths
from game.story.guide import JudgedPlace
from game.story.model import Place, Scenario
from game.story.plays import Choose, RehearsePick

STORY = (Path(__file__).parents[1] / "data" / "good" / "small.yaml").read_text(encoding="utf-8")


def small() -> Scenario:
    scenario = parse_scenario(STORY).scenario
    assert scenario is not None
    return scenario


def test_a_whole_path_reaches_the_ending_and_says_what_was_taken_where() -> None:
    play = play_path(small(), ["stop_here", "teacher/1", "parent_or_carer/1"])
    assert play.is_whole
    assert play.state.is_over
    assert dict(play.taken) == {
        Place("start", 9): "stop_here",
        Place("telling", 0): "teacher/1",
        Place("telling", 1): "parent_or_carer/1",
    }


def test_an_option_that_asks_again_may_stand_before_the_one_that_leads_on() -> None:
    play = play_path(small(), ["take_it", "tell_now", "teacher/1", "parent_or_carer/1"])
    assert play.is_whole
    assert play.taken[Place("start", 9)] == "tell_now"


@pytest.mark.parametrize(
    ("path", "step", "says"),
    [
        ([], 0, "stops at the choice"),
        (["stop_here"], 1, "stops at the rehearse"),
        (["stop"], 0, 'no option "stop"'),
        (["stop_here", "teacher"], 1, "no role/sentence"),
        (["stop_here", "teacher/0"], 1, "no role/sentence"),
        (["stop_here", "teacher/2"], 1, "no sentence 2"),
        (["stop_here", "school_nurse/1"], 1, "not on offer"),
        (["stop_here", "teacher/1", "teacher/1"], 2, "not on offer"),
        (["stop_here", "teacher/1", "parent_or_carer/1", "more"], 3, "after the ending"),
    ],
)
def test_a_path_that_does_not_fit_says_at_which_entry_and_why(path: list[str], step: int, says: str) -> None:
    play = play_path(small(), path)
    assert not play.is_whole
    assert play.step == step
    assert says in play.problem


def test_every_way_that_exploring_finds_is_a_whole_path() -> None:
    walks = list(walk_paths(small()))
    assert walks
    for walk in walks:
        path = [
            done.option if isinstance(done, Choose) else f"{done.role}/{done.sentence}"
            for done in walk.play.inputs
            if isinstance(done, Choose | RehearsePick)
        ]
        assert play_path(small(), path).state.shown == walk.state.shown


def test_judged_messages_are_counted_in_their_scene_from_one() -> None:
    beats = {"start": (2, 3, 6, 7), "pushed": (1, 3)}
    assert dict(judged_places(small())) == {
        JudgedPlace(scene, number): Place(scene, beat)
        for scene, places in beats.items()
        for number, beat in enumerate(places, start=1)
    }


@given(st.from_regex(r"[a-z][a-z0-9_-]{0,20}", fullmatch=True), st.integers(1, 9999))
def test_a_written_place_or_rehearsal_comes_back_as_it_was_meant(name: str, number: int) -> None:
    assert split_judged(f"{name}/{number}") == (name, number)
    assert split_judged(f"{name}/Good game!") == (name, "Good game!")
    assert split_rehearsal(f"{name}/{number}") == (name, number)


@given(st.lists(st.text(max_size=12), max_size=4))
def test_no_path_ever_raises(path: list[str]) -> None:
    play = play_path(small(), path)
    assert play.is_whole is False
    assert 0 <= play.step <= len(path)


@pytest.mark.parametrize(
    "text", ["", "start", "start/", "start/ ", "/1", "/Good game", "start/0", "start/01", "start/12345"]
)
def test_what_is_written_otherwise_names_nothing(text: str) -> None:
    assert split_judged(text) is None
