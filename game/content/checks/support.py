"""Asking an adult is praised: what follows it begins without a doubt."""

import re
from collections.abc import Iterator

from game.content.checks.subject import Check, Subject
from game.content.format.diagnostics import Diagnostic, find
from game.content.words.english.clauses import clause_before
from game.content.words.spoken import Spoken, plain
from game.content.words.word_count import sentences
from game.story.model import TELLING_DEEDS

_DOUBTS = re.compile(r"\b(?:but|however|not yet|too early|too soon|wait|unless|only if|no need)\b", re.I)
_DENIES = re.compile(r"\b(?:not|never|no|nobody|nothing|without)\b|n't\b", re.I)


def check_telling_praised(subject: Subject) -> Iterator[Diagnostic]:
    """What follows asking an adult begins without a doubt (C3)."""
    for place, index, option in subject.options:
        if option.do not in TELLING_DEEDS or not option.feedback:
            continue
        first = next(iter(sentences(plain(option.feedback))), "")
        doubt = next((one for one in _DOUBTS.finditer(first) if not _is_denied(first, one)), None)
        if doubt is not None:
            steps = ("scenes", place.scene, place.beat, "options", index, "feedback")
            where = subject.place_of(Spoken("feedback", option.feedback, steps), doubt.group())
            message = f"The first words after asking an adult hold a doubt: `{doubt.group()}`."
            hint = 'Begin with plain praise, as in "Telling early is a strong move."'
            yield find("telling-doubted", where, message, hint)


def _is_denied(sentence: str, match: re.Match[str]) -> bool:
    """Whether a not, never or without stands before the doubt, as in "Sam does not have to wait."."""
    return bool(_DENIES.search(clause_before(sentence, match.start())))


SUPPORT_CHECKS: tuple[Check, ...] = (check_telling_praised,)
