"""Words around telling: asking an adult is praised, a helper is never responsible, a picture is asked for untold."""

import re
from collections.abc import Iterator

from game.content.checks.speech import Speech
from game.content.checks.spoken import Spoken, Voice, plain
from game.content.checks.subject import Check, Subject
from game.content.checks.word_rule import ADVISERS, WordCheck, WordRule, clause_before, find_words, is_denied
from game.content.diagnostics import Diagnostic, find
from game.content.word_count import sentences
from game.story.model import TELLING_DEEDS

_DOUBTS = re.compile(r"\b(?:but|however|not yet|too early|too soon|wait|unless|only if|no need)\b", re.I)
_DENIES = re.compile(r"\b(?:not|never|no|nobody|nothing|without)\b|n't\b", re.I)
_UNSAFE: frozenset[Voice] = frozenset(("unsafe",))
_PICTURE = r"(?:pics?|pictures?|photos?|images?|selfies?|snaps?|vids?|videos?|clips?)"

HELPER_BURDEN = WordRule(
    slug="helper-burden",
    words=(
        "up to you",
        "on you",
        "you must",
        "you have to",
        "you need to",
        "only you",
        "you are the",
        "you're the",
        "your job",
        "your task",
        "your duty",
        "responsib",
        "count on you",
    ),
    pattern=(
        r"\b(?:all )?(?:up to|on) you (?:alone\b|now to\b|to (?:save|rescue|protect|help|stop|fix|solve|keep|make)\b)"
        r"|\byou (?:must|have to|need to) (?:save|rescue|protect|fix|solve|look after|take care of|watch over)\b"
        r"|\bonly you (?:can|could)\b|\byou(?:'re| are) the only (?:one|person|hope)\b"
        r"|\byour (?:job|task|duty) (?:is )?to\b|\byou(?:'re| are) responsible\b"
    ),
    voices=ADVISERS | frozenset[Voice](("choice",)),
    message="`{}` makes the helper responsible.",
    hint="A child who helps tells somebody, and adults do the rest.",
    passes=is_denied,
)
PICTURE_ASK = WordRule(
    slug="picture-ask",
    words=("private", "without", "undress", "take off", "underwear", "swimsuit", "swimwear", "bikini", "your body"),
    pattern=(
        rf"\b(?:one|a|your|send|show|give|want|need|take|get|see|share|trade) (?:\w+ ){{0,3}}private {_PICTURE}\b"
        rf"|\b{_PICTURE} (?:\w+ ){{0,3}}(?:private|(?:of|with) your body|underwear)\b"
        rf"|\b{_PICTURE} (?:\w+ ){{0,3}}without (?:your )?(?:clothes|top|shirt)\b"
        r"|\bundress\w*|\btake off your\b|\byour (?:underwear|swimsuit|swimwear|bikini)\b|\bshow (?:me )?your body\b"
    ),
    voices=_UNSAFE,
    message="`{}` asks for a private picture in the words of a message.",
    hint="Tell it in a note, or write {hidden: private_picture_request}: what leads up to it may be a message.",
)


def check_telling_praised(subject: Subject) -> Iterator[Diagnostic]:
    """What follows asking an adult begins without a doubt (C3)."""
    for place, index, option in subject.options():
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


def check_helper_burden(speech: Speech) -> Iterator[Diagnostic]:
    """Nobody tells the helper to save the friend (C13)."""
    yield from find_words(speech, HELPER_BURDEN)


def check_picture_asks(speech: Speech) -> Iterator[Diagnostic]:
    """The ask for a private picture is a note or a hidden tile, never the text of a message (A3)."""
    yield from find_words(speech, PICTURE_ASK)


def _is_denied(sentence: str, match: re.Match[str]) -> bool:
    """Whether a not, never or without stands before the doubt, as in "Sam does not have to wait."."""
    return bool(_DENIES.search(clause_before(sentence, match.start())))


SUPPORT_CHECKS: tuple[Check, ...] = (check_telling_praised,)
SUPPORT_WORD_CHECKS: tuple[WordCheck, ...] = (check_helper_burden, check_picture_asks)
