"""Promises of a story on the screen: time only shows what the story holds, and steps never go wrong."""

from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.shown import playing_steps
from game.shown.playing import Playing
from game.story import engine
from game.story.engine import EngineError
from game.story.model import Place, Pulse

SMALL_STORIES = Path(__file__).parents[1] / "data" / "story_core" / "small_stories.py"
SPEEDS = ("slow", "normal", "fast", "all_at_once")


def _small_stories():
    spec = spec_from_file_location("small_stories_of_ui", SMALL_STORIES)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BOAT = _small_stories().boat_story()
FIRST = Place("start", 2)


def begin() -> Playing:
    return playing_steps.begin(BOAT)


def read(playing: Playing) -> Playing:
    return playing_steps.show_all(playing)


def at_pulse() -> Playing:
    return read(begin())


def at_choice() -> Playing:
    return read(playing_steps.answer_pulse(at_pulse(), "not_ok"))


def at_look_back() -> Playing:
    return playing_steps.go_on(playing_steps.choose(at_choice(), "take"))


def at_telling() -> Playing:
    there = read(playing_steps.go_on(at_look_back()))
    assert there.state.awaiting == "choice"
    after = read(playing_steps.go_on(playing_steps.choose(there, "tell_now")))
    if after.state.awaiting == "look_back":
        after = read(playing_steps.go_on(after))
    assert after.open_rehearse is not None
    return after


def tell(playing: Playing) -> Playing:
    role = engine.roles_open(playing.scenario, playing.state)[0]
    return playing_steps.go_on(
        playing_steps.said_it(playing_steps.pick_sentence(playing_steps.pick_role(playing, role), 1))
    )


def at_end() -> Playing:
    after = read(tell(at_telling()))
    after = read(tell(after))
    assert after.state.is_over
    return after


@given(waits=st.lists(st.floats(0.0, 4.0), max_size=60), speed=st.sampled_from(SPEEDS))
def test_however_time_passes_the_story_comes_to_the_same_as_at_once(waits, speed):
    playing, now = begin(), 10.0
    for wait in waits:
        now += wait
        playing = playing_steps.pass_time(playing, now, speed)
    for _ in range(400):
        if not playing.is_reading:
            break
        now += 5.0
        playing = playing_steps.pass_time(playing, now, speed)
    assert playing.state == at_pulse().state


@given(steps_of_time=st.lists(st.floats(0.0, 2.0), min_size=1, max_size=40))
def test_what_was_shown_never_goes_away_while_time_passes(steps_of_time):
    playing, now = begin(), 0.0
    for wait in steps_of_time:
        now += wait
        later = playing_steps.pass_time(playing, now, "normal")
        assert later.state.shown[: len(playing.state.shown)] == playing.state.shown
        playing = later


@given(jumps=st.lists(st.floats(-50.0, 50.0), max_size=30))
def test_a_clock_that_jumps_about_raises_nothing(jumps):
    playing, now = begin(), 0.0
    for jump in jumps:
        now += jump
        playing = playing_steps.pass_time(playing, now, "normal")
        playing.typist(now)


def test_all_at_once_shows_everything_in_one_go():
    assert playing_steps.pass_time(begin(), 3.0, "all_at_once").state == at_pulse().state


def test_at_a_usual_pace_the_first_messages_come_one_after_another():
    playing, now, counts = begin(), 0.0, []
    for _ in range(200):
        now += 0.1
        playing = playing_steps.pass_time(playing, now, "normal")
        counts.append(len(playing.state.shown))
    assert counts[0] < counts[-1]
    assert all(later - earlier <= 2 for earlier, later in pairwise(counts))


def test_somebody_is_typing_before_their_message_and_not_after_it():
    playing, now, typed = begin(), 0.0, set()
    while playing.is_reading and now < 60:
        now += 0.1
        playing = playing_steps.pass_time(playing, now, "normal")
        typed.add(playing.typist(now))
    assert {"ash", "lou", "robin"} <= typed
    assert playing.typist(now) is None


def test_a_rest_of_the_clock_starts_the_wait_anew():
    playing = playing_steps.pass_time(begin(), 1.0, "normal")
    while playing.due is None or playing.typing_from is None:
        playing = playing_steps.pass_time(playing, (playing.due or 1.0) + 0.01, "normal")
    due = playing.due
    later = playing_steps.pass_time(playing_steps.rest(playing), due + 100, "normal")
    assert later.state is playing.state
    assert later.due is not None
    assert later.due > due + 100


def test_a_story_waits_while_another_chat_is_read():
    playing = begin()
    while playing.current_chat != "ash_only":
        playing = playing_steps.pass_time(playing, (playing.due or 0.0) + 0.01, "normal")
    away = playing_steps.open_thread(playing, "club")
    assert away.has_news
    assert not away.is_reading
    assert playing_steps.pass_time(away, 10_000.0, "normal").state is away.state
    back = playing_steps.open_thread(away, "ash_only")
    assert not back.has_news
    assert back.is_reading


def test_where_the_story_waits_for_the_player_another_chat_has_no_news():
    away = playing_steps.open_thread(at_choice(), "club")
    assert away.viewed_chat == "club"
    assert not away.has_news


@pytest.mark.parametrize("make", [at_pulse, at_choice, at_telling, at_end], ids=lambda make: make.__name__)
def test_showing_the_last_scene_again_changes_nothing_in_the_story(make):
    before = make()
    again = playing_steps.show_again(before)
    assert again.state is before.state
    assert len(again.entries) < len(before.entries)
    now = 0.0
    for _ in range(400):
        now += 5.0
        again = playing_steps.pass_time(again, now, "normal")
    assert again.showing_again is None
    assert again.state == before.state
    assert again.entries == before.entries
    assert playing_steps.show_all(playing_steps.show_again(before)).state == before.state


def test_while_a_scene_is_shown_again_nothing_is_decided():
    again = playing_steps.show_again(at_choice())
    assert not again.decides
    assert again.open_rehearse is None
    assert not playing_steps.show_again(at_look_back()).shows_look_back


def test_back_from_a_pulse_a_choice_and_a_telling_asks_the_same_again():
    pulse = at_pulse()
    assert playing_steps.undo(at_choice()).state == pulse.state
    choice = at_choice()
    assert playing_steps.undo(playing_steps.choose(choice, "take")).state == choice.state
    assert playing_steps.undo(playing_steps.choose(choice, "ask")).state == choice.state
    assert playing_steps.undo(at_look_back()).state == choice.state
    telling = at_telling()
    assert playing_steps.undo(tell(telling)).state == telling.state


def test_back_in_a_half_done_telling_picks_the_adult_anew_and_undoes_nothing():
    telling = at_telling()
    picked = playing_steps.pick_sentence(playing_steps.pick_role(telling, "teacher"), 2)
    assert playing_steps.undo(picked).state is telling.state
    assert playing_steps.undo(picked).role is None
    assert playing_steps.undo(playing_steps.said_it(picked)).role is None


def test_back_from_the_last_look_back_reads_the_chat_and_on_opens_it_again():
    end = at_end()
    back = playing_steps.go_on(end)
    assert back.shows_look_back
    reading = playing_steps.undo(back)
    assert not reading.shows_look_back
    assert reading.state is end.state
    assert playing_steps.go_on(reading).shows_look_back


def test_back_at_the_beginning_changes_nothing():
    assert playing_steps.undo(begin()).state == begin().state


def test_judgements_stay_when_a_step_is_taken_back():
    said = playing_steps.say(at_choice(), FIRST, "fine", None, ask_sign=False)
    assert playing_steps.undo(playing_steps.choose(said, "take")).state.judgements == said.state.judgements


def test_a_judgement_that_was_explained_is_frozen():
    said = playing_steps.say(at_choice(), FIRST, "fine", None, ask_sign=False)
    there = playing_steps.go_on(playing_steps.choose(said, "take"))
    assert there.shows_look_back
    with pytest.raises(EngineError):
        playing_steps.say(there, FIRST, "not_ok", None, ask_sign=False)


def test_not_ok_asks_for_the_card_once_and_any_card_or_none_closes_the_panel():
    looking = playing_steps.look_at(at_choice(), FIRST)
    asked = playing_steps.say(looking, FIRST, "not_ok", None, ask_sign=True)
    assert asked.picking_sign
    assert asked.looking_at == FIRST
    assert playing_steps.say(asked, FIRST, "not_ok", None, ask_sign=True).looking_at is None
    with_card = playing_steps.say(asked, FIRST, "not_ok", "secrecy_request", ask_sign=True)
    assert with_card.looking_at is None
    assert with_card.state.judgements[FIRST].sign == "secrecy_request"
    assert playing_steps.say(looking, FIRST, "fine", None, ask_sign=True).looking_at is None


def test_the_panel_of_another_message_starts_at_its_beginning():
    asked = playing_steps.say(playing_steps.look_at(at_choice(), FIRST), FIRST, "not_ok", None, ask_sign=True)
    other = playing_steps.look_at(asked, Place("start", 4))
    assert not other.picking_sign
    assert playing_steps.look_away(asked).looking_at is None


def test_feedback_stands_before_what_comes_next():
    chosen = playing_steps.choose(at_choice(), "ask")
    assert chosen.feedback is not None
    assert not chosen.is_reading
    assert not chosen.decides
    assert not chosen.shows_look_back
    assert playing_steps.go_on(chosen).state.awaiting == "choice"
    assert playing_steps.go_on(chosen).state.tried == ("ask",)


def test_a_risky_answer_is_followed_by_a_look_back_and_then_the_next_scene():
    there = at_look_back()
    assert there.state.awaiting == "look_back"
    assert playing_steps.go_on(there).state.awaiting == "reading"


def test_an_only_sentence_need_not_be_picked():
    after_first = read(tell(at_telling()))
    role = engine.roles_open(after_first.scenario, after_first.state)[0]
    assert playing_steps.pick_role(after_first, role).sentence == 1


def test_the_adult_of_a_second_telling_is_another_one():
    first = at_telling()
    role = engine.roles_open(first.scenario, first.state)[0]
    second = read(tell(first))
    assert role not in engine.roles_open(second.scenario, second.state)


MOMENTS = (begin, at_pulse, at_choice, at_look_back, at_telling, at_end)
PRESSES = {
    "look": lambda p: playing_steps.look_at(p, FIRST),
    "away": playing_steps.look_away,
    "say": lambda p: playing_steps.say(p, FIRST, "fine", None, ask_sign=True),
    "reveal": lambda p: playing_steps.reveal(p, FIRST),
    "pulse": lambda p: playing_steps.answer_pulse(p, "fine"),
    "choose": lambda p: playing_steps.choose(p, "take"),
    "role": lambda p: playing_steps.pick_role(p, "teacher"),
    "sentence": lambda p: playing_steps.pick_sentence(p, 1),
    "said": playing_steps.said_it,
    "on": playing_steps.go_on,
    "all": playing_steps.show_all,
    "undo": playing_steps.undo,
    "again": playing_steps.show_again,
    "thread": lambda p: playing_steps.open_thread(p, "club"),
    "rest": playing_steps.rest,
}


@given(
    start=st.sampled_from(MOMENTS),
    presses=st.lists(st.sampled_from(sorted(PRESSES)), max_size=25),
    waits=st.lists(st.floats(0, 3), max_size=25),
)
def test_presses_in_any_order_are_refused_or_lead_to_what_the_story_allows(start, presses, waits):
    """A press that does not fit is refused by the engine; whatever is reached can be replayed to the same."""
    playing, now = start(), 0.0
    for index, press in enumerate(presses):
        try:
            playing = PRESSES[press](playing)
        except EngineError:
            continue
        now += waits[index] if index < len(waits) else 0.1
        playing = playing_steps.pass_time(playing, now, "normal")
        playing.typist(now)
    done = engine.replay(BOAT, playing.state.play(BOAT))
    assert done.divergence is None
    assert done.state.inputs == playing.state.inputs
    assert done.state.judgements == playing.state.judgements


def test_the_pulse_that_is_open_is_the_one_that_is_answered():
    place = at_pulse().state.open_place
    assert place is not None
    assert isinstance(BOAT.beat_at(place), Pulse)
    assert at_choice().state.pulses == {place: "not_ok"}


def test_a_story_at_a_kept_place_begins_there():
    state = at_choice().state
    assert playing_steps.begin(BOAT, state).state is state
    assert replace(playing_steps.begin(BOAT, state)).decides
