"""Promises of sounds: they tell that something happened, never whether it was right (C15)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from game.app import sounds
from game.app.app import App
from game.app.opening import Opening
from game.app.sounds import sound_of, sound_of_arrival
from game.resources import data_folder
from game.shown import playing_steps
from game.shown.playing import Playing
from game.story.model import Choice, Place
from game.ui.intents import (
    Answer,
    Choose,
    GoOn,
    LookAt,
    Open,
    PickTurn,
    Practise,
    QuickExit,
    Reveal,
    Say,
    SayPulse,
    ShowAll,
    StartStory,
)
from game.view.fonts import PygameMeasure

FILES = {file.stem for file in data_folder("assets").glob("sounds/*.wav")}
HERE = Place("start", 2)


def open_story(home: Path, *, sound: bool = True) -> App:
    """In the first scene of a story, before anything arrived."""
    opening = Opening(home, today=date(2026, 1, 1))
    opening.settings = replace(opening.settings, band="11-13", adult_page_seen=True, sound=sound)
    opening.find_story("paper-kite")
    app = opening.app(PygameMeasure(1.0), story="paper-kite")
    app.perform(StartStory("paper-kite"))
    app.sounds()
    return app


def playing_of(app: App) -> Playing:
    assert app.sitting.playing is not None
    return app.sitting.playing


def test_every_sound_that_is_named_is_there():
    named = {*sounds._SOUNDS.values(), "arrive", "send", "done"}
    assert named <= FILES


@pytest.mark.parametrize("first", ["fine", "not_sure", "not_ok"])
@pytest.mark.parametrize("second", ["fine", "not_sure", "not_ok"])
def test_whatever_is_said_of_whichever_message_sounds_the_same(first, second):
    assert sound_of(Say(HERE, first)) == sound_of(Say(Place("start", 10), second)) != ""


@pytest.mark.parametrize(
    "intents",
    [
        [Answer("fine"), Answer("not_ok"), Answer("a"), Answer("b"), Answer("3")],
        [SayPulse("fine"), SayPulse("keep_looking"), SayPulse("not_ok")],
        [PickTurn(HERE), PickTurn(Place("start", 8))],
        [Choose("take_it"), Choose("tell"), Choose("no_answer")],
    ],
    ids=["practice", "pulse", "turn", "choice"],
)
def test_all_answers_to_one_question_sound_the_same(intents):
    assert len({sound_of(intent) for intent in intents}) == 1


@pytest.mark.parametrize("intent", [LookAt(HERE), Reveal(HERE), GoOn(), QuickExit()], ids=lambda i: type(i).__name__)
def test_looking_and_leaving_are_silent(intent):
    assert sound_of(intent) == ""


def test_a_right_and_a_wrong_round_of_practice_are_heard_alike(home):
    heard = []
    for answer in ("fine", "not_ok"):
        app = open_story(home)
        app.perform(Practise())
        app.sounds()
        for _ in range(6):
            app.perform(Answer(answer))
            app.perform(GoOn())
        heard.append(app.sounds())
    assert heard[0] == heard[1]


def test_every_choice_of_a_story_is_heard_alike_until_its_end(home):
    app = open_story(home)
    app.perform(ShowAll())
    app.perform(SayPulse("fine"))
    app.perform(ShowAll())
    there = playing_of(app)
    choice = there.state.open_choice(there.scenario)
    assert isinstance(choice, Choice)
    heard = set()
    for option in choice.options:
        app.sitting = replace(app.sitting, playing=there)
        app.sounds()
        app.perform(Choose(option.id))
        app.perform(GoOn())
        heard.add(app.sounds())
    assert len(heard) == 1


def test_many_messages_at_once_make_one_sound(home):
    app = open_story(home)
    app.sitting = replace(app.sitting, settings=replace(app.sitting.settings, reading_speed="all_at_once"))
    app.tick(100.0)
    assert len(playing_of(app).entries) > 5
    assert len(app.sounds()) == 1


def test_of_what_arrived_only_messages_are_heard_and_the_friends_differ(home):
    playing = playing_steps.begin(playing_of(open_story(home)).scenario)
    heard = []
    while playing.is_reading:
        later = playing_steps._one_further(playing)
        heard.append(sound_of_arrival(playing, later))
        playing = later
    # A switch of chat and a note, then Kai, Sam, Noor, Kai; Sam writes once more before the pulse.
    assert heard[:6] == ["", "", "arrive", "send", "arrive", "arrive"]
    assert heard.count("send") == 2


def test_where_sound_is_off_nothing_is_heard_then_or_later(home):
    app = open_story(home, sound=False)
    for intent in (Open("menu"), ShowAll(), SayPulse("fine"), Practise(), Answer("fine")):
        app.perform(intent)
        assert app.sounds() == ()
    app.sitting = replace(app.sitting, settings=replace(app.sitting.settings, sound=True))
    assert app.sounds() == ()


def test_each_sound_is_given_out_once(home):
    app = open_story(home)
    app.perform(Open("menu"))
    assert app.sounds() == ("open",)
    assert app.sounds() == ()
