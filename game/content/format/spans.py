"""Where something stands in a file, so that every finding can point at the very word."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one line: lines and columns count from 1, columns in characters; `end_column` is one past it."""

    path: str
    line: int
    column: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


def whole_file(path: str) -> Span:
    """Return the span that stands for a file as a whole: its very beginning."""
    return Span(path, 1, 1, 1)
