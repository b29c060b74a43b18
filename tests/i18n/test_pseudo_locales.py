import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.i18n.catalogues import Catalogues
from game.i18n.places import find_places
from game.i18n.pseudo import PSEUDO_LOCALES, accent, mirror

SENTENCES = ["OK", "Tell an adult {friend} trusts", "You saw {hits} of {number}.", "Kai_77 wrote at 18:00", "A"]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_accented_sentences_are_two_fifths_longer_in_brackets_and_keep_their_places(sentence: str):
    made = accent(sentence)
    assert made.startswith("[")
    assert made.endswith("]")
    assert len(made) >= 1.4 * len(sentence)
    assert find_places(made) == find_places(sentence)


@given(st.text(alphabet="abc{}XYZ, ?!09", max_size=60))
def test_making_sentences_over_never_raises(sentence: str):
    assert accent(sentence).startswith("[")
    assert len(mirror(sentence)) == len(sentence)


def test_mirrored_sentences_are_made_of_letters_that_run_from_right_to_left():
    made = mirror("Tell an adult, today?")
    letters = [letter for letter in made if letter.isalpha()]
    assert letters
    assert {unicodedata.bidirectional(letter) for letter in letters} == {"AL"}
    assert made.endswith("\u061f")


def test_mirrored_sentences_keep_places_and_words_with_digits_for_text_of_both_directions():
    made = mirror("Kai_77 asks {friend} at 18:00")
    assert "Kai_77" in made
    assert "{friend}" in made
    assert "18:00" in made


@pytest.mark.parametrize("code", PSEUDO_LOCALES)
def test_pseudo_locales_are_there_without_files_and_not_among_the_languages(code: str):
    catalogues = Catalogues(None)
    translator = catalogues.load_translator(code)
    assert translator.language == code
    assert translator.rtl == (code == "ar_XB")
    assert "Sam" in translator.gettext("{friend} says no.", friend="Sam")
    assert translator.ngettext("{number} card", "{number} cards", 5) not in ("5 cards", "5 card")
    assert code not in [one.code for one in catalogues.find_languages()]
    assert catalogues.locale(code).direction == ("rtl" if code == "ar_XB" else "ltr")
