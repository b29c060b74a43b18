from random import Random
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.engine import EngineError
from game.story.model import Note, Scenario, Scene
from game.story.players import PLAYERS, flag_everything, play_along, play_out, tally_player, touch_nothing
from game.story.plays import Choose, Judge
from game.story.scoring import Tally


@given(st.integers(0, 2**32), st.integers(0, 2**32), st.sampled_from(sorted(PLAYERS)))
def test_every_random_play_ends(stories: ModuleType, seed: int, chance: int, name: str) -> None:
    story = stories.chance_story(seed)
    state = play_out(story, PLAYERS[name], Random(chance))
    assert state.is_over
    assert state.outcome(story) in ("helped", "safe_and_fine")


def test_the_same_seed_gives_the_same_play(boat: Scenario) -> None:
    assert play_out(boat, flag_everything, Random(7)) == play_out(boat, flag_everything, Random(7))


def test_a_player_judges_every_message_of_others(boat: Scenario) -> None:
    state = play_out(boat, flag_everything, Random(1))
    others = [place for place, message in state.messages(boat) if message.person != "robin"]
    assert sorted(state.judgements) == sorted(others)
    assert {said.verdict for said in state.judgements.values()} == {"not_ok"}
    assert play_out(boat, touch_nothing, Random(1)).judgements == {}


def test_messages_are_judged_before_their_answers_are_shown(boat: Scenario) -> None:
    state = play_out(boat, flag_everything, Random(1))
    first_choice = next(i for i, done in enumerate(state.inputs) if isinstance(done, Choose))
    judged = [done.place for done in state.inputs[:first_choice] if isinstance(done, Judge)]
    assert [place.beat for place in judged] == [2, 4, 5, 8, 9]


def test_playing_along_takes_the_same_options(boat: Scenario) -> None:
    state = play_out(boat, touch_nothing, Random(3))
    along = play_along(boat, flag_everything, state.play(boat))
    assert along.shown == state.shown
    assert along.judgements != state.judgements


@pytest.mark.parametrize(
    ("name", "tally"),
    [
        ("flag_everything", Tally(hits=2, false_alarms=4)),
        ("trust_everything", Tally(misses=2, correct=4)),
        ("all_not_sure", Tally(noticed=2, asked=4)),
        ("touch_nothing", Tally(untouched=6)),
    ],
)
def test_a_player_is_counted_over_all_paths_each_message_once(boat: Scenario, name: str, tally: Tally) -> None:
    assert tally_player(boat, PLAYERS[name]) == tally


def test_a_broken_story_stops_a_play_with_its_reason(stories: ModuleType) -> None:
    story = stories.build((Scene(id="start", beats=(Note(text="So"),)),))
    with pytest.raises(EngineError, match="stops"):
        play_out(story, flag_everything, Random(0))
