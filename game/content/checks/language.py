"""What may not stand in any text of a story, and how long its lines may be."""

from collections.abc import Iterator

from game.content.checks.subject import Check, Subject
from game.content.format.diagnostics import Diagnostic
from game.content.words.text_rules import find_contacts, find_cut_texts, find_invisible, find_long_lines
from game.content.words.word_count import WORD_CAPS


def check_invisible_characters(subject: Subject) -> Iterator[Diagnostic]:
    """No bidi control or zero-width character in any text (A5)."""
    yield from find_invisible(subject.reading.texts, subject.reading.source)


def check_cut_texts(subject: Subject) -> Iterator[Diagnostic]:
    """No text is cut short by a # that was meant to stand in it."""
    yield from find_cut_texts(subject.reading.texts, subject.reading.source)


def check_contacts(subject: Subject) -> Iterator[Diagnostic]:
    """No web address, e-mail address, phone-like number or @handle in any text (A5)."""
    yield from find_contacts(subject.reading.texts, subject.reading.source)


def check_long_lines(subject: Subject) -> Iterator[Diagnostic]:
    """A chat line, and each sentence of any other text, keeps to the word cap of its band (D3)."""
    if subject.has_gap("band"):
        return
    band = subject.scenario.band
    texts, source = subject.reading.texts, subject.reading.source
    yield from find_long_lines(texts, source, WORD_CAPS[band], f"for the band {band}")


LANGUAGE_CHECKS: tuple[Check, ...] = (check_invisible_characters, check_cut_texts, check_contacts, check_long_lines)
