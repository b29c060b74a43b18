"""Writes slides as PPTX, with notes for the teacher; what does not fit on one slide goes on to the next."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from pptx.presentation import Presentation

from lessons.document import Items, Picture, Text, joined, plain
from lessons.prepared import PreparedDeck, PreparedSlide
from lessons.writers.office_file import pack_again
from lessons.writers.office_text import language_tag
from lessons.writers.pptx_canvas import Canvas, plain_frame
from lessons.writers.pptx_draw import draw_answers, draw_pieces, write_words
from lessons.writers.pptx_fit import LINE, cut, line_count
from lessons.writers.pptx_measure import cut_piece, piece_height
from lessons.writers.pptx_pieces import Piece, Words, as_words, pieces_of
from lessons.writers.pptx_template import (
    BODY_BOX,
    COLOURS,
    COVER,
    COVER_BODY_BOX,
    COVER_TITLE_BOX,
    FREE,
    MARGIN,
    TEXT,
    TITLE_BOX,
    WIDTH,
    new_presentation,
    place,
)

BASES: Final = (40.0, 36.0, 34.0, 32.0, 30.0, 28.0, 26.0, 24.0)
"""Sizes of running text that are tried, in points; below the last one a slide is parted in two."""
TITLE_SIZES: Final = (36, 32, 28, 24, 22)
COVER_SIZES: Final = (60, 52, 44, 36, 30, 24)
ANSWER_SIZES: Final = (34, 30, 28, 26, 24, 20)
ANSWER_HEIGHT: Final = 92.0
MOST_ANSWERS: Final = 4
TITLE_COLOUR: Final = COLOURS["teal"]
SIDE: Final = 230.0
"""Width of the column of a picture beside words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one slide of the file shows."""

    pieces: tuple[Piece, ...]
    base: float


def write_pptx(deck: PreparedDeck) -> bytes:
    """Write slides as PPTX; the same deck gives the same bytes."""
    presentation = new_presentation(deck)
    for slide in deck.slides:
        _write_slide(presentation, deck, slide)
    file = io.BytesIO()
    presentation.save(file)
    return pack_again(file.getvalue())


def _write_slide(presentation: Presentation, deck: PreparedDeck, slide: PreparedSlide) -> None:
    if slide.kind == "title" and _fits_cover(slide):
        _write_cover(presentation, deck, slide)
        return
    answers = _answers(slide)
    blocks = tuple(block for block in slide.blocks if not (answers and isinstance(block, Items)))
    side = _side_picture(slide)
    if side is not None:
        blocks = tuple(block for block in blocks if block is not side)
    x, y, width, height = BODY_BOX
    box = (
        x,
        y,
        width - (SIDE + 20 if side else 0),
        height - (ANSWER_HEIGHT + 16 if answers else 0),
    )
    size, title, whole = _title_size(slide.title)
    pieces = list(pieces_of(blocks))
    if not whole:
        pieces.insert(0, Words(text=slide.title, role="head"))
    for number, part in enumerate(_parts(pieces, box[2], box[3]), start=1):
        is_text = not answers and all(isinstance(piece, Words) and not piece.callout for piece in part.pieces)
        layout = presentation.slide_layouts[TEXT if is_text and part.pieces else FREE]
        made = presentation.slides.add_slide(layout)
        canvas = Canvas(made, rtl=deck.rtl, language=language_tag(deck.language))
        shown = joined(title, f" ({number})") if number > 1 else title
        canvas.write(made.shapes.title.text_frame.paragraphs[0], shown, size, bold=True, colour=TITLE_COLOUR)
        if is_text and part.pieces:
            holder = made.placeholders[1]
            place(holder, box, rtl=deck.rtl)
            frame = plain_frame(holder.text_frame)
            write_words(canvas, frame, [piece for piece in part.pieces if isinstance(piece, Words)], part.base)
        else:
            draw_pieces(canvas, part.pieces, part.base, _lowered(part, box))
        if side is not None:
            left = x + width - SIDE
            if not canvas.picture(side.name, left, y, SIDE - 10, side.alt, width=SIDE - 10):
                canvas.label((left, y, SIDE, height), side.alt, 18)
        if answers:
            draw_answers(
                canvas, answers, _answer_size(answers, width), (x, y + height - ANSWER_HEIGHT, width, ANSWER_HEIGHT)
            )
        _finish(canvas, deck, slide, layout, made, first=number == 1)


def _finish(canvas: Canvas, deck: PreparedDeck, slide: PreparedSlide, layout: Any, made: Any, *, first: bool) -> None:
    """Put in the foot, and on the first slide of a parted one the notes."""
    canvas.foot(deck.foot, layout)
    if not first or not slide.notes:
        return
    frame = made.notes_slide.notes_text_frame
    for at, note in enumerate(slide.notes):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        canvas.write(paragraph, note, 14)


def _write_cover(presentation: Presentation, deck: PreparedDeck, slide: PreparedSlide) -> None:
    layout = presentation.slide_layouts[COVER]
    made = presentation.slides.add_slide(layout)
    canvas = Canvas(made, rtl=deck.rtl, language=language_tag(deck.language))
    size = _cover_size(slide.title)
    canvas.write(made.shapes.title.text_frame.paragraphs[0], slide.title, size, bold=True, colour=TITLE_COLOUR)
    pieces = tuple(pieces_of(slide.blocks))
    words = [piece for piece in pieces if isinstance(piece, Words)]
    base = _largest_base(words, COVER_BODY_BOX[2], COVER_BODY_BOX[3]) or BASES[-1]
    holder = made.placeholders[1]
    if words:
        write_words(canvas, plain_frame(holder.text_frame), words, min(base, 30.0))
        place(holder, COVER_BODY_BOX, rtl=deck.rtl)
    else:
        holder._element.getparent().remove(holder._element)
    canvas.picture("app/icon", WIDTH - MARGIN - 90, 30, 80)
    _finish(canvas, deck, slide, layout, made, first=True)


def _fits_cover(slide: PreparedSlide) -> bool:
    words = list(pieces_of(slide.blocks))
    is_text = all(isinstance(piece, Words) and not piece.callout for piece in words)
    pieces = [piece for piece in words if piece is not None]
    fits = _largest_base(pieces, COVER_BODY_BOX[2], COVER_BODY_BOX[3]) is not None
    return is_text and fits and _cover_size(slide.title) > 0


def _cover_size(title: Text) -> int:
    lines = ((size, line_count(plain(title), COVER_TITLE_BOX[2] - 90, size)) for size in COVER_SIZES)
    return next((size for size, count in lines if count * size * LINE <= COVER_TITLE_BOX[3]), 0)


def _title_size(title: Text) -> tuple[int, Text, bool]:
    """The size of a title, the title as far as it fits with a number behind it, and whether that is all of it."""
    cleaned = _on_one_line(title)
    for size in TITLE_SIZES:
        if line_count(f"{plain(cleaned)} (00)", TITLE_BOX[2], size) * size * LINE <= TITLE_BOX[3]:
            return size, cleaned, True
    short = f"{cleaned[:60]} …" if isinstance(cleaned, str) else joined(cut(cleaned, 60)[0], " …")
    return TITLE_SIZES[-1], short, False


def _on_one_line(title: Text) -> Text:
    if isinstance(title, str):
        return " ".join(title.split())
    return tuple(replace(run, text=re.sub(r"\s+", " ", run.text)) for run in title)


def _answers(slide: PreparedSlide) -> tuple[Text, ...]:
    """The answers of a vote, where they are few and short enough for buttons."""
    lists = [block for block in slide.blocks if isinstance(block, Items)]
    if slide.kind != "vote" or len(lists) != 1 or not 1 <= len(lists[0].items) <= MOST_ANSWERS:
        return ()
    return lists[0].items if _answer_size(lists[0].items, BODY_BOX[2]) else ()


def _answer_size(answers: Sequence[Text], width: float) -> int:
    room = (width - 16 * (len(answers) - 1)) / len(answers) - 20
    for size in ANSWER_SIZES:
        lines = max(line_count(plain(answer), room, size) for answer in answers)
        if lines * size * LINE <= ANSWER_HEIGHT - 10:
            return size
    return 0


def _side_picture(slide: PreparedSlide) -> Picture | None:
    """The one picture of a slide whose other blocks are words: it stands beside them."""
    pictures = [block for block in slide.blocks if isinstance(block, Picture)]
    others = pieces_of(block for block in slide.blocks if not isinstance(block, Picture))
    is_words = all(isinstance(piece, Words) for piece in others)
    return pictures[0] if len(pictures) == 1 and is_words and len(slide.blocks) > 1 else None


def _parts(pieces: Sequence[Piece | None], width: float, height: float) -> Iterator[Part]:
    """Pieces as slides: all on one where they fit, in letters as large as can be; the rest on following ones."""
    group: list[Piece] = []
    made = 0
    for piece in (*pieces, None):
        if piece is not None:
            group.append(piece)
        elif group:
            for part in _group_parts(group, width, height):
                made += 1
                yield part
            group = []
    if not made:
        yield Part(pieces=(), base=BASES[0])


def _group_parts(pieces: list[Piece], width: float, height: float) -> Iterator[Part]:
    left = pieces
    while left:
        base = _largest_base(left, width, height)
        if base is not None:
            yield Part(pieces=tuple(left), base=base)
            return
        here, left = _fill(left, width, height)
        yield Part(pieces=here, base=_largest_base(here, width, height) or BASES[-1])


def _largest_base(pieces: Sequence[Piece], width: float, height: float) -> float | None:
    return next((base for base in BASES if _fits(pieces, base, width, height)), None)


def _fits(pieces: Sequence[Piece], base: float, width: float, height: float) -> bool:
    total = 0.0
    for piece in pieces:  # no further than needed: there may be words for a hundred slides
        total += piece_height(piece, base, width)
        if total > height:
            return False
    return True


def _total(pieces: Sequence[Piece], base: float, width: float) -> float:
    return sum(piece_height(piece, base, width) for piece in pieces)


def _fill(pieces: list[Piece], width: float, height: float) -> tuple[tuple[Piece, ...], list[Piece]]:
    """As many pieces as fit in the smallest letters, at least a part of one, and the rest."""
    base = BASES[-1]
    here: list[Piece] = []
    left = list(pieces)
    room = height
    while left:
        piece = left[0]
        tall = piece_height(piece, base, width)
        if tall <= room:
            here.append(left.pop(0))
            room -= tall
            continue
        parts = cut_piece(piece, base, width, room) if tall > height or not here else None
        if parts is not None:
            here.append(parts[0])
            left[0] = parts[1]
        elif not here:
            words = as_words(piece)
            if words:
                left[:1] = words
                continue
            here.append(left.pop(0))
        break
    while len(here) > 1 and left and isinstance(here[-1], Words) and here[-1].role == "head":
        left.insert(0, here.pop())
    return tuple(here), left


def _lowered(part: Part, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The box with some white above what fills it only partly."""
    x, y, width, height = box
    spare = max(0.0, height - _total(part.pieces, part.base, width))
    return (x, y + min(50.0, spare / 3), width, height)
