"""Promises that every screen of the game keeps, at every window and text size."""

from itertools import combinations

from game.design import TARGET
from game.resources import picture_path
from game.ui.geometry import Rect
from game.ui.tree import DisplayTree, Node, Placed, in_reach, reachable

_EDGE = 0.5
"""dp that rounding may cost."""


def _inside(inner: Rect, outer: Rect) -> bool:
    return (
        inner.x >= outer.x - _EDGE
        and inner.y >= outer.y - _EDGE
        and inner.right <= outer.right + _EDGE
        and inner.bottom <= outer.bottom + _EDGE
    )


def _named(tree: DisplayTree, name: str) -> Placed | None:
    return next((item for item in reachable(tree) if item.node.name == name), None)


def _rounded(rect: Rect) -> tuple[float, ...]:
    return tuple(round(side, 1) for side in rect)


def test_quick_exit_is_one_press_away_on_every_screen_and_always_at_the_same_place(sheet):
    """In one language: a story that is there in English only speaks English at its edges, too."""
    window = Rect(0, 0, sheet.width, sheet.height)
    places = {}
    for screen in sheet.screens:
        found = _named(screen.tree, "quick_exit")
        assert found is not None, screen.stop.id
        assert _inside(found.rect, window), screen.stop.id
        places.setdefault(screen.tree.language, {}).setdefault(_rounded(found.rect), []).append(screen.stop.id)
    for where in places.values():
        assert len(where) == 1, {place: stops[:4] for place, stops in where.items()}


def test_help_is_one_press_away_on_every_screen_and_always_at_the_same_place(sheet):
    window = Rect(0, 0, sheet.width, sheet.height)
    places = {}
    for screen in sheet.screens:
        found = _named(screen.tree, "help")
        if found is None:
            assert screen.stop.sitting.screen_name.split(":")[1] == "help", screen.stop.id
            continue
        assert _inside(found.rect, window), screen.stop.id
        places.setdefault(screen.tree.language, {}).setdefault(_rounded(found.rect), []).append(screen.stop.id)
    for where in places.values():
        assert len(where) == 1, {place: stops[:4] for place, stops in where.items()}


def test_whatever_is_pressed_is_large_enough_for_a_finger(sheet):
    small = {
        f"{screen.stop.id}: {item.node.name} {item.rect.width:.0f}x{item.rect.height:.0f}"
        for screen in sheet.screens
        for item in reachable(screen.tree)
        if item.rect.height < TARGET - _EDGE or item.rect.width < TARGET - _EDGE
    }
    assert small == set()


def test_no_text_is_wider_than_its_place_or_the_window(sheet):
    wide = set()
    for screen in sheet.screens:
        for item in screen.placed:
            layout = item.node.text
            if layout is None or not layout.lines:
                continue
            left = item.rect.x + min((run.x for line in layout.lines for run in line.runs), default=0.0)
            right = item.rect.x + max((run.x + run.width for line in layout.lines for run in line.runs), default=0.0)
            if left < -_EDGE or right > sheet.width + _EDGE or right > item.rect.right + 1.0:
                wide.add(f"{screen.stop.id}: {layout.text[:40]!r} to {right:.0f}, place to {item.rect.right:.0f}")
    assert wide == set()


def test_no_text_is_taller_than_its_place(sheet):
    tall = {
        f"{screen.stop.id}: {item.node.text.text[:40]!r}"
        for screen in sheet.screens
        for item in screen.placed
        if item.node.text is not None and item.node.text.height > item.rect.height + _EDGE
    }
    assert tall == set()


def test_text_stays_on_the_ground_it_was_drawn_for(sheet):
    """No line runs out of its bubble, card or button."""
    out = set()
    for screen in sheet.screens:
        for text, ground, label in _texts_with_grounds(screen.tree.root):
            if not _inside(text, ground):
                out.add(f"{screen.stop.id}: {label[:40]!r} {text} on {ground}")
    assert out == set()


def _texts_with_grounds(root: Node) -> list[tuple[Rect, Rect, str]]:
    """Of each text its inked lines, and the innermost box it is a part of, as if nothing were scrolled."""
    found = []

    def search(node: Node, x: float, y: float, ground: Rect) -> None:
        rect = node.rect.moved(x, y)
        if node.box is not None and (node.box.fill or node.box.outline) and node.rect.height > 4:
            ground = rect
        if node.scroll is not None:
            ground = Rect(rect.x, rect.y, rect.width, max(rect.height, node.scroll.content))
        for line in node.text.lines if node.text is not None else ():
            for run in line.runs:
                ink = Rect(rect.x + run.x, rect.y + line.y + 0.15 * line.height, run.width, 0.7 * line.height)
                found.append((ink, ground, run.text))
        for child in node.children:
            search(child, rect.x, rect.y, ground)

    search(root, 0, 0, root.rect)
    return found


def test_only_titles_of_bars_and_tabs_and_quotes_in_the_notebook_are_ever_cut_short(sheet):
    """What has to be read to answer is always whole."""
    cut = set()
    for screen in sheet.screens:
        for item in screen.placed:
            if item.node.text is not None and item.node.text.cut:
                path = [node for node in path_to_node(screen.tree.root, item.node) if node.name]
                name = path[-1].name if path else ""
                if not name.startswith(("header", "tab:", "mark:")):
                    cut.add(f"{screen.stop.id}: {name} {item.node.text.text[:40]!r}")
    assert cut == set()


def path_to_node(node: Node, wanted: Node) -> tuple[Node, ...]:
    """The nodes from one down to another."""
    if node is wanted:
        return (node,)
    for child in node.children:
        path = path_to_node(child, wanted)
        if path:
            return (node, *path)
    return ()


def test_no_text_lies_on_another(sheet):
    """Of what scrolls together, and of what stands still; in the places where it can be seen."""
    mixed = set()
    for screen in sheet.screens:
        groups = _texts_by_scroller(screen)
        for texts in groups.values():
            for (one, first), (two, second) in combinations(texts, 2):
                if first.meets(second):
                    mixed.add(f"{screen.stop.id}: {one[:30]!r} and {two[:30]!r}")
    assert mixed == set()


def _texts_by_scroller(screen) -> dict[str, list[tuple[str, Rect]]]:
    """The inked part of every line that can be reached, by the name of the part that scrolls it."""
    shown = {id(item.node) for item in in_reach(screen.tree)}
    found: dict[str, list[tuple[str, Rect]]] = {}

    def search(node: Node, x: float, y: float, holder: str) -> None:
        rect = node.rect.moved(x, y)
        if node.text is not None and id(node) in shown:
            for line in node.text.lines:
                for run in line.runs:
                    # What stands beside each other may share an edge.
                    width = run.width - 0.1
                    ink = Rect(rect.x + run.x, rect.y + line.y + 0.2 * line.height, width, 0.6 * line.height)
                    found.setdefault(holder, []).append((run.text, ink))
        inner = node.name if node.scroll is not None else holder
        for child in node.children:
            search(child, rect.x, rect.y, inner)

    search(screen.tree.root, 0, 0, "")
    return found


def test_two_things_to_press_never_cover_each_other(sheet):
    covered = set()
    for screen in sheet.screens:
        families = _families(screen.tree.root)
        items = [item for item in reachable(screen.tree) if item.visible.width > 0 and item.visible.height > 0]
        for one, two in combinations(items, 2):
            if not one.visible.grown(-1).meets(two.visible.grown(-1)):
                continue
            if id(two.node) in families[id(one.node)] or id(one.node) in families[id(two.node)]:
                continue
            covered.add(f"{screen.stop.id}: {one.node.name} and {two.node.name}")
    assert covered == set()


def _families(node: Node) -> dict[int, set[int]]:
    """For each node everything that lies in it."""
    found: dict[int, set[int]] = {}

    def collect(each: Node) -> set[int]:
        below: set[int] = set()
        for child in each.children:
            below |= {id(child)} | collect(child)
        found.setdefault(id(each), set()).update(below)
        return below

    collect(node)
    return found


def test_whatever_is_pressed_can_be_brought_into_sight(sheet):
    """Sideways all of it is inside; downwards a scrolling part around it reaches far enough."""
    lost = set()
    for screen in sheet.screens:
        scrolling = _inside_scrollers(screen.tree.root)
        for item in reachable(screen.tree):
            if item.rect.x < -_EDGE or item.rect.right > sheet.width + _EDGE:
                lost.add(f"{screen.stop.id}: {item.node.name} sideways")
            holder, bottom = scrolling.get(item.node.name, (None, 0.0))
            if holder is None:
                if not _inside(item.rect, Rect(0, 0, sheet.width, sheet.height)):
                    lost.add(f"{screen.stop.id}: {item.node.name} is outside the window")
            elif holder.scroll is not None and bottom > max(holder.scroll.content, holder.rect.height) + _EDGE:
                lost.add(f"{screen.stop.id}: {item.node.name} is below what scrolls")
    assert lost == set()


def _inside_scrollers(root: Node) -> dict[str, tuple[Node, float]]:
    """The innermost scrolling part around each named node, and where in it the node ends."""
    found: dict[str, tuple[Node, float]] = {}

    def search(node: Node, holder: Node | None, y: float) -> None:
        for child in node.children:
            bottom = y + child.rect.y + child.rect.height
            if child.name and holder is not None:
                found[child.name] = (holder, bottom)
            if child.scroll is not None:
                search(child, child, 0.0)
            else:
                search(child, holder, y + child.rect.y)

    search(root, root if root.scroll is not None else None, 0.0)
    return found


def test_every_scrolling_part_stands_in_the_window(sheet):
    window = Rect(0, 0, sheet.width, sheet.height)
    outside = {
        f"{screen.stop.id}: {item.node.name}"
        for screen in sheet.screens
        for item in screen.placed
        if item.node.scroll is not None and not _inside(item.visible if item.node.clip else item.rect, window)
    }
    assert outside == set()


def test_names_are_unique_on_a_screen(sheet):
    for screen in sheet.screens:
        names = [item.node.name for item in reachable(screen.tree)]
        assert "" not in names, screen.stop.id
        assert len(names) == len(set(names)), (screen.stop.id, sorted({n for n in names if names.count(n) > 1}))


def test_whatever_is_pressed_says_what_it_does(sheet):
    silent = {
        f"{screen.stop.id}: {item.node.name}"
        for screen in sheet.screens
        for item in reachable(screen.tree)
        if not item.node.label.strip()
    }
    assert silent == set()


def test_every_picture_on_a_screen_is_there(plain_sheet):
    names = {
        item.node.picture.name
        for screen in plain_sheet.screens
        for item in screen.placed
        if item.node.picture is not None
    }
    assert len(names) > 20
    assert {name for name in names if picture_path(name) is None} == set()


def test_nothing_can_be_typed_in_on_any_screen(plain_sheet):
    """There is no role for a text field, so no screen can hold one."""
    roles = {item.node.role for screen in plain_sheet.screens for item in screen.placed}
    pressed = {item.node.role for screen in plain_sheet.screens for item in reachable(screen.tree)}
    known = {"group", "text", "heading", "button", "option", "tab", "message", "image", "dialog", "list", "log"}
    assert roles <= known | {"status", "link"}
    assert pressed <= {"button", "option", "tab", "message"}


def test_the_window_title_never_tells_which_story_is_open(plain_sheet):
    assert {screen.tree.title for screen in plain_sheet.screens} == {"Look Twice"}
