"""Whole pictures, compared with ones that a person looked at. What differs is saved beside them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.view.fonts import PygameMeasure
from game.view.painter import Painter
from game.view.snapshot import render, save_png

GOLDENS = Path(__file__).parent / "goldens"
FAILED = Path(__file__).parents[1] / "failed-image"
NEAR = 12
"""How far a channel may be off: font libraries of other machines smooth a letter's edge a little differently."""
MOST = 0.015
"""The part of the pixels that may be off by more."""
SCREEN = (1280, 800)
REAL = {"night": {"picker", "help"}, "contrast": {"picker", "look-back-whole"}}


def share_of_other_pixels(one: pygame.Surface, other: pygame.Surface) -> float:
    """The part of the pixels that differ by more than is near, from 0 to 1."""
    near = (NEAR, NEAR, NEAR, 255)
    same = pygame.transform.threshold(
        dest_surface=None, surface=one, search_color=None, threshold=near, set_behavior=0, search_surf=other
    )
    return 1 - same / (one.get_width() * one.get_height())


def side_by_side(golden: pygame.Surface, drawn: pygame.Surface) -> pygame.Surface:
    """What was expected, what was drawn, and where the two differ."""
    width, height = golden.get_size()
    difference = golden.copy()
    difference.blit(drawn, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    other = drawn.copy()
    other.blit(golden, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    difference.blit(other, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    sheet = pygame.Surface((3 * width, height), 0, 32)
    for place, surface in enumerate((golden, drawn, difference)):
        sheet.blit(surface, (place * width, 0))
    return sheet


def compare(drawn: pygame.Surface, name: str, update: bool) -> None:
    """Fail where a picture is not what its golden is; write the golden anew if asked to."""
    file = GOLDENS / f"{name}.png"
    if update:
        save_png(drawn, file)
    assert file.is_file(), f"{file} is missing: run the test once with --update-goldens and look at what it drew"
    golden = pygame.Surface(drawn.get_size(), 0, 32)
    golden.blit(pygame.image.load(file), (0, 0))
    share = share_of_other_pixels(drawn, golden)
    if share > MOST:
        save_png(side_by_side(golden, drawn), FAILED / file.name)
    assert share <= MOST, f"{share:.1%} of the pixels differ; see {FAILED / file.name}"


@pytest.mark.parametrize(
    ("name", "theme", "size", "scale"),
    [
        ("chat-paper", "paper", (960, 600), 1.0),
        ("chat-night-phone", "night", (360, 640), 1.0),
        ("chat-contrast-large", "contrast", (720, 900), 2.0),
    ],
)
def test_a_chat_looks_as_it_did(
    name: str,
    theme: Any,
    size: tuple[int, int],
    scale: float,
    build_chat: Callable[[PygameMeasure], Any],
    update_goldens: bool,
) -> None:
    builder = build_chat(PygameMeasure(scale))
    tree = builder.screen(size[0] / scale, size[1] / scale, count=6, scroll=20, phase=0.2, focus="help", pictures=False)
    compare(render(tree, theme, size, scale), name, update_goldens)


@pytest.mark.parametrize("theme", REAL)
def test_real_screens_look_as_they_did(theme: Any, walk_story: Callable[..., Any], update_goldens: bool) -> None:
    story = walk_story(SCREEN, theme=theme)
    painter = Painter(story.scale, measure=story.measure)
    seen = set()
    for name, tree in story.screens():
        if name in REAL[theme] and name not in seen:
            seen.add(name)
            compare(render(tree, theme, SCREEN, story.scale, painter=painter), f"{name}-{theme}", update_goldens)
    assert seen == REAL[theme]


def test_the_comparison_finds_a_missing_bubble(chat: Any) -> None:
    size = (960, 600)
    with_bubbles = render(chat.screen(*size, count=4, pictures=False), "paper", size)
    without = render(chat.screen(*size, count=3, pictures=False), "paper", size)
    assert share_of_other_pixels(with_bubbles, without) > MOST


def test_a_failure_shows_both_pictures_and_only_what_differs() -> None:
    size = (8, 4)
    golden, drawn = pygame.Surface(size, 0, 32), pygame.Surface(size, 0, 32)
    golden.fill("white")
    drawn.fill("white")
    drawn.set_at((2, 1), "red")
    sheet = side_by_side(golden, drawn)
    assert sheet.get_size() == (24, 4)
    assert (sheet.get_at((2, 1))[:3], sheet.get_at((10, 1))[:3]) == ((255, 255, 255), (255, 0, 0))
    assert (sheet.get_at((18, 1))[:3], sheet.get_at((19, 1))[:3]) == ((0, 255, 255), (0, 0, 0))
