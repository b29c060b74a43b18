"""The bundled fonts as a measure."""

from pathlib import Path

import pytest

from game.errors import ResourceError
from game.text.layout import LayoutCache, lay_out
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


ARABIC_STYLES = [TextStyle("text", 19.0, 26.0), TextStyle("bold", 19.0, 26.0), TextStyle("title", 25.0, 30.0)]


@pytest.mark.parametrize("letters", ["usual", "reading"])
@pytest.mark.parametrize("style", ARABIC_STYLES, ids=lambda style: style.face)
def test_each_script_is_drawn_in_a_font_that_has_it(style: TextStyle, letters: str) -> None:
    measure = PygameMeasure(letters=letters)  # type: ignore[arg-type]
    layout = lay_out("Sam قال: “لا” 👍🏽 ș", style, 600, measure)
    runs = layout.lines[0].runs
    assert [run.script for run in runs if run.font == "NotoColorEmoji-Stories.ttf"] == ["Zsye"]
    assert all("Arabic" in run.font or "Bhaijaan" in run.font for run in runs if run.script == "Arab")
    for run in runs:
        assert measure.font_for(run.text, style, run.script) == run.font


def test_letters_that_the_title_face_lacks_come_from_another_one() -> None:
    measure = PygameMeasure()
    fonts_used = {run.font for run in lay_out("Mesaj șters", ARABIC_STYLES[2], 600, measure).lines[0].runs}
    assert "AtkinsonHyperlegibleNext-Bold.ttf" in fonts_used


def test_what_no_font_has_is_told() -> None:
    assert PygameMeasure().font_for("漢", BODY, "Hani") is None
    assert PygameMeasure().font_for("e\u0301", BODY, "Latn") == ""


def test_arabic_letters_are_joined_and_run_to_the_left() -> None:
    measure = PygameMeasure()
    joined = measure.width("ببب", BODY, "Arab", True)
    apart = 3 * measure.width("ب", BODY, "Arab", True)
    assert 0 < joined < apart * 0.9
    file = measure.font_for("بب", BODY, "Arab") or ""
    drawn = measure.lettering("text", 60, "Arab", True, file).draw("اب", (0, 0, 0))
    half = drawn.get_width() // 2
    # Alef, the first letter, is thin and tall, and stands at the right.
    left, right = (drawn.subsurface((x, 0, half, drawn.get_height())).get_bounding_rect() for x in (0, half))
    assert right.height > left.height or right.width < left.width


def test_emoji_are_as_large_as_the_letters_beside_them() -> None:
    for scale in (1.0, 2.0):
        measure = PygameMeasure(scale)
        assert 19 < measure.width("👍", BODY, "Zsye", False) < 28
        assert measure.width("👍👍", BODY, "Zsye", False) == pytest.approx(2 * measure.width("👍", BODY, "Zsye", False))
        drawn = measure.lettering("text", font_pixels(19, scale), "Zsye", False, "NotoColorEmoji-Stories.ttf").draw(
            "👍", (0, 0, 0)
        )
        assert drawn.get_height() < 26 * scale


def test_without_the_table_of_characters_the_face_itself_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_coverage", dict)
    fonts._characters_of.cache_clear()
    try:
        layout = lay_out("Sam قال 👍", BODY, 200, PygameMeasure())
        assert {run.font for line in layout.lines for run in line.runs} == {""}
    finally:
        fonts._characters_of.cache_clear()
