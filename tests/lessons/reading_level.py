"""The Flesch-Kincaid grade of English text, by the usual formula with syllables estimated from letters."""

import re

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_VOWELS = re.compile(r"[aeiouy]+")


def grade(sentences: list[str]) -> float:
    """0.39 words a sentence + 11.8 syllables a word - 15.59, over all sentences together."""
    parts = [part for text in sentences for part in re.split(r"(?<=[.!?:…])\s+", text) if _WORD.search(part)]
    words = [word for part in parts for word in _WORD.findall(part)]
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(parts) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    word = re.sub(r"['’].*", "", word.lower())
    count = len(_VOWELS.findall(word))
    if word.endswith(("e", "es", "ed")) and not word.endswith(("le", "ted", "ded", "ses", "ces", "ges", "ee", "ie")):
        count -= 1
    return max(1, count)
