"""What a worried child reads is easy in every band: help, the way out, the ladder and what is kept (rule D4)."""

import re
from collections.abc import Callable, Iterable

import pytest
from babel.messages.pofile import read_po
from readers import heard_on_help, heard_on_the_first_screen, heard_on_the_notice

from game.content.words.reading_level import FEWEST_WORDS, pool_texts
from game.content.words.word_count import count_words, sentences
from game.i18n.translator import Translator
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
_SPANISH_VOWELS = re.compile(r"[aeiouáéíóúü]+")
_HIATUS = re.compile(r"[aeoáéó](?=[aeoáéó])|[íú](?=[aeo])|(?<=[aeo])[íú]")
_PLACE = re.compile(r"\{\w+\}")


def plain(texts: Iterable[str]) -> list[str]:
    """The texts in one order, with something in each of their places."""
    return [_PLACE.sub("x", text) for text in sorted(texts)]


def translated(texts: Iterable[str], language: str) -> list[str]:
    """The texts as they are translated, all forms of what is in the plural."""
    found: dict[str, tuple[str, ...]] = {}
    for domain in ("game", "lessons"):
        with (LOCALES / language / f"{domain}.po").open("rb") as stream:
            for one in read_po(stream):
                string = (one.string,) if isinstance(one.string, str) else tuple(one.string)
                found.update(dict.fromkeys((one.id,) if isinstance(one.id, str) else one.id, string))
    return plain(form for text in set(texts) for form in found[text])


def ladder_texts() -> list[str]:
    return [text for _, word, meaning in ladder(Translator()) for text in (word, meaning)]


POOLS: dict[str, Callable[[], set[str]]] = {
    "help": lambda: {*heard_on_help()},
    "ladder and privacy": lambda: {*ladder_texts(), *PRIVACY, *heard_on_the_notice()},
}


def spanish_ease(texts: Iterable[str]) -> float:
    """Return the INFLESZ of Spanish texts; syllables are vowel groups, with a break between strong vowels."""
    kept = [sentence for text in texts for sentence in sentences(text) if count_words(sentence)]
    words = sum(map(count_words, kept))
    syllables = sum(len(_SPANISH_VOWELS.findall(text.lower())) + len(_HIATUS.findall(text.lower())) for text in kept)
    return 206.835 - 62.3 * syllables / words - words / len(kept)


@pytest.mark.parametrize("name", POOLS)
def test_worried_readers_need_no_more_than_five_years_of_school(name: str) -> None:
    pool = pool_texts(name, plain(POOLS[name]()))
    assert pool.words >= FEWEST_WORDS
    assert round(pool.grade, 1) <= EASIEST_GRADE


def test_the_notice_of_the_first_screen_is_the_one_that_is_measured() -> None:
    assert set(PRIVACY) <= heard_on_the_first_screen()


@pytest.mark.parametrize("name", POOLS)
def test_the_spanish_texts_for_worried_readers_are_very_easy(name: str) -> None:
    assert spanish_ease(translated(POOLS[name](), "es")) >= EASIEST_INFLESZ


@pytest.mark.parametrize(
    ("text", "words", "syllables"), [("La casa azul", 3, 5), ("Un día leo", 3, 5), ("Nadie tiene la culpa", 4, 7)]
)
def test_spanish_syllables_are_counted_as_they_are_spoken(text: str, words: int, syllables: int) -> None:
    assert round(spanish_ease([text]), 3) == round(206.835 - 62.3 * syllables / words - words, 3)
