"""How long other languages take: a long chat laid out in one of them, and the language of an open story changed."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from game.app.opening import Opening
from game.content.library import Library
from game.design import room_factor
from game.extract.compiling import open_catalogues
from game.i18n.catalogues import SOURCE
from game.i18n.scenario_translation import missing_lines, translate
from game.resources import data_folder
from game.story.model import Message
from game.text.layout import LayoutCache
from game.text.model import TextStyle
from game.ui.events import Resized
from game.ui.intents import Change, ShowAll, StartStory
from game.view.fonts import PygameMeasure
from game.view.painter import Painter
from game.view.snapshot import new_surface

__all__ = ["chat_in", "time_layout", "time_switch"]

_DAY: Final = date(2026, 1, 1)
_STYLE: Final = TextStyle("text", 17.0, 24.0)
_WIDTH: Final = 260.0
"""Of the text in a bubble, in dp."""


def time_layout(language: str, *, messages: int = 300) -> tuple[float, float]:
    """Milliseconds to lay the bubbles of a chat out, with fonts not opened yet, and once more out of the cache.

    The messages are those of `chat_in`.
    """
    texts = chat_in(language, messages)
    catalogues = open_catalogues()
    cache = LayoutCache(PygameMeasure(), rtl=catalogues.locale(language).direction == "rtl")

    def lay_out() -> None:
        for text in texts:
            cache.lay_out(text, _STYLE, _WIDTH)

    return _milliseconds(lay_out), _milliseconds(lay_out)


def chat_in(language: str, count: int) -> list[str]:
    """The messages of the stories that are whole in a language, again and again, each round with a number after it."""
    library = Library([data_folder("scenarios")], None)
    library.read_all()
    catalogues = open_catalogues()
    written = ((card.id, library.scenario(card.id)) for card in library.cards())
    pairs = [(scenario, catalogues.load_story_catalogue(language, id)) for id, scenario in written]
    told = [translate(scenario, catalogue) for scenario, catalogue in pairs if not missing_lines(scenario, catalogue)]
    scenes = [scene for scenario in told for scene in scenario.scenes.values()]
    texts = dict.fromkeys(beat.text for scene in scenes for beat in scene.beats if isinstance(beat, Message))
    rounds = (f" {number}" if number else "" for number in range(count))
    return [text + ending for ending in rounds for text in texts if text][:count]


def time_switch(language: str, size: tuple[int, int] = (1280, 800)) -> float:
    """Milliseconds from changing the language, an English story being open, to the last pixel in the new one.

    The catalogues are compiled, as in a game that was installed, but not read yet.
    """
    catalogues = open_catalogues()
    catalogues.load_translator(language)
    scale = room_factor(*size)
    measure, surface = PygameMeasure(scale), new_surface(size)
    painter = Painter(scale, measure=measure)
    with TemporaryDirectory() as home:
        opening = Opening(Path(home), language=SOURCE, today=_DAY)
        opening.library.read_all()
        story = next(card.id for card in opening.library.cards() if _is_whole(opening.library, card.id, language))
        app = opening.app(measure, story=story)
        app.handle(Resized(size[0] / scale, size[1] / scale))
        app.perform(StartStory(story))
        app.perform(ShowAll())

        def show() -> None:
            painter.paint(app.draw(), app.theme, surface)

        def switch() -> None:
            app.perform(Change("language", language))
            show()

        show()
        return _milliseconds(switch)


def _is_whole(library: Library, story: str, language: str) -> bool:
    catalogue = open_catalogues().load_story_catalogue(language, story)
    return not missing_lines(library.scenario(story), catalogue)


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return round((time.perf_counter() - started) * 1000, 3)
