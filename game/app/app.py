"""The game as one object: takes events and time, carries out what the player means, and says what is on the screen."""

from dataclasses import replace
from typing import Literal

from game.app.drawing import draw_session
from game.app.gestures import Drag, Flight, Fling, Gestures, Swipe, Tap
from game.app.session import Session
from game.design import Letters, Theme
from game.text.layout import LayoutCache
from game.text.model import Measure
from game.ui.bubbles import message_name
from game.ui.events import CloseWindow, Event, Focused, Key, Pad, Pointer, Resized, Wheel
from game.ui.focus import Direction, first_focus, focus_towards, next_focus
from game.ui.frame import Frame
from game.ui.intents import Answer, Change, Close, GoOn, Intent, LookAt, Open, QuickExit, ShowAll
from game.ui.mirror import mirrored
from game.ui.scrolling import main_scroller, scroll_by, show_node
from game.ui.tree import DisplayTree, Node, find, in_reach, node_at, reachable, scrollable_at
from game.view.stage import Stage

_HELD_SECONDS = 1.5
"""How long a gamepad's Back is held for the quick exit."""
_KEPT_NODES = 6000
"""Built nodes that are kept; past this the store is emptied, which costs one slow frame."""


class App(Stage):
    """The stage of the game, for the window, the shots and the tests.

    `measure` is remade when the scale of the window, or the player's letters, change (`rescale`).
    """

    closing = False

    def __init__(self, session: Session, measure: Measure, *, size: tuple[float, float] = (1280.0, 800.0)) -> None:
        self.session = session
        self._measure = measure
        self._translator = session.world.languages.translator(session.language)
        self._layouts = self._new_layouts()
        self._size = size
        self._offsets: dict[str, float] = {}
        self._kept: dict[object, object] = {}
        self._gestures = Gestures()
        self._focus = ""
        self._focus_visible = False
        self._hovered = ""
        self._flight: Flight | None = None
        self._back_since: float | None = None
        self._tree: DisplayTree | None = None
        self._dirty = True
        self._now = 0.0
        self._screen = ""
        self._to_show = ""

    @property
    def theme(self) -> Theme:
        """The palette to paint with."""
        return self.session.settings.theme

    @property
    def letters(self) -> Letters:
        """The letters to measure and to paint with; where they change, `rescale` has to follow."""
        return self.session.settings.letters

    @property
    def frame(self) -> Frame:
        """The sheet for the present window and settings."""
        settings = self.session.settings
        return Frame(
            width=self._size[0],
            height=self._size[1],
            layouts=self._layouts,
            translator=self._translator,
            text_size=settings.text_size,
            motion=settings.motion,
            letter_keys=settings.letter_keys,
            offsets=self._offsets,
            hovered=self._hovered,
            kept=self._kept,
        )

    def rescale(self, measure: Measure) -> None:
        """Use other widths from now on: the window went to a screen of another density."""
        self._measure = measure
        self._layouts = self._new_layouts()
        self._kept.clear()
        self._dirty = True

    def _new_layouts(self) -> LayoutCache:
        return LayoutCache(self._measure, rtl=self._translator.rtl)

    def _speak(self) -> None:
        """Take the words of the screen's language; nothing of the old one stays."""
        language = self.session.language
        if language != self._translator.language:
            self._translator = self.session.world.languages.translator(language)
            self._layouts = self._new_layouts()
            self._kept.clear()

    def resize(self, width: float, height: float) -> None:
        """The window's content area is so many dp now."""
        if (width, height) != self._size:
            self._size = (width, height)
            self._kept.clear()
            self._dirty = True

    # Time

    def tick(self, now: float) -> float | None:
        """Let the story go on up to `now`; when the screen will change next by itself, or None."""
        self._now = now
        if self._back_since is not None and now - self._back_since >= _HELD_SECONDS:
            self._back_since = None
            self.perform(QuickExit())
        due = self.session.pass_time(now)
        if self._flight is not None and self._fly_on(now):
            due = now
        if self.session.changed:
            self.session.changed = False
            self._dirty = True
        if self.session.is_moving(now):
            self._dirty = True
            return now
        return due

    def _fly_on(self, now: float) -> bool:
        """Scroll on after a finger left; whether it goes on."""
        assert self._flight is not None
        name = self._flight.fling.name
        down, onward = self._flight.step(now)
        moved = bool(down) and scroll_by(self.draw(), self._offsets, name, down)
        self._dirty |= moved
        self._flight = onward if moved or not down else None
        return self._flight is not None

    def sounds(self) -> tuple[str, ...]:
        """The sounds of what happened since the last call; none where sound is off."""
        heard, self.session.heard = tuple(self.session.heard), []
        return heard if self.session.settings.sound else ()

    @property
    def full_screen(self) -> bool:
        """Whether the window shall fill the screen."""
        return self.session.full_screen

    @property
    def pointing(self) -> bool:
        """Whether the mouse is over something that can be pressed."""
        return bool(self._hovered)

    def after_first_frame(self) -> bool:
        """Look at one more story that was new or changed since the last start; whether there are more."""
        more = self.session.refresh_shelf()
        if self.session.changed:
            self._dirty = True
        return more

    # What is on the screen

    def draw(self) -> DisplayTree:
        """The screen; the same object as long as it shows the same."""
        if self._tree is not None and not self._dirty:
            return self._tree
        self._dirty = False
        if len(self._kept) > _KEPT_NODES:
            self._kept.clear()
        tree = self._build()
        if show_node(tree, self._wanted_in_sight(), self._offsets):
            tree = self._build()
        if tree != self._tree:
            self._tree = tree
        return self._tree

    def _wanted_in_sight(self) -> str:
        """The node that must not be scrolled away: what the last intent is about, else what has the focus."""
        if self._to_show:
            name, self._to_show = self._to_show, ""
            return name
        return self._focus if self._focus_visible else ""

    def draw_root(self, frame: Frame) -> Node:
        """What stands on the sheet, before it is mirrored for languages that are read from the right."""
        return draw_session(self.session, frame, self._now)

    def _build(self) -> DisplayTree:
        self._speak()
        frame = self.frame
        root = self.draw_root(frame)
        if frame.rtl:
            root = mirrored(root, self._kept)
        screen = self.session.screen_name
        tree = DisplayTree(
            root=root,
            title=self.session.window_title,
            focus=self._focus,
            focus_visible=self._focus_visible,
            language=self._translator.language,
            rtl=self._translator.rtl,
        )
        if screen != self._screen or find(tree, self._focus) is None:
            self._screen = screen
            self._focus = first_focus(tree)
            tree = replace(tree, focus=self._focus)
        return tree

    # What happened

    def handle(self, event: Event) -> None:
        """Take one event."""
        match event:
            case Key():
                self._flight = None
                self._focus_visible_by(event)
                self._press_key(event)
            case Pad():
                self._press_pad(event)
            case Pointer():
                self._point(event)
            case Wheel(x, y, down):
                self._wheel(x, y, down)
            case Resized(width, height):
                self.resize(width, height)
            case Focused():
                self._dirty = True
            case CloseWindow():
                self.session.leave()
                self.closing = True

    def _focus_visible_by(self, key: Key) -> None:
        if key.name in ("tab", "up", "down", "left", "right", "return", "space") and not self._focus_visible:
            self._focus_visible = True
            self._dirty = True

    def _point(self, event: Pointer) -> None:
        tree = self.draw()
        if event.kind == "down":
            self._flight = None
        self._hover(tree, event)
        gesture = self._gestures.point(tree, event, self._now)
        match gesture:
            case Swipe(direction):
                self._swipe(direction)
            case Fling() if self.session.settings.motion:
                self._flight = Flight(gesture, self._now)
                self._dirty = True
            case Fling():
                pass
            case Tap(name):
                self._focus_visible = False
                placed = find(tree, name) if name else None
                if placed is not None and placed.node.intent is not None:
                    self._focus = name
                    self.perform(placed.node.intent)
                elif not name:
                    self.session.tap_beside()
                self._dirty = True
            case Drag(name, down):
                self._dirty |= scroll_by(tree, self._offsets, name, down)
            case None:
                pass

    def _hover(self, tree: DisplayTree, event: Pointer) -> None:
        """Keep what the mouse is over; fingers hover over nothing."""
        if self._gestures.is_down:
            return
        placed = None if event.touch else node_at(tree, event.x, event.y)
        name = placed.node.name if placed is not None else ""
        if name != self._hovered:
            self._hovered = name
            self._dirty = True

    def _swipe(self, direction: Literal["left", "right"]) -> None:
        if self._translator.rtl:
            # The two answers stand the other way round there.
            direction = "left" if direction == "right" else "right"
        answer = self.session.swipe(direction)
        if answer is not None:
            self.perform(answer)

    def _press_pad(self, event: Pad) -> None:
        """A gamepad: A presses, B closes, Y is help, Start the menu, Back held is the quick exit."""
        if event.button == "back":
            self._back_since = self._now if event.down else None
            return
        if not event.down:
            return
        match event.button:
            case "a":
                self._focus_visible_by(Key("return"))
                self._press_key(Key("return"))
            case "b":
                self.perform(Close())
            case "y":
                self.perform(Open("help"))
            case "start":
                self.perform(Open("menu"))
            case "x":
                self.perform(ShowAll())
            case "left_shoulder" | "right_shoulder":
                self._scroll_page(self.draw(), "page_up" if event.button == "left_shoulder" else "page_down")

    def _wheel(self, x: float, y: float, down: float) -> None:
        tree = self.draw()
        placed = scrollable_at(tree, x, y)
        if placed is not None:
            self._dirty |= scroll_by(tree, self._offsets, placed.node.name, down)

    def _press_key(self, key: Key) -> None:
        if key.name == "escape":
            if key.repeat:
                return
            self.perform(QuickExit() if self._gestures.escape(self._now) else Close())
            return
        tree = self.draw()
        if key.name == "f11" or (key.name == "return" and key.alt):
            self.perform(Change("full_screen", not self.session.full_screen))
            return
        if key.control or key.alt:
            return
        match key.name:
            case "tab":
                self._focus_on(next_focus(tree, self._focus, back=key.shift))
            case "left" | "right" if self.session.swipe(key.name) is not None:
                self._swipe(key.name)
            case "up" | "down" | "left" | "right":
                self._arrow(tree, key.name)
            case "page_up" | "page_down" | "home" | "end":
                self._scroll_page(tree, key.name)
            case "return" | "space":
                self._activate(tree, key)
            case name if len(name) == 1:
                self._press_character(tree, name)
            case _:
                pass

    def _arrow(self, tree: DisplayTree, name: Direction) -> None:
        wanted = focus_towards(tree, self._focus, name)
        if wanted == self._focus and name in ("up", "down"):
            placed = main_scroller(tree)
            if placed is not None:
                step = 60.0 if name == "down" else -60.0
                self._dirty |= scroll_by(tree, self._offsets, placed.node.name, step)
            return
        self._focus_on(wanted)

    def _focus_on(self, name: str) -> None:
        self._focus = name
        self._dirty = True

    def _scroll_page(self, tree: DisplayTree, name: str) -> None:
        placed = main_scroller(tree)
        if placed is None or placed.node.scroll is None:
            return
        page = placed.rect.height * 0.85
        far = placed.node.scroll.content
        down = {"page_up": -page, "page_down": page, "home": -far, "end": far}[name]
        self._dirty |= scroll_by(tree, self._offsets, placed.node.name, down)

    def _activate(self, tree: DisplayTree, key: Key) -> None:
        if key.repeat:
            return
        placed = find(tree, self._focus)
        usable = placed is not None and any(item.node.name == self._focus for item in reachable(tree))
        if usable and placed is not None and placed.node.intent is not None:
            self.perform(placed.node.intent)

    def _press_character(self, tree: DisplayTree, character: str) -> None:
        if character.isdecimal():
            # Greyed answers keep their number, so that the others keep theirs.
            answers = [item.node for item in in_reach(tree) if _is_answer(item.node)]
            number = int(character)
            if 1 <= number <= len(answers):
                chosen = answers[number - 1]
                if chosen.intent is not None and not chosen.disabled:
                    self.perform(chosen.intent)
        elif self.session.settings.letter_keys:
            if character == "h":
                self.perform(Open("help"))
            elif character == "m":
                self.perform(Open("menu"))

    def perform(self, intent: Intent) -> None:
        """Carry out what the player means."""
        if isinstance(intent, QuickExit):
            self.session.quick_exit()
            self.closing = True
            return
        before = (self.session.screen_name, self.session.settings.text_size, self.session.settings.motion)
        self.session.perform(intent, self._now)
        after = (self.session.screen_name, self.session.settings.text_size, self.session.settings.motion)
        if before[1:] != after[1:]:
            self._kept.clear()
        if before[0] != after[0]:
            self._offsets.pop(after[0], None)
            self._offsets.pop("panel", None)
        if isinstance(intent, LookAt):
            self._to_show = message_name(intent.place)
        if isinstance(intent, Answer):
            # The why opens below what was asked, and on a phone below the fold: its end, with the way on, is shown.
            self._to_show = "go_on"
        if isinstance(intent, GoOn | ShowAll | Close):
            self._follow_thread()
        self._dirty = True

    def _follow_thread(self) -> None:
        """A chat that goes on shows its end."""
        for name in [name for name in self._offsets if name.startswith("thread:")]:
            del self._offsets[name]


def _is_answer(node: Node) -> bool:
    """Whether a digit key can pick it: what there is to decide, not the menu or the list of places."""
    is_option = node.role == "option" and not node.name.startswith(("menu:", "country:"))
    return is_option or node.name.startswith("say:")
