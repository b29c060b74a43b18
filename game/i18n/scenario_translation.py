"""A story, its guide, the album and practice in another language: the same structure, ids and places, other words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.i18n.catalogues import StoryCatalogue
from game.i18n.retelling import Say, Steps, retell_guide, retell_practice, retell_scenario, retell_signs
from game.story.guide import Guide
from game.story.model import Scenario, Sign
from game.story.practice import PracticeItem
from game.story.values import StoryCard

GAP = "[en] "
"""Stands before a text that a half-done translation lacks, where a translator looks at it."""
FEWEST_ITEMS = 12
"""Items of a band that a language needs: two rounds of six, so that a second one is not the first again."""


def translate(scenario: Scenario, catalogue: StoryCatalogue) -> Scenario:
    """Return the story in the language of a catalogue; what it lacks stays as it was written."""
    return retell_scenario(scenario, _saying(catalogue))


def translate_with_gaps(scenario: Scenario, catalogue: StoryCatalogue) -> Scenario:
    """Return the story in the language of a catalogue, and each text that it lacks in English behind a mark.

    A person's name has none: many stay as they are in every language.
    """
    say = _saying(catalogue)

    def mark(context: str, text: str, steps: Steps) -> str:
        is_gap = catalogue.find(context, text) is None and steps[0] != "people"
        return f"{GAP}{text}" if is_gap else say(context, text, steps)

    return retell_scenario(scenario, mark)


def translate_signs(signs: Mapping[str, Sign], catalogue: StoryCatalogue) -> Mapping[str, Sign]:
    """Return the album in the language of a catalogue; what it lacks stays as it was written."""
    return dict(zip(signs, retell_signs(signs.values(), _saying(catalogue)), strict=True))


def translate_practice(items: Sequence[PracticeItem], band: str, catalogue: StoryCatalogue) -> tuple[PracticeItem, ...]:
    """Return a band's items in the language of a catalogue; what it lacks stays as it was written."""
    return retell_practice(items, band, _saying(catalogue))


def translate_guide(guide: Guide, catalogue: StoryCatalogue) -> Guide:
    """Return a story's guide in the language of its story's catalogue; what it lacks stays as it was written."""
    return retell_guide(guide, _saying(catalogue))


def translate_whole_items(
    items: Sequence[PracticeItem], band: str, catalogue: StoryCatalogue
) -> tuple[PracticeItem, ...]:
    """Return those of a band's items that a catalogue has whole, in its language; none where they are too few."""
    whole = [item for item in items if not missing_in_practice([item], band, catalogue)]
    return translate_practice(whole, band, catalogue) if len(whole) >= FEWEST_ITEMS else ()


def translate_card(card: StoryCard, catalogue: StoryCatalogue) -> StoryCard | None:
    """Return a story's card in the language of a catalogue; None where the story is not complete in it.

    A card is shown before its story is read, so this goes by what the catalogue's file holds; `missing_lines` by what
    the story holds.
    """
    if not catalogue.is_complete(card.id):
        return None
    title, about, note = (
        _saying(catalogue)(card.id, text, (key,)) if text else text
        for key, text in (("title", card.title), ("about", card.about), ("content_note", card.content_note))
    )
    return replace(card, title=title, about=about, content_note=note)


def missing_lines(scenario: Scenario, catalogue: StoryCatalogue) -> int:
    """Return how many texts of a story a catalogue lacks; with 0 the story is offered in that language."""
    counter = _Counter(catalogue)
    retell_scenario(scenario, counter)
    return counter.missing


def missing_in_signs(signs: Mapping[str, Sign], catalogue: StoryCatalogue) -> int:
    """Return how many texts of the album a catalogue lacks."""
    counter = _Counter(catalogue)
    retell_signs(signs.values(), counter)
    return counter.missing


def missing_in_practice(items: Sequence[PracticeItem], band: str, catalogue: StoryCatalogue) -> int:
    """Return how many texts of a band's items a catalogue lacks."""
    counter = _Counter(catalogue)
    retell_practice(items, band, counter)
    return counter.missing


def missing_in_guide(guide: Guide, catalogue: StoryCatalogue) -> int:
    """Return how many texts of a guide its story's catalogue lacks; a story is offered without its guide."""
    counter = _Counter(catalogue)
    retell_guide(guide, counter)
    return counter.missing


def _saying(catalogue: StoryCatalogue) -> Say:
    def say(context: str, text: str, steps: Steps) -> str:
        found = catalogue.find(context, text)
        return text if found is None else found

    return say


class _Counter:
    """Counts what a catalogue lacks, and changes nothing."""

    def __init__(self, catalogue: StoryCatalogue) -> None:
        self.missing = 0
        self._catalogue = catalogue

    def __call__(self, context: str, text: str, steps: Steps) -> str:
        self.missing += self._catalogue.find(context, text) is None
        return text
