"""Boxes keep apart, links go from left to right, and a chain stays level."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.tools.map_layout import GAP, Box, Link, find_ranks, lay_out, settle

SIZES = st.floats(20, 400)


@st.composite
def drawings(draw: st.DrawFn) -> tuple[list[Box], list[Link]]:
    """Up to fifteen boxes of any height, and links from each to later ones."""
    count = draw(st.integers(1, 15))
    boxes = [Box(id=str(number), width=100, height=draw(SIZES), entry=10) for number in range(count)]
    links = []
    for number in range(count - 1):
        targets = draw(st.lists(st.integers(number + 1, count - 1), max_size=4))
        for place, target in enumerate(targets):
            lane = draw(st.sampled_from("123"))
            key = f"{number}/{place}"
            links.append(Link(key=key, source=str(number), target=str(target), leaves=12.0 + place, lane=lane))
    return boxes, links


@given(drawing=drawings())
def test_no_two_boxes_overlap_and_all_are_inside(drawing: tuple[list[Box], list[Link]]) -> None:
    boxes, links = drawing
    layout = lay_out(boxes, links)
    for one, other in combinations(boxes, 2):
        (x, y), (other_x, other_y) = layout.corners[one.id], layout.corners[other.id]
        is_beside = x + one.width <= other_x or other_x + other.width <= x
        assert is_beside or y + one.height <= other_y + 1e-6 or other_y + other.height <= y + 1e-6
    for box in boxes:
        x, y = layout.corners[box.id]
        assert x >= 0
        assert y >= -1e-6
        assert x + box.width <= layout.width + 1e-6
        assert y + box.height <= layout.height + 1e-6


@given(drawing=drawings())
def test_every_link_runs_from_its_box_to_its_target_and_never_back(drawing: tuple[list[Box], list[Link]]) -> None:
    boxes, links = drawing
    layout = lay_out(boxes, links)
    assert set(layout.routes) == {link.key for link in links}
    for link in links:
        points = layout.routes[link.key]
        x, y = layout.corners[link.source]
        assert points[0] == pytest.approx((x + 100, y + link.leaves))
        assert points[-1][0] == layout.corners[link.target][0]
        assert all(one[0] < other[0] for one, other in pairwise(points))


@given(drawing=drawings())
def test_no_link_passes_through_a_box(drawing: tuple[list[Box], list[Link]]) -> None:
    boxes, links = drawing
    layout = lay_out(boxes, links)
    for link in links:
        points = layout.routes[link.key]
        for left, right in zip(points[1:-1:2], points[2:-1:2], strict=True):
            for box in boxes:
                x, y = layout.corners[box.id]
                assert not (left[0] < x + box.width and x < right[0] and y < left[1] < y + box.height)


def test_a_chain_of_equal_boxes_is_level() -> None:
    boxes = [Box(id=str(number), width=100, height=80, entry=10) for number in range(6)]
    links = [Link(key=str(n), source=str(n), target=str(n + 1), leaves=70, lane="1") for n in range(5)]
    assert {y for _, y in lay_out(boxes, links).corners.values()} == {0.0}


def test_a_crossing_that_can_be_undone_is_undone() -> None:
    boxes = [Box(id=id, width=100, height=80, entry=10) for id in ("start", "a", "b", "under_b", "under_a")]
    ways = [("start", "a", 20.0), ("start", "b", 60.0), ("a", "under_a", 20.0), ("b", "under_b", 20.0)]
    links = [Link(key=f"{s}{t}", source=s, target=t, leaves=y, lane="1") for s, t, y in ways]
    corners = lay_out(boxes, links).corners
    assert corners["a"][1] < corners["b"][1]
    assert corners["under_a"][1] < corners["under_b"][1]


def test_the_rank_is_the_longest_way() -> None:
    assert find_ranks("abcd", [("a", "b"), ("b", "c"), ("a", "c"), ("a", "d")]) == {"a": 0, "b": 1, "c": 2, "d": 1}


def test_a_loop_ends_and_is_drawn() -> None:
    boxes = [Box(id=id, width=100, height=80, entry=10) for id in "ab"]
    links = [
        Link(key="there", source="a", target="b", leaves=20, lane="1"),
        Link(key="back", source="b", target="a", leaves=20, lane="1"),
    ]
    assert set(lay_out(boxes, links).routes) == {"there", "back"}


@given(wanted=st.lists(st.floats(-500, 500), min_size=1, max_size=8), height=SIZES)
def test_settling_keeps_the_order_apart_and_moves_no_more_than_needed(wanted: list[float], height: float) -> None:
    tops = settle(wanted, [height] * len(wanted), [1.0] * len(wanted))
    assert all(other - one >= height + GAP - 1e-6 for one, other in pairwise(tops))
    assert sum(tops) == pytest.approx(sum(wanted), abs=1e-6)
    if all(other - one >= height + GAP for one, other in pairwise(wanted)):
        assert tops == pytest.approx(wanted)
