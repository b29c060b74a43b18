"""Sentences that stand in two stories: who has read the one knows the answer of the other."""

import re
from collections.abc import Iterator

from game.content.format.diagnostics import Diagnostic, find
from game.content.pack.pack import Pack, PackCheck, PackStory
from game.content.words.word_count import count_words, sentences
from game.story.model import Choice, Message

_SHORTEST = 5
_WORD = re.compile(r"[\w']+")
_Steps = tuple[str | int, ...]


def check_same_sentence(pack: Pack) -> Iterator[Diagnostic]:
    """No sentence of five words or more stands in the messages, feedback or whys of two stories."""
    owners: dict[str, tuple[PackStory, _Steps]] = {}
    for story in pack.stories:
        told: set[str] = set()
        for text, steps in _texts(story):
            for sentence in sentences(text):
                folded = _fold(sentence)
                if count_words(folded) < _SHORTEST or folded in told:
                    continue
                owner, first = owners.setdefault(folded, (story, steps))
                if owner is not story:
                    told.add(folded)
                    line = owner.at(*first).line
                    message = f'"{sentence}" stands in `{owner.scenario.id}` too, in line {line}.'
                    yield find("same-sentence", story.at(*steps), message, "Say it in another way in one of them.")


def _texts(story: PackStory) -> Iterator[tuple[str, _Steps]]:
    """Messages, whys and feedback, with the steps to each."""
    for place, beat in story.scenario.beats():
        at: _Steps = ("scenes", place.scene, place.beat)
        if isinstance(beat, Message):
            if beat.text:
                yield beat.text, (*at, beat.person)
            if beat.why:
                yield beat.why, (*at, "why")
        elif isinstance(beat, Choice):
            for number, option in enumerate(beat.options):
                yield option.feedback, (*at, "options", number, "feedback")


def _fold(sentence: str) -> str:
    return " ".join(_WORD.findall(sentence.replace("’", "'").casefold()))


SENTENCE_CHECKS: tuple[PackCheck, ...] = (check_same_sentence,)
