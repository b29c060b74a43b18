"""What a worried child reads is easy in every band: help, the way out, the ladder and what is kept (rule D4)."""

import re
from collections.abc import Iterable

import pytest
from babel.messages.pofile import read_po

from game.content.words.reading_level import FEWEST_WORDS, pool_texts
from game.content.words.word_count import count_words, sentences
from game.resources import data_folder
from game.shown.labels import ladder

LOCALES = data_folder("locales")
EASIEST_GRADE = 5.0
"""The highest grade of help texts, whoever reads them."""
EASIEST_INFLESZ = 80.0
"""INFLESZ = 206.835 - 62.3 syllables / words - words / sentences, as legible.es gives it; 80 and more is very easy."""
PRIVACY = (
    "This game does not know who you are.",
    "It asks for no name. It sends nothing. It keeps nothing of what you play, unless you switch that on in the menu.",
    "Help is on every screen. So is Quick exit: it closes the game at once.",
)
HELP = ("game/shown/help_words.py", "game/ui/screens/help.py", "game/app/help_desk.py")
NOTICE = "lessons/pages/pupil_notice.py"
_SPANISH_VOWELS = re.compile(r"[aeiouáéíóúü]+")
_HIATUS = re.compile(r"[aeoáéó](?=[aeoáéó])|[íú](?=[aeo])|(?<=[aeo])[íú]")
_PLACE = re.compile(r"\{\w+\}")


def texts_from(domain: str, *places: str, language: str | None = None) -> list[str]:
    """Return the texts of modules, in English or as they are translated."""
    file = LOCALES / f"{domain}.pot" if language is None else LOCALES / language / "LC_MESSAGES" / f"{domain}.po"
    with file.open("rb") as stream:
        messages = [one for one in read_po(stream) if one.id and any(place in places for place, _ in one.locations)]
    values = [one.id if language is None else one.string for one in messages]
    return [_PLACE.sub("x", text) for value in values for text in ([value] if isinstance(value, str) else value)]


def translated(texts: Iterable[str], language: str) -> list[str]:
    with (LOCALES / language / "LC_MESSAGES" / "game.po").open("rb") as stream:
        catalogue = {one.id: one.string for one in read_po(stream) if isinstance(one.id, str)}
    return [str(catalogue[text]) for text in texts]


def ladder_texts() -> list[str]:
    return [text for _, word, meaning in ladder(lambda text, **values: text) for text in (word, meaning)]


POOLS = {
    "help": texts_from("game", *HELP),
    "ladder and privacy": [*ladder_texts(), *PRIVACY, *texts_from("lessons", NOTICE)],
}


def spanish_ease(texts: Iterable[str]) -> float:
    """Return the INFLESZ of Spanish texts; syllables are vowel groups, with a break between strong vowels."""
    kept = [sentence for text in texts for sentence in sentences(text) if count_words(sentence)]
    words = sum(map(count_words, kept))
    syllables = sum(len(_SPANISH_VOWELS.findall(text.lower())) + len(_HIATUS.findall(text.lower())) for text in kept)
    return 206.835 - 62.3 * syllables / words - words / len(kept)


@pytest.mark.parametrize("name", POOLS)
def test_worried_readers_need_no_more_than_five_years_of_school(name: str) -> None:
    pool = pool_texts(name, POOLS[name])
    assert pool.words >= FEWEST_WORDS
    assert round(pool.grade, 1) <= EASIEST_GRADE


def test_the_notice_of_the_first_screen_is_the_one_that_is_measured() -> None:
    assert set(PRIVACY) <= set(texts_from("game", "game/ui/screens/first_start.py"))


@pytest.mark.parametrize("name", POOLS)
def test_the_spanish_texts_for_worried_readers_are_very_easy(name: str) -> None:
    told = {
        "help": texts_from("game", *HELP, language="es"),
        "ladder and privacy": [
            *translated([*ladder_texts(), *PRIVACY], "es"),
            *texts_from("lessons", NOTICE, language="es"),
        ],
    }
    assert spanish_ease(told[name]) >= EASIEST_INFLESZ


@pytest.mark.parametrize(
    ("text", "words", "syllables"), [("La casa azul", 3, 5), ("Un día leo", 3, 5), ("Nadie tiene la culpa", 4, 7)]
)
def test_spanish_syllables_are_counted_as_they_are_spoken(text: str, words: int, syllables: int) -> None:
    assert round(spanish_ease([text]), 3) == round(206.835 - 62.3 * syllables / words - words, 3)
