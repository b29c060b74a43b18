"""What a piece of text looks like once it is laid out: styles, runs, lines."""

from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

Face: TypeAlias = Literal["text", "bold", "title"]
Align: TypeAlias = Literal["start", "centre", "end"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A face and a size in dp, the user's own text size already in it."""

    face: Face
    size: float
    line_height: float
    """Height of a line, in dp."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters of one style, script, direction and font, in logical order, drawn in one go."""

    text: str
    style: TextStyle
    x: float
    """Left edge in dp, from the left edge of the layout."""
    width: float
    script: str = "Latn"
    """ISO 15924 code, for the shaper; "Zsye" for emoji."""
    rtl: bool = False
    font: str = ""
    """Which of the fonts that the measure can choose from; empty for the face's own."""


@dataclass(frozen=True, slots=True)
class Line:
    """Runs in visual order, and the part of the text (in characters) that they show."""

    runs: tuple[TextRun, ...]
    y: float
    """Top of the line in dp."""
    height: float
    width: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextLayout:
    """A text broken into lines. `text` is the whole of it, for screen readers, also where lines were cut."""

    text: str
    lines: tuple[Line, ...]
    width: float
    """Width of the widest line in dp."""
    height: float
    cut: bool = False
    """Whether lines were left out and an ellipsis stands at the end."""
    rtl: bool = False
    """The direction of its paragraphs: at which end their last full stop stands."""


class Measure(Protocol):
    """Widths of runs. The view measures with real fonts; tests use a recorded table."""

    def width(self, text: str, style: TextStyle, script: str, rtl: bool) -> float:
        """Width in dp of a run that is drawn in one go."""
        ...


class FontChooser(Protocol):
    """What a measure may know besides: in which fonts a text can be drawn."""

    def font_for(self, text: str, style: TextStyle, script: str) -> str | None:
        """The first font with all characters of a text, empty for the face's own; None where there is none."""
        ...
