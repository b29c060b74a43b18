"""The game as the preview drives it: an app that a story with errors cannot bring down, and whose story may change."""

from collections.abc import Callable
from dataclasses import replace

from game.app.app import App
from game.app.drawing import draw_sitting
from game.app.effects import Refused
from game.app.keeping import Keeper
from game.app.settings import Settings
from game.app.sitting import Sitting
from game.app.story_screens import begin, switch_language
from game.app.world import World
from game.design import Letters, Theme
from game.story.explore import walk_to
from game.story.model import Scenario
from game.studio.preview.kept_place import keep_place
from game.studio.preview.marks import annotate
from game.text.model import Measure
from game.ui.events import Event
from game.ui.frame import Frame
from game.ui.geometry import Rect
from game.ui.intents import Change, Choose, Intent
from game.ui.parts import page, words
from game.ui.tree import Box, DisplayTree, Node

__all__ = ["PreviewGame"]


class PreviewGame:
    """Hands everything on to an app, and holds its sitting before: what breaks under a story leaves it as it was.

    What the game's own checks would have kept from it (a way to nowhere, a person who is not there) stops the story and
    is told in `stuck`; the next version, a restart or a jump sets it going again.
    """

    def __init__(self, world: World, settings: Settings, measure: Measure) -> None:
        self.stuck = ""
        """Why the story cannot go on, if it cannot."""
        self.failed: Exception | None = None
        """Why the last screen could not be drawn, if it could not."""
        keeper = Keeper(refused=self._hear_refusal)
        self._app = App(world, keeper.open_sitting(world, settings), measure, keeper=keeper, draw=self._draw_plain)

    # What a window asks an app for

    @property
    def sitting(self) -> Sitting:
        """The game as it is now; to be held, and put back with `go_back`."""
        return self._app.sitting

    @property
    def closing(self) -> bool:
        """Whether the window shall close."""
        return self._app.closing

    @property
    def theme(self) -> Theme:
        """The palette to paint with."""
        return self._app.theme

    @property
    def letters(self) -> Letters:
        """The letters to measure and to paint with."""
        return self._app.letters

    @property
    def full_screen(self) -> bool:
        """Whether the window shall fill the screen."""
        return self._app.full_screen

    @property
    def pointing(self) -> bool:
        """Whether the mouse is over something that can be pressed."""
        return self._app.pointing

    def rescale(self, measure: Measure) -> None:
        """Use these widths from now on."""
        self._app.rescale(measure)

    def resize(self, width: float, height: float) -> None:
        """The game's own screen is so many dp now."""
        self._app.resize(width, height)

    def sounds(self) -> tuple[str, ...]:
        """The sounds of what happened since the last call."""
        return self._app.sounds()

    def draw(self) -> DisplayTree:
        """The game's screen, the author's marks in it where they are wanted."""
        return self._app.draw()

    def tick(self, now: float) -> float | None:
        """Let beats arrive, as far as the story goes."""
        try:
            return self._app.tick(now)
        except Exception as error:  # noqa: BLE001 - a story with errors may break anything: the author is told, and mends it
            self._stop(error)
            return None

    def handle(self, event: Event) -> None:
        """Take one event; what the story breaks under changes nothing."""
        self._try(lambda: self._app.handle(event))

    def perform(self, intent: Intent) -> None:
        """Carry out an intent; one that the story breaks under changes nothing."""
        self._try(lambda: self._app.perform(intent))

    def change(self, setting: str, value: str | int) -> None:
        """Change a setting for this window."""
        self.perform(Change(setting, value))

    def _try(self, do: Callable[[], None]) -> None:
        before = self.sitting
        try:
            do()
            if self.sitting.screen in ("welcome", "band") and self.sitting.cards:
                # There is no first start here, and one story only.
                self.open_directly(self.sitting.cards[0].id)
        except Exception as error:  # noqa: BLE001 - as above
            self._app.sitting = before
            self._stop(error)

    def _hear_refusal(self, refused: Refused) -> None:
        # The game passes over a press that came too late; here the answer may lead nowhere.
        if isinstance(refused.intent, Choose):
            self._stop(ValueError(refused.reason))

    def _stop(self, error: Exception) -> None:
        """The story cannot go on from here."""
        reason = str(error) if isinstance(error, ValueError) else f"something it names is not there ({error})"
        self.stuck = f"The story cannot go on here: {reason}."

    # What an author does with it

    def go_back(self, sitting: Sitting, stuck: str) -> None:
        """Everything is as it was, the story stuck or not."""
        self._app.sitting, self.stuck = sitting, stuck

    def take(self, scenario: Scenario) -> str:
        """Go on in a new version that the shelf has already, at the same place; what is to be said of that place."""
        world, sitting = self._app.world, self.sitting
        cards = tuple(world.shelf.cards())
        sitting = replace(
            sitting,
            cards=cards,
            settings=replace(sitting.settings, band=scenario.band),
            last=None if sitting.last is None else next(iter(cards)),
            story=scenario.id if sitting.story else "",
        )
        said = ""
        if sitting.playing is not None and sitting.source is not None:
            kept = keep_place(sitting.source, scenario, sitting.playing)
            sitting = switch_language(world, sitting, scenario, kept.playing)
            said = kept.said
        elif sitting.screen == "page":
            shown = world.translations.show(scenario, sitting.language)
            sitting = replace(sitting, page=shown.scenario, in_english=shown.in_english)
        self.go_back(sitting, "")
        return said

    def open_directly(self, story: str) -> None:
        """Show the topic note of the story."""
        self._app.open_directly(story)

    def restart(self) -> None:
        """The story from its first beat."""
        world = self._app.world
        scenario = world.shelf.scenario(self.sitting.story)
        self.go_back(begin(world, replace(self.sitting, panels=()), scenario), "")

    def jump(self, scene: str) -> bool:
        """On a shortest way to the first beat of a scene; False where none leads there."""
        world = self._app.world
        scenario = world.shelf.scenario(self.sitting.story)
        walk = walk_to(scenario, scene)
        if walk is None:
            return False
        self.go_back(begin(world, replace(self.sitting, panels=()), scenario, walk.state), "")
        return True

    # What it looks like

    @property
    def shows_marks(self) -> bool:
        """Whether an author's marks stand in the chat."""
        return self._app.draw_screen == self._draw_marked

    def switch_marks(self) -> None:
        """Put the marks in, or take them out."""
        self._app.draw_screen = self._draw_plain if self.shows_marks else self._draw_marked

    def _draw_plain(self, world: World, sitting: Sitting, frame: Frame, now: float) -> Node:
        self.failed = None
        try:
            return draw_sitting(world, sitting, frame, now)
        except Exception as error:  # noqa: BLE001 - a story with errors may break anything: the author is told, and mends it
            return self._cannot_draw(frame, error)

    def _draw_marked(self, world: World, sitting: Sitting, frame: Frame, now: float) -> Node:
        root = self._draw_plain(world, sitting, frame, now)
        if self.failed is not None or sitting.playing is None:
            return root
        try:
            return annotate(root, frame, sitting.playing.scenario)
        except Exception as error:  # noqa: BLE001 - as above
            return self._cannot_draw(frame, error)

    def _cannot_draw(self, frame: Frame, error: Exception) -> Node:
        self.failed = error
        self._stop(error)
        said = words(frame, "This place of the story cannot be shown.", "heading", frame.width - 2 * frame.margin)
        sheet = page([said.at(frame.margin, frame.height * 0.3)], frame.width, frame.height, box=Box("ground"))
        return sheet.replaced(rect=Rect(0, 0, frame.width, frame.height))
