"""What a sitting says in which language: album, open story, practice. English stands in where a story has gaps."""

from collections.abc import Mapping, Sequence

from game.app.world import World
from game.story.model import Band, Scenario, Sign
from game.story.practice import PracticeItem
from game.story.values import StoryCard


class Translations:
    """Remembers the album of each language, and whether the open story is shown in English."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._signs: dict[str, Mapping[str, Sign]] = {}
        self.in_english = False
        """Whether the open story is not whole in the player's language and therefore shown whole in English."""

    def language(self, chosen: str | None) -> str:
        """The chosen language if it is there, else what the system prefers."""
        known = {code for code, _name in self._world.languages.names()}
        return chosen if chosen in known else self._world.languages.preferred

    def signs(self, language: str) -> Mapping[str, Sign]:
        """The album in a language, read when it is first needed."""
        if language not in self._signs:
            if "en" not in self._signs:
                self._signs["en"] = self._world.load_signs()
            self._signs[language] = self._world.languages.signs(language, self._signs["en"])
        return self._signs[language]

    def show(self, scenario: Scenario, language: str) -> Scenario:
        """The open story as it is shown: in the language where it is whole in it, else in English."""
        translated = self._world.languages.scenario(language, scenario)
        self.in_english = translated is None
        return translated or scenario

    def card(self, card: StoryCard, language: str) -> StoryCard:
        """The card of the open story, in the language it is shown in."""
        return card if self.in_english else self._world.languages.card(language, card) or card

    def any_card(self, card: StoryCard, language: str) -> StoryCard:
        """The card of any story: in the language where the story is offered in it, else in English."""
        return self._world.languages.card(language, card) or card

    def told_in_english(self, cards: Sequence[StoryCard], language: str) -> frozenset[str]:
        """Ids of the stories that `any_card` gives in English, though that is not the language."""
        return frozenset(card.id for card in cards if self._world.languages.card(language, card) is None)

    def practice(self, band: Band, language: str) -> Sequence[PracticeItem]:
        """The band's items that are whole in a language; none where they are too few to practise with."""
        return self._world.languages.practice(language, self._world.load_practice(band), band) or ()
