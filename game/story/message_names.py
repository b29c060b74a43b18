"""What a message is called wherever something leaves memory: by what it is, never by where it stands in a list.

A name holds the scene, who writes, a digest of the English text, and which of several alike it is: what translators'
catalogues know a line by. An author may add, take out and move other beats, and the name still means this message or,
where it was written anew, none.
"""

import json
import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from game.story.made_once import MadeOnce
from game.story.model import Message, Place, Scenario

DIGEST_DIGITS = 12
DIGEST = rf"[0-9a-f]{{{DIGEST_DIGITS}}}"
ID = r"[a-z][a-z0-9_-]{0,199}"
COUNT = r"(?P<number>[1-9][0-9]{0,3})of(?P<of>[1-9][0-9]{0,3})"
_NAME = re.compile(rf"(?P<scene>{ID})/(?P<who>{ID})/(?P<digest>{DIGEST})(?:/{COUNT})?")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Among:
    """Which of several things that are alike is meant, from 1, and how many there are.

    How many there are is part of a name on purpose: where one was added or taken out, nobody can tell any more which
    of them was meant, and the name means none.
    """

    number: int = 1
    of: int = 1

    def __str__(self) -> str:
        """Nothing where there is no other, else as in "/2of3"."""
        return f"/{self.number}of{self.of}" if self.of > 1 else ""


ALONE = Among()


@dataclass(frozen=True, slots=True)
class MessageName:
    """What a message is: its scene, who writes, the digest of what they write, and which of several alike."""

    scene: str
    who: str
    digest: str
    among: Among = ALONE

    def __str__(self) -> str:
        """The name as files have it, such as "start/kestrel/3f2a9c81d04e" or "start/kestrel/3f2a9c81d04e/2of3"."""
        return f"{self.scene}/{self.who}/{self.digest}{self.among}"

    def context(self, story: str) -> str:
        """The context under which catalogues have the message's text."""
        return f"{story}/{self.scene}/{self.who}"


def parse_message_name(text: str) -> MessageName:
    """Read what `str` of a name wrote. Raises ValueError for any other text."""
    found = _NAME.fullmatch(text)
    if found is None:
        raise ValueError(f"{text[:60]!r} is no name of a message, as start/kestrel/3f2a9c81d04e is one")
    return MessageName(found["scene"], found["who"], found["digest"], read_among(found["number"], found["of"]))


def read_among(number: str | None, of: str | None) -> Among:
    """Read the two numbers of a name, which has none where nothing else is alike. Raises ValueError."""
    if number is None or of is None:
        return ALONE
    among = Among(int(number), int(of))
    if among.of < 2 or among.number > among.of:
        raise ValueError(f"there is no {among.number} of {among.of}")
    return among


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageNames:
    """Every message of a scenario by its place, and the other way round."""

    by_place: Mapping[Place, MessageName]
    by_name: Mapping[MessageName, Place]


def names_of(scenario: Scenario) -> MessageNames:
    """The names of a scenario's messages, both ways; made once for a scenario that is in use.

    The scenario has to be the one that was written, not a translation of it.
    """
    return _names(scenario)


def _name_all(scenario: Scenario) -> MessageNames:
    keys = ((place, (place.scene, message.person, digest_message(message))) for place, message in scenario.messages())
    by_place = {place: MessageName(*key, among) for place, (key, among) in tell_apart(keys).items()}
    return MessageNames(
        by_place=MappingProxyType(by_place),
        by_name=MappingProxyType({name: place for place, name in by_place.items()}),
    )


_names = MadeOnce(_name_all)


def tell_apart(keys: Iterable[tuple[Place, Key]]) -> Mapping[Place, tuple[Key, Among]]:
    """Number those of the same key among one another, in the order in which they come."""
    alike: dict[Key, list[Place]] = {}
    for place, key in keys:
        alike.setdefault(key, []).append(place)
    return {
        place: (key, Among(number, len(places)))
        for key, places in alike.items()
        for number, place in enumerate(places, start=1)
    }


def digest_message(message: Message) -> str:
    """The digest of what is sent: the text, or what stands for it in a hidden tile, a sticker or a call.

    What the story says of it (`read`, its signs, its why) and how others react is not part of it.
    """
    sticker = message.sticker
    parts = {
        "text": message.text,
        "hidden": message.hidden,
        "sticker": None if sticker is None else [sticker.id, sticker.says],
        "call": message.call,
    }
    return digest({key: part for key, part in parts.items() if part is not None})


def digest(value: object) -> str:
    """12 hexadecimal digits of the SHA-256 of a value's canonical JSON."""
    # Imported here because it costs 5 ms, and a start without a kept place never needs it.
    from hashlib import sha256

    text = json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:DIGEST_DIGITS]
