"""The bundled fonts as a measure."""

from pathlib import Path

import pytest

from game.errors import ResourceError
from game.text.layout import LayoutCache
from game.text.model import TextStyle
from game.view import fonts
from game.view.fonts import PygameMeasure, font_pixels

BODY = TextStyle("text", 19.0, 26.0)


def test_a_longer_text_is_wider_and_widths_are_in_dp() -> None:
    one, two = PygameMeasure(1.0), PygameMeasure(2.0)
    assert 0 < one.width("Noor", BODY, "Latn", False) < one.width("Noor and Sam", BODY, "Latn", False)
    assert two.width("Noor and Sam", BODY, "Latn", False) == pytest.approx(
        one.width("Noor and Sam", BODY, "Latn", False), rel=0.05
    )


def test_font_sizes_are_whole_pixels_and_never_none() -> None:
    assert [font_pixels(16.5, 1.0), font_pixels(19, 1.25), font_pixels(1, 0.1)] == [17, 24, 1]


def test_the_height_and_the_place_of_capitals_are_known() -> None:
    measure = PygameMeasure(2.0)
    for face in ("text", "bold", "title"):
        for pixels in (15, 19, 40, 100):
            lettering = measure.lettering(face, pixels)  # type: ignore[arg-type]
            drawn = lettering.draw("H", (0, 0, 0)).get_bounding_rect(min_alpha=128)
            assert abs(drawn.bottom - lettering.rise) <= 1
            assert abs(drawn.height - lettering.capitals) <= 1


def test_letters_stand_evenly_at_small_sizes_too() -> None:
    widths = [PygameMeasure(scale).width("Sam flies a sky ship", BODY, "Latn", False) for scale in (1.0, 1.5, 2.0, 3.0)]
    assert max(widths) < min(widths) * 1.03


def test_small_letters_have_no_dark_rim() -> None:
    drawn = PygameMeasure().lettering("text", 17).draw("Look", (250, 200, 150))
    pixels = [drawn.get_at((x, y)) for x in range(drawn.get_width()) for y in range(drawn.get_height())]
    rim = [pixel for pixel in pixels if 8 < pixel[3] < 255]
    assert rim
    assert all(abs(a - b) <= 3 for pixel in rim for a, b in zip(pixel[:3], (250, 200, 150), strict=False))


def test_a_missing_font_is_replaced_by_the_one_that_pygame_brings(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: str) -> Path:
        raise ResourceError(f"The font {file} is missing")

    monkeypatch.setattr(fonts, "font_path", refuse)
    assert PygameMeasure().width("Noor", BODY, "Latn", False) > 0


def test_a_broken_font_is_replaced_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    monkeypatch.setattr(fonts, "font_path", lambda file: broken)
    assert PygameMeasure().width("Noor", BODY, "Latn", False) > 0


@pytest.mark.parametrize("text", ["", "\u200d", "\u200c\ufe0f", "\u0301", "W" * 20_000, "\U0010ffff", "\u202eabc"])
def test_whatever_is_left_of_a_text_can_be_drawn(text: str) -> None:
    for pixels in (19, 90):
        drawn = PygameMeasure().lettering("text", pixels).draw(text, (1, 2, 3))
        assert drawn.get_width() <= 32_000


def test_whatever_is_written_can_be_laid_out() -> None:
    cache = LayoutCache(PygameMeasure())
    wild = "NUL \x00 tab\t surrogate \ud800 emoji \U0001f44d\U0001f3fd family \U0001f468\u200d\U0001f469 عربي"
    assert cache.lay_out(wild, BODY, 200).lines
