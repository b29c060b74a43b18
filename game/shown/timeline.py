"""When things arrive: how long somebody types, how long a line stands before the next. The story knows no time."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.story.model import Beat, In, Later, Message, Note

Speed: TypeAlias = Literal["slow", "normal", "fast", "all_at_once"]

_PACE: dict[Speed, float] = {"slow": 1.7, "normal": 1.0, "fast": 0.5, "all_at_once": 0.0}


@dataclass(frozen=True, slots=True)
class Cue:
    """How long the screen rests before a beat, and how long dots are shown before it, in seconds."""

    rest: float
    typing: float

    @property
    def whole(self) -> float:
        """From the beat before to this one."""
        return self.rest + self.typing


def cue_for(beat: Beat, before: Beat | None, speed: Speed, *, by_friend: bool = False) -> Cue:
    """The cue of a beat. A line of twelve words takes about three seconds to read, so the next one waits for it."""
    pace = _PACE[speed]
    reading = 0.0
    if isinstance(before, Message | Note) and before.text:
        reading = min(2.6, 0.35 + 0.032 * len(before.text))
    match beat:
        case Message():
            length = len(beat.text or "") or 12
            typing = min(1.9, 0.5 + 0.018 * length)
            cue = Cue(reading, 0.6 * typing if by_friend else typing)
        case Note():
            cue = Cue(max(0.5, reading), 0.0)
        case Later():
            cue = Cue(max(0.7, reading), 0.0)
        case In():
            cue = Cue(0.0, 0.0)
        case _:
            cue = Cue(max(0.4, 0.8 * reading), 0.0)
    return Cue(cue.rest * pace, cue.typing * pace)
