"""What no text may teach: to trick back, to judge by who somebody is, to rely on feelings, to act the roles."""

from game.content.words.english.clauses import is_denied
from game.content.words.spoken import Voice
from game.content.words.word_rule import ADVISERS, TEACHER, WordRule

_CHOICE: frozenset[Voice] = frozenset(("choice",))
_DEBRIEF: frozenset[Voice] = frozenset(("debrief",))
_WHY: frozenset[Voice] = frozenset(("why",))
_UNKNOWN = r"(?:strangers?|someone new|people (?:you|they|<friend>) (?:do not|don't|only) (?:really )?know)"

TRICK_PRAISE = WordRule(
    slug="trick-praise",
    rule="Nobody is praised for tricking the unsafe person (A4).",
    words=("trick", "fool", "outsmart", "outwit", "trap", "lied", " lie", "bluff"),
    pattern=(
        r"<friend>(?: (?:have|has|just|really|nicely|cleverly))? (?:tricked|fooled|outsmarted|outwitted|trapped) "
        r"(?:him|her|them|<contact>)"
        r"|\b(?:trick|fool|outsmart|outwit|trap) (?:him|her|them|<contact>) (?:back|too|in return)\b"
        r"|\b(?:well|nicely|cleverly) (?:tricked|fooled|bluffed|lied)\b"
        r"|\b(?:good|great|clever|nice) (?:trap|bluff|lie)\b"
    ),
    voices=ADVISERS | TEACHER | _CHOICE,
    message="`{}` praises tricking somebody.",
    hint="The player helps and never tricks: praise the no, the waiting or the telling.",
    passes=is_denied,
)
BODY_SIGNAL = WordRule(
    slug="body-signal",
    rule="No text says that a feeling always tells (C11).",
    words=("body", "gut", "tummy", "belly", "stomach", "instinct", "feel"),
    pattern=(
        r"(?:\b(?:the|their)\b|<whose>) (?:body|gut|tummy|belly|stomach|instincts?)(?: (?:always|just|already|often))? "
        r"(?:knows?|warns?|tells? (?:you|us|him|her|them|<friend>))\b"
        r"|\btrust (?:the|their|our|his|her|<whose>) (?:gut|body|instincts?|feelings?|tummy|belly)\b"
        r"|\bfeelings? (?:never|always) (?:lies?|warns?|tells?|knows?)\b"
    ),
    voices=ADVISERS | TEACHER | _CHOICE,
    message="`{}`: many children feel no such signal, and it can feel nice and still not be OK.",
    hint='Say "A feeling may warn you, and may not. Look at what is asked."',
    passes=is_denied,
)
PERSON_AS_SIGN = WordRule(
    slug="person-as-sign",
    rule="No text makes a sign of who somebody is, and none has a test that clears a person (C10).",
    words=("stranger", "someone new", "know", "nice", "friendly", "kind", "older", "online", "safe", "real", "trust"),
    pattern=(
        r"\b(?:do not|don't|never|must not|should not|shouldn't) (?:talk|speak|chat|write|reply|play|answer)"
        rf"(?: (?:back )?(?:to|with))? (?:any |a |the )?{_UNKNOWN}\b"
        rf"|\b(?:{_UNKNOWN}|online friends|(?:nice|friendly|older) people)(?: online)? "
        r"(?:are|is|can be|may be|might be) (?:all |always |often |usually |never )?"
        r"(?:dangerous|unsafe|bad|not OK|not safe|safe|liars?|fake|a sign|a danger)\b"
        r"|\bbeing (?:too |so |very )?(?:nice|friendly|kind) is (?:a |the |always )*"
        r"(?:sign|warning|trick|trap|danger)\b"
        r"|\b(?:so|then|that means|which means) (?:he|she|they|<contact>) (?:is|are|must be) "
        r"(?:safe|real|who (?:he|she|they) says?|trustworthy)\b"
    ),
    voices=(ADVISERS - _WHY) | TEACHER | _CHOICE,
    message="`{}` judges by who somebody is; there is no such test.",
    hint="Name what is asked: a secret, a private picture, a favour back, a hurry.",
    passes=is_denied,
)
ROLE_PLAY = WordRule(
    slug="role-play",
    rule="No pupil acts the unsafe person or the child that is pushed (F5).",
    words=("role", "act ", "acts ", "acting", "play", "speak"),
    pattern=(
        r"\b(?:role-?play(?:s|ed|ing)?|act(?:s|ing)? (?:out|as|like)|(?:play|tak)(?:e|es|s|ing)? the (?:part|role)s? of"
        r"|(?:plays?|speaks?|playing|speaking) (?:for|as))\b.{0,40}"
        r"(?:<contact>|\b(?:the (?:unsafe|other) person|offenders?|groomers?|victims?|the one who (?:tricks|pushes"
        r"|threatens)|the (?:chat|messages|threat))\b)"
    ),
    voices=TEACHER | _DEBRIEF,
    message="`{}`: nobody acts the one who pushes or the one who is pushed.",
    hint="Practise the telling or the no, and let the teacher read the chat aloud.",
    passes=is_denied,
)

TEACHING_RULES: tuple[WordRule, ...] = (
    TRICK_PRAISE,
    BODY_SIGNAL,
    PERSON_AS_SIGN,
    ROLE_PLAY,
)
