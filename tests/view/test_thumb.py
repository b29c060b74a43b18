"""Where scroll thumbs stand."""

import pytest

from game.ui.tree import Scroll
from game.view.shapes import PixelBox
from game.view.thumb import place_thumb

AREA = (100, 50, 300, 200)


def test_content_that_fits_has_no_thumb() -> None:
    assert place_thumb(Scroll(0, 200), AREA, 1.0) is None


@pytest.mark.parametrize(("offset", "top"), [(0, 54), (100, 102), (200, 150), (999, 150), (-5, 54)])
def test_a_thumb_shows_how_much_is_seen_and_how_far_down(offset: float, top: int) -> None:
    assert place_thumb(Scroll(offset, 400), AREA, 1.0) == (392, top, 4, 96)


def test_right_to_left_it_stands_on_the_left() -> None:
    assert place_thumb(Scroll(0, 400), AREA, 1.0, rtl=True) == (104, 54, 4, 96)


def test_a_thumb_of_very_long_content_can_still_be_seen() -> None:
    thumb = place_thumb(Scroll(0, 100_000), AREA, 1.0)
    assert thumb is not None
    assert thumb[3] == 32


def test_it_keeps_clear_of_an_outline() -> None:
    box = PixelBox(None, (0, 0, 0), 3, (0, 0, 0, 0))
    assert place_thumb(Scroll(0, 400), AREA, 1.0, frame=AREA, box=box) == (389, 57, 4, 93)


@pytest.mark.parametrize("rtl", [False, True])
def test_it_keeps_clear_of_round_corners(rtl: bool) -> None:
    box = PixelBox(None, (0, 0, 0), 3, (34, 34, 34, 34))
    for offset, end in ((0, "upper"), (200, "lower")):
        thumb = place_thumb(Scroll(offset, 400), AREA, 1.0, frame=AREA, box=box, rtl=rtl)
        assert thumb is not None
        across = AREA[0] + 34 - thumb[0] if rtl else thumb[0] + thumb[2] - (AREA[0] + AREA[2] - 34)
        along = AREA[1] + 34 - thumb[1] if end == "upper" else thumb[1] + thumb[3] - (AREA[1] + AREA[3] - 34)
        assert across > 0, "it stands beside a corner"
        assert along > 0, "and reaches up to it"
        assert across**2 + along**2 <= 31**2


def test_a_tiny_area_has_none_or_a_tiny_one() -> None:
    assert place_thumb(Scroll(0, 400), (0, 0, 5, 5), 1.0) is None
