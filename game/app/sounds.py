"""What is heard: which press and which arrival has which of the short sounds. Never whether something was right."""

from collections.abc import Mapping

from game.shown.playing import Playing
from game.story.model import Message
from game.story.state import ShownBeat
from game.ui.intents import (
    Answer,
    Choose,
    Close,
    Intent,
    Open,
    OpenStory,
    PickAdult,
    PickRole,
    PickSentence,
    PickTurn,
    Practise,
    SaidIt,
    Say,
    SayPulse,
    StartStory,
    ToggleAdult,
)

_SOUNDS: Mapping[type[Intent], str] = {
    Open: "open",
    Close: "close",
    OpenStory: "tap",
    StartStory: "turn_page",
    Say: "mark",
    Choose: "send",
    SayPulse: "tap",
    PickRole: "card",
    PickSentence: "card",
    PickTurn: "card",
    SaidIt: "told",
    Practise: "turn_page",
    Answer: "card",
    ToggleAdult: "card",
    PickAdult: "card",
}


def sound_of(intent: Intent) -> str:
    """The sound of a press; empty where it has none."""
    return _SOUNDS.get(type(intent), "")


def sound_of_arrival(before: Playing, after: Playing) -> str:
    """The sound of the messages that came in between, one however many; notes and time gaps come quietly."""
    friend = after.scenario.friend.id
    for entry in after.entries[len(before.entries) :]:
        beat = after.scenario.beat_at(entry.place) if isinstance(entry, ShownBeat) else None
        if isinstance(beat, Message):
            return "send" if beat.person == friend else "arrive"
    return ""
