"""Advice that the ladder rules out, and what an adult who is told must not say (C8, E6)."""

import re
from dataclasses import replace

from game.content.words.cast import Cast, compile_for
from game.content.words.english.blame import WHY
from game.content.words.english.clauses import clause_before, is_denied, is_done_by_contact
from game.content.words.spoken import Voice
from game.content.words.word_rule import ADVISERS, TEACHER, WordRule

_SAFE_SAY: frozenset[Voice] = frozenset(("safe_say",))
_ADULT: frozenset[Voice] = frozenset(("adult",))
_LIST_COMMA = re.compile(
    r"\b(screenshot|forward|download|save|copy|share|keep|send|post|print|show)(?:ing)?,(?= (?:or )?\w+)", re.I
)
_COPYING = r"(?:screenshot(?:s|ted|ting)?|forward(?:s|ed|ing)?(?! to\b)|download(?:s|ed|ing)?|sav(?:e|es|ed|ing))"
_CANNOT = re.compile(r"\bcannot\b|\bcan't\b|\bcan not\b", re.I)


def _is_no_advice(sentence: str, match: re.Match[str], cast: Cast) -> bool:
    """Whether it is denied, or the unsafe person does it; "you can just ..." is said to the child in any case."""
    if is_denied(sentence, match, cast):
        return True
    return not compile_for("<friend>", cast).match(match.group()) and is_done_by_contact(sentence, match, cast)


def _is_no_copying(sentence: str, match: re.Match[str], cast: Cast) -> bool:
    """As above, where the commas of "do not copy, save or forward" end no clause."""
    listed = _LIST_COMMA.sub(lambda found: found.group()[:-1] + " ", sentence)
    return is_denied(listed, match, cast) or is_done_by_contact(sentence, match, cast)


def _cannot_promise(sentence: str, match: re.Match[str], cast: Cast) -> bool:
    """Whether the adult says that they cannot do that."""
    return bool(_CANNOT.search(clause_before(sentence, match.start())))


def _is_blame(sentence: str, match: re.Match[str], cast: Cast) -> bool:
    """Whether the blame rule finds it already."""
    return bool(compile_for(WHY.pattern, cast).search(sentence))


IMAGE_COPY = WordRule(
    slug="image-copy",
    rule="Nobody is told to copy, save or forward a private picture (E6).",
    words=("screenshot", "forward", "download", "save", "saving"),
    pattern=rf"\b{_COPYING}\b.{{0,40}}\b(?:private|nudes?|pictures?)\b",
    voices=ADVISERS | TEACHER | _SAFE_SAY,
    message="`{}`: a private picture is never copied, not even to show it.",
    hint="Keep the chat, copy no picture, and tell.",
    passes=_is_no_copying,
)
_BEGINS = (
    r"(?:^\W{0,3}(?:(?:ok(?:ay)?|well|so|yes|then|and|<friend>),? )?"
    r"|[:;] |<friend> (?:can|could|should|may|must) (?:just )?|\b(?:just|please|better) )"
)
_ADVICE = (
    rf"{_BEGINS}(?:(?:pay|send) (?:him|her|them|what|the|<contact>)|delete (?:it|the chat|everything)"
    r"|meet (?:him|her|them|<contact>)|(?:pretend|trick|trap)|find out who)\b"
)
BAD_ADVICE = WordRule(
    slug="bad-advice",
    rule="Nobody is told to pay, send, meet, delete, trick or investigate, and no safe option does (E6).",
    words=("pay ", "send ", "delete ", "meet", "pretend", "trick", "trap", "find out who"),
    pattern=_ADVICE,
    voices=ADVISERS,
    message="`{}` is no advice for a child.",
    hint="Stop, keep the chat, tell: nobody pays, sends, meets, deletes or investigates.",
    passes=_is_no_advice,
)
BAD_PLAN = replace(
    BAD_ADVICE, pattern=rf"{_ADVICE}|\b(?:let's|I'll|I will|we can) (?:meet|send|pay)\b", voices=_SAFE_SAY
)
ADULT_SECRET = WordRule(
    slug="adult-secret",
    rule="No adult promises to keep it secret (C8).",
    words=("tell", "keep", "stay"),
    pattern=(
        r"(?<![\"“])\b(?:don't|do not) tell\b"
        r"|\b(?:keep|keeps|stays?)(?: \w+)? (?:between us|to (?:yourself|ourselves))\b"
        r"|\b(?:won't|will not) tell\b"
    ),
    voices=_ADULT,
    message="`{}` promises secrecy, which no adult can.",
    hint='Let the adult say who needs to know: "I cannot keep this between us, but I will help."',
    passes=_cannot_promise,
)
ADULT_WHY = WordRule(
    slug="adult-why",
    rule='No adult asks "why did ..." when a child tells (C8).',
    words=("why did",),
    pattern=r"\bwhy did",
    voices=_ADULT,
    message="`{}` sounds like an accusation to a child that has just told.",
    hint='Let the adult ask "What happened?", or only listen.',
    passes=_is_blame,
)

ADVICE_RULES: tuple[WordRule, ...] = (
    IMAGE_COPY,
    BAD_ADVICE,
    BAD_PLAN,
    ADULT_SECRET,
    ADULT_WHY,
)
