"""Promises of rectangles."""

from hypothesis import given
from hypothesis import strategies as st

from game.ui.geometry import Corners, Rect

sides = st.integers(-200, 200).map(float)
lengths = st.integers(0, 200).map(float)
rects = st.builds(Rect, sides, sides, lengths, lengths)


def test_a_rectangle_holds_its_upper_left_corner_and_not_its_lower_right_one():
    rect = Rect(10, 20, 30, 40)
    assert rect.holds(10, 20)
    assert rect.holds(39.9, 59.9)
    assert not rect.holds(40, 30)
    assert not rect.holds(20, 60)


def test_growing_keeps_the_middle():
    assert Rect(10, 20, 30, 40).grown(5) == Rect(5, 15, 40, 50)
    assert Rect(10, 20, 30, 40).grown(5).centre == Rect(10, 20, 30, 40).centre


@given(one=rects, two=rects)
def test_two_rectangles_meet_exactly_where_they_share_area(one, two):
    common = one.common(two)
    empty = one.width == 0 or one.height == 0 or two.width == 0 or two.height == 0
    if not empty:
        assert one.meets(two) == (common.width > 0 and common.height > 0)
    assert one.meets(two) == two.meets(one)


@given(one=rects, two=rects)
def test_the_common_part_lies_in_both(one, two):
    common = one.common(two)
    if common.width > 0 and common.height > 0:
        for rect in (one, two):
            assert rect.x <= common.x
            assert common.right <= rect.right
            assert rect.y <= common.y
            assert common.bottom <= rect.bottom


@given(rect=rects, dx=sides, dy=sides)
def test_moving_changes_the_place_and_never_the_size(rect, dx, dy):
    moved = rect.moved(dx, dy)
    assert (moved.width, moved.height) == (rect.width, rect.height)
    assert moved.moved(-dx, -dy) == rect


def test_corners_seen_from_behind_change_sides():
    assert Corners(1, 2, 3, 4).mirrored == Corners(2, 1, 4, 3)
    assert Corners(1, 2, 3, 4).mirrored.mirrored == Corners(1, 2, 3, 4)
