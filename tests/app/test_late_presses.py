"""Promises of presses that come twice, too late, or without a story."""

import pytest
from sitting import enter, first_start, open_game, play, said

from game.ui.intents import (
    Choose,
    Close,
    GoOn,
    OpenStory,
    PickRole,
    PickSentence,
    SaidIt,
    SayPulse,
    ShowAgain,
    ShowAll,
    Undo,
)


def test_a_press_twice_on_anything_of_a_story_never_raises(home):
    app = open_game(home)
    first_start(app)
    enter(app)
    for step in play(app):
        for intent in (
            SayPulse("fine"),
            Choose("take_it"),
            Choose("nowhere"),
            PickRole("teacher"),
            PickRole("nobody"),
            PickSentence(99),
            OpenStory("nowhere"),
            Close(),
        ):
            if step == "over" or isinstance(intent, OpenStory):
                continue
            state = app.sitting.playing.state
            if state.awaiting in ("choice", "rehearse") or isinstance(intent, Close):
                continue
            app.perform(intent)
            app.draw()


@pytest.mark.parametrize("twice", [True, False])
def test_a_double_press_on_an_answer_picks_it_once(home, twice):
    app = open_game(home)
    first_start(app)
    enter(app)
    steps = play(app)
    assert next(steps) == "pulse"
    app.perform(ShowAll())
    option = app.sitting.playing.state.open_choice(app.sitting.playing.scenario).options[0].id
    for _ in range(2 if twice else 1):
        app.perform(Choose(option))
    inputs = app.sitting.playing.state.inputs
    assert [each.option for each in inputs if hasattr(each, "option")] == [option]
    assert app.sitting.playing.feedback is not None


def test_an_unknown_story_leads_to_the_picker(home):
    app = open_game(home)
    first_start(app)
    app.perform(OpenStory("no-such-story"))
    assert app.sitting.screen_name == "picker:"


def test_story_presses_without_a_story_do_nothing(home):
    app = open_game(home)
    first_start(app)
    before = said(app)
    for intent in (Undo(), ShowAgain(), GoOn(), ShowAll(), SaidIt(), Choose("a"), SayPulse("fine"), PickSentence(1)):
        app.perform(intent)
    assert said(app) == before
