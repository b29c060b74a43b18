"""Words that no text for children may hold (rule A1), known by their digests alone.

The list holds the SHA-256 digests of folded words, so that the project itself has none of the words in it. A salt would
not help: whoever wants to read the list can try a dictionary with the salt as well, and the digests only keep the words
out of sight. Words are added with `python -m game.tools.denylist_words`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from game.content.words.word_folding import Folded, fold, is_fragment, spellings
from game.errors import ResourceError
from game.resources import data_folder
from game.story.model import BANDS, Band

DENYLIST_FILE = "denied-words.txt"
NAMING_WORDS = re.compile(
    r"\b(?:nudes?|sexual (?:pictures?|images?|videos?|abuse)|sextortion"
    r"|fotos? (?:desnud[oa]s?|sexual(?:es)?)|abusos? sexual(?:es)?|sextorsión"
    r"|photos? (?:dénudées?|sexuelles?)|(?:abus|images?) sexuel(?:le)?s?|sextorsion)\b",
    re.I,
)
"""The fixed words that help, debrief and law lines of 14-17 may use, and no other text for children."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_NONE: frozenset[Band] = frozenset()
_SHORTEST, _LONGEST, _LONGEST_WRITTEN = 3, 24, 60
_MOST_KNOWN = 50_000
_LONGEST_RUN = 12


@dataclass(slots=True)
class Denylist:
    """Digests of words with the bands for which they are denied; remembers what it was asked."""

    digests: Mapping[bytes, frozenset[Band]]
    _known: dict[str, frozenset[Band]] = field(default_factory=dict, repr=False)
    _chunks: dict[str, frozenset[Band]] = field(default_factory=dict, repr=False)

    def find(self, text: str, bands: frozenset[Band] = frozenset(BANDS)) -> str | None:
        """Return the piece of a text, as it is written, that holds a word denied for one of these bands, or None."""
        chunks = text.split()
        for chunk in chunks:
            denied = self._chunks.get(chunk)
            if denied is None:
                denied = self._look_at(chunk)
            if denied and denied & bands:
                return chunk
        folded = [fold(chunk) for chunk in chunks]
        for at, one in enumerate(folded):
            if one.is_light:
                for first, last in _stretches(folded, at):
                    if self.bands_of("".join([part.whole for part in folded[first : last + 1]])) & bands:
                        return " ".join(chunks[first : last + 1])
        return None

    def bands_of(self, word: str) -> frozenset[Band]:
        """Return the bands for which a piece of text, without blanks, is denied in one of its spellings."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[word] = self._look_up(word)
        return known

    def _look_at(self, chunk: str) -> frozenset[Band]:
        """Return the bands for which a chunk is denied: one of its pieces, or all of them as one word."""
        folded = fold(chunk)
        words = folded.pieces
        if len(words) > 1 and any(map(is_fragment, words)):
            words = (*words, folded.whole)
        if len(self._chunks) >= _MOST_KNOWN:
            self._chunks.clear()
        denied = self._chunks[chunk] = _NONE.union(*(self.bands_of(word) for word in words))
        return denied

    def _look_up(self, word: str) -> frozenset[Band]:
        if not _SHORTEST <= len(word) <= _LONGEST_WRITTEN:
            return _NONE
        digests = (digest_of(one) for one in spellings(word) if _SHORTEST <= len(one) <= _LONGEST)
        return _NONE.union(*(self.digests.get(digest, _NONE) for digest in digests))


def _stretches(folded: Sequence[Folded], at: int) -> Iterator[tuple[int, int]]:
    """Where two or three chunks around a light one may be one word, and where single letters spell one."""
    open_before = at > 0 and not folded[at - 1].closed
    open_behind = at + 1 < len(folded) and not folded[at].closed
    if open_before:
        yield at - 1, at
        if at > 1 and not folded[at - 2].closed:
            yield at - 2, at
    if open_behind:
        yield at, at + 1
        if open_before:
            yield at - 1, at + 1
        if at + 2 < len(folded) and not folded[at + 1].closed:
            yield at, at + 2
    if len(folded[at].whole) == 1 and (at == 0 or len(folded[at - 1].whole) != 1):
        end = at
        while end + 1 < len(folded) and end - at < _LONGEST_RUN and len(folded[end + 1].whole) == 1:
            end += 1
        yield at, end


def digest_of(word: str) -> bytes:
    """Return the digest of a folded word."""
    return sha256(word.encode("utf-8", "surrogatepass")).digest()


def denylist_file() -> Path:
    """Return where the list lies: among the assets, as it is data that people add to and that ships with the game."""
    return data_folder("assets") / DENYLIST_FILE


@lru_cache(maxsize=4)
def load_denylist(path: Path | None = None) -> Denylist:
    """Read a list (the game's own without a path). Raises ResourceError where it is missing or a line is no digest."""
    file = path or denylist_file()
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        hint = "Install the game again, or fetch a fresh copy of it."
        raise ResourceError("The list of denied words cannot be read", where=file, hint=hint) from error
    return Denylist(dict(_read_line(line, number, file) for number, line in enumerate(lines, 1) if _has_word(line)))


def _has_word(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _read_line(line: str, number: int, file: Path) -> tuple[bytes, frozenset[Band]]:
    digest, *names = line.split()
    bands = frozenset(band for band in BANDS if band in names)
    if not _DIGEST.fullmatch(digest) or len(bands) != len(names):
        hint = "A line holds 64 digits of a digest, then the bands for which the word is denied, or none for all."
        raise ResourceError("A line of the denied words cannot be read", where=f"{file}:{number}", hint=hint)
    return bytes.fromhex(digest), bands or frozenset(BANDS)
