"""Draws pieces on a slide."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from lessons.document import CutCard, Text, plain
from lessons.writers.pptx_canvas import Box, Canvas
from lessons.writers.pptx_fit import longest_line
from lessons.writers.pptx_measure import (
    BUBBLE_SHARE,
    BULLET_ROOM,
    CALLOUT_INSET,
    FACE,
    PAD,
    STICKER,
    bubble_size,
    bubble_text_width,
    card_height,
    cell_size,
    drawing_height,
    mark_height,
    mark_size,
    mark_width,
    name_height,
    name_size,
    piece_height,
    row_height,
    words_size,
)
from lessons.writers.pptx_pieces import BarRow, Bubble, CardRow, Drawing, Grid, Piece, Words, WriteLine
from lessons.writers.pptx_template import COLOURS, rgb

CALLOUT_COLOURS = {"say": "teal", "care": "coral", "help": "ink", "note": "edge", "draft": "edge"}
ANSWER_COLOURS = (("soft_teal", "teal"), ("soft_sun", "ink"), ("soft_coral", "coral"))
HIDDEN_GREY = "#D4D9DE"


def draw_pieces(canvas: Canvas, pieces: Sequence[Piece], base: float, box: Box) -> None:
    """Draw pieces one below the other; words that follow each other stand in one frame."""
    x, y, width, _ = box
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        group = [piece]
        if isinstance(piece, Words):
            while at + len(group) < len(pieces):
                following = pieces[at + len(group)]
                if not isinstance(following, Words) or following.callout != piece.callout:
                    break
                group.append(following)
        height = sum(piece_height(each, base, width) for each in group)
        here = (x, y, width, height)
        if piece.callout:
            colour = COLOURS[CALLOUT_COLOURS[piece.callout]]  # type: ignore[index]
            after = at + len(group)
            ends = after == len(pieces) or pieces[after].callout != piece.callout
            canvas.decorate(canvas.shape((x, y, 7.0, height - (8 if ends else 0)), fill=colour))
            here = (x + CALLOUT_INSET, y, width - CALLOUT_INSET, height)
        if isinstance(piece, Words):
            frame = canvas.text_box(here)
            write_words(canvas, frame, [each for each in group if isinstance(each, Words)], base)
        else:
            _draw_piece(canvas, piece, base, here, width)
        y += height
        at += len(group)


def write_words(canvas: Canvas, frame: Any, words: Sequence[Words], base: float) -> None:
    """Write texts into a frame, a paragraph for each."""
    for at, piece in enumerate(words):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        size = words_size(piece.role, base)
        colour = COLOURS["muted"] if piece.role == "muted" else ""
        canvas.write(paragraph, piece.text, size, bold=piece.role == "head", colour=colour)
        paragraph.space_before, paragraph.space_after = Pt(0), Pt(0.35 * size)
        _set_sign(paragraph, piece, size, rtl=canvas.rtl)


def _set_sign(paragraph: Any, piece: Words, size: float, *, rtl: bool) -> None:
    properties = paragraph._p.get_or_add_pPr()
    room = round(BULLET_ROOM * size * 12700) if piece.role in ("bullet", "number", "check") else 0
    if room:
        # All items of a list have their signs at the same side, whatever language their words are in.
        properties.set("rtl", "1" if rtl else "0")
    # In files from right to left, too, marL is the side at which a line starts.
    properties.set("marL", str(room))
    properties.set("indent", str(-room))
    sign = {
        "bullet": '<a:buChar {ns} char="•"/>',
        "check": '<a:buChar {ns} char="☐"/>',
        "number": f'<a:buAutoNum {{ns}} type="arabicPeriod" startAt="{max(1, piece.number)}"/>',
    }.get(piece.role, "<a:buNone {ns}/>")
    properties.append(parse_xml(sign.format(ns=nsdecls("a"))))


def _draw_piece(canvas: Canvas, piece: Piece, base: float, box: Box, width: float) -> None:
    match piece:
        case Bubble():
            _draw_bubble(canvas, piece, base, box, width)
        case Grid():
            _draw_grid(canvas, piece, base, box, width)
        case CardRow():
            for at, card in enumerate(piece.cards):
                wide = box[2] / piece.columns
                tall = max(card_height(each, piece, base, width) for each in piece.cards)
                _draw_card(canvas, card, base, (box[0] + at * wide, box[1], wide - 8, tall))
        case BarRow():
            _draw_bar(canvas, piece, base, box)
        case Drawing():
            alt = piece.picture.alt
            height = drawing_height(piece.picture)
            if not canvas.picture(piece.picture.name, box[0], box[1], height, alt, width=box[2]):
                canvas.label(box, alt, words_size("muted", base))
        case WriteLine():
            canvas.decorate(canvas.shape((box[0], box[1] + 36, box[2], 1.2), fill=COLOURS["edge"]))


def _draw_bubble(canvas: Canvas, piece: Bubble, base: float, box: Box, width: float) -> None:
    x, y, room, _ = box
    line, size = piece.line, bubble_size(base)
    wide = bubble_text_width(piece, width)
    text = plain(line.text)
    height = piece_height(piece, base, width) - 12
    if line.kind in ("note", "gap"):
        colour = COLOURS["muted"]
        canvas.label((x + room * 0.07, y + 2, wide, height), line.text, size, align="centre", colour=colour)
        return
    if line.kind == "thread":
        drawn = canvas.picture(line.picture, x, y, FACE - 4)
        inset = FACE + 8 if drawn else 0
        frame = canvas.label((x + inset, y, room - inset, height + 2), line.text, size, bold=True)
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        return
    is_friend = line.kind == "friend"
    above = name_height(piece, base, width)
    taken = longest_line(text, wide, size) + 2 * PAD + (44 if line.kind in ("hidden", "call") else 0)
    left = x + room - taken if is_friend else x + FACE + 8
    if above:
        name = (x, y, room, above) if is_friend else (x + FACE + 8, y, room * BUBBLE_SHARE, above)
        align = "end" if is_friend else "start"
        canvas.label(name, line.name, name_size(base), align=align, colour=COLOURS["muted"])  # type: ignore[arg-type]
    top, tall = y + above, height - above
    if line.kind == "sticker":
        drawn = canvas.picture(line.picture, x + FACE + 8, top, STICKER, width=STICKER)
        frame = canvas.label((x + FACE + 16 + drawn, top, wide, tall), line.text, size)
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    else:
        if not is_friend:
            canvas.picture(line.picture, x, top + max(0.0, tall - FACE), FACE)
        _draw_box(canvas, piece, size, (left, top, taken, tall))
    if line.mark:
        size = mark_size(base)
        across = longest_line(line.mark, mark_width(piece, width), size) + 22
        high = mark_height(piece, base, width)
        at = left - 12 - across if is_friend else left + taken + 12
        _draw_mark(canvas, line.mark, size, (at, top + (tall - high) / 2, across, high))


def _draw_box(canvas: Canvas, piece: Bubble, size: float, box: Box) -> None:
    line = piece.line
    if line.kind == "hidden":
        frame = canvas.shape(box, fill=HIDDEN_GREY, line=COLOURS["edge"], points=2, dashed=True, round=8)
    elif line.kind == "call":
        frame = canvas.shape(box, fill=COLOURS["raised"], line=COLOURS["edge"], points=2, dashed=True, round=26)
    elif line.kind == "friend":
        frame = canvas.shape(box, fill=COLOURS["soft_teal"], line=COLOURS["teal"], points=2.5, round=20)
    else:
        frame = canvas.shape(box, fill=COLOURS["raised"], line=COLOURS["muted"], points=1, round=20)
    icon = {"hidden": "icons/spoiler_tile", "call": "icons/phone"}.get(line.kind, "")
    canvas.picture(icon, box[0] + PAD, box[1] + (box[3] - 32) / 2, 32)
    inset = Pt(PAD + 44 if icon else PAD)
    frame.margin_left, frame.margin_right = (Pt(PAD), inset) if canvas.rtl else (inset, Pt(PAD))
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    canvas.write(frame.paragraphs[0], line.text, size)


def _draw_mark(canvas: Canvas, mark: str, size: float, box: Box) -> None:
    """A short label in the room that the message leaves."""
    frame = canvas.shape(box, fill=COLOURS["soft_sun"], line=COLOURS["ink"], round=16)
    frame.margin_left = frame.margin_right = Pt(8)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    canvas.write(frame.paragraphs[0], mark, size, align="centre", bold=True)


def _draw_grid(canvas: Canvas, grid: Grid, base: float, box: Box, width: float) -> None:
    size = cell_size(base)
    table = canvas.table((box[0], box[1], box[2], box[3] - 12), 1 + len(grid.rows), grid.widths)
    for at, texts in enumerate((grid.head, *grid.rows)):
        table.rows[at].height = Pt(row_height(grid, texts, base, width))
        for column, text in enumerate(texts):
            cell = table.cell(at, column)
            cell.margin_left = cell.margin_right = Pt(7)
            cell.margin_top = cell.margin_bottom = Pt(4)
            cell.fill.solid()
            cell.fill.fore_color.rgb = rgb(COLOURS["soft_teal" if at == 0 else "raised"])
            canvas.write(cell.text_frame.paragraphs[0], text, size, bold=at == 0)


def _draw_card(canvas: Canvas, card: CutCard, base: float, box: Box) -> None:
    frame = canvas.shape(box, fill=COLOURS["raised"], line=COLOURS["muted"], dashed=True, round=12)
    frame.margin_left = frame.margin_right = Pt(10)
    frame.margin_top = Pt(76 if card.picture else 8)
    size = cell_size(base)
    canvas.picture(card.picture, box[0] + (box[2] - 60) / 2, box[1] + 10, 60, width=60)
    texts: list[tuple[Text, bool, str]] = [
        (card.title, True, "ink"),
        (card.text, False, "ink"),
        (card.foot, False, "muted"),
    ]
    shown = [each for each in texts if plain(each[0])]
    for at, (text, bold, colour) in enumerate(shown):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        canvas.write(paragraph, text, size, align="centre", bold=bold, colour=COLOURS[colour])  # type: ignore[index]


def _draw_bar(canvas: Canvas, piece: BarRow, base: float, box: Box) -> None:
    x, y, room, height = box
    size = cell_size(base)
    tall = height - 10
    canvas.label((x, y, room * 0.34 - 8, tall), piece.bar.label, size)
    canvas.decorate(canvas.shape((x + room * 0.34, y - 2, 1.5, height), fill=COLOURS["ink"]))
    if piece.bar.share > 0:
        wide = max(2.0, (room * 0.48 - 12) * piece.bar.share)
        canvas.decorate(canvas.shape((x + room * 0.34 + 2, y + 2, wide, tall - 4), fill=COLOURS["teal"]))
    canvas.label((x + room * 0.82, y, room * 0.18, tall), piece.bar.shown, size, bold=True)


def draw_answers(canvas: Canvas, answers: Sequence[Text], size: float, box: Box) -> None:
    """Draw the answers of a vote as large buttons beside each other."""
    x, y, room, height = box
    wide = (room - 16 * (len(answers) - 1)) / len(answers)
    for at, answer in enumerate(answers):
        fill, line = ANSWER_COLOURS[at % len(ANSWER_COLOURS)]
        place = (x + at * (wide + 16), y, wide, height)
        frame = canvas.shape(place, fill=COLOURS[fill], line=COLOURS[line], points=3, round=22)  # type: ignore[index]
        frame.margin_left = frame.margin_right = Pt(8)
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        canvas.write(frame.paragraphs[0], answer, size, align="centre", bold=True)
