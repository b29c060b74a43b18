"""A file's text as it was found: read within limits, refused kindly where it is no text that can be read."""

import os
import re
import stat
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.content.format.diagnostics import Diagnostic, find
from game.content.format.spans import Span, whole_file

LARGEST_FILE = 128 * 1024
"""The limit of a file, in bytes."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_NAMED = {
    "\x00": "a NUL character",
    "\x85": "the line break U+0085",
    "\u2028": "the line break U+2028",
    "\u2029": "the paragraph break U+2029",
    "\ufeff": "a byte order mark in the middle of the text",
}


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one file and its lines, without their ends."""

    path: str
    text: str
    lines: tuple[str, ...]

    def locate(self, span: Span, last_line: int, fragment: str) -> Span:
        """Return where a fragment stands, from a span's beginning to a last line; the span itself where it is not."""
        column = span.column - 1
        for number in range(span.line, min(last_line, len(self.lines)) + 1):
            at = self.lines[number - 1].find(fragment, column)
            if fragment and at >= 0:
                return Span(self.path, number, at + 1, at + 1 + len(fragment))
            column = 0
        return span


def read_source(path: Path, shown: str | None = None) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    """Read a file as text. Never raises: what cannot be read gives None and a finding.

    `shown` is the name that findings give the file (else its path).
    """
    name = shown or str(path)
    try:
        data = _read_bytes(path)
    except FileNotFoundError:
        return None, (find("file-missing", whole_file(name), "This file is not there.", "Check the path."),)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        hint = "Choose an ordinary file that you may open."
        return None, (find("file-unreadable", whole_file(name), f"This file cannot be read: {reason}.", hint),)
    return decode_source(data, name)


def decode_source(data: bytes, path: str) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    """Turn a file's bytes into text, or into a finding where they are too many, no UTF-8, or hold odd characters."""
    if len(data) > LARGEST_FILE:
        message = "This file is too big: more than 128 KiB."
        return None, (
            find("file-too-big", whole_file(path), message, "Split the story, or take out what is not text."),
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "This file is stored as UTF-16."
        return None, (find("not-utf8", whole_file(path), message, "Save it again as UTF-8 (in the editor: Save as)."),)
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        span = _span_at(path, data.removeprefix(b"\xef\xbb\xbf")[: error.start].decode("utf-8"))
        message = "From here on the file is not UTF-8."
        return None, (find("not-utf8", span, message, "Save it again as UTF-8 (in the editor: Save as)."),)
    source = SourceText(path, text, tuple(_LINE_END.split(text)))
    odd = tuple(_odd_characters(source))
    return (None, odd) if odd else (source, ())


def _read_bytes(path: Path) -> bytes:
    """Return at most one byte more than the limit; a pipe or a device is refused and never waited for."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise OSError(None, "it is a folder")
        if not stat.S_ISREG(mode):
            raise OSError(None, "it is no ordinary file")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(LARGEST_FILE + 1)
    finally:
        os.close(handle)


def _odd_characters(source: SourceText, most: int = 10) -> Iterable[Diagnostic]:
    """Find the characters that may not stand in a file at all (the first ten of them)."""
    starts: list[int] | None = None
    for count, match in enumerate(_REFUSED.finditer(source.text)):
        if count == most:
            return
        starts = starts or [0, *(end.end() for end in _LINE_END.finditer(source.text))]
        line = bisect_right(starts, match.start())
        column = match.start() - starts[line - 1] + 1
        what = _NAMED.get(match.group(), f"the control character U+{ord(match.group()):04X}")
        span = Span(source.path, line, column, column + 1)
        yield find("odd-character", span, f"Here stands {what}.", "Delete it and type the place anew.")


def _span_at(path: str, before: str) -> Span:
    lines = _LINE_END.split(before)
    return Span(path, len(lines), len(lines[-1]) + 1, len(lines[-1]) + 2)
