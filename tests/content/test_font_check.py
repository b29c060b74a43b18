"""The check of characters that no font of the game can draw."""

from game.content.checks import check_reading
from game.content.checks.fonts import TEXT_FONTS
from game.content.files.catalogue import Catalogue
from game.content.files.scenario_reader import parse_scenario
from game.view.fonts import PygameMeasure


def test_it_looks_into_the_fonts_that_chat_lines_are_drawn_with() -> None:
    assert PygameMeasure().files("text") == TEXT_FONTS


def test_the_character_is_named_and_told_once(small_story: str) -> None:
    text = small_story.replace(
        "This is not your fault, and I can help.", "This is not your fault 漢 漢, e\u0301 👍🏽 ❤️ لا."
    )
    found = [
        one for one in check_reading(parse_scenario(text, "a/scenario.yaml"), Catalogue()) if one.slug == "no-glyph"
    ]
    assert [one.message for one in found] == ["No font of the game can draw `漢` (U+6F22, cjk unified ideograph-6f22)."]
    assert found[0].severity == "warning"
