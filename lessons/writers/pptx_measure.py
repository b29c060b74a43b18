"""How high pieces are on a slide, and where one that is too high is cut."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from lessons.document import CutCard, Picture, Run, Text, plain
from lessons.writers.pptx_fit import LINE, cut, line_count, line_ends
from lessons.writers.pptx_pieces import (
    BarRow,
    Bubble,
    CardRow,
    Drawing,
    Grid,
    Piece,
    Role,
    Words,
    WriteLine,
)

FACTORS: Final[dict[Role, float]] = {"lead": 1.15, "muted": 0.72, "head": 1.0}
LEAST_WORDS: Final = 18.0
LEAST_BUBBLE: Final = 28.0
"""The smallest letters of a message, in points: it is read from the last row."""
BULLET_ROOM: Final = 1.3
"""Room for the sign of an item, against the size of its letters."""
BUBBLE_SHARE: Final = 0.74
FACE: Final = 52.0
PAD: Final = 14.0
STICKER: Final = 130.0
CALLOUT_INSET: Final = 22.0


def words_size(role: Role, base: float) -> float:
    """Size of letters of a role on a slide whose running text has the size `base`."""
    return max(LEAST_WORDS, round(base * FACTORS.get(role, 1.0)))


def bubble_size(base: float) -> float:
    """Size of the letters of a message."""
    return max(LEAST_BUBBLE, base)


def name_size(base: float) -> float:
    """Size of the name over a message."""
    return max(LEAST_WORDS, round(base * 0.6))


def cell_size(base: float) -> float:
    """Size of letters in tables, cards and charts."""
    return max(LEAST_WORDS, round(base * 0.75))


def inner_width(piece: Piece, width: float) -> float:
    """The width that a piece has within its callout."""
    return width - CALLOUT_INSET if piece.callout else width


def words_width(piece: Words, base: float, width: float) -> float:
    """The width of the lines of a text: items leave room for their sign."""
    size = words_size(piece.role, base)
    return inner_width(piece, width) - (BULLET_ROOM * size if piece.role in ("bullet", "number", "check") else 0.0)


def bubble_text_width(piece: Bubble, width: float) -> float:
    """The width of the lines of a message at most."""
    room = inner_width(piece, width)
    match piece.line.kind:
        case "note" | "gap":
            return room * 0.86
        case "thread":
            return room - FACE - 8
        case "sticker":
            return room * BUBBLE_SHARE - STICKER
        case "hidden" | "call":
            return room * BUBBLE_SHARE - FACE - 2 * PAD - 44
        case _:
            return room * BUBBLE_SHARE - FACE - 2 * PAD


@lru_cache(maxsize=2048)
def piece_height(piece: Piece, base: float, width: float) -> float:
    """The height of a piece, with the room below it, in points."""
    match piece:
        case Words():
            size = words_size(piece.role, base)
            lines = line_count(plain(piece.text), words_width(piece, base, width), size)
            return lines * size * LINE + 0.35 * size
        case Bubble():
            return _bubble_height(piece, base, width)
        case Grid():
            return sum(row_height(piece, row, base, width) for row in (piece.head, *piece.rows)) + 12
        case CardRow():
            return max(card_height(card, piece, base, width) for card in piece.cards) + 12
        case BarRow():
            room, size = inner_width(piece, width), cell_size(base)
            lines = max(
                line_count(piece.bar.label, room * 0.34 - 8, size),
                line_count(piece.bar.shown, room * 0.18 - 8, size),
            )
            return lines * size * LINE + 10
        case Drawing():
            return drawing_height(piece.picture) + 12
        case WriteLine():
            return 44.0


def _bubble_height(piece: Bubble, base: float, width: float) -> float:
    line = piece.line
    size = bubble_size(base)
    lines = line_count(plain(line.text), bubble_text_width(piece, width), size) * size * LINE
    match line.kind:
        case "note" | "gap":
            return lines + 12
        case "thread":
            return max(lines, FACE) + 10
        case "sticker":
            return max(lines, STICKER, mark_height(piece, base, width)) + name_height(piece, base, width) + 12
        case _:
            return (
                max(lines + 2 * PAD - 6, FACE, mark_height(piece, base, width)) + name_height(piece, base, width) + 12
            )


def mark_width(piece: Bubble, width: float) -> float:
    """The width of the lines of a mark: it stands in the room that the widest message leaves."""
    return inner_width(piece, width) * (1 - BUBBLE_SHARE) - 44


def mark_size(base: float) -> float:
    """Size of the letters of a mark."""
    return max(LEAST_WORDS, round(base * 0.7))


def mark_height(piece: Bubble, base: float, width: float) -> float:
    """The height of a mark; none where there is none."""
    size = mark_size(base)
    lines = line_count(piece.line.mark, mark_width(piece, width), size)
    return lines * size * LINE + 10 if piece.line.mark else 0.0


def name_height(piece: Bubble, base: float, width: float) -> float:
    """The height of the name over a message."""
    if not piece.line.name:
        return 0.0
    size = name_size(base)
    return line_count(plain(piece.line.name), inner_width(piece, width) * BUBBLE_SHARE - FACE, size) * size * LINE + 3


def row_height(grid: Grid, row: tuple[Text, ...], base: float, width: float) -> float:
    """The height of a row of a table."""
    size, room = cell_size(base), inner_width(grid, width)
    cells = zip(row, grid.widths, strict=True)
    return max(line_count(plain(cell), max(size, room * share - 16), size) for cell, share in cells) * size * LINE + 12


def card_height(card: CutCard, row: CardRow, base: float, width: float) -> float:
    """The height of a card."""
    size = cell_size(base)
    room = inner_width(row, width) / row.columns - 36
    texts = [plain(text) for text in (card.title, card.text, card.foot) if plain(text)]
    return sum(line_count(text, room, size) for text in texts) * size * LINE + 24 + (64 if card.picture else 0)


def drawing_height(picture: Picture) -> float:
    """The height of a picture on a slide: larger than on paper, and never the whole of it."""
    return min(240.0, max(60.0, picture.height / 25.4 * 72 * 2))


def cut_piece(piece: Piece, base: float, width: float, room: float) -> tuple[Piece, Piece] | None:
    """A piece as a part that is no higher than `room`, and the rest; None where nothing of it fits."""
    match piece:
        case Words():
            size, wide = words_size(piece.role, base), words_width(piece, base, width)
            parts = _cut_text(piece.text, wide, size, int((room - 0.35 * size) / (size * LINE)))
            if parts is None:
                return None
            role: Role = "body" if piece.role in ("bullet", "number", "check") else piece.role
            return replace(piece, text=parts[0]), replace(piece, text=parts[1], role=role)
        case Bubble():
            size = bubble_size(base)
            extra = _bubble_height(replace(piece, line=replace(piece.line, text="")), base, width) - size * LINE
            lines = int((room - max(extra, 2 * PAD + 6)) / (size * LINE))
            parts = _cut_text(piece.line.text, bubble_text_width(piece, width), size, lines)
            if parts is None:
                return None
            first, second = (replace(piece, line=replace(piece.line, text=part)) for part in parts)
            return first, second
        case Grid():
            used = row_height(piece, piece.head, base, width) + 12
            for at, row in enumerate(piece.rows):
                used += row_height(piece, row, base, width)
                if used > room:
                    return (replace(piece, rows=piece.rows[:at]), replace(piece, rows=piece.rows[at:])) if at else None
            return None
        case _:
            return None


def _cut_text(text: Text, width: float, size: float, lines: int) -> tuple[tuple[Run, ...], tuple[Run, ...]] | None:
    ends = line_ends(plain(text), width, size)
    if lines < 1 or len(ends) <= lines:
        return None
    return cut(text, ends[lines - 1])
