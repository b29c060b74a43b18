"""A play as it may leave memory: everything the player did, each under the name of what it was done to.

Beside a message's name stand those of a pulse (whom it is about), an option (its id, and what it said and led to) and a
rehearsal (what kind of telling), each with its scene. A sentence is known by its digest.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from game.story.made_once import MadeOnce
from game.story.message_names import (
    ALONE,
    COUNT,
    DIGEST,
    ID,
    Among,
    MessageName,
    digest,
    names_of,
    read_among,
    tell_apart,
)
from game.story.model import Choice, Option, Place, Pulse, PulseAnswer, Rehearse, Scenario
from game.story.plays import AnswerPulse, Choose, Judge, RehearsePick, Verdict
from game.story.state import Rehearsed, ShownOption, State

_PULSE = re.compile(rf"(?P<scene>{ID})/pulse/(?P<person>{ID})(?:/{COUNT})?")
_OPTION = re.compile(rf"(?P<scene>{ID})/choice/(?P<option>{ID})/(?P<digest>{DIGEST})")
_REHEARSAL = re.compile(rf"(?P<scene>{ID})/rehearse/(?P<kind>{ID})(?:/{COUNT})?")


@dataclass(frozen=True, slots=True)
class PulseName:
    """What a pulse is: its scene, whom it is about, and which of several about them in that scene."""

    scene: str
    person: str
    among: Among = ALONE

    def __str__(self) -> str:
        """The name as files have it, such as "start/pulse/kestrel"."""
        return f"{self.scene}/pulse/{self.person}{self.among}"


@dataclass(frozen=True, slots=True)
class OptionName:
    """What an option is: its scene, its id, and the digest of what the friend says, does and gets to by it."""

    scene: str
    option: str
    digest: str

    def __str__(self) -> str:
        """The name as files have it, such as "start/choice/say_no/3f2a9c81d04e"."""
        return f"{self.scene}/choice/{self.option}/{self.digest}"


@dataclass(frozen=True, slots=True)
class RehearsalName:
    """What a rehearsal is: its scene, the kind of telling, and which of several of that kind in that scene."""

    scene: str
    kind: str
    among: Among = ALONE

    def __str__(self) -> str:
        """The name as files have it, such as "telling/rehearse/tell"."""
        return f"{self.scene}/rehearse/{self.kind}{self.among}"


@dataclass(frozen=True, slots=True)
class NamedJudge:
    """The player said what a message is."""

    message: MessageName
    verdict: Verdict
    sign: str | None = None


@dataclass(frozen=True, slots=True)
class NamedPulse:
    """The player said how it is going with somebody."""

    pulse: PulseName
    answer: PulseAnswer


@dataclass(frozen=True, slots=True)
class NamedChoice:
    """The player took an option."""

    option: OptionName


@dataclass(frozen=True, slots=True)
class NamedPick:
    """The player told an adult, by their role, a sentence, by its digest."""

    rehearsal: RehearsalName
    role: str
    sentence: str


NamedInput: TypeAlias = NamedJudge | NamedPulse | NamedChoice | NamedPick


@dataclass(frozen=True, slots=True)
class NamedPlay:
    """A scenario's id and everything the player did in it, in order, by name."""

    scenario_id: str
    inputs: tuple[NamedInput, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StopNames:
    """The pulses and rehearsals of a scenario by their names, and the other way round."""

    pulses: Mapping[Place, PulseName]
    pulse_places: Mapping[PulseName, Place]
    rehearsals: Mapping[Place, RehearsalName]
    rehearsal_places: Mapping[RehearsalName, Place]


def stop_names_of(scenario: Scenario) -> StopNames:
    """The names of a scenario's pulses and rehearsals; made once for a scenario that is in use."""
    return _stop_names(scenario)


def _name_stops(scenario: Scenario) -> StopNames:
    pulse_keys = ((place, (place.scene, beat.person)) for place, beat in scenario.beats() if isinstance(beat, Pulse))
    pulses = {place: PulseName(*key, among) for place, (key, among) in tell_apart(pulse_keys).items()}
    tellings = ((place, (place.scene, beat.kind)) for place, beat in scenario.rehearsals())
    rehearsals = {place: RehearsalName(*key, among) for place, (key, among) in tell_apart(tellings).items()}
    return StopNames(
        pulses=MappingProxyType(pulses),
        pulse_places=MappingProxyType({name: place for place, name in pulses.items()}),
        rehearsals=MappingProxyType(rehearsals),
        rehearsal_places=MappingProxyType({name: place for place, name in rehearsals.items()}),
    )


_stop_names = MadeOnce(_name_stops)


def parse_pulse_name(text: str) -> PulseName:
    """Read what `str` of a pulse's name wrote. Raises ValueError for any other text."""
    found = _match(_PULSE, text, "pulse")
    return PulseName(found["scene"], found["person"], read_among(found["number"], found["of"]))


def parse_option_name(text: str) -> OptionName:
    """Read what `str` of an option's name wrote. Raises ValueError for any other text."""
    found = _match(_OPTION, text, "option")
    return OptionName(found["scene"], found["option"], found["digest"])


def parse_rehearsal_name(text: str) -> RehearsalName:
    """Read what `str` of a rehearsal's name wrote. Raises ValueError for any other text."""
    found = _match(_REHEARSAL, text, "rehearsal")
    return RehearsalName(found["scene"], found["kind"], read_among(found["number"], found["of"]))


def _match(pattern: re.Pattern[str], text: str, what: str) -> re.Match[str]:
    found = pattern.fullmatch(text)
    if found is None:
        raise ValueError(f"{text[:60]!r} is no name of a {what}")
    return found


def name_option(scene: str, option: Option) -> OptionName:
    """The name of an option of the choice in a scene; one that says or leads to something else has another."""
    return OptionName(scene, option.id, digest([option.say, option.do, option.go]))


def name_play(scenario: Scenario, state: State) -> NamedPlay:
    """Everything that was done in a state of this scenario (as it was written, not a translation of it), by name."""
    taken = _taken(scenario, state)
    return NamedPlay(scenario.id, tuple(_name_inputs(scenario, state, taken)))


def _name_inputs(scenario: Scenario, state: State, taken: Iterator[NamedChoice | NamedPick]) -> Iterator[NamedInput]:
    messages, pulses = names_of(scenario).by_place, stop_names_of(scenario).pulses
    for done in state.inputs:
        match done:
            case Judge(place, verdict, sign):
                yield NamedJudge(messages[place], verdict, sign)
            case AnswerPulse(place, answer):
                yield NamedPulse(pulses[place], answer)
            case Choose() | RehearsePick():
                yield next(taken)


def _taken(scenario: Scenario, state: State) -> Iterator[NamedChoice | NamedPick]:
    """The options and sentences in the order in which they were taken; inputs alone do not tell their scenes."""
    rehearsals = stop_names_of(scenario).rehearsals
    for shown in state.shown:
        if isinstance(shown, ShownOption):
            choice = scenario.beat_at(shown.place)
            assert isinstance(choice, Choice)
            option = next(option for option in choice.options if option.id == shown.option_id)
            yield NamedChoice(name_option(shown.place.scene, option))
        elif isinstance(shown, Rehearsed):
            rehearse = scenario.beat_at(shown.place)
            assert isinstance(rehearse, Rehearse)
            sentence = digest(rehearse.sentences[shown.sentence - 1])
            yield NamedPick(rehearsals[shown.place], shown.role, sentence)
