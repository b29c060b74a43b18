"""Lets the tests of the preview be an author: saves, presses, waits, and reads what is on the screen."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from game.content.shipped import load_catalogue
from game.extract.compiling import open_catalogues
from game.shown.playing import Playing
from game.studio.preview.devices import WINDOW, Device
from game.studio.preview.stage import PreviewStage
from game.ui.dump import dump_tree
from game.ui.events import Event, Key, Pointer, Resized
from game.ui.intents import GoOn, ShowAll
from game.ui.tree import find
from game.view.fonts import PygameMeasure

STORIES = Path(__file__).parents[1] / "data" / "stories"
CATALOGUE = load_catalogue().catalogue
MEASURE = PygameMeasure(1.0)


class Author:
    """Somebody with a text editor on one side and the preview on the other."""

    def __init__(self, file: Path, *, device: Device = WINDOW, language: str = "en") -> None:
        self.file = file
        self._saved = 0
        self.now = 1000.0
        self.stage = PreviewStage(
            file,
            MEASURE,
            shown="scenario.yaml",
            catalogue=CATALOGUE,
            catalogues=open_catalogues(),
            today=date(2026, 1, 1),
            language=language,
            device=device,
        )
        self.stage.handle(Resized(1280.0, 800.0))
        self.wait(0.0)

    @property
    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")

    def write(self, text: str | bytes) -> None:
        """Save, in a way that even a clock of whole seconds tells apart."""
        data = text.encode() if isinstance(text, str) else text
        self.file.write_bytes(data)
        self._saved += 1
        os.utime(self.file, (1_700_000_000 + self._saved, 1_700_000_000 + self._saved))

    def save(self, text: str | bytes, *, wait: float = 0.5) -> None:
        self.write(text)
        self.wait(0.01)
        self.wait(wait)

    def replace(self, old: str, new: str) -> None:
        text = self.text
        assert old in text
        self.save(text.replace(old, new, 1))

    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.stage.tick(self.now)
        self.stage.draw()

    def do(self, event: Event) -> None:
        self.stage.handle(event)
        self.wait(0.02)

    def key(self, name: str, *, shift: bool = False) -> None:
        self.do(Key(name, shift=shift))

    def press(self, name: str) -> None:
        placed = find(self.stage.draw(), name)
        assert placed is not None, f"{name} is not on the screen:\n{self.screen}"
        x, y = placed.visible.centre
        assert placed.visible.height > 0, f"{name} cannot be seen"
        self.do(Pointer("down", x, y))
        self.do(Pointer("up", x, y))

    def sees(self, name: str) -> bool:
        placed = find(self.stage.draw(), name)
        return placed is not None and placed.visible.height > 0

    @property
    def screen(self) -> str:
        return dump_tree(self.stage.draw())

    @property
    def said(self) -> str:
        """What the strip says."""
        placed = find(self.stage.draw(), "author:said")
        assert placed is not None
        return placed.node.label

    @property
    def playing(self) -> Playing:
        playing = self.stage.game.sitting.playing
        assert playing is not None, "no story is played"
        return playing

    def read(self) -> None:
        """Everything up to the next decision."""
        for _ in range(20):
            if self.playing.feedback is not None or self.playing.state.awaiting == "look_back":
                self.stage.game.perform(GoOn())
            elif self.playing.is_reading:
                self.stage.game.perform(ShowAll())
            else:
                break
        self.wait(1.0)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """The file of a story of one's own."""
    shutil.copytree(STORIES / "one-more-game", tmp_path / "one-more-game")
    return tmp_path / "one-more-game" / "scenario.yaml"


@pytest.fixture
def open_preview(story: Path) -> Callable[..., Author]:
    """Open the preview of that story."""

    def opened(text: str | None = None, **how: object) -> Author:
        if text is not None:
            story.write_text(text, encoding="utf-8")
        return Author(story, **how)  # type: ignore[arg-type]

    return opened


@pytest.fixture
def author(open_preview: Callable[..., Author]) -> Author:
    """An author whose story has begun and waits for the first decision."""
    found = open_preview()
    found.key("f2")
    found.read()
    return found


@pytest.fixture(scope="module", autouse=True)
def _stories(before_the_test_shelf: None) -> None:
    """No word of a story of the game is in the way of what is tested here."""
