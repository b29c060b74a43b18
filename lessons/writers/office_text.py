"""Texts as office files hold them, each direction kept to itself."""

from lessons.clean_text import END_ISOLATE, ISOLATE
from lessons.document import Run, Text, runs


def office_runs(text: Text, *, rtl: bool) -> tuple[Run, ...]:
    """The runs of a prepared text; on a page from right to left those marked `ltr` stand in isolates."""
    return tuple(
        Run(f"{ISOLATE}{run.text}{END_ISOLATE}" if rtl and run.ltr else run.text, bold=run.bold, ltr=run.ltr)
        for run in runs(text)
        if run.text
    )


def language_tag(code: str) -> str:
    """A language as office files name it: "pt_BR" becomes "pt-BR"."""
    return code.replace("_", "-").partition("@")[0] or "en"
