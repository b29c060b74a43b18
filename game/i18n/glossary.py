"""The words that a language has for the project's terms, and whether a translation uses them."""

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path

from game.atomic_file import read_small
from game.errors import SaveError

FILE = "glossary.csv"
COLUMNS = ("english", "translation", "note")
_MOST_BYTES = 64 * 1024
_BETWEEN = " / "
_PLACE = re.compile(r"\{\w*\}")
_SHORT = 4
_ENDING = 2
_ARTICLE = "\u0627\u0644"
"""The Arabic article, which is written together with its word."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term in English and in a language, each in one or several forms, and what a translator has to know of it."""

    english: tuple[str, ...]
    translation: tuple[str, ...]
    note: str = ""

    @property
    def is_checked(self) -> bool:
        """Whether texts are looked through for it; a word that means several things has brackets, and is not."""
        return "(" not in "".join(self.english)


def glossary_path(locales: Path, language: str) -> Path:
    """Return where a language's glossary lies in a folder of locales."""
    return locales / language / FILE


def read_glossary(file: Path) -> tuple[Term, ...]:
    """Return the terms of a glossary; none where there is no file. ValueError, with a sentence, for a broken one."""
    try:
        content = read_small(file, _MOST_BYTES) or b""
    except SaveError as problem:
        raise ValueError(problem.message) from problem
    if len(content) > _MOST_BYTES:
        raise ValueError(f"it is larger than {_MOST_BYTES // 1024} KiB")
    if not content:
        return ()
    try:
        rows = list(csv.reader(StringIO(content.decode("utf-8-sig")), strict=True))
    except (UnicodeDecodeError, csv.Error) as problem:
        raise ValueError(f"it is no table of UTF-8 text: {problem}") from problem
    if not rows or tuple(rows[0]) != COLUMNS:
        raise ValueError(f"its first line has to be {','.join(COLUMNS)}")
    return tuple(_read_terms(rows[1:]))


def missing_terms(text: str, translation: str, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Return the terms that an English text has and whose word its translation has not."""
    forms = _forms_of(terms)
    found = {match[1] for match in forms.pattern.finditer(_PLACE.sub(" ", text.casefold()))} if forms.terms else set()
    if not found:
        return ()
    said = _plain(translation)
    there = dict.fromkeys(forms.terms[form] for form in sorted(found))
    return tuple(term for term in there if not any(_says(said, form) for form in term.translation))


@dataclass(frozen=True, slots=True)
class _Forms:
    """The English forms of checked terms, in small letters, and one pattern that finds them all."""

    terms: Mapping[str, Term]
    pattern: re.Pattern[str]


@cache
def _forms_of(terms: tuple[Term, ...]) -> _Forms:
    found = {form.casefold(): term for term in terms if term.is_checked for form in term.english}
    # The longest first: "sign card" is not looked through for "sign".
    choices = "|".join(re.escape(form) for form in sorted(found, key=len, reverse=True))
    return _Forms(found, re.compile(rf"(?<![\w-])({choices})s?(?![\w-])"))


def _read_terms(rows: Sequence[Sequence[str]]) -> Iterator[Term]:
    for number, row in enumerate(rows, start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(COLUMNS) or not row[0].strip() or not row[1].strip():
            raise ValueError(f"line {number} needs an English term, its translation and a note, which may be empty")
        english, translation, note = (cell.strip() for cell in row)
        yield Term(tuple(english.split(_BETWEEN)), tuple(translation.split(_BETWEEN)), note)


def _says(text: str, form: str) -> bool:
    """Whether every word of a form is in a text, each by its beginning: endings change with number, gender and time."""
    return all(_stem(word) in text for word in _plain(form).split())


def _stem(word: str) -> str:
    bare = word.removeprefix(_ARTICLE)
    return bare if len(bare) <= _SHORT else bare[: max(_SHORT, len(bare) - _ENDING)]


def _plain(text: str) -> str:
    """Return a text in small letters and without the marks over and under letters."""
    return "".join(one for one in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(one))
