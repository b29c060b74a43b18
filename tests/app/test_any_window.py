"""Promises of any window, any text size and any order of events."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from open_games import copies, press
from sampling import examples

from game.ui.events import Focused, Key, Pointer, Resized, Wheel
from game.ui.tree import find


@pytest.mark.parametrize("text_size", [100, 300])
@pytest.mark.parametrize("size", [(1, 1), (200, 200), (360, 640), (3000, 300), (5000, 3000)], ids=str)
def test_no_window_is_too_small_or_too_large_for_any_screen(tour_stops, size, text_size):
    for name, app in copies(tour_stops):
        app.sitting = replace(app.sitting, settings=replace(app.sitting.settings, text_size=text_size))
        app.handle(Resized(*size))
        assert app.draw().root.rect.width == size[0], name
        press(app, "tab", "down", "page_down", "end")
        app.handle(Wheel(size[0] / 2, size[1] / 2, 40))
        app.handle(Pointer("down", size[0] / 2, size[1] / 2))
        app.handle(Pointer("up", size[0] / 2, size[1] / 2))
        app.draw()


NAMED_KEYS = ("escape", "return", "space", "tab", "up", "down", "left", "right", "home", "end", "page_up", "page_down")
keys = st.sampled_from([*NAMED_KEYS, *"123456789hmxyz "])
events = st.one_of(
    st.builds(Key, keys, shift=st.booleans(), repeat=st.booleans()),
    st.builds(Pointer, st.sampled_from(["down", "move", "up"]), st.floats(-50, 1400), st.floats(-50, 900)),
    st.builds(Wheel, st.floats(0, 1280), st.floats(0, 800), st.floats(-500, 500)),
    st.builds(Resized, st.floats(1, 2000), st.floats(1, 2000)),
    st.builds(Focused, st.booleans()),
)


@settings(max_examples=examples(40))
@given(happened=st.lists(st.tuples(events, st.floats(0, 2)), max_size=40), start=st.integers(0, 200))
def test_whatever_happens_in_whatever_order_the_game_goes_on(tour_stops, happened, start):
    name, app = copies([tour_stops[start % len(tour_stops)]])[0]
    for event, wait in happened:
        app.handle(event)
        app.tick(app.now + wait)
        tree = app.draw()
        assert tree.title == "Look Twice", name
        assert app.closing or find(tree, "quick_exit") is not None
