"""The bundled fonts: they open, draw the letters that the game writes, and the table of what they have is true."""

import json
from itertools import product
from pathlib import Path

import pygame
import pytest

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "fonts"
FONTS = sorted(FOLDER.glob("*.ttf"))
LATIN = [path for path in FONTS if path.stem.split("-")[0] in ("AtkinsonHyperlegibleNext", "Fredoka", "Lexend")]
ARABIC = [path for path in FONTS if path.stem.split("-")[0] in ("IBMPlexSansArabic", "BalooBhaijaan2")]
COVERAGE = json.loads((FOLDER / "coverage.json").read_text("utf-8"))
LETTERS = "AZaz09ÀÉÎÖÜßàçéèêëîïñóøåæœŠžł"
MARKS = "“”‘’„«»–—…•·×€?!"
ARABIC_LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي،؛؟٠١٢٣٤٥٦٧٨٩"
MOST_BYTES = 15 * 1024 * 1024


@pytest.fixture(scope="module", autouse=True)
def _font_module() -> None:
    pygame.font.init()


def pixels(font: pygame.Font, text: str) -> bytes:
    """The drawn text as bytes, to compare drawings with each other."""
    return pygame.image.tobytes(font.render(text, True, "black", "white"), "RGB")


def test_all_cuts_are_there_and_not_too_large() -> None:
    assert (len(LATIN), len(ARABIC), len(FONTS)) == (5, 3, 9)
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES


def test_each_sign_is_drawn_and_not_as_the_missing_glyph_box(subtests: pytest.Subtests) -> None:
    for path, sign in product(LATIN, LETTERS + MARKS):
        with subtests.test(font=path.stem, sign=sign):
            assert_drawn(pygame.Font(path, 28), sign)


def test_each_arabic_sign_is_drawn(subtests: pytest.Subtests) -> None:
    for path in ARABIC:
        with subtests.test(font=path.stem):
            font = pygame.Font(path, 28)
            for sign in ARABIC_LETTERS:
                assert_drawn(font, sign)


def test_emoji_are_drawn_in_colour() -> None:
    font = pygame.Font(FOLDER / "NotoColorEmoji-Stories.ttf", 20)
    for sign in ("👍", "👍🏽", "❤️", "🎉"):
        drawn = pixels(font, sign)
        assert len({drawn[at : at + 3] for at in range(0, len(drawn), 3)}) > 20
    assert font.size("👍🏽") == font.size("👍")


def test_the_table_of_what_a_font_has_is_true(subtests: pytest.Subtests) -> None:
    for path in FONTS:
        with subtests.test(font=path.stem):
            font = pygame.Font(path, 28)
            codes = {code for first, last in COVERAGE[path.name] for code in range(first, last + 1)}
            missing = pixels(font, "\U0010fffd")
            seen = [chr(code) for code in codes if chr(code).isalpha() or code > 0x1F000]
            assert seen
            assert [sign for sign in seen if pixels(font, sign) == missing] == []
            others = [sign for sign in "Жאक漢👾" if ord(sign) not in codes]
            assert [sign for sign in others if pixels(font, sign) != missing] == []


def test_the_table_names_every_font() -> None:
    assert sorted(COVERAGE) == [path.name for path in FONTS]


def assert_drawn(font: pygame.Font, sign: str) -> None:
    drawn = pixels(font, sign)
    assert len(set(drawn)) > 1
    assert drawn != pixels(font, "\U0010fffd")
