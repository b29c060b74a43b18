"""Whether a band's messages can be told apart by something that has nothing to do with what they ask for (C2)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from game.content.format.diagnostics import Diagnostic, find
from game.content.pack.pack import PackStory, Shelf, ShelfCheck
from game.story.players import Player, cue_players, tally_sights
from game.story.scoring import Tally, d_prime
from game.story.sights import Sight, median_lengths, sights_in

_ENOUGH = 20
"""Signs and fine messages, of each so many: of fewer, chance alone gives a cue such a figure."""
_MOST = 1.0

# cue: (what it goes by; what to do where it finds the signs; what to do where it finds the fine messages)
_WORDS: Mapping[str, tuple[str, str, str]] = {
    "by_sender": (
        "who is known from online only",
        "Let people whom the friend knows from school or family write signs too, and people from online fine messages.",
        "Let people from online write some signs too, and people whom the friend knows fine messages.",
    ),
    "by_newest_contact": (
        "who came into the story last",
        "Let whoever comes last write fine messages too, and let somebody who was there before write a sign.",
        "Let whoever comes last write some signs too, and those who were there before fine messages.",
    ),
    "by_position": (
        "what comes in the second half",
        "Let a sign come early, and fine messages after the signs.",
        "Let fine messages come early too, and a sign late.",
    ),
    "by_length": (
        "what is longer than usual",
        "Make some signs shorter, and some fine messages longer.",
        "Make some signs longer, and some fine messages shorter.",
    ),
    "by_keyword": (
        'words such as "secret", "gift" or "photo"',
        "Let signs do without such words, and fine messages hold some.",
        "Let some signs hold such words too, and fine messages fewer.",
    ),
}


@dataclass(frozen=True, slots=True)
class _Seen:
    """A story with its messages as they come."""

    story: PackStory
    sights: tuple[Sight, ...]


def check_cues(shelf: Shelf) -> Iterator[Diagnostic]:
    """A player who goes by a cue alone does not tell signs and fine messages apart: |d'| is 1.0 at most (C2)."""
    seen = [_Seen(story, sights_in(story.scenario)) for story in shelf.stories]
    figures: dict[str, float] = {}
    counted = [message.is_sign for one in shelf.stories for _, message in one.counted()]
    signs, fine = counted.count(True), counted.count(False)
    for name, player in cue_players(median_lengths(story.scenario for story in shelf.stories)).items():
        tallies = [tally_sights(one.sights, player) for one in seen]
        value = d_prime(sum(tallies, start=Tally()), "not_ok")
        if value is None:
            continue
        figures[name] = value
        if abs(value) > _MOST and signs >= _ENOUGH and fine >= _ENOUGH:
            yield _give_away(shelf, name, value, seen, tallies, player)
    if figures:
        levels = ", ".join(f"{name} {value:.2f}" for name, value in figures.items())
        few = "" if min(signs, fine) >= _ENOUGH else f" (too few to judge by: {signs} signs, {fine} fine)"
        message = f"Band {shelf.band}: d' of those who go by one cue alone is {levels}{few}."
        yield find("cue-level", shelf.place, message, f"Below {_MOST} either way no cue gives the signs away.")


def _give_away(
    shelf: Shelf, name: str, value: float, seen: list[_Seen], tallies: list[Tally], player: Player
) -> Diagnostic:
    """The finding at the message that feeds the cue most, with the stories that do."""
    feeding = [seen[index] for index in _by_share(tallies, value)][:3]
    cue, if_signs, if_fine = _WORDS[name]
    finds = "signs" if value > 0 else "what is fine"
    lines = {one.story.scenario.id: _lines(one, player, value > 0) for one in feeding}
    told = "; ".join(f"{id} (lines {', '.join(map(str, numbers))})" for id, numbers in lines.items() if numbers)
    message = (
        f"In the band {shelf.band} one can tell {finds} by {cue}: {name} reaches d' {value:.2f}, "
        f"and {_MOST} is the most, either way. It comes mostly from: {told or 'no single story'}."
    )
    places = [one.story.at_message(sight.place) for one in feeding for sight in _fed(one, player, value > 0)]
    return find("cue-gives-away", places[0] if places else shelf.place, message, if_signs if value > 0 else if_fine)


def _by_share(tallies: list[Tally], value: float) -> list[int]:
    """The stories by index, those first without which the figure would come down the most."""
    counts = ("hits", "noticed", "misses", "correct", "asked", "false_alarms", "untouched")
    total = sum(tallies, start=Tally())

    def without(index: int) -> float:
        rest = Tally(**{name: getattr(total, name) - getattr(tallies[index], name) for name in counts})
        left = d_prime(rest, "not_ok")
        return abs(value) if left is None else (left if value > 0 else -left)

    return sorted(range(len(tallies)), key=without)


def _fed(one: _Seen, player: Player, finds_signs: bool) -> Iterable[Sight]:
    """The messages with the cue that a cue's figure comes from: the signs, or (where it is below 0) the fine ones."""
    counted = (sight for sight in one.sights if sight.message.counts)
    return [sight for sight in counted if sight.message.is_sign == finds_signs and player(sight) == "not_ok"]


def _lines(one: _Seen, player: Player, finds_signs: bool) -> list[int]:
    """The lines of those messages in the story's file, the first five."""
    return sorted(one.story.at_message(sight.place).line for sight in _fed(one, player, finds_signs))[:5]


CUE_CHECKS: tuple[ShelfCheck, ...] = (check_cues,)
