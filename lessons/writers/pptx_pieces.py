"""What stands on slides: blocks as pieces that are measured, drawn one below the other, and cut where a slide ends."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from lessons.document import (
    Cards,
    ChatLine,
    CutCard,
    Heading,
    Items,
    Lines,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Text,
    plain,
    runs,
)
from lessons.prepared import PreparedBar, PreparedBlock, PreparedCallout, PreparedChart, PreparedChat, PreparedTable

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
    """One bar of a chart."""

    bar: PreparedBar
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


def pieces_of(blocks: Iterable[PreparedBlock], callout: str = "") -> Iterator[Piece | None]:
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
            case PreparedCallout():
                if block.title:
                    yield Words(text=(Run(block.title, bold=True),), role="head", callout=block.kind)
                yield from pieces_of(block.blocks, block.kind)
            case PreparedChat():
                yield from (Bubble(line=each.line, callout=callout) for each in block.lines)
            case Lines():
                if block.label:
                    yield Words(text=block.label, callout=callout)
                yield from (WriteLine(callout=callout) for _ in range(block.count))
            case Picture():
                yield Drawing(picture=block, callout=callout)
            case PreparedTable():
                if block.caption:
                    yield Words(text=block.caption, role="head", callout=callout)
                yield Grid(head=block.head, rows=block.rows, widths=block.shares, callout=callout)
            case Cards():
                for at in range(0, len(block.cards), block.columns):
                    row = block.cards[at : at + block.columns]
                    yield CardRow(cards=row, columns=block.columns, callout=callout)
            case PreparedChart():
                if block.title:
                    yield Words(text=block.title, role="head", callout=callout)
                yield from (BarRow(bar=bar, callout=callout) for bar in block.bars)
                for text in (block.caution, block.source):
                    if text:
                        yield Words(text=text, role="muted", callout=callout)


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
