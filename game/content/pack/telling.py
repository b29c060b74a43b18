"""How a band practises telling: adults who do not help at first are there, and are not the rule (C8)."""

from collections.abc import Iterator
from math import ceil, floor

from game.content.format.diagnostics import Diagnostic, find
from game.content.pack.pack import PackStory, Shelf, ShelfCheck, name_stories

_LOW, _HIGH = 25, 40


def check_keep_telling_share(shelf: Shelf) -> Iterator[Diagnostic]:
    """In 25 to 40 of 100 stories with signs the first adult does not help, and another one is told (C8)."""
    unsafe = shelf.unsafe_stories
    trying = [story for story in unsafe if _rehearses(story, "keep_telling")]
    low, high = ceil(_LOW * len(unsafe) / 100), floor(_HIGH * len(unsafe) / 100)
    if low > high:  # with so few stories no number lies between; then the two next to it are right
        low, high = floor(_LOW * len(unsafe) / 100), ceil(_HIGH * len(unsafe) / 100)
    if unsafe and not low <= len(trying) <= high:
        wanted = str(low) if low == high else f"{low} to {high}"
        message = (
            f"In the band {shelf.band} the first adult does not help in {len(trying)} of {len(unsafe)} stories with "
            f"signs; it should be {wanted} (25 to 40 %)."
        )
        hint = (
            "Let the first adult listen in some of: " + name_stories(trying) + "."
            if len(trying) > high
            else "Give a story a `rehearse: tell` with `helps: no`, and `rehearse: keep_telling` after it."
        )
        yield find("keep-telling-share", shelf.place, message, hint)


def check_tell_for_friend(shelf: Shelf) -> Iterator[Diagnostic]:
    """In one story of a band at least somebody tells for a friend (C8)."""
    if not any(_rehearses(story, "tell_for_friend") for story in shelf.stories):
        message = f"No story of the band {shelf.band} practises telling for a friend."
        hint = "Give one a `rehearse: tell_for_friend`: it has the keys of `tell`."
        yield find("no-tell-for-friend", shelf.place, message, hint)


def check_first_adults(shelf: Shelf) -> Iterator[Diagnostic]:
    """The adults who do not help at first differ from story to story (C8)."""
    seen: dict[frozenset[str], str] = {}
    for story in (*shelf.stories, *shelf.boosters):
        for place, rehearse in story.scenario.rehearsals():
            if rehearse.helps:
                continue
            other = seen.setdefault(frozenset(rehearse.adults), story.scenario.id)
            if other != story.scenario.id:
                where = story.at("scenes", place.scene, place.beat, "adults")
                message = f"The same adults do not help at first in `{other}` as here."
                yield find("same-first-adult", where, message, "Offer others here, and let them fail in another way.")


def _rehearses(story: PackStory, kind: str) -> bool:
    return any(rehearse.kind == kind for _, rehearse in story.scenario.rehearsals())


TELLING_CHECKS: tuple[ShelfCheck, ...] = (check_keep_telling_share, check_tell_for_friend, check_first_adults)
