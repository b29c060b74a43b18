"""Promises of how long things take to arrive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.shown.timeline import cue_for
from game.story.model import Choice, In, Later, Message, Note, Option

SPEEDS = ("slow", "normal", "fast", "all_at_once")
OPTION = Option(id="a", say="Hi", move="safe", feedback="Yes.")
BEATS = (
    Message(person="kai", text="Good game! You saved the whole team."),
    Message(person="kai", hidden="spoiler"),
    Note(text="Sam plays."),
    Later(text="That evening"),
    In(chat="crew"),
    Choice(question="What now?", options=(OPTION,)),
)


@pytest.mark.parametrize("beat", BEATS, ids=lambda beat: type(beat).__name__)
def test_all_at_once_takes_no_time(beat):
    assert cue_for(beat, BEATS[0], "all_at_once").whole == 0.0


@pytest.mark.parametrize("beat", BEATS, ids=lambda beat: type(beat).__name__)
@pytest.mark.parametrize("before", [None, *BEATS], ids=lambda beat: type(beat).__name__)
def test_slow_is_slower_than_normal_and_normal_than_fast(beat, before):
    waits = [cue_for(beat, before, speed).whole for speed in SPEEDS]
    assert waits == sorted(waits, reverse=True)


def test_a_long_line_is_given_more_time_to_be_read_than_a_short_one():
    short, long = Message(person="kai", text="Hi!"), Message(person="kai", text="word " * 14)
    assert cue_for(BEATS[0], long, "normal").rest > cue_for(BEATS[0], short, "normal").rest


def test_only_messages_are_typed():
    typed = [type(beat).__name__ for beat in BEATS if cue_for(beat, None, "normal").typing > 0]
    assert typed == ["Message", "Message"]


def test_a_change_of_chat_takes_no_time_of_its_own():
    assert cue_for(In(chat="crew"), BEATS[0], "slow").whole == 0.0


@given(
    text=st.text(min_size=1, max_size=5000), before=st.text(min_size=1, max_size=5000), speed=st.sampled_from(SPEEDS)
)
def test_nobody_waits_longer_than_eight_seconds_for_the_next_line(text, before, speed):
    cue = cue_for(Message(person="kai", text=text), Message(person="kai", text=before), speed)
    assert 0.0 <= cue.whole <= 8.0
