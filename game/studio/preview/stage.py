"""The preview as one object for the window: the game on a screen of its own, the author's strip and panels over it."""

from datetime import date
from pathlib import Path
from typing import Final

from game.app.settings import Settings
from game.content.files.catalogue import Catalogue
from game.design import Letters, Theme
from game.i18n.catalogues import SOURCE, Catalogues
from game.story.model import Scenario
from game.studio.preview.actions import Actions
from game.studio.preview.desk import Desk
from game.studio.preview.devices import WINDOW, Device
from game.studio.preview.feed import VersionFeed
from game.studio.preview.outline import make_sheet
from game.studio.preview.shelf import PreviewLanguages, PreviewShelf, preview_world
from game.studio.preview.sitting import PreviewApp, PreviewSession
from game.studio.preview.version import Version
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
        self.shown = shown
        self.feed = VersionFeed(file, catalogue, shown)
        self._shelf = PreviewShelf(file)
        self.languages = PreviewLanguages(catalogues, language, file.parent)
        settings = Settings(language=language, theme=theme, band="11-13", adult_page_seen=True)
        world = preview_world(self._shelf, self.languages, today)
        self.session = PreviewSession(world, settings, title=f"preview of {shown}")
        self.app = PreviewApp(self.session, measure)
        self.desk = Desk(measure)
        self._actions = Actions(self)
        self.device = device
        self.version = Version(scenario=None, findings=())
        self.shows_old = False
        """Whether an earlier version than the file's is on the screen."""
        self.said = ""
        """What became of the place when the last version came."""
        self._now = 0.0
        self._zoom = 1.0
        self._tree: DisplayTree | None = None
        self._below: DisplayTree | None = None
        self.resize(1280.0, 800.0)
        self.take(self.feed.read())

    # What a window asks for

    @property
    def has_story(self) -> bool:
        """Whether there is anything to play."""
        return self.story is not None

    @property
    def story(self) -> Scenario | None:
        """The story that is played, as it was written; errors and all."""
        return self._shelf.story

    @property
    def closing(self) -> bool:
        """Whether the window shall close."""
        return self.app.closing

    @property
    def theme(self) -> Theme:
        """The palette to paint with."""
        return self.app.theme

    @property
    def letters(self) -> Letters:
        """The letters to measure and to paint with."""
        return self.app.letters

    @property
    def full_screen(self) -> bool:
        """Whether the window shall fill the screen."""
        return self.app.full_screen

    @property
    def pointing(self) -> bool:
        """Whether the mouse is over something that can be pressed."""
        return bool(self.desk.hovered) or self.app.pointing

    def rescale(self, measure: Measure) -> None:
        """Use these widths from now on."""
        self.app.rescale(measure)
        self.desk.rescale(measure)

    def zoom(self, width: float, height: float) -> float:
        """How large everything is drawn in a window of so many dp, for the whole device to be seen in it."""
        self._zoom = self.device.zoom(width, height)
        return self._zoom

    def sounds(self) -> tuple[str, ...]:
        """The sounds of what happened since the last call."""
        return self.app.sounds()

    def resize(self, width: float, height: float) -> None:
        """The window has so many dp, or the device in it is another one."""
        self.desk.resize(width, height, 1 / self._zoom)
        room = self._device_rect()
        self.app.resize(room.width, room.height)

    def _device_rect(self) -> Rect:
        """Where the game's screen stands in the window."""
        room, size = self.desk.room, self.device.size
        if size is None:
            return room
        width, height = size
        return Rect(max(0.0, (room.width - width) / 2), max(0.0, (room.height - height) / 2), width, height)

    # Time, and what is saved meanwhile

    def tick(self, now: float) -> float | None:
        """Let the story go on, and look whether its file was saved."""
        self._now = now
        version = self.feed.look(now)
        if version is not None:
            self.take(version)
        stuck = self.session.stuck
        dues = [self.feed.due, self.app.tick(now) if self.has_story else None]
        if self.session.stuck != stuck:
            self.desk.changed = True
        return min((due for due in dues if due is not None), default=None)

    def take(self, version: Version) -> None:
        """Go on with a version: at the same place where it can be played, else over what was there before."""
        known = {(one.slug, one.message) for one in self.version.errors}
        self.version, self.said = version, ""
        self.shows_old = not self._play(version) and self.has_story
        errors = version.errors
        new = [index for index, one in enumerate(errors) if (one.slug, one.message) not in known]
        if errors and (new or version.scenario is None):
            self.desk.show("findings", new[0] if new else 0)
        elif self.desk.open == "findings":
            self.desk.show("findings" if errors else "", min(self.desk.chosen, max(0, len(version.findings) - 1)))
        self.desk.changed = True

    def _play(self, version: Version) -> bool:
        """Put a version on the screen; False where it cannot be played, and everything is as it was."""
        if version.scenario is None:
            return False
        before, go_back = self._shelf.story, self.session.memento()
        self._shelf.story = version.scenario
        try:
            self.said = self.session.take(version.scenario)
            if before is None:
                self.session.open_directly(version.scenario.id)
            self.app.show_anew()
            self.app.draw()
            is_shown = self.app.failed is None
        except Exception:  # a story with errors may break anything: what is wrong stands among the findings
            is_shown = False
        if not is_shown and before is not None:
            go_back()
            self._shelf.story, self.said = before, ""
            self.app.show_anew()
        return is_shown

    # What is on the screen

    def draw(self) -> DisplayTree:
        """The game's screen with the author's strip and panels; the same object as long as nothing changed."""
        below = self.app.draw() if self.has_story else None
        if self._tree is not None and below is self._below and not self.desk.changed:
            return self._tree
        self._below = below
        width, height = self.desk.size
        parts: list[Node] = []
        if below is not None:
            rect = self._device_rect()
            outline = Box(None, outline="ink", outline_width=2 / self._zoom)
            edge = [] if self.device.size is None else [Node(rect=rect.grown(2 / self._zoom), box=outline)]
            parts = [Node(rect=rect, clip=True, children=(below.root,)), *edge]
        parts += self.desk.nodes(make_sheet(self))
        focus = self.desk.focus or (below.focus if below is not None else "")
        self._tree = DisplayTree(
            root=Node(rect=Rect(0, 0, width, height), box=Box("line"), children=tuple(parts)),
            title=self.session.window_title,
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
                self.resize(width, height)
            case Pointer():
                self._point(event)
            case Wheel(x, y, _) if self.desk.holds(x, y):
                self.desk.wheel(event)
            case Wheel(x, y, down):
                rect = self._device_rect()
                self._hand_on(Wheel(x - rect.x, y - rect.y, down))
            case Key():
                if not self._press_key(event):
                    self._hand_on(event)
            case Pad() if self.desk.is_list:
                pass
            case CloseWindow():
                self.app.handle(event)
            case _:
                self._hand_on(event)

    def _hand_on(self, event: Event) -> None:
        """To the game; while there is nothing to play it hears of Escape alone, which closes it."""
        if self.has_story or (isinstance(event, Key) and event.name == "escape"):
            self.app.handle(event)

    def _point(self, event: Pointer) -> None:
        rect = self._device_rect()
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
