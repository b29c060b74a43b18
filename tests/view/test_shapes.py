"""Rounded boxes: smooth, without dark rims, and covering what they should."""

import math

import pygame
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.design import PALETTES
from game.ui.geometry import Corners
from game.view.shapes import PixelBox, ShapeStore, fit_radii, mix, rgb_of

INK, PAPER = (31, 46, 58), (251, 246, 236)


def box_on(ground: tuple[int, int, int], box: PixelBox, size: tuple[int, int]) -> pygame.Surface:
    surface = pygame.Surface(size, 0, 32)
    surface.fill(ground)
    ShapeStore().draw_box(surface, (0, 0, *size), box)
    return surface


@pytest.mark.parametrize("theme", ["paper", "night"])
def test_a_rim_is_a_mix_of_the_box_and_what_lies_under_it(theme: str) -> None:
    palette = PALETTES[theme]  # type: ignore[index]
    ground, fill = rgb_of(palette["ground"]), rgb_of(palette["teal"])
    surface = box_on(ground, PixelBox(fill, None, 0, (22, 22, 22, 6)), (80, 60))
    for x in range(80):
        for y in range(60):
            pixel = surface.get_at((x, y))[:3]
            for channel in range(3):
                low, high = sorted((ground[channel], fill[channel]))
                assert low - 1 <= pixel[channel] <= high + 1


def test_a_rim_on_a_clear_surface_has_the_colour_of_the_box() -> None:
    surface = pygame.Surface((60, 60), pygame.SRCALPHA, 32)
    ShapeStore().draw_box(surface, (0, 0, 60, 60), PixelBox(PAPER, None, 0, (20, 20, 20, 20)))
    rim = [surface.get_at((x, y)) for x in range(20) for y in range(20)]
    assert any(0 < pixel[3] < 255 for pixel in rim)
    assert {tuple(pixel)[:3] for pixel in rim if pixel[3]} == {PAPER}


def test_a_corner_covers_as_much_as_a_quarter_of_a_disc() -> None:
    surface = box_on((0, 0, 0), PixelBox((255, 255, 255), None, 0, (30, 30, 30, 30)), (60, 60))
    covered = sum(surface.get_at((x, y))[0] for x in range(60) for y in range(60)) / 255
    assert covered == pytest.approx(math.pi * 900, rel=0.01)


def test_an_outline_lies_inside_the_edge() -> None:
    surface = box_on((0, 0, 0), PixelBox(PAPER, INK, 3, (10, 10, 10, 10)), (60, 40))
    row = [surface.get_at((30, y))[:3] for y in range(40)]
    assert row == [INK] * 3 + [PAPER] * 34 + [INK] * 3


def test_a_box_without_fill_leaves_its_middle_alone() -> None:
    surface = box_on((9, 9, 9), PixelBox(None, INK, 2, (10, 10, 10, 10)), (60, 40))
    assert surface.get_at((30, 20))[:3] == (9, 9, 9)
    assert surface.get_at((0, 0))[:3] == (9, 9, 9)
    assert surface.get_at((30, 0))[:3] == INK


@given(st.integers(1, 70), st.integers(1, 70), st.tuples(*[st.floats(0, 999)] * 4), st.sampled_from([0, 1, 3]))
def test_the_edges_of_every_box_are_painted_and_nothing_outside(
    width: int, height: int, radii: tuple[float, float, float, float], thickness: int
) -> None:
    surface = pygame.Surface((width + 4, height + 4), 0, 32)
    surface.fill((0, 0, 0))
    fitted = fit_radii(Corners(*radii), 1.0, width, height)
    outline = (255, 255, 255) if thickness else None
    box = PixelBox((255, 255, 255), outline, thickness, fitted)
    ShapeStore().draw_box(surface, (2, 2, width, height), box)
    for x in range(width + 4):
        assert surface.get_at((x, 1))[:3] == surface.get_at((x, height + 2))[:3] == (0, 0, 0)
    for y in range(height + 4):
        assert surface.get_at((1, y))[:3] == surface.get_at((width + 2, y))[:3] == (0, 0, 0)
    quarter = 1 - math.pi / 4
    left, right = max(fitted[0], fitted[3]), max(fitted[1], fitted[2])
    top, bottom = max(fitted[:2]), max(fitted[2:])
    assume(left + right + thickness <= width)
    assume(top + bottom + thickness <= height)
    missing = sum(radius * radius * quarter for radius in fitted)
    painted = sum(surface.get_at((x, y))[0] for x in range(2, width + 2) for y in range(2, height + 2)) / 255
    assert painted == pytest.approx(width * height - missing, abs=3 + 0.02 * width * height)


def test_radii_that_do_not_fit_are_all_shortened_alike() -> None:
    assert fit_radii(Corners.all(999), 1.0, 100, 40) == (20, 20, 20, 20)
    assert fit_radii(Corners(40, 20, 0, 0), 1.0, 30, 100) == (20, 10, 0, 0)


def test_colours_are_read_and_mixed() -> None:
    assert rgb_of("#1F2E3A") == INK
    assert mix((0, 0, 0), (200, 100, 50), 0.5) == (100, 50, 25)
