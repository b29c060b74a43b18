"""What a sitting is given: the stories, the signs, practice, who can help, the user's folder and today."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from game.app.lesson_room import LessonRoom
from game.app.translations import Languages, LoadPractice, Translations
from game.i18n.translator import Translator
from game.story.model import Band, Scenario, Sign
from game.story.practice import PracticeItem
from game.story.values import StoryCard

if TYPE_CHECKING:
    from game.shown.help_words import PlaceHelp


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

    def help_in(self, _: Callable[..., str], country: str, /) -> "PlaceHelp":
        """The rows of a country as they may be shown today."""
        ...


class EnglishOnly:
    """The source language and no other."""

    preferred = "en"

    def names(self) -> Sequence[tuple[str, str]]:
        """English alone."""
        return (("en", "English"),)

    def translator(self, language: str) -> Translator:
        """The English sentences themselves."""
        return Translator()

    def card(self, language: str, card: StoryCard) -> StoryCard | None:
        """Every story is offered."""
        return card

    def scenario(self, language: str, scenario: Scenario) -> Scenario | None:
        """The story as it was written."""
        return scenario

    def signs(self, language: str, signs: Mapping[str, Sign]) -> Mapping[str, Sign]:
        """The album as it was written."""
        return signs

    def practice(self, language: str, items: Sequence[PracticeItem], band: Band) -> Sequence[PracticeItem] | None:
        """The items as they were written."""
        return items


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What a sitting is given: stories, signs, who can help, and the user's folder (None: keep nothing).

    Nothing in it changes by being asked, so that a step may ask it and still be a function of values.
    """

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
    languages: Languages = field(default_factory=EnglishOnly)
    lessons: LessonRoom | None = None
    """Where adults make lesson packs; None where that is not offered."""
    translations: Translations = field(init=False)
    """What of it is said in which language."""

    def __post_init__(self) -> None:
        """Ask the languages through one memory."""
        translations = Translations(self.languages, self.load_signs, self.load_practice)
        object.__setattr__(self, "translations", translations)
