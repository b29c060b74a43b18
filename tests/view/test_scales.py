"""Dense screens and tiny windows: every screen of a story is drawn, with its way out whole."""

from collections.abc import Callable
from typing import Any

import pygame
import pytest

from game.ui.geometry import Rect
from game.ui.intents import QuickExit
from game.ui.tree import DisplayTree, reachable
from game.view.painter import Painter
from game.view.window import open_window

ALMOST_NOTHING = 0.01
STANDING_BYTES = 8 * 1024 * 1024


def way_out(tree: DisplayTree) -> tuple[Rect, Rect]:
    """Where the quick exit stands, and what can be seen of it."""
    (placed,) = (item for item in reachable(tree) if item.node.intent == QuickExit())
    return placed.rect, placed.visible


@pytest.mark.parametrize(
    ("size", "scale", "text_size"),
    [
        ((1080, 1920), 3.0, 100),
        ((1440, 2560), 4.0, 200),
        ((200, 200), 1.0, 100),
        ((200, 200), 1.0, 200),
        ((600, 600), 3.0, 200),
    ],
)
def test_every_screen_is_drawn_with_its_way_out_whole(
    size: tuple[int, int], scale: float, text_size: int, walk_story: Callable[..., Any]
) -> None:
    story = walk_story(size, scale, text_size=text_size)
    assert (story.width, story.height) == (size[0] / scale, size[1] / scale)
    notes: list[str] = []
    painter = Painter(scale, measure=story.measure, report=notes.append)
    surface = pygame.Surface(size, 0, 32)
    for name, tree in story.screens():
        painter.paint(tree, "paper", surface)
        rect, visible = way_out(tree)
        assert visible == rect, name
        assert min(rect.x, rect.y, story.width - rect.right, story.height - rect.bottom) >= -ALMOST_NOTHING, name
    assert notes == []
    assert painter._pictures._surfaces.size <= STANDING_BYTES * scale
    assert painter._texts.size <= STANDING_BYTES * scale


def test_even_200_dots_of_a_dense_screen_are_drawn_and_show_some_of_the_way_out(
    walk_story: Callable[..., Any],
) -> None:
    story = walk_story((200, 200), 3.0)
    painter = Painter(3.0, measure=story.measure)
    surface = pygame.Surface((200, 200), 0, 32)
    for name, tree in story.screens():
        painter.paint(tree, "contrast", surface)
        _rect, visible = way_out(tree)
        assert min(visible.width, visible.height) >= 24, name


@pytest.mark.parametrize(
    ("scale", "size"), [("1", (200, 200)), ("2", (400, 400)), ("3", (600, 600)), ("4", (800, 768))]
)
def test_a_window_cannot_be_made_smaller_than_its_screens_can_be(
    scale: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOOKTWICE_SCALE", scale)
    opened = open_window("Look Twice", size=(200, 200))
    assert opened._window.minimum_size == size, "as far as the screen of 1024x768 has room"
    opened.close()
