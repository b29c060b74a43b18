"""What lesson pages and slides are made of: a few kinds of block, which every writer draws in its own format.

Nothing here knows a file format. Texts are plain: a writer escapes them for its format and takes nothing in them for a
command. Lengths are millimetres, sizes of letters points.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from game.i18n.tongue import Tongue

Audience: TypeAlias = Literal["teacher", "pupil", "family"]
Paper: TypeAlias = Literal["a4", "letter"]
PAPERS: tuple[Paper, ...] = get_args(Paper)
PAPER_SIZES: dict[Paper, tuple[float, float]] = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height in millimetres."""
TEXT_POINTS: dict[Audience, float] = {"teacher": 11.0, "pupil": 14.0, "family": 12.0}
"""Size of running text; the smallest letters on a pupil's page are as large as its running text."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text.

    `ltr` is for what is written from left to right in every language: a phone number, a web address, a user name, a
    time; writers isolate it (U+2066 ... U+2069) where the page runs from right to left.

    `tongue` is what the text is in, where that may be another language than its page's: a story in English on a page in
    Arabic. In prepared documents it is None wherever that is the language of the page.
    """

    text: str
    bold: bool = False
    ltr: bool = False
    tongue: Tongue | None = None


Text: TypeAlias = str | tuple[Run, ...]


def plain(text: Text) -> str:
    """The characters of a text alone."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


def runs(text: Text) -> tuple[Run, ...]:
    """A text as its runs."""
    return (Run(text),) if isinstance(text, str) else text


def joined(*parts: Text) -> Text:
    """Texts one behind the other, as one text; a string where all of them are."""
    strings = [part for part in parts if isinstance(part, str)]
    return "".join(strings) if len(strings) == len(parts) else tuple(run for part in parts for run in runs(part))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading: level 1 to 3; the document's title stands above all of them. `id` names a statement for checks."""

    text: Text
    level: Literal[1, 2, 3] = 1
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text. `id` names a statement that a page has to make, for the checks; it is never shown."""

    text: Text
    kind: Literal["body", "lead", "muted"] = "body"
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list: bullets, numbers from `first` on, or boxes to tick."""

    items: tuple[Text, ...]
    kind: Literal["bullet", "number", "check"] = "bullet"
    first: int = 1
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a head row; `widths` are shares of the width, equal where there are none."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[float, ...] = ()
    caption: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """Blocks set apart: what to say aloud, what to take care of, where help is, a note, or that this is a draft.

    The kind shows by its title and a line at its side too, so that it is clear without colours.
    """

    title: str
    blocks: tuple["Block", ...]
    kind: Literal["say", "care", "help", "note", "draft"] = "note"
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatLine:
    """One thing in a chat as it is shown on paper.

    `kind`: "them" and "friend" are messages (the friend's stand at the other side), "hidden" a grey tile that has only
    a label and no text behind it, "call" a declined call, "sticker" a drawn picture with its words, "note" the
    narrator, "gap" time that passes, "thread" the title of the chat that follows.
    """

    kind: Literal["them", "friend", "hidden", "call", "sticker", "note", "gap", "thread"]
    text: Text
    name: Text = ""
    """Who sends it; empty for notes, gaps and threads."""
    picture: str = ""
    """A picture of `assets/pictures`, as "avatars/fox" or "stickers/hug"; empty for none."""
    mark: str = ""
    """A short label at its side, such as "Vote 2" or "5"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A stretch of chat, kept together where a page allows it."""

    lines: tuple[ChatLine, ...]
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CutCard:
    """A card to cut out: a title, a text, a picture (as ChatLine.picture), a small line at its foot."""

    title: Text = ""
    text: Text = ""
    picture: str = ""
    foot: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Cards of the same size with dashed edges, `columns` beside each other, at least `height` mm tall."""

    cards: tuple[CutCard, ...]
    columns: int = 2
    height: float = 55.0
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Empty lines to write on, under a label."""

    count: int
    label: Text = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: what it counts, its value, and the value as it is written ("34 %", "under 5 %")."""

    label: str
    value: float
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A bar chart of figures with the source and the caution that have to stand beside them. Adult pages only."""

    title: str
    bars: tuple[Bar, ...]
    source: Text
    caution: Text = ""
    largest: float = 100.0
    """The value of a bar of full width."""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn picture of `assets/pictures` by its name, with the words that stand in for it."""

    name: str
    alt: str
    height: float = 30.0
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """What follows begins on a new page."""

    id: str = ""


Block: TypeAlias = Heading | Paragraph | Items | Table | Callout | Chat | Cards | Lines | Chart | Picture | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Pages for one audience, in one language; what is in another says so itself (`Run.tongue`)."""

    id: str
    """The kind of page and the name of its file: "lesson-plan", "handout"."""
    title: Text
    audience: Audience
    blocks: tuple[Block, ...]
    language: str = "en"
    """The code as folders in `locales` have it."""
    rtl: bool = False
    paper: Paper = "a4"
    foot: Text = ""
    """One line at the foot of every page: what this is, and that it is a draft."""

    @property
    def tongue(self) -> Tongue:
        """The language of its pages, and the way they run."""
        return Tongue(self.language, self.rtl)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A picture for the projector: few words, large; what the teacher says stands in the notes."""

    title: Text
    blocks: tuple[Block, ...] = ()
    notes: tuple[Text, ...] = ()
    kind: Literal["title", "message", "vote", "explain", "choice", "list", "close"] = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """Slides in one language."""

    id: str
    title: str
    slides: tuple[Slide, ...]
    language: str = "en"
    rtl: bool = False
    foot: Text = ""

    @property
    def tongue(self) -> Tongue:
        """The language of its slides, and the way they run."""
        return Tongue(self.language, self.rtl)
