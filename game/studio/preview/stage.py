"""The preview as one object for the window: the game on a screen of its own, the author's strip and panels over it."""

from datetime import date
from pathlib import Path
from typing import Final

from game.app.canvas import TITLE
from game.content.files.catalogue import Catalogue
from game.design import Letters, Theme
from game.i18n.catalogues import SOURCE, Catalogues
from game.studio.preview.actions import Actions
from game.studio.preview.devices import WINDOW, Device
from game.studio.preview.outline import make_sheet
from game.studio.preview.workbench import Workbench
from game.text.model import Measure
from game.ui.events import CloseWindow, Event, Key, Pad, Pointer, Resized, Wheel
from game.ui.geometry import Rect
from game.ui.intents import Direct
from game.ui.tree import Box, DisplayTree, Node
from game.view.stage import Stage

__all__ = ["KEYS", "PreviewStage"]

KEYS: Final = {
    "f1": "keys",
    "f2": "restart",
    "f3": "scenes",
    "f4": "marks",
    "f5": "read",
    "f6": "findings",
    "f7": "language",
    "f8": "size",
    "f9": "theme",
    "f10": "text",
}
"""The author's keys. The game itself has F11 of the function keys, and no other."""
_LIST_STEPS: Final = {"up": -1, "down": 1, "page_up": -8, "page_down": 8}


class PreviewStage(Stage):
    """The stage of the preview, for the window, the pictures and the tests."""

    def __init__(
        self,
        file: Path,
        measure: Measure,
        *,
        shown: str,
        catalogue: Catalogue,
        catalogues: Catalogues,
        today: date,
        language: str = SOURCE,
        theme: Theme = "paper",
        device: Device = WINDOW,
    ) -> None:
        """Read the file for the first time. `shown` is its name in findings and in the window's title."""
        self.bench = Workbench(
            file,
            measure,
            shown=shown,
            catalogue=catalogue,
            catalogues=catalogues,
            today=today,
            language=language,
            theme=theme,
            device=device,
        )
        self.game, self.desk = self.bench.game, self.bench.desk
        # Unlike in the game the title may tell what is open: this is the author's own screen.
        self._title = f"{TITLE}: preview of {shown}"
        self._actions = Actions(self.bench)
        self._now = 0.0
        self._tree: DisplayTree | None = None
        self._below: DisplayTree | None = None

    # What a window asks for

    @property
    def has_story(self) -> bool:
        """Whether there is anything to play."""
        return self.bench.story is not None

    @property
    def closing(self) -> bool:
        """Whether the window shall close."""
        return self.game.closing

    @property
    def theme(self) -> Theme:
        """The palette to paint with."""
        return self.game.theme

    @property
    def letters(self) -> Letters:
        """The letters to measure and to paint with."""
        return self.game.letters

    @property
    def full_screen(self) -> bool:
        """Whether the window shall fill the screen."""
        return self.game.full_screen

    @property
    def pointing(self) -> bool:
        """Whether the mouse is over something that can be pressed."""
        return bool(self.desk.hovered) or self.game.pointing

    def rescale(self, measure: Measure) -> None:
        """Use these widths from now on."""
        self.game.rescale(measure)
        self.desk.rescale(measure)

    def zoom(self, width: float, height: float) -> float:
        """How large everything is drawn in a window of so many dp, for the whole device to be seen in it."""
        self.bench.zoom = self.bench.device.zoom(width, height)
        return self.bench.zoom

    def sounds(self) -> tuple[str, ...]:
        """The sounds of what happened since the last call."""
        return self.game.sounds()

    # Time, and what is saved meanwhile

    def tick(self, now: float) -> float | None:
        """Let the story go on, and look whether its file was saved."""
        self._now = now
        version = self.bench.feed.look(now)
        if version is not None:
            self.bench.take(version)
        stuck = self.game.stuck
        dues = [self.bench.feed.due, self.game.tick(now) if self.has_story else None]
        if self.game.stuck != stuck:
            self.desk.changed = True
        return min((due for due in dues if due is not None), default=None)

    # What is on the screen

    def draw(self) -> DisplayTree:
        """The game's screen with the author's strip and panels; the same object as long as nothing changed."""
        below = self.game.draw() if self.has_story else None
        if self._tree is not None and below is self._below and not self.desk.changed:
            return self._tree
        self._below = below
        width, height = self.desk.size
        parts: list[Node] = []
        if below is not None:
            rect = self.bench.device_rect
            outline = Box(None, outline="ink", outline_width=2 / self.bench.zoom)
            edge = [] if self.bench.device.size is None else [Node(rect=rect.grown(2 / self.bench.zoom), box=outline)]
            parts = [Node(rect=rect, clip=True, children=(below.root,)), *edge]
        parts += self.desk.nodes(make_sheet(self.bench.outline()))
        focus = self.desk.focus or (below.focus if below is not None else "")
        self._tree = DisplayTree(
            root=Node(rect=Rect(0, 0, width, height), box=Box("line"), children=tuple(parts)),
            title=self._title,
            focus=focus,
            focus_visible=bool(self.desk.focus) or (below is not None and below.focus_visible),
            language=below.language if below is not None else SOURCE,
            rtl=below.rtl if below is not None else False,
        )
        return self._tree

    # What happened

    def handle(self, event: Event) -> None:
        """Take one event: the author's own, or the game's."""
        # What it does may change what the strip says; a mouse that moves does not.
        self.desk.changed |= not (isinstance(event, Pointer) and event.kind == "move")
        match event:
            case Resized(width, height):
                self.bench.resize(width, height)
            case Pointer():
                self._point(event)
            case Wheel(x, y, _) if self.desk.holds(x, y):
                self.desk.wheel(event)
            case Wheel(x, y, down):
                rect = self.bench.device_rect
                self._hand_on(Wheel(x - rect.x, y - rect.y, down))
            case Key():
                if not self._press_key(event):
                    self._hand_on(event)
            case Pad() if self.desk.is_list:
                pass
            case CloseWindow():
                self.game.handle(event)
            case _:
                self._hand_on(event)

    def _hand_on(self, event: Event) -> None:
        """To the game; while there is nothing to play it hears of Escape alone, which closes it."""
        if self.has_story or (isinstance(event, Key) and event.name == "escape"):
            self.game.handle(event)

    def _point(self, event: Pointer) -> None:
        rect = self.bench.device_rect
        inside = Pointer(event.kind, event.x - rect.x, event.y - rect.y, event.touch)
        on_desk = self.desk.holds(event.x, event.y)
        if self.desk.is_pressed or (on_desk and event.kind != "up"):
            if on_desk and event.kind == "move":
                self._hand_on(Pointer("move", -1, -1))
            intent = self.desk.point(event, self._now)
            if intent is not None:
                self.perform(intent)
            return
        self.desk.hover("")
        self._hand_on(inside)

    def _press_key(self, key: Key) -> bool:
        """Whether a key was the author's."""
        what = KEYS.get(key.name, "") if not (key.control or key.alt) else ""
        if what:
            if not key.repeat or what in ("findings", "language", "theme"):
                self.perform(Direct(what), back=key.shift)
            return True
        if key.name == "escape" and self.desk.open:
            self.desk.show("")
            return True
        return self.desk.is_list and self._press_in_list(key)

    def _press_in_list(self, key: Key) -> bool:
        if key.name in _LIST_STEPS:
            self.desk.step(_LIST_STEPS[key.name])
        elif key.name == "tab":
            self.desk.step(-1 if key.shift else 1)
        elif key.name in ("return", "space") and not key.repeat and (intent := self.desk.take()) is not None:
            self.perform(intent)
        return True

    def perform(self, intent: Direct, *, back: bool = False) -> None:
        """Do what the author wants; `back` goes through values, findings and languages the other way round."""
        self._actions.perform(intent, back)
        self.desk.changed = True
