"""What the author can do with the preview, by key, button or list: each a few calls of what the stage is made of."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from game.design import THEMES
from game.studio.preview.devices import DEVICES, TEXT_STEPS, following
from game.studio.preview.lists import scene_rows
from game.ui.intents import Direct

if TYPE_CHECKING:
    from game.studio.preview.stage import PreviewStage

__all__ = ["Actions"]

_Setting: TypeAlias = Literal["language", "theme", "text_size"]


class Actions:
    """Carries out what the author wants of one stage."""

    def __init__(self, stage: "PreviewStage") -> None:
        self._stage = stage

    def perform(self, intent: Direct, back: bool) -> None:
        """Do it; `back` goes through values and findings the other way round. KeyError for what nobody can do."""
        actions: dict[str, Callable[[], None]] = {
            "close": lambda: self._stage.desk.show(""),
            "findings": lambda: self._show_findings(back),
            "next": lambda: self._stage.desk.step(-1 if back else 1),
            "finding": lambda: self._stage.desk.show("findings", int(intent.value)),
            "keys": lambda: self._stage.desk.show("" if self._stage.desk.open == "keys" else "keys"),
            "scenes": self._show_scenes,
            "read": lambda: self._stage.take(self._stage.feed.read()),
            "marks": self._switch_marks,
            "restart": self._restart,
            "topic": self._show_topic,
            "jump": lambda: self._jump(intent.value),
            "language": lambda: self._change("language", [code for code, _ in self._stage.languages.names()], back),
            "theme": lambda: self._change("theme", THEMES, back),
            "text": lambda: self._change("text_size", TEXT_STEPS, back),
            "size": lambda: self._change_device(back),
        }
        actions[intent.what]()

    def _show_findings(self, back: bool) -> None:
        if self._stage.desk.open == "findings":
            self._stage.desk.step(-1 if back else 1)
        elif self._stage.version.findings:
            self._stage.desk.show("findings")
        else:
            self._stage.said = "Nothing was found in the file."

    def _show_scenes(self) -> None:
        if self._stage.story is None or self._stage.desk.open == "scenes":
            self._stage.desk.show("")
            return
        playing = self._stage.session.playing if self._stage.session.screen == "story" else None
        scenes = [row.intent.value for row in scene_rows(self._stage.story, "") if not row.disabled]
        here = playing.state.next.scene if playing is not None else ""
        self._stage.desk.show("scenes", scenes.index(here) if here in scenes else 0)

    def _switch_marks(self) -> None:
        self._stage.app.shows_marks = not self._stage.app.shows_marks
        self._stage.app.show_anew()

    def _restart(self) -> None:
        if self._stage.has_story:
            self._stage.said = ""
            self._stage.session.restart()
            self._stage.app.show_anew()
            self._close_list()

    def _show_topic(self) -> None:
        if self._stage.story is not None:
            self._stage.said = ""
            self._stage.session.open_directly(self._stage.story.id)
            self._stage.app.show_anew()
            self._close_list()

    def _jump(self, scene: str) -> None:
        self._stage.said = "" if self._stage.session.jump(scene) else f"No way leads to {scene}."
        self._stage.app.show_anew()
        self._close_list()

    def _close_list(self) -> None:
        if self._stage.desk.is_list:
            self._stage.desk.show("")

    def _change(self, setting: _Setting, values: Sequence[str | int], back: bool) -> None:
        now = self._stage.session.language if setting == "language" else getattr(self._stage.session.settings, setting)
        self._stage.session.change(setting, following(values, now, back=back))
        self._stage.app.show_anew()

    def _change_device(self, back: bool) -> None:
        self._stage.device = following(DEVICES, self._stage.device, back=back)
        self._stage.resize(*self._stage.desk.size)
