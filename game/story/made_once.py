"""What is made of a scenario once and then shared by everybody who asks, such as its names and its reels."""

from collections.abc import Callable
from typing import Generic, TypeVar

from game.story.model import Scenario

_KEEP = 16
Made = TypeVar("Made")


class MadeOnce(Generic[Made]):
    """A function of a scenario whose last few results are kept, for as long as the scenario is in use.

    Keyed by identity, for a scenario's maps cannot be hashed; it holds the scenario, so that no id is used twice.
    """

    __slots__ = ("_kept", "_make")

    def __init__(self, make: Callable[[Scenario], Made]) -> None:
        """Take the function; it has to give the same for the same scenario."""
        self._make = make
        self._kept: dict[int, tuple[Scenario, Made]] = {}

    def __call__(self, scenario: Scenario) -> Made:
        """What the function makes of a scenario, made once for one that is in use."""
        kept = self._kept.get(id(scenario))
        if kept is not None and kept[0] is scenario:
            return kept[1]
        made = self._make(scenario)
        while len(self._kept) >= _KEEP:
            self._kept.pop(next(iter(self._kept)), None)
        self._kept[id(scenario)] = (scenario, made)
        return made
