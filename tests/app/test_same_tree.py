"""Promises of drawing only what changed."""

from open_games import at_choice, copies, open_game

from game.ui.events import Focused, Key, Pointer, Resized, Wheel
from game.ui.intents import StartStory


def test_the_same_tree_is_drawn_while_nothing_changes(tour_stops):
    for name, app in copies(tour_stops):
        app.tick(app.now + 5.0)
        playing = app.sitting.playing
        if playing is not None and playing.is_reading and not app.sitting.panels:
            continue
        first = app.draw()
        for wait in range(1, 4):
            app.tick(app.now + wait)
            assert app.draw() is first, name


def test_an_event_that_changes_nothing_leaves_the_same_tree(home):
    app = at_choice(home)
    first = app.draw()
    for event in (
        Pointer("move", 10, 10),
        Resized(1280.0, 800.0),
        Wheel(5, 5, 10),
        Key("f7"),
        Key("x"),
        Focused(True),
        Focused(False),
    ):
        app.handle(event)
        assert app.draw() is first, event


def test_while_nothing_is_due_the_clock_says_so(home):
    app = at_choice(home)
    assert app.tick(200.0) is None
    picker = open_game(home, band="11-13")
    assert picker.tick(5.0) is None


def test_while_messages_arrive_the_next_moment_is_known(home):
    app = open_game(home, story="paper-kite", motion=False)
    app.perform(StartStory("paper-kite"))
    now, seen = 1000.0, 0
    for _ in range(300):
        due = app.tick(now)
        if app.sitting.playing.state.awaiting != "reading":
            break
        assert due is not None
        assert due > now
        now, seen = due, seen + 1
    assert app.sitting.playing.state.awaiting == "pulse"
    assert seen < 120
