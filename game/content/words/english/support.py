"""Words around helping and pictures: a helper is never responsible, and a picture is asked for untold."""

from game.content.words.english.clauses import is_denied
from game.content.words.spoken import Voice
from game.content.words.word_rule import ADVISERS, WordRule

_UNSAFE: frozenset[Voice] = frozenset(("unsafe",))
_PICTURE = r"(?:pics?|pictures?|photos?|images?|selfies?|snaps?|vids?|videos?|clips?)"

HELPER_BURDEN = WordRule(
    slug="helper-burden",
    rule="Nobody tells the helper to save the friend (C13).",
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
    rule="The ask for a private picture is a note or a hidden tile, never the text of a message (A3).",
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

SUPPORT_RULES: tuple[WordRule, ...] = (
    HELPER_BURDEN,
    PICTURE_ASK,
)
