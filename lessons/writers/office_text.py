"""Texts as office files can hold them, each direction kept to itself."""

from functools import lru_cache

from lessons.document import Run, Text, runs
from lessons.writers.clean_text import END_ISOLATE, ISOLATE
from lessons.writers.clean_text import clean as clean_characters

_OPENERS = frozenset("\u2066\u2067\u2068")


@lru_cache(maxsize=1024)
def clean(text: str) -> str:
    """A text without control characters other than line ends, halves of characters and characters that are none.

    Isolates that are opened are closed, and none is closed that was not opened, so that no text turns its neighbours.
    """
    kept: list[str] = []
    depth = 0
    for character in clean_characters(text):
        if character == END_ISOLATE:
            if not depth:
                continue
            depth -= 1
        depth += character in _OPENERS
        kept.append(character)
    return "".join(kept) + END_ISOLATE * depth


def office_runs(text: Text, *, rtl: bool) -> tuple[Run, ...]:
    """The runs of a text, cleaned; on a page from right to left those marked `ltr` stand in isolates."""
    found = []
    for run in runs(text):
        cleaned = clean(run.text)
        if rtl and run.ltr and cleaned:
            cleaned = f"{ISOLATE}{cleaned}{END_ISOLATE}"
        if cleaned:
            found.append(Run(cleaned, bold=run.bold, ltr=run.ltr))
    return tuple(found)


def language_tag(code: str) -> str:
    """A language as office files name it: "pt_BR" becomes "pt-BR"."""
    return clean(code).replace("_", "-").partition("@")[0] or "en"
