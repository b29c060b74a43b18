"""Whether what a story says can be drawn with the fonts that come with the game."""

import json
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from game.content.checks.subject import Check, Subject
from game.content.format.diagnostics import Diagnostic, find
from game.errors import ResourceError
from game.resources import font_path

TEXT_FONTS: Final = (
    "AtkinsonHyperlegibleNext-Regular.ttf",
    "IBMPlexSansArabic-Regular.ttf",
    "NotoColorEmoji-Stories.ttf",
)
"""The fonts that chat lines are drawn with; titles have others besides."""
_UNSEEN: Final = frozenset("\u200c\u200d\ufe0e\ufe0f")
_WITHOUT_GLYPH: Final = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Characters that are never drawn; other checks look at them."""


def check_glyphs(subject: Subject) -> Iterator[Diagnostic]:
    """Warn of each character that no bundled font can draw, once a story; players would see an empty box."""
    drawn = _drawn_characters()
    told: set[str] = set()
    for found in subject.texts if drawn else ():
        for char in unicodedata.normalize("NFC", found.text.value):
            if char in drawn or char in told or char in _UNSEEN or unicodedata.category(char) in _WITHOUT_GLYPH:
                continue
            told.add(char)
            name = unicodedata.name(char, "a character without a name").lower()
            source = subject.source
            span = source.locate(found.text.span, found.text.last_line, char) if source else found.text.span
            message = f"No font of the game can draw `{char}` (U+{ord(char):04X}, {name})."
            yield find("no-glyph", span, message, "Write it with other characters, or choose another emoji.")


@cache
def _drawn_characters() -> frozenset[str]:
    try:
        coverage = json.loads(font_path("coverage.json").read_text("utf-8"))
    except (ResourceError, OSError, ValueError):
        return frozenset()
    ranges = (span for file in TEXT_FONTS for span in coverage.get(file, ()))
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


FONT_CHECKS: tuple[Check, ...] = (check_glyphs,)
