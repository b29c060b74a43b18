"""The bundled fonts: they open, and draw the letters and marks that the game writes."""

from pathlib import Path

import pygame
import pytest

FONTS = sorted((Path(__file__).resolve().parents[2] / "assets" / "fonts").glob("*.ttf"))
LETTERS = "AZaz09ÀÉÎÖÜßàçéèêëîïñóøåæœŠžł"
MARKS = "“”‘’„«»–—…•·×€?!"


@pytest.fixture(scope="module", autouse=True)
def _font_module() -> None:
    pygame.font.init()


def pixels(font: pygame.Font, text: str) -> bytes:
    """The drawn text as bytes, to compare drawings with each other."""
    return pygame.image.tobytes(font.render(text, True, "black", "white"), "RGB")


def test_all_three_cuts_are_there() -> None:
    assert [path.name for path in FONTS] == [
        "AtkinsonHyperlegibleNext-Bold.ttf",
        "AtkinsonHyperlegibleNext-Regular.ttf",
        "Fredoka-SemiBold.ttf",
    ]


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("sign", LETTERS + MARKS)
def test_each_sign_is_drawn_and_not_as_the_missing_glyph_box(path: Path, sign: str) -> None:
    font = pygame.Font(path, 28)
    drawn = pixels(font, sign)
    assert len(set(drawn)) > 1
    assert drawn != pixels(font, "\U0010fffd")
