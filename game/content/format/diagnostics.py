"""A finding as a value: what is wrong, where, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal, TypeAlias

from game.content.format.slugs import SLUGS
from game.content.format.spans import Span

Severity: TypeAlias = Literal["error", "warning", "note"]


_MOST_COMPARED = 250
"""More names than any story has; comparing with them all would let a hostile file stop the game."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding. `snippet` is the line of the file it points into, where there is one.

    `about` is the name or word that it is about, for those who go on with findings: texts are for people alone.
    """

    slug: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""
    snippet: str | None = None
    about: str = ""

    @property
    def is_error(self) -> bool:
        """Whether the content may not be shown to a child as long as this stands."""
        return self.severity == "error"


def find(slug: str, span: Span, message: str, hint: str = "", *, about: str = "") -> Diagnostic:
    """Make a finding of a registered kind; its severity is the one of the kind.

    Args:
        slug: the kind, as `SLUGS` has it.
        span: where in the file it stands.
        message: what is wrong, as a sentence.
        hint: what to do about it, as a sentence.
        about: the name or word that it is about.

    Raises:
        KeyError: there is no such kind.
    """
    severity = SLUGS[slug].severity
    return Diagnostic(slug=slug, severity=severity, span=span, message=message, hint=hint, about=about)


def closest(word: str, known: Iterable[str], most: int = _MOST_COMPARED) -> str | None:
    """Return the known word closest to this one, or None where none is close or there are too many."""
    candidates = list(known)
    if len(candidates) > most:
        return None
    by_lower = {candidate.lower(): candidate for candidate in reversed(candidates)}
    close = get_close_matches(word[:80].lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "Did you mean ...?" for the known word closest to this one, or nothing where none is close."""
    near = closest(word, known)
    return f"Did you mean `{near}`?" if near else ""


def name_or_list(word: str, known: Iterable[str]) -> str:
    """Return "Did you mean ...?" where a known word is close, else the list of what may stand here."""
    candidates = list(known)
    return did_you_mean(word, candidates) or list_words(candidates)


def list_words(words: Iterable[str]) -> str:
    """Return "It can be one of: ..." for a closed list (cut after 24 words), or nothing for an empty one."""
    names = list(words)
    if not names:
        return ""
    more = ", and more" if len(names) > 24 else ""
    return f"It can be one of: {', '.join(names[:24])}{more}."


def in_file_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings by path, line and column, each only once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda one: (one.span, one.slug, one.message)))


def with_snippets(diagnostics: Iterable[Diagnostic], path: str, lines: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Return the findings of a file in file order, each with the line it points into."""
    return tuple(
        replace(one, snippet=lines[one.span.line - 1])
        if one.span.path == path and one.snippet is None and one.span.line <= len(lines)
        else one
        for one in in_file_order(diagnostics)
    )
