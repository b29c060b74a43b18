"""The game as the preview drives it: a sitting and an app that a story with errors cannot bring down."""

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from typing import Any

from game.app.app import App
from game.app.session import Session
from game.app.settings import Settings
from game.app.story_steps import carry_out
from game.app.world import World
from game.shown import playing_steps
from game.shown.playing import Playing
from game.story.explore import walk_to
from game.story.model import Scenario
from game.story.sign_cards import sign_cards
from game.studio.preview.kept_place import keep_place
from game.studio.preview.marks import annotate
from game.text.model import Measure
from game.ui.frame import Frame
from game.ui.geometry import Rect
from game.ui.intents import Change, Choose, Intent
from game.ui.parts import page, words
from game.ui.tree import Box, Node

__all__ = ["PreviewApp", "PreviewSession"]


class PreviewSession(Session):
    """A sitting in which the text of the open story may change, and nothing is kept.

    What the game's own checks would have kept from it (a way to nowhere, a person who is not there) stops it and is
    told in `stuck`; the next version, a restart or a jump sets it going again.
    """

    def __init__(self, world: World, settings: Settings, *, title: str) -> None:
        """`title` names the file in the window's title."""
        super().__init__(world, settings)
        self._title = title
        self.stuck = ""
        self._stuck_at: Playing | None = None

    @property
    def window_title(self) -> str:
        """Unlike in the game it may tell what is open: this is the author's own screen."""
        return f"Look Twice: {self._title}"

    @property
    def source(self) -> Scenario | None:
        """The story that is played, as it was written."""
        return self._source if self.playing is not None else None

    def memento(self) -> Callable[[], None]:
        """What brings the sitting back to how it is now."""
        kept: dict[str, Any] = {name: copy(value) if name == "panels" else value for name, value in vars(self).items()}
        return lambda: vars(self).update(kept)

    def take(self, scenario: Scenario) -> str:
        """Go on in a new version that the shelf has already, at the same place; what is to be said of that place."""
        self.cards = tuple(self.world.shelf.cards())
        if self.settings.band != scenario.band:
            self.settings = replace(self.settings, band=scenario.band)
        self.last = None if self.last is None else next(iter(self.cards))
        if self.story:
            self.story = scenario.id
        self._let_go()
        said = ""
        if self.playing is not None and self._source is not None:
            kept = keep_place(self._source, scenario, self.playing)
            self._show(scenario, kept.playing)
            said = kept.said
        elif self.screen == "page":
            self.page = self.translations.show(scenario, self.language)
        self.changed = True
        return said

    def restart(self) -> None:
        """The story from its first beat."""
        self._begin(None)

    def jump(self, scene: str) -> bool:
        """On a shortest way to the first beat of a scene; False where none leads there."""
        scenario = self.world.shelf.scenario(self.story)
        walk = walk_to(scenario, scene)
        if walk is None:
            return False
        self._begin(Playing(scenario=scenario, state=walk.state))
        return True

    def _begin(self, playing: Playing | None) -> None:
        scenario = self.world.shelf.scenario(self.story)
        self.panels.clear()
        self.notice = ""
        self.story, self.screen = scenario.id, "story"
        self._let_go()
        self._show(scenario, playing or playing_steps.begin(scenario))

    def _show(self, scenario: Scenario, playing: Playing) -> None:
        self._source = scenario
        shown = self.translations.show(scenario, self.language)
        self.sign_cards = sign_cards(shown, tuple(self.signs.values()))
        self.playing = replace(playing, scenario=shown)
        self.changed = True

    def _let_go(self) -> None:
        self.stuck, self._stuck_at = "", None

    def pass_time(self, now: float) -> float | None:
        """Let beats arrive, as far as the story goes."""
        if self._stuck_at is not None and self._stuck_at is self.playing:
            return None
        try:
            return super().pass_time(now)
        except Exception as error:  # a story with errors may break anything: the author is told, and mends it
            self.stop(error)
            return None

    def perform(self, intent: Intent, now: float) -> None:
        """Carry out an intent; one that the story breaks under changes nothing."""
        go_back, before = self.memento(), self.playing
        try:
            super().perform(intent, now)
            if isinstance(intent, Choose) and before is not None and self.playing is before:
                # The game passes over a press that came too late; here the answer may lead nowhere.
                carry_out(before, intent)
            if self.screen in ("welcome", "band") and self.cards:
                # There is no first start here, and one story only.
                self.open_directly(self.cards[0].id)
        except Exception as error:  # as above
            go_back()
            self.stop(error)

    def stop(self, error: Exception) -> None:
        """The story cannot go on from here."""
        reason = str(error) if isinstance(error, ValueError) else f"something it names is not there ({error})"
        self.stuck, self._stuck_at = f"The story cannot go on here: {reason}.", self.playing
        self.changed = True

    def change(self, setting: str, value: str | int) -> None:
        """Change a setting for this window."""
        self.perform(Change(setting, value), 0.0)


class PreviewApp(App):
    """The app with an author's marks in the chat; a screen that cannot be drawn is told and not raised."""

    def __init__(self, session: PreviewSession, measure: Measure) -> None:
        super().__init__(session, measure)
        self.preview = session
        self.shows_marks = False
        self.failed: Exception | None = None
        """Why the last screen could not be drawn."""

    def draw_root(self, frame: Frame) -> Node:
        """The game's screen, the marks in it where they are wanted."""
        self.failed = None
        try:
            root = super().draw_root(frame)
            playing = self.session.playing
            if self.shows_marks and playing is not None:
                root = annotate(root, frame, playing.scenario)
        except Exception as error:  # a story with errors may break anything: the author is told, and mends it
            self.failed = error
            self.preview.stop(error)
            return _cannot_draw(frame)
        return root

    def show_anew(self) -> None:
        """Forget what was built of the old text."""
        self._kept.clear()
        self._dirty = True


def _cannot_draw(frame: Frame) -> Node:
    said = words(frame, "This place of the story cannot be shown.", "heading", frame.width - 2 * frame.margin)
    sheet = page([said.at(frame.margin, frame.height * 0.3)], frame.width, frame.height, box=Box("ground"))
    return sheet.replaced(rect=Rect(0, 0, frame.width, frame.height))
