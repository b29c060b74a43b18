"""What can happen to a story on the screen: time passes, a word is said, an answer is picked. Pure steps."""

from dataclasses import replace

from game.shown.playing import Playing
from game.shown.timeline import Speed, cue_for
from game.story import engine
from game.story.model import Beat, Message, Place, PulseAnswer, Scenario
from game.story.plays import Verdict
from game.story.state import ShownBeat, State


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
    """Forget what was planned: the clock stood still (an open menu), and starts anew. The same value where none was."""
    if playing.due is None and playing.typing_from is None:
        return playing
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
