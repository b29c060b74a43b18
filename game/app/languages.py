"""The languages a player may choose, over the catalogues, and which of them the system prefers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from game.content.story_files import SIGNS_PART, practice_part
from game.i18n.catalogues import SOURCE, Catalogues, StoryCatalogue
from game.i18n.pseudo import PSEUDO_LOCALES, PseudoCatalogue
from game.i18n.scenario_translation import (
    missing_lines,
    translate,
    translate_card,
    translate_signs,
    translate_whole_items,
)
from game.i18n.translator import Translator
from game.story.model import Band, Scenario, Sign
from game.story.practice import PracticeItem
from game.story.values import StoryCard

_SCREENS = "game"


def no_folder(story: str) -> Path | None:
    """Where a story lies, with nobody to ask: among the game's own."""
    return None


class CatalogueLanguages:
    """English, and every language in which at least one sentence of the screens is translated.

    Nobody is given a half-translated language unasked: the system's is taken only where its screens are whole.
    """

    def __init__(
        self,
        catalogues: Catalogues,
        wanted: Sequence[str] = (),
        *,
        forced: str | None = None,
        folder_of: Callable[[str], Path | None] = no_folder,
    ) -> None:
        """`wanted` are the system's languages, best first; `forced` is one asked for by its code, pseudo too.

        `folder_of` tells the folder of a story by its id, where its translations lie too.
        """
        self._catalogues = catalogues
        self._wanted = tuple(wanted)
        self.forced = forced
        self._folder_of = folder_of

    @cached_property
    def preferred(self) -> str:
        """What the system prefers among the languages that are whole, "en" where it prefers none of them."""
        if self.forced:
            return self.forced
        there = {locale.code for locale in self._catalogues.find_languages()}
        for wanted in self._wanted:
            for code in (wanted, wanted.partition("_")[0]):
                if code in there and self._catalogues.share_translated(code, _SCREENS) == 1.0:
                    return code
        return SOURCE

    def names(self) -> Sequence[tuple[str, str]]:
        """Codes with the languages' own names."""
        return self._names

    @cached_property
    def _names(self) -> tuple[tuple[str, str], ...]:
        offered = [
            locale
            for locale in self._catalogues.find_languages()
            if locale.code in (SOURCE, self.forced) or self._catalogues.share_translated(locale.code, _SCREENS) > 0
        ]
        if self.forced is not None and self.forced in PSEUDO_LOCALES:
            offered.append(self._catalogues.locale(self.forced))
        return tuple((locale.code, locale.name) for locale in offered)

    def translator(self, language: str) -> Translator:
        """The words of the screens; English for a language that is not there."""
        return self._catalogues.load_translator(language)

    def card(self, language: str, card: StoryCard) -> StoryCard | None:
        """A story's card in a language; None where a line of the story, or of the signs it shows, is missing.

        The card itself knows: no catalogue is opened.
        """
        if language == SOURCE:
            return card
        if language in PSEUDO_LOCALES:
            return translate_card(card, PseudoCatalogue(language))
        words = next((one for one in card.told if one.language == language), None)
        if words is None:
            return None
        return replace(card, title=words.title, about=words.about, content_note=words.content_note)

    def story_catalogue(self, language: str, story: str) -> StoryCatalogue:
        """The texts of a story in a language, out of the story's own folder."""
        return self._catalogues.load_story_catalogue(language, story, self._folder_of(story))

    def scenario(self, language: str, scenario: Scenario) -> Scenario | None:
        """A story in a language; None where a child-facing line of it, or of the signs, is missing."""
        if language == SOURCE:
            return scenario
        catalogue = self.story_catalogue(language, scenario.id)
        has_signs = self._catalogues.load_story_catalogue(language, SIGNS_PART).is_complete(SIGNS_PART)
        if not has_signs or missing_lines(scenario, catalogue):
            return None
        return translate(scenario, catalogue)

    def signs(self, language: str, signs: Mapping[str, Sign]) -> Mapping[str, Sign]:
        """The album in a language; what is missing there is English."""
        if language == SOURCE:
            return signs
        return translate_signs(signs, self._catalogues.load_story_catalogue(language, SIGNS_PART))

    def practice(self, language: str, items: Sequence[PracticeItem], band: Band) -> Sequence[PracticeItem] | None:
        """The items of practice that are whole in a language; None where they are too few to practise with."""
        if language == SOURCE:
            return items
        catalogue = self._catalogues.load_story_catalogue(language, practice_part(band))
        return translate_whole_items(items, band, catalogue) or None


def known_language(catalogues: Catalogues, asked: str) -> str | None:
    """The code of a language asked for as `fr`, `pt-BR` or `fr_CA`; None where there is none such."""
    code = asked.replace("-", "_")
    there = [*(locale.code for locale in catalogues.find_languages()), *PSEUDO_LOCALES]
    by_name = {each.casefold(): each for each in there}
    return by_name.get(code.casefold()) or by_name.get(code.partition("_")[0].casefold())
