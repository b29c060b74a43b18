"""Which colours text really stands on, on every screen: each pair is one that is held to its contrast."""

import pytest

from game.design import PALETTES, TEXT_PAIRS, THEMES, contrast_ratio
from game.ui.tree import Placed


def _ground_of(placed: tuple[Placed, ...], index: int) -> str:
    """The fill behind a text: of the last box painted before it that holds the middle of its first line."""
    item = placed[index]
    assert item.node.text is not None
    line = item.node.text.lines[0]
    run = line.runs[0]
    x, y = item.rect.x + run.x + run.width / 2, item.rect.y + line.y + line.height / 2
    for other in reversed(placed[: index + 1]):
        box = other.node.box
        if box is not None and box.fill is not None and other.node.opacity == 1.0 and other.rect.holds(x, y):
            return box.fill
    return "ground"


def _pairs(sheet) -> dict[tuple[str, str], str]:
    found = {}
    for screen in sheet.screens:
        for index, item in enumerate(screen.placed):
            if item.node.text is not None and item.node.text.lines and item.node.text.lines[0].runs:
                pair = (item.node.colour, _ground_of(screen.placed, index))
                found.setdefault(pair, f"{screen.stop.id}: {item.node.text.text[:50]!r}")
    return found


def test_every_text_stands_on_a_ground_that_it_is_held_to(plain_sheet):
    pairs = _pairs(plain_sheet)
    assert {pair: where for pair, where in pairs.items() if pair not in TEXT_PAIRS} == {}


def test_screens_are_looked_at_with_all_the_pairs_that_matter(plain_sheet):
    """Were the walk to miss most screens, the test above would say little."""
    unseen = set(TEXT_PAIRS) - set(_pairs(plain_sheet))
    assert unseen <= {("coral", "raised"), ("muted", "them"), ("teal", "ground")}


@pytest.mark.parametrize("theme", THEMES)
def test_icons_that_say_something_stand_out_from_their_ground(plain_sheet, theme):
    palette = PALETTES[theme]
    faint = {}
    for screen in plain_sheet.screens:
        for index, item in enumerate(screen.placed):
            picture = item.node.picture
            if picture is None or picture.tint is None:
                continue
            x, y = item.rect.centre
            ground = next(
                (
                    other.node.box.fill
                    for other in reversed(screen.placed[: index + 1])
                    if other.node.box is not None and other.node.box.fill is not None and other.rect.holds(x, y)
                ),
                "ground",
            )
            ratio = contrast_ratio(palette[picture.tint], palette[ground])
            if ratio < 3.0:
                faint[picture.tint, ground] = f"{screen.stop.id}: {picture.name} {ratio:.1f}"
    assert faint == {}
