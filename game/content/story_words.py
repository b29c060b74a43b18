"""The words of a story's card in other languages, taken out of the catalogues that lie in the story's folder."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from game.content.story_files import SIGNS_PART
from game.content.story_index import IndexEntry, SignsInLanguage
from game.i18n.catalogues import Catalogues
from game.i18n.scenario_translation import missing_lines, translate_card
from game.story.model import Scenario
from game.story.values import CardWords, StoryCard


def tell_card(
    entry: IndexEntry, folder: Path, catalogues: Catalogues, read: Callable[[], Scenario | None]
) -> IndexEntry:
    """Return an entry with its card's words in every language in which the whole story is there.

    `folder` is the story's own, with its catalogues. `read` gives the story, and is asked only where a catalogue says
    that it lacks nothing: what it says may be of an earlier version of the story.
    """
    if entry.card is None:
        return replace(entry, translations={})
    versions = catalogues.story_versions(entry.card.id, folder)
    told: list[CardWords] = []
    scenario: Scenario | None = None
    for code in versions:
        catalogue = catalogues.load_story_catalogue(code, entry.card.id, folder)
        card = translate_card(entry.card, catalogue)
        if card is None:
            continue
        scenario = scenario or read()
        if scenario is not None and not missing_lines(scenario, catalogue):
            told.append(CardWords(code, card.title, card.about, card.content_note))
    return replace(entry, card=replace(entry.card, told=tuple(told)), translations=versions)


def is_told_as_it_is(entry: IndexEntry, folder: Path, catalogues: Catalogues) -> bool:
    """Whether the catalogues in a story's folder are those from which the words of its card were taken."""
    return entry.card is None or entry.translations == catalogues.story_versions(entry.card.id, folder)


def look_at_signs(known: dict[str, SignsInLanguage], catalogues: Catalogues) -> dict[str, SignsInLanguage]:
    """Return in which languages the signs are whole; a catalogue is opened only where it is new or changed."""
    return {
        code: found
        if (found := known.get(code)) is not None and found.version == version
        else SignsInLanguage(version, catalogues.load_story_catalogue(code, SIGNS_PART).is_complete(SIGNS_PART))
        for code, version in catalogues.story_versions(SIGNS_PART).items()
    }


def without_unsigned(card: StoryCard, signs: dict[str, SignsInLanguage]) -> StoryCard:
    """Return a card without the languages in which the signs are not whole: a story shows them, and is not offered."""
    told = tuple(words for words in card.told if (found := signs.get(words.language)) is not None and found.is_whole)
    return card if told == card.told else replace(card, told=told)
