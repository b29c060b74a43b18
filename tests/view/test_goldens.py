"""Whole pictures, compared with ones that a person looked at. What differs is saved beside them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.view.fonts import PygameMeasure
from game.view.snapshot import render, save_png

GOLDENS = Path(__file__).parent / "goldens"
FAILED = Path(__file__).parents[1] / "failed-image"
NEAR = 12
"""How far a channel may be off: font libraries of other machines smooth a letter's edge a little differently."""
MOST = 0.015
"""The part of the pixels that may be off by more."""


def share_of_other_pixels(one: pygame.Surface, other: pygame.Surface) -> float:
    """The part of the pixels that differ by more than is near, from 0 to 1."""
    near = (NEAR, NEAR, NEAR, 255)
    same = pygame.transform.threshold(
        dest_surface=None, surface=one, search_color=None, threshold=near, set_behavior=0, search_surf=other
    )
    return 1 - same / (one.get_width() * one.get_height())


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
    drawn = render(tree, theme, size, scale)
    file = GOLDENS / f"{name}.png"
    if update_goldens:
        save_png(drawn, file)
    assert file.is_file(), f"{file} is missing: run the test once with --update-goldens and look at what it drew"
    golden = pygame.Surface(size, 0, 32)
    golden.blit(pygame.image.load(file), (0, 0))
    share = share_of_other_pixels(drawn, golden)
    if share > MOST:
        save_png(drawn, FAILED / file.name)
    assert share <= MOST, f"{share:.1%} of the pixels differ; see {FAILED / file.name}"


def test_the_comparison_finds_a_missing_bubble(chat: Any) -> None:
    size = (960, 600)
    with_bubbles = render(chat.screen(*size, count=4, pictures=False), "paper", size)
    without = render(chat.screen(*size, count=3, pictures=False), "paper", size)
    assert share_of_other_pixels(with_bubbles, without) > MOST
