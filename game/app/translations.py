"""What the game says in which language: album, stories, practice. English stands in where a story has gaps."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from game.i18n.translator import Translator
from game.story.model import Band, Scenario, Sign
from game.story.practice import PracticeItem
from game.story.values import StoryCard

LoadPractice = Callable[[Band], Sequence[PracticeItem]]


class Languages(Protocol):
    """The languages there are, and what is said in them. Codes are those of the folders in `locales`."""

    @property
    def preferred(self) -> str:
        """What the system prefers among the languages there are."""
        ...

    def names(self) -> Sequence[tuple[str, str]]:
        """Codes with the languages' own names."""
        ...

    def translator(self, language: str) -> Translator:
        """The words of the screens; English for a language that is not there."""
        ...

    def card(self, language: str, card: StoryCard) -> StoryCard | None:
        """A story's card in a language; None where the story is not offered in it."""
        ...

    def scenario(self, language: str, scenario: Scenario) -> Scenario | None:
        """A story in a language; None where a child-facing line of it is missing."""
        ...

    def signs(self, language: str, signs: Mapping[str, Sign]) -> Mapping[str, Sign]:
        """The album in a language."""
        ...

    def practice(self, language: str, items: Sequence[PracticeItem], band: Band) -> Sequence[PracticeItem] | None:
        """Items of practice in a language; None where one of them is missing."""
        ...


class ShownStory(NamedTuple):
    """A story as it is shown, and whether that is in English though another language was wanted."""

    scenario: Scenario
    in_english: bool


class Translations:
    """Asks the languages, and remembers the album and the practice of each; to be asked for the same gives the same."""

    def __init__(
        self, languages: Languages, load_signs: Callable[[], Mapping[str, Sign]], load_practice: LoadPractice
    ) -> None:
        self._languages = languages
        self._load_signs = load_signs
        self._load_practice = load_practice
        self._signs: dict[str, Mapping[str, Sign]] = {}
        self._items: dict[tuple[Band, str], tuple[PracticeItem, ...]] = {}

    def language(self, chosen: str | None) -> str:
        """The chosen language if it is there, else what the system prefers."""
        known = {code for code, _name in self._languages.names()}
        return chosen if chosen in known else self._languages.preferred

    def signs(self, language: str) -> Mapping[str, Sign]:
        """The album in a language, read when it is first needed."""
        if language not in self._signs:
            if "en" not in self._signs:
                self._signs["en"] = self._load_signs()
            self._signs[language] = self._languages.signs(language, self._signs["en"])
        return self._signs[language]

    def show(self, scenario: Scenario, language: str) -> ShownStory:
        """A story as it is shown: in the language where it is whole in it, else in English."""
        translated = self._languages.scenario(language, scenario)
        return ShownStory(translated or scenario, translated is None)

    def card(self, card: StoryCard, language: str) -> StoryCard:
        """The card of a story: in the language where the story is offered in it, else in English."""
        return self._languages.card(language, card) or card

    def told_in_english(self, cards: Sequence[StoryCard], language: str) -> frozenset[str]:
        """Ids of the stories that `card` gives in English, though that is not the language."""
        return frozenset(card.id for card in cards if self._languages.card(language, card) is None)

    def practice(self, band: Band, language: str) -> tuple[PracticeItem, ...]:
        """The band's items that are whole in a language; none where they are too few to practise with."""
        key = band, language
        if key not in self._items:
            self._items[key] = tuple(self._languages.practice(language, self._load_practice(band), band) or ())
        return self._items[key]
