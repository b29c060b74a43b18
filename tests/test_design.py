"""Promises of the visual language: what can be read in every theme, and numbers that others rely on."""

import re

import pytest

from game.design import (
    COLOURS,
    LEAST_SIZE,
    PALETTES,
    TARGET,
    TEXT_PAIRS,
    THEMES,
    TYPE,
    contrast_ratio,
    relative_luminance,
    room_factor,
)

LEAST = {"paper": 4.5, "night": 4.5, "contrast": 7.0}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids=" on ".join)
def test_text_can_be_read_on_its_ground(theme, pair):
    text, ground = pair
    assert contrast_ratio(PALETTES[theme][text], PALETTES[theme][ground]) >= LEAST[theme]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["ground", "raised", "soft"])
def test_outlines_of_controls_stand_out(theme, ground):
    assert contrast_ratio(PALETTES[theme]["edge"], PALETTES[theme][ground]) >= 3.0


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["ground", "raised", "soft"])
def test_the_focus_ring_is_seen_on_every_ground_by_its_sun_or_its_ink_line(theme, ground):
    palette = PALETTES[theme]
    best = max(contrast_ratio(palette[colour], palette[ground]) for colour in ("sun", "ink"))
    assert best >= 3.0


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_gives_every_colour(theme):
    assert tuple(PALETTES[theme]) == COLOURS
    assert all(re.fullmatch(r"#[0-9A-F]{6}", value) for value in PALETTES[theme].values())


def test_contrast_is_that_of_the_guidelines():
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast_ratio("#FFFFFF", "#000000") == pytest.approx(21.0)
    assert contrast_ratio("#777777", "#777777") == pytest.approx(1.0)
    assert contrast_ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert relative_luminance("#FF0000") == pytest.approx(0.2126)


def test_running_text_is_nineteen_dp_and_no_text_is_tiny():
    assert TYPE["body"].size >= 19
    assert min(style.size for style in TYPE.values()) >= 14


def test_a_finger_finds_what_is_pressed():
    assert TARGET >= 44


def test_a_large_window_is_drawn_larger_and_a_small_one_never_smaller():
    assert room_factor(*LEAST_SIZE) == 1.0
    assert room_factor(1280, 800) == 1.0
    assert room_factor(1920, 1080) == 1.25
    assert room_factor(10_000, 10_000) == 2.0
    assert room_factor(1, 1) == 1.0


def test_drawing_larger_goes_in_steps_so_that_texts_are_seldom_measured_anew():
    factors = {room_factor(width, width * 0.625) for width in range(300, 4000)}
    assert len(factors) <= 9
