"""Promises of the sitting as a value: steps change nothing but what they give back, and what was held comes back."""

from dataclasses import FrozenInstanceError, replace

import pytest
from open_games import at_choice, copies, open_game, press, still

from game.app.effects import (
    EndLesson,
    Erase,
    FindPlaces,
    Forget,
    Hear,
    KeepPlace,
    KeepSoFar,
    LoadPlace,
    MarkDone,
    PickRound,
    Refused,
    SaveSettings,
)
from game.app.keeping import Keeper
from game.app.navigation import leave, open_directly, take_step, tap_beside
from game.app.story_screens import pass_time
from game.ui.intents import (
    Change,
    Choose,
    Close,
    EraseEverything,
    GoTo,
    Open,
    OpenStory,
    PassGate,
    Practise,
    QuickExit,
    StartStory,
)
from game.ui.tree import reachable


def kinds(step) -> list[type]:
    """The effects of a step but for what is heard."""
    return [type(effect) for effect in step.effects if not isinstance(effect, Hear)]


def test_a_sitting_cannot_be_changed(home):
    app = open_game(home)
    with pytest.raises(FrozenInstanceError):
        app.sitting.notice = "something"


def test_a_step_that_is_taken_twice_gives_the_same_twice(tour_stops):
    """From every screen by everything that can be pressed: nothing hidden remembers the first time."""
    for name, app in tour_stops:
        for placed in reachable(app.draw()):
            first = take_step(app.world, app.sitting, placed.node.intent)
            again = take_step(app.world, app.sitting, placed.node.intent)
            assert first == again, (name, placed.node.name)


def test_a_sitting_that_was_held_and_put_back_is_the_same_screen(tour_stops):
    for name, app in copies(tour_stops):
        held, before = app.sitting, app.draw().root
        for intent in (Open("menu"), Change("text_size", 150), Change("theme", "night"), GoTo("picker")):
            app.perform(intent)
            app.draw()
        app.sitting = held
        assert app.draw().root == before, name


def test_what_is_done_to_one_game_changes_nothing_in_another_at_the_same_moment(home):
    app = at_choice(home)
    other, before = still(app), app.draw()
    press(other, "1")
    assert other.sitting.playing.feedback is not None
    assert app.sitting.playing.feedback is None
    assert app.draw() is before


def test_while_nothing_happens_time_gives_the_same_sitting_back(tour_stops):
    for name, app in tour_stops:
        running = app.sitting.running_story
        if running is not None and running.is_reading:
            continue
        sitting = pass_time(app.world, app.sitting, 5000.0).sitting
        for now in (5001.0, 9000.0):
            assert pass_time(app.world, sitting, now).sitting is sitting, name


@pytest.mark.parametrize(
    ("intent", "asked"),
    [
        (Open("menu"), []),
        (Close(), []),
        (GoTo("picker"), []),
        (GoTo("band"), [SaveSettings]),
        (OpenStory("paper-kite"), [FindPlaces]),
        (PassGate("paper-kite"), [SaveSettings]),
        (StartStory("paper-kite"), []),
        (StartStory("paper-kite", at_kept_place=True), [LoadPlace]),
        (Change("theme", "night"), [SaveSettings]),
        (Change("full_screen", True), []),
        (Change("keep_place", True), [SaveSettings, KeepSoFar, KeepPlace]),
        (Change("keep_place", False), [SaveSettings, Forget]),
        (Practise(), [PickRound]),
        (EraseEverything(), []),
        (EraseEverything(True), [Erase]),
        (Choose("nothing_of_that_name"), [Refused]),
    ],
    ids=repr,
)
def test_what_an_intent_asks_for_beyond_the_sitting(home, intent, asked):
    app = at_choice(home)
    assert kinds(take_step(app.world, app.sitting, intent)) == asked


def test_an_answer_keeps_the_place_and_the_last_step_of_a_story_marks_it_done(home):
    app = at_choice(home)
    option = app.sitting.playing.state.open_choice(app.sitting.playing.scenario).options[0].id
    assert kinds(take_step(app.world, app.sitting, Choose(option))) == [KeepPlace]
    playing = app.sitting.playing
    over = replace(playing.state, awaiting="look_back")
    sitting = replace(app.sitting, playing=replace(playing, state=over))
    assert kinds(leave(sitting)) == [EndLesson, KeepPlace]
    assert MarkDone not in kinds(leave(sitting))


def test_leaving_at_once_asks_to_forget_the_place_in_the_open_story_alone(home):
    app = at_choice(home)
    step = take_step(app.world, app.sitting, QuickExit())
    assert [effect.story for effect in step.effects if hasattr(effect, "story")] == ["paper-kite"]
    assert (step.sitting.playing, step.sitting.screen, step.sitting.panels) == (None, "picker", ())


def test_a_press_beside_everything_closes_the_menu_and_else_changes_nothing(home):
    app = at_choice(home)
    assert tap_beside(app.sitting) is app.sitting
    opened = take_step(app.world, app.sitting, Open("menu")).sitting
    assert tap_beside(opened).panels == ()


def test_a_story_that_is_not_there_leads_to_the_picker(home):
    app = open_game(home, band="11-13")
    step = open_directly(app.world, app.sitting, "no-such-story")
    assert (step.sitting.screen, step.sitting.story, step.effects) == ("picker", "", ())


def test_what_a_story_would_not_have_is_told_to_who_asks_and_changes_nothing(home):
    app = at_choice(home)
    refused = []
    step = take_step(app.world, app.sitting, Choose("nothing_of_that_name"))
    after = Keeper(refused=refused.append).carry_out(app.world, step.sitting, step.effects)
    assert after is app.sitting
    assert [effect.intent for effect in refused] == [Choose("nothing_of_that_name")]
    assert refused[0].reason


def test_an_effect_that_breaks_leaves_the_game_where_it_stood(home, monkeypatch):
    app = at_choice(home)
    before, shown = app.sitting, app.draw()

    def break_down(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("game.app.keeping.save_settings", break_down)
    with pytest.raises(RuntimeError, match="broken"):
        app.perform(Change("theme", "night"))
    assert app.sitting is before
    assert app.draw() is shown
