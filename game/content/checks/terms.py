"""Terms that have to be explained, and content notes that tell too much (D5, E7)."""

import re
from collections.abc import Iterable, Iterator

from game.content.checks.subject import Check, Subject
from game.content.format.diagnostics import Diagnostic, find
from game.content.format.yaml_nodes import shorten
from game.content.words.english.band_words import TERMS, TOLD
from game.content.words.spoken import plain

_SAYS_WHAT = r"(?:means?|stands for|is (?:when|if|the|an?|to|how|what|\w+ing)\b)"
_GIVES_AWAY = re.compile(
    r"\b(?:unsafe|not safe|not OK|danger\w*|threat\w*|trick\w*|trap\w*|blackmail\w*|scams?|lie[sd]?|liars?|groom\w*"
    r"|strangers?|predators?|pressur\w*|catch|strings?|keep\w* (?:\w+ )?(?:secrets?|quiet))\b",
    re.I,
)


def check_terms(subject: Subject) -> Iterator[Diagnostic]:
    """Every term that has to be learnt is explained in the story, or in its guide: see `without_explained` (D5)."""
    if subject.has_gap("band") or subject.scenario.band == "8-10":
        return
    for name, look in TERMS.items():
        stem = name[:6]
        uses = [one for one in subject.spoken.holding((stem,)) if one.voice in TOLD]
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
                yield find("undefined-term", subject.place_of(spoken, match.group()), message, hint, about=name)
                break


def without_explained(found: Iterable[Diagnostic], vocabulary: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Return the findings without those on terms that the vocabulary of the story's guide explains."""
    explained = {word.casefold() for word in vocabulary}
    return tuple(one for one in found if one.slug != "undefined-term" or one.about not in explained)


def check_content_note(subject: Subject) -> Iterator[Diagnostic]:
    """The content note names a topic and does not tell how it ends (E7)."""
    match = _GIVES_AWAY.search(subject.scenario.content_note)
    if match is not None:
        where = subject.at("content_note")
        message = f"`{shorten(match.group())}` in the content note tells that something is wrong."
        yield find("note-tells", where, message, "Name the topic alone, as in: About presents in games.")


TERM_CHECKS: tuple[Check, ...] = (check_terms, check_content_note)
