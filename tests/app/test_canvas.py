"""Promises of the kept screen: it is made anew when anything it is made of is another, and else not at all."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from open_games import at_choice, open_game

from game.app.app import App
from game.app.drawing import draw_sitting
from game.app.keeping import Keeper
from game.ui.events import Focused, Key, Pointer, Resized, Wheel
from game.ui.intents import Change, Open, StartStory
from game.ui.tree import find
from game.view.fonts import PygameMeasure


class Painted:
    """A game that counts how often its screen is made."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.times = 0
        app.draw_screen = self.draw
        app.draw()
        self.times = 0

    def draw(self, *inputs):
        self.times += 1
        return draw_sitting(*inputs)


def other_measure(app: App) -> None:
    app.rescale(PygameMeasure(2.0))


def other_size(app: App) -> None:
    app.handle(Resized(900.0, 700.0))


def other_focus(app: App) -> None:
    app.handle(Key("tab"))


def under_the_mouse(app: App) -> None:
    x, y = find(app.draw(), "menu").visible.centre
    app.handle(Pointer("move", x, y))


def scrolled(app: App) -> None:
    x, y = find(app.draw(), f"thread:{app.sitting.playing.viewed_chat}").visible.centre
    app.handle(Wheel(x, y, -80.0))


def other_panel(app: App) -> None:
    app.perform(Open("menu"))


def other_settings(app: App) -> None:
    app.sitting = replace(app.sitting, settings=replace(app.sitting.settings, text_size=150))


def other_language(app: App) -> None:
    app.perform(Change("language", "ar"))


def other_world(app: App) -> None:
    app.world = replace(app.world, home=None)


CHANGES = [
    other_measure,
    other_size,
    other_focus,
    under_the_mouse,
    scrolled,
    other_panel,
    other_settings,
    other_language,
    other_world,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_the_screen_is_made_of_makes_it_anew_and_then_it_is_kept(home, change: Callable[[App], None]):
    app = at_choice(home)
    app.handle(Resized(480.0, 500.0))
    painted = Painted(app)
    change(app)
    app.draw()
    assert painted.times >= 1
    painted.times = 0
    for now in (1000.0, 1001.0, 5000.0):
        app.tick(now)
        app.draw()
    assert painted.times == 0


def test_events_that_change_nothing_make_no_screen(home):
    app = at_choice(home)
    painted = Painted(app)
    for event in (Focused(True), Focused(False), Pointer("move", 10, 10), Key("f7"), Resized(1280.0, 800.0)):
        app.handle(event)
        app.draw()
    assert painted.times == 0


def test_another_way_to_draw_is_another_screen(home):
    app = at_choice(home)
    before, other = app.draw(), Painted(app)
    other.times = 0
    app.draw_screen = draw_sitting
    assert app.draw() is before
    app.draw_screen = other.draw
    assert app.draw() is before, "it shows the same"
    assert other.times == 1


def test_while_somebody_types_each_moment_is_a_screen_of_its_own_and_without_movement_it_is_one(home):
    seen = {}
    for motion in (True, False):
        app = open_game(home, story="paper-kite", motion=motion)
        app.perform(StartStory("paper-kite"))
        now = 1000.0
        while app.sitting.playing.typist(now) is None:
            now += 0.02
            app.tick(now)
        painted = Painted(app)
        for part in range(1, 4):
            app.tick(now + part * 0.01)
            app.draw()
        seen[motion] = painted.times
    assert seen == {True: 3, False: 0}


def test_sounds_wait_for_who_takes_them_and_are_taken_once(home):
    app = at_choice(home)
    keeper = Keeper()
    other = App(app.world, app.sitting, PygameMeasure(1.0), keeper=keeper)
    other.perform(Open("menu"))
    assert keeper.take_sounds() == ("open",)
    assert other.sounds() == ()
