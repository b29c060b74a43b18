"""Whether a band is in balance: fine messages, look-alikes, practice and boosters (C1, C5, C6)."""

from collections.abc import Iterator

from game.content.format.diagnostics import Diagnostic, find
from game.content.pack.pack import Shelf, ShelfCheck, percent
from game.story.practice import ROUND

_NO_LOOKALIKE = "threat_blackmail"
"""The one sign that has no harmless form."""


def check_band_fine_share(shelf: Shelf) -> Iterator[Diagnostic]:
    """40 to 60 in a hundred of a band's judged messages are fine (C1)."""
    counted = [message for story in shelf.stories for _, message in story.counted()]
    fine = sum(not message.is_sign for message in counted)
    if counted and not 40 * len(counted) <= 100 * fine <= 60 * len(counted):
        message = (
            f"In the band {shelf.band} {fine} of {len(counted)} judged messages ({percent(fine, len(counted))} %) are "
            "fine; it should be 40 to 60 %."
        )
        too_many = 100 * fine > 60 * len(counted)
        hint = (
            "Write signs into more of the stories, or leave fine messages without `read` where nothing is learnt."
            if too_many
            else "Write more fine messages, look-alikes above all, or take some signs out."
        )
        yield find("band-fine-share", shelf.place, message, hint)


def check_lookalikes(shelf: Shelf) -> Iterator[Diagnostic]:
    """Every sign that a band's stories teach has a harmless look-alike in a story of the band (C1)."""
    resembled = {
        message.lookalike_of
        for story in shelf.stories
        for _, message in story.scenario.messages()
        if message.lookalike_of
    }
    told: set[str] = set()
    for story in shelf.stories:
        for index, sign in enumerate(story.scenario.teaches.signs):
            if sign in resembled or sign in told or sign == _NO_LOOKALIKE:
                continue
            told.add(sign)
            message = f"`{sign}` is taught in the band {shelf.band}, and no story of the band has a look-alike of it."
            hint = f"Write a fine message that resembles it, with `lookalike_of: {sign}`, here or in another story."
            yield find("lookalike-missing", story.at("teaches", "signs", index), message, hint)


def check_practice(shelf: Shelf) -> Iterator[Diagnostic]:
    """A band has practice of six items at least (C5)."""
    if len(shelf.practice) < ROUND:
        there = "has no practice" if not shelf.practice else f"has {len(shelf.practice)} items of practice"
        message = f"The band {shelf.band} {there}; a round needs {ROUND}."
        hint = f"Write practice/{shelf.band}/practice.yaml with {ROUND} items or more, about half of them fine."
        yield find("practice-missing", shelf.place, message, hint)


def check_booster(shelf: Shelf) -> Iterator[Diagnostic]:
    """A band has a booster, to come back to after some weeks (C6)."""
    if not shelf.boosters:
        message = f"The band {shelf.band} has no booster."
        hint = "Write a story of 2 or 3 minutes with `kind: booster`, with signs that the band already knows."
        yield find("booster-missing", shelf.place, message, hint)


BALANCE_CHECKS: tuple[ShelfCheck, ...] = (check_band_fine_share, check_lookalikes, check_practice, check_booster)
