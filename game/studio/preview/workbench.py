"""The story on the author's bench: its versions as they are saved, the game it is played in, the desk beside it."""

from datetime import date
from pathlib import Path

from game.app.settings import Settings
from game.content.files.catalogue import Catalogue
from game.design import Theme
from game.i18n.catalogues import SOURCE, Catalogues
from game.story.model import Scenario
from game.studio.preview.desk import Desk
from game.studio.preview.devices import Device
from game.studio.preview.feed import VersionFeed
from game.studio.preview.game import PreviewGame
from game.studio.preview.outline import Outline
from game.studio.preview.shelf import PreviewLanguages, PreviewShelf, preview_world
from game.studio.preview.version import Version
from game.text.model import Measure
from game.ui.geometry import Rect

__all__ = ["Workbench"]


class Workbench:
    """Takes versions of a story, and lays the game and the desk out for a window."""

    def __init__(
        self,
        file: Path,
        measure: Measure,
        *,
        shown: str,
        catalogue: Catalogue,
        catalogues: Catalogues,
        today: date,
        language: str,
        theme: Theme,
        device: Device,
    ) -> None:
        """Read the file for the first time. `shown` is its name in findings."""
        self.shown = shown
        self.feed = VersionFeed(file, catalogue, shown)
        self._shelf = PreviewShelf(file)
        self.languages = PreviewLanguages(catalogues, language, file.parent)
        settings = Settings(language=language, theme=theme, band="11-13", adult_page_seen=True)
        self.game = PreviewGame(preview_world(self._shelf, self.languages, today), settings, measure)
        self.desk = Desk(measure)
        self.device = device
        self.zoom = 1.0
        self.version = Version(scenario=None, findings=())
        self.shows_old = False
        """Whether an earlier version than the file's is on the screen."""
        self.said = ""
        """What became of the place when the last version came."""
        self.resize(1280.0, 800.0)
        self.take(self.feed.read())

    @property
    def story(self) -> Scenario | None:
        """The story that is played, as it was written; errors and all."""
        return self._shelf.story

    @property
    def scene(self) -> str:
        """The scene that is played; empty where none is."""
        sitting = self.game.sitting
        return sitting.playing.state.next.scene if sitting.playing is not None and sitting.screen == "story" else ""

    # Versions

    def take(self, version: Version) -> None:
        """Go on with a version: at the same place where it can be played, else over what was there before."""
        known = {(one.slug, one.message) for one in self.version.errors}
        self.version, self.said = version, ""
        self.shows_old = not self._play(version) and self.story is not None
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
        before, sitting, stuck = self._shelf.story, self.game.sitting, self.game.stuck
        self._shelf.story = version.scenario
        try:
            self.said = self.game.take(version.scenario)
            if before is None:
                self.game.open_directly(version.scenario.id)
            self.game.draw()
            is_shown = self.game.failed is None
        except Exception:  # noqa: BLE001 - a story with errors may break anything: what is wrong stands among the findings
            is_shown = False
        if not is_shown and before is not None:
            self._shelf.story, self.said = before, ""
            self.game.go_back(sitting, stuck)
        return is_shown

    def outline(self) -> Outline:
        """What there is to tell the author now."""
        game, sitting, story = self.game, self.game.sitting, self.story
        is_translated = sitting.language != SOURCE and story is not None
        return Outline(
            file=self.shown,
            version=self.version,
            story=story,
            shows_old=self.shows_old,
            opened=self.desk.open,
            said=self.said,
            stuck=game.stuck,
            scene=self.scene,
            language=sitting.language,
            language_name=dict(self.languages.names())[sitting.language],
            in_english=sitting.in_english,
            missing=self.languages.missing(sitting.language, story) if is_translated and story is not None else 0,
            device=self.device.name,
            theme=sitting.settings.theme,
            text_size=sitting.settings.text_size,
            shows_marks=game.shows_marks,
        )

    # Where things stand in the window

    def resize(self, width: float, height: float) -> None:
        """The window has so many dp, or the device in it is another one."""
        self.desk.resize(width, height, 1 / self.zoom)
        room = self.device_rect
        self.game.resize(room.width, room.height)

    @property
    def device_rect(self) -> Rect:
        """Where the game's screen stands in the window."""
        room, size = self.desk.room, self.device.size
        if size is None:
            return room
        width, height = size
        return Rect(max(0.0, (room.width - width) / 2), max(0.0, (room.height - height) / 2), width, height)
