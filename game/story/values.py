"""Plain values that screens and commands show: cards, help rows, wordings."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.story.model import Band


@dataclass(frozen=True, slots=True)
class CardWords:
    """What the picker says of a story in another language, by its code."""

    language: str
    title: str
    about: str
    content_note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """What the picker knows of a story without reading the whole of it."""

    id: str
    title: str
    band: Band
    kind: Literal["story", "booster"]
    level: int
    minutes: int
    about: str
    content_note: str
    picture: str
    is_draft: bool
    signs: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    needs_gate: bool = False
    """Whether an adult has to say "I have read this story" first (content rule H7)."""
    path: str = ""
    """Where the story's file lies, for opening it."""
    told: tuple[CardWords, ...] = ()
    """The languages beside English in which the whole story is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRow:
    """One service that a child or an adult can turn to, with the evidence for it."""

    country: str
    organisation: str
    purpose: tuple[str, ...]
    phone: str = ""
    web: str = ""
    text_or_chat: str = ""
    hours: str = ""
    who_can_use: str = ""
    source: str = ""
    seen: str = ""
    """Year of the newest evidence, or "undated"."""
    note: str = ""
    checked_on: str = ""
    checked_by: str = ""
    valid_until: str = ""


Freshness: TypeAlias = Literal["checked", "unchecked", "old", "expired"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownHelp:
    """A row with only what may be shown of it today; an empty text is not shown.

    checked: a person opened the live page, and the check holds. unchecked: nobody has; look at the site first.
    old: the check ran out, this may have changed. expired: it ran out long ago, only the site is left.
    """

    row: HelpRow
    freshness: Freshness
    phone: str = ""
    text_or_chat: str = ""
    hours: str = ""

    @property
    def web(self) -> str:
        """The official site, which is always shown."""
        return self.row.web

    @property
    def is_reachable(self) -> bool:
        """Whether anything is left by which one gets there: a number too old to be shown, and no site, is nothing."""
        return bool(self.phone or self.text_or_chat or self.web)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A reviewed sentence for a purpose, such as "This is not your fault."."""

    id: str
    kind: str
    bands: tuple[Band, ...]
    text: str
