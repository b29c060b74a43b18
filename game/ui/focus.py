"""Where the keyboard is: from one pressable thing to the next, in reading order or in a direction."""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from game.ui.geometry import Rect
from game.ui.tree import DisplayTree, Placed, find, reachable

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
    holder = find(tree, here.holder) if here.holder else None
    own = _seen(here) if holder is None or _is_seen(here) else holder.visible
    ahead = [(cost, item) for item in items if (cost := _cost(here, own, item, direction)) is not None]
    if here.holder and direction in ("up", "down"):
        # Up and down stay in the part that scrolls, to its very end, before they leave it.
        ahead = [pair for pair in ahead if pair[1].holder == here.holder] or ahead
    if not ahead and holder is not None and direction == "down":
        # Buttons that float over the end of a scrolling part lie below everything in it.
        return min(_floating_over(holder, items), key=lambda item: _aside(here, item), default=here).node.name
    return min(ahead, key=lambda pair: pair[0])[1].node.name if ahead else name


def _floating_over(holder: Placed, items: Sequence[Placed]) -> Iterator[Placed]:
    """What is drawn over a scrolling part without being in it."""
    part = holder.visible
    for item in items:
        seen = item.visible
        is_over = seen.x < part.right and seen.right > part.x and seen.y < part.bottom and seen.bottom > part.y
        if not item.holder and _is_seen(item) and is_over:
            yield item


def _aside(one: Placed, two: Placed) -> float:
    return abs(one.visible.centre[0] - two.visible.centre[0])


def _is_seen(placed: Placed) -> bool:
    return placed.visible.width > 0 and placed.visible.height > 0


def _seen(placed: Placed) -> Rect:
    """The part of something that can be seen; all of it where none can."""
    return placed.visible if _is_seen(placed) else placed.rect


def _cost(here: Placed, own: Rect, there: Placed, direction: Direction) -> float | None:
    """How far another thing is in a direction, sideways steps counted double; None where it does not lie there.

    `own` is where `here` is to whatever lies outside the part that scrolls it.
    """
    if there.node is here.node:
        return None
    if not _is_seen(there) and (not there.holder or there.holder != here.holder):
        # What is scrolled out of sight is reached from within its own part only.
        return None
    if here.holder == there.holder:
        one, two = here.rect, there.rect
    else:
        one, two = own, _seen(there)
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
