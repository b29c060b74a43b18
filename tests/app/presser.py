"""Plays as a person does: with keys, a mouse, touch or a gamepad alone, on whatever the screen shows."""

from collections.abc import Callable
from typing import Literal, TypeAlias

from game.app.app import App
from game.shown.thread import current_chat
from game.story.plays import AnswerPulse, Choose, Input, Judge, Play, RehearsePick
from game.ui.bubbles import message_name
from game.ui.events import Event, Key, Pad, Pointer, Wheel
from game.ui.focus import Direction, focus_towards
from game.ui.tree import DisplayTree, find, in_reach, reachable, scrollable_at

Device: TypeAlias = Literal["keys", "pointer", "touch", "pad"]
Send: TypeAlias = Callable[[Event], None]

_MOST_STEPS = 400
_WHEEL = 120.0


class Presser:
    """Presses things by their name. `send` is where events go: the app itself, or a real window."""

    def __init__(self, app: App, device: Device, *, send: Send | None = None, now: float = 1000.0) -> None:
        self.app = app
        self.device = device
        self.now = now
        self._send = send or app.handle

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds
        self.app.tick(self.now)

    def press(self, name: str) -> None:
        """Press the thing of that name. Raises AssertionError where this device cannot reach it."""
        match self.device:
            case "keys":
                self._press_by_keys(name)
            case "pad":
                self._press_by_pad(name)
            case _:
                self._press_by_pointer(name)
        self.wait(0.02)

    def _press_by_keys(self, name: str) -> None:
        for _ in range(_MOST_STEPS):
            tree = self.app.draw()
            if tree.focus == name and tree.focus_visible:
                placed = find(tree, name)
                assert placed is not None, f"{name} has the focus and is not on the screen"
                assert placed.visible.height > 0, f"{name} has the focus and cannot be seen"
                self._send(Key("return"))
                return
            self._send(Key("tab"))
        raise AssertionError(f"Tab does not lead to {name}: {_names(self.app.draw())}")

    def _press_by_pad(self, name: str) -> None:
        way: list[tuple[Direction, str]] = []
        for _ in range(_MOST_STEPS):
            tree = self.app.draw()
            if tree.focus == name and tree.focus_visible:
                self._send(Pad("a", True))
                self._send(Pad("a", False))
                return
            if not way and tree.focus_visible:
                way = _way_to(tree, name)
            # What lies below the part that scrolls can be seen to be there only from that part's end.
            step, expected = way.pop(0) if way else ("down", "")
            self._send(Key(step))
            # Scrolling moves things, so a way holds for as long as it leads where it was seen to lead.
            if self.app.draw().focus != expected:
                way = []
        raise AssertionError(f"The arrows do not come from {self.app.draw().focus} to {name}")

    def _press_by_pointer(self, name: str) -> None:
        touch = self.device == "touch"
        for _ in range(_MOST_STEPS):
            tree = self.app.draw()
            placed = find(tree, name)
            if placed is None:
                # What lies far below what can be seen is not drawn at all.
                self._scroll_on(tree)
                assert self.app.draw().root != tree.root, f"{name} is not on the screen: {_names(tree)}"
                continue
            seen = placed.visible
            if seen.height >= min(placed.rect.height, 24.0) and seen.width > 8:
                x, y = seen.centre
                self._send(Pointer("down", x, y, touch))
                self._send(Pointer("up", x, y, touch))
                return
            self._bring_closer(name)
        raise AssertionError(f"{name} cannot be scrolled into sight")

    def _scroll_on(self, tree: DisplayTree) -> None:
        """Turn the wheel down over every part that scrolls."""
        for item in in_reach(tree):
            if item.node.scroll is not None and item.visible.height >= 20:
                self._send(Wheel(*item.visible.centre, _WHEEL))

    def _bring_closer(self, name: str) -> None:
        """Turn the wheel over the part that holds it."""
        tree = self.app.draw()
        placed = find(tree, name)
        assert placed is not None
        for item in in_reach(tree):
            if item.node.scroll is None or item.visible.height < 20:
                continue
            x, y = item.visible.centre
            holder = scrollable_at(tree, x, y)
            if holder is None or not item.rect.x <= placed.rect.centre[0] <= item.rect.right:
                continue
            down = _WHEEL if placed.rect.centre[1] > item.rect.centre[1] else -_WHEEL
            self._send(Wheel(x, y, down))

    def read(self) -> None:
        """Let everything arrive up to what there is to decide."""
        for _ in range(_MOST_STEPS):
            playing = self.app.sitting.playing
            if playing is None or not playing.is_reading:
                return
            self.press("show_all")
            self.wait(0.5)

    def play(self, play: Play) -> None:
        """Play a whole play, from the picker to the look-back at the end."""
        self.press(f"story:{play.scenario_id}")
        if find(self.app.draw(), "read_page") is not None:
            self._read_as_an_adult()
        self.press("start")
        for done in play.inputs:
            self._do(done)
        self._pass_what_is_read()
        self.press("go_on")

    def play_set(self, play: Play) -> None:
        """A whole set: story, look-back, a round of practice, hand, if-then card, album, and back to the picker."""
        self.play(play)
        if self.app.sitting.playing is not None and self.app.sitting.playing.asks_turn:
            self.press(next(i.node.name for i in reachable(self.app.draw()) if i.node.name.startswith("turn:")))
            self.press("go_on")
        if find(self.app.draw(), "practise") is not None:
            self.press("practise")
            for _ in range(_MOST_STEPS):
                practising = self.app.sitting.after.practising
                if practising is None or practising.is_over:
                    break
                answers = [i.node.name for i in reachable(self.app.draw()) if i.node.name.startswith("answer:")]
                self.press(answers[0])
                self.press("go_on")
            self.press("go_on")
        else:
            self.press("onward")
        self.press("adult:teacher")
        self.press("adult:helpline")
        self.press("go_on")
        self.press("then:helpline")
        self.press("go_on")
        self.press("album")
        self.press("stories")

    def _read_as_an_adult(self) -> None:
        """Through the page that an adult reads before a draft of this kind opens."""
        self.press("read_page")
        self.press("pass_gate")

    def _pass_what_is_read(self) -> None:
        """Past feedback and short look-backs, as far as it goes without deciding anything."""
        for _ in range(_MOST_STEPS):
            self.read()
            playing = self.app.sitting.playing
            if playing is None or not (playing.feedback is not None or playing.state.awaiting == "look_back"):
                return
            self.press("go_on")

    def _do(self, done: Input) -> None:
        match done:
            case Judge():
                self._judge(done)
            case AnswerPulse(answer=answer):
                self._pass_what_is_read()
                self.press(f"pulse:{answer}")
            case Choose(option):
                self._pass_what_is_read()
                self.press(f"option:{option}")
            case RehearsePick(role, sentence):
                self._pass_what_is_read()
                if self.app.sitting.playing is not None and self.app.sitting.playing.reads_before_telling:
                    self.press("go_on")
                self.press(f"role:{role}")
                playing = self.app.sitting.playing
                if playing is not None and playing.sentence is None:
                    self.press(f"sentence:{sentence}")
                self.press("said_it")
                self.press("go_on")

    def _judge(self, done: Judge) -> None:
        playing = self.app.sitting.playing
        assert playing is not None
        place = done.place
        if place not in {shown for shown, _ in playing.state.messages(playing.scenario)}:
            self._pass_what_is_read()
            playing = self.app.sitting.playing
            assert playing is not None
        entries = playing.state.shown
        upto = next(i for i, entry in enumerate(entries) if getattr(entry, "place", None) == place)
        chat = current_chat(playing.scenario, entries[: upto + 1], playing.state.next)
        if chat != playing.viewed_chat:
            self.press(f"tab:{chat}")
        self.press(message_name(place))
        self.press(f"say:{done.verdict}")
        if done.verdict == "not_ok":
            hand_has_it = done.sign is not None and find(self.app.draw(), f"sign:{done.sign}") is not None
            self.press(f"sign:{done.sign}" if hand_has_it else "sign:none")
        playing = self.app.sitting.playing
        assert playing is not None
        if playing.viewed_chat != playing.current_chat:
            self.press(f"tab:{playing.current_chat}")


def _names(tree: DisplayTree) -> list[str]:
    return [item.node.name for item in reachable(tree)]


def _way_to(tree: DisplayTree, name: str) -> list[tuple[Direction, str]]:
    """The shortest way from the focus to a name: each arrow and where it leads; empty where none lead there."""
    directions: tuple[Direction, ...] = ("down", "up", "right", "left")
    came: dict[str, tuple[Direction, str]] = {}
    todo = [tree.focus]
    while todo and name not in came:
        here = todo.pop(0)
        for direction in directions:
            there = focus_towards(tree, here, direction)
            if there != tree.focus and there not in came:
                came[there] = (direction, here)
                todo.append(there)
    way: list[tuple[Direction, str]] = []
    at = name
    while at in came:
        direction, before = came[at]
        way.insert(0, (direction, at))
        at = before
    return way
