"""Who writes signs and who writes fine messages in a band: no kind of sender stands for danger (B7, B8)."""

from collections.abc import Iterator
from math import ceil

from game.content.format.diagnostics import Diagnostic, find
from game.content.pack.pack import (
    PackStory,
    Shelf,
    ShelfCheck,
    is_known,
    is_online_only,
    name_stories,
    percent,
)

_GROWN_UP = ("young_adult", "adult")


def check_known_senders(shelf: Shelf) -> Iterator[Diagnostic]:
    """Of a band's signs 25 to 65 in a hundred come from somebody whom the friend already knows (B7)."""
    signs = [
        (story, is_known(story.sender(message)))
        for story in shelf.stories
        for _, message in story.counted()
        if message.is_sign
    ]
    known = sum(is_from_known for _, is_from_known in signs)
    if signs and not 25 * len(signs) <= 100 * known <= 65 * len(signs):
        few = 100 * known < 25 * len(signs)
        others = dict.fromkeys(story.scenario.id for story, is_from_known in signs if is_from_known != few)
        message = (
            f"In the band {shelf.band} {known} of {len(signs)} signs ({percent(known, len(signs))} %) come from "
            "somebody whom the friend already knows; it should be 25 to 65 %."
        )
        hint = (
            "Let a team-mate, a relative or somebody from a club write signs in one of: "
            if few
            else "Let somebody known from online only write the signs in one of: "
        )
        named = name_stories(story for story in shelf.stories if story.scenario.id in others)
        yield find("known-senders", shelf.place, message, f"{hint}{named}.")


def check_online_fine(shelf: Shelf) -> Iterator[Diagnostic]:
    """Of a band's fine messages at least 40 in a hundred come from somebody known from online only (B7)."""
    fine = [
        is_online_only(story.sender(message))
        for story in shelf.stories
        for _, message in story.counted()
        if not message.is_sign
    ]
    online = sum(fine)
    if fine and 100 * online < 40 * len(fine):
        message = (
            f"In the band {shelf.band} {online} of {len(fine)} fine messages ({percent(online, len(fine))} %) come "
            "from somebody known from online only; it should be 40 % at least."
        )
        lacking = [s for s in shelf.stories if not any(map(is_online_only, s.scenario.people.values()))]
        hint = "Let people from online write more of what is fine"
        yield find("online-fine", shelf.place, message, hint + (f": {name_stories(lacking)}." if lacking else "."))


def check_crossed(shelf: Shelf) -> Iterator[Diagnostic]:
    """In one story of six at least, in one chat, an online-only person is fine and a known one writes a sign (B7)."""
    crossed = [story for story in shelf.stories if _is_crossed(story)]
    needed = ceil(len(shelf.stories) / 6)
    if len(crossed) < needed:
        message = (
            f"In the band {shelf.band} {len(crossed)} of {len(shelf.stories)} stories show, in one chat, somebody from "
            f"online who writes fine messages only beside somebody known who writes a sign; it should be {needed}."
        )
        hint = "Put a kind person from online into a chat in which somebody from school or family writes a sign."
        yield find("not-crossed", shelf.place, message, hint)


def check_only_one_sort(shelf: Shelf) -> Iterator[Diagnostic]:
    """The unsafe people of a band are not all from online, and not all grown up (B7)."""
    unsafe = [person for story in shelf.stories for person in story.unsafe_people]
    if unsafe and all(map(is_online_only, unsafe)):
        message = f"In the band {shelf.band} everybody unsafe is known from online only."
        yield find("one-sort-unsafe", shelf.place, message, "Let one be somebody whom the friend already knows.")
    ages = [person.facts.age_group for person in unsafe if person.facts.age_group != "unknown"]
    if ages and all(age in _GROWN_UP for age in ages):
        message = f"In the band {shelf.band} everybody unsafe whose age is stated is an adult."
        yield find("one-sort-unsafe", shelf.place, message, "Let one be a child or a teen (`age_group`).")


def check_good_friendship(shelf: Shelf) -> Iterator[Diagnostic]:
    """One story of a band at least shows a friendship from online that stays fine (B8)."""
    if not any(_is_good_friendship(story) for story in shelf.stories):
        message = f"No story of the band {shelf.band} shows a friendship from online that stays fine."
        hint = "Write one in which nothing is wrong, with somebody `online_only`, that ends with `safe_and_fine`."
        yield find("no-good-friendship", shelf.place, message, hint)


def _is_crossed(story: PackStory) -> bool:
    for messages in story.by_chat().values():
        judged = [(story.sender(message), message) for message in messages if message.is_judged]
        online = {person.id for person, _ in judged if person is not None and is_online_only(person)}
        not_fine = {message.person for _, message in judged if message.read != "fine"}
        if online - not_fine and any(message.is_sign and is_known(person) for person, message in judged):
            return True
    return False


def _is_good_friendship(story: PackStory) -> bool:
    scenario = story.scenario
    writing = {message.person for _, message in scenario.messages()}
    return (
        scenario.nothing_is_wrong
        and any(is_online_only(person) and person.id in writing for person in scenario.people.values())
        and any(ending.outcome == "safe_and_fine" for _, ending in scenario.endings())
    )


SENDER_CHECKS: tuple[ShelfCheck, ...] = (
    check_known_senders,
    check_online_fine,
    check_crossed,
    check_only_one_sort,
    check_good_friendship,
)
