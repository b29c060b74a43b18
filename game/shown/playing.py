"""A story on the screen: the story's own state, and where the reader is in it. Pure steps over one frozen value."""

from dataclasses import dataclass, replace

from game.shown.marks import first_sign
from game.shown.thread import current_chat
from game.shown.timeline import Speed, cue_for
from game.story import engine
from game.story.model import Beat, Message, Note, Place, PulseAnswer, Rehearse, Scenario
from game.story.plays import Verdict
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


def begin(scenario: Scenario, state: State | None = None) -> Playing:
    """A story at its start, or at a kept place."""
    return Playing(scenario=scenario, state=state or engine.start(scenario))


def pass_time(playing: Playing, now: float, speed: Speed) -> Playing:
    """Let the beats arrive that are due. Several at once where the clock was away."""
    while playing.is_reading:
        if playing.due is None:
            playing = _plan(playing, now, speed)
        if playing.due is None or now < playing.due:
            return playing
        arrived = playing.due if now - playing.due < 1.0 else now
        playing = replace(_one_further(playing), arrived=arrived, due=None, typing_from=None)
        if speed == "all_at_once":
            playing = replace(playing, arrived=-1000.0)
    return playing


def _one_further(playing: Playing) -> Playing:
    if playing.showing_again is None:
        return replace(playing, state=engine.advance(playing.scenario, playing.state))
    shown = playing.showing_again + 1
    return replace(playing, showing_again=shown if shown < len(playing.state.shown) else None)


def _plan(playing: Playing, now: float, speed: Speed) -> Playing:
    beat = playing.next_beat
    if beat is None:
        return replace(playing, due=now + 0.4)
    by_friend = isinstance(beat, Message) and beat.person == playing.scenario.friend.id
    cue = cue_for(beat, _last_beat(playing), speed, by_friend=by_friend)
    start = max(playing.arrived, now - 0.05) if playing.arrived > 0 else now
    typing_from = start + cue.rest if cue.typing else None
    return replace(playing, due=start + cue.whole, typing_from=typing_from)


def _last_beat(playing: Playing) -> Beat | None:
    last = playing.entries[-1] if playing.entries else None
    return playing.scenario.beat_at(last.place) if isinstance(last, ShownBeat) else None


def rest(playing: Playing) -> Playing:
    """Forget what was planned: the clock stood still (an open menu), and starts anew."""
    return replace(playing, due=None, typing_from=None)


def show_all(playing: Playing) -> Playing:
    """Everything up to the next thing the player decides, at once."""
    if not playing.is_reading:
        return playing
    again = playing.showing_again is not None
    state = playing.state if again else engine.read_on(playing.scenario, playing.state)
    return replace(playing, state=state, showing_again=None, due=None, typing_from=None, arrived=-1000.0)


def look_at(playing: Playing, place: Place) -> Playing:
    """Open the verdicts of a message."""
    return replace(playing, looking_at=place, picking_sign=False, profile=None)


def look_away(playing: Playing) -> Playing:
    """Close whatever is open over the chat."""
    return replace(playing, looking_at=None, picking_sign=False, profile=None)


def say(playing: Playing, place: Place, verdict: Verdict, sign: str | None, *, ask_sign: bool) -> Playing:
    """The player's word on a message; with `ask_sign` the hand of cards opens for which sign it is."""
    state = engine.judge(playing.scenario, playing.state, place, verdict, sign)
    if ask_sign and verdict == "not_ok" and sign is None and not playing.picking_sign:
        return replace(playing, state=state, picking_sign=True)
    return replace(playing, state=state, looking_at=None, picking_sign=False)


def reveal(playing: Playing, place: Place) -> Playing:
    """Open a why at look-back without an answer."""
    return replace(playing, state=engine.reveal(playing.scenario, playing.state, place))


def answer_pulse(playing: Playing, answer: PulseAnswer) -> Playing:
    """How it is going with somebody."""
    place = playing.state.open_place
    if place is None:
        return playing
    return _after(playing, engine.answer_pulse(playing.scenario, playing.state, place, answer))


def choose(playing: Playing, option: str) -> Playing:
    """What the friend says or does; its feedback opens."""
    place = playing.state.open_place
    state = engine.choose(playing.scenario, playing.state, option)
    chosen = _after(playing, state)
    return replace(chosen, feedback=(place, option)) if place is not None else chosen


def pick_role(playing: Playing, role: str) -> Playing:
    """The adult to tell."""
    rehearse = playing.open_rehearse
    only = 1 if rehearse is not None and len(rehearse.sentences) == 1 else None
    return replace(playing, role=role, sentence=only, answered=False)


def pick_sentence(playing: Playing, sentence: int) -> Playing:
    """The sentence to tell them with, from 1."""
    return replace(playing, sentence=sentence, answered=False)


def said_it(playing: Playing) -> Playing:
    """The sentence was said: now the adult answers."""
    return replace(playing, answered=True)


def go_on(playing: Playing) -> Playing:
    """Past what is being read: a feedback, a look-back, an adult's answer, the ending."""
    if playing.feedback is not None:
        # A look-back that is due opens at once: nothing arrives before it.
        ahead = engine.advance(playing.scenario, playing.state)
        state = ahead if ahead.awaiting == "look_back" else playing.state
        return replace(rest(playing), state=state, feedback=None)
    if playing.reads_before_telling:
        return replace(look_away(playing), telling=True)
    if playing.open_rehearse is not None and playing.answered and playing.role and playing.sentence:
        state = engine.rehearse(playing.scenario, playing.state, playing.role, playing.sentence)
        return _after(playing, state)
    if playing.state.awaiting == "look_back":
        return _after(playing, engine.advance(playing.scenario, playing.state))
    if playing.state.is_over and not playing.looking_back:
        return replace(playing, looking_back=True, looking_at=None, picking_sign=False)
    if playing.asks_turn and playing.turn is not None:
        return replace(playing, turn_seen=True)
    return playing


def undo(playing: Playing) -> Playing:
    """Back one step: out of a half-done rehearsal first, else before the last option, pulse or rehearsal."""
    if playing.looking_back:
        return replace(playing, looking_back=False)
    if playing.open_rehearse is not None and playing.role is not None:
        return replace(playing, role=None, sentence=None, answered=False)
    if playing.telling:
        return replace(playing, telling=False)
    return _after(playing, engine.undo(playing.scenario, playing.state))


def _after(playing: Playing, state: State) -> Playing:
    """A new state of the story: everything that belonged to the old one is put away."""
    return Playing(scenario=playing.scenario, state=state)


def show_again(playing: Playing) -> Playing:
    """Let the last scene arrive once more, with nothing changed in the story."""
    if playing.looking_back or not playing.state.shown:
        return playing
    scene = playing.state.shown[-1].place.scene
    first = next(index for index, entry in enumerate(playing.state.shown) if entry.place.scene == scene)
    return replace(look_away(rest(playing)), showing_again=first, thread=None, arrived=-1000.0)


def open_thread(playing: Playing, chat: str) -> Playing:
    """Read another chat; back in the story's own one the story goes on."""
    return replace(look_away(rest(playing)), thread=None if chat == playing.current_chat else chat)
