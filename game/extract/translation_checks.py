"""Rules for translations: short enough for their readers, nobody else's text, and the words of the glossary."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from math import ceil

from game.content.format.diagnostics import Diagnostic, find
from game.content.format.spans import Span
from game.content.words.word_count import count_words
from game.extract.translated_texts import Translated
from game.i18n.glossary import Term, missing_terms

ALLOWANCE = 1.1
"""How many more words a translation may have than the English cap: French needs 6 % more words than English in the
mean of what is translated, Spanish 1 % more, Arabic fewer."""
_ALIKE, _UNLIKE = 0.85, 0.45
_FEWEST_WORDS = 4
"""Shorter texts are alike by chance: names, greetings, a yes."""
_LONGEST_QUOTE = 60


def check_words_of(texts: Sequence[Translated], terms: tuple[Term, ...], where: Span) -> Iterator[Diagnostic]:
    """Yield every finding about translated texts of one part, in their order."""
    yield from _check_length(texts, where)
    yield from _check_repeats(texts, where)
    yield from _check_terms(texts, terms, where)


def most_words(cap: int) -> int:
    """Return how many words a translation may have where English may have `cap`."""
    return ceil(cap * ALLOWANCE)


def _check_length(texts: Sequence[Translated], where: Span) -> Iterator[Diagnostic]:
    for one in texts:
        most = most_words(one.cap)
        # What is too long in English is found there, and its translation may be as long.
        if one.words > max(most, one.count(one.text)):
            what = "This line" if one.is_line else "A sentence of this text"
            message = f"{what} has {one.words} words, and {most} are the most: {_quoted(one.translation)}"
            hint = "Say it shorter, or in two sentences."
            yield find("translation-long", where, f"{message} (in {one.context}).", hint)


def _check_repeats(texts: Sequence[Translated], where: Span) -> Iterator[Diagnostic]:
    by_place: dict[str, list[tuple[frozenset[str], Translated]]] = {}
    for one in texts:
        if count_words(one.translation) >= _FEWEST_WORDS:
            said = frozenset(one.translation.casefold().split())
            by_place.setdefault(one.place, []).append((said, one))
    for several in by_place.values():
        for (said, first), (told, second) in combinations(several, 2):
            # Comparing letters takes long, and texts that are alike have most words in common.
            if 2 * len(said & told) < min(len(said), len(told)):
                continue
            if _likeness(first.translation, second.translation) < _ALIKE:
                continue
            if _likeness(first.text, second.text) < _UNLIKE:
                message = f"{_quoted(second.text)} is translated with the words of {_quoted(first.text)}"
                hint = "One of the two got the other's translation: translate it anew."
                yield find("translation-repeats", where, f"{message} (in {second.context}).", hint)


def _check_terms(texts: Sequence[Translated], terms: tuple[Term, ...], where: Span) -> Iterator[Diagnostic]:
    for one in texts:
        for term in missing_terms(one.text, one.translation, terms):
            words = " or ".join(f"“{form}”" for form in term.translation)
            message = f"For “{term.english[0]}” the glossary has {words}: {_quoted(one.translation)}"
            yield find("translation-term", where, f"{message} (in {one.context}).", "Use that word, if it fits here.")


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()


def _quoted(text: str) -> str:
    return f"“{text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1].rstrip() + '…'}”"
