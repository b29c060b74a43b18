"""Findings as people and machines read them: text with a caret, JSON, and annotations of a code host."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import TypedDict

from game.content.format.diagnostics import Diagnostic, Severity

_WIDEST_SNIPPET = 110
Paint = Callable[[str, Severity | None], str]


class FindingRow(TypedDict):
    """One finding in the JSON of `looktwice check`."""

    slug: str
    severity: Severity
    path: str
    line: int
    col: int
    message: str
    hint: str


def format_text(diagnostic: Diagnostic, paint: Paint = lambda text, severity: text) -> str:
    """Write a finding as `path:line:col: severity[slug] message`, the line with a caret, and the hint.

    `paint` may colour a piece: it gets the piece and the severity (None for what should stand back).
    """
    kind = paint(f"{diagnostic.severity}[{diagnostic.slug}]", diagnostic.severity)
    parts = [f"{diagnostic.span}: {kind} {diagnostic.message}"]
    if diagnostic.snippet is not None and diagnostic.snippet.strip():
        line, caret = _caret_line(diagnostic)
        parts += [paint(f"  | {line}", None), f"  | {paint(caret, diagnostic.severity)}"]
    if diagnostic.hint:
        parts.append(f"  {diagnostic.hint}")
    return "\n".join(parts)


def format_github(diagnostic: Diagnostic) -> str:
    """Write a finding as a workflow command that a code host shows beside the line."""
    level = {"error": "error", "warning": "warning", "note": "notice"}[diagnostic.severity]
    span = diagnostic.span
    message = f"{diagnostic.message} {diagnostic.hint}".strip()
    properties = f"file={_escape(span.path, ':,')},line={span.line},col={span.column},endColumn={span.end_column}"
    return f"::{level} {properties},title={_escape(diagnostic.slug, ':,')}::{_escape(message)}"


def as_row(diagnostic: Diagnostic) -> FindingRow:
    """Return a finding as plain values for JSON."""
    return FindingRow(
        slug=diagnostic.slug,
        severity=diagnostic.severity,
        path=diagnostic.span.path,
        line=diagnostic.span.line,
        col=diagnostic.span.column,
        message=diagnostic.message,
        hint=diagnostic.hint,
    )


def count_severities(diagnostics: Sequence[Diagnostic]) -> dict[Severity, int]:
    """Return how many findings there are of each severity."""
    counts: dict[Severity, int] = {"error": 0, "warning": 0, "note": 0}
    for one in diagnostics:
        counts[one.severity] += 1
    return counts


def _caret_line(diagnostic: Diagnostic) -> tuple[str, str]:
    """Return a stretch of the line around the finding, control characters made visible, and the carets under it."""
    text, column = diagnostic.snippet or "", diagnostic.span.column - 1
    width = max(1, diagnostic.span.end_column - diagnostic.span.column)
    first = max(0, column - 60) if len(text) > _WIDEST_SNIPPET else 0
    shown = text[first : first + _WIDEST_SNIPPET]
    at = min(column - first, len(shown))
    marked = shown[at : at + width]
    caret = "^" * max(1, _cells(marked))
    return _visible(shown), " " * _cells(shown[:at]) + caret


def _visible(text: str) -> str:
    return "".join("·" if unicodedata.category(char) in ("Cc", "Cf") else char for char in text)


def _cells(text: str) -> int:
    """Return how many terminal cells a text takes: wide characters two, combining ones none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _escape(text: str, also: str = "") -> str:
    for char in "%\r\n" + also:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
