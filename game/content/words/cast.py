"""How texts call the people of a story: those that are never to blame, and those that are not OK."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from game.story.model import Person

_PRONOUNS = {"he": ("he", "his"), "she": ("she", "her")}
_GENDERS = {"boy": "he", "man": "he", "girl": "she", "woman": "she"}
_MOST_NAMES = 60


@dataclass(frozen=True, slots=True)
class Cast:
    """Patterns for the safe people (`friend`, with "you"), the unsafe ones (`contact`) and whose fault it may be not.

    A pronoun stands for the safe people only where no unsafe person may share it, and the other way round.
    """

    friend: str
    contact: str
    whose: str


NOBODY = Cast("you", r"(?!)", "your")
"""Where nobody is known by name, or nobody can tell who is unsafe: only "you" is surely not to blame."""


def cast_of(people: Iterable[Person]) -> Cast:
    """Return the cast of a story's people."""
    people = tuple(people)
    safe = [person for person in people if not person.facts.unsafe]
    unsafe = [person for person in people if person.facts.unsafe]
    ours, theirs = _pronouns(unsafe), _pronouns(safe)
    whose = ["your", *(_PRONOUNS[one][1] for one in ours if one in _PRONOUNS), *(["their"] if "they" in ours else [])]
    return Cast(
        friend=_either(["you", *ours], _names(safe)),
        contact=_either(theirs, _names(unsafe)),
        whose=_either(whose, tuple(f"{name}'s" for name in _names(safe))),
    )


@lru_cache(maxsize=256)
def compile_for(template: str, cast: Cast) -> re.Pattern[str]:
    """Compile a pattern in which <friend>, <contact> and <whose> stand for people; case counts in names only."""
    filled = template.replace("<friend>", cast.friend).replace("<contact>", cast.contact)
    return re.compile(filled.replace("<whose>", cast.whose), re.I)


def _pronouns(others: Iterable[Person]) -> tuple[str, ...]:
    """The pronouns that none of these people may share."""
    taken = {_GENDERS.get(person.facts.gender, "any") for person in others}
    if "any" in taken:
        return ()
    return tuple(one for one in _PRONOUNS if one not in taken) + (() if taken else ("they",))


def _names(people: Iterable[Person]) -> tuple[str, ...]:
    names = {name for person in people for name in (person.name, person.called, person.id) if name}
    return tuple(sorted(names, key=lambda name: (-len(name), name))[:_MOST_NAMES])


def _either(words: Iterable[str], names: Iterable[str]) -> str:
    spelled = "|".join(re.escape(name.replace("’", "'")) for name in names)
    options = [*words, *([rf"(?-i:{spelled})"] if spelled else [])]
    return rf"(?<!\w)(?:{'|'.join(options)})(?!\w)" if options else r"(?!)"
