"""Keeps the author's place in a story whose text changed: replays what was done, as far as it still fits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from game.shown.playing import Playing
from game.story import engine
from game.story.engine import EngineError
from game.story.model import Beat, Choice, Message, Place, Scenario, Scene
from game.story.plays import AnswerPulse, Input, Judge, Play
from game.story.state import State

__all__ = ["KeptPlace", "follow_beats", "keep_place"]


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """The place in the new text, and what is to be said of it: empty where all of it was kept."""

    playing: Playing
    said: str = ""


def keep_place(before: Scenario, after: Scenario, playing: Playing) -> KeptPlace:
    """The same place in `after` as `playing` has in `before`, or the last one on the way there that still fits."""
    moved = _Moves(before, after)
    old = playing.state
    inputs, dropped = moved.inputs(old.inputs)
    replay = engine.replay(after, Play(after.id, inputs))
    state = replay.state
    if replay.divergence is not None:
        said = f"Went back to the last place that fits: {replay.divergence.reason}."
        return KeptPlace(Playing(scenario=after, state=state), said)
    try:
        state = _read_as_far(after, state, old, moved)
        for place in old.revealed:
            state = _reveal(after, state, moved.place(place))
    except EngineError as error:
        return KeptPlace(Playing(scenario=after, state=state), f"Went back a little: {error}.")
    return KeptPlace(_open_again(playing, after, state, moved), _say_dropped(dropped))


def follow_beats(before: Scene, after: Scene) -> Mapping[int, int]:
    """Where each beat of a scene, by index, stands in a later version of it; a beat that went is missing."""
    old, new = [_key(beat) for beat in before.beats], [_key(beat) for beat in after.beats]
    # What stayed at both ends first: among lines that are alike, the matcher alone may leave one without a place.
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
    follow = {index: index for index in range(head)}
    middle = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False)
    for kind, *bounds in middle.get_opcodes():
        i1, i2, j1, j2 = (head + bound for bound in bounds)
        if kind == "equal":
            follow |= dict(zip(range(i1, i2), range(j1, j2), strict=True))
        elif kind == "replace":
            # A line that was rewritten is the same beat, as long as the same person says it.
            free = list(range(j1, j2))
            for index in range(i1, i2):
                same = next((at for at in free if _kind(before.beats[index]) == _kind(after.beats[at])), None)
                if same is not None:
                    follow[index] = same
                    free = [at for at in free if at > same]
    return follow | {len(old) - 1 - at: len(new) - 1 - at for at in reversed(range(tail))}


def _key(beat: Beat) -> str:
    """What makes a beat the same one: what is seen of it, without what is counted and explained."""
    if isinstance(beat, Message):
        return repr((beat.person, beat.text, beat.hidden, beat.sticker, beat.call))
    return repr(beat)


def _kind(beat: Beat) -> tuple[type, str]:
    return type(beat), beat.person if isinstance(beat, Message) else ""


class _Moves:
    """Where the places of one version are in the next."""

    def __init__(self, before: Scenario, after: Scenario) -> None:
        self._before, self._after = before, after
        self._scenes: dict[str, Mapping[int, int]] = {}

    def beats(self, scene: str) -> Mapping[int, int]:
        if scene not in self._scenes:
            there = scene in self._before.scenes and scene in self._after.scenes
            old, new = self._before.scenes, self._after.scenes
            self._scenes[scene] = follow_beats(old[scene], new[scene]) if there else {}
        return self._scenes[scene]

    def place(self, place: Place | None) -> Place | None:
        """The same beat in the later version; None where it went."""
        beat = self.beats(place.scene).get(place.beat) if place is not None else None
        return None if place is None or beat is None else Place(place.scene, beat)

    def next(self, place: Place) -> Place:
        """The place behind the last beat before this one that is still there."""
        beats = self.beats(place.scene)
        return Place(place.scene, max((new for old, new in beats.items() if old < place.beat), default=-1) + 1)

    def inputs(self, inputs: tuple[Input, ...]) -> tuple[tuple[Input, ...], int]:
        """The inputs on the later version's places, and how many went with the messages they were about."""
        kept: list[Input] = []
        dropped = 0
        for done in inputs:
            if isinstance(done, Judge | AnswerPulse):
                place = self.place(done.place)
                if place is not None:
                    kept.append(replace(done, place=place))
                else:
                    dropped += 1
            else:
                kept.append(done)
        return tuple(kept), dropped


def _read_as_far(after: Scenario, state: State, old: State, moved: _Moves) -> State:
    """On without any input to where the old state stood, or to whatever comes first."""
    target = moved.next(old.next)
    at_look_back = old.awaiting == "look_back"
    while state.awaiting in ("reading", "look_back"):
        is_there = state.next.scene == target.scene and state.next.beat >= target.beat
        if is_there and (state.awaiting == "look_back") == at_look_back:
            break
        ahead = engine.advance(after, state)
        if is_there and ahead.awaiting != "look_back" and state.awaiting == "reading":
            # There is no look-back here any more.
            break
        state = ahead
    return state


def _reveal(after: Scenario, state: State, place: Place | None) -> State:
    """Open a why again that was open; nothing where it cannot be."""
    try:
        return engine.reveal(after, state, place) if place is not None else state
    except EngineError:
        return state


def _open_again(playing: Playing, after: Scenario, state: State, moved: _Moves) -> Playing:
    """What stood open over the chat, as far as what it was about is still there."""
    old = playing.state
    if state.awaiting != old.awaiting or len(state.path) != len(old.path):
        return Playing(scenario=after, state=state)
    feedback = None
    if playing.feedback is not None:
        place = moved.place(playing.feedback[0])
        beat = after.beat_at(place) if place is not None else None
        options = {option.id for option in beat.options} if isinstance(beat, Choice) else set()
        feedback = (place, playing.feedback[1]) if place is not None and playing.feedback[1] in options else None
    rehearse = state.open_rehearse(after)
    has_sentence = rehearse is not None and (playing.sentence or 0) <= len(rehearse.sentences)
    role = playing.role if playing.role in engine.roles_open(after, state) else None
    return replace(
        playing,
        scenario=after,
        state=state,
        thread=playing.thread if playing.thread in after.chats else None,
        looking_at=moved.place(playing.looking_at),
        picking_sign=playing.picking_sign and moved.place(playing.looking_at) is not None,
        feedback=feedback,
        role=role,
        sentence=playing.sentence if role is not None and has_sentence else None,
        answered=playing.answered and role is not None and has_sentence,
        turn=moved.place(playing.turn),
        profile=playing.profile if playing.profile in after.people else None,
        typing_from=None,
        due=None,
        showing_again=None,
    )


def _say_dropped(dropped: int) -> str:
    if not dropped:
        return ""
    return "An answer went with its message." if dropped == 1 else f"{dropped} answers went with their messages."
