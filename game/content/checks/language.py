"""What may not stand in any text of a file, and how long the lines of a story may be."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from game.content.checks.subject import Check, Subject
from game.content.format.diagnostics import Diagnostic
from game.content.format.field_reader import FoundText
from game.content.format.source_text import SourceText
from game.content.words.text_rules import find_contacts, find_cut_texts, find_invisible, find_long_lines
from game.content.words.word_count import WORD_CAPS


class FileTexts(Protocol):
    """The texts of a story, a guide or a list, and the file they stand in."""

    @property
    def texts(self) -> Sequence[FoundText]:
        """Every text that the rules look at."""
        ...

    @property
    def source(self) -> SourceText | None:
        """The file as it was written; None where it could not be read."""
        ...


def check_invisible_characters(subject: FileTexts) -> Iterator[Diagnostic]:
    """No bidi control or zero-width character in any text (A5)."""
    yield from find_invisible(subject.texts, subject.source)


def check_cut_texts(subject: FileTexts) -> Iterator[Diagnostic]:
    """No text is cut short by a # that was meant to stand in it."""
    yield from find_cut_texts(subject.texts, subject.source)


def check_contacts(subject: FileTexts) -> Iterator[Diagnostic]:
    """No web address, e-mail address, phone-like number or @handle in any text (A5)."""
    yield from find_contacts(subject.texts, subject.source)


def check_long_lines(subject: Subject) -> Iterator[Diagnostic]:
    """A chat line, and each sentence of any other text, keeps to the word cap of its band (D3)."""
    if subject.has_gap("band"):
        return
    band = subject.scenario.band
    yield from find_long_lines(subject.texts, subject.source, WORD_CAPS[band], f"for the band {band}")


LANGUAGE_CHECKS: tuple[Check, ...] = (check_invisible_characters, check_cut_texts, check_contacts, check_long_lines)
