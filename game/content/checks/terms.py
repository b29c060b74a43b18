"""Words that a band does not know yet, or that do not fit it, and content notes that tell too much (D5, E7)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from game.content.checks.speech import Speech
from game.content.checks.spoken import Voice, plain
from game.content.checks.subject import Check, Subject
from game.content.checks.word_rule import NARRATORS, OPTIONS, WordCheck, WordRule, find_words
from game.content.diagnostics import Diagnostic, find
from game.content.yaml_nodes import shorten
from game.story.model import Band

TERMS: Mapping[str, str] = MappingProxyType(
    {
        "grooming": r"grooming(?! (?:it|the|an?|his|her|my|our|their)\b)",
        "consent": r"consent\w{0,3}",
        "coercion": r"coerc\w{1,5}",
        "sextortion": r"sextortion",
        "manipulation": r"manipulat\w{1,4}",
    }
)
"""Words that 11-13 and 14-17 may learn: by its name, how the word looks in a text. Ponies are groomed as well."""

_TOLD: frozenset[Voice] = NARRATORS | OPTIONS
_SAYS_WHAT = r"(?:means?|stands for|is (?:when|if|the|an?|to|how|what|\w+ing)\b)"
_GIVES_AWAY = re.compile(
    r"\b(?:unsafe|not safe|not OK|danger\w*|threat\w*|trick\w*|trap\w*|blackmail\w*|scams?|lie[sd]?|liars?|groom\w*"
    r"|strangers?|predators?|pressur\w*|catch|strings?|keep\w* (?:\w+ )?(?:secrets?|quiet))\b",
    re.I,
)
_HARD_FOR_8 = WordRule(
    slug="band-word",
    words=("abus", "victim", "crim", "offender", "grooming", "coerc", "manipulat"),
    pattern=rf"\b(?:abus(?:e[ds]?|ers?|ive|ing)|victims?|crimes?|criminals?|offenders?|coerc\w{{1,5}}|{TERMS['grooming']}"
    rf"|{TERMS['manipulation']})\b",
    voices=_TOLD,
    message="`{}` is no word for 8-10.",
    hint="Say what happens: somebody pushes, tricks, wants a secret.",
)
_HARD_FOR_11 = replace(
    _HARD_FOR_8,
    words=("victim", "offender"),
    pattern=r"\b(?:victims?|offenders?)\b",
    message="`{}` makes somebody smaller than they are.",
    hint="Use the name, and say what was done.",
)
_BAND_WORDS: Mapping[Band, WordRule] = MappingProxyType({"8-10": _HARD_FOR_8, "11-13": _HARD_FOR_11})


def check_band_words(speech: Speech) -> Iterator[Diagnostic]:
    """No word is used that does not fit the band; files for several bands are left to their readers (D5)."""
    rule = _BAND_WORDS.get(next(iter(speech.bands))) if len(speech.bands) == 1 else None
    if rule is not None:
        yield from find_words(speech, rule)


def check_terms(subject: Subject) -> Iterator[Diagnostic]:
    """Every term that has to be learnt is explained in the story, or in its guide: see `without_explained` (D5)."""
    if subject.has_gap("band") or subject.scenario.band == "8-10":
        return
    for name, look in TERMS.items():
        stem = name[:6]
        uses = [one for one in subject.spoken.holding((stem,)) if one.voice in _TOLD]
        texts = [plain(one.text) for one in uses]
        explained = re.compile(
            rf"\b{look}\b\W{{0,3}} {_SAYS_WHAT}|\b(?:called|(?:word|name)(?: for \w+)?(?: is)?)\W{{1,3}}{look}\b", re.I
        )
        used = re.compile(rf"\b{look}\b", re.I)
        if any(explained.search(text) for text in texts):
            continue
        for spoken, text in zip(uses, texts, strict=True):
            match = used.search(text)
            if match is not None:
                message = f"`{name}` is explained nowhere in this story."
                hint = f'Write "{name.capitalize()} means ...", or explain it in the vocabulary of the guide.'
                yield find("undefined-term", subject.place_of(spoken, match.group()), message, hint)
                break


def without_explained(found: Iterable[Diagnostic], vocabulary: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Return the findings without those on terms that the vocabulary of the story's guide explains."""
    messages = {f"`{word.casefold()}` is explained nowhere in this story." for word in vocabulary}
    return tuple(one for one in found if one.slug != "undefined-term" or one.message not in messages)


def check_content_note(subject: Subject) -> Iterator[Diagnostic]:
    """The content note names a topic and does not tell how it ends (E7)."""
    match = _GIVES_AWAY.search(subject.scenario.content_note)
    if match is not None:
        where = subject.at("content_note")
        message = f"`{shorten(match.group())}` in the content note tells that something is wrong."
        yield find("note-tells", where, message, "Name the topic alone, as in: About presents in games.")


BAND_CHECKS: tuple[WordCheck, ...] = (check_band_words,)
TERM_CHECKS: tuple[Check, ...] = (check_terms, check_content_note)
