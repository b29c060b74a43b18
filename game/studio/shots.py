"""Pictures of every screen and state of a story, at any size, without a display."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

from game.app.opening import Opening
from game.design import Letters, Theme, room_factor
from game.studio.tour import Tour
from game.view.fonts import PygameMeasure
from game.view.painter import Painter
from game.view.snapshot import render, save_png

__all__ = ["Shot", "make_shots"]


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture that was made, and the screen that is on it."""

    path: Path
    screen: str


def make_shots(
    story: str,
    folder: Path,
    *,
    content: Sequence[Path] = (),
    size: tuple[int, int] = (1280, 800),
    theme: Theme = "paper",
    scale: float = 1.0,
    text_size: int = 100,
    letters: Letters = "usual",
    language: str = "en",
) -> list[Shot]:
    """Walk through a story and write a PNG of exactly `size` pixels at each stop; `scale` is pixels per dp.

    Nobody's settings are read or changed. Raises UnknownStoryError where there is no such story, ScenarioError where it
    has errors, UsageError where there is no such language, LookTwiceError where a picture cannot be written.
    """
    with tempfile.TemporaryDirectory() as nowhere:
        opening = Opening(Path(nowhere), content, today=date(2026, 1, 1), language=language)
        opening.settings = replace(opening.settings, theme=theme, text_size=text_size, letters=letters)
        opening.find_story(story)
        pixels_per_dp = scale * room_factor(size[0] / scale, size[1] / scale)
        measure = PygameMeasure(pixels_per_dp, letters=letters)
        painter = Painter(pixels_per_dp, measure=measure)
        app = opening.app(measure, random=Random(1))
        app.resize(size[0] / pixels_per_dp, size[1] / pixels_per_dp)
        shots = []
        for stop in Tour(app, story).stops():
            path = folder / f"{stop.screen}.png"
            save_png(render(app.draw(), app.theme, size, pixels_per_dp, painter=painter), path)
            shots.append(Shot(path, stop.screen))
        return shots
