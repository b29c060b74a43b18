"""Texts are as easy to read as their band needs (D2)."""

from collections.abc import Iterator

from game.content.format.diagnostics import Diagnostic, find
from game.content.words.reading_level import CEILINGS, flesch_kincaid, join_small, pool_texts
from game.content.words.speech import WRITTEN_IN, Speech
from game.content.words.spoken import Spoken, Voice, plain
from game.content.words.word_count import count_words, sentences
from game.content.words.word_rule import WordCheck

_CHAT: frozenset[Voice] = frozenset(("unsafe", "message", "say", "safe_say"))
_WHY: frozenset[Voice] = frozenset(("why",))
_NAMES = {"chat": "messages", "why": "`why` texts", "rest": "other texts"}
_FEWEST_WORDS = 6
"""Shorter sentences are hard by accident: one long word is enough."""


def check_reading_grade(speech: Speech) -> Iterator[Diagnostic]:
    """Messages, `why` texts and all others, each pooled, stay below the ceiling of the band (D2).

    Nothing is said of texts for several bands, for a band that cannot be read, or in another language than English: the
    grade is one of English.
    """
    if len(speech.bands) != 1 or speech.language != WRITTEN_IN:
        return
    (band,) = speech.bands
    pooled: dict[str, list[Spoken]] = {name: [] for name in _NAMES}
    for spoken in speech.spoken.texts:
        pooled[_pool_of(spoken)].append(spoken)
    pools = (
        pool_texts(name, (spoken.text for spoken in texts), are_messages=name == "chat")
        for name, texts in pooled.items()
    )
    for pool in join_small(pools):
        if round(pool.grade, 1) > CEILINGS[band]:
            has_others = bool(pooled["chat"] or pooled["why"])
            what = " and ".join(_NAMES[name] for name in pool.names) if has_others else "texts"
            message = (
                f"The {what} have reading grade {pool.grade:.1f}; for the band {band} {CEILINGS[band]:g} is the most."
            )
            spoken, sentence = max(
                ((one, sentence) for name in pool.names for one in pooled[name] for sentence in _parts(one)),
                key=lambda pair: _grade(pair[1]),
            )
            where = speech.place_of(spoken, " ".join(sentence.split()[:3]))
            yield find("reading-level", where, message, "Begin with this sentence: shorter words, and two of it.")


def _pool_of(spoken: Spoken) -> str:
    if spoken.voice in _CHAT:
        return "chat"
    return "why" if spoken.voice in _WHY else "rest"


def _parts(spoken: Spoken) -> Iterator[str]:
    text = plain(spoken.text)
    yield from [text] if spoken.voice in _CHAT else sentences(text)


def _grade(sentence: str) -> float:
    """The grade of a sentence that is long enough to have one; below all of those where it is not."""
    if count_words(sentence) < _FEWEST_WORDS:
        return -100.0
    pool = pool_texts("", [sentence], are_messages=True)
    return flesch_kincaid(pool.words, pool.syllables, 1)


GRADE_CHECKS: tuple[WordCheck, ...] = (check_reading_grade,)
