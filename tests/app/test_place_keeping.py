"""Promises of keeping one's place: what is written, what is taken up again, and what erases it."""

import json

from sitting import STORY, enter, first_start, keeping, notable, open_game, place_file, play, said

from game.ui.intents import Change, EraseEverything, GoTo, Open, OpenStory, QuickExit
from game.ui.tree import find


def test_where_the_place_is_kept_there_is_a_file_after_each_choice_and_it_is_gone_at_the_end(home):
    app = keeping(home)
    enter(app)
    steps = []
    for step in play(app):
        steps.append(step)
        if step in ("choice", "pulse"):
            assert place_file(home).is_file(), steps
    assert "choice" in steps
    assert not place_file(home).exists()
    assert json.loads((home / "done.json").read_text())["done"] == [STORY]


def test_a_kept_place_holds_the_play_and_no_name_and_no_id_of_the_player(home):
    app = keeping(home)
    enter(app)
    steps = play(app)
    while next(steps) != "choice":
        pass
    value = json.loads(place_file(home).read_text())
    assert set(value) <= {"format", "story", "scenario", "revision", "on", "date", "inputs", "play", "check"}


def test_a_kept_place_is_offered_and_taken_up(home):
    app = keeping(home)
    enter(app)
    steps = play(app)
    while next(steps) != "choice":
        pass
    inputs = app.sitting.playing.state.inputs
    app.leave()
    again = open_game(home)
    again.perform(OpenStory(STORY))
    assert "Go on where you were" in said(again)
    enter(again, at_kept_place=True)
    assert again.sitting.playing.state.inputs == inputs


def test_quick_exit_deletes_the_open_storys_place_and_leaves_the_others(home):
    app = keeping(home)
    for story in ("tin-robot", STORY):
        enter(app, story)
        steps = play(app)
        while next(steps) != "choice":
            pass
        if story == "tin-robot":
            app.perform(GoTo("picker"))
    assert place_file(home).is_file()
    app.perform(QuickExit())
    assert app.closing
    assert not place_file(home).exists()
    assert place_file(home, "tin-robot").is_file()
    assert open_game(home).sitting.screen_name == "picker:"


def test_after_quick_exit_the_next_start_shows_the_plain_picker(home):
    app = keeping(home)
    plain = said(open_game(home))
    enter(app)
    next(play(app))
    app.perform(Open("help"))
    app.perform(QuickExit())
    again = open_game(home)
    assert again.sitting.screen_name == "picker:"
    assert said(again) == plain


def test_a_finished_story_is_marked_and_the_mark_stays_where_places_are_kept(home):
    app = keeping(home)
    enter(app)
    list(play(app))
    app.perform(GoTo("picker"))
    assert "Finished." in said(app)
    assert "Finished." in said(open_game(home))


def test_without_keeping_the_mark_lives_until_the_window_closes(home):
    app = open_game(home)
    first_start(app)
    enter(app)
    list(play(app))
    app.perform(GoTo("picker"))
    assert "Finished." in said(app)
    assert "Finished." not in said(open_game(home))


def test_switching_keeping_off_erases_what_was_kept(home):
    app = keeping(home)
    enter(app)
    list(play(app))
    enter(app, "tin-robot")
    next(play(app))
    app.perform(Change("keep_place", False))
    assert notable(home) == {}


def test_erasing_everything_asks_first_and_then_leaves_nothing(home):
    app = keeping(home)
    enter(app)
    list(play(app))
    app.perform(Open("menu"))
    app.perform(EraseEverything())
    assert (home / "done.json").is_file()
    assert "Yes, erase it" in said(app)
    app.perform(EraseEverything(sure=True))
    assert list(home.iterdir()) == []
    assert app.sitting.screen_name.startswith("welcome")
    assert open_game(home).sitting.screen_name.startswith("welcome")


def test_saying_no_to_erasing_keeps_everything(home):
    app = keeping(home)
    enter(app)
    list(play(app))
    before = notable(home)
    app.perform(Open("menu"))
    app.perform(EraseEverything())
    no = find(app.draw(), "erase:no")
    assert no is not None
    app.perform(no.node.intent)
    assert "Yes, erase it" not in said(app)
    assert notable(home) == before
