"""Reads wordings.yaml: sentences that were weighed once and are repeated word for word."""

from collections.abc import Iterator
from pathlib import Path

from game.content.files.file_speech import wordings_speech
from game.content.format.diagnostics import Diagnostic, find, with_snippets
from game.content.format.entry_list import EntryList, read_entries
from game.content.format.fields import Id, ListOf, OneOf, Record, Words, need
from game.content.words.rules import check_words
from game.content.words.text_rules import find_contacts, find_invisible, find_long_lines
from game.content.words.word_count import WORD_CAPS
from game.resources import data_folder
from game.story.model import BANDS, Band
from game.story.values import Wording

KINDS = ("not_your_fault", "you_did_right", "closing")
FEWEST = 6
"""How many ways to say "not your fault" a band needs."""
WORDING = Record(
    name="wording",
    fields=(
        need("id", Id(), "A short name."),
        need("kind", OneOf(KINDS), "What the sentence is for."),
        need("bands", ListOf(item=OneOf(BANDS), least=1, distinct=True), "For whom it fits."),
        need("text", Words(cap="sentence"), "The sentence, as stories repeat it."),
    ),
)


def load_wordings(
    path: Path | None = None, shown: str | None = None
) -> tuple[tuple[Wording, ...], tuple[Diagnostic, ...]]:
    """Return the wordings in the order of the file, and every finding. Never raises; without a path the game's own."""
    entries = read_entries(path or data_folder("scenarios") / "wordings.yaml", lambda node: WORDING, shown)
    wordings = tuple(
        Wording(id=v["id"], kind=v["kind"], bands=tuple(band for band in BANDS if band in v["bands"]), text=v["text"])
        for _, v in entries.entries
    )
    source = entries.document.source
    found = [
        *entries.problems,
        *_check_unique(entries),
        *_check_enough(entries, wordings),
        *find_invisible(entries.texts, source),
        *find_contacts(entries.texts, source),
        *_check_caps(entries, wordings),
        *check_words(wordings_speech(entries)),
    ]
    return wordings, with_snippets(found, entries.document.path, entries.document.lines)


def _check_unique(entries: EntryList) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for index, values in entries.entries:
        where = entries.spans.value(index, "text")
        folded = values["text"].replace("’", "'").casefold()
        if folded in seen:
            message = f"This sentence is there already, in line {seen[folded]}."
            yield find("repeated-entry", where, message, "Say it in another way, or add the band there.")
        seen.setdefault(folded, where.line)


def _check_enough(entries: EntryList, wordings: tuple[Wording, ...]) -> Iterator[Diagnostic]:
    if entries.document.root is None:
        return
    for band in BANDS:
        count = sum(one.kind == "not_your_fault" and band in one.bands for one in wordings)
        if count < FEWEST:
            message = f"The band {band} has {count} sentences of the kind not_your_fault; it needs {FEWEST}."
            yield find("too-few-wordings", entries.spans.value(0), message, "Add some; bands may share them.")


def _check_caps(entries: EntryList, wordings: tuple[Wording, ...]) -> Iterator[Diagnostic]:
    """Each sentence keeps to the cap of the youngest band it is for."""
    youngest: dict[str, Band] = {one.text: one.bands[0] for one in wordings if one.bands}
    for found in entries.texts:
        band = youngest.get(found.text.value.strip())
        if band is not None:
            yield from find_long_lines([found], entries.document.source, WORD_CAPS[band], f"for the band {band}")
