"""Every text of a file with who says it, and a quick way to those texts that hold one of some words."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from game.story.model import Beat, Choice, Ending, Later, Message, Note, Person, Pulse, Rehearse, Scenario

Voice: TypeAlias = Literal[
    "unsafe",
    "message",
    "say",
    "safe_say",
    "narration",
    "choice",
    "feedback",
    "why",
    "telling",
    "adult",
    "debrief",
    "teacher",
]
"""Who says a text: the unsafe person, others in a chat, the friend in an option (a safe one or another), the narrator,
the question of a choice, what follows an option, why a message is as it is, the sentence one practises, the adult in
a rehearsal, the debrief, and what only a teacher reads."""

Steps: TypeAlias = tuple[str | int, ...]
_WORD = re.compile(r"\w+")
_EMPHASIS = re.compile(r"\*+|\b_+|_+\b")
_Found: TypeAlias = tuple[Voice, str | None, Steps]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One text, who says it, and the steps to it in the file."""

    voice: Voice
    text: str
    steps: Steps


@dataclass
class SpokenTexts:
    """The texts of a file in its order. `starts` are their places in `lowered`, which is all of them in one."""

    texts: tuple[Spoken, ...]
    lowered: str = field(init=False)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Put all texts into one, since a word that stands nowhere is then found out in one look."""
        lowered = [spoken.text.lower().replace("’", "'").replace("*", "") for spoken in self.texts]
        self.lowered = "\n".join(lowered)
        self.starts, at = [], 0
        for text in lowered:
            self.starts.append(at)
            at += len(text) + 1

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that stands in one of the texts, in small letters."""
        return frozenset(_WORD.findall(self.lowered))

    def holding(self, words: Iterable[str]) -> Iterator[Spoken]:
        """Every text that holds one of these pieces of words (in small letters), in file order."""
        holding: set[int] = set()
        for word in words:
            at = self.lowered.find(word)
            while at >= 0:
                index = bisect_right(self.starts, at) - 1
                holding.add(index)
                if index + 1 == len(self.starts):
                    break
                at = self.lowered.find(word, self.starts[index + 1])
        return (self.texts[index] for index in sorted(holding))


def plain(text: str) -> str:
    """Return a text in one line, without emphasis marks and with straight apostrophes."""
    return " ".join(_EMPHASIS.sub("", text.replace("’", "'")).split())


def collect_spoken(scenario: Scenario) -> SpokenTexts:
    """Return every text of a story that somebody may read in it; ids, facts and `origin` are not among them."""
    return SpokenTexts(tuple(Spoken(voice, text, steps) for voice, text, steps in _walk(scenario) if text))


def _walk(scenario: Scenario) -> Iterator[_Found]:
    for key in ("title", "about", "content_note"):
        yield "narration", getattr(scenario, key), (key,)
    for person in scenario.people.values():
        for index, line in enumerate(person.profile):
            yield _voice_of(person), line, ("people", person.id, "profile", index)
    for chat in scenario.chats.values():
        yield "message", chat.title, ("chats", chat.id, "title")
    unsafe = {person.id for person in scenario.people.values() if person.facts.unsafe}
    for place, beat in scenario.beats():
        at = ("scenes", place.scene, place.beat)
        if type(beat) is Message:
            voice: Voice = "unsafe" if beat.person in unsafe else "message"
            yield voice, beat.text or (beat.sticker.says if beat.sticker else None), (*at, beat.person)
            yield "why", beat.why, (*at, "why")
        else:
            yield from _walk_beat(beat, at)
    debrief = scenario.debrief
    for key in ("responsibility", "feelings", "remember"):
        yield "debrief", getattr(debrief, key), ("debrief", key)
    for index, question in enumerate(debrief.questions):
        yield "debrief", question, ("debrief", "questions", index)


def _walk_beat(beat: Beat, at: Steps) -> Iterator[_Found]:
    match beat:
        case Pulse():
            yield "why", beat.why, (*at, "why")
        case Note():
            yield "narration", beat.text, (*at, "note")
        case Later():
            yield "narration", beat.text, (*at, "later")
        case Choice():
            yield "choice", beat.question, (*at, "choice")
            for index, option in enumerate(beat.options):
                steps = (*at, "options", index)
                yield "safe_say" if option.move == "safe" else "say", option.say, (*steps, "say")
                yield "feedback", option.feedback, (*steps, "feedback")
        case Rehearse():
            for index, sentence in enumerate(beat.sentences):
                yield "telling", sentence, (*at, "sentences", index)
            yield "adult", beat.adult_says, (*at, "adult_says")
        case Ending():
            yield "narration", beat.line, (*at, "line")


def _voice_of(person: Person) -> Voice:
    return "unsafe" if person.facts.unsafe else "message"
