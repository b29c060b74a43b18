"""The sign cards of a story: the same for every message of a story, and never the answer."""

from collections.abc import Sequence
from zlib import crc32

from game.story.model import Message, Scenario, Sign

CARDS = 6


def sign_cards(scenario: Scenario, signs: Sequence[Sign]) -> tuple[Sign, ...]:
    """The cards to pick from in a story, in album order; `signs` is the whole album, families among it.

    Band 8-10: the families. Else the signs the story teaches, those its look-alikes resemble in order of appearance
    until there are six, then the band's signs from a place that the story's id gives.
    """
    if scenario.band == "8-10":
        return tuple(sign for sign in signs if sign.is_family)
    album = {sign.id: sign for sign in signs if not sign.is_family}
    picked: dict[str, Sign] = {name: album[name] for name in scenario.teaches.signs if name in album}
    resembled = (message.lookalike_of for _, message in scenario.messages() if message.lookalike_of in album)
    for name in (*resembled, *_from_the_band(scenario, tuple(album.values()))):
        if len(picked) >= CARDS:
            break
        if name is not None:
            picked.setdefault(name, album[name])
    return tuple(sign for sign in album.values() if sign.id in picked)


def _from_the_band(scenario: Scenario, album: Sequence[Sign]) -> tuple[str, ...]:
    names = [sign.id for sign in album if scenario.band in sign.bands]
    if not names:
        return ()
    first = crc32(scenario.id.encode()) % len(names)
    return (*names[first:], *names[:first])


def is_right_card(card: str, message: Message, signs: Sequence[Sign]) -> bool:
    """Whether a card names one of a message's signs, or the family of one."""
    families = {sign.family for sign in signs if sign.id in message.signs}
    return card in message.signs or card in families
