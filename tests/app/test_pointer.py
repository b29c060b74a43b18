"""Promises of mouse, finger and wheel."""

import pytest
from open_games import answers, at_choice, offset_of, open_game, tap

from game.ui.events import Pointer, Resized, Wheel
from game.ui.intents import Open, PickBand
from game.ui.tree import find, node_at, reachable, walk


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "finger"])
def test_a_tap_picks_an_answer(home, touch):
    app = at_choice(home)
    wanted = answers(app)[1]
    tap(app, wanted, touch=touch)
    assert app.sitting.playing.feedback[1] == wanted.removeprefix("option:")


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "finger"])
def test_a_press_that_slips_off_an_answer_picks_nothing(home, touch):
    app = at_choice(home)
    placed = find(app.draw(), answers(app)[1])
    assert placed is not None
    x, y = placed.visible.centre
    app.handle(Pointer("down", x, y, touch=touch))
    app.handle(Pointer("move", x, y + 300, touch=touch))
    app.handle(Pointer("up", x, y + 300, touch=touch))
    assert app.sitting.playing.feedback is None


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "finger"])
def test_a_drag_scrolls_the_chat_and_opens_no_message(home, touch):
    app = at_choice(home)
    app.handle(Resized(360, 640))
    app.perform(Open("help"))
    before = offset_of(app, "help:")
    app.handle(Pointer("down", 180, 500, touch=touch))
    app.handle(Pointer("move", 180, 400, touch=touch))
    app.handle(Pointer("up", 180, 400, touch=touch))
    assert offset_of(app, "help:") == before + 100
    assert app.sitting.screen_name.startswith("1:help:")
    assert app.sitting.screen_name.endswith(":")


def test_the_wheel_scrolls_what_is_under_it(home):
    app = at_choice(home)
    app.handle(Resized(1280, 400))
    thread = next(i for i in walk(app.draw()) if i.node.role == "log")
    assert thread.node.scroll is not None
    assert thread.node.scroll.content > thread.node.rect.height
    x, y = thread.visible.centre
    before = offset_of(app, thread.node.name)
    app.handle(Wheel(x, y, -30))
    assert offset_of(app, thread.node.name) == before - 30
    app.handle(Wheel(x, y, -100_000))
    assert offset_of(app, thread.node.name) == 0.0
    app.handle(Wheel(x, y, 100_000))
    assert offset_of(app, thread.node.name) == before
    app.handle(Wheel(5, 5, 50))


def test_a_tap_beside_the_menu_closes_it(home):
    app = at_choice(home)
    app.perform(Open("menu"))
    app.handle(Pointer("down", 20, 780))
    app.handle(Pointer("up", 20, 780))
    assert app.sitting.screen_name.startswith("story:")


def test_whatever_is_hit_is_what_was_painted_last_there(tour_stops):
    """The quick way to find what lies under a point finds what a slow look at everything finds."""
    for name, app in tour_stops:
        tree = app.draw()
        items = reachable(tree)
        for x in range(5, 1280, 45):
            for y in range(5, 800, 45):
                hits = [item.node.name for item in items if item.visible.holds(x, y)]
                found = node_at(tree, x, y)
                assert (found.node.name if found else None) == (hits[-1] if hits else None), (name, x, y)


def test_picking_a_story_leads_to_its_topic_note_and_starting_it_to_the_chat(home):
    app = open_game(home)
    app.perform(PickBand("11-13"))
    tap(app, "story:paper-kite")
    assert app.sitting.screen_name == "topic:paper-kite"
    tap(app, "start")
    assert app.sitting.screen_name.startswith("story:")
