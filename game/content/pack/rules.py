"""The rules over a pack of stories, registered in two lists: those of a band, and those of all bands together."""

from dataclasses import replace

from game.content.checks.registry import MOST_FINDINGS, run_checks
from game.content.format.diagnostics import Diagnostic, in_file_order
from game.content.pack.balance import BALANCE_CHECKS
from game.content.pack.cues import CUE_CHECKS
from game.content.pack.pack import Pack, PackCheck, ShelfCheck
from game.content.pack.people import PEOPLE_CHECKS
from game.content.pack.senders import SENDER_CHECKS
from game.content.pack.sentences import SENTENCE_CHECKS
from game.content.pack.telling import TELLING_CHECKS

__all__ = ["check_pack"]

_SHELF_CHECKS: tuple[ShelfCheck, ...] = (*CUE_CHECKS, *SENDER_CHECKS, *BALANCE_CHECKS, *TELLING_CHECKS)


def check_pack(pack: Pack) -> tuple[Diagnostic, ...]:
    """Return every finding about stories that stand beside one another, in file order.

    A band is looked at from four stories on, and the people of all bands from the first such band on. Sentences are
    compared in any case.
    """
    shelves = list(pack.shelves())
    whole: tuple[PackCheck, ...] = (*(PEOPLE_CHECKS if shelves else ()), *SENTENCE_CHECKS)
    found = [one for shelf in shelves for one in run_checks(_SHELF_CHECKS, shelf, MOST_FINDINGS)]
    found += run_checks(whole, pack, MOST_FINDINGS)
    sources = {story.reading.path: story.reading.source for story in pack.stories}

    def with_snippet(one: Diagnostic) -> Diagnostic:
        source = sources.get(one.span.path)
        lines = source.lines if source else ()
        return replace(one, snippet=lines[one.span.line - 1]) if one.span.line <= len(lines) else one

    return tuple(with_snippet(one) for one in in_file_order(found))
