import pytest

from game.extract.compiling import open_catalogues
from game.shown.deeds import deed_done, from_label, pronoun_of
from game.story.model import NEVER_SAFE_DEEDS, SAFE_DEEDS, Facts, Person

CATALOGUES = open_catalogues()
DEEDS = (*SAFE_DEEDS, *NEVER_SAFE_DEEDS)


def friend(gender: str) -> Person:
    return Person(id="mo", name="Mo", part="friend", picture="fox", facts=Facts(gender=gender))


@pytest.mark.parametrize(
    ("gender", "pronoun"),
    [("girl", "she"), ("woman", "she"), ("boy", "he"), ("man", "he"), ("other", "they"), ("unknown", "they")],
)
def test_somebody_is_spoken_of_by_their_gender_and_neither_is_guessed(gender: str, pronoun: str):
    assert pronoun_of(friend(gender)) == pronoun


@pytest.mark.parametrize("deed", [deed for deed in DEEDS if deed != "tell_for_friend"])
def test_arabic_has_a_verb_for_a_girl_one_for_a_boy_and_words_without_a_verb_for_neither(deed: str):
    words = CATALOGUES.load_translator("ar")
    she, he, they = (deed_done(words, deed, friend(gender)) for gender in ("girl", "boy", "other"))
    assert len({she, he, they}) == 3
    assert she.startswith("ت")
    assert he.startswith("ي")
    assert they.startswith("قرار")


@pytest.mark.parametrize("language", ["en", "es", "fr", "ar"])
@pytest.mark.parametrize("gender", ["girl", "boy", "unknown"])
def test_every_deed_and_every_place_is_said_in_every_language(language: str, gender: str):
    words, english = CATALOGUES.load_translator(language), CATALOGUES.load_translator("en")
    for deed in DEEDS:
        said = deed_done(words, deed, friend(gender))
        assert "Mo" in said
        assert (said == deed_done(english, deed, friend(gender))) == (language == "en")
    places = ("online_only", "school", "family", "club", "neighbourhood", "former_partner")
    assert all(from_label(words, place, friend(gender)) for place in places)
