"""What may not stand in any text of a story, and how long its lines may be."""

import re
import unicodedata
from collections.abc import Iterator

from game.content.checks.subject import Check, Subject
from game.content.checks.word_count import WORD_CAPS, count_words, sentences
from game.content.diagnostics import Diagnostic, find
from game.content.field_reader import FoundText
from game.content.spans import Span
from game.content.yaml_nodes import shorten

_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufff9-\ufffb]")
_JOINERS = "\u200c\u200d"
_JOINED_SCRIPTS = re.compile(r"[\u0600-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\ufb50-\ufeff]")
_TLDS = "com|org|net|edu|gov|info|biz|io|tv|gg|app|dev|chat|uk|eu|de|fr|es|nl|pl|ru|cn|jp|br|ca|au|nz|ie|za"
# (slug, pattern, what it looks like, what to do)
_CONTACTS: tuple[tuple[str, re.Pattern[str], str, str], ...] = (
    (
        "email-address",
        re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
        "an e-mail address",
        "Write it in words, or leave it out.",
    ),
    (
        "web-address",
        re.compile(rf"https?://\S+|\bwww\.\S+|(?<![\w@.])[\w-]+(?:\.[\w-]+)*\.(?:{_TLDS})\b(?:/\S*)?", re.I),
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


def check_invisible_characters(subject: Subject) -> Iterator[Diagnostic]:
    """No character that turns text round or cannot be seen; joiners in emoji and in the scripts that need them pass."""
    for found in subject.reading.texts:
        value = found.text.value
        for match in _INVISIBLE.finditer(value) if not value.isascii() else ():
            char = match.group()
            if char in _JOINERS and _joins(value, match.start()):
                continue
            name = unicodedata.name(char, f"U+{ord(char):04X}").lower()
            message = f"An invisible character stands here (U+{ord(char):04X}, {name})."
            yield find(
                "invisible-character", _place(subject, found, char), message, "Delete it and type the place anew."
            )
            break


def check_contacts(subject: Subject) -> Iterator[Diagnostic]:
    """No web address, e-mail, phone-like number or @handle in any text."""
    for found in subject.reading.texts:
        value = found.text.value
        has_digits = sum(char.isdigit() for char in value) > 6
        if "@" not in value and "." not in value and not has_digits:
            continue
        taken: list[tuple[int, int]] = []
        for slug, pattern, what, hint in _CONTACTS:
            for match in pattern.finditer(value):
                if not any(start < match.end() and match.start() < end for start, end in taken):
                    taken.append(match.span())
                    message = f"`{shorten(match.group())}` looks like {what}."
                    yield find(slug, _place(subject, found, match.group()), message, hint)


def check_long_lines(subject: Subject) -> Iterator[Diagnostic]:
    """A chat line, and each sentence of any other text, keeps to the word cap of its band."""
    if subject.has_gap("band"):
        return
    cap = WORD_CAPS[subject.scenario.band]
    for found in subject.reading.texts:
        value = found.text.value
        if found.cap is None or value.count(" ") + value.count("\n") < cap:
            continue
        for piece in [value] if found.cap == "line" else sentences(value):
            words = count_words(piece)
            if words > cap:
                what = "line" if found.cap == "line" else "sentence"
                message = f"This {what} has {words} words; for the band {subject.scenario.band} {cap} are the most."
                where = _place(subject, found, " ".join(piece.split()[:3]))
                yield find("long-line", where, message, "Make two of it: one idea, one line.")


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands between two parts of an emoji, or in a script that needs it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] == "\u200d" and after and unicodedata.category(after) == "So":
        return bool(before) and (before == "\ufe0f" or unicodedata.category(before) in ("So", "Sk"))
    return bool(before) and bool(_JOINED_SCRIPTS.match(before))


def _place(subject: Subject, found: FoundText, fragment: str) -> Span:
    """Return where a piece of a text stands in the file, or the text where it cannot be told."""
    source = subject.reading.source
    return source.locate(found.text.span, found.text.last_line, fragment) if source else found.text.span


LANGUAGE_CHECKS: tuple[Check, ...] = (check_invisible_characters, check_contacts, check_long_lines)
