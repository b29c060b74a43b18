"""Promises of changed settings: they show at once, and stay."""

from dataclasses import replace

from sitting import MEASURE, TODAY, enter, files, first_start, open_game, said

from game.app.opening import Opening
from game.ui.intents import Change, Open


def test_a_change_of_text_size_theme_and_speed_shows_at_once_and_stays(home):
    app = open_game(home)
    first_start(app)
    app.perform(Open("menu"))
    before = app.draw()
    app.perform(Change("text_size", 150))
    assert app.draw() != before
    app.perform(Change("theme", "contrast"))
    app.perform(Change("reading_speed", "all_at_once"))
    again = open_game(home)
    assert (again.theme, again.frame.text_size) == ("contrast", 150)
    enter(again)
    again.tick(100.0)
    assert again.sitting.playing.state.awaiting == "pulse"


def test_the_country_changes_the_help_page(home):
    app = open_game(home)
    first_start(app)
    app.perform(Open("help"))
    app.perform(Open("countries"))
    app.perform(Change("country", "US"))
    assert "911" in said(app)
    assert app.sitting.screen_name.startswith("1:help")


def test_the_window_size_is_remembered_where_the_place_is_kept_and_nothing_else_changes(home):
    opening = Opening(home, today=TODAY)
    opening.library.read_all()
    app = opening.app(MEASURE)
    first_start(app)
    opening.remember_size((900, 600))
    assert "900" not in files(home)["settings.json"].decode()
    app.perform(Change("keep_place", True))
    settings = app.sitting.settings
    opening.remember_size((1000, 700))
    assert Opening(home, today=TODAY).settings == replace(settings, window_size=(1000, 700))


def test_before_the_first_start_is_done_the_window_size_is_not_written(home):
    opening = Opening(home, today=TODAY)
    opening.app(MEASURE)
    opening.remember_size((1000, 700))
    assert "settings.json" not in files(home)
