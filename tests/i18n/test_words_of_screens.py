"""The screens, the lessons and the documents keep the rules about words as stories do, in every language there is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from readers import heard_in_lessons, heard_on_help, is_for_adults

from game.content.format.spans import whole_file
from game.content.words.denylist import NAMING_WORDS, load_denylist
from game.content.words.english.scare import OVERCLAIM
from game.content.words.real_names import load_real_names
from game.content.words.rules import check_words
from game.content.words.speech import FileSpeech
from game.content.words.spoken import Spoken, SpokenTexts, Voice
from game.content.words.word_rule import find_words
from game.extract.domains import PAGES, Domain, find_domains
from game.resources import checkout_folder, data_folder

LOCALES = data_folder("locales")
ROOT = checkout_folder() or Path()
DOMAINS = find_domains(ROOT)
LANGUAGES = sorted(folder.name for folder in LOCALES.iterdir() if (folder / "game.po").is_file())


WARNS_OF_WORDS = ("*No leading questions.*", "*The child is the victim, always.*")
"""How sentences for teachers begin that quote words which nobody is to use."""


def read_messages(file: Path) -> Iterator[Message]:
    with file.open("rb") as stream:
        yield from (message for message in read_po(stream) if message.id)


def texts_of(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]


def is_for_pupils(message: Message) -> bool:
    """Whether somebody but an adult reads a text of the lessons."""
    return not all(map(is_for_adults, texts_of(message.id)))


def speech_of(texts: list[tuple[Voice, str]], name: str) -> FileSpeech:
    spoken = tuple(Spoken(voice, text, (number,)) for number, (voice, text) in enumerate(texts))
    return FileSpeech(spoken=SpokenTexts(spoken), at=lambda *steps: whole_file(name), texts=(), source=None)


def found_in(texts: list[tuple[Voice, str]], name: str) -> list[str]:
    return [f"{one.slug}: {one.message}" for one in check_words(speech_of(texts, name))]


def test_the_screens_say_nothing_that_stories_must_not_say() -> None:
    messages = list(read_messages(LOCALES / "game.pot"))
    told: list[tuple[Voice, str]] = [
        ("why" if text in heard_on_help() else "narration", text)  # The help page asks what happened, and may (E4).
        for message in messages
        for text in texts_of(message.id)
    ]
    assert len(told) > 300
    assert found_in(told, "game.pot") == []


def test_the_lessons_say_nothing_that_stories_and_guides_must_not_say() -> None:
    told: list[tuple[Voice, str]] = [
        ("narration" if is_for_pupils(message) else "teacher", text)
        for message in read_messages(LOCALES / "lessons.pot")
        for text in texts_of(message.id)
    ]
    assert {voice for voice, _ in told} == {"narration", "teacher"}
    assert found_in([one for one in told if not one[1].startswith(WARNS_OF_WORDS)], "lessons.pot") == []
    quoting = [one for one in told if one[1].startswith(WARNS_OF_WORDS)]
    assert [voice for voice, _ in quoting] == ["teacher"] * len(WARNS_OF_WORDS)
    assert len(found_in(quoting, "lessons.pot")) == len(WARNS_OF_WORDS)


def test_nearly_every_text_of_the_lessons_is_heard_on_a_page_and_each_audience_has_its_own() -> None:
    """What is heard nowhere is held to the rules for pupils; were it much, adults' pages would be held to them too."""
    heard = heard_in_lessons()
    texts = [text for message in read_messages(LOCALES / "lessons.pot") for text in texts_of(message.id)]
    unheard = [text for text in texts if not any(text in found for found in heard.values())]
    assert len(unheard) < 0.05 * len(texts)
    assert all(heard[one] - heard[other] for one in heard for other in heard if one != other)


def test_a_bad_text_of_a_screen_would_be_found() -> None:
    assert found_in([("narration", "Has this ever happened to you?")], "x") != []
    assert found_in([("teacher", "It prevents harm.")], "x") != []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS, ids=lambda domain: domain.name)
def test_no_translation_holds_a_denied_word_or_a_real_name(language: str, domain: Domain) -> None:
    denylist, names = load_denylist(), load_real_names()
    found: list[str] = []
    count = 0
    for message in read_messages(ROOT / domain.catalogue(language)):
        if domain == PAGES and not is_for_pupils(message):
            continue
        may_name = any(NAMING_WORDS.search(text) for text in texts_of(message.id))
        for text in texts_of(message.string):
            count += bool(text)
            if denylist.find(NAMING_WORDS.sub("…", text) if may_name else text) or names.find(text):
                found.append(f"line {message.lineno}")
    assert found == []
    assert count > 50 or domain.is_of_scenarios


DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
SHOWS_THE_CLAIM = ("overclaim.md",)
"""The page of the finding, which has the words in its example."""


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_document_claims_that_the_game_prevents_or_proves_anything(file: Path) -> None:
    told: list[tuple[Voice, str]] = [("teacher", file.read_text(encoding="utf-8"))]
    found = list(find_words(speech_of(told, file.name), OVERCLAIM))
    assert (found != []) == (file.name in SHOWS_THE_CLAIM)
