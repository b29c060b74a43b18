"""Keeping a story a story: no questions about the player's own life, no person judged by who they are (C4, E4)."""

from game.content.words.english.clauses import is_denied
from game.content.words.spoken import Voice
from game.content.words.word_rule import WordRule

_ASKING: frozenset[Voice] = frozenset(("narration", "choice", "feedback", "debrief"))
_WHY: frozenset[Voice] = frozenset(("why",))

OWN_STORY = WordRule(
    slug="own-story",
    rule="The game never asks whether this happened to the player (E4).",
    words=("has ", "did ", "have you ever"),
    pattern=(
        r"\b(?:has|did) (?:this|anyone|someone|anybody|somebody)\b(?: ever)?\b.{0,20}"
        r"\b(?:to|ask(?:ed)?|messaged?) you\b|\bhave you ever\b"
    ),
    voices=_ASKING,
    message="`{}` asks about the player's own life.",
    hint="Ask about the people of the story: what could they do now?",
)
SENDER_REASON = WordRule(
    slug="sender-reason",
    rule="A `why` rests on what is asked, never on who the sender is (C4).",
    words=("stranger", "someone new", "only know", "from school", "knows "),
    pattern=(
        r"\b(?:strangers?|someone new|only know\w{0,2}(?: \w+){0,3} online|from school)\b"
        r"|<friend> knows \b(?:(?!\bthat\b|\bwhat\b|\bhow\b).){1,40}? from\b"
    ),
    voices=_WHY,
    message="`{}` judges by who writes, and that tells nothing.",
    hint="Say what is asked, and whether it can be told openly.",
    passes=is_denied,
)

DISTANCE_RULES: tuple[WordRule, ...] = (
    OWN_STORY,
    SENDER_REASON,
)
