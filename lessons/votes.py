"""Which messages a class votes on: fine ones and signs in balance, spread over its way through a story."""

from collections.abc import Collection, Iterator, Sequence

from game.story.class_play import judged_places, play_path
from game.story.guide import MOST_VOTES, JudgedPlace
from game.story.model import Message, Scenario


def choose_votes(
    scenario: Scenario,
    path: Sequence[str],
    most: int = MOST_VOTES,
    *,
    among: Collection[JudgedPlace] | None = None,
) -> tuple[JudgedPlace, ...]:
    """Return at most `most` judged messages of a way (of those `among`), as many fine as signs where it has both.

    They come in the order of reading. Look-alikes come before other fine messages; hidden and unclear messages are
    voted on only where there is nothing else.
    """
    judged = [(name, message) for name, message in judged_on_way(scenario, path) if among is None or name in among]
    counted = [one for one in judged if one[1].counts] or judged
    signs = [name for name, message in counted if message.is_sign]
    fine = [name for name, message in counted if not message.is_sign]
    likened = {name for name, message in counted if message.lookalike_of is not None}
    sign_count, fine_count = _shares(len(signs), len(fine), most)
    picked = {*_spread(signs, sign_count), *_spread(fine, fine_count, likened)}
    return tuple(name for name, _ in counted if name in picked)


def judged_on_way(scenario: Scenario, path: Sequence[str]) -> tuple[tuple[JudgedPlace, Message], ...]:
    """Return the judged messages that a way leads to, in the order of reading."""
    names = {place: name for name, place in judged_places(scenario).items()}
    shown = play_path(scenario, path).state.messages(scenario)
    return tuple((names[place], message) for place, message in shown if place in names)


def _shares(signs: int, fine: int, most: int) -> tuple[int, int]:
    """How many signs and fine messages to take: half and half, never more than two to one where there are both."""
    signs_taken = min(signs, max((most + 1) // 2, most - fine))
    fine_taken = min(fine, most - signs_taken)
    if signs and fine:
        return min(signs_taken, 2 * fine_taken), min(fine_taken, 2 * signs_taken)
    return signs_taken, fine_taken


def _spread(
    names: Sequence[JudgedPlace], count: int, preferred: Collection[JudgedPlace] = frozenset()
) -> Iterator[JudgedPlace]:
    """Cut a row into `count` stretches, and of each take the first preferred one, else its first."""
    for number in range(count):
        stretch = names[number * len(names) // count : (number + 1) * len(names) // count]
        yield next((name for name in stretch if name in preferred), stretch[0])
