"""Prepares documents and slides for their writers, once for all formats: cleans texts, orders headings, fills tables.

A document comes as its page thought of it; what a writer would have to guard against is settled here, so that all
formats say the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal, cast

from game.i18n.tongue import ENGLISH, Tongue, runs_from_right
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
    Run,
    Slide,
    Table,
    Text,
    plain,
    runs,
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

WORDS_OF_A_SENTENCE = 3
"""From this many words on, a text of nothing but other letters on a page from right to left is an English sentence."""


def prepare(document: Document) -> PreparedDocument:
    """Return a document as its writers get it. One without a title that can be seen is called by its id."""
    home = document.tongue
    return PreparedDocument(
        id=document.id,
        title=seen_text(document.title, home) or document.id,
        audience=document.audience,
        blocks=prepare_blocks(document.blocks, home),
        language=document.language,
        rtl=document.rtl,
        paper=document.paper,
        foot=seen_text(document.foot, home),
    )


def prepare_deck(deck: Deck) -> PreparedDeck:
    """Return slides as their writer gets them."""
    return PreparedDeck(
        id=deck.id,
        title=clean(deck.title),
        slides=tuple(_slide(slide, deck.tongue) for slide in deck.slides),
        language=deck.language,
        rtl=deck.rtl,
        foot=seen_text(deck.foot, deck.tongue),
    )


def _slide(slide: Slide, home: Tongue) -> PreparedSlide:
    return PreparedSlide(
        title=clean_whole(slide.title, home),
        blocks=prepare_blocks(slide.blocks, home),
        notes=tuple(clean_whole(note, home) for note in slide.notes),
        kind=slide.kind,
    )


def prepare_blocks(blocks: Iterable[Block], home: Tongue = ENGLISH) -> tuple[PreparedBlock, ...]:
    """Return blocks of a page in the language `home` as writers get them; a heading without words is left out.

    No level is ever skipped, in callouts neither: who goes from heading to heading must never find one left out.
    """
    return tuple(_Levels(home).blocks(blocks))


class _Levels:
    """Prepares blocks in reading order, and knows the level of the heading before."""

    def __init__(self, home: Tongue) -> None:
        self._home = home
        self._last = 0

    def blocks(self, blocks: Iterable[Block]) -> Iterator[PreparedBlock]:
        for block in blocks:
            match block:
                case Heading():
                    text = seen_text(block.text, self._home)
                    if text:
                        self._last = min(block.level, self._last + 1)
                        yield replace(block, text=text, level=cast("Literal[1, 2, 3]", self._last))
                case Callout():
                    inner = tuple(self.blocks(block.blocks))
                    yield PreparedCallout(title=seen_string(block.title), blocks=inner, kind=block.kind)
                case _:
                    yield _prepared(block, self._home)


def _prepared(
    block: Paragraph | Items | Table | Chat | Cards | Lines | Chart | Picture | PageBreak,
    home: Tongue,
) -> PreparedBlock:
    match block:
        case Paragraph():
            return replace(block, text=clean_whole(block.text, home))
        case Items():
            return replace(block, items=tuple(clean_whole(item, home) for item in block.items))
        case Table():
            return _table(block, home)
        case Chat():
            return PreparedChat(sections=tuple(_sections(block.lines, home)))
        case Cards():
            return replace(block, cards=tuple(_card(card, home) for card in block.cards), columns=max(1, block.columns))
        case Lines():
            return replace(block, label=seen_text(block.label, home), count=max(0, block.count))
        case Chart():
            return _chart(block, home)
        case Picture():
            return replace(block, alt=seen_string(block.alt) or block.name)
        case PageBreak():
            return block


def _table(table: Table, home: Tongue) -> PreparedTable:
    columns = max(len(table.head), *(len(row) for row in table.rows), 1)
    widths = table.widths if len(table.widths) == columns and min(table.widths) > 0 else (1.0,) * columns
    whole = sum(widths)

    def filled(cells: tuple[Text, ...]) -> tuple[Text, ...]:
        return (*(seen_text(cell, home) for cell in cells), *("",) * (columns - len(cells)))

    return PreparedTable(
        head=filled(table.head),
        rows=tuple(filled(row) for row in table.rows),
        shares=tuple(width / whole for width in widths),
        caption=seen_string(table.caption),
    )


def _sections(lines: Iterable[ChatLine], home: Tongue) -> Iterator[ChatSection]:
    thread: ChatLine | None = None
    here: list[PreparedLine] = []
    sender: tuple[str, bool] | None = None
    for given in lines:
        line = _line(given, home)
        if line.kind == "thread":
            if thread is not None or here:
                yield ChatSection(thread=thread, lines=tuple(here))
            thread, here, sender = line, [], None
            continue
        now = (plain(line.name), line.kind == "friend") if line.kind not in ("note", "gap") else None
        here.append(PreparedLine(line=line, is_first=now is None or now != sender))
        sender = now
    if thread is not None or here:
        yield ChatSection(thread=thread, lines=tuple(here))


def _line(line: ChatLine, home: Tongue) -> ChatLine:
    text = seen_text(line.text, home) if line.kind == "thread" else clean_whole(line.text, home)
    return replace(line, text=text, name=seen_text(line.name, home), mark=seen_string(line.mark))


def _card(card: CutCard, home: Tongue) -> CutCard:
    title, text, foot = (seen_text(each, home) for each in (card.title, card.text, card.foot))
    return replace(card, title=title, text=text, foot=foot)


def _chart(chart: Chart, home: Tongue) -> PreparedChart:
    largest = chart.largest if chart.largest > 0 else 1.0
    return PreparedChart(
        title=seen_string(chart.title),
        bars=tuple(
            PreparedBar(label=clean(bar.label), shown=clean(bar.shown), share=min(1.0, max(0.0, bar.value / largest)))
            for bar in chart.bars
        ),
        source=seen_text(chart.source, home),
        caution=seen_text(chart.caution, home),
    )


def clean_whole(text: Text, home: Tongue) -> Text:
    """A text with each of its runs cleaned, those without a letter left out.

    On a page in the language `home` only what is in another one says so.
    """
    if isinstance(text, str):
        return _english_left(clean(text), home)
    cleaned = (replace(run, text=clean(run.text)) for run in text)
    found = tuple(run for run in cleaned if run.text)
    return _at_home(found, home) if any(run.tongue is not None for run in found) else _english_left(found, home)


def _at_home(given: tuple[Run, ...], home: Tongue) -> Text:
    """Runs that say their tongue where it is not the page's own, and are as few as can be."""
    kept: list[Run] = []
    for run in given:
        run = replace(run, tongue=None) if run.tongue == home else run
        if kept and replace(kept[-1], text="") == replace(run, text=""):
            kept[-1] = replace(run, text=kept[-1].text + run.text)
        else:
            kept.append(run)
    return kept[0].text if len(kept) == 1 and kept[0] == Run(kept[0].text) else tuple(kept)


def _english_left(text: Text, home: Tongue) -> Text:
    """A text that says it is English where nobody has translated it yet, on a page from right to left.

    Translators give the English sentence for one that a catalogue lacks and do not tell; there its letters tell.
    """
    letters = plain(text)
    if not home.rtl or len(letters.split()) < WORDS_OF_A_SENTENCE or runs_from_right(letters):
        return text
    if not any(character.isalpha() for character in letters):
        return text
    return tuple(run if run.ltr else replace(run, tongue=ENGLISH) for run in runs(text))


def seen_text(text: Text, home: Tongue) -> Text:
    """A cleaned text; an empty string where nothing of it can be seen."""
    cleaned = clean_whole(text, home)
    return cleaned if is_seen(plain(cleaned)) else ""


def seen_string(text: str) -> str:
    """The same for a text without runs."""
    cleaned = clean(text)
    return cleaned if is_seen(cleaned) else ""
