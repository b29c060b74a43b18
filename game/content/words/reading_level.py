"""How hard a text is to read: the Flesch-Kincaid grade for English, over pooled texts.

Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas" (1975):
grade = 0.39 words / sentences + 11.8 syllables / words - 15.59. The grade is a school year of the United States. Single
lines swing wildly ("hey" is below 0), so only pools of a hundred words and more are measured. Syllables are estimated
from letters.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from game.content.words.word_count import sentences

FEWEST_WORDS = 100
"""A pool with fewer words says nothing."""
CEILINGS = {"8-10": 4.0, "11-13": 6.0, "14-17": 9.0}
"""The highest grade of a band's texts, rounded to one decimal."""

_WORD = re.compile(r"[^\W_]")
_MARK_INSIDE = re.compile(r"[.!?…]\W*\s")
_VOWELS = re.compile(r"[aeiouy]+")
_LETTERS = re.compile(r"[a-z]+|\d")
_SILENT_END = re.compile(r"(?<=[^aeiouy])(?:e|es|ed)$")
_SPOKEN_END = re.compile(r"(?:[^aeiouylr]l|[^aeiouyr]r|[aeiouy][^aeiouy]*[^aeiouyl]l)e[sd]?$")
_SPOKEN_ES = re.compile(r"(?:[szxc]|ch|sh|g)es$|[td]ed$")
_SILENT_MIDDLE = re.compile(
    r"(?:some|home|game|time|safe|fire|name|face|phone|note|care|hope|use|here|there|where|like|life|change|move)"
    r"(?=[bcdfghjklmnpqrstvwxz][a-z])|(?<=[bcdfghjkmnpqrstvwxz])e(?=ly$)"
)
_TWO_VOWELS = re.compile(
    r"i(?:a(?!l|n|g|r$)|o(?!n|us)|e(?=t))|(?<![cgtx])iou|eo(?!n|p|us)|[aeioy]ing|ua(?=l|t)|ue(?=l|n)|iu|eu(?=m)"
)
_SPOKEN_NOT = re.compile(r"(?<=[dsz])n't(?![a-z])")
_KNOWN = {
    "area": 3,
    "being": 2,
    "create": 2,
    "different": 3,
    "every": 2,
    "everyone": 3,
    "everything": 3,
    "everybody": 4,
    "idea": 3,
    "league": 1,
    "lion": 2,
    "people": 2,
    "piano": 3,
    "recipe": 3,
    "science": 2,
    "the": 1,
    "video": 3,
}


@dataclass(frozen=True, slots=True)
class Pool:
    """Texts that are measured as one: how many words, syllables and sentences they have."""

    names: tuple[str, ...]
    words: int
    syllables: int
    sentences: int

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade of these texts; 0 where there are none."""
        return flesch_kincaid(self.words, self.syllables, self.sentences)

    def joined(self, other: "Pool") -> "Pool":
        """Return both pools as one."""
        return Pool(
            (*self.names, *other.names),
            self.words + other.words,
            self.syllables + other.syllables,
            self.sentences + other.sentences,
        )


def flesch_kincaid(words: int, syllables: int, sentences: int) -> float:
    """Return the Flesch-Kincaid grade for these counts; 0 where there are no words."""
    if not words or not sentences:
        return 0.0
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def pool_texts(name: str, texts: Iterable[str], *, are_messages: bool = False) -> Pool:
    """Count a pool. A message is one sentence, since many have no full stop; other texts are cut at their marks."""
    kept = [text for text in texts if _has_words(text)]
    counted = Counter(" ".join(kept).lower().split())
    words = syllables = 0
    for word, times in counted.items():
        count = count_syllables(word)
        if count:
            words += times
            syllables += times * count
    ends = len(kept) if are_messages else sum(map(_count_sentences, kept))
    return Pool((name,), words, syllables, ends)


def join_small(pools: Iterable[Pool]) -> tuple[Pool, ...]:
    """Join the pools under a hundred words, each with the next smallest; none is left where all are too few."""
    left = sorted((pool for pool in pools if pool.words), key=lambda pool: pool.words)
    while len(left) > 1 and left[0].words < FEWEST_WORDS:
        left = sorted([left[0].joined(left[1]), *left[2:]], key=lambda pool: pool.words)
    return tuple(pool for pool in left if pool.words >= FEWEST_WORDS)


@lru_cache(maxsize=16384)
def count_syllables(word: str) -> int:
    """Estimate the syllables of an English word; a digit counts as one, a word without letters and digits as none."""
    spelled = _SPOKEN_NOT.sub("nit", word.lower().replace("’", "'"))
    return sum(_count_in(part) for part in _LETTERS.findall(spelled.replace("'", "")))


def _count_in(part: str) -> int:
    if part in _KNOWN:
        return _KNOWN[part]
    if part.isdigit():
        return 1
    count = len(_VOWELS.findall(part)) + len(_TWO_VOWELS.findall(part)) - len(_SILENT_MIDDLE.findall(part))
    if _SILENT_END.search(part) and not _SPOKEN_END.search(part) and not _SPOKEN_ES.search(part):
        count -= 1
    return max(count, 1)


def _count_sentences(text: str) -> int:
    return sum(map(_has_words, sentences(text))) if _MARK_INSIDE.search(text) else 1


def _has_words(text: str) -> bool:
    return bool(_WORD.search(text))
