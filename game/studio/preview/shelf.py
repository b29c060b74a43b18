"""What the preview's sitting is given: one story as its only one, every language, and no folder to keep anything in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from game.app.help_desk import CsvHelpDesk
from game.app.languages import CatalogueLanguages
from game.app.opening import has_items, load_album, load_items
from game.app.world import World
from game.content.library import make_card
from game.i18n.catalogues import SOURCE, Catalogues
from game.i18n.pseudo import PSEUDO_LOCALES
from game.i18n.retelling import Steps, retell_scenario
from game.i18n.scenario_translation import missing_lines, translate_with_gaps
from game.story.model import Scenario
from game.story.values import StoryCard

__all__ = ["PreviewLanguages", "PreviewShelf", "preview_world"]


class PreviewShelf:
    """A shelf (`game.app.world.Shelf`) with the story as it was read last, whatever is wrong with it, and no gate."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.story: Scenario | None = None

    def cards(self) -> Sequence[StoryCard]:
        """The card of the story, if there is one."""
        return () if self.story is None else (replace(make_card(self.story, self._file), needs_gate=False),)

    def scenario(self, story: str) -> Scenario:
        """The story, whatever it was called before."""
        assert self.story is not None
        return self.story

    def refresh(self) -> Iterator[object]:
        """Nothing: the preview itself watches the file."""
        return iter(())


class PreviewLanguages(CatalogueLanguages):
    """All languages, the two that nobody speaks too, and stories that are translated in part.

    The game shows a story with gaps whole in English; here the lines that are missing are English behind a mark, so
    that a translator sees what is done. A story of which no line is translated is shown in English, as in the game.
    """

    def __init__(self, catalogues: Catalogues, language: str, folder: Path) -> None:
        super().__init__(catalogues, forced=language, folder_of=lambda id: folder)
        self._catalogues_read = catalogues

    def names(self) -> Sequence[tuple[str, str]]:
        """Codes with the languages' own names; the two that nobody speaks come last."""
        real = [(locale.code, locale.name) for locale in self._catalogues_read.find_languages()]
        return (*real, *((code, formats.name) for code, formats in PSEUDO_LOCALES.items()))

    def card(self, language: str, card: StoryCard) -> StoryCard | None:
        """A story's card in a language, English where a line is missing."""
        if language == SOURCE:
            return card
        find = self.story_catalogue(language, card.id).find
        title, about, note = (find(card.id, text) or text for text in (card.title, card.about, card.content_note))
        return replace(card, title=title, about=about, content_note=note)

    def scenario(self, language: str, scenario: Scenario) -> Scenario | None:
        """A story in a language, English behind a mark where a line is missing; None where all of them are."""
        if language == SOURCE:
            return scenario
        if self.missing(language, scenario) == _count_lines(scenario):
            return None
        return translate_with_gaps(scenario, self.story_catalogue(language, scenario.id))

    def missing(self, language: str, scenario: Scenario) -> int:
        """How many lines of a story the language lacks."""
        return missing_lines(scenario, self.story_catalogue(language, scenario.id))


def _count_lines(scenario: Scenario) -> int:
    count = 0

    def say(context: str, text: str, steps: Steps) -> str:
        nonlocal count
        count += 1
        return text

    retell_scenario(scenario, say)
    return count


def preview_world(shelf: PreviewShelf, languages: PreviewLanguages, today: date) -> World:
    """The world of a sitting that keeps nothing and writes nowhere."""
    return World(
        shelf=shelf,
        load_signs=load_album,
        help=CsvHelpDesk(today),
        home=None,
        today=today,
        load_practice=load_items,
        has_practice=has_items,
        languages=languages,
    )
