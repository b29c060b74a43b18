"""What stands around a match in an English sentence: a denial before it in its clause, or the person who does it."""

import re

from game.content.words.cast import Cast, compile_for

_NOT = re.compile(r"\b(?:not|never|cannot|no|none|nothing|nobody|neither|nor|without)\b|n't\b", re.I)
_CLAUSE_END = re.compile(r"[,;:]|\b(?:but|and then)\b", re.I)
_LOOK_BACK = 300


def clause_before(sentence: str, at: int) -> str:
    """Return what stands before a place in the same clause (300 characters of it at most)."""
    return _CLAUSE_END.split(sentence[max(0, at - _LOOK_BACK) : at])[-1]


def is_denied(sentence: str, match: re.Match[str], cast: Cast) -> bool:
    """Whether a not, never, nothing ... stands before the match in its clause."""
    return bool(_NOT.search(clause_before(sentence, match.start())))


def is_denied_in_sentence(sentence: str, match: re.Match[str], cast: Cast) -> bool:
    """Whether a not, never, nothing ... stands anywhere before the match."""
    return bool(_NOT.search(sentence[max(0, match.start() - _LOOK_BACK) : match.start()]))


def is_done_by_contact(sentence: str, match: re.Match[str], cast: Cast) -> bool:
    """Whether the unsafe person is the one who does it: named before it, two words away at most."""
    before = clause_before(sentence, match.start())
    return bool(compile_for(r"<contact>(?: [\w']+){0,2}\s*$", cast).search(before))
