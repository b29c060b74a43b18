"""Promises of the bar at the top: help and quick exit stand where they stand, whatever else has to fit."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.i18n.translator import Translator
from game.text.layout import LayoutCache
from game.ui.frame import Frame
from game.ui.header import header
from game.ui.intents import Open, QuickExit
from game.ui.parts import button
from game.ui.tree import DisplayTree, Node, find, reachable
from game.view.fonts import PygameMeasure

LAYOUTS = LayoutCache(PygameMeasure(1.0))
KINDS = {
    "home": {"is_home": True},
    "story": {},
    "first start": {"has_menu": False},
    "help": {"has_help": False, "close": True, "has_menu": False},
    "help on a phone": {"has_help": False, "close": True},
    "places": {"has_menu": False, "close": True},
}
sizes = st.tuples(st.integers(240, 2400), st.sampled_from([80, 100, 125, 150, 175, 200, 300]))


def bar(width: float, text_size: int, kind: str, *, letter_keys: bool = True, extra: str = "") -> DisplayTree:
    frame = Frame(
        width=width,
        height=640,
        layouts=LAYOUTS,
        translator=Translator(),
        text_size=text_size,
        letter_keys=letter_keys,
    )
    more = (button(frame, extra, Open("countries"), name="country", max_width=width * 0.4),) if extra else ()
    root = header(frame, "A rather long title of a story", extra=more, **KINDS[kind])  # type: ignore[arg-type]
    return DisplayTree(root=root, title="")


@given(size=sizes, extra=st.sampled_from(["", "Somewhere else", "The United Republic of Long Names"]))
def test_quick_exit_and_help_stand_at_one_place_whatever_else_is_in_the_bar(size, extra):
    exits, helps = set(), set()
    for kind in KINDS:
        tree = bar(*size, kind, extra=extra if kind.startswith("help") else "")
        leave, help_ = find(tree, "quick_exit"), find(tree, "help")
        assert leave is not None
        exits.add(leave.rect)
        helps |= {help_.rect} if help_ is not None else set()
        assert leave.node.intent == QuickExit()
    assert len(exits) == 1
    assert len(helps) == 1


@given(size=sizes, kind=st.sampled_from(sorted(KINDS)), letters=st.booleans())
def test_nothing_in_the_bar_covers_anything_else_or_sticks_out_of_it(size, kind, letters):
    tree = bar(*size, kind, letter_keys=letters, extra="Somewhere else")
    items = reachable(tree)
    for one, two in combinations(items, 2):
        assert not one.rect.grown(-0.5).meets(two.rect.grown(-0.5)), (one.node.name, two.node.name)
    for item in items:
        assert item.rect.x >= 0
        assert item.rect.right <= size[0] + 0.5
        assert item.rect.bottom <= tree.root.rect.height
    title = next((node for node in tree.root.children if node.role == "heading"), None)
    if title is not None:
        assert all(not title.rect.grown(-0.5).meets(item.rect) for item in items)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_narrow_bar_says_no_keys_and_has_no_title(kind):
    tree = bar(360, 100, kind)
    assert not [node for node in tree.root.children if node.role == "heading"]
    assert texts(tree.root) & {"H", "M", "Esc", "Esc Esc Esc"} == set()
    assert "Exit" in texts(tree.root)


def test_a_wide_bar_says_its_title_and_the_keys_and_without_letter_keys_no_letters():
    tree = bar(1280, 100, "story")
    assert [node.label for node in tree.root.children if node.role == "heading"]
    assert {"H", "M", "Esc Esc Esc", "Quick exit"} <= texts(tree.root)
    assert texts(bar(1280, 100, "story", letter_keys=False).root) & {"H", "M"} == set()


def test_on_a_phone_the_menu_stays_beside_help_and_what_else_there_is_comes_under_them():
    tree = bar(360, 100, "story", extra="My sign cards")
    menu, help_, extra = (find(tree, name) for name in ("menu", "help", "country"))
    assert menu is not None
    assert help_ is not None
    assert extra is not None
    assert menu.rect.y == help_.rect.y
    assert menu.rect.right < help_.rect.x
    assert extra.rect.y > menu.rect.bottom - 1


def test_quick_exit_says_what_it_does():
    leave = find(bar(360, 100, "story"), "quick_exit")
    assert leave is not None
    assert leave.node.label == "Quick exit: close the game at once"


def texts(node: Node) -> set[str]:
    """All words that can be read in a part."""
    own = {node.text.text} if node.text is not None else set()
    return own.union(*(texts(child) for child in node.children))
