"""Promises of leaving: Escape, the quick exit and the button of the window."""

from open_games import at_choice, copies, open_game, press, tap

from game.ui.events import CloseWindow, Key
from game.ui.intents import LookAt, Open


def test_escape_three_times_closes_the_game_from_every_screen_and_twice_does_not(tour_stops):
    for name, app in copies(tour_stops):
        now = app.now
        for press_number, wait in enumerate((0.0, 0.5, 0.9), start=1):
            app.tick(now + wait)
            press(app, "escape")
            assert app.closing == (press_number == 3), name
        assert app.sitting.playing is None
        assert app.sitting.screen_name.startswith("picker"), name


def test_slow_escapes_never_close_the_game(tour_stops):
    for name, app in copies(tour_stops):
        for round_number in range(5):
            app.tick(app.now + 0.8 * round_number + 0.8)
            press(app, "escape")
        assert not app.closing, name


def test_quick_exit_closes_the_game_with_one_press_from_every_screen(tour_stops):
    for name, app in copies(tour_stops):
        tap(app, "quick_exit")
        assert app.closing, name


def test_escape_with_nothing_open_does_nothing(home):
    app = at_choice(home)
    before = app.draw()
    press(app, "escape")
    assert app.draw() == before
    picker = open_game(home, band="11-13")
    before = picker.draw()
    press(picker, "escape")
    assert picker.draw() == before


def test_escape_closes_only_the_top_panel(home):
    app = at_choice(home)
    app.perform(LookAt(next(iter(dict(app.sitting.playing.state.messages(app.sitting.playing.scenario))))))
    for panel in (Open("menu"), Open("help"), Open("help", "danger")):
        app.perform(panel)
    seen = []
    for wait in range(1, 5):
        seen.append(app.sitting.screen_name.split(":")[:3])
        app.tick(100.0 + 10 * wait)
        press(app, "escape")
    assert seen[0][1:] == ["help", "danger"]
    assert seen[1][1:] == ["help", ""]
    assert seen[2][1:] == ["menu", ""]
    assert seen[3][0] == "story"
    assert app.sitting.playing.looking_at is None
    assert app.sitting.playing.state.awaiting == "choice"


def test_an_escape_key_that_is_held_closes_one_panel_and_not_the_game(home):
    app = at_choice(home)
    app.perform(Open("menu"))
    app.perform(Open("help"))
    app.handle(Key("escape"))
    for _ in range(10):
        app.handle(Key("escape", repeat=True))
    assert not app.closing
    assert app.sitting.screen_name.startswith("1:menu")


def test_the_windows_own_button_closes_the_game(home):
    app = at_choice(home)
    app.handle(CloseWindow())
    assert app.closing
