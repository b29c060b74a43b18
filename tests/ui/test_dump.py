"""Promises of a tree as text."""

from game.ui.dump import dump_tree
from game.ui.geometry import Rect
from game.ui.intents import GoOn
from game.ui.tree import DisplayTree, Node

HERE = Rect(0, 0, 10, 10)


def dump(*children: Node) -> list[str]:
    tree = DisplayTree(root=Node(rect=HERE, children=children), title="Look Twice")
    return dump_tree(tree).splitlines()


def test_the_title_comes_first_and_what_says_nothing_is_left_out():
    assert dump(Node(rect=HERE)) == ["window: Look Twice"]


def test_what_is_said_stands_with_its_role_name_and_state():
    node = Node(rect=HERE, role="option", name="a", label="Wait", intent=GoOn(), selected=False, disabled=True)
    assert dump(node)[1:] == ["option #a not selected disabled: Wait"]


def test_what_is_in_another_language_than_the_screen_says_so():
    assert dump(Node(rect=HERE, role="text", label="Hi", language="en"))[1:] == ["text in en: Hi"]


def test_what_stands_on_a_button_is_not_said_twice():
    inner = Node(rect=HERE, role="text", label="Wait")
    assert dump(Node(rect=HERE, role="button", name="a", label="Wait", intent=GoOn(), children=(inner,)))[1:] == [
        "button #a: Wait"
    ]


def test_what_lies_in_something_that_speaks_is_indented():
    inner = Node(rect=HERE, role="text", label="Hi")
    silent = Node(rect=HERE, children=(inner,))
    assert dump(Node(rect=HERE, role="log", label="Chat", children=(silent,)))[1:] == ["log: Chat", "  text: Hi"]


def test_places_are_left_out_so_that_a_moved_button_changes_no_golden():
    assert dump(Node(rect=HERE, label="a", role="text")) == dump(Node(rect=Rect(5, 5, 1, 1), label="a", role="text"))
