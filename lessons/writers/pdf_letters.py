"""Which texts the bundled fonts can write, and what stands in for what they cannot."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from game.resources import font_path
from lessons.clean_text import LOOKS

STAND_IN = "[?]"
"""Shown in place of letters that no font has, so that a reader sees that something is missing."""
EMOJI_FILE = "NotoColorEmoji-Stories.ttf"
FONT_FILES = (
    ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf"),
    ("IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-Bold.ttf"),
    (EMOJI_FILE,),
)
"""The faces that a text is written with, in the order in which they are asked; a letter counts that all cuts have."""
LONG_WORD = 30
"""A word of more letters without "/" or "-" may be broken after every `BROKEN_AFTER`, lest it runs off the page."""
BROKEN_AFTER = 12

_SAME_LOOK = {"\u2010": "-", "\u2011": "-", "\u2212": "-"}
_KEPT_UNSEEN = frozenset("\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069")
"""Joiners and marks of direction: they have no shape, and change how their neighbours are set."""
_SOFT_BREAK = "\u200b"


@dataclass(frozen=True, slots=True)
class Letters:
    """The characters of each face of a page."""

    faces: tuple[frozenset[int], ...]

    def can_write(self, cluster: str) -> bool:
        """Whether one face has a letter with all its marks."""
        codes = {ord(character) for character in cluster}
        return any(codes <= face for face in self.faces)


@cache
def bundled_letters() -> Letters:
    """The letters of the bundled fonts, from the list that is kept beside them."""
    coverage: Mapping[str, list[list[int]]] = json.loads(font_path("coverage.json").read_text(encoding="utf-8"))

    def letters(file: str) -> frozenset[int]:
        return frozenset(code for first, last in coverage[file] for code in range(first, last + 1))

    return Letters(tuple(frozenset.intersection(*map(letters, files)) for files in FONT_FILES))


def writable(text: str, letters: Letters) -> tuple[str, str]:
    """A prepared text as the fonts can write it, and the characters that they cannot.

    What has no shape of its own is dropped: the fonts have one look of each letter. Each stretch that no font has
    becomes one `STAND_IN`.
    """
    kept: list[str] = []
    missing: list[str] = []
    for cluster in _clusters(unicodedata.normalize("NFC", text)):
        base = cluster[0]
        if base in _KEPT_UNSEEN or base == "\n" or letters.can_write(cluster):
            kept.append(cluster)
        else:
            missing.append(cluster)
            if not kept or kept[-1] != STAND_IN:
                kept.append(STAND_IN)
    return _soften("".join(kept)), "".join(missing)


def _clusters(text: str) -> list[str]:
    clusters: list[str] = []
    for character in text:
        character = _SAME_LOOK.get(character, character)
        category = unicodedata.category(character)
        if category == "Zs":
            character = "\u00a0" if character in "\u00a0\u202f" else " "
        is_control = category in ("Cc", "Cf") and character not in "\n "
        if character in LOOKS or (is_control and character not in _KEPT_UNSEEN):
            continue
        if category[0] == "M" and clusters and clusters[-1].strip():
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _soften(text: str) -> str:
    def soften(match: re.Match[str]) -> str:
        pieces: list[str] = []
        for cluster in _clusters(match[0]):
            if pieces and len(pieces) % (BROKEN_AFTER + 1) == BROKEN_AFTER:
                pieces.append(_SOFT_BREAK)
            pieces.append(cluster)
        return "".join(pieces)

    return re.sub(rf"[^\s/-]{{{LONG_WORD + 1},}}", soften, text)
