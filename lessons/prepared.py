"""Documents and slides as writers get them (`lessons.preparing`): nothing is left to be computed, cleaned or doubted.

All texts are clean. What is only sometimes there is empty where nothing of it can be seen: a caption, the title of a
callout, a cell, a name. The names of blocks are those of `lessons.document` where nothing had to be added.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lessons.document import (
    Audience,
    Cards,
    ChatLine,
    Heading,
    Items,
    Lines,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedTable:
    """A table with as many cells in each row as in every other; `shares` of the width are more than 0, and 1 in all."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    shares: tuple[float, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedCallout:
    """Blocks set apart under a title."""

    title: str
    blocks: tuple["PreparedBlock", ...]
    kind: Literal["say", "care", "help", "note", "draft"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedLine:
    """A line of a chat; `is_first` says that another one wrote before it, so that the name has to stand there."""

    line: ChatLine
    is_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatSection:
    """What stands under one title of a chat (`thread`), or before the first title."""

    thread: ChatLine | None
    lines: tuple[PreparedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedChat:
    """A stretch of chat, cut where another thread begins."""

    sections: tuple[ChatSection, ...]

    @property
    def lines(self) -> Iterator[PreparedLine]:
        """Everything in reading order, titles among it."""
        for section in self.sections:
            if section.thread is not None:
                yield PreparedLine(line=section.thread, is_first=True)
            yield from section.lines


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedBar:
    """One bar of a chart; `share` is how much of the full width it takes, from 0 to 1."""

    label: str
    shown: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedChart:
    """A bar chart with the source and the caution beside it."""

    title: str
    bars: tuple[PreparedBar, ...]
    source: Text
    caution: Text


PreparedBlock: TypeAlias = (
    Heading
    | Paragraph
    | Items
    | PreparedTable
    | PreparedCallout
    | PreparedChat
    | Cards
    | Lines
    | PreparedChart
    | Picture
    | PageBreak
)


def block_name(block: PreparedBlock) -> str:
    """The name of a kind of block, as pages and templates have it: "Table", "Chat"."""
    return type(block).__name__.removeprefix("Prepared")


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedDocument:
    """Pages for one audience, in one language; the title is never empty.

    A run has a tongue only where it is another one than the page's.
    """

    id: str
    title: Text
    audience: Audience
    blocks: tuple[PreparedBlock, ...]
    language: str
    rtl: bool
    paper: Paper
    foot: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedSlide:
    """One picture for the projector."""

    title: Text
    blocks: tuple[PreparedBlock, ...]
    notes: tuple[Text, ...]
    kind: Literal["title", "message", "vote", "explain", "choice", "list", "close"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedDeck:
    """Slides in one language; a run has a tongue only where it is another one than the slides'."""

    id: str
    title: str
    slides: tuple[PreparedSlide, ...]
    language: str
    rtl: bool
    foot: Text
