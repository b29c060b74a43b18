"""The rules about words, registered by language, and the one function that runs those of a text's own language.

A new language is a package like `english`, with an entry here. What needs more than a pattern, such as a list of
digests, is a check of its own and holds in every language.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from types import MappingProxyType

from game.content.format.diagnostics import Diagnostic
from game.content.words.denied import DENIED_CHECKS
from game.content.words.english.advice import ADVICE_RULES
from game.content.words.english.band_words import BAND_RULES
from game.content.words.english.blame import BLAME_RULES
from game.content.words.english.distance import DISTANCE_RULES
from game.content.words.english.hurry import HURRY_RULES
from game.content.words.english.scare import SCARE_RULES
from game.content.words.english.support import SUPPORT_RULES
from game.content.words.english.teaching import TEACHING_RULES
from game.content.words.speech import WRITTEN_IN, Speech
from game.content.words.word_rule import WordRule, find_words

RULES: Mapping[str, tuple[WordRule, ...]] = MappingProxyType(
    {
        WRITTEN_IN: (
            *BLAME_RULES,
            *SCARE_RULES,
            *ADVICE_RULES,
            *DISTANCE_RULES,
            *SUPPORT_RULES,
            *TEACHING_RULES,
            *BAND_RULES,
        )
    }
)
"""What must not be said in any text that a child or a teacher reads: in stories and in all other files."""
STORY_RULES: Mapping[str, tuple[WordRule, ...]] = MappingProxyType({WRITTEN_IN: HURRY_RULES})
"""What must not be said in a story besides."""


def check_words(speech: Speech, most: int | None = None) -> Iterator[Diagnostic]:
    """Find everything that must not be said in these texts, by the rules of the language they are in.

    Of each rule come `most` findings at most; None: all of them.
    """
    for check in DENIED_CHECKS:
        yield from islice(check(speech), most)
    yield from _run(RULES, speech, most)


def check_story_words(speech: Speech, most: int | None = None) -> Iterator[Diagnostic]:
    """Find what must not be said in a story, though elsewhere it may; `most` is that of `check_words`."""
    yield from _run(STORY_RULES, speech, most)


def _run(rules: Mapping[str, tuple[WordRule, ...]], speech: Speech, most: int | None) -> Iterator[Diagnostic]:
    for rule in rules.get(speech.language, ()):
        yield from islice(find_words(speech, rule), most)
