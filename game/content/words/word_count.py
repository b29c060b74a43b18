"""Counting words and cutting texts into sentences, as the word caps do."""

import re
from collections.abc import Iterator

WORD_CAPS = {"8-10": 12, "11-13": 18, "14-17": 24}
"""The most words of a chat line, and of each sentence of any other text, by band."""

_SENTENCE_END = re.compile(r"""[.!?…]+["'”’)\]]*(?=\s|$)""")


def count_words(text: str) -> int:
    """Return how many words a text has: pieces between blanks that hold a letter or a digit."""
    return sum(any(char.isalnum() for char in piece) for piece in text.split())


def sentences(text: str) -> Iterator[str]:
    """Cut a text at the ends of its sentences; each keeps its mark."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield text[start : match.end()].strip()
        start = match.end()
    if text[start:].strip():
        yield text[start:].strip()
