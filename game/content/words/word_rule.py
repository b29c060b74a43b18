"""A rule about words: what must not stand in a sentence, in whose mouth, and what lets it pass."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from game.content.format.diagnostics import Diagnostic, find
from game.content.format.yaml_nodes import shorten
from game.content.words.cast import Cast, compile_for
from game.content.words.speech import Speech
from game.content.words.spoken import Voice, plain
from game.content.words.word_count import sentences
from game.story.model import BANDS, Band

Passes: TypeAlias = Callable[[str, re.Match[str], Cast], bool]
"""Whether a match in a sentence is harmless; the cast says how the text calls the people."""
WordCheck: TypeAlias = Callable[[Speech], Iterator[Diagnostic]]
"""A check that needs no more of a file than its texts, and more than a pattern; a story's Subject is a Speech too."""

ADVISERS: frozenset[Voice] = frozenset(("narration", "feedback", "why", "adult", "debrief"))
"""Those whose words a child may take for the game's own advice."""
OPTIONS: frozenset[Voice] = frozenset(("say", "safe_say"))
NARRATORS: frozenset[Voice] = ADVISERS | frozenset[Voice](("choice", "telling"))
"""Everybody but the people in a chat and the friend's own lines."""
TEACHER: frozenset[Voice] = frozenset(("teacher",))
ALL_BUT_UNSAFE: frozenset[Voice] = NARRATORS | OPTIONS | frozenset[Voice](("message",))

_MOST_MATCHES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRule:
    """One rule, as a value: which words of which voices are looked at, what is found in them, and what is said of it.

    A text is looked at where it holds one of `words` (pieces in small letters) and `voices` has its voice; and only in
    files that are for no other bands than `bands`.
    `pattern` is tried sentence by sentence (<friend>, <contact> and <whose> as in `Cast`); `passes` is asked with the
    sentence and the match. Messages have a {} for what was found.
    """

    slug: str
    rule: str
    """The rule in a sentence, with its number in the content standard."""
    words: tuple[str, ...]
    pattern: str
    voices: frozenset[Voice]
    message: str
    hint: str
    bands: frozenset[Band] = frozenset(BANDS)
    passes: Passes = lambda sentence, match, cast: False


def find_words(speech: Speech, rule: WordRule) -> Iterator[Diagnostic]:
    """Find what a rule says must not be said: one finding a sentence."""
    if not speech.bands <= rule.bands:
        return
    texts = [spoken for spoken in speech.spoken.holding(rule.words) if spoken.voice in rule.voices]
    if not texts:
        return
    cast = speech.cast
    pattern = compile_for(rule.pattern, cast)
    for spoken in texts:
        for sentence in sentences(plain(spoken.text)):
            if sentence in speech.reviewed:
                continue
            matches = islice(pattern.finditer(sentence), _MOST_MATCHES)
            match = next((one for one in matches if not rule.passes(sentence, one, cast)), None)
            if match is not None:
                found = match.group().strip(" ,:;")
                where = speech.place_of(spoken, found)
                yield find(rule.slug, where, rule.message.format(shorten(found)), rule.hint)
