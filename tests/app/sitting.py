"""A sitting, for the tests of it: the first start, the way into a story, a whole play, what the user's folder holds."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from game.app.app import App
from game.app.opening import Opening
from game.ui.dump import dump_tree
from game.ui.intents import (
    Change,
    Choose,
    GoOn,
    GoTo,
    LookAt,
    OpenStory,
    PickBand,
    PickRole,
    PickSentence,
    Practise,
    SaidIt,
    Say,
    SayPulse,
    ShowAll,
    StartStory,
    ToggleAdult,
)
from game.ui.tree import find, reachable
from game.view.fonts import PygameMeasure

STORIES = Path(__file__).parents[1] / "data" / "stories"
TODAY = date(2026, 1, 1)
MEASURE = PygameMeasure(1.0)
STORY = "paper-kite"


def open_game(home: Path, *content: Path, story: str = "") -> App:
    opening = Opening(home, content, today=TODAY)
    opening.library.read_all()
    app = opening.app(MEASURE, story=story)
    app.tick(100.0)
    return app


def said(app: App) -> str:
    return dump_tree(app.draw())


def files(home: Path) -> dict[str, bytes]:
    """Every file of the user's folder with its bytes."""
    return {file.relative_to(home).as_posix(): file.read_bytes() for file in home.rglob("*") if file.is_file()}


def notable(home: Path) -> dict[str, bytes]:
    """What would tell of playing: all but settings, the index of stories and the log."""
    plain = ("settings.json", "index.json", "log.txt", "looktwice.log")
    return {name: data for name, data in files(home).items() if name not in plain}


def press(app: App, name: str) -> None:
    placed = find(app.draw(), name)
    assert placed is not None, name
    assert placed.node.intent is not None
    app.perform(placed.node.intent)


def first_start(app: App, band: str = "11-13") -> None:
    app.perform(GoTo("welcome"))
    app.perform(GoTo("band"))
    app.perform(PickBand(band))  # type: ignore[arg-type]


def enter(app: App, story: str = STORY, *, at_kept_place: bool = False) -> None:
    app.perform(OpenStory(story))
    app.perform(StartStory(story, at_kept_place=at_kept_place))


def play(app: App) -> Iterator[str]:
    """A whole play by what a player can press; yields after each step of the story what it was."""
    for _ in range(300):
        playing = app.sitting.playing
        assert playing is not None
        match playing.state.awaiting:
            case "reading":
                app.perform(GoOn() if playing.feedback else ShowAll())
                continue
            case "pulse":
                app.perform(SayPulse("fine"))
                yield "pulse"
            case "choice" if playing.feedback is not None:
                app.perform(GoOn())
            case "choice":
                judge_all(app)
                choice = playing.state.open_choice(playing.scenario)
                assert choice is not None
                left = [option for option in choice.options if option.id not in playing.state.tried]
                app.perform(Choose(left[-1].id))
                yield "choice"
                app.perform(GoOn())
            case "rehearse":
                placed = next(item for item in reachable(app.draw()) if item.node.name.startswith("role:"))
                app.perform(PickRole(placed.node.name.removeprefix("role:")))
                app.perform(PickSentence(1))
                app.perform(SaidIt())
                app.perform(GoOn())
                yield "rehearse"
            case "look_back":
                app.perform(GoOn())
            case "over":
                app.perform(GoOn())
                assert app.sitting.playing is not None
                yield "over"
                return
    raise AssertionError("the story does not end")


def judge_all(app: App) -> None:
    playing = app.sitting.playing
    assert playing is not None
    for place, message in playing.state.messages(playing.scenario):
        if message.person != playing.scenario.friend.id and place not in playing.state.judgements:
            app.perform(LookAt(place))
            app.perform(Say(place, "not_sure"))


def after_the_story(app: App) -> None:
    """Practice to its end, the hand of adults, the card, the close and the album."""
    app.perform(Practise())
    while (round_ := app.sitting.after.practising) is not None and not round_.is_over:
        answer = next(item.node.intent for item in reachable(app.draw()) if item.node.name.startswith("answer:"))
        app.perform(answer)
        app.draw()
        app.perform(GoOn())
    app.perform(GoTo("hand"))
    for role in ("teacher", "helpline"):
        app.perform(ToggleAdult(role))
    app.perform(GoTo("card"))
    app.draw()
    app.perform(GoTo("closing"))


def keeping(home: Path) -> App:
    app = open_game(home)
    first_start(app)
    app.perform(Change("keep_place", True))
    return app


def place_file(home: Path, story: str = STORY) -> Path:
    return home / "places" / f"{story}.json"
