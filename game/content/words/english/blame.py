"""Words that blame the child: whatever happened, the one who did it is responsible (B2, B3)."""

import re
from dataclasses import replace

from game.content.words.cast import Cast, compile_for
from game.content.words.english.clauses import clause_before, is_denied, is_denied_in_sentence
from game.content.words.spoken import Voice
from game.content.words.word_rule import ADVISERS, ALL_BUT_UNSAFE, NARRATORS, TEACHER, WordRule

_SAID = re.compile(r"\b(?:says?|said|thinks|thought|feels?|felt)\b", re.I)
# Words that show that somebody else is the one who should have: "you know he should have", "you told a coach who ...".
_OTHERS = (
    r"(?!(?:he|she|they|we|it|i|who|that|adults?|grown-ups?|teachers?|coach\w*|parents?|mum|dad|everyone|someone|people"
    r"|nobody|app|game)\b)"
)


def _someone_thinks_so(sentence: str, match: re.Match[str], cast: Cast) -> bool:
    """Whether the fault is denied, or only reported: "Kai says it is your fault"."""
    before = clause_before(sentence, match.start())
    return is_denied_in_sentence(sentence, match, cast) or bool(_SAID.search(before))


def _contact_put_them(sentence: str, match: re.Match[str], cast: Cast) -> bool:
    """Whether the sentence says that the unsafe person did it: "Kai put Sam at risk"."""
    return bool(compile_for("<contact>", cast).search(clause_before(sentence, match.start())))


_SHOULD_HAVE = (
    rf"<friend>(?: {_OTHERS}(?!<contact>)[\w']+){{0,2}}?,? "
    r"(?:should(?:n't| not| never)?|ought (?:not )?to)(?: have|'ve)\b(?! (?:to|had to)\b)"
)
SHOULD = WordRule(
    slug="blame-should",
    rule="Nobody tells a child what it should have done (B3).",
    words=("should", "ought"),
    pattern=_SHOULD_HAVE,
    voices=NARRATORS,
    message="`{}` tells a child what it did wrong.",
    hint="Ask what can be done now, or what the other person did that was not OK.",
)
# Among friends "you should have seen it" is an invitation to laugh.
SHOULD_IN_CHAT = replace(
    SHOULD,
    pattern=_SHOULD_HAVE + r"(?! (?:been there|(?:seen|heard) (?:it|the|my|me|us|his|her|our|their|how))\b)",
    voices=ALL_BUT_UNSAFE - NARRATORS,
)
WHY = WordRule(
    slug="blame-why",
    rule="Nobody asks why a child did something, or did not (B2).",
    words=("why",),
    pattern=r"\bwhy (?:on earth )?(?:did(?:n't| not)?) <friend>",
    voices=ALL_BUT_UNSAFE | TEACHER,
    message="`{}` asks a child to explain itself.",
    hint="Say what can be done now; nobody owes a reason.",
)
FAULT = WordRule(
    slug="blame-fault",
    rule="Nobody but an unsafe person says that it is a child's fault (B2).",
    words=("fault",),
    pattern=r"<whose> (?:own )?fault\b",
    voices=ALL_BUT_UNSAFE | TEACHER,
    message="`{}`: it never is.",
    hint='Say whose doing it was, and "It is not your fault."',
    passes=_someone_thinks_so,
)
RISK = WordRule(
    slug="blame-risk",
    rule="Nobody says that a child put itself in danger (B2).",
    words=("at risk", "in danger", "self into", "selves into", "what could", "what should"),
    pattern=(
        r"\bput (?:yourself|yourselves|himself|herself|themselves|themself|<friend>) (?:at risk|in danger)\b"
        r"|\bgot (?:your|him|her|them)sel(?:f|ves) into\b"
        r"|\bwhat (?:could|should) <friend> have done\b"
    ),
    voices=ALL_BUT_UNSAFE | TEACHER,
    message="`{}` lays it on the child.",
    hint="Say what the other person did.",
    passes=lambda sentence, match, cast: is_denied(sentence, match, cast) or _contact_put_them(sentence, match, cast),
)
LOSE = WordRule(
    slug="blame-lose",
    rule="The game has no losers (B2, B5).",
    words=("game over", "you lose", "you failed", "risky behavio"),
    pattern=r"\b(?:game over|you lose|you failed|risky behaviou?rs?)\b",
    voices=ADVISERS | TEACHER | frozenset[Voice](("choice",)),
    message="`{}`: nobody loses here.",
    hint="Correct kindly, and let them have another go.",
    passes=is_denied,
)
INSULT = WordRule(
    slug="insult",
    rule="Nothing that was done is called stupid; the friend may feel so (B2).",
    words=("silly", "stupid", "dumb", "naive", "careless", "foolish"),
    pattern=r"\b(?:silly|stupid|dumb|naive|careless|foolish)(?:ly)?\b",
    voices=ADVISERS | TEACHER,
    message="`{}` shames.",
    hint="Say what happened, and leave out how clever it was.",
    passes=is_denied,
)

BLAME_RULES: tuple[WordRule, ...] = (
    SHOULD,
    SHOULD_IN_CHAT,
    WHY,
    FAULT,
    RISK,
    LOSE,
    INSULT,
)
