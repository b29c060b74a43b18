"""Games that are open, for the tests of keys, pointers and windows: at the first screen, at a choice, at every stop."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from game.app.app import App
from game.app.opening import Opening
from game.ui.events import Key, Pointer
from game.ui.intents import SayPulse, ShowAll, StartStory
from game.ui.tree import find, walk
from game.view.fonts import PygameMeasure

STORIES = Path(__file__).parents[1] / "data" / "stories"
TODAY = date(2026, 1, 1)
MEASURE = PygameMeasure(1.0)


def open_game(home: Path, *, story: str = "", **changes: object) -> App:
    """The game at its first screen, or before a story."""
    opening = Opening(home, today=TODAY)
    opening.library.read_all()
    opening.settings = replace(opening.settings, **changes)  # type: ignore[arg-type]
    app = opening.app(MEASURE, story=story)
    app.tick(100.0)
    return app


def at_choice(home: Path, **changes: object) -> App:
    """In the first choice of a story."""
    app = open_game(home, story="paper-kite", **changes)
    app.perform(StartStory("paper-kite"))
    app.perform(ShowAll())
    playing = app.sitting.playing
    assert playing is not None
    if playing.state.awaiting == "pulse":
        app.perform(SayPulse("fine"))
        app.perform(ShowAll())
    assert app.sitting.playing is not None
    assert app.sitting.playing.state.awaiting == "choice"
    return app


def still(app: App) -> App:
    """Another game that stands where this one does and keeps nothing; what is done to one changes nothing in the other.

    A sitting is a value: to be at a moment is to hold it, to be somewhere else is to `replace` something in it.
    """
    other = App(replace(app.world, home=None), app.sitting, MEASURE)
    other.tick(app.now)
    return other


def copies(stops: list[tuple[str, App]]) -> list[tuple[str, App]]:
    """The stops once more, for a test that changes them."""
    return [(name, still(app)) for name, app in stops]


def press(app: App, *names: str) -> None:
    for name in names:
        app.handle(Key(name))


def tap(app: App, name: str, *, touch: bool = False) -> None:
    """Down and up in the middle of what can be seen of a thing."""
    placed = find(app.draw(), name)
    assert placed is not None, name
    x, y = placed.visible.centre
    app.handle(Pointer("down", x, y, touch=touch))
    app.handle(Pointer("up", x, y, touch=touch))


def answers(app: App) -> list[str]:
    return [item.node.name for item in walk(app.draw()) if item.node.name.startswith("option:")]


def offset_of(app: App, name: str) -> float:
    placed = find(app.draw(), name)
    assert placed is not None
    assert placed.node.scroll is not None
    return placed.node.scroll.offset
