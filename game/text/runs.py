"""From characters to runs that a shaper draws in one go: one script, one direction, nothing that cannot be drawn."""

import re
from typing import Final, NamedTuple

__all__ = ["Item", "drawable", "itemise"]

_UNDRAWABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\ufeff\ud800-\udfff]")


class Item(NamedTuple):
    """Characters of one script and direction; `text` is what is drawn of them."""

    text: str
    script: str
    rtl: bool


def drawable(text: str) -> str:
    """The text as it can be drawn: tabs as spaces, lone surrogates as U+FFFD, other control characters left out."""
    if text.isascii() and text.isprintable():
        return text
    return _UNDRAWABLE.sub(_stand_in, text)


def itemise(text: str) -> tuple[Item, ...]:
    """The runs of one line's text in visual order; none for a text of which nothing can be drawn.

    Latin is all there is so far; further scripts and the order of mixed directions come in behind this function.
    """
    shown = drawable(text)
    return (Item(shown, "Latn", False),) if shown else ()


def _stand_in(match: re.Match[str]) -> str:
    character = match.group()
    if character == "\t":
        return " "
    return "\ufffd" if "\ud800" <= character <= "\udfff" else ""
