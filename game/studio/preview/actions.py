"""What the author can do with the preview, by key, button or list: each a few calls of what lies on the bench."""

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

from game.design import THEMES
from game.studio.preview.devices import DEVICES, TEXT_STEPS, following
from game.studio.preview.lists import scene_rows
from game.studio.preview.workbench import Workbench
from game.ui.intents import Direct

__all__ = ["Actions"]

_Setting: TypeAlias = Literal["language", "theme", "text_size"]


class Actions:
    """Carries out what the author wants on one bench."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def perform(self, intent: Direct, back: bool) -> None:
        """Do it; `back` goes through values and findings the other way round. KeyError for what nobody can do."""
        bench = self._bench
        actions: dict[str, Callable[[], None]] = {
            "close": lambda: bench.desk.show(""),
            "findings": lambda: self._show_findings(back),
            "next": lambda: bench.desk.step(-1 if back else 1),
            "finding": lambda: bench.desk.show("findings", int(intent.value)),
            "keys": lambda: bench.desk.show("" if bench.desk.open == "keys" else "keys"),
            "scenes": self._show_scenes,
            "read": lambda: bench.take(bench.feed.read()),
            "marks": bench.game.switch_marks,
            "restart": self._restart,
            "topic": self._show_topic,
            "jump": lambda: self._jump(intent.value),
            "language": lambda: self._change("language", [code for code, _ in bench.languages.names()], back),
            "theme": lambda: self._change("theme", THEMES, back),
            "text": lambda: self._change("text_size", TEXT_STEPS, back),
            "size": lambda: self._change_device(back),
        }
        actions[intent.what]()

    def _show_findings(self, back: bool) -> None:
        if self._bench.desk.open == "findings":
            self._bench.desk.step(-1 if back else 1)
        elif self._bench.version.findings:
            self._bench.desk.show("findings")
        else:
            self._bench.said = "Nothing was found in the file."

    def _show_scenes(self) -> None:
        if self._bench.story is None or self._bench.desk.open == "scenes":
            self._bench.desk.show("")
            return
        scenes = [row.intent.value for row in scene_rows(self._bench.story, "") if not row.disabled]
        here = self._bench.scene
        self._bench.desk.show("scenes", scenes.index(here) if here in scenes else 0)

    def _restart(self) -> None:
        if self._bench.story is not None:
            self._bench.said = ""
            self._bench.game.restart()
            self._close_list()

    def _show_topic(self) -> None:
        if self._bench.story is not None:
            self._bench.said = ""
            self._bench.game.open_directly(self._bench.story.id)
            self._close_list()

    def _jump(self, scene: str) -> None:
        self._bench.said = "" if self._bench.game.jump(scene) else f"No way leads to {scene}."
        self._close_list()

    def _close_list(self) -> None:
        if self._bench.desk.is_list:
            self._bench.desk.show("")

    def _change(self, setting: _Setting, values: Sequence[str | int], back: bool) -> None:
        sitting = self._bench.game.sitting
        now = sitting.language if setting == "language" else getattr(sitting.settings, setting)
        self._bench.game.change(setting, following(values, now, back=back))

    def _change_device(self, back: bool) -> None:
        self._bench.device = following(DEVICES, self._bench.device, back=back)
        self._bench.resize(*self._bench.desk.size)
