"""Promises of what is taller than its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.geometry import Rect
from game.ui.intents import GoOn
from game.ui.parts import scroller
from game.ui.scrolling import main_scroller, scroll_by, show_node
from game.ui.tree import DisplayTree, Node, Scroll, find


def part(offsets: dict[str, float], *, content: float = 500, role: str = "group", name: str = "part") -> DisplayTree:
    """A place of 200 dp over content with a button every 50 dp, drawn with the offsets that are kept."""
    buttons = tuple(
        Node(rect=Rect(0, y, 100, 40), name=f"b{y}", label=f"b{y}", intent=GoOn()) for y in range(0, int(content), 50)
    )
    follows = role == "log"
    most = max(0.0, content - 200)
    offset = min(max(0.0, offsets.get(name, most if follows else 0.0)), most)
    node = Node(
        rect=Rect(0, 100, 100, 200),
        name=name,
        role=role,  # type: ignore[arg-type]
        clip=True,
        scroll=Scroll(offset, content),
        children=(Node(rect=Rect(0, 0, 100, content), children=buttons),),
    )
    return DisplayTree(root=Node(rect=Rect(0, 0, 100, 400), children=(node,)), title="")


def test_the_wheel_moves_and_stops_at_both_ends():
    offsets: dict[str, float] = {}
    assert scroll_by(part(offsets), offsets, "part", 120)
    assert offsets == {"part": 120}
    assert scroll_by(part(offsets), offsets, "part", 10_000)
    assert offsets == {"part": 300}
    assert not scroll_by(part(offsets), offsets, "part", 1)
    assert scroll_by(part(offsets), offsets, "part", -10_000)
    assert offsets == {"part": 0}
    assert not scroll_by(part(offsets), offsets, "part", -1)


@given(turns=st.lists(st.floats(-1e6, 1e6), max_size=20), role=st.sampled_from(["group", "log"]))
def test_however_the_wheel_is_turned_the_content_never_leaves_its_place(turns, role):
    offsets: dict[str, float] = {}
    for turn in turns:
        scroll_by(part(offsets, role=role), offsets, "part", turn)
        assert 0.0 <= offsets.get("part", 0.0) <= 300.0


def test_what_fits_does_not_move():
    offsets: dict[str, float] = {}
    assert not scroll_by(part(offsets, content=150), offsets, "part", 50)
    assert offsets == {}


def test_a_chat_at_its_end_follows_again_and_one_that_was_moved_up_stays():
    offsets: dict[str, float] = {}
    scroll_by(part(offsets, role="log"), offsets, "part", -100)
    assert offsets == {"part": 200}
    longer = find(part(offsets, role="log", content=700), "part")
    assert longer is not None
    assert longer.node.scroll == Scroll(200, 700)
    scroll_by(part(offsets, role="log"), offsets, "part", 100)
    assert offsets == {}
    longer = find(part(offsets, role="log", content=700), "part")
    assert longer is not None
    assert longer.node.scroll == Scroll(500, 700)


@pytest.mark.parametrize("start", [0.0, 150.0, 300.0])
@pytest.mark.parametrize("name", [f"b{y}" for y in range(0, 500, 50)])
def test_what_has_the_focus_is_brought_into_sight_whole(name, start):
    offsets = {"part": start}
    show_node(part(offsets), name, offsets)
    placed = find(part(offsets), name)
    assert placed is not None
    assert placed.visible == placed.rect


def test_what_is_in_sight_with_room_around_it_stays_where_it_is():
    offsets = {"part": 100.0}
    assert not show_node(part(offsets), "b150", offsets)
    assert offsets == {"part": 100.0}


def test_what_is_not_there_or_does_not_scroll_moves_nothing():
    offsets: dict[str, float] = {}
    assert not show_node(part(offsets), "nobody", offsets)
    assert not show_node(part(offsets), "", offsets)
    assert not scroll_by(part(offsets), offsets, "nobody", 10)
    assert offsets == {}


def test_of_what_is_taller_than_its_place_the_beginning_is_shown():
    tall = Node(rect=Rect(0, 100, 100, 500), name="tall", intent=GoOn())
    holder = Node(
        rect=Rect(0, 0, 100, 200), name="part", clip=True, scroll=Scroll(0, 700), children=(tall,), role="group"
    )
    offsets: dict[str, float] = {}
    assert show_node(DisplayTree(root=holder, title=""), "tall", offsets)
    assert offsets == {"part": 100.0}


def test_page_keys_move_the_largest_part_and_under_a_dialog_the_dialogs():
    def holder(name: str, rect: Rect, content: float = 900) -> Node:
        return Node(rect=rect, name=name, clip=True, scroll=Scroll(0, content))

    small, large = holder("small", Rect(0, 0, 50, 50)), holder("large", Rect(60, 0, 300, 300))
    full = holder("nothing to scroll", Rect(0, 0, 400, 400), content=10)
    dialog = Node(rect=Rect(0, 0, 100, 100), modal=True, children=(holder("in dialog", Rect(0, 0, 20, 20)),))
    page = Node(rect=Rect(0, 0, 400, 400), children=(small, large, full))
    found = main_scroller(DisplayTree(root=page, title=""))
    assert found is not None
    assert found.node.name == "large"
    found = main_scroller(DisplayTree(root=page.replaced(children=(*page.children, dialog)), title=""))
    assert found is not None
    assert found.node.name == "in dialog"
    assert main_scroller(DisplayTree(root=Node(rect=Rect(0, 0, 1, 1)), title="")) is None


def test_an_offset_that_no_longer_fits_is_cut_to_what_does(open_frame):
    frame = open_frame((360, 640))
    frame.offsets["list"] = 5000.0
    inner = Node(rect=Rect(0, 0, 100, 300))
    node = scroller(frame, inner, name="list", width=100, height=200)
    assert node.scroll == Scroll(100, 300)
