"""The rules of wordings.yaml: no sentence twice, enough of them, short enough, and said as everything else is."""

from collections.abc import Iterator

from game.content.checks.file_speech import wordings_speech
from game.content.checks.language import check_contacts, check_invisible_characters
from game.content.checks.registry import CheckOf, run_checks
from game.content.files.list_reading import ListReading
from game.content.format.diagnostics import Diagnostic, find
from game.content.words.rules import check_words
from game.content.words.text_rules import find_long_lines
from game.content.words.word_count import WORD_CAPS
from game.story.model import BANDS, Band
from game.story.values import Wording

_FEWEST = 6
"""How many ways to say "not your fault" a band needs."""


def check_unique(reading: ListReading[Wording]) -> Iterator[Diagnostic]:
    """No sentence is there twice."""
    entries = reading.entries
    seen: dict[str, int] = {}
    for index, values in entries.entries:
        where = entries.spans.value(index, "text")
        folded = values["text"].replace("’", "'").casefold()
        if folded in seen:
            message = f"This sentence is there already, in line {seen[folded]}."
            yield find("repeated-entry", where, message, "Say it in another way, or add the band there.")
        seen.setdefault(folded, where.line)


def check_enough(reading: ListReading[Wording]) -> Iterator[Diagnostic]:
    """Every band has ways enough to say "not your fault"."""
    entries, wordings = reading.entries, reading.values
    if entries.document.root is None:
        return
    for band in BANDS:
        count = sum(one.kind == "not_your_fault" and band in one.bands for one in wordings)
        if count < _FEWEST:
            message = f"The band {band} has {count} sentences of the kind not_your_fault; it needs {_FEWEST}."
            yield find("too-few-wordings", entries.spans.value(0), message, "Add some; bands may share them.")


def check_caps(reading: ListReading[Wording]) -> Iterator[Diagnostic]:
    """Each sentence keeps to the cap of the youngest band it is for (D3)."""
    youngest: dict[str, Band] = {one.text: one.bands[0] for one in reading.values if one.bands}
    for found in reading.texts:
        band = youngest.get(found.text.value.strip())
        if band is not None:
            yield from find_long_lines([found], reading.source, WORD_CAPS[band], f"for the band {band}")


WORDING_CHECKS: tuple[CheckOf[ListReading[Wording]], ...] = (
    check_unique,
    check_enough,
    check_caps,
    check_invisible_characters,
    check_contacts,
)


def check_wordings(reading: ListReading[Wording]) -> tuple[Diagnostic, ...]:
    """Return every finding about wordings that were read, those of the reading included, in file order."""
    found = run_checks(WORDING_CHECKS, reading)
    return reading.with_more((*found, *check_words(wordings_speech(reading.entries))))
