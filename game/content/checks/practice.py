"""The rules of practice: one right answer for each item, signs that are known, as many fine ones, readable words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from game.content.checks.file_speech import practice_speech
from game.content.checks.language import check_contacts, check_cut_texts, check_invisible_characters
from game.content.checks.reading_grade import check_reading_grade
from game.content.checks.registry import CheckOf, run_checks
from game.content.files.list_reading import ListReading
from game.content.files.practice_reader import band_of
from game.content.format.diagnostics import Diagnostic, closest, find, list_words, name_or_list
from game.content.format.entry_list import EntryList
from game.content.format.field_reader import FoundText
from game.content.format.source_text import SourceText
from game.content.format.spans import Span, whole_file
from game.content.format.yaml_nodes import shorten
from game.content.words.rules import check_words
from game.content.words.text_rules import find_long_lines
from game.content.words.word_count import WORD_CAPS, count_words
from game.story.model import BANDS, Band, Sign
from game.story.practice import PracticeItem

_NO_SIGNS: Mapping[str, Sign] = MappingProxyType({})
_LONGEST_SIGN = 20
_LOW_SHARE, _HIGH_SHARE = 0.4, 0.6
_MOST_SUGGESTED = 100
"""Of one file: to look for what is meant costs time, and a hostile file names signs by the thousand."""


@dataclass(frozen=True, slots=True)
class PracticeSubject:
    """The entries of a band's practice, and the signs that they may name."""

    reading: ListReading[PracticeItem]
    signs: Mapping[str, Sign]

    @property
    def entries(self) -> EntryList:
        """What was written, broken items too."""
        return self.reading.entries

    @property
    def band(self) -> Band | None:
        """For whom it is; None where the folder's name is that of no band."""
        return band_of(self.reading.path)

    @property
    def texts(self) -> tuple[FoundText, ...]:
        """Every text of the file."""
        return self.reading.texts

    @property
    def source(self) -> SourceText | None:
        """The file as it was written."""
        return self.reading.source


def check_name(subject: PracticeSubject) -> Iterator[Diagnostic]:
    """The folder's name says for whom it is."""
    if subject.band is None:
        message = f"The folder `{shorten(subject.reading.path.absolute().parent.name)}` names no band."
        hint = "Call the folder " + ", ".join(BANDS[:-1]) + f" or {BANDS[-1]}."
        yield find("practice-name", whole_file(subject.entries.document.path), message, hint)


def check_verdicts(subject: PracticeSubject) -> Iterator[Diagnostic]:
    """A message to sort is fine or shows a sign; only a fine one resembles another sign."""
    entries = subject.entries
    spans = entries.spans
    for index, values in entries.started:
        if "text" not in values:
            continue
        keys = spans.keys(index)
        if "read" in keys and "sign" in keys:
            hint = "Keep `read` if it is fine, `sign` if it shows one."
            yield find("read-and-sign", spans.key(index, "sign"), "This item has both `read` and `sign`.", hint)
        elif "read" not in keys and "sign" not in keys and not _is_misspelt(keys):
            hint = "Add `read: fine`, or `sign:` with the sign it shows."
            where = spans.value(index, "id")
            yield find("missing-key", where, "This item has neither `read` nor `sign`.", hint)
        if values["lookalike_of"] is None:
            continue
        if "sign" in keys:
            where = spans.key(index, "lookalike_of")
            message = "`lookalike_of` stands beside `read: fine` only."
            yield find("lookalike-not-fine", where, message, "Write `read: fine` beside it, or take it out.")
        if values["lookalike_of"] == "threat_blackmail":
            where = spans.value(index, "lookalike_of")
            yield find("lookalike-threat", where, "A threat has no harmless look-alike.", "Choose another sign.")


def _is_misspelt(keys: tuple[str, ...]) -> bool:
    """Whether a key is close to `read` or `sign`: it is found once, as an unknown key."""
    others = [key for key in keys if key not in ("id", "kind", "from", "text", "lookalike_of", "why", "todo")]
    return any(closest(key, ("read", "sign")) for key in others)


def check_turns(subject: PracticeSubject) -> Iterator[Diagnostic]:
    """A chat turns at one of its lines, and at least one line is far enough from it to be a wrong answer."""
    entries = subject.entries
    for index, values in entries.started:
        if not values.get("chat") or values["turned_at"] is None:
            continue
        length, turned_at = len(values["chat"]), values["turned_at"]
        where = entries.spans.value(index, "turned_at")
        if turned_at > length:
            message = f"This chat has {length} lines; it cannot turn at line {turned_at}."
            yield find("bad-number", where, message, "Count its lines from 1.")
        elif length >= 3 and not any(abs(line - turned_at) > 1 for line in range(1, length + 1)):
            hint = "Add a line far from the turn: the one before and the one after count as right too."
            yield find("turn-anywhere", where, "No line of this chat would be a wrong answer.", hint)


def check_signs_named(subject: PracticeSubject) -> Iterator[Diagnostic]:
    """Signs and what a message resembles are signs of signs.yaml, and of the band."""
    entries, signs, band = subject.entries, subject.signs, subject.band
    known = [id for id, one in signs.items() if not one.is_family]
    suggested = 0
    for index, values in entries.started if known else ():
        for sign, where in _named_signs(entries, index, values):
            if sign not in signs:
                hint = name_or_list(sign, known) if suggested < _MOST_SUGGESTED else list_words(known)
                suggested += 1
                yield find("unknown-sign", where, f"There is no sign `{shorten(sign)}`.", hint)
            elif signs[sign].is_family:
                message = f"`{sign}` is a family of signs, not a sign."
                yield find("unknown-sign", where, message, "Name the sign itself.")
            elif band is not None and band not in signs[sign].bands:
                message = f"`{sign}` is no sign for the band {band}."
                yield find("sign-band", where, message, f"Its bands are {', '.join(signs[sign].bands)}.")


def _named_signs(entries: EntryList, index: int, values: Mapping[str, Any]) -> Iterator[tuple[str, Span]]:
    """The signs an item names, each with its place."""
    spans, sign = entries.spans, values["sign"]
    if isinstance(sign, str):
        yield sign, spans.value(index, "sign")
    for number, one in enumerate(sign if isinstance(sign, tuple) else ()):
        if one is not None:
            in_list = spans.has(index, "sign", number)
            yield one, spans.value(index, "sign", number) if in_list else spans.value(index, "sign")
    if values.get("lookalike_of") is not None:
        yield values["lookalike_of"], spans.value(index, "lookalike_of")


def check_repeats(subject: PracticeSubject) -> Iterator[Diagnostic]:
    """No message is sorted twice, and the two chats of a pair differ."""
    entries = subject.entries
    seen: dict[str, int] = {}
    for index, values in entries.started:
        if values.get("a") and values["a"] == values["b"]:
            where = entries.spans.key(index, "b")
            yield find("repeated-entry", where, "The two chats of this pair are the same.", "Change one of them.")
        if values.get("text") is None:
            continue
        folded = values["text"].replace("’", "'").casefold()
        where = entries.spans.value(index, "text")
        if folded in seen:
            message = f"This message is there already, in line {seen[folded]}."
            yield find("repeated-entry", where, message, "Write another one.")
        seen.setdefault(folded, where.line)


def check_share(subject: PracticeSubject) -> Iterator[Diagnostic]:
    """Of the messages to sort about half are fine; in a short file one more or less is no harm."""
    entries = subject.entries
    to_sort = [values for _, values in entries.started if "text" in values]
    fine = sum(values["read"] is not None for values in to_sort)
    signs = sum(values["sign"] is not None for values in to_sort)
    if abs(fine - signs) > 1 and not _LOW_SHARE <= fine / (fine + signs) <= _HIGH_SHARE:
        message = f"Of {fine + signs} messages to sort {fine} are fine; it should be about half of them."
        hint = f"Add {'signs' if fine > signs else 'fine messages'}, or take others out."
        yield find("practice-share", entries.spans.value(0), message, hint)


def check_long_signs(subject: PracticeSubject) -> Iterator[Diagnostic]:
    """A line that shows a sign is short (A3)."""
    entries = subject.entries
    for index, values in entries.started:
        line, steps = _line_with_sign(values)
        words = count_words((line or {}).get("text") or "")
        if words > _LONGEST_SIGN:
            message = f"This sign has {words} words; {_LONGEST_SIGN} are enough."
            where = entries.spans.value(index, *steps, "text")
            yield find("long-sign", where, message, "Show the sign, not the method.")


def _line_with_sign(values: Mapping[str, Any]) -> tuple[Mapping[str, Any] | None, tuple[str | int, ...]]:
    """Return the line of an item that is known to show its sign, if there is one, and where in the item it stands."""
    if values.get("text"):
        return (values if values["sign"] else None), ()
    chat, turned_at = values.get("chat") or (), values.get("turned_at") or 0
    return (chat[turned_at - 1], ("chat", turned_at - 1)) if 1 <= turned_at <= len(chat) else (None, ())


def check_lengths(subject: PracticeSubject) -> Iterator[Diagnostic]:
    """A chat line, and each sentence of a why, keeps to the word cap of the band (D3)."""
    band = subject.band
    if band is not None:
        yield from find_long_lines(subject.texts, subject.source, WORD_CAPS[band], f"for the band {band}")


def check_grade(subject: PracticeSubject) -> Iterator[Diagnostic]:
    """The band can read it (D2)."""
    yield from check_reading_grade(practice_speech(subject.entries, subject.band))


PRACTICE_CHECKS: tuple[CheckOf[PracticeSubject], ...] = (
    check_name,
    check_verdicts,
    check_turns,
    check_signs_named,
    check_repeats,
    check_share,
    check_long_signs,
    check_grade,
    check_invisible_characters,
    check_cut_texts,
    check_contacts,
    check_lengths,
)


def check_practice(reading: ListReading[PracticeItem], signs: Mapping[str, Sign] = _NO_SIGNS) -> tuple[Diagnostic, ...]:
    """Return every finding about practice that was read, those of the reading included, in file order.

    `signs` are the known ones by id; where there are none, they are not checked. Where there is no file, nothing is
    wrong.
    """
    document = reading.entries.document
    if document.source is None and not document.diagnostics:
        return ()
    subject = PracticeSubject(reading, signs)
    found = run_checks(PRACTICE_CHECKS, subject)
    return reading.with_more((*found, *check_words(practice_speech(subject.entries, subject.band))))
