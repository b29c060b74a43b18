"""Promises of the display tree: what is reached, what is hit, what lies under a dialog."""

from game.ui.geometry import Rect
from game.ui.intents import GoOn
from game.ui.tree import DisplayTree, Node, Scroll, find, node_at, reachable, scrollable_at, walk


def press(name: str, x: float, y: float, width: float = 50, height: float = 50, **fields: object) -> Node:
    return Node(rect=Rect(x, y, width, height), name=name, label=name, intent=GoOn(), **fields)  # type: ignore[arg-type]


def tree(*children: Node) -> DisplayTree:
    return DisplayTree(root=Node(rect=Rect(0, 0, 400, 300), children=children), title="")


def names(found: list) -> list[str]:
    return [item.node.name for item in found]


def scrolled(offset: float, *children: Node, name: str = "list") -> Node:
    """A part of 100 dp over 300 dp of content, moved up by `offset`."""
    return Node(
        rect=Rect(20, 40, 200, 100), name=name, clip=True, scroll=Scroll(offset, 300), children=children, role="list"
    )


def test_everything_is_walked_in_painting_order_with_its_place_in_the_window():
    inner = Node(rect=Rect(100, 50, 200, 200), name="inner", children=(press("button", 10, 20),))
    placed = {item.node.name: item.rect for item in walk(tree(inner))}
    assert placed["inner"] == Rect(100, 50, 200, 200)
    assert placed["button"] == Rect(110, 70, 50, 50)


def test_what_scrolls_is_moved_up_by_its_offset():
    placed = find(tree(scrolled(30, press("a", 0, 50))), "a")
    assert placed is not None
    assert placed.rect == Rect(20, 60, 50, 50)


def test_what_is_cut_off_is_seen_only_in_part():
    placed = find(tree(scrolled(0, press("a", 0, 80))), "a")
    assert placed is not None
    assert placed.visible == Rect(20, 120, 50, 20)


def test_a_press_means_the_topmost_thing_there():
    there = node_at(tree(press("under", 0, 0), press("over", 25, 25)), 30, 30)
    assert there is not None
    assert there.node.name == "over"


def test_a_press_on_an_inner_thing_means_that_and_beside_it_the_outer_one():
    outer = press("outer", 0, 0, 200, 200, children=(press("inner", 100, 100),))
    hit, beside = node_at(tree(outer), 110, 110), node_at(tree(outer), 10, 10)
    assert hit is not None
    assert beside is not None
    assert (hit.node.name, beside.node.name) == ("inner", "outer")


def test_a_press_on_nothing_means_nothing():
    assert node_at(tree(press("a", 0, 0)), 200, 200) is None
    assert node_at(tree(Node(rect=Rect(0, 0, 50, 50), label="words")), 10, 10) is None


def test_what_was_scrolled_out_of_sight_cannot_be_hit():
    view = tree(scrolled(0, press("below", 0, 150)), press("footer", 20, 190))
    hit = node_at(view, 30, 195)
    assert hit is not None
    assert hit.node.name == "footer"
    assert node_at(tree(scrolled(60, press("above", 0, 0))), 30, 20) is None


def test_a_greyed_thing_is_neither_reached_nor_hit():
    view = tree(press("greyed", 0, 0, disabled=True))
    assert reachable(view) == []
    assert node_at(view, 10, 10) is None


def test_under_an_open_dialog_only_what_lies_in_it_is_reached_or_hit():
    dialog = Node(rect=Rect(50, 50, 100, 100), modal=True, children=(press("yes", 0, 0),))
    view = tree(press("under", 0, 0, 300, 300), dialog)
    assert names(reachable(view)) == ["yes"]
    assert node_at(view, 10, 10) is None


def test_of_two_dialogs_the_upper_one_counts():
    first = Node(rect=Rect(0, 0, 100, 100), modal=True, children=(press("first", 0, 0),))
    second = Node(rect=Rect(0, 0, 100, 100), modal=True, children=(press("second", 0, 0),))
    assert names(reachable(tree(first, second))) == ["second"]


def test_the_wheel_moves_the_innermost_part_under_it():
    inner = Node(rect=Rect(0, 0, 100, 50), name="inner", clip=True, scroll=Scroll(0, 90))
    view = tree(scrolled(0, inner, name="outer"))
    over_inner, over_outer = scrollable_at(view, 30, 50), scrollable_at(view, 30, 130)
    assert over_inner is not None
    assert over_outer is not None
    assert (over_inner.node.name, over_outer.node.name) == ("inner", "outer")
    assert scrollable_at(view, 390, 290) is None


def test_a_changed_copy_keeps_everything_else():
    node = press("a", 1, 2)
    assert node.at(5, 6).rect == Rect(5, 6, 50, 50)
    assert node.at(5, 6).replaced(rect=node.rect) == node
