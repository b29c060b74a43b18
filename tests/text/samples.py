"""Samples of text in many scripts, the fonts that draw them, and what a browser made of them."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pygame
import yaml

from game.text.bidi import order_runs
from game.text.clusters import cluster_ends
from game.text.layout import lay_out
from game.text.model import Face, Line, TextLayout, TextStyle
from game.text.runs import clip_segments, drawable, find_segments
from game.view.fonts import Lettering, PygameMeasure

FOLDER = Path(__file__).parents[1] / "data" / "text"
STYLE = TextStyle("text", 20.0, 32.0)
GAME = "game"
JOINER = "\u200d"
"""Stands where a joined word is broken."""
TIMES = 4


@dataclass(frozen=True)
class Script:
    """Samples in one script: the language that a browser is told, a font's file (or "game"), and the texts."""

    name: str
    language: str
    font: str
    texts: tuple[str, ...]

    @property
    def rtl(self) -> bool:
        """Whether its paragraphs run to the left."""
        return self.language in ("ar", "he")


@dataclass(frozen=True)
class Shown:
    """A line as it was drawn: its part of the text, where its clusters begin from left to right, and its width."""

    start: int
    end: int
    order: tuple[int, ...]
    width: float


def read_scripts() -> dict[str, Script]:
    """The samples of each script."""
    found = yaml.safe_load((FOLDER / "samples.yaml").read_text("utf-8"))
    return {name: Script(name, one["language"], one["font"], tuple(one["texts"])) for name, one in found.items()}


def read_browser(script: str) -> dict[tuple[str, int], list[Shown]]:
    """What a browser made of the samples of a script, by text and width."""
    recorded = json.loads((FOLDER / f"{script}.json").read_text("utf-8"))
    return {
        (sample["text"], seen["width"]): [
            Shown(line["start"], line["end"], tuple(line["order"]), line["width"]) for line in seen["lines"]
        ]
        for sample in recorded["samples"]
        for seen in sample["seen"]
    }


class SampleMeasure(PygameMeasure):
    """The game's own measure, with a font of the samples as the face's own."""

    def __init__(self, font: str, scale: float = 1.0) -> None:
        super().__init__(scale)
        self._file = FOLDER / "fonts" / font
        self._opened: dict[tuple[int, str, bool], Lettering] = {}

    def font_for(self, text: str, style: TextStyle, script: str) -> str | None:
        """The samples' font for everything: it was made of their characters."""
        return ""

    def lettering(self, face: Face, pixels: int, script: str = "Latn", rtl: bool = False, font: str = "") -> Lettering:
        """The lettering of the samples' font, shaped as the game's own fonts are."""
        key = (pixels, script, rtl)
        if key not in self._opened:
            opened = pygame.font.Font(self._file, pixels * TIMES)
            if script != "Latn" or rtl:
                opened.set_script(script)
                opened.set_direction(pygame.DIRECTION_RTL if rtl else pygame.DIRECTION_LTR)
            above = -opened.get_ascent() % TIMES
            self._opened[key] = Lettering(opened, TIMES, above, (opened.get_ascent() + above) // TIMES, 0.7 * pixels)
        return self._opened[key]


@cache
def measure_of(font: str) -> PygameMeasure:
    """The measure of a font of the samples, or of the game's own fonts."""
    return PygameMeasure() if font == GAME else SampleMeasure(font)


def shown_lines(script: Script, text: str, width: float) -> list[Shown]:
    """What the game makes of a text at a width, in the words that the browser is recorded in."""
    measure = measure_of(script.font)
    layout = lay_out(text, STYLE, width, measure, rtl=script.rtl)
    return [Shown(line.start, line.end, order_of(script, layout, line), line.width) for line in layout.lines]


def order_of(script: Script, layout: TextLayout, line: Line) -> tuple[int, ...]:
    """Where the clusters of a line that show something begin in the text, from left to right as they are drawn."""
    text, measure = layout.text, measure_of(script.font)
    segments = find_segments(text, rtl=script.rtl, choose=lambda part, tag: measure.font_for(part, STYLE, tag))
    ink_end = line.start + len(text[line.start : line.end].rstrip())
    parts = clip_segments(segments, line.start, ink_end)
    parts = [parts[place] for place in order_runs([part.level for part in parts])]
    drawn = [drawable(text[part.start : part.end]) for part in parts]
    assert [run.text.strip(JOINER) for run in line.runs] == [one for one in drawn if one]
    order: list[int] = []
    for part in parts:
        starts = [part.start + end for end in (0, *cluster_ends(text[part.start : part.end])[:-1])]
        order += reversed(starts) if part.level % 2 else starts
    return tuple(at for at in order if drawable(text[at]) and not text[at].isspace())


def draw_lines(script: Script, text: str, width: float) -> pygame.Surface:
    """The text as the game draws it, black on white, at twice its size; as wide as the width."""
    measure = PygameMeasure(2.0) if script.font == GAME else SampleMeasure(script.font, 2.0)
    layout = lay_out(text, STYLE, width, measure, rtl=script.rtl, align="end" if script.rtl else "start")
    surface = pygame.Surface((round(2 * width), round(2 * layout.height)), 0, 32)
    surface.fill("white")
    for line in layout.lines:
        for run in line.runs:
            lettering = measure.lettering("text", round(2 * STYLE.size), run.script, run.rtl, run.font)
            baseline = round(2 * (line.y + 0.72 * line.height))
            surface.blit(lettering.draw(run.text, (0, 0, 0)), (round(2 * run.x), baseline - lettering.rise))
    return surface
