"""What stands in one chat of the friend's phone: bubbles, notes, time gaps and what the friend did."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from game.story.model import Choice, In, Later, Message, Note, Place, Scenario
from game.story.state import Rehearsed, Shown, ShownBeat, ShownOption


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message; `first` and `last` say where it stands in a run of messages by the same person."""

    place: Place
    message: Message
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Said:
    """What the friend wrote because the player picked it."""

    place: Place
    option: str
    text: str


@dataclass(frozen=True, slots=True)
class Did:
    """What the friend did because the player picked it: a deed of the closed list."""

    place: Place
    option: str
    deed: str


@dataclass(frozen=True, slots=True)
class Told:
    """A telling that was rehearsed."""

    place: Place
    role: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A line of the narrator's, or a gap in time."""

    place: Place
    text: str
    is_gap: bool


Item: TypeAlias = Bubble | Said | Did | Told | Aside


def current_chat(scenario: Scenario, entries: Sequence[Shown], upcoming: Place) -> str:
    """The chat in which the story goes on, once these entries were shown; before the first one, that of `upcoming`."""
    for shown in reversed(entries):
        if isinstance(shown, ShownBeat) and isinstance(beat := scenario.beat_at(shown.place), In):
            return beat.chat
    for beat in scenario.scenes[upcoming.scene].beats[upcoming.beat : upcoming.beat + 1]:
        if isinstance(beat, In):
            return beat.chat
    return next(iter(scenario.chats))


def read_thread(scenario: Scenario, entries: Sequence[Shown], chat: str) -> tuple[Item, ...]:
    """What stands in a chat once these entries were shown, in order."""
    items: list[Item] = []
    here = next(iter(scenario.chats))
    for shown in entries:
        item: Item | None = None
        match shown:
            case ShownBeat(place):
                beat = scenario.beat_at(place)
                if isinstance(beat, In):
                    here = beat.chat
                elif isinstance(beat, Message):
                    item = Bubble(place, beat, first=True, last=True)
                elif isinstance(beat, Note):
                    item = Aside(place, beat.text, is_gap=False)
                elif isinstance(beat, Later):
                    item = Aside(place, beat.text, is_gap=True)
            case ShownOption(place, option_id):
                item = _taken(scenario, place, option_id)
            case Rehearsed(place, role, _):
                item = Told(place, role)
        if item is not None and here == chat:
            _append(items, item)
    return tuple(items)


def _taken(scenario: Scenario, place: Place, option_id: str) -> Item | None:
    choice = scenario.beat_at(place)
    if not isinstance(choice, Choice):
        return None
    option = next(option for option in choice.options if option.id == option_id)
    if option.say is not None:
        return Said(place, option_id, option.say)
    return Did(place, option_id, option.do or "wait")


def _append(items: list[Item], item: Item) -> None:
    """Add an item; a bubble after one of the same person's makes a run with it."""
    before = items[-1] if items else None
    if isinstance(item, Bubble) and isinstance(before, Bubble) and before.message.person == item.message.person:
        items[-1] = Bubble(before.place, before.message, before.first, last=False)
        item = Bubble(item.place, item.message, first=False, last=True)
    items.append(item)


def chats_so_far(scenario: Scenario, entries: Sequence[Shown], current: str) -> tuple[str, ...]:
    """The chats that were opened so far, in the order of the story's head, the current one among them."""
    opened = {
        beat.chat
        for shown in entries
        if isinstance(shown, ShownBeat) and isinstance(beat := scenario.beat_at(shown.place), In)
    }
    opened.add(current)
    return tuple(chat for chat in scenario.chats if chat in opened)
