"""A story on the screen: the story's own state, and where the reader is in it, as one frozen value."""

from dataclasses import dataclass

from game.shown.marks import first_sign
from game.shown.thread import current_chat
from game.story.model import Beat, Message, Note, Place, Rehearse, Scenario
from game.story.state import Shown, ShownBeat, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Playing:
    """What the story screen is drawn from. Times are seconds of the app's clock."""

    scenario: Scenario
    state: State
    thread: str | None = None
    """The chat that the player switched to; None follows the story."""
    looking_at: Place | None = None
    """The message whose verdict panel is open."""
    picking_sign: bool = False
    """Whether "not OK" was said and the hand of cards is open."""
    feedback: tuple[Place, str] | None = None
    """The choice and option whose feedback is read now; the story waits for it."""
    telling: bool = False
    """Whether the player went on from the chat to the rehearsal that waits."""
    role: str | None = None
    sentence: int | None = None
    answered: bool = False
    """Whether the sentence was said, so that the adult's answer is shown."""
    looking_back: bool = False
    """Whether the whole look-back at the end is open."""
    turn: Place | None = None
    """Where the player says the chat turned (14 to 17 are asked that before the look-back)."""
    turn_seen: bool = False
    """Whether the answer to that was read."""
    profile: str | None = None
    typing_from: float | None = None
    """When the dots of the next message begin."""
    due: float | None = None
    """When the next beat appears."""
    arrived: float = -1000.0
    """When the last beat appeared."""

    showing_again: int | None = None
    """While the last scene arrives once more: how many of the shown entries are on the screen."""

    @property
    def entries(self) -> tuple[Shown, ...]:
        """What is on the screen of the story so far."""
        return self.state.shown if self.showing_again is None else self.state.shown[: self.showing_again]

    @property
    def current_chat(self) -> str:
        """The chat in which the story goes on."""
        return current_chat(self.scenario, self.entries, self.state.next)

    @property
    def viewed_chat(self) -> str:
        """The chat on the phone's screen."""
        return self.thread or self.current_chat

    @property
    def has_news(self) -> bool:
        """Whether the story waits in another chat than the one on the screen."""
        return self.thread is not None and self.thread != self.current_chat and self.state.awaiting == "reading"

    @property
    def is_reading(self) -> bool:
        """Whether beats arrive by themselves now."""
        arriving = self.showing_again is not None or self.state.awaiting == "reading"
        return arriving and self.feedback is None and (self.thread is None or self.thread == self.current_chat)

    @property
    def next_beat(self) -> Beat | None:
        """The beat that appears next, or None where it is no beat (the friend's own answer, shown once more)."""
        if self.showing_again is None:
            return self.scenario.beat_at(self.state.next)
        entry = self.state.shown[self.showing_again]
        return self.scenario.beat_at(entry.place) if isinstance(entry, ShownBeat) else None

    @property
    def decides(self) -> bool:
        """Whether what the story waits for is on the screen, with nothing to read before it."""
        return self.feedback is None and self.showing_again is None

    @property
    def open_rehearse(self) -> Rehearse | None:
        """The rehearsal that waits, if one does and no feedback stands before it."""
        return self.state.open_rehearse(self.scenario) if self.decides else None

    @property
    def reads_before_telling(self) -> bool:
        """Whether a rehearsal waits while there is something new in the chat, which stays until the player goes on."""
        if self.open_rehearse is None or self.telling or self.role is not None:
            return False
        for entry in reversed(self.state.shown):
            if not isinstance(entry, ShownBeat):
                return False
            if isinstance(self.scenario.beat_at(entry.place), Message | Note):
                return True
        return False

    @property
    def asks_turn(self) -> bool:
        """Whether "where did it turn?" fills the screen: the oldest band, and a sign was on the path."""
        is_asked = self.looking_back and self.scenario.band == "14-17" and not self.turn_seen
        return is_asked and first_sign(self.scenario, self.state) is not None

    @property
    def shows_look_back(self) -> bool:
        """Whether a look-back fills the screen."""
        return (self.state.awaiting == "look_back" and self.decides) or self.looking_back

    @property
    def step(self) -> str:
        """A name that changes with every step the screen shows, so that the focus and what is scrolled start anew."""
        parts = (
            self.state.awaiting,
            len(self.state.path),
            self.state.tried,
            self.feedback,
            self.telling,
            self.role,
            self.sentence,
            self.answered,
            self.looking_back,
            self.turn,
            self.turn_seen,
            self.looking_at,
            self.picking_sign,
            self.profile,
        )
        return ":".join(str(part) for part in parts)

    def typist(self, now: float) -> str | None:
        """Who is typing at this moment."""
        if not self.is_reading or self.typing_from is None or now < self.typing_from:
            return None
        beat = self.next_beat
        return beat.person if isinstance(beat, Message) else None
