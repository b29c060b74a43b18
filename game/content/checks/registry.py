"""How rules are registered and run, for every kind of file: a list of functions over one subject."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeAlias, TypeVar

from game.content.format.diagnostics import Diagnostic

_Subject = TypeVar("_Subject")
CheckOf: TypeAlias = Callable[[_Subject], Iterator[Diagnostic]]
"""A rule over one subject: a function that yields what is wrong. Its docstring says the rule."""
MOST_FINDINGS = 200
"""Of one rule over a story or a band: more would help nobody, and looking for them could take long."""


def run_checks(checks: Iterable[CheckOf[_Subject]], subject: _Subject, most: int | None = None) -> Iterator[Diagnostic]:
    """Find what the rules of a list say is wrong with a subject, rule by rule.

    Of each rule come `most` findings at most, and it is not asked for more; None: all of them.
    """
    for check in checks:
        yield from islice(check(subject), most)
