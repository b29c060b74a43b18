"""What a sitting is given: the stories, the signs, practice, who can help, the user's folder and today."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from game.story.model import Band, Scenario, Sign
from game.story.practice import PracticeItem
from game.story.values import StoryCard
from game.ui.help_words import PlaceHelp

LoadPractice = Callable[[Band], Sequence[PracticeItem]]


def no_practice(band: Band) -> Sequence[PracticeItem]:
    """A world without practice."""
    return ()


def _never(band: Band) -> bool:
    return False


class Shelf(Protocol):
    """The stories there are (`game.content.library.Library`)."""

    def cards(self) -> Sequence[StoryCard]:
        """The stories that may be offered."""
        ...

    def scenario(self, story: str) -> Scenario:
        """A story, read when it is opened."""
        ...

    def refresh(self) -> Iterator[object]:
        """Check new and changed stories, one a step."""
        ...


class HelpDesk(Protocol):
    """Who can help where."""

    def countries(self, _: Callable[..., str], /) -> Sequence[tuple[str, str]]:
        """Codes and names in the player's language, "somewhere else" first."""
        ...

    def help_in(self, _: Callable[..., str], country: str, /) -> PlaceHelp:
        """The rows of a country as they may be shown today."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What a sitting is given: stories, signs, who can help, and the user's folder (None: keep nothing)."""

    shelf: Shelf
    load_signs: Callable[[], Mapping[str, Sign]]
    """The album, families among it, by id; called when the first story opens and not before."""
    help: HelpDesk
    home: Path | None
    today: date
    load_practice: LoadPractice = no_practice
    """The items of a band, read when practice first opens."""
    has_practice: Callable[[Band], bool] = _never
    """Whether a band has items, told without reading them."""
