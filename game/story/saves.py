"""A play as text and back: what is kept of a half-played story, and which version of the story it was played in."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, TypeVar

from game.story.model import ADULT_ROLES, Place, Scenario
from game.story.plays import PULSE_ANSWERS, VERDICTS, AnswerPulse, Choose, Input, Judge, Play, RehearsePick

FORMAT = 1
MAX_BYTES = 256 * 1024
MAX_INPUTS = 5_000
_ID = re.compile(r"[a-z][a-z0-9_-]{0,199}")
_REVISION = re.compile(r"[0-9a-f]{12}")
_MAX_NUMBER = 100_000
Word = TypeVar("Word", bound=str)


class SavedPlayError(ValueError):
    """A text that is no saved play; the message says in one clause what is wrong with it."""


@dataclass(frozen=True, slots=True)
class SavedPlay:
    """A play, the revision of the story it was played in, and the local day on which it was saved."""

    play: Play
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


def dump_play(play: Play, revision: str, on: date) -> str:
    """A play as the text of a save, an input a line."""
    lines = ",\n".join("    " + json.dumps(_dump_input(done)) for done in play.inputs)
    head = {"format": FORMAT, "scenario": play.scenario_id, "revision": revision, "date": on.isoformat()}
    parts = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    parts.append(f'  "inputs": [\n{lines}\n  ]' if lines else '  "inputs": []')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _dump_input(done: Input) -> dict[str, object]:
    match done:
        case Judge(place, verdict, sign):
            said: dict[str, object] = {"scene": place.scene, "beat": place.beat, "as": verdict}
            return {"judge": said if sign is None else {**said, "sign": sign}}
        case AnswerPulse(place, answer):
            return {"pulse": {"scene": place.scene, "beat": place.beat, "as": answer}}
        case Choose(option):
            return {"choose": option}
        case RehearsePick(role, sentence):
            return {"rehearse": {"role": role, "sentence": sentence}}


def load_play(text: str | bytes) -> SavedPlay:
    """Read the text of a save. Raises SavedPlayError for anything that `dump_play` would not write; never dies."""
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
    head = _keys(value, ("format", "scenario", "revision", "date", "inputs"))
    if type(head["format"]) is not int or head["format"] != FORMAT:
        raise SavedPlayError(f"it is not of format {FORMAT}, it may come from a newer game")
    if not isinstance(head["revision"], str) or not _REVISION.fullmatch(head["revision"]):
        raise SavedPlayError("its revision is not 12 hexadecimal digits")
    inputs = head["inputs"]
    if not isinstance(inputs, list) or len(inputs) > MAX_INPUTS:
        raise SavedPlayError(f"its inputs are not a list of at most {MAX_INPUTS}")
    play = Play(_id(head["scenario"]), tuple(_load_input(item) for item in inputs))
    return SavedPlay(play, head["revision"], _day(head["date"]))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise SavedPlayError("a key stands in it twice")
    return found


def _refuse(text: str) -> Any:
    raise SavedPlayError("it holds a number that is not whole")


def _load_input(item: object) -> Input:
    if not isinstance(item, dict) or len(item) != 1:
        raise SavedPlayError("one of its inputs is not a map of one key")
    ((kind, value),) = item.items()
    match kind:
        case "judge":
            said = _keys(value, ("scene", "beat", "as"), ("sign",))
            sign = _id(said["sign"]) if "sign" in said else None
            verdict = _one_of(said["as"], VERDICTS)
            if sign is not None and verdict != "not_ok":
                raise SavedPlayError("it has a sign for a message that is not called not_ok")
            return Judge(_place(said), verdict, sign)
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


def _place(said: Mapping[str, Any]) -> Place:
    return Place(_id(said["scene"]), _number(said["beat"]))


def _day(value: object) -> date:
    try:
        if isinstance(value, str) and date.fromisoformat(value).isoformat() == value:
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise SavedPlayError("its date is not a day like 2026-11-24")
