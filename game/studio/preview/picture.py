"""The picture of the preview for the documents: a story being written, a finding drawn over it.

`python -m game.studio.preview.picture docs/pictures/preview.png` makes it anew.
"""

import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Final

from game.content.shipped import load_catalogue
from game.content.story_files import STORY_FILE
from game.design import room_factor
from game.extract.compiling import open_catalogues
from game.resources import data_folder
from game.studio.preview.stage import PreviewStage
from game.ui.events import Key, Resized
from game.ui.intents import ShowAll
from game.view.fonts import PygameMeasure
from game.view.painter import Painter
from game.view.snapshot import render, save_png

__all__ = ["make_picture"]

_STORY: Final = "free-skins"
_SLIP: Final = ("sign: ", "sing: ")
"""What a hurried author types."""


def make_picture(path: Path, size: tuple[int, int] = (1280, 800)) -> None:
    """Write the PNG: a shipped story with its marks, and what is said of a slip in it. LookTwiceError where it fails.

    Nothing of the story itself is changed.
    """
    text = (data_folder("scenarios") / _STORY / STORY_FILE).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / STORY_FILE
        file.write_text(text, encoding="utf-8")
        scale = room_factor(*size)
        measure = PygameMeasure(scale)
        stage = PreviewStage(
            file,
            measure,
            shown=f"{_STORY}/{STORY_FILE}",
            catalogue=load_catalogue().catalogue,
            catalogues=open_catalogues(),
            today=date(2026, 1, 1),
        )
        stage.handle(Resized(size[0] / scale, size[1] / scale))
        stage.handle(Key("f2"))
        stage.tick(1000.0)
        stage.game.perform(ShowAll())
        stage.handle(Key("f4"))
        file.write_text(text.replace(*_SLIP, 1), encoding="utf-8")
        stage.handle(Key("f5"))
        stage.tick(1002.0)
        save_png(render(stage.draw(), stage.theme, size, scale, painter=Painter(scale, measure=measure)), path)


if __name__ == "__main__":
    make_picture(Path(sys.argv[1] if len(sys.argv) > 1 else "preview.png"))
