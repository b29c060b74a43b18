"""Promises of the keyboard: Tab visits everything and comes round, arrows go to what is near."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.focus import first_focus, focus_towards, next_focus
from game.ui.geometry import Rect
from game.ui.intents import GoOn
from game.ui.tree import DisplayTree, Node, reachable

DIRECTIONS = ("up", "down", "left", "right")
OPPOSITE = {"up": "down", "down": "up", "left": "right", "right": "left"}


def press(name: str, rect: Rect, **fields: object) -> Node:
    return Node(rect=rect, name=name, label=name, intent=GoOn(), **fields)  # type: ignore[arg-type]


def tree(*children: Node) -> DisplayTree:
    return DisplayTree(root=Node(rect=Rect(0, 0, 1000, 1000), children=children), title="")


def grid(rows: int, columns: int) -> DisplayTree:
    return tree(
        *(
            press(f"{row}{column}", Rect(column * 110, row * 60, 100, 50))
            for row in range(rows)
            for column in range(columns)
        )
    )


places = st.integers(0, 900).map(float)
sizes = st.integers(0, 200).map(float)
trees = st.lists(st.builds(Rect, places, places, sizes, sizes), max_size=12).map(
    lambda rects: tree(*(press(f"n{index}", rect) for index, rect in enumerate(rects)))
)


@given(view=trees)
def test_tab_visits_everything_once_and_comes_round(view):
    wanted = [item.node.name for item in reachable(view)]
    name = first_focus(view)
    visited = []
    for _ in wanted:
        visited.append(name)
        name = next_focus(view, name)
    assert sorted(visited) == sorted(wanted)
    assert name == (visited[0] if visited else "")


@given(view=trees)
def test_tab_with_shift_goes_the_same_way_back(view):
    for item in reachable(view):
        name = item.node.name
        assert next_focus(view, next_focus(view, name), back=True) == name


@given(view=trees, direction=st.sampled_from(DIRECTIONS), start=st.integers(0, 12))
def test_an_arrow_stays_or_goes_that_way_and_never_loses_the_focus(view, direction, start):
    items = {item.node.name: item.rect for item in reachable(view)}
    name = f"n{start}"
    there = focus_towards(view, name, direction)
    if name not in items:
        assert there == first_focus(view)
    elif there != name:
        (x, y), (x2, y2) = items[name].centre, items[there].centre
        assert {"up": y2 < y, "down": y2 > y, "left": x2 < x, "right": x2 > x}[direction]


@pytest.mark.parametrize(
    ("direction", "wanted"), [("up", "01"), ("down", "21"), ("left", "10"), ("right", "12")], ids=DIRECTIONS
)
def test_in_a_grid_an_arrow_goes_to_the_neighbour(direction, wanted):
    assert focus_towards(grid(3, 3), "11", direction) == wanted


def test_at_the_edge_an_arrow_stays():
    for direction in ("up", "left"):
        assert focus_towards(grid(2, 2), "00", direction) == "00"
    for direction in ("down", "right"):
        assert focus_towards(grid(2, 2), "11", direction) == "11"


def test_an_arrow_down_reaches_every_answer_of_a_list_in_order():
    view = tree(*(press(f"a{row}", Rect(0, row * 70, 300, 60)) for row in range(5)))
    name, seen = "a0", ["a0"]
    while (there := focus_towards(view, name, "down")) != name:
        seen.append(there)
        name = there
    assert seen == ["a0", "a1", "a2", "a3", "a4"]


def test_sideways_an_arrow_keeps_to_the_row():
    view = tree(press("here", Rect(0, 0, 50, 50)), press("lower", Rect(200, 400, 50, 50)))
    assert focus_towards(view, "here", "right") == "here"
    assert focus_towards(view, "here", "down") == "lower"


def test_the_focus_starts_at_the_way_on_and_never_at_the_exit():
    bar = [press(name, Rect(i * 60, 0, 50, 50)) for i, name in enumerate(("menu", "help", "quick_exit"))]
    assert first_focus(tree(*bar, press("x", Rect(0, 100, 50, 50)), press("go_on", Rect(0, 200, 50, 50)))) == "go_on"
    assert first_focus(tree(*bar, press("x", Rect(0, 100, 50, 50)))) == "x"


def test_the_focus_starts_at_the_first_answer_where_there_are_answers():
    view = tree(
        press("message:a:1", Rect(0, 0, 50, 50), role="message"),
        press("option:b", Rect(0, 100, 50, 50), role="option"),
        press("option:c", Rect(0, 200, 50, 50), role="option"),
    )
    assert first_focus(view) == "option:b"


def test_on_a_screen_with_nothing_to_press_there_is_no_focus():
    empty = tree(Node(rect=Rect(0, 0, 10, 10), label="words"))
    assert first_focus(empty) == ""
    assert next_focus(empty, "gone") == ""
    assert focus_towards(empty, "gone", "down") == ""


def test_where_there_is_only_the_bar_any_key_of_the_keyboard_gets_into_it():
    view = tree(press("menu", Rect(0, 0, 50, 50)), press("help", Rect(60, 0, 50, 50)))
    assert first_focus(view) == ""
    assert next_focus(view, "") == "menu"
    assert focus_towards(view, "", "down") == "menu"


def test_under_a_dialog_tab_stays_in_it():
    inside = (press("yes", Rect(0, 0, 50, 50)), press("no", Rect(60, 0, 50, 50)))
    view = tree(press("under", Rect(0, 0, 50, 50)), Node(rect=Rect(100, 100, 200, 200), modal=True, children=inside))
    assert {next_focus(view, "yes"), next_focus(view, "no")} == {"yes", "no"}


def test_on_every_screen_tab_visits_everything_that_can_be_pressed(plain_sheet):
    for screen in plain_sheet.screens:
        wanted = {item.node.name for item in reachable(screen.tree)}
        name = first_focus(screen.tree) or next_focus(screen.tree, "")
        seen = set()
        for _ in wanted:
            seen.add(name)
            name = next_focus(screen.tree, name)
        assert seen == wanted, screen.stop.id


def test_on_every_screen_arrows_alone_reach_everything_that_can_be_pressed(plain_sheet):
    """No thing is an island that only Tab gets to."""
    islands = {}
    for screen in plain_sheet.screens:
        wanted = {item.node.name for item in reachable(screen.tree)}
        seen, todo = set(), [first_focus(screen.tree)]
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                todo.extend(focus_towards(screen.tree, name, direction) for direction in DIRECTIONS)
        if wanted - (seen - {""}):
            islands[screen.stop.id] = wanted - seen
    assert islands == {}
