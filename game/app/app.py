"""The game as one object: takes events and time, carries out what the player means, and says what is on the screen."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from game.app.canvas import Canvas, Draw
from game.app.drawing import draw_sitting
from game.app.effects import Step
from game.app.gestures import Drag, Flight, Fling, Gestures, Swipe, Tap, focused_intent, numbered_answer
from game.app.keeping import Keeper
from game.app.navigation import leave, open_directly, take_step, tap_beside
from game.app.sitting import Sitting
from game.app.story_screens import pass_time
from game.app.world import World
from game.design import Letters, Theme
from game.text.model import Measure
from game.ui.bubbles import message_name
from game.ui.events import CloseWindow, Event, Focused, Key, Pad, Pointer, Resized, Wheel
from game.ui.focus import Direction, focus_towards, next_focus
from game.ui.frame import Frame
from game.ui.intents import Answer, Change, Close, GoOn, Intent, LookAt, Open, QuickExit, ShowAll
from game.ui.tree import DisplayTree, find, node_at, scrollable_at
from game.view.stage import Stage

_HELD_SECONDS = 1.5
"""How long a gamepad's Back is held for the quick exit."""
_ARROW_STEP = 60.0
"""How far (dp) an arrow scrolls where there is nothing more to focus."""


class App(Stage):
    """The stage of the game, for the window, the shots and the tests; the preview drives one as a window does.

    `sitting` may be taken out and put back at any time, `world` and `draw` be exchanged: the screen follows.
    """

    closing = False

    def __init__(
        self,
        world: World,
        sitting: Sitting,
        measure: Measure,
        *,
        keeper: Keeper | None = None,
        draw: Draw = draw_sitting,
        size: tuple[float, float] = (1280.0, 800.0),
    ) -> None:
        """`keeper` carries out what steps ask for, `draw` makes the screen."""
        self.world = world
        self.sitting = sitting
        self.draw_screen = draw
        self.now = 0.0
        """The moment of the last tick."""
        self._keeper = keeper or Keeper()
        self._canvas = Canvas(measure, size, world.languages.translator(sitting.language))
        self._gestures = Gestures()
        self._flight: Flight | None = None
        self._back_since: float | None = None
        self._shelf_steps: Iterator[object] | None = None

    @property
    def theme(self) -> Theme:
        """The palette to paint with."""
        return self.sitting.settings.theme

    @property
    def letters(self) -> Letters:
        """The letters to measure and to paint with; where they change, `rescale` has to follow."""
        return self.sitting.settings.letters

    @property
    def full_screen(self) -> bool:
        """Whether the window shall fill the screen."""
        return self.sitting.full_screen

    @property
    def pointing(self) -> bool:
        """Whether the mouse is over something that can be pressed."""
        return bool(self._canvas.hovered)

    @property
    def frame(self) -> Frame:
        """The sheet for the present window and settings."""
        return self._canvas.frame(self.sitting)

    def rescale(self, measure: Measure) -> None:
        """Use other widths from now on: the window went to a screen of another density."""
        self._canvas.measure = measure

    def resize(self, width: float, height: float) -> None:
        """The window's content area is so many dp now."""
        self._canvas.size = (width, height)

    def draw(self) -> DisplayTree:
        """The screen; the same object as long as it shows the same."""
        return self._canvas.draw(self.world, self.sitting, self.now, self.draw_screen)

    def sounds(self) -> tuple[str, ...]:
        """The sounds of what happened since the last call; none where sound is off."""
        heard = self._keeper.take_sounds()
        return heard if self.sitting.settings.sound else ()

    # Time

    def tick(self, now: float) -> float | None:
        """Let the story go on up to `now`; when the screen will change next by itself, or None."""
        self.now = now
        if self._back_since is not None and now - self._back_since >= _HELD_SECONDS:
            self._back_since = None
            self.perform(QuickExit())
        flies = self._fly_on()
        passed = pass_time(self.world, self.sitting, now)
        self._take(Step(passed.sitting, passed.effects))
        return now if flies or self.sitting.is_moving(now) else passed.due

    def _fly_on(self) -> bool:
        """Scroll on after a finger left; whether it goes on."""
        if self._flight is None:
            return False
        name = self._flight.fling.name
        down, onward = self._flight.step(self.now)
        moved = bool(down) and self._canvas.scroll(self.draw(), name, down)
        self._flight = onward if moved or not down else None
        return self._flight is not None

    def after_first_frame(self) -> bool:
        """Look at one more story that was new or changed since the last start; whether there are more."""
        self._shelf_steps = self._shelf_steps or self.world.shelf.refresh()
        more = next(self._shelf_steps, None) is not None
        cards = tuple(self.world.shelf.cards())
        if cards != self.sitting.cards:
            self.sitting = replace(self.sitting, cards=cards)
        return more

    # What the player means

    def perform(self, intent: Intent) -> None:
        """Carry out what the player means."""
        before = self.sitting.screen_name
        self._take(take_step(self.world, self.sitting, intent))
        if isinstance(intent, QuickExit):
            self.closing = True
            return
        if before != self.sitting.screen_name:
            self._canvas.forget_scrolled(self.sitting.screen_name, "panel")
        if isinstance(intent, LookAt):
            self._canvas.to_show = message_name(intent.place)
        if isinstance(intent, Answer):
            # The why opens below what was asked, and on a phone below the fold: its end, with the way on, is shown.
            self._canvas.to_show = "go_on"
        if isinstance(intent, GoOn | ShowAll | Close):
            self._canvas.follow_threads()

    def open_directly(self, story: str) -> None:
        """Past the first start and the picker, to a story's topic note (or its gate)."""
        self._take(open_directly(self.world, self.sitting, story))

    def leave(self) -> None:
        """The window closes: keep the place if the player chose that, and leave no work behind."""
        self._take(leave(self.sitting))

    def _take(self, step: Step) -> None:
        # Only what was carried out whole is taken: an error in between leaves the sitting as it was.
        self.sitting = self._keeper.carry_out(self.world, step.sitting, step.effects)

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
                tree = self.draw()
                placed = scrollable_at(tree, x, y)
                if placed is not None:
                    self._canvas.scroll(tree, placed.node.name, down)
            case Resized(width, height):
                self.resize(width, height)
            case Focused():
                pass
            case CloseWindow():
                self.leave()
                self.closing = True

    def _focus_visible_by(self, key: Key) -> None:
        if key.name in ("tab", "up", "down", "left", "right", "return", "space"):
            self._canvas.focus_visible = True

    def _point(self, event: Pointer) -> None:
        tree = self.draw()
        if event.kind == "down":
            self._flight = None
        self._hover(tree, event)
        gesture = self._gestures.point(tree, event, self.now)
        match gesture:
            case Swipe(direction):
                self._swipe(direction)
            case Fling() if self.sitting.settings.motion:
                self._flight = Flight(gesture, self.now)
            case Tap(name):
                self._canvas.focus_visible = False
                placed = find(tree, name) if name else None
                if placed is not None and placed.node.intent is not None:
                    self._canvas.focus = name
                    self.perform(placed.node.intent)
                elif not name:
                    self.sitting = tap_beside(self.sitting)
            case Drag(name, down):
                self._canvas.scroll(tree, name, down)
            case Fling() | None:
                pass

    def _hover(self, tree: DisplayTree, event: Pointer) -> None:
        """Keep what the mouse is over; fingers hover over nothing."""
        if self._gestures.is_down:
            return
        placed = None if event.touch else node_at(tree, event.x, event.y)
        self._canvas.hovered = placed.node.name if placed is not None else ""

    def _swipe(self, direction: Literal["left", "right"]) -> None:
        if self._canvas.translator.rtl:
            # The two answers stand the other way round there.
            direction = "left" if direction == "right" else "right"
        self._perform_if(self.sitting.swipe(direction))

    def _press_pad(self, event: Pad) -> None:
        """A gamepad: A presses, B closes, Y is help, Start the menu, Back held is the quick exit."""
        if event.button == "back":
            self._back_since = self.now if event.down else None
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
                self._canvas.scroll_page(self.draw(), "page_up" if event.button == "left_shoulder" else "page_down")

    def _press_key(self, key: Key) -> None:
        if key.name == "escape":
            if key.repeat:
                return
            self.perform(QuickExit() if self._gestures.escape(self.now) else Close())
            return
        tree = self.draw()
        if key.name == "f11" or (key.name == "return" and key.alt):
            self.perform(Change("full_screen", not self.sitting.full_screen))
            return
        if key.control or key.alt:
            return
        match key.name:
            case "tab":
                self._canvas.focus = next_focus(tree, self._canvas.focus, back=key.shift)
            case "left" | "right" if self.sitting.swipe(key.name) is not None:
                self._swipe(key.name)
            case "up" | "down" | "left" | "right":
                self._arrow(tree, key.name)
            case "page_up" | "page_down" | "home" | "end":
                self._canvas.scroll_page(tree, key.name)
            case "return" | "space" if not key.repeat:
                self._perform_if(focused_intent(tree, self._canvas.focus))
            case name if len(name) == 1:
                self._press_character(tree, name)
            case _:
                pass

    def _arrow(self, tree: DisplayTree, name: Direction) -> None:
        wanted = focus_towards(tree, self._canvas.focus, name)
        if wanted == self._canvas.focus and name in ("up", "down"):
            self._canvas.scroll_main(tree, _ARROW_STEP if name == "down" else -_ARROW_STEP)
        else:
            self._canvas.focus = wanted

    def _press_character(self, tree: DisplayTree, character: str) -> None:
        if character.isdecimal():
            self._perform_if(numbered_answer(tree, int(character)))
        elif character in "hm" and self.sitting.settings.letter_keys:
            self.perform(Open("help" if character == "h" else "menu"))

    def _perform_if(self, intent: Intent | None) -> None:
        if intent is not None:
            self.perform(intent)
