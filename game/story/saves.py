"""A play as text and back: what is kept of a half-played story, and which version of the story it was played in.

Format 2 names everything by what it is, so that a kept play survives an author's edits. Format 1 named messages, pulses
and sentences by their places in lists; it is still read, and never written.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, TypeVar

from game.story.message_names import DIGEST, ID, MessageName, parse_message_name
from game.story.model import ADULT_ROLES, Place, Scenario
from game.story.named_plays import (
    NamedChoice,
    NamedInput,
    NamedJudge,
    NamedPick,
    NamedPlay,
    NamedPulse,
    OptionName,
    PulseName,
    RehearsalName,
    name_play,
    parse_option_name,
    parse_pulse_name,
    parse_rehearsal_name,
)
from game.story.plays import (
    PULSE_ANSWERS,
    VERDICTS,
    AnswerPulse,
    Choose,
    Input,
    Judge,
    Play,
    RehearsePick,
    Verdict,
)
from game.story.state import State

FORMAT = 2
MAX_BYTES = 256 * 1024
MAX_INPUTS = 5_000
_ID = re.compile(ID)
_DIGEST = re.compile(DIGEST)
_MAX_NUMBER = 100_000
Word = TypeVar("Word", bound=str)
Name = TypeVar("Name", MessageName, PulseName, OptionName, RehearsalName)


class SavedPlayError(ValueError):
    """A text that is no saved play; the message says in one clause what is wrong with it."""


class NewerSaveError(SavedPlayError):
    """A save that a newer game wrote: nothing is wrong with it, and it is to be left as it is."""


@dataclass(frozen=True, slots=True)
class SavedPlay:
    """A play, the revision of the story it was played in, and the local day on which it was saved.

    `game.story.resuming` takes it up again. A `Play` comes out of format 1: its places are those of that revision.
    """

    played: NamedPlay | Play
    revision: str
    on: date


def revision(scenario: Scenario) -> str:
    """Which version of a story this is: 12 hexadecimal digits of the SHA-256 of its canonical JSON."""
    # Imported here because it costs 5 ms, and a start without a kept place never needs it.
    from hashlib import sha256

    return sha256(canonical_json(scenario).encode()).hexdigest()[:12]


def canonical_json(scenario: Scenario) -> str:
    """A scenario as JSON in which equal scenarios give equal text; maps are lists of pairs, for their order matters."""
    return json.dumps(_plain(scenario), ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"is": type(value).__name__, **named}
    if isinstance(value, Mapping):
        return [[key, _plain(item)] for key, item in value.items()]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def dump_play(scenario: Scenario, state: State, on: date) -> str:
    """What was done in a story until a state, as the text of a save.

    `scenario` is the story as it was written, not a translation of it; `on` is the local day.
    """
    return dump_save(name_play(scenario, state), revision(scenario), on)


def dump_save(play: NamedPlay, revision: str, on: date) -> str:
    """A play by names as the text of a save, an input a line."""
    lines = ",\n".join("    " + json.dumps(_dump_input(done)) for done in play.inputs)
    head = {"format": FORMAT, "scenario": play.scenario_id, "revision": revision, "date": on.isoformat()}
    parts = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    parts.append(f'  "inputs": [\n{lines}\n  ]' if lines else '  "inputs": []')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _dump_input(done: NamedInput) -> dict[str, str]:
    match done:
        case NamedJudge(message, verdict, sign):
            said = {"judge": str(message), "as": verdict}
            return said if sign is None else {**said, "sign": sign}
        case NamedPulse(pulse, answer):
            return {"pulse": str(pulse), "as": answer}
        case NamedChoice(option):
            return {"choose": str(option)}
        case NamedPick(rehearsal, role, sentence):
            return {"rehearse": str(rehearsal), "role": role, "sentence": sentence}


def load_play(text: str | bytes) -> SavedPlay:
    """Read the text of a save, of this format or of format 1; never dies.

    Raises NewerSaveError for a format that only a newer game knows, and SavedPlayError for anything else that was not
    written by `dump_play`, of this game or of an older one.
    """
    if len(text) > MAX_BYTES:
        raise SavedPlayError(f"it is larger than {MAX_BYTES // 1024} KiB")
    try:
        value = json.loads(
            text.decode("utf-8") if isinstance(text, bytes) else text,
            object_pairs_hook=_unique,
            parse_constant=_refuse,
            parse_float=_refuse,
        )
    except SavedPlayError:
        raise
    except (ValueError, RecursionError) as error:
        raise SavedPlayError("it is not whole JSON in UTF-8") from error
    format = value.get("format") if isinstance(value, dict) else None
    if type(format) is int and format > FORMAT:
        raise NewerSaveError(f"it is of format {format}, which a newer game wrote; this one knows {FORMAT}")
    head = _keys(value, ("format", "scenario", "revision", "date", "inputs"))
    if type(format) is not int or format < 1:
        raise SavedPlayError(f"its format is not a number from 1 to {FORMAT}")
    if not isinstance(head["revision"], str) or not _DIGEST.fullmatch(head["revision"]):
        raise SavedPlayError("its revision is not 12 hexadecimal digits")
    inputs = head["inputs"]
    if not isinstance(inputs, list) or len(inputs) > MAX_INPUTS:
        raise SavedPlayError(f"its inputs are not a list of at most {MAX_INPUTS}")
    story = _id(head["scenario"])
    played: NamedPlay | Play
    if format == 1:
        played = Play(story, tuple(_load_indexed(item) for item in inputs))
    else:
        played = NamedPlay(story, tuple(_load_input(item) for item in inputs))
    return SavedPlay(played, head["revision"], _day(head["date"]))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise SavedPlayError("a key stands in it twice")
    return found


def _refuse(text: str) -> Any:
    raise SavedPlayError("it holds a number that is not whole")


def _load_input(item: object) -> NamedInput:
    match item:
        case {"judge": text}:
            said = _keys(item, ("judge", "as"), ("sign",))
            return NamedJudge(_name(parse_message_name, text), *_verdict(said))
        case {"pulse": text}:
            said = _keys(item, ("pulse", "as"))
            return NamedPulse(_name(parse_pulse_name, text), _one_of(said["as"], PULSE_ANSWERS))
        case {"choose": text}:
            _keys(item, ("choose",))
            return NamedChoice(_name(parse_option_name, text))
        case {"rehearse": text}:
            said = _keys(item, ("rehearse", "role", "sentence"))
            rehearsal = _name(parse_rehearsal_name, text)
            return NamedPick(rehearsal, _one_of(said["role"], ADULT_ROLES), _digest(said["sentence"]))
        case _:
            raise SavedPlayError("it holds an input of an unknown kind")


def _load_indexed(item: object) -> Input:
    """An input of format 1."""
    if not isinstance(item, dict) or len(item) != 1:
        raise SavedPlayError("one of its inputs is not a map of one key")
    ((kind, value),) = item.items()
    match kind:
        case "judge":
            said = _keys(value, ("scene", "beat", "as"), ("sign",))
            return Judge(_place(said), *_verdict(said))
        case "pulse":
            said = _keys(value, ("scene", "beat", "as"))
            return AnswerPulse(_place(said), _one_of(said["as"], PULSE_ANSWERS))
        case "choose":
            return Choose(_id(value))
        case "rehearse":
            said = _keys(value, ("role", "sentence"))
            return RehearsePick(_one_of(said["role"], ADULT_ROLES), _number(said["sentence"]))
        case _:
            raise SavedPlayError("it holds an input of an unknown kind")


def _verdict(said: Mapping[str, Any]) -> tuple[Verdict, str | None]:
    sign = _id(said["sign"]) if "sign" in said else None
    verdict = _one_of(said["as"], VERDICTS)
    if sign is not None and verdict != "not_ok":
        raise SavedPlayError("it has a sign for a message that is not called not_ok")
    return verdict, sign


def _name(parse: Callable[[str], Name], text: object) -> Name:
    try:
        if isinstance(text, str):
            return parse(text)
    except ValueError:
        pass
    raise SavedPlayError("a name in it is not one")


def _keys(value: object, needed: tuple[str, ...], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    if not isinstance(value, dict) or not set(needed) <= set(value) <= {*needed, *optional}:
        raise SavedPlayError(f"a part of it does not have just the keys {', '.join(needed)}")
    return value


def _one_of(value: object, allowed: tuple[Word, ...]) -> Word:
    found = next((word for word in allowed if word == value), None)
    if found is None:
        raise SavedPlayError(f"a word in it is none of {', '.join(allowed)}")
    return found


def _id(value: object) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise SavedPlayError("an id in it is not one")
    return value


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _MAX_NUMBER:
        raise SavedPlayError("a number in it is out of range")
    return value


def _digest(value: object) -> str:
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise SavedPlayError("a digest in it is not one")
    return value


def _place(said: Mapping[str, Any]) -> Place:
    return Place(_id(said["scene"]), _number(said["beat"]))


def _day(value: object) -> date:
    try:
        if isinstance(value, str) and date.fromisoformat(value).isoformat() == value:
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise SavedPlayError("its date is not a day like 2026-11-24")
