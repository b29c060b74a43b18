"""Every screen there is, once: a walk through each story, kept stop by stop, to be drawn at any size."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from shelf import with_test_stories

from game.app.app import App
from game.app.canvas import TITLE
from game.app.drawing import draw_sitting
from game.app.opening import Opening
from game.app.sitting import Sitting
from game.app.world import World
from game.design import room_factor
from game.i18n.pseudo import PSEUDO_LOCALES
from game.i18n.translator import Translator
from game.studio.tour import Tour
from game.text.layout import LayoutCache
from game.ui.frame import Frame
from game.ui.intents import Change, EraseEverything, GoOn, GoTo, Open, Practise, ToggleAdult
from game.ui.lesson_desk import LessonWork
from game.ui.mirror import mirrored
from game.ui.tree import DisplayTree, Placed, reachable, walk
from game.view.fonts import PygameMeasure

STORIES = ("paper-kite", "moon-soup", "lunch-swap", "quiet-week", "late-bus", "loud-chat")
SIZES = ((360, 640), (480, 800), (900, 700), (1280, 800), (1920, 1080))
TEXT_SIZES = (100, 150, 200)
LOOKS = (((360, 640), 100), ((1280, 800), 100), ((360, 640), 200), ((900, 700), 150))
"""Windows and text sizes in which other languages are looked at."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A screen of the walk: the sitting as it stood there."""

    story: str
    name: str
    world: World
    sitting: Sitting
    now: float

    @property
    def id(self) -> str:
        """Story and stop, for messages."""
        return f"{self.story}/{self.name}"


@dataclass(frozen=True, slots=True)
class Screen:
    """A stop drawn at a size, and everything on it with its place in the window."""

    stop: Stop
    tree: DisplayTree
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Every stop drawn for one window and text size; lengths are dp."""

    width: float
    height: float
    text_size: int
    screens: tuple[Screen, ...]


class Artist:
    """Draws stops; texts that were laid out once are not laid out again."""

    def __init__(self) -> None:
        self._layouts: dict[tuple[float, bool], LayoutCache] = {}

    def frame(self, size: tuple[int, int], text_size: int = 100, translator: Translator | None = None) -> Frame:
        """A new sheet for a window of so many pixels at one pixel per dp; large ones are drawn larger."""
        factor = room_factor(*size)
        speaks = translator or Translator()
        key = (factor, speaks.rtl)
        if key not in self._layouts:
            self._layouts[key] = LayoutCache(PygameMeasure(factor), rtl=speaks.rtl)
        return Frame(
            width=size[0] / factor,
            height=size[1] / factor,
            layouts=self._layouts[key],
            translator=speaks,
            text_size=text_size,
        )

    def draw(self, stop: Stop, frame: Frame) -> DisplayTree:
        """The whole screen, turned where its language runs from right to left."""
        root = draw_sitting(stop.world, stop.sitting, frame, stop.now)
        if frame.rtl:
            root = mirrored(root, {})
        language = frame.translator.language
        return DisplayTree(root=root, title=TITLE, language=language, rtl=frame.rtl)

    def sheet(self, stops: tuple[Stop, ...], size: tuple[int, int], text_size: int) -> Sheet:
        """All stops at a size, each in the language of its sitting."""
        frames: dict[str, Frame] = {}
        screens = []
        for stop in stops:
            speaks = stop.world.languages.translator(stop.sitting.language)
            if speaks.language not in frames:
                frames[speaks.language] = self.frame(size, text_size, speaks)
            tree = self.draw(stop, frames[speaks.language])
            screens.append(Screen(stop, tree, tuple(walk(tree))))
        frame = next(iter(frames.values()))
        return Sheet(frame.width, frame.height, text_size, tuple(screens))


def _stand(story: str, name: str, app: App, now: float = 0.0) -> Stop:
    return Stop(story, name, app.world, app.sitting, now)


def _walk_story(story: str, home: Path, language: str) -> Iterator[Stop]:
    opening = Opening(home, today=date(2026, 1, 1), language=language)
    opening.find_story(story)
    app = opening.app(PygameMeasure(1.0), random=Random(1))
    for stop in Tour(app, story).stops():
        yield _stand(story, stop.screen, app, app.now)


def _more_panels(home: Path, language: str) -> Iterator[Stop]:
    """What a walk through a story does not pass: the choice of place, the question before erasing, a notice."""
    opening = Opening(home, today=date(2026, 1, 1), language=language)
    opening.library.read_all()
    opening.settings = replace(opening.settings, band="11-13", adult_page_seen=True)
    app = opening.app(PygameMeasure(1.0), random=Random(1))
    app.perform(Open("countries"))
    yield _stand("more", "countries", app)
    for country in ("US", "IE"):
        app.perform(Change("country", country))
        app.perform(Open("help"))
        yield _stand("more", f"help-{country}", app)
        for card in ("danger", "hurting", "picture"):
            app.perform(Open("help", card))
            yield _stand("more", f"help-{card}-{country}", app)
        app.sitting = replace(app.sitting, panels=())
    app.perform(Open("menu"))
    app.perform(EraseEverything())
    yield _stand("more", "erase", app)
    app.sitting = replace(app.sitting, panels=())
    yield from _lessons(app)
    notice = "This folder does not let the game keep anything (Read-only file system): settings.json."
    app.sitting = replace(app.sitting, notice=notice, done=app.sitting.done | {"paper-kite"})
    yield _stand("more", "notice", app)
    app.sitting = replace(app.sitting, settings=replace(app.sitting.settings, band="14-17"))
    yield _stand("more", "another-band", app)


def _lessons(app: App) -> Iterator[Stop]:
    """The adults' corner, at each step of the work."""
    room = app.world.lessons
    assert room is not None
    room._folders = (("documents", Path("/users/ana/Documents/Look Twice lessons")),)
    app.perform(Open("lessons"))
    steps = {
        "choose": LessonWork(),
        "running": LessonWork(state="running", done=9, total=31, name="teacher/safeguarding.pdf"),
        "failed": LessonWork(state="failed", problem="This file cannot be replaced (/users/ana/plan.docx)."),
        "done": LessonWork(state="done", done=31, folder="/users/ana/Documents/paper-kite-en", notes=("No pdf.",)),
    }
    for name, work in steps.items():
        app.sitting = replace(app.sitting, lesson_work=work)
        yield _stand("more", f"lessons-{name}", app)
    app.sitting = replace(app.sitting, lesson_work=LessonWork())
    app.sitting = replace(app.sitting, panels=())


def _afterwards(home: Path, language: str) -> Iterator[Stop]:
    """Practice, the hand of adults, the card, the close and the album."""
    opening = Opening(home, today=date(2026, 1, 1), language=language)
    opening.find_story("paper-kite")
    app = opening.app(PygameMeasure(1.0), random=Random(1))
    for _stop in Tour(app, "paper-kite").stops():
        pass
    app.perform(GoTo("picker"))
    yield _stand("after", "picker", app)
    app.perform(Practise())
    while (practising := app.sitting.after.practising) is not None and practising.item is not None:
        kind = type(practising.item).__name__
        yield _stand("after", f"practice-{practising.number}-{kind}", app)
        answers = [item.node.intent for item in reachable(app.draw()) if item.node.name.startswith("answer:")]
        app.perform(answers[practising.number % len(answers)])
        yield _stand("after", f"practice-{practising.number}-{kind}-why", app)
        app.perform(GoOn())
    yield _stand("after", "practice-end", app)
    app.perform(GoTo("hand"))
    yield _stand("after", "hand", app)
    for role in ("parent_or_carer", "teacher", "helpline", "friends_parent", "school_nurse"):
        app.perform(ToggleAdult(role))
    yield _stand("after", "hand-full", app)
    app.perform(GoTo("card"))
    yield _stand("after", "card", app)
    app.perform(GoTo("closing"))
    yield _stand("after", "closing", app)
    app.perform(GoTo("album"))
    yield _stand("after", "album", app)


@pytest.fixture(scope="session")
def artist() -> Artist:
    """Draws stops."""
    return Artist()


Walks = dict[str, tuple[Stop, ...]]


@pytest.fixture(scope="session")
def walks_in(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Walks]:
    """`walks_in("fr")`: the stops of each story by its id, `after` and `more`, in a language."""
    kept: dict[str, Walks] = {}

    def walk_in(language: str) -> Walks:
        if language not in kept:
            home = tmp_path_factory.mktemp("walks")
            with with_test_stories():
                kept[language] = _walk_all(home, language)
        return kept[language]

    return walk_in


def _walk_all(home: Path, language: str) -> Walks:
    found = {story: tuple(_walk_story(story, home / story, language)) for story in STORIES}
    found["after"] = tuple(_afterwards(home / "after", language))
    found["more"] = tuple(_more_panels(home / "more", language))
    return found


@pytest.fixture(scope="session")
def walks(walks_in: Callable[[str], Walks]) -> Walks:
    """The stops of each story by its id, `after` and `more`."""
    return walks_in("en")


@pytest.fixture(scope="session")
def all_stops(walks: Walks) -> tuple[Stop, ...]:
    """Every stop of every walk."""
    return tuple(stop for stops in walks.values() for stop in stops)


@pytest.fixture(
    scope="module",
    params=[
        *((size, text, "en") for size in SIZES for text in TEXT_SIZES),
        *((*look, language) for language in PSEUDO_LOCALES for look in LOOKS),
        *((*look, language) for language in ("ar", "es", "fr") for look in LOOKS[:2]),
    ],
    ids=lambda param: f"{param[2]}-{param[0][0]}x{param[0][1]}-{param[1]}",
)
def sheet(request: pytest.FixtureRequest, artist: Artist, walks_in: Callable[[str], Walks]) -> Sheet:
    """Every screen at each window and text size in turn; in the pseudo-locales and real languages at some of them."""
    size, text_size, language = request.param
    stops = tuple(stop for stops in walks_in(language).values() for stop in stops)
    return artist.sheet(stops, size, text_size)


@pytest.fixture(scope="session")
def plain_sheet(artist: Artist, all_stops: tuple[Stop, ...]) -> Sheet:
    """Every screen at the usual size."""
    return artist.sheet(all_stops, (1280, 800), 100)


@pytest.fixture(scope="session")
def open_frame(artist: Artist) -> Callable[..., Frame]:
    """`open_frame((360, 640), 150)`: an empty sheet to draw a screen on."""
    return artist.frame


@pytest.fixture(scope="module", autouse=True)
def _stories(before_the_test_shelf: None) -> None:
    """No word of a story of the game is in the way of what is tested here."""
