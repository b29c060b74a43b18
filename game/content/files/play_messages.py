"""Finds what a play-through or a guide points at: a message by its words or number, a pulse by whom it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.files.message_words import beginning_of, find_by_words, messages_to_judge, words_of
from game.content.format.diagnostics import closest, list_words, name_or_list
from game.content.format.yaml_nodes import shorten
from game.story.class_play import judged_places
from game.story.guide import JudgedPlace
from game.story.model import Message, Place, Pulse, Scenario

_MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class NotFound:
    """Why an entry points at nothing, or at several: the key it is about, what is wrong, and what to do."""

    key: str
    message: str
    hint: str


def find_message(scenario: Scenario, scene: str, message: int | str, who: str | None) -> Place | NotFound:
    """Return the message of a scene that an entry points at.

    By a number, it is the one of that number among the scene's judged messages, from 1; by words, the one that begins
    with them, by whomever but the friend. `who` has to be the person who writes, where it is named.
    """
    if who is not None and who not in scenario.people:
        return NotFound("from", f"There is no person `{shorten(who)}`.", name_or_list(who, scenario.people))
    if isinstance(message, str):
        return _find_by_words(scenario, scene, message, who)
    judged = [place for place, one in scenario.messages() if place.scene == scene and one.is_judged]
    place = _pick(judged, message, scene, "message", "judged message")
    if isinstance(place, Place) and who is not None:
        person = _person_at(scenario, place)
        if person != who:
            text = f"Message {message} of `{scene}` is by `{person}`, not by `{shorten(who)}`."
            return NotFound("from", text, f"Write `from: {person}`, or another number.")
    return place


def find_pulse(scenario: Scenario, scene: str, pulse: int | str) -> Place | NotFound:
    """Return the pulse of a scene that an entry points at: by its number, from 1, or by the person it is about."""
    pulses = [
        (place, beat.person) for place, beat in scenario.beats() if place.scene == scene and isinstance(beat, Pulse)
    ]
    if isinstance(pulse, int):
        return _pick([place for place, _ in pulses], pulse, scene, "pulse", "pulse")
    about = [place for place, person in pulses if person == pulse]
    if len(about) == 1:
        return about[0]
    if about:
        text = f"`{scene}` has {len(about)} pulses about `{shorten(pulse)}`."
        return NotFound("pulse", text, "Write its number among the scene's pulses, from 1.")
    text = f"No pulse of `{scene}` is about `{shorten(pulse)}`."
    return NotFound("pulse", text, name_or_list(pulse, dict.fromkeys(person for _, person in pulses)))


def find_judged(scenario: Scenario, scene: str, message: int | str) -> JudgedPlace | NotFound:
    """Return the judged message of a scene that a guide points at, by its number or by how it begins."""
    place = find_message(scenario, scene, message, None)
    if isinstance(place, NotFound):
        return place
    judged = next((judged for judged, one in judged_places(scenario).items() if one == place), None)
    text = f"Nothing is judged in the message of `{scene}` that begins with `{shorten(str(message))}`."
    return judged or NotFound("message", text, "Choose one that is fine or shows a sign.")


def _pick(places: Sequence[Place], number: int, scene: str, key: str, what: str) -> Place | NotFound:
    if number <= len(places):
        return places[number - 1]
    text = f"`{scene}` has {len(places)} {what}{'' if len(places) == 1 else 's'}, so there is no {number}."
    hint = "Write the beginning of the message, in quotes." if key == "message" else f"Count the {what}s from 1."
    return NotFound(key, text, hint)


def _find_by_words(scenario: Scenario, scene: str, words: str, who: str | None) -> Place | NotFound:
    found = find_by_words(scenario, scene, words, who)
    if len(found) == 1:
        return found[0]
    by = f" by `{who}`" if who is not None else ""
    if not found:
        text = f"No message{by} in `{scene}` begins with `{shorten(words)}`."
        return NotFound("message", text, _hint_for_none(scenario, scene, words, who))
    text = f"{len(found)} messages{by} in `{scene}` begin with `{shorten(words)}`."
    return NotFound("message", text, _hint_for_several(scenario, found))


def _hint_for_none(scenario: Scenario, scene: str, words: str, who: str | None) -> str:
    """Say where these words stand, or which of the scene's messages may be meant."""
    others = list(dict.fromkeys(_person_at(scenario, place) for place in find_by_words(scenario, scene, words)))
    if others:
        return f"Those words are by `{others[0]}`."
    friend = scenario.friend
    wanted = words.casefold()
    for place, message in scenario.messages():
        if not words_of(message).casefold().startswith(wanted):
            continue
        if message.person == friend.id and place.scene == scene:
            return f"`{friend.id}` writes that; only what others write is judged."
        if message.person != friend.id:
            return f"Those words stand in the scene `{place.scene}`."
    there = [(place, one) for place, one in messages_to_judge(scenario, scene) if who in (None, one.person)]
    by_cut = {words_of(one)[: len(words)]: place for place, one in there}
    near = closest(words, by_cut)
    if near is not None:
        return f"Did you mean {_pointer(scenario, by_cut[near])}?"
    return list_words([_pointer(scenario, place) for place, _ in there])


def _hint_for_several(scenario: Scenario, found: Sequence[Place]) -> str:
    more = f", and {len(found) - _MOST_SHOWN} more" if len(found) > _MOST_SHOWN else ""
    pointers = [_pointer(scenario, place) for place in found[:_MOST_SHOWN]]
    return f"Write more of the one that is meant: {', '.join(pointers)}{more}."


def _pointer(scenario: Scenario, place: Place) -> str:
    """Return what could be written to point at a message, ready to paste."""
    beginning = beginning_of(scenario, place)
    if beginning is None:
        judged = [one for one, message in scenario.messages() if one.scene == place.scene and message.is_judged]
        return f"`message: {judged.index(place) + 1}`" if place in judged else "one that is said once"
    words, who = beginning
    return f'`"{shorten(words, 60)}"`' + (f" with `from: {who}`" if who is not None else "")


def _person_at(scenario: Scenario, place: Place) -> str:
    message = scenario.beat_at(place)
    assert isinstance(message, Message)
    return message.person
