"""What was found in the file, drawn over the story: each finding with its line, the place in it, and what to do."""

from typing import Final

from game.content.format.diagnostics import Diagnostic, Severity
from game.design import Colour
from game.studio.preview.version import count_words
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.intents import Direct
from game.ui.parts import button, flow, padded, pill, scroller, snug, stack, words
from game.ui.tree import Box, Node

__all__ = ["MOST_DRAWN", "draw_findings", "finding_name"]

MOST_DRAWN: Final = 60
"""More would take long to draw, and nobody mends them in one go."""
_LOOKS: Final[dict[Severity, tuple[Colour, Colour]]] = {
    "error": ("ink", "ground"),
    "warning": ("sun", "on_sun"),
    "note": ("soft", "ink"),
}
_TAB: Final = "\t"


def finding_name(index: int) -> str:
    """The name of a finding's node."""
    return f"author:finding:{index}"


def draw_findings(
    frame: Frame, findings: tuple[Diagnostic, ...], chosen: int, said: str, width: float, height: float
) -> Node:
    """The panel, `width` wide and at most `height` tall; `said` tells which version of the story is seen."""
    factor = frame.factor
    side, gap = 16.0 * factor, 10.0 * factor
    inner = width - 2 * side
    buttons = [button(frame, "Close", Direct("close"), name="author:close", key="Esc", style="small_label")]
    if len(findings) > 1:
        following = button(frame, "Next", Direct("next"), name="author:next", key="F6", style="small_label")
        buttons.insert(0, following)
    taken = sum(node.rect.width + gap for node in buttons)
    beside = inner - taken >= 220 * factor
    room = inner - taken if beside else inner
    title = stack(
        [words(frame, count_words(findings), "heading", room, role="heading"), words(frame, said, "small", room)],
        gap=2,
        width=room,
    )
    bar = flow(buttons, taken if beside else inner, gap=gap)
    head_height = max(title.rect.height, bar.rect.height) if beside else title.rect.height + gap + bar.rect.height
    bar_at = (side + inner - taken + gap, side) if beside else (side, side + title.rect.height + gap)
    head = [title.at(side, side), bar.at(*bar_at)]
    ring = 6.0
    top = side + head_height + gap - ring
    most = max(60.0 * factor, height - top - side + ring)
    content = _stack_cards(frame, findings, chosen, inner)
    if content.rect.height + 2 * ring > most:
        # Beside the cards there is room for the thumb that shows how far they are scrolled.
        content = _stack_cards(frame, findings, chosen, inner - 10 * factor)
    content = Node(
        rect=Rect(0, 0, inner + 2 * ring, content.rect.height + 2 * ring), children=(content.at(ring, ring),)
    )
    tall = min(content.rect.height, most)
    body = scroller(frame, content, name="author:findings_list", width=inner + 2 * ring, height=tall)
    rect = Rect(0, 0, width, top + tall + side - ring)
    return Node(
        rect=rect,
        box=Box("raised", Corners.all(20 * factor), "ink", 2.5 * factor),
        role="group",
        name="author:findings_panel",
        label="Findings",
        children=(*head, body.at(side - ring, top)),
    )


def _stack_cards(frame: Frame, findings: tuple[Diagnostic, ...], chosen: int, width: float) -> Node:
    cards = [_draw_one(frame, one, index, index == chosen, width) for index, one in enumerate(findings[:MOST_DRAWN])]
    if len(findings) > MOST_DRAWN:
        more = f"And {len(findings) - MOST_DRAWN} more: looktwice check says them all."
        cards.append(words(frame, more, "small", width, colour="muted"))
    return stack(cards, gap=10.0 * frame.factor, width=width)


def _draw_one(frame: Frame, one: Diagnostic, index: int, chosen: bool, width: float) -> Node:
    factor = frame.factor
    side = 14.0 * factor
    inner = width - 2 * side
    fill, colour = _LOOKS[one.severity]
    place = f"line {one.span.line}" if one.span.line > 1 or one.snippet else "the whole file"
    file = one.span.path.rpartition("/")[2]
    tags = [
        pill(frame, one.severity, fill=fill, colour=colour),
        snug(frame, one.slug, "small_bold", inner),
        snug(frame, f"{file}, {place}", "small", inner, colour="muted"),
    ]
    # Warnings and notes are short until they are picked: what is an error stands out.
    is_whole = chosen or one.is_error
    parts = [flow(tags, inner, gap=8 * factor), words(frame, one.message, "body" if is_whole else "small", inner)]
    if is_whole and one.snippet is not None and one.snippet.strip():
        parts.append(_draw_line(frame, one, inner))
    if is_whole and one.hint:
        parts.append(words(frame, one.hint, "small", inner))
    return padded(
        stack(parts, gap=6 * factor, width=inner),
        x=side,
        y=10 * factor,
        width=width,
        box=Box("ground" if chosen else "raised", Corners.all(14 * factor), "ink" if chosen else "line", 2 * factor),
        role="option",
        label=f"{one.severity} {one.slug}, line {one.span.line}: {one.message}",
        intent=Direct("finding", str(index)),
        name=finding_name(index),
        selected=chosen,
    )


def _draw_line(frame: Frame, one: Diagnostic, width: float) -> Node:
    """The line of the file, its number before it, and what is meant in it on a ground of its own with a caret below."""
    factor = frame.factor
    style = frame.style("small")
    number = snug(frame, str(one.span.line), "small", width, colour="muted")
    left = number.rect.width + 14 * factor
    room = width - left - 2 * 10 * factor
    before, meant, after = _cut(frame, one, room)
    start = _width_of(frame, before)
    long = max(_width_of(frame, before + meant) - start, 7 * factor)
    line = words(frame, before + meant + after, "small", room, max_lines=1)
    pad_x, pad_y = 10.0 * factor, 6.0 * factor
    x = pad_x + left + start
    long = min(long, pad_x + left + room - x)
    caret = Node(
        rect=Rect(x - 2, pad_y - 1, long + 4, style.line_height + 4 * factor),
        box=Box("soft_sun", Corners.all(5 * factor)),
        children=(
            Node(
                rect=Rect(0, style.line_height + 1 * factor, long + 4, 3 * factor),
                box=Box("ink", Corners.all(1.5 * factor)),
            ),
        ),
        role="image",
        label=f"caret under: {meant.strip() or 'the end of the line'}",
    )
    rect = Rect(0, 0, width, style.line_height + 2 * pad_y + 3 * factor)
    children = (caret, number.at(pad_x, pad_y), line.at(pad_x + left, pad_y))
    return Node(rect=rect, box=Box("them", Corners.all(10 * factor)), children=children)


def _cut(frame: Frame, one: Diagnostic, room: float) -> tuple[str, str, str]:
    """A stretch of the line: what stands before the finding, what it is about, and what follows.

    Indentation goes, and of a long line as much as it takes for the finding to be seen.
    """
    text = (one.snippet or "").replace(_TAB, " ")
    column = max(0, one.span.column - 1)
    end = max(column, one.span.end_column - 1)
    indent = min(len(text) - len(text.lstrip()), column)
    before, meant, after = text[indent:column], text[column:end], text[end:]
    while before and _width_of(frame, "…" + before) > room * 0.6:
        before = before[max(1, len(before) // 8) :]
    if before and len(before) < column - indent:
        before = "…" + before
    return before, meant[:400], after[:400]


def _width_of(frame: Frame, text: str) -> float:
    """How wide a text is with the spaces at its end, which a line of text lets hang."""
    style = frame.style("small")
    stop = frame.layouts.lay_out("|", style, 4000).width
    return frame.layouts.lay_out(f"{text}|", style, 100_000).width - stop
