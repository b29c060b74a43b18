"""Words with which the frame around a story would hurry the player: nobody has to decide fast here (D7)."""

from game.content.words.english.clauses import is_denied
from game.content.words.spoken import Voice
from game.content.words.word_rule import WordRule

_FRAME: frozenset[Voice] = frozenset(("narration", "choice", "feedback"))

COUNTDOWN = WordRule(
    slug="countdown",
    rule="Nothing in a note, a choice or a feedback hurries the player (D7).",
    words=("second", "minute", "time", "clock", "hurry", "quick", "countdown"),
    pattern=(
        r"\byou(?:'ve| have|'ve got| have got| get) (?:only |just )?(?:\w+[- ]){1,2}(?:seconds?|minutes?)\b"
        r"(?! (?:of|from|away|later)\b)"
        r"|\b(?:seconds?|minutes?) (?:left|remain\w*|to (?:answer|decide|choose|go))\b"
        r"|\btime (?:is (?:running|nearly|almost) (?:out|up)|is up|runs out)\b|\bout of time\b|\brunning out of time\b"
        r"|\bthe clock is (?:ticking|running)\b|\bcountdown\b"
        r"|(?:^|[.!?:] ?)(?:hurry(?: up)?|quick(?:ly)?|be quick)\b[,!]"
    ),
    voices=_FRAME,
    message="`{}` hurries the player.",
    hint="Leave it out: nobody has to decide fast here, and hurry is itself one of the signs.",
    passes=is_denied,
)

HURRY_RULES: tuple[WordRule, ...] = (COUNTDOWN,)
