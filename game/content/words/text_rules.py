"""What may not stand in any text that a child reads, and how long its lines may be."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

from game.content.format.diagnostics import Diagnostic, find
from game.content.format.field_reader import FoundText
from game.content.format.source_text import SourceText
from game.content.format.spans import Span
from game.content.format.yaml_nodes import shorten
from game.content.words.word_count import count_words, sentences

_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufff9-\ufffb]")
_MOST_CONTACTS = 20
_COMMENT = re.compile(r"\s(#\w.*)")
_JOINERS = "\u200c\u200d"
_JOINED_SCRIPTS = re.compile(r"[\u0600-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\ufb50-\ufeff]")
_TLDS = "com|org|net|edu|gov|info|biz|io|tv|gg|app|dev|chat|uk|eu|de|fr|es|nl|pl|ru|cn|jp|br|ca|au|nz|ie|za"
# (slug, pattern, what it looks like, what to do)
_CONTACTS: tuple[tuple[str, re.Pattern[str], str, str], ...] = (
    (
        "email-address",
        re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
        "an e-mail address",
        'Leave the address out: "Kai sends an address."',
    ),
    (
        "web-address",
        re.compile(rf"https?://\S+|\bwww\.\S+|(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.(?:{_TLDS})\b(?:/\S*)?", re.I),
        "a web address",
        "Invent an app or a place and call it by its name.",
    ),
    (
        "phone-number",
        re.compile(r"(?<![\w.,])\+?\(?\d(?:[ ().\-/]{0,2}\d){6,}(?!\w)"),
        "a phone number",
        'Leave the number out: "Kai sends a number."',
    ),
    ("at-handle", re.compile(r"(?<![\w.@])@\w{2,}"), "an account's @name", "Write the person's name without the @."),
)


def find_invisible(texts: Iterable[FoundText], source: SourceText | None) -> Iterator[Diagnostic]:
    """Find characters that turn text round or cannot be seen; joiners pass in emoji and in scripts that need them."""
    for found in texts:
        value = found.text.value
        for match in _INVISIBLE.finditer(value) if not value.isascii() else ():
            char = match.group()
            if char in _JOINERS and _joins(value, match.start()):
                continue
            name = unicodedata.name(char, "no name").lower()
            message = f"An invisible character stands here (U+{ord(char):04X}, {name})."
            yield find(
                "invisible-character", _place(found, char, source), message, "Delete it and type the place anew."
            )
            break


def find_cut_texts(texts: Iterable[FoundText], source: SourceText | None) -> Iterator[Diagnostic]:
    """Find texts without quotation marks that a # cuts short, as in `kai: I am #1`.

    Real comments have a blank behind their #, and are left alone.
    """
    for found in texts:
        text = found.text
        if source is None or found.cap is None or not text.plain or not 0 < text.last_line <= len(source.lines):
            continue
        start = text.span.end_column - 1 if text.last_line == text.span.line else 0
        # No plain text holds a blank and a #, so the first such place in its last line is where it ends.
        comment = _COMMENT.search(source.lines[text.last_line - 1], start)
        if comment is not None:
            span = Span(source.path, text.last_line, comment.start(1) + 1, comment.end(1) + 1)
            message = f"`{shorten(comment[1])}` is a comment, and no part of the text before it."
            yield find("cut-text", span, message, "Put the text in quotes; or put a blank behind the #.")


def find_contacts(texts: Iterable[FoundText], source: SourceText | None) -> Iterator[Diagnostic]:
    """Find web addresses, e-mail addresses, phone-like numbers and @handles."""
    for found in texts:
        value = found.text.value
        if "@" not in value and "." not in value and sum(char.isdigit() for char in value) < 7:
            continue
        taken: list[tuple[int, int]] = []
        for slug, pattern, what, hint in _CONTACTS:
            for match in islice(pattern.finditer(value), _MOST_CONTACTS):
                if not any(start < match.end() and match.start() < end for start, end in taken):
                    taken.append(match.span())
                    message = f"`{shorten(match.group())}` looks like {what}."
                    yield find(slug, _place(found, match.group(), source), message, hint)


def find_long_lines(
    texts: Iterable[FoundText], source: SourceText | None, cap: int, where: str
) -> Iterator[Diagnostic]:
    """Find chat lines, and sentences of other texts, with more words than the cap; `where` says whose cap it is."""
    for found in texts:
        value = found.text.value
        if found.cap is None or value.count(" ") + value.count("\n") < cap:
            continue
        for piece in [value] if found.cap == "line" else sentences(value):
            words = count_words(piece)
            if words > cap:
                message = f"This {found.cap} has {words} words; {where} {cap} are the most."
                span = _place(found, " ".join(piece.split()[:3]), source)
                yield find("long-line", span, message, "Make two of it: one idea, one line.")


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands between two parts of an emoji, or in a script that needs it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] == "\u200d" and after and unicodedata.category(after) == "So":
        return bool(before) and (before == "\ufe0f" or unicodedata.category(before) in ("So", "Sk"))
    return bool(before) and bool(_JOINED_SCRIPTS.match(before))


def _place(found: FoundText, fragment: str, source: SourceText | None) -> Span:
    """Return where a piece of a text stands in the file, or the whole text where that cannot be told."""
    return source.locate(found.text.span, found.text.last_line, fragment) if source else found.text.span
