from random import Random
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.engine import EngineError
from game.story.keywords import KEYWORDS
from game.story.model import BANDS, Band, Beat, Ending, Message, Note, Scenario, Scene
from game.story.players import (
    PLAYERS,
    Player,
    average,
    by_keyword,
    by_length,
    by_newest_contact,
    by_position,
    by_sender,
    careful,
    flag_everything,
    play_out,
    tally_sights,
    touch_nothing,
)
from game.story.plays import Choose, Judge
from game.story.scoring import Tally
from game.story.sights import median_lengths, sights_in

ONLINE, KNOWN = "ash", "lou"
"""Two people of the small stories: one known from online only, one from school."""


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
    assert tally_sights(sights_in(boat), PLAYERS[name]) == tally


def test_a_broken_story_stops_a_play_with_its_reason(stories: ModuleType) -> None:
    story = stories.build((Scene(id="start", beats=(Note(text="So"),)),))
    with pytest.raises(EngineError, match="stops"):
        play_out(story, flag_everything, Random(0))


def line(person: str, text: str = "Hi", **fields: object) -> Message:
    return Message(person=person, text=text, **fields)  # type: ignore[arg-type]


def fine(person: str, text: str = "Hi") -> Message:
    return line(person, text, read="fine", why="So.")


def sign(person: str, text: str = "Hi") -> Message:
    return line(person, text, signs=("secrecy_request",), why="So.")


def called_not_ok(scenario: Scenario, player: Player) -> list[int]:
    """Which messages of a story with one scene a player calls not OK, by their number from 0."""
    return [sight.place.beat for sight in sights_in(scenario) if player(sight) == "not_ok"]


def one_scene(stories: ModuleType, *beats: Beat) -> Scenario:
    made: Scenario = stories.build((Scene(id="start", beats=(*beats, Ending(outcome="helped", line="Well."))),))
    return made


def test_by_sender_flags_whoever_is_known_from_online_only(stories: ModuleType) -> None:
    story = one_scene(stories, fine(KNOWN), fine(ONLINE), line("robin"), sign(KNOWN), sign(ONLINE))
    assert called_not_ok(story, by_sender) == [1, 4]


def test_by_newest_contact_flags_the_latest_one_to_begin_writing(stories: ModuleType) -> None:
    story = one_scene(stories, fine(KNOWN), line("robin"), fine(KNOWN), line(ONLINE), fine(KNOWN), sign(ONLINE))
    assert called_not_ok(story, by_newest_contact) == [0, 2, 3, 5]


def test_by_position_flags_the_second_half_of_the_judged_messages(stories: ModuleType) -> None:
    unclear = line(ONLINE, read="unclear", why="So.")
    story = one_scene(stories, sign(KNOWN), line(KNOWN), unclear, line("robin"), fine(KNOWN), sign(ONLINE), fine(KNOWN))
    assert called_not_ok(story, by_position) == [4, 5, 6]


def test_by_length_flags_what_is_longer_than_the_median_of_its_band(stories: ModuleType) -> None:
    story = one_scene(stories, fine(KNOWN, "abc"), sign(ONLINE, "abcd"), fine(KNOWN, "abcde"), fine(KNOWN, "a"))
    assert median_lengths([story]) == {"11-13": 3.5}
    assert called_not_ok(story, by_length(median_lengths([story]))) == [1, 2]
    assert called_not_ok(story, by_length({})) == []


def test_the_median_length_leaves_out_what_enters_no_rate(stories: ModuleType) -> None:
    hidden = Message(person=ONLINE, hidden="threat", signs=("threat_blackmail",), why="So.")
    story = one_scene(stories, fine(KNOWN, "abc"), line(KNOWN, "a" * 50), hidden, line("robin", "b" * 50))
    assert median_lengths([story]) == {"11-13": 3}
    assert median_lengths([]) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Our secret!", True),
        ("SECRET", True),
        ("Where is the secretary?", False),
        ("photo?", True),
        ("Good game!", False),
        ("", False),
    ],
)
def test_by_keyword_flags_whole_words_that_a_naive_reader_looks_for(
    stories: ModuleType, text: str, *, found: bool
) -> None:
    assert called_not_ok(one_scene(stories, fine(KNOWN, text)), by_keyword) == [0] * found


@pytest.mark.parametrize("band", BANDS)
def test_every_band_has_fifteen_words_to_look_for(band: Band) -> None:
    assert len(KEYWORDS[band]) == 15
    assert all(word.isalpha() and word == word.casefold() for word in KEYWORDS[band])


def test_a_message_on_several_paths_is_seen_once(boat: Scenario) -> None:
    places = [sight.place for sight in sights_in(boat)]
    assert len(set(places)) == len(places)
    assert set(places) == {place for place, message in boat.messages() if message.person != "robin"}


def chances(stories: ModuleType, player: Player) -> Tally:
    """What a player makes of 2000 signs and 2000 fine messages."""
    story = one_scene(stories, *(beat for _ in range(2000) for beat in (sign(ONLINE), fine(KNOWN))))
    return tally_sights(sights_in(story), player)


def test_the_careful_player_is_right_nine_times_in_ten_and_else_not_sure(stories: ModuleType) -> None:
    tally = chances(stories, careful(1))
    assert (tally.misses, tally.false_alarms) == (0, 0)
    assert 1750 < tally.hits < 1850
    assert 1750 < tally.correct < 1850


def test_the_average_player_flags_most_signs_and_some_fine_messages(stories: ModuleType) -> None:
    tally = chances(stories, average(1))
    assert 1480 < tally.hits < 1600
    assert 400 < tally.false_alarms < 520
    assert (tally.noticed, tally.asked) == (0, 0)


def test_what_chance_gives_depends_on_the_seed_and_the_place_alone(boat: Scenario) -> None:
    sights = sights_in(boat)
    said = {sight.place: average(7)(sight) for sight in sights}
    assert {sight.place: average(7)(sight) for sight in reversed(sights)} == said
    assert any({sight.place: average(seed)(sight) for sight in sights} != said for seed in range(5))
