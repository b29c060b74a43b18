"""Prepares documents and slides for their writers, once for all formats: cleans texts, orders headings, fills tables.

A document comes as its page thought of it; what a writer would have to guard against is settled here, so that all
formats say the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal, cast

from lessons.clean_text import clean, is_seen
from lessons.document import (
    Block,
    Callout,
    Cards,
    Chart,
    Chat,
    ChatLine,
    CutCard,
    Deck,
    Document,
    Heading,
    Items,
    Lines,
    PageBreak,
    Paragraph,
    Picture,
    Slide,
    Table,
    Text,
    plain,
)
from lessons.prepared import (
    ChatSection,
    PreparedBar,
    PreparedBlock,
    PreparedCallout,
    PreparedChart,
    PreparedChat,
    PreparedDeck,
    PreparedDocument,
    PreparedLine,
    PreparedSlide,
    PreparedTable,
)


def prepare(document: Document) -> PreparedDocument:
    """Return a document as its writers get it. One without a title that can be seen is called by its id."""
    return PreparedDocument(
        id=document.id,
        title=seen_string(document.title) or document.id,
        audience=document.audience,
        blocks=prepare_blocks(document.blocks),
        language=document.language,
        rtl=document.rtl,
        paper=document.paper,
        foot=seen_text(document.foot),
    )


def prepare_deck(deck: Deck) -> PreparedDeck:
    """Return slides as their writer gets them."""
    return PreparedDeck(
        id=deck.id,
        title=clean(deck.title),
        slides=tuple(_slide(slide) for slide in deck.slides),
        language=deck.language,
        rtl=deck.rtl,
        foot=seen_text(deck.foot),
    )


def _slide(slide: Slide) -> PreparedSlide:
    return PreparedSlide(
        title=clean(slide.title),
        blocks=prepare_blocks(slide.blocks),
        notes=tuple(clean(note) for note in slide.notes),
        kind=slide.kind,
    )


def prepare_blocks(blocks: Iterable[Block]) -> tuple[PreparedBlock, ...]:
    """Return blocks as writers get them; a heading without words is left out.

    No level is ever skipped, in callouts neither: who goes from heading to heading must never find one left out.
    """
    return tuple(_Levels().blocks(blocks))


class _Levels:
    """Prepares blocks in reading order, and knows the level of the heading before."""

    def __init__(self) -> None:
        self._last = 0

    def blocks(self, blocks: Iterable[Block]) -> Iterator[PreparedBlock]:
        for block in blocks:
            match block:
                case Heading():
                    text = seen_text(block.text)
                    if text:
                        self._last = min(block.level, self._last + 1)
                        yield replace(block, text=text, level=cast("Literal[1, 2, 3]", self._last))
                case Callout():
                    inner = tuple(self.blocks(block.blocks))
                    yield PreparedCallout(title=seen_string(block.title), blocks=inner, kind=block.kind)
                case _:
                    yield _prepared(block)


def _prepared(
    block: Paragraph | Items | Table | Chat | Cards | Lines | Chart | Picture | PageBreak,
) -> PreparedBlock:
    match block:
        case Paragraph():
            return replace(block, text=clean_whole(block.text))
        case Items():
            return replace(block, items=tuple(clean_whole(item) for item in block.items))
        case Table():
            return _table(block)
        case Chat():
            return PreparedChat(sections=tuple(_sections(block.lines)))
        case Cards():
            return replace(block, cards=tuple(_card(card) for card in block.cards), columns=max(1, block.columns))
        case Lines():
            return replace(block, label=seen_text(block.label), count=max(0, block.count))
        case Chart():
            return _chart(block)
        case Picture():
            return replace(block, alt=seen_string(block.alt) or block.name)
        case PageBreak():
            return block


def _table(table: Table) -> PreparedTable:
    columns = max(len(table.head), *(len(row) for row in table.rows), 1)
    widths = table.widths if len(table.widths) == columns and min(table.widths) > 0 else (1.0,) * columns
    whole = sum(widths)

    def filled(cells: tuple[Text, ...]) -> tuple[Text, ...]:
        return (*(seen_text(cell) for cell in cells), *("",) * (columns - len(cells)))

    return PreparedTable(
        head=filled(table.head),
        rows=tuple(filled(row) for row in table.rows),
        shares=tuple(width / whole for width in widths),
        caption=seen_string(table.caption),
    )


def _sections(lines: Iterable[ChatLine]) -> Iterator[ChatSection]:
    thread: ChatLine | None = None
    here: list[PreparedLine] = []
    sender: tuple[str, bool] | None = None
    for given in lines:
        line = _line(given)
        if line.kind == "thread":
            if thread is not None or here:
                yield ChatSection(thread=thread, lines=tuple(here))
            thread, here, sender = line, [], None
            continue
        now = (line.name, line.kind == "friend") if line.kind not in ("note", "gap") else None
        here.append(PreparedLine(line=line, is_first=now is None or now != sender))
        sender = now
    if thread is not None or here:
        yield ChatSection(thread=thread, lines=tuple(here))


def _line(line: ChatLine) -> ChatLine:
    text = seen_text(line.text) if line.kind == "thread" else clean_whole(line.text)
    return replace(line, text=text, name=seen_string(line.name), mark=seen_string(line.mark))


def _card(card: CutCard) -> CutCard:
    return replace(card, title=seen_text(card.title), text=seen_text(card.text), foot=seen_string(card.foot))


def _chart(chart: Chart) -> PreparedChart:
    largest = chart.largest if chart.largest > 0 else 1.0
    return PreparedChart(
        title=seen_string(chart.title),
        bars=tuple(
            PreparedBar(label=clean(bar.label), shown=clean(bar.shown), share=min(1.0, max(0.0, bar.value / largest)))
            for bar in chart.bars
        ),
        source=seen_text(chart.source),
        caution=seen_text(chart.caution),
    )


def clean_whole(text: Text) -> Text:
    """A text with each of its runs cleaned, those without a letter left out."""
    if isinstance(text, str):
        return clean(text)
    cleaned = (replace(run, text=clean(run.text)) for run in text)
    return tuple(run for run in cleaned if run.text)


def seen_text(text: Text) -> Text:
    """A cleaned text; an empty string where nothing of it can be seen."""
    cleaned = clean_whole(text)
    return cleaned if is_seen(plain(cleaned)) else ""


def seen_string(text: str) -> str:
    """The same for a text without runs."""
    cleaned = clean(text)
    return cleaned if is_seen(cleaned) else ""
