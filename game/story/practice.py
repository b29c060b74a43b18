"""Practice: single items without a clock, half of them fine, chosen so that old and other signs both come up."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal, TypeAlias

ROUND = 6
"""Items of a round, at least."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an item: who writes it (a role such as "a team-mate", or a name) and what."""

    who: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SortItem:
    """One message: fine, or not OK?"""

    id: str
    line: Line
    signs: tuple[str, ...]
    """Empty where the message is fine."""
    why: str
    lookalike_of: str | None = None

    @property
    def is_fine(self) -> bool:
        """Whether the message is fine."""
        return not self.signs

    @property
    def about(self) -> frozenset[str]:
        """The signs that the item practises, as themselves or by their look-alike."""
        return frozenset((*self.signs, *([self.lookalike_of] if self.lookalike_of else [])))


@dataclass(frozen=True, slots=True, kw_only=True)
class PairItem:
    """Two chats: which one is not OK?"""

    id: str
    a: tuple[Line, ...]
    b: tuple[Line, ...]
    not_ok: Literal["a", "b"]
    sign: str
    why: str

    @property
    def about(self) -> frozenset[str]:
        """The signs that the item practises."""
        return frozenset((self.sign,))


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnItem:
    """A short chat: where did it turn? `turned_at` counts lines from 1."""

    id: str
    chat: tuple[Line, ...]
    turned_at: int
    sign: str
    why: str

    @property
    def about(self) -> frozenset[str]:
        """The signs that the item practises."""
        return frozenset((self.sign,))


PracticeItem: TypeAlias = SortItem | PairItem | TurnItem

PracticeAnswer: TypeAlias = str
"""`fine` or `not_ok`, `a` or `b`, or the number of a line from 1, by the kind of the item."""


def is_right(item: PracticeItem, answer: PracticeAnswer) -> bool:
    """Whether an answer is the item's own; where a chat turned, the line before or after is right too."""
    match item:
        case SortItem():
            return answer == ("fine" if item.is_fine else "not_ok")
        case PairItem():
            return answer == item.not_ok
        case TurnItem():
            return answer in {str(item.turned_at + step) for step in (-1, 0, 1)} - {"0"}


def pick_round(
    items: Sequence[PracticeItem], met: Iterable[str], shown: Iterable[str], random: Random, *, size: int = ROUND
) -> tuple[PracticeItem, ...]:
    """A round out of a band's items: half of it fine, about half on signs just met, nothing again before all was shown.

    `met` are signs of the story that was just played, `shown` ids of items of earlier rounds. Of the other half, one is
    a pair and one a turn where the band has them. An item of an earlier round comes only in a round that has every one
    not shown yet; so where a kind is used up before the others, the rounds until then go without it. Fewer than `size`
    items come back only where the band has fewer.
    """
    just_met, seen = frozenset(met), frozenset(shown)
    left = list(items)
    random.shuffle(left)
    picked: list[PracticeItem] = []
    for pool in ([item for item in left if item.id not in seen], [item for item in left if item.id in seen]):
        _fill_up(picked, pool, just_met, size)
    random.shuffle(picked)
    return tuple(picked)


def _fill_up(picked: list[PracticeItem], pool: list[PracticeItem], just_met: frozenset[str], size: int) -> None:
    """Add items of a pool until there are `size` or the pool is empty, as close to a round's shape as it allows."""
    half = size // 2

    def count(fits: Callable[[PracticeItem], bool]) -> int:
        return sum(fits(item) for item in picked)

    def take(fits: Callable[[PracticeItem], bool], *, prefer_met: bool) -> bool:
        """Pick one item that fits, first among those (not) on a sign just met; whether there was one, and room."""
        choice = [item for item in pool if fits(item)] if len(picked) < size else []
        choice.sort(key=lambda item: bool(item.about & just_met) != prefer_met)
        if choice:
            pool.remove(choice[0])
            picked.append(choice[0])
        return bool(choice)

    for is_kind in (_is_pair, _is_turn):
        if len(picked) - count(_is_fine) < half and not count(is_kind):
            take(is_kind, prefer_met=True)
    while len(picked) - count(_is_fine) < half and take(_is_sign, prefer_met=False):
        pass
    while count(_is_fine) < size - half and take(_is_fine, prefer_met=not count(_is_fine)):
        pass
    while take(lambda item: True, prefer_met=True):
        pass


def _is_pair(item: PracticeItem) -> bool:
    return isinstance(item, PairItem)


def _is_turn(item: PracticeItem) -> bool:
    return isinstance(item, TurnItem)


def _is_sign(item: PracticeItem) -> bool:
    return isinstance(item, SortItem) and not item.is_fine


def _is_fine(item: PracticeItem) -> bool:
    return isinstance(item, SortItem) and item.is_fine
