"""Promises of a sitting: nothing is kept by default, and nothing needs the network (G4, E5)."""

import socket

import pytest
from sitting import STORY, after_the_story, enter, files, first_start, keeping, notable, open_game, play, press, said

from game import atomic_file
from game.ui.intents import Close, GoTo, Open, OpenStory, QuickExit
from game.ui.tree import find


@pytest.mark.parametrize("story", [STORY, "tin-robot"])
def test_after_a_whole_play_without_keeping_nothing_tells_of_it(home, story):
    app = open_game(home)
    first_start(app)
    before, settings = notable(home), (home / "settings.json").read_bytes()
    enter(app, story)
    for _ in play(app):
        app.perform(Open("help"))
        app.perform(Open("help", "threat"))
        app.perform(Close())
        app.perform(Close())
    reminds = find(app.draw(), "reminds")
    assert reminds is not None
    app.perform(reminds.node.intent)
    app.perform(Close())
    app.leave()
    assert notable(home) == before == {}
    assert (home / "settings.json").read_bytes() == settings


@pytest.mark.parametrize("leave", ["leave", "quick_exit"])
def test_no_file_names_a_story_that_was_only_opened_or_skipped(home, leave):
    app = open_game(home)
    first_start(app)
    before = files(home)
    for story in (STORY, "tin-robot"):
        app.perform(OpenStory(story))
        app.perform(GoTo("picker"))
    enter(app)
    next(play(app))
    app.leave() if leave == "leave" else app.perform(QuickExit())
    assert files(home) == before


def test_practice_the_hand_and_the_card_are_forgotten_with_the_window(home):
    app = open_game(home)
    first_start(app)
    settings = (home / "settings.json").read_bytes()
    enter(app)
    list(play(app))
    after_the_story(app)
    app.perform(GoTo("album"))
    assert "Free stuff with a catch" in said(app)
    app.leave()
    assert notable(home) == {}
    assert (home / "settings.json").read_bytes() == settings
    again = open_game(home)
    again.perform(GoTo("hand"))
    assert again.sitting.after.roles == ()
    again.perform(GoTo("album"))
    assert "Free stuff with a catch" not in said(again)


def test_the_hand_is_written_nowhere_even_where_the_place_is_kept(home):
    app = keeping(home)
    enter(app)
    list(play(app))
    after_the_story(app)
    app.leave()
    for name, data in files(home).items():
        if name != "index.json":
            assert b"teacher" not in data, name
            assert b"helpline" not in data, name


def test_the_hand_is_asked_for_once_a_sitting(home):
    app = open_game(home)
    first_start(app)
    for story in (STORY, "tin-robot"):
        enter(app, story)
        list(play(app))
        app.perform(GoTo("hand"))
        assert app.sitting.screen_name.startswith("hand" if story == STORY else "closing")
        app.perform(GoTo("picker"))


def test_keeping_the_place_is_offered_after_the_first_finished_story_and_a_no_is_final(home):
    app = open_game(home)
    first_start(app)
    app.perform(GoTo("closing"))
    assert find(app.draw(), "keep:no") is None
    enter(app)
    list(play(app))
    app.perform(GoTo("closing"))
    press(app, "keep:no")
    assert find(app.draw(), "keep:no") is None
    again = open_game(home)
    enter(again)
    list(play(again))
    again.perform(GoTo("closing"))
    assert find(again.draw(), "keep:no") is None
    assert notable(home) == {}


def test_a_yes_to_the_offer_keeps_the_story_that_was_just_finished(home):
    app = open_game(home)
    first_start(app)
    enter(app)
    list(play(app))
    app.perform(GoTo("closing"))
    press(app, "keep:yes")
    assert find(app.draw(), "keep:yes") is None
    app.leave()
    assert "Finished." in said(open_game(home))


def test_help_and_this_reminds_me_of_something_real_write_nothing(home, monkeypatch):
    app = open_game(home)
    first_start(app)
    enter(app)

    def refuse(*_: object) -> None:
        raise AssertionError("something was written")

    monkeypatch.setattr(atomic_file, "_write_through", refuse)
    app.perform(Open("help"))
    for card in ("danger", "hurting", "threat", "picture", "saw", "friend", "own"):
        app.perform(Open("help", card))
        app.draw()
    app.perform(QuickExit())


def test_a_whole_play_needs_no_network(home, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    app = open_game(home)
    first_start(app)
    enter(app)
    assert list(play(app))[-1] == "over"
