"""Text to lines: greedy breaking at a width, alignment, an ellipsis where lines are limited, and a cache of layouts."""

import math
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from game.text.breaking import Piece, find_newline, split_pieces
from game.text.clusters import cluster_ends
from game.text.model import Align, FontChooser, Line, Measure, TextLayout, TextRun, TextStyle
from game.text.runs import ChooseFont, Item, arrange, clip_segments, drawable, find_segments, is_joined
from game.text.segments import EMOJI, Segment

__all__ = ["LayoutCache", "lay_out"]

ELLIPSIS: Final = "…"
_JOINER: Final = "\u200d"
_SLACK: Final = 0.01
"""Widths are sums of floats: a text laid out at its own width must break as it did before."""
_DOUBT: Final = 0.1
"""Part of a line by which the sum of its words' widths may miss its true width, by rounding and kerning."""


def lay_out(
    text: str,
    style: TextStyle,
    width: float,
    measure: Measure,
    *,
    align: Align = "start",
    max_lines: int | None = None,
    rtl: bool = False,
) -> TextLayout:
    """Break a text into lines no wider than `width` (dp) and place them; `math.inf` breaks at newlines only.

    Every character belongs to exactly one line; spaces at a line's end hang and are not drawn. A line is wider than
    `width` only where a single cluster is. Past `max_lines` the text is cut at a cluster and ends in an ellipsis.
    An empty text is one empty line. `rtl` is the direction of the paragraphs; `align` "start" is the left edge in
    either direction. A measure that is a FontChooser, too, says where the font changes.
    Raises ValueError where `max_lines` is below 1.
    """
    if max_lines is not None and max_lines < 1:
        raise ValueError("max_lines must be at least 1")
    width = max(0.0, width)
    ruler = _Ruler(text, style, measure, rtl)
    spans, cut = _break_lines(ruler, width, max_lines)
    rows = [_runs_of(ruler, span) for span in spans]
    widths = [runs[-1].x + runs[-1].width if runs else 0.0 for runs in rows]
    widest = max(widths)
    room = width if math.isfinite(width) else widest
    share = {"start": 0.0, "centre": 0.5, "end": 1.0}[align]
    lines = tuple(
        Line(
            runs=_moved(runs, max(0.0, room - own) * share),
            y=row * style.line_height,
            height=style.line_height,
            width=own,
            start=span.start,
            end=span.end,
        )
        for row, (span, runs, own) in enumerate(zip(spans, rows, widths, strict=True))
    )
    return TextLayout(text=text, lines=lines, width=widest, height=len(lines) * style.line_height, cut=cut, rtl=rtl)


class LayoutCache:
    """Layouts that were made with one measure, the last used ones kept; `rtl` is the direction of texts in it."""

    def __init__(self, measure: Measure, *, rtl: bool = False, limit: int = 4096) -> None:
        self.measure = measure
        self.rtl = rtl
        self._limit = limit
        self._layouts: OrderedDict[tuple[str, TextStyle, float, Align, int | None, bool], TextLayout] = OrderedDict()

    def __len__(self) -> int:
        return len(self._layouts)

    def lay_out(
        self,
        text: str,
        style: TextStyle,
        width: float,
        *,
        align: Align = "start",
        max_lines: int | None = None,
        rtl: bool | None = None,
    ) -> TextLayout:
        """As the function `lay_out`; the same object while it is kept. Without `rtl` the cache's own direction."""
        rtl = self.rtl if rtl is None else rtl
        key = (text, style, width, align, max_lines, rtl)
        layout = self._layouts.get(key)
        if layout is not None:
            self._layouts.move_to_end(key)
            return layout
        layout = lay_out(text, style, width, self.measure, align=align, max_lines=max_lines, rtl=rtl)
        self._layouts[key] = layout
        if len(self._layouts) > self._limit:
            self._layouts.popitem(last=False)
        return layout


class _Ruler:
    """Widths of parts of one text in one style."""

    __slots__ = ("base", "clean", "measure", "segments", "style", "text")

    def __init__(self, text: str, style: TextStyle, measure: Measure, rtl: bool) -> None:
        self.text, self.style, self.measure = text, style, measure
        self.base = int(rtl)
        self.clean = drawable(text) == text
        self.segments = find_segments(text, rtl=rtl, choose=_chooser_of(measure, style))

    def items(self, start: int, end: int, suffix: str = "") -> list[Item]:
        """What is drawn, in logical order, of the characters from `start` to `end` and of a suffix after them."""
        items = []
        for segment in clip_segments(self.segments, start, end):
            shown = self._shown(segment.start, segment.end)
            # What shows nothing, such as the mark of an isolate, may still part what stands around it.
            items.append(Item(shown, segment.script, segment.level, segment.font))
        if suffix:
            last = items[-1] if items else None
            if last is not None and last.level == self.base and last.script != EMOJI and not last.font:
                items[-1] = last._replace(text=last.text + suffix)
            else:
                items.append(Item(suffix, "Latn", self.base, ""))
        elif items:
            before, after = self._joiners(start, end)
            if before or after:
                items[0] = items[0]._replace(text=before + items[0].text)
                items[-1] = items[-1]._replace(text=items[-1].text + after)
        return items

    def width(self, start: int, end: int, suffix: str = "") -> float:
        """Width in dp of the characters from `start` to `end`, and of what is put after them, on one line."""
        if start < end and not suffix:
            segment = self.segments[bisect_right(self.segments, start, key=_start_of) - 1]
            if end <= segment.end:
                # Most words and spaces are of one segment, and no list is needed.
                before, after = self._joiners(start, end)
                return self._width_of(before + self._shown(start, end) + after, segment.script, segment.level)
        return sum(map(self.width_of, self.items(start, end, suffix)))

    def width_of(self, item: Item) -> float:
        """Width in dp of what is drawn in one go."""
        return self._width_of(item.text, item.script, item.level)

    def _width_of(self, text: str, script: str, level: int) -> float:
        return self.measure.width(text, self.style, script, level % 2 == 1) if text else 0.0

    def _shown(self, start: int, end: int) -> str:
        part = self.text[start:end]
        return part if self.clean else drawable(part)

    def _joiners(self, start: int, end: int) -> tuple[str, str]:
        """What keeps the forms of a joined word's letters where it is broken at `start` or `end`."""
        return _JOINER if is_joined(self.text, start) else "", _JOINER if is_joined(self.text, end) else ""


def _start_of(segment: Segment) -> int:
    return segment.start


def _chooser_of(measure: Measure | FontChooser, style: TextStyle) -> ChooseFont | None:
    font_for = getattr(measure, "font_for", None)
    return None if font_for is None else lambda text, script: font_for(text, style, script)


class _Span(NamedTuple):
    """A line: what is drawn, from `start` to `ink_end` and the suffix, and up to where it takes the text."""

    start: int
    ink_end: int
    end: int
    suffix: str = ""


def _runs_of(ruler: _Ruler, span: _Span) -> tuple[TextRun, ...]:
    runs: list[TextRun] = []
    x = 0.0
    for item in arrange(ruler.items(span.start, span.ink_end, span.suffix)):
        if not item.text:
            continue
        own = ruler.width_of(item)
        runs.append(TextRun(item.text, ruler.style, x, own, item.script, item.level % 2 == 1, item.font))
        x += own
    return tuple(runs)


def _moved(runs: tuple[TextRun, ...], by: float) -> tuple[TextRun, ...]:
    if by == 0.0:
        return runs
    return tuple(replace(run, x=run.x + by) for run in runs)


def _break_lines(ruler: _Ruler, width: float, max_lines: int | None) -> tuple[list[_Span], bool]:
    pieces = split_pieces(ruler.text)
    spans: list[_Span] = []
    at = 0
    while at < len(pieces):
        if max_lines is not None and len(spans) == max_lines:
            spans[-1] = _shorten(ruler, spans[-1].start, width)
            return spans, True
        taken = _count_fitting(ruler, pieces, at, width)
        if taken == 0:
            span, pieces[at] = _split_piece(ruler, pieces[at], width)
            at += pieces[at].start == pieces[at].end
        else:
            last = pieces[at + taken - 1]
            span = _Span(pieces[at].start, last.ink_end, last.end)
            at += taken
        spans.append(span)
    return spans or [_Span(0, 0, 0)], False


def _count_fitting(ruler: _Ruler, pieces: Sequence[Piece], at: int, width: float) -> int:
    """How many pieces from `at` on stand on one line; 0 where not even the first does."""
    start = pieces[at].start
    total = 0.0
    taken = 0
    for index in range(at, len(pieces)):
        piece = pieces[index]
        ink = total + ruler.width(piece.start, piece.ink_end)
        if ink > width * (1 + _DOUBT) + ruler.style.size:
            break
        if ink > width * (1 - _DOUBT) and ruler.width(start, piece.ink_end) > width + _SLACK:
            break
        taken += 1
        if piece.forced:
            break
        total = ink + (ruler.width(piece.ink_end, piece.end) if piece.end > piece.ink_end else 0.0)
    while taken > 1 and ruler.width(start, pieces[at + taken - 1].ink_end) > width + _SLACK:
        taken -= 1
    if taken == 1 and ruler.width(start, pieces[at].ink_end) > width + _SLACK:
        return 0
    return taken


def _split_piece(ruler: _Ruler, piece: Piece, width: float) -> tuple[_Span, Piece]:
    """As many clusters of a piece that is wider than a line as fit (one at least), and what is left of it."""
    ends = cluster_ends(ruler.text[piece.start : piece.ink_end])
    low = _last_fitting(ends, lambda end: ruler.width(piece.start, piece.start + end) <= width + _SLACK)
    stop = piece.start + ends[max(0, low)]
    if stop == piece.ink_end:
        return _Span(piece.start, stop, piece.end), piece._replace(start=piece.end)
    return _Span(piece.start, stop, stop), piece._replace(start=stop)


def _shorten(ruler: _Ruler, start: int, width: float) -> _Span:
    """The line from `start` on with an ellipsis at its end: as many clusters before it as fit."""
    newline = find_newline(ruler.text, start)
    ends = [0, *cluster_ends(ruler.text[start:newline])]

    def ink_end(end: int) -> int:
        return start + len(ruler.text[start : start + end].rstrip())

    low = _last_fitting(ends, lambda end: ruler.width(start, ink_end(end), ELLIPSIS) <= width + _SLACK)
    end = ends[max(0, low)]
    return _Span(start, ink_end(end), start + end, ELLIPSIS)


def _last_fitting(ends: Sequence[int], fits: Callable[[int], bool]) -> int:
    """Index of the last of some ascending ends that fits, or -1; found by halving, for widths grow with the text."""
    low, high = -1, len(ends)
    while high - low > 1:
        middle = (low + high) // 2
        if fits(ends[middle]):
            low = middle
        else:
            high = middle
    return low
