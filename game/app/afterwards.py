"""What comes after a story in one sitting, in memory only: practice, the hand of adults, the if-then card."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

from game.shown.practising import Practising, answer_item, next_item
from game.story.model import Band, Sign
from game.story.practice import PracticeItem, SortItem, pick_round
from game.ui.intents import Answer, GoOn, Intent, PickAdult, ToggleAdult
from game.ui.screens.keeping import MOST_ADULTS

LoadPractice = Callable[[Band], Sequence[PracticeItem]]


class Afterwards:
    """The practice and the hand of this sitting; closing the window forgets them.

    `shown` are the items of practice shown before, as `band/id`; the ones shown here are added to it.
    """

    def __init__(self, load_practice: LoadPractice, shown: Sequence[str] = (), *, random: Random | None = None) -> None:
        self._load = load_practice
        self._random = random or Random()
        self._items: dict[Band, tuple[PracticeItem, ...]] = {}
        self.shown: dict[str, None] = dict.fromkeys(shown)
        self.practising: Practising | None = None
        self.roles: tuple[str, ...] = ()
        self.then = ""
        self.hand_was_shown = False

    def items(self, band: Band) -> tuple[PracticeItem, ...]:
        """The band's items, read when they are first needed."""
        if band not in self._items:
            self._items[band] = tuple(self._load(band))
        return self._items[band]

    def forget_items(self) -> None:
        """Read the items anew when they are needed again: the language changed."""
        self._items.clear()

    def new_items(self, band: Band) -> int:
        """How many of the band's items were not shown yet."""
        return sum(f"{band}/{item.id}" not in self.shown for item in self.items(band))

    def start_round(self, band: Band, met: Sequence[str]) -> tuple[str, ...]:
        """Open a round of practice on signs just met and others; the items it shows, as `band/id`."""
        prefix = f"{band}/"
        seen = [name.removeprefix(prefix) for name in self.shown if name.startswith(prefix)]
        picked = pick_round(self.items(band), met, seen, self._random)
        names = tuple(prefix + item.id for item in picked)
        self.shown.update(dict.fromkeys(names))
        self.practising = Practising(items=picked)
        return names

    def perform(self, intent: Intent) -> None:
        """Carry out an intent of the practice or of the hand."""
        match intent:
            case Answer(answer) if self.practising is not None:
                self.practising = answer_item(self.practising, answer)
            case GoOn() if self.practising is not None:
                self.practising = next_item(self.practising)
            case ToggleAdult(role):
                self._toggle(role)
            case PickAdult(role) if role in self.roles:
                self.then = role
            case _:
                return

    def _toggle(self, role: str) -> None:
        if role in self.roles:
            self.roles = tuple(each for each in self.roles if each != role)
        elif len(self.roles) < MOST_ADULTS:
            self.roles = (*self.roles, role)
        if self.then not in self.roles:
            self.then = ""

    def open_card(self) -> None:
        """The if-then card opens: with one adult in the hand there is nothing to pick."""
        if not self.then and self.roles:
            self.then = self.roles[0]

    def forget(self) -> None:
        """Nothing of it stays."""
        self.shown.clear()
        self.practising = None
        self.roles, self.then, self.hand_was_shown = (), "", False


def sign_of_card(signs: Mapping[str, Sign], met: Sequence[str]) -> Sign | None:
    """The sign of the if-then card: the first of the story's that has one."""
    return next((signs[sign] for sign in met if sign in signs and signs[sign].if_then), None)


def swipe_answer(practising: Practising | None, direction: str) -> Answer | None:
    """What a swipe over a single message means: right is fine, left is not OK."""
    if practising is None or practising.explaining or not isinstance(practising.item, SortItem):
        return None
    return Answer("fine" if direction == "right" else "not_ok")
