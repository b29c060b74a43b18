"""What stands on slides: blocks as pieces that are measured, drawn one below the other, and cut where a slide ends."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from lessons.document import (
    Bar,
    Block,
    Callout,
    Cards,
    Chart,
    Chat,
    ChatLine,
    CutCard,
    Heading,
    Items,
    Lines,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Table,
    Text,
    plain,
    runs,
)

Role: TypeAlias = Literal["lead", "body", "muted", "head", "bullet", "number", "check"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Text in lines. `callout` is the kind of the callout that it is part of."""

    text: Text
    role: Role = "body"
    number: int = 1
    callout: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """A line of a chat."""

    line: ChatLine
    callout: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table, or a part of one under the same head."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[float, ...]
    callout: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """Cards beside each other."""

    cards: tuple[CutCard, ...]
    columns: int
    callout: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """One bar of a chart; `share` is how much of the full width it takes."""

    bar: Bar
    share: float
    callout: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture that stands by itself."""

    picture: Picture
    callout: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteLine:
    """A line to write on."""

    callout: str = ""


Piece: TypeAlias = Words | Bubble | Grid | CardRow | BarRow | Drawing | WriteLine


def pieces_of(blocks: Iterable[Block], callout: str = "") -> Iterator[Piece | None]:
    """The pieces of blocks in their order; None where a new slide begins."""
    for block in blocks:
        match block:
            case PageBreak():
                yield None
            case Heading():
                yield Words(text=block.text, role="head", callout=callout)
            case Paragraph():
                yield Words(text=block.text, role=block.kind, callout=callout)
            case Items():
                for at, item in enumerate(block.items):
                    yield Words(text=item, role=block.kind, number=block.first + at, callout=callout)
            case Callout():
                yield Words(text=(Run(block.title, bold=True),), role="head", callout=block.kind)
                yield from pieces_of(block.blocks, block.kind)
            case Chat():
                yield from (Bubble(line=line, callout=callout) for line in block.lines)
            case Lines():
                if plain(block.label):
                    yield Words(text=block.label, callout=callout)
                yield from (WriteLine(callout=callout) for _ in range(block.count))
            case Picture():
                yield Drawing(picture=block, callout=callout)
            case Table():
                yield from _table_pieces(block, callout)
            case Cards():
                columns = max(1, block.columns)
                for at in range(0, len(block.cards), columns):
                    yield CardRow(cards=block.cards[at : at + columns], columns=columns, callout=callout)
            case Chart():
                yield Words(text=block.title, role="head", callout=callout)
                largest = block.largest if block.largest > 0 else 1.0
                for bar in block.bars:
                    yield BarRow(bar=bar, share=min(1.0, max(0.0, bar.value / largest)), callout=callout)
                for text in (block.caution, block.source):
                    if plain(text):
                        yield Words(text=text, role="muted", callout=callout)


def _table_pieces(table: Table, callout: str) -> Iterator[Piece]:
    if table.caption:
        yield Words(text=table.caption, role="head", callout=callout)
    count = max(len(table.head), *(len(row) for row in table.rows), 1)
    shares = table.widths if len(table.widths) == count and min(table.widths) > 0 else (1.0,) * count

    def filled(row: tuple[Text, ...]) -> tuple[Text, ...]:
        return (*row, *("",) * (count - len(row)))

    yield Grid(
        head=filled(table.head),
        rows=tuple(map(filled, table.rows)),
        widths=tuple(share / sum(shares) for share in shares),
        callout=callout,
    )


def as_words(piece: Piece) -> tuple[Words, ...]:
    """The texts of a piece that is too large for any slide, one below the other."""
    match piece:
        case Grid(head=head, rows=rows):
            pairs = [(name, cell) for row in rows for name, cell in zip(head, row, strict=True)] or [
                (h, "") for h in head
            ]
            return tuple(
                Words(
                    text=(*(replace(run, bold=True) for run in runs(name)), Run(": "), *runs(cell)),
                    callout=piece.callout,
                )
                for name, cell in pairs
            )
        case CardRow(cards=cards):
            texts = (text for card in cards for text in (card.title, card.text, card.foot) if plain(text))
            return tuple(Words(text=text, callout=piece.callout) for text in texts)
        case BarRow(bar=bar):
            return (Words(text=f"{bar.label}: {bar.shown}", callout=piece.callout),)
        case _:
            return ()
