"""A sentence that stands in a story twice: read again it sounds like a formula, and it may give an answer away."""

import re
from collections.abc import Iterator

from game.content.checks.subject import Check, Subject
from game.content.format.diagnostics import Diagnostic, find
from game.content.words.spoken import Voice, plain
from game.content.words.word_count import count_words, sentences

_WORD = re.compile(r"[\w']+")
_SHORTEST = 5
_MOST = 40
"""Sentences of one story that are looked at: a file in which everything is repeated is told often enough by then."""
_VOICES: frozenset[Voice] = frozenset(("unsafe", "message", "why", "feedback"))


def check_same_sentences(subject: Subject) -> Iterator[Diagnostic]:
    """No message, `why` or feedback repeats a sentence of five words or more that a player reads in one play."""
    seen: dict[str, tuple[int, str]] = {}
    later: dict[str, frozenset[str]] = {}
    roads = subject.roads
    found = 0
    for spoken in subject.spoken.texts:
        if spoken.voice not in _VOICES or spoken.steps[0] != "scenes" or found >= _MOST:
            continue
        for sentence in sentences(plain(spoken.text)):
            if sentence.count(" ") < _SHORTEST - 1 or count_words(sentence) < _SHORTEST:
                continue
            key = " ".join(_WORD.findall(sentence.replace("’", "'").casefold()))
            line, scene = subject.at(*spoken.steps).line, str(spoken.steps[1])
            if key not in seen:
                seen[key] = line, scene
                continue
            found += 1
            first_line, first_scene = seen[key]
            if first_scene not in later:
                later[first_scene] = roads.reached_from(first_scene)
            if scene in later[first_scene] or first_scene in roads.reached_from(scene):
                message = f"This sentence stands in line {first_line} already."
                hint = "Say it in other words, or leave it out here."
                yield find("same-sentence", subject.place_of(spoken, sentence), message, hint)


REPETITION_CHECKS: tuple[Check, ...] = (check_same_sentences,)
