"""Saying no: every story with signs practises it, somebody pushes after it, and pushes once (A3, C14)."""

from collections.abc import Iterator, Mapping

from game.content.checks.road_map import RoadMap
from game.content.checks.subject import Check, Subject
from game.content.format.diagnostics import Diagnostic, find
from game.content.format.spans import Span
from game.story.model import NOT_ANSWERING_DEEDS, Beat, Choice, Go, Message, Note, Option, Place, Rehearse

_REFUSALS = ("say_no", "stop")
_MOST_PEOPLE = 60
_MOST_SCENES = 20
"""As many scenes without a choice are gone through: more than any story has, and a hostile file costs no time."""
_ANYBODY = 1
"""The mark of a sign that the narrator tells: nobody in particular writes it."""


def check_refusal(subject: Subject) -> Iterator[Diagnostic]:
    """A story with signs practises a no, a way of not answering, and a push by the same person after the no (C14)."""
    if subject.scenario.nothing_is_wrong or not _can_be_told(subject):
        return
    refusals = [(place, index, option) for place, index, option in subject.options if option.do == "say_no"]
    missing: list[str] = []
    where: Span = subject.key("scenes")
    if not refusals:
        missing.append("an option that says no (`do: say_no`), with a push after it")
    elif not _is_any_pushed(subject, refusals):
        where = subject.at_option(*refusals[0][:2])
        missing.append(f"a push after the no: behind `{refusals[0][2].id}` the same person shows no sign any more")
    # Without any way of not answering, each choice after a sign has its own finding (no-silent-way).
    if missing and not any(option.do in NOT_ANSWERING_DEEDS for _, _, option in subject.options):
        missing.append("a way of not answering (`do: stop` or another one)")
    if missing:
        message = f"This story with signs does not practise a refusal. It lacks {', and '.join(missing)}."
        hint = "A no, a way of not answering, and one more sign of the same person later on the way of the no."
        yield find("no-refusal", where, message, hint)


def check_pushes(subject: Subject) -> Iterator[Diagnostic]:
    """Between a refusal and the next choice, or telling, the person who was refused pushes once at most (A3)."""
    pushes: dict[tuple[str, int], Place | None] = {}
    roads = subject.roads
    marks = _marks_of_people(subject)
    before = roads.gather_forwards(_shown_in(roads, marks))
    told: set[Place] = set()
    for place, index, option in subject.options:
        if option.do not in _REFUSALS or option.go not in subject.scenario.scenes:
            continue
        refused = before[place.scene] | _marks_of(roads.scenes[place.scene].beats[: place.beat], marks)
        unsafe = {id for id, mark in marks.items() if mark & refused}
        start = (option.go or "", refused)
        if start not in pushes:
            pushes[start] = _second_push(subject, place.scene, option.go or "", unsafe)
        second = pushes[start]
        if second is not None and second not in told:
            told.add(second)
            line = subject.at_option(place, index).line
            message = f"This is the second push between the refusal `{option.id}` (line {line}) and the next choice."
            hint = "One push is enough: take one out, or let a choice with a way of not answering come before it."
            yield find("second-push", subject.key("scenes", second.scene, second.beat), message, hint)


def _second_push(subject: Subject, start: str, scene: str, unsafe: set[str]) -> Place | None:
    """Return the second sign of one of these people from a scene's beginning on, before a choice or a rehearsal."""
    found: list[Place] = []
    current, seen = scene, {start}
    while current in subject.scenario.scenes and current not in seen and len(seen) < _MOST_SCENES:
        seen.add(current)
        following = ""
        for index, beat in enumerate(subject.scenario.scenes[current].beats):
            if isinstance(beat, Message) and beat.is_sign and beat.person in unsafe:
                found.append(Place(current, index))
            elif isinstance(beat, Choice | Rehearse):
                break
            elif isinstance(beat, Go):
                following = beat.scene
                break
        current = following
    return found[1] if len(found) > 1 else None


def _is_any_pushed(subject: Subject, refusals: list[tuple[Place, int, Option]]) -> bool:
    """Whether somebody who showed a sign before one of these refusals shows another one after it."""
    roads = subject.roads
    marks = _marks_of_people(subject)
    shown = _shown_in(roads, marks)
    before, after = roads.gather_forwards(shown), roads.gather_backwards(shown)
    for place, _, option in refusals:
        earlier = before[place.scene] | _marks_of(roads.scenes[place.scene].beats[: place.beat], marks)
        later = _marks_after(roads, place, option, after)
        if later & (earlier | _ANYBODY):
            return True
    return False


def _marks_after(roads: RoadMap, place: Place, option: Option, after: Mapping[str, int]) -> int:
    """Return who shows a sign after an option; one without a `go` is followed by the other options of its choice."""
    if option.go is not None:
        return after.get(option.go, 0)
    choice = roads.scenes[place.scene].beats[place.beat]
    marks = 0
    for other in choice.options if isinstance(choice, Choice) else ():
        marks |= after.get(other.go or "", 0)
    return marks


def _marks_of_people(subject: Subject) -> dict[str, int]:
    """Return a bit for every unsafe person (60 of them at most)."""
    people = [person for person in subject.scenario.people.values() if person.facts.unsafe][:_MOST_PEOPLE]
    return {person.id: 2 << number for number, person in enumerate(people)}


def _shown_in(roads: RoadMap, marks: Mapping[str, int]) -> dict[str, int]:
    """Return for each scene who shows a sign in it, in bits."""
    return {id: _marks_of(scene.beats, marks) for id, scene in roads.scenes.items()}


def _marks_of(beats: tuple[Beat, ...], marks: Mapping[str, int]) -> int:
    shown = 0
    for beat in beats:
        if isinstance(beat, Message) and beat.is_sign:
            shown |= marks.get(beat.person, 0)
        elif isinstance(beat, Note) and beat.about:
            shown |= _ANYBODY
    return shown


def _can_be_told(subject: Subject) -> bool:
    """Whether all that this rests on could be read: people with an unsafe one among them, scenes, ways."""
    is_read = not subject.has_gap("people", "unsafe", "teaches") and not subject.reading.gaps.in_any_scene
    is_read = is_read and subject.options_are_whole() and not subject.has_lost_way()
    is_read = is_read and all(any(option.go for option in choice.options) for _, choice in subject.scenario.choices())
    is_read = is_read and all(option.go in (None, *subject.scenario.scenes) for _, _, option in subject.options)
    return is_read and any(person.facts.unsafe for person in subject.scenario.people.values())


REFUSAL_CHECKS: tuple[Check, ...] = (check_refusal, check_pushes)
