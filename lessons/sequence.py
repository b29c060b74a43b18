"""A sequence of four sessions for a band: which stories in which order, what repeats them, and what they meet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.content.files.practice_reader import practice_file
from game.story.guide import Standard
from game.story.model import Band, Scenario
from lessons.rounds import signs_in_focus
from lessons.standards import distinct_standards, standard_key
from lessons.story_guide import find_guide

if TYPE_CHECKING:
    from game.content.library import Library

SESSIONS = 4
"""The least that a whole sequence has (content rule C7)."""
_ROUND = "six items of practice that the class has not seen yet. Three minutes are enough."
_CARDS = "the sign cards once more. What is asked for, and may everyone know? Three minutes are enough."


@dataclass(frozen=True, slots=True, kw_only=True)
class Booster:
    """A few minutes that bring the signs back, about so many weeks after the first session (content rule C6)."""

    weeks: int
    text: str
    """What the class does, as a sentence."""
    story: str = ""
    """A booster story's id; empty where the practice of the band stands in for it."""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceSession:
    """One session of a sequence. Where the band lacks a story for it, `story` is empty and `about` says so."""

    number: int
    """From 1."""
    about: str
    """What the session is for, as a sentence."""
    story: str = ""
    title: str = ""
    minutes: int = 40
    signs: tuple[str, ...] = ()
    """The ids of the signs that the story teaches, or resembles where nothing is wrong in it."""
    nothing_is_wrong: bool = False
    boosters: tuple[Booster, ...] = ()
    """What follows this session and not the next one, counted in weeks from the first session."""
    standards: tuple[Standard, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether no story is there for this session yet."""
        return not self.story


def sequence_of(band: Band, library: "Library") -> tuple[SequenceSession, ...]:
    """Return the four sessions of a band, with the stories there are.

    Stories with signs and stories in which nothing is wrong take turns, as far as there are both, so that nobody can
    tell from the calendar. Easy ones come first, and of those the one that brings most signs that are new. Raises
    GuideError where the guide of one has errors.
    """
    cards = [card for card in library.cards() if card.band == band]
    stories = [library.scenario(card.id) for card in cards if card.kind == "story"]
    boosters = [library.scenario(card.id) for card in cards if card.kind == "booster"]
    chosen = list(_in_turn(stories))[:SESSIONS]
    met: set[str] = set()
    sessions: list[SequenceSession] = []
    for number in range(1, SESSIONS + 1):
        scenario = chosen[number - 1] if number <= len(chosen) else None
        sessions.append(_session(number, scenario, library, tuple(_boosters_after(number, band, boosters)), met))
        met |= set(scenario.teaches.signs if scenario is not None else ())
    return tuple(sessions)


def standards_grid(sessions: Sequence[SequenceSession]) -> tuple[tuple[Standard, tuple[Standard | None, ...]], ...]:
    """Return for each framework its first row, and what each session meets of it; None where that is nothing."""
    rows = distinct_standards([row for session in sessions for row in session.standards])
    return tuple((row, tuple(_meets(session, row) for session in sessions)) for row in rows)


def _meets(session: SequenceSession, row: Standard) -> Standard | None:
    return next((one for one in session.standards if standard_key(one) == standard_key(row)), None)


def _in_turn(stories: Sequence[Scenario]) -> Iterator[Scenario]:
    """Stories with signs and without in turn; of those with signs always the one that brings most new ones."""
    left = sorted(stories, key=lambda scenario: (scenario.level, scenario.title))
    met: set[str] = set()
    wants_signs = True
    while left:
        fitting = [scenario for scenario in left if scenario.nothing_is_wrong != wants_signs] or left
        best = max(fitting, key=lambda scenario: (-scenario.level, len({*signs_in_focus(scenario)} - met)))
        left.remove(best)
        met.update(best.teaches.signs)
        wants_signs = best.nothing_is_wrong
        yield best


def _session(
    number: int, scenario: Scenario | None, library: "Library", boosters: tuple[Booster, ...], met: set[str]
) -> SequenceSession:
    if scenario is None:
        about = "There is no story of this band for this session yet."
        return SequenceSession(number=number, about=about, boosters=boosters)
    guide = find_guide(scenario, library.path(scenario.id).parent)
    return SequenceSession(
        number=number,
        about=_about(scenario, met),
        story=scenario.id,
        title=scenario.title,
        minutes=guide.minutes,
        signs=signs_in_focus(scenario),
        nothing_is_wrong=scenario.nothing_is_wrong,
        boosters=boosters,
        standards=guide.standards,
    )


def _about(scenario: Scenario, met: set[str]) -> str:
    if scenario.nothing_is_wrong:
        return "Nothing is wrong in this story: the class says why, and asks all the same."
    if met.issuperset(scenario.teaches.signs):
        return "Signs from before in a new story, a no, and telling."
    return "New signs, a no, and telling."


def _boosters_after(number: int, band: Band, boosters: Sequence[Scenario]) -> Iterator[Booster]:
    """The boosters that come after a session and before the next, in a class that meets once a week."""
    again = _ROUND if practice_file(band).is_file() else _CARDS
    if number == 1 and boosters:
        first = boosters[0]
        text = f"About a week after the first session: the short story “{first.title}”, read together."
        yield Booster(weeks=1, text=text, story=first.id, title=first.title)
    elif number == 1:
        yield Booster(weeks=1, text=f"About a week after the first session: {again}")
    elif number == SESSIONS:
        yield Booster(weeks=4, text=f"About four weeks after the first session: {again}")
