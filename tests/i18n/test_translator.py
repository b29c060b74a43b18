from dataclasses import replace
from gettext import NullTranslations

import pytest

from game.i18n.formats import ENGLISH
from game.i18n.places import find_places, fits, is_showable
from game.i18n.translator import Translator

ARABIC_DIGITS = replace(ENGLISH, digits="٠١٢٣٤٥٦٧٨٩")


class Saying(NullTranslations):
    """A catalogue that says one thing."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def gettext(self, message: str) -> str:
        return self.words

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.words

    def pgettext(self, context: str, message: str) -> str:
        return self.words


class DividingByNothing(NullTranslations):
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        raise ZeroDivisionError


def test_without_a_catalogue_the_english_sentence_is_filled():
    assert Translator().gettext("{friend} says no.", friend="Sam") == "Sam says no."
    assert Translator().ngettext("{number} card", "{number} cards", 1) == "1 card"
    assert Translator().ngettext("{number} card", "{number} cards", 7) == "7 cards"


def test_a_translation_is_filled_wherever_its_places_stand():
    said = Translator("es", Saying("No, dice {friend}.")).gettext("{friend} says no.", friend="Sam")
    assert said == "No, dice Sam."


@pytest.mark.parametrize(
    "broken",
    [
        "Dice que no.",
        "{fiend} dice que no.",
        "{friend} dice a {other} que no.",
        "{friend dice que no.",
        "{friend}} dice que no.",
        "{} dice que no.",
        "{0} dice que no.",
        "{friend.__class__} dice que no.",
        "{friend!r} dice que no.",
        "{friend:>9999999} dice que no.",
        "{friend} dice\u202e que no.",
        "{friend} dice\x07 que no.",
        "{friend} dice \ud83d que no.",
    ],
)
def test_a_translation_that_cannot_be_shown_gives_way_to_english(broken: str):
    translator = Translator("es", Saying(broken))
    assert translator.gettext("{friend} says no.", friend="Sam") == "Sam says no."
    assert translator.pgettext("chat", "{friend} says no.", friend="Sam") == "Sam says no."
    assert translator.ngettext("{friend} says no.", "{friend} says no!", 3, friend="Sam") == "Sam says no!"


def test_a_place_in_a_translation_of_a_sentence_without_one_gives_way_to_english():
    assert Translator("es", Saying("Hola {name}")).gettext("Hello") == "Hello"


def test_a_plural_form_may_be_a_word_instead_of_a_number():
    assert Translator("ar", Saying("رسالتان")).ngettext("{number} message", "{number} messages", 2) == "رسالتان"


def test_a_plural_form_may_lack_no_other_place():
    said = Translator("ar", Saying("رسالتان")).ngettext("{hits} of {number}", "{hits} of {number}", 2, hits=1)
    assert said == "1 of 2"


def test_a_plural_rule_that_divides_by_nothing_gives_way_to_english():
    assert Translator("xx", DividingByNothing()).ngettext("{number} card", "{number} cards", 0) == "0 cards"


def test_whole_numbers_are_written_in_the_digits_of_the_language_and_texts_are_not():
    translator = Translator("ar_EG", Saying("{count} / {phone}"), True, ARABIC_DIGITS)
    assert translator.gettext("{count} of {phone}", count=25, phone="116 111") == "٢٥ / \u2068116 111\u2069"


def test_what_is_filled_in_stands_for_itself_only_where_the_language_runs_the_other_way():
    assert Translator("es", Saying("{name}!")).gettext("{name}!", name="988 Line") == "988 Line!"
    assert Translator("ar", Saying("{name}!"), True).isolate("") == ""
    assert Translator("ar", rtl=True).gettext("{name}!", name="Sam") == "\u2068Sam\u2069!"
    assert Translator("en").gettext("{name}!", name="سام") == "\u2068سام\u2069!"
    assert Translator("fr").gettext("{name}!", name="Zoë") == "Zoë!"


def test_isolates_and_joiners_may_be_shown_and_overrides_may_not():
    assert is_showable("a \u2068b\u2069 c\u200d\u200cd\u200e\nnext")
    assert not is_showable("a\u202db")


def test_places_are_found_by_name():
    assert find_places("{a} and {b}, {a}") == {"a", "b"}
    assert find_places("none") == frozenset()
    assert find_places("{") is None
    assert fits(":-{ hola", ":-{ hello")
