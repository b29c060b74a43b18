"""Screens of right-to-left languages: the same tree, turned; turned twice it is as it was."""

from hypothesis import given
from hypothesis import strategies as st

from game.ui.geometry import Corners, Rect
from game.ui.mirror import mirrored
from game.ui.tree import Box, Node, walk

sizes = st.integers(1, 400)


@st.composite
def nodes(draw: st.DrawFn, depth: int = 3) -> Node:
    width, height = draw(sizes), draw(sizes)
    box = Box("soft", Corners(*(float(draw(st.integers(0, 20))) for _ in range(4)))) if draw(st.booleans()) else None
    children = ()
    if depth:
        children = tuple(
            draw(nodes(depth=depth - 1)).at(draw(st.integers(0, 200)), draw(st.integers(0, 200)))
            for _ in range(draw(st.integers(0, 3)))
        )
    return Node(rect=Rect(0, 0, width, height), box=box, children=children)


@given(nodes())
def test_what_is_turned_twice_is_as_it_was(node: Node) -> None:
    assert mirrored(mirrored(node, {}), {}) == node


@given(nodes())
def test_what_stood_near_one_edge_stands_as_near_the_other(node: Node) -> None:
    turned = mirrored(node, {})
    assert turned.rect == node.rect
    for before, after in zip(node.children, turned.children, strict=True):
        assert before.rect.x == node.rect.width - after.rect.right
        assert before.rect.y == after.rect.y


def test_a_part_that_is_the_same_is_turned_once(plain_sheet) -> None:
    kept: dict[object, object] = {}
    root = plain_sheet.screens[0].tree.root
    assert mirrored(root, kept) is mirrored(root, kept)


def test_every_screen_stays_in_the_window_when_it_is_turned(plain_sheet) -> None:
    for screen in plain_sheet.screens:
        before = [item.visible.width * item.visible.height for item in walk(screen.tree)]
        tree = type(screen.tree)(root=mirrored(screen.tree.root, {}), title="", rtl=True)
        after = [item.visible.width * item.visible.height for item in walk(tree)]
        assert all(abs(one - other) < 0.5 for one, other in zip(before, after, strict=True))
