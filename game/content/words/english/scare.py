"""Words that frighten, promise too much, or call things by old names (B4, B9, B10, H1)."""

import re

from game.content.words.cast import Cast
from game.content.words.english.clauses import clause_before, is_denied
from game.content.words.word_rule import NARRATORS, OPTIONS, TEACHER, WordRule

_ALL_BUT_CHATS = NARRATORS | OPTIONS | TEACHER
_PICTURES = re.compile(r"\b(?:pictures?|photos?|nudes?|online)\b", re.I)
_DENIES = re.compile(r"\b(?:nobody|nothing|not|never|cannot)\b|n't\b", re.I)
_NEAR = 60


def _no_picture_near(sentence: str, match: re.Match[str], cast: Cast) -> bool:
    """Whether it is denied, or nothing about pictures stands within 60 characters of it."""
    around = sentence[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    return is_denied(sentence, match, cast) or not _PICTURES.search(around)


def _nobody_says_so(sentence: str, match: re.Match[str], cast: Cast) -> bool:
    """Whether it is denied; a "no" that somebody says is no denial: "Saying no prevents this"."""
    return bool(_DENIES.search(clause_before(sentence, match.start())))


SCARE = WordRule(
    slug="scare",
    rule="Nothing frightens: no monsters, no crime, no ruined lives (B4).",
    words=("predator", "dophile", "stalker", "kidnap", "murder", "ruin", "destroy", "stranger", "trust", "everyone"),
    pattern=(
        r"\b(?:predators?|pa?edophiles?|stalkers?|kidnap\w{0,9}|murder\w{0,9})\b"
        r"|\b(?:ruin|destroy)\w{0,5} (?:<friend>(?:'s)?|your|their|his|her) (?:whole )?(?:life|lives)\b"
        r"|\b(?:stranger danger|never trust|trust no one|everyone online is)\b"
    ),
    voices=NARRATORS | TEACHER,
    message="`{}` frightens, and fear keeps children from telling.",
    hint="Say calmly what happens and what can be done.",
)
FOREVER = WordRule(
    slug="forever",
    rule="Nobody says that a picture is out there forever (B9).",
    words=("forever",),
    pattern=r"\bforever\b",
    voices=_ALL_BUT_CHATS,
    message="`{}` is not true of pictures, and takes hope away.",
    hint="Say that pictures can often be taken down, and where.",
    passes=_no_picture_near,
)
OVERCLAIM = WordRule(
    slug="overclaim",
    rule="Nothing claims to prevent, prove or guarantee (H1).",
    words=("prevent", "proven", "guarantee", "child"),
    pattern=r"\b(?:prevents?|proven|guarantee\w{0,4}|keeps? (?:your|their) child(?:ren)? safe)\b",
    voices=_ALL_BUT_CHATS,
    message="`{}` promises what nobody has shown.",
    hint='Say what is true: "based on published evidence; not yet evaluated".',
    passes=_nobody_says_so,
)
OLD_TERM = WordRule(
    slug="old-term",
    rule="Teachers read the words of the Luxembourg Guidelines; children read none of these words at all (B10).",
    words=("porn", "prostitut", "sexting"),
    pattern=r"\bchild(?:ren)?(?:'s)? (?:porn\w{0,8}|prostitut\w{0,5})|\bkiddie porn\w{0,8}|\bsexting\b",
    voices=TEACHER,
    message="`{}` is a word that wrongs children.",
    hint='Write "child sexual abuse material", "sexual exploitation", "sharing nudes".',
)

SCARE_RULES: tuple[WordRule, ...] = (
    SCARE,
    FOREVER,
    OVERCLAIM,
    OLD_TERM,
)
