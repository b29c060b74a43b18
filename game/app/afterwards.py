"""What comes after a story in one sitting, in memory only: practice, the hand of adults, the if-then card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from game.shown.practising import Practising, answer_item, next_item
from game.story.model import MOST_ADULTS, Band, Sign
from game.story.practice import PracticeItem, SortItem, pick_round
from game.ui.intents import Answer, GoOn, Intent, PickAdult, ToggleAdult


@dataclass(frozen=True, slots=True, kw_only=True)
class Afterwards:
    """The practice and the hand of this sitting; closing the window forgets them."""

    shown: tuple[str, ...] = ()
    """The items of practice that were shown, in this sitting or before, as `band/id`."""
    practising: Practising | None = None
    roles: tuple[str, ...] = ()
    """The adults in the hand."""
    then: str = ""
    """The adult on the if-then card."""
    hand_was_shown: bool = False

    def new_items(self, band: Band, items: Sequence[PracticeItem]) -> int:
        """How many of a band's items were not shown yet."""
        shown = frozenset(self.shown)
        return sum(f"{band}/{item.id}" not in shown for item in items)


def start_round(
    after: Afterwards, band: Band, items: Sequence[PracticeItem], met: Sequence[str], random: Random
) -> Afterwards:
    """Open a round of practice out of a band's items, on signs just met and others."""
    prefix = f"{band}/"
    seen = [name.removeprefix(prefix) for name in after.shown if name.startswith(prefix)]
    picked = pick_round(items, met, seen, random)
    names = [prefix + item.id for item in picked]
    return replace(after, shown=tuple(dict.fromkeys((*after.shown, *names))), practising=Practising(items=picked))


def carry_on(after: Afterwards, intent: Intent) -> Afterwards:
    """What an intent makes of the practice or of the hand; the same value where it is not about them."""
    match intent:
        case Answer(answer) if after.practising is not None:
            return replace(after, practising=answer_item(after.practising, answer))
        case GoOn() if after.practising is not None:
            return replace(after, practising=next_item(after.practising))
        case ToggleAdult(role):
            return _toggle(after, role)
        case PickAdult(role) if role in after.roles:
            return replace(after, then=role)
        case _:
            return after


def _toggle(after: Afterwards, role: str) -> Afterwards:
    roles = after.roles
    if role in roles:
        roles = tuple(each for each in roles if each != role)
    elif len(roles) < MOST_ADULTS:
        roles = (*roles, role)
    return replace(after, roles=roles, then=after.then if after.then in roles else "")


def open_card(after: Afterwards) -> Afterwards:
    """The if-then card opens: with one adult in the hand there is nothing to pick."""
    return replace(after, then=after.roles[0]) if after.roles and not after.then else after


def sign_of_card(signs: Mapping[str, Sign], met: Sequence[str]) -> Sign | None:
    """The sign of the if-then card: the first of the story's that has one."""
    return next((signs[sign] for sign in met if sign in signs and signs[sign].if_then), None)


def swipe_answer(practising: Practising | None, direction: str) -> Answer | None:
    """What a swipe over a single message means: right is fine, left is not OK."""
    if practising is None or practising.explaining or not isinstance(practising.item, SortItem):
        return None
    return Answer("fine" if direction == "right" else "not_ok")
