"""What a sitting has to show and to offer, as the world has it: the open story's card, the album, practice, keeping."""

from collections.abc import Mapping

from game.app.sitting import Sitting
from game.app.world import World
from game.story.model import Sign
from game.story.values import StoryCard


def open_card(world: World, sitting: Sitting) -> StoryCard | None:
    """The card of the story that is open, in the language it is shown in."""
    card = next((card for card in sitting.cards if card.id == sitting.story), None)
    if card is None or sitting.in_english:
        return card
    return world.translations.card(card, sitting.language)


def album(world: World, sitting: Sitting) -> Mapping[str, Sign]:
    """All signs: cards that the player keeps, so they speak the player's language in every story."""
    return world.translations.signs(sitting.language)


def offers_practice(world: World, sitting: Sitting) -> bool:
    """Whether there is practice for the band in the player's language; told without reading it in English."""
    there = world.has_practice(sitting.band)
    return there and (sitting.language == "en" or bool(world.translations.practice(sitting.band, sitting.language)))


def offers_keeping(world: World, sitting: Sitting) -> bool:
    """Whether keeping the place is offered: once, after the first finished story, and never again."""
    can_keep = world.home is not None and not sitting.settings.keep_place
    return can_keep and bool(sitting.done) and not sitting.settings.keep_offered
