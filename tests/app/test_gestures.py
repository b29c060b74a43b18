"""Promises of presses and drags, with a mouse and with a finger alike."""

import pytest

from game.app.gestures import Drag, Gestures, Tap
from game.ui.events import Pointer
from game.ui.geometry import Rect
from game.ui.intents import GoOn
from game.ui.tree import DisplayTree, Node, Scroll

BUTTONS = (
    Node(rect=Rect(0, 0, 100, 50), name="one", intent=GoOn()),
    Node(rect=Rect(0, 60, 100, 50), name="two", intent=GoOn()),
)
LIST = Node(rect=Rect(0, 100, 200, 100), name="list", clip=True, scroll=Scroll(0, 400), children=BUTTONS)
TREE = DisplayTree(root=Node(rect=Rect(0, 0, 200, 300), children=(LIST,)), title="")


@pytest.fixture(params=[False, True], ids=["mouse", "finger"])
def touch(request):
    return request.param


def point(gestures: Gestures, kind: str, x: float, y: float, touch: bool):
    return gestures.point(TREE, Pointer(kind, x, y, touch=touch))  # type: ignore[arg-type]


def test_down_and_up_on_the_same_thing_is_a_tap(touch):
    gestures = Gestures()
    assert point(gestures, "down", 10, 110, touch) is None
    assert point(gestures, "up", 12, 112, touch) == Tap("one")


def test_up_on_another_thing_is_nothing(touch):
    gestures = Gestures()
    point(gestures, "down", 10, 148, touch)
    assert point(gestures, "up", 10, 165, touch) is None


def test_down_and_up_on_nothing_is_a_tap_beside(touch):
    gestures = Gestures()
    point(gestures, "down", 150, 20, touch)
    assert point(gestures, "up", 150, 20, touch) == Tap("")


def test_a_hand_that_trembles_still_taps(touch):
    gestures = Gestures()
    point(gestures, "down", 10, 110, touch)
    assert point(gestures, "move", 16, 115, touch) is None
    assert point(gestures, "up", 16, 115, touch) == Tap("one")


def test_a_drag_scrolls_and_does_not_press(touch):
    gestures = Gestures()
    point(gestures, "down", 10, 150, touch)
    assert point(gestures, "move", 10, 130, touch) == Drag("list", 20)
    assert point(gestures, "move", 10, 135, touch) == Drag("list", -5)
    assert point(gestures, "up", 10, 150, touch) is None


def test_a_drag_that_comes_back_is_still_no_tap(touch):
    gestures = Gestures()
    point(gestures, "down", 10, 110, touch)
    point(gestures, "move", 10, 160, touch)
    point(gestures, "move", 10, 110, touch)
    assert point(gestures, "up", 10, 110, touch) is None


def test_a_drag_where_nothing_scrolls_is_nothing(touch):
    gestures = Gestures()
    point(gestures, "down", 10, 20, touch)
    assert point(gestures, "move", 10, 80, touch) is None
    assert point(gestures, "up", 10, 80, touch) is None


def test_moving_without_pressing_and_an_up_without_a_down_are_nothing(touch):
    gestures = Gestures()
    assert point(gestures, "move", 10, 110, touch) is None
    assert point(gestures, "up", 10, 110, touch) is None


def test_what_went_away_between_down_and_up_is_not_pressed():
    gestures = Gestures()
    gestures.point(TREE, Pointer("down", 10, 110))
    empty = DisplayTree(root=Node(rect=Rect(0, 0, 200, 300)), title="")
    assert gestures.point(empty, Pointer("up", 10, 110)) is None


@pytest.mark.parametrize(
    ("times", "leaves"),
    [
        ((0.0, 0.1, 0.2), True),
        ((0.0, 0.7, 1.4), True),
        ((0.0, 0.75, 1.5), True),
        ((0.0, 0.8, 1.6), False),
        ((0.0, 0.1), False),
        ((0.0, 5.0, 5.1), False),
        ((0.0, 5.0, 5.1, 5.2), True),
    ],
)
def test_escape_three_times_within_a_second_and_a_half_leaves(times, leaves):
    gestures = Gestures()
    assert [gestures.escape(when) for when in times][-1] is leaves
