"""Which items of practice a lesson takes: three to begin with, six to sort, always the same for the same story."""

from collections.abc import Callable, Collection, Iterator, Sequence
from random import Random

from game.story.model import Scenario
from game.story.practice import PairItem, PracticeItem, SortItem, TurnItem

PRACTICE = 6


def signs_in_focus(scenario: Scenario) -> tuple[str, ...]:
    """The signs that a lesson is about: those the story teaches, or where nothing is wrong, those it resembles."""
    likened = (message.lookalike_of for _, message in scenario.messages() if message.lookalike_of is not None)
    return tuple(dict.fromkeys(scenario.teaches.signs or likened))


def pick_items(
    scenario: Scenario, items: Sequence[PracticeItem]
) -> tuple[tuple[SortItem, ...], tuple[PracticeItem, ...]]:
    """Return a lesson's starter (two fine, one not OK) and its practice (half fine; a pair and a turn where there are).

    Items on the story's signs come first, each sign in turn, the rest by a chance that hangs on the story's id alone.
    No item stands in both. Fewer come back only where a band has fewer.
    """
    focus = signs_in_focus(scenario)
    pile = _Pile(items, focus, Random(f"lesson:{scenario.id}"))
    half = PRACTICE // 2
    # Practice picks first: what the story teaches belongs there; the starter then warms up with what is left.
    signs = [*pile.take(PairItem, 1), *pile.take(TurnItem, 1)]
    signs += pile.take_sorted(half - len(signs), fine=False)
    fine = pile.take_sorted(half, fine=True)
    begin = [*pile.take_sorted(1, fine=True), *pile.take_sorted(1, fine=False), *pile.take_sorted(1, fine=True)]
    practice: list[PracticeItem] = [*signs, *fine]
    practice += pile.take(SortItem, PRACTICE - len(practice))
    pile.chance.shuffle(practice)
    pile.chance.shuffle(begin)
    starter = tuple(item for item in begin if isinstance(item, SortItem))
    return starter, tuple(practice)


class _Pile:
    """Items that were not taken yet; those on a sign in focus that was taken least often are on top."""

    def __init__(self, items: Sequence[PracticeItem], focus: Sequence[str], chance: Random) -> None:
        self.chance = chance
        self._left = list(items)
        self._taken = dict.fromkeys(focus, 0)
        chance.shuffle(self._left)

    def take(self, kind: type[PracticeItem], count: int) -> list[PracticeItem]:
        return list(self._take(lambda item: isinstance(item, kind), count))

    def take_sorted(self, count: int, *, fine: bool) -> list[PracticeItem]:
        return list(self._take(lambda item: isinstance(item, SortItem) and item.is_fine == fine, count))

    def _take(self, fits: Callable[[PracticeItem], bool], count: int) -> Iterator[PracticeItem]:
        for _ in range(count):
            choice = [item for item in self._left if fits(item)]
            if not choice:
                return
            best = min(choice, key=lambda item: self._rank(item.about))
            self._left.remove(best)
            for sign in best.about & self._taken.keys():
                self._taken[sign] += 1
            yield best

    def _rank(self, about: Collection[str]) -> tuple[bool, int]:
        met = [self._taken[sign] for sign in about if sign in self._taken]
        return not met, min(met, default=0)
