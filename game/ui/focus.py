"""Where the keyboard is: from one pressable thing to the next, in reading order or in a direction."""

from typing import Literal, TypeAlias

from game.ui.tree import DisplayTree, Placed, reachable

Direction: TypeAlias = Literal["up", "down", "left", "right"]

_BAR = ("menu", "help", "quick_exit", "back", "country", "stories")
"""What stands in the header: reached by Tab, but never where the focus starts."""

_FIRST = ("go_on", "said_it", "start", "menu:continue", "pass_gate", "read_page")


def first_focus(tree: DisplayTree) -> str:
    """Where the focus starts on a new screen: the way on, else the first answer, else the first thing there."""
    placed = [item for item in reachable(tree) if item.node.name not in _BAR]
    names = [item.node.name for item in placed]
    for name in _FIRST:
        if name in names:
            return name
    answers = [item for item in placed if item.node.role == "option" or item.node.name.startswith(("say:", "sign:"))]
    chosen = answers or placed
    return chosen[0].node.name if chosen else ""


def next_focus(tree: DisplayTree, name: str, *, back: bool = False) -> str:
    """The next thing in reading order, or the one before; round at the ends."""
    names = [item.node.name for item in reachable(tree)]
    if not names:
        return ""
    if name not in names:
        return first_focus(tree) or names[0]
    return names[(names.index(name) + (-1 if back else 1)) % len(names)]


def focus_towards(tree: DisplayTree, name: str, direction: Direction) -> str:
    """The nearest thing in a direction; the same where there is none."""
    items = reachable(tree)
    here = next((item for item in items if item.node.name == name), None)
    if here is None:
        return first_focus(tree) or next_focus(tree, name)
    ahead = [(cost, item) for item in items if (cost := _cost(here, item, direction)) is not None]
    return min(ahead, key=lambda pair: pair[0])[1].node.name if ahead else name


def _cost(here: Placed, there: Placed, direction: Direction) -> float | None:
    """How far another thing is in a direction, sideways steps counted double; None where it does not lie there."""
    if there.node is here.node:
        return None
    one, two = here.rect, there.rect
    (x1, y1), (x2, y2) = one.centre, two.centre
    match direction:
        case "down":
            along, overlap = two.y - one.bottom, min(one.right, two.right) - max(one.x, two.x)
            beyond, aside = y2 > y1 and two.bottom > one.bottom, abs(x2 - x1)
        case "up":
            along, overlap = one.y - two.bottom, min(one.right, two.right) - max(one.x, two.x)
            beyond, aside = y2 < y1 and two.y < one.y, abs(x2 - x1)
        case "right":
            along, overlap = two.x - one.right, min(one.bottom, two.bottom) - max(one.y, two.y)
            beyond, aside = x2 > x1 and two.right > one.right, abs(y2 - y1)
        case "left":
            along, overlap = one.x - two.right, min(one.bottom, two.bottom) - max(one.y, two.y)
            beyond, aside = x2 < x1 and two.x < one.x, abs(y2 - y1)
    if not beyond or (direction in ("left", "right") and overlap <= 0):
        return None
    return max(0.0, along) + (0.0 if overlap > 0 else 2.0 * aside) + 0.1 * aside
