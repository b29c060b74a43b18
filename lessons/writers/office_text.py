"""Texts as office files hold them, each direction kept to itself."""

from dataclasses import replace

from game.i18n.tongue import Tongue
from lessons.clean_text import END_ISOLATE, ISOLATE, RTL_ISOLATE
from lessons.document import Run, Text, runs


def office_runs(text: Text, *, rtl: bool) -> tuple[Run, ...]:
    """The runs of a prepared text; those that run the other way than their page stand in isolates.

    On a page from right to left these are runs marked `ltr` too. An isolate ends with its line, said or not.
    """
    return tuple(_isolated(run, rtl=rtl) for run in runs(text) if run.text)


def _isolated(run: Run, *, rtl: bool) -> Run:
    is_rtl = run.tongue.rtl if run.tongue is not None else rtl and not run.ltr
    if is_rtl == rtl:
        return run
    opening = RTL_ISOLATE if is_rtl else ISOLATE
    lines = run.text.split("\n") if run.tongue is not None else [run.text]
    return replace(run, text="\n".join(_enclosed(line, opening) for line in lines))


def _enclosed(line: str, opening: str) -> str:
    """A line between isolates; white at its end stays behind them, where it may hang over the end of a line."""
    words = line.rstrip(" ")
    return f"{opening}{words}{END_ISOLATE}{line[len(words) :]}" if words else line


def whole_tongue(text: Text) -> Tongue | None:
    """The tongue of a text all of whose runs are in it; None where there is none, or more than one."""
    tongues = {run.tongue for run in runs(text)}
    return tongues.pop() if len(tongues) == 1 else None


def language_tag(code: str) -> str:
    """A language as office files name it: "pt_BR" becomes "pt-BR"."""
    return code.replace("_", "-").partition("@")[0] or "en"
