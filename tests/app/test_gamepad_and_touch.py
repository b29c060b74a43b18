"""Promises of a gamepad and of swipes on every screen, and of a screen that holds still under reduced motion."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from game.app.app import App
from game.app.opening import Opening
from game.story.practice import PairItem, PracticeItem, SortItem, TurnItem
from game.ui.events import Key, Pad, Pointer
from game.ui.intents import Answer, Change, Close, GoOn, GoTo, Open, Practise, ShowAll, StartStory
from game.ui.tree import DisplayTree, find, walk
from game.view.fonts import PygameMeasure

STORIES = Path(__file__).parents[1] / "data" / "stories"
MEASURE = PygameMeasure(1.0)


def open_game(home: Path, story: str = "", **changes: object) -> App:
    """The picker, or a story from its first message on."""
    opening = Opening(home, today=date(2026, 1, 1))
    opening.library.read_all()
    values = {"band": "11-13", "adult_page_seen": True, "gate_read": ("loud-chat",), **changes}
    opening.settings = replace(opening.settings, **values)  # type: ignore[arg-type]
    app = opening.app(MEASURE, story=story, random=Random(3))
    app.tick(100.0)
    if story:
        app.perform(StartStory(story))
    return app


def pad(app: App, *buttons: str) -> None:
    """Press and release."""
    for button in buttons:
        app.handle(Pad(button, True))  # type: ignore[arg-type]
        app.handle(Pad(button, False))  # type: ignore[arg-type]


def offset(app: App, name: str) -> float:
    placed = find(app.draw(), name)
    assert placed is not None
    assert placed.node.scroll is not None
    return placed.node.scroll.offset


# The gamepad


def test_the_first_press_of_a_shows_the_ring(home):
    app = open_game(home, "paper-kite")
    app.perform(ShowAll())
    assert not app.draw().focus_visible
    pad(app, "a")
    assert app.draw().focus_visible


def test_a_presses_what_the_directions_led_to(home):
    app = open_game(home, "paper-kite")
    app.perform(ShowAll())
    first = app.draw().focus
    app.handle(Key("down"))
    second = app.draw().focus
    assert second != first
    assert second.startswith("pulse:")
    pad(app, "a")
    playing = app.sitting.playing
    assert playing is not None
    assert list(playing.state.pulses.values()) == [second.removeprefix("pulse:")]


def test_letting_go_of_a_button_does_nothing(home):
    app = open_game(home, "paper-kite")
    app.perform(ShowAll())
    before = app.draw()
    for button in ("a", "b", "x", "y", "start", "back", "left_shoulder", "right_shoulder"):
        app.handle(Pad(button, False))
        assert app.draw() == before
        assert app.sitting.panels == ()


def test_x_shows_everything_that_is_still_to_arrive(home):
    app = open_game(home, "paper-kite")
    assert app.sitting.playing is not None
    assert app.sitting.playing.state.awaiting == "reading"
    pad(app, "x")
    assert app.sitting.playing.state.awaiting == "pulse"


def test_the_shoulders_scroll_a_page_up_and_down_and_stop_at_the_ends(home):
    app = open_game(home, "loud-chat")
    app.resize(1280, 620)
    app.perform(ShowAll())
    name = f"thread:{app.sitting.playing.viewed_chat}"
    end = offset(app, name)
    pad(app, "left_shoulder")
    up = offset(app, name)
    assert up < end
    pad(app, "right_shoulder")
    assert offset(app, name) == end
    pad(app, *["left_shoulder"] * 20)
    assert offset(app, name) == 0


def test_y_is_help_over_any_panel_and_b_comes_back_to_it(home):
    app = open_game(home, "paper-kite")
    pad(app, "start", "y")
    assert [each.panel for each in app.sitting.panels] == ["menu", "help"]
    pad(app, "b")
    assert [each.panel for each in app.sitting.panels] == ["menu"]
    pad(app, "b")
    assert app.sitting.panels == ()


def test_b_however_often_is_never_the_way_out(home):
    app = open_game(home, "paper-kite")
    pad(app, *["b"] * 12)
    assert not app.closing
    assert app.sitting.playing is not None


@pytest.mark.parametrize("pressed", [(Key("escape"), Pad("b", True), Key("escape"))])
def test_b_between_two_escapes_is_no_third_one(home, pressed):
    app = open_game(home, "paper-kite")
    for event in pressed:
        app.handle(event)
    assert not app.closing


@pytest.mark.parametrize("over", [None, Open("menu"), Open("help")], ids=["story", "menu", "help"])
def test_back_that_is_held_leaves_from_every_panel_and_nothing_of_the_story_stays(home, over):
    app = open_game(home, "paper-kite")
    if over is not None:
        app.perform(over)
    app.handle(Pad("back", True))
    app.tick(101.5)
    assert app.closing
    assert app.sitting.playing is None


def test_many_short_presses_of_back_never_leave(home):
    app = open_game(home)
    for press in range(8):
        app.tick(101.0 + press)
        app.handle(Pad("back", True))
        app.tick(101.8 + press)
        app.handle(Pad("back", False))
    app.tick(120.0)
    assert not app.closing


# Swipes


def to_item(app: App, kind: type[PracticeItem]) -> None:
    """Go through practice to an item of a kind."""
    app.perform(Practise())
    for _ in range(40):
        practising = app.sitting.after.practising
        assert practising is not None
        if isinstance(practising.item, kind):
            return
        app.perform(Practise() if practising.is_over else Answer("1"))
        app.perform(GoOn())
    raise AssertionError("no such item")


def swipe(app: App, to: str, *, touch: bool = True) -> None:
    x, step = (300.0, 40.0) if to == "right" else (900.0, -40.0)
    app.handle(Pointer("down", x, 320, touch))
    for number in range(1, 9):
        app.handle(Pointer("move", x + number * step, 320, touch))
    app.handle(Pointer("up", x + 8 * step, 320, touch))


@pytest.mark.parametrize("touch", [True, False], ids=["finger", "mouse"])
@pytest.mark.parametrize(("to", "said"), [("right", "fine"), ("left", "not_ok")])
def test_a_swipe_sorts_once_and_after_the_why_it_does_nothing(home, to, said, touch):
    app = open_game(home)
    to_item(app, SortItem)
    swipe(app, to, touch=touch)
    explained = app.sitting.after.practising
    assert explained is not None
    assert explained.answer == said
    for again in ("left", "right"):
        swipe(app, again, touch=touch)
        assert app.sitting.after.practising == explained


@pytest.mark.parametrize("kind", [PairItem, TurnItem])
def test_on_the_other_kinds_a_swipe_and_the_arrows_answer_nothing(home, kind):
    app = open_game(home)
    to_item(app, kind)
    before = app.sitting.after.practising
    for to in ("left", "right"):
        swipe(app, to)
        app.handle(Key(to))
        assert app.sitting.after.practising == before


def screens(home: Path) -> Iterator[tuple[str, App]]:
    yield "picker", open_game(home)
    for name in ("hand", "card", "closing", "album", "welcome", "band"):
        app = open_game(home)
        app.perform(GoTo(name))  # type: ignore[arg-type]
        yield name, app
    story = open_game(home, "paper-kite")
    story.perform(ShowAll())
    yield "story", story
    for panel in ("menu", "help"):
        app = open_game(home)
        to_item(app, SortItem)
        app.perform(Open(panel))  # type: ignore[arg-type]
        yield f"practice under {panel}", app


def test_on_no_other_screen_does_a_swipe_answer_or_press_anything(home):
    for name, app in screens(home):
        before = (app.sitting.screen_name, app.sitting.playing, app.sitting.after.practising, app.sitting.after.roles)
        for to in ("left", "right"):
            assert app.sitting.swipe(to) is None, name
            swipe(app, to)
        after = (app.sitting.screen_name, app.sitting.playing, app.sitting.after.practising, app.sitting.after.roles)
        assert after == before, name


def test_a_swipe_that_goes_down_as_much_as_across_scrolls_and_answers_nothing(home):
    app = open_game(home)
    to_item(app, SortItem)
    before = app.sitting.after.practising
    app.handle(Pointer("down", 500, 200, True))
    for step in range(1, 11):
        app.handle(Pointer("move", 500 + step * 20, 200 + step * 20, True))
    app.handle(Pointer("up", 700, 400, True))
    assert app.sitting.after.practising == before


# Reduced motion


def moving_parts(tree: DisplayTree) -> list[str]:
    """What is half way: a fading thing (but a veil), or dots of which one is up."""
    found = []
    for item in walk(tree):
        if item.node.opacity < 1 and item.node.children:
            found.append(item.node.name or "fading")
        if item.node.dots is not None and item.node.dots.phase >= 0:
            found.append("dots")
    return found


def watch(app: App, seconds: float, rate: int = 20) -> Iterator[tuple[DisplayTree, object]]:
    """The screen at every frame, and how much had arrived and who was typing at it."""
    for frame in range(int(seconds * rate)):
        now = 100.0 + frame / rate
        app.tick(now)
        playing = app.sitting.playing
        assert playing is not None
        yield app.draw(), (len(playing.entries), playing.typist(now), playing.state.awaiting)


@pytest.mark.parametrize("story", ["paper-kite", "loud-chat"])
def test_under_reduced_motion_the_screen_changes_only_when_something_arrives(home, story):
    app = open_game(home, story, motion=False)
    before: tuple[DisplayTree, object] | None = None
    arrivals = set()
    for tree, arrived in watch(app, 40):
        assert moving_parts(tree) == []
        if before is not None and before[1] == arrived:
            assert tree == before[0]
        before = (tree, arrived)
        arrivals.add(arrived)
    assert len(arrivals) > 8


def test_with_motion_what_arrives_fades_in_and_dots_move(home):
    app = open_game(home, "paper-kite")
    parts = {part for tree, _arrived in watch(app, 20) for part in moving_parts(tree)}
    assert "dots" in parts
    assert len(parts) > 1


def test_motion_can_be_switched_off_while_something_moves(home):
    app = open_game(home, "paper-kite")
    for tree, _arrived in watch(app, 20):
        if moving_parts(tree):
            break
    app.perform(Change("motion", False))
    app.perform(Close())
    assert moving_parts(app.draw()) == []
    assert not app.sitting.is_moving(app.now)
