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

Passes = Callable[[str, re.Match[str], Cast], bool]
WordCheck: TypeAlias = Callable[[Speech], Iterator[Diagnostic]]
"""A check that needs no more of a file than its texts; a story's Subject is a Speech too."""

ADVISERS: frozenset[Voice] = frozenset(("narration", "feedback", "why", "adult", "debrief"))
"""Those whose words a child may take for the game's own advice."""
OPTIONS: frozenset[Voice] = frozenset(("say", "safe_say"))
NARRATORS: frozenset[Voice] = ADVISERS | frozenset[Voice](("choice", "telling"))
"""Everybody but the people in a chat and the friend's own lines."""
TEACHER: frozenset[Voice] = frozenset(("teacher",))
ALL_BUT_UNSAFE: frozenset[Voice] = NARRATORS | OPTIONS | frozenset[Voice](("message",))

_NOT = re.compile(r"\b(?:not|never|cannot|no|none|nothing|nobody|neither|nor|without)\b|n't\b", re.I)
_CLAUSE_END = re.compile(r"[,;:]|\b(?:but|and then)\b", re.I)
_MOST_MATCHES = 20
_LOOK_BACK = 300


@dataclass(frozen=True, slots=True)
class WordRule:
    """One rule. A text is looked at where it holds one of `words` (pieces in small letters) and `voices` has its voice.

    `pattern` is tried sentence by sentence (<friend>, <contact> and <whose> as in `Cast`); `passes` is asked with the
    sentence and the match. Messages have a {} for what was found.
    """

    slug: str
    words: tuple[str, ...]
    pattern: str
    voices: frozenset[Voice]
    message: str
    hint: str
    passes: Passes = lambda sentence, match, cast: False


def find_words(speech: Speech, rule: WordRule) -> Iterator[Diagnostic]:
    """Find what a rule says must not be said: one finding a sentence."""
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


def clause_before(sentence: str, at: int) -> str:
    """Return what stands before a place in the same clause (300 characters of it at most)."""
    return _CLAUSE_END.split(sentence[max(0, at - _LOOK_BACK) : at])[-1]


def is_denied(sentence: str, match: re.Match[str], cast: Cast) -> bool:
    """Whether a not, never, nothing ... stands before the match in its clause."""
    return bool(_NOT.search(clause_before(sentence, match.start())))


def is_denied_in_sentence(sentence: str, match: re.Match[str], cast: Cast) -> bool:
    """Whether a not, never, nothing ... stands anywhere before the match."""
    return bool(_NOT.search(sentence[max(0, match.start() - _LOOK_BACK) : match.start()]))


def is_done_by_contact(sentence: str, match: re.Match[str], cast: Cast) -> bool:
    """Whether the unsafe person is the one who does it: named before it, two words away at most."""
    before = clause_before(sentence, match.start())
    return bool(compile_for(r"<contact>(?: [\w']+){0,2}\s*$", cast).search(before))
