"""Touch, gamepad, full screen and sound: what the whole loop added to the ways of playing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.app import App
from game.app.gestures import Flight, Fling, Gestures
from game.app.opening import Opening
from game.app.settings import load_settings
from game.app.sounds import sound_of
from game.resources import data_folder
from game.story.model import Message
from game.story.practice import PairItem, SortItem, TurnItem
from game.ui.bubbles import message_name
from game.ui.events import Key, Pad, Pointer
from game.ui.intents import Answer, GoOn, LookAt, Open, Practise, Say, ShowAll, StartStory
from game.ui.tree import find, walk
from game.view.fonts import PygameMeasure

STORIES = Path(__file__).parents[1] / "data" / "stories"
MEASURE = PygameMeasure(1.0)


def open_game(home: Path, story: str = "paper-kite", **changes: object) -> App:
    """A story from its first message on; time begins at 100 seconds."""
    opening = Opening(home, today=date(2026, 1, 1))
    opening.find_story(story)
    opening.settings = replace(opening.settings, **changes)  # type: ignore[arg-type]
    app = opening.app(MEASURE, story=story, random=Random(3))
    app.tick(100.0)
    app.perform(StartStory(story))
    return app


def read_chat(app: App) -> str:
    """Let everything arrive; the name of the part that scrolls."""
    app.perform(ShowAll())
    app.tick(101.0)
    assert app.sitting.playing is not None
    return f"thread:{app.sitting.playing.viewed_chat}"


def offset(app: App, name: str) -> float:
    placed = find(app.draw(), name)
    assert placed is not None
    assert placed.node.scroll is not None
    return placed.node.scroll.offset


def drag(app: App, *, touch: bool, pause: float = 0.0) -> None:
    """Pull the chat down by 200 dp in a tenth of a second, and let go after a pause."""
    app.handle(Pointer("down", 300, 300, touch))
    for step in range(1, 11):
        app.tick(200.0 + step * 0.01)
        app.handle(Pointer("move", 300, 300 + step * 20, touch))
    app.tick(200.1 + pause)
    app.handle(Pointer("up", 300, 500, touch))


def fly(app: App, name: str) -> list[float]:
    """Where the chat is at each frame of the next three seconds."""
    places = []
    for frame in range(180):
        app.tick(200.2 + frame / 60)
        places.append(offset(app, name))
    return places


@pytest.fixture
def long_chat(home: Path) -> App:
    app = open_game(home, "loud-chat", gate_read=("loud-chat",))
    app.resize(900, 500)
    read_chat(app)
    return app


def test_a_chat_flies_on_after_a_finger_left_and_comes_to_rest(long_chat: App) -> None:
    name = read_chat(long_chat)
    long_chat.frame.offsets[name] = 600.0
    drag(long_chat, touch=True)
    places = fly(long_chat, name)
    assert places[0] > places[20]
    assert places == sorted(places, reverse=True)
    assert places[-1] == places[-60]


@pytest.mark.parametrize(("touch", "pause", "motion"), [(False, 0.0, True), (True, 0.5, True), (True, 0.0, False)])
def test_a_mouse_a_slow_end_and_reduced_motion_never_fling(
    long_chat: App, touch: bool, pause: float, motion: bool
) -> None:
    long_chat.sitting = replace(long_chat.sitting, settings=replace(long_chat.sitting.settings, motion=motion))
    name = read_chat(long_chat)
    long_chat.frame.offsets[name] = 600.0
    drag(long_chat, touch=touch, pause=pause)
    places = fly(long_chat, name)
    assert len(set(places)) == 1


def test_a_press_stops_a_flight(long_chat: App) -> None:
    name = read_chat(long_chat)
    long_chat.frame.offsets[name] = 600.0
    drag(long_chat, touch=True)
    long_chat.tick(200.15)
    long_chat.handle(Pointer("down", 300, 300, True))
    assert len(set(fly(long_chat, name))) == 1


@given(st.floats(30, 8000), st.lists(st.floats(0.001, 0.3), min_size=1, max_size=200))
def test_a_flight_never_turns_back_and_ends_within_its_reach(speed: float, steps: list[float]) -> None:
    flight: Flight | None = Flight(Fling("chat", speed), 0.0)
    now = moved = 0.0
    for step in [*steps, 10.0]:
        now += step
        if flight is None:
            break
        down, flight = flight.step(now)
        assert down >= 0
        moved += down
    assert flight is None
    assert moved <= speed / 3.6 + 0.001


def practise(app: App, kind: type) -> None:
    """Open practice at an item of a kind."""
    app.perform(Practise())
    for _ in range(20):
        practising = app.sitting.after.practising
        assert practising is not None
        if isinstance(practising.item, kind):
            return
        if practising.is_over:
            app.perform(Practise())
            continue
        app.perform(Answer("a" if isinstance(practising.item, PairItem) else "1"))
        app.perform(GoOn())
    raise AssertionError(f"no {kind.__name__} came up")


@pytest.mark.parametrize(("to", "answer"), [(600, "fine"), (100, "not_ok")])
def test_a_swipe_sorts_a_message_right_is_fine_and_left_is_not_ok(home: Path, to: int, answer: str) -> None:
    app = open_game(home)
    practise(app, SortItem)
    app.handle(Pointer("down", 350, 300, True))
    for step in range(1, 6):
        app.handle(Pointer("move", 350 + (to - 350) * step / 5, 300, True))
    app.handle(Pointer("up", to, 300, True))
    assert app.sitting.after.practising is not None
    assert app.sitting.after.practising.answer == answer


@pytest.mark.parametrize(("key", "answer"), [("right", "fine"), ("left", "not_ok")])
def test_the_arrow_keys_sort_a_message_once(home: Path, key: str, answer: str) -> None:
    app = open_game(home)
    practise(app, SortItem)
    app.handle(Key(key))
    after = app.sitting.after.practising
    assert after is not None
    assert after.answer == answer
    app.handle(Key("left"))
    assert app.sitting.after.practising == after


@pytest.mark.parametrize("kind", [PairItem, TurnItem])
def test_a_swipe_answers_nothing_else(home: Path, kind: type) -> None:
    app = open_game(home)
    practise(app, kind)
    before = app.sitting.after.practising
    assert app.sitting.swipe("right") is None
    assert app.sitting.after.practising == before


def test_a_gamepad_presses_closes_helps_and_opens_the_menu(home: Path) -> None:
    app = open_game(home)
    read_chat(app)
    app.handle(Pad("y", True))
    assert [panel.panel for panel in app.sitting.panels] == ["help"]
    app.handle(Pad("b", True))
    app.handle(Pad("start", True))
    assert [panel.panel for panel in app.sitting.panels] == ["menu"]
    for _ in range(4):
        app.handle(Pad("b", True))
        app.handle(Pad("b", False))
    assert app.sitting.panels == ()
    assert not app.closing
    app.handle(Pad("a", True))
    assert app.sitting.playing is not None
    assert app.sitting.playing.state.pulses


def test_back_on_a_gamepad_leaves_once_it_is_held(home: Path) -> None:
    app = open_game(home)
    app.handle(Pad("back", True))
    app.tick(101.4)
    app.handle(Pad("back", False))
    app.tick(103.0)
    assert not app.closing
    app.handle(Pad("back", True))
    app.tick(104.4)
    assert not app.closing
    app.tick(104.6)
    assert app.closing


@pytest.mark.parametrize("key", [Key("f11"), Key("return", alt=True)])
def test_the_window_fills_the_screen_and_goes_back_and_nothing_of_it_is_kept(home: Path, key: Key) -> None:
    app = open_game(home)
    app.handle(key)
    assert app.full_screen
    app.handle(key)
    assert not app.full_screen
    assert not (home / "settings.json").exists()


def messages_of_others(app: App) -> Iterator[tuple[str, Message]]:
    playing = app.sitting.playing
    assert playing is not None
    for place, message in playing.state.messages(playing.scenario):
        if message.person != playing.scenario.friend.id:
            yield message_name(place), message


def test_a_right_and_a_wrong_answer_sound_the_same(home: Path) -> None:
    app = open_game(home)
    read_chat(app)
    playing = app.sitting.playing
    assert playing is not None
    place = next(place for place, message in playing.state.messages(playing.scenario) if message.is_sign)
    assert sound_of(Say(place, "not_ok")) == sound_of(Say(place, "fine")) != ""
    assert sound_of(Answer("fine")) == sound_of(Answer("not_ok"))


def test_what_is_heard_is_there_as_a_file_and_silence_is_silent(home: Path) -> None:
    app = open_game(home)
    app.sounds()
    for tick in range(100):
        app.tick(100.0 + tick / 5)
    app.perform(Open("help"))
    heard = app.sounds()
    assert {"arrive", "send", "open"} <= set(heard)
    assert all((data_folder("assets") / "sounds" / f"{name}.wav").is_file() for name in heard)
    assert app.sounds() == ()
    app.sitting = replace(app.sitting, settings=replace(app.sitting.settings, sound=False))
    app.perform(Open("menu"))
    assert app.sounds() == ()
    assert load_settings(home)[0].sound


def test_the_loupe_shows_under_the_mouse_and_never_under_a_finger(home: Path) -> None:
    app = open_game(home)
    app.resize(1280, 800)
    read_chat(app)

    def loupes() -> int:
        return sum(1 for i in walk(app.draw()) if i.node.picture is not None and i.node.picture.name == "icons/loupe")

    name, _message = list(messages_of_others(app))[-1]
    placed = find(app.draw(), name)
    assert placed is not None
    x, y = placed.visible.centre
    before = loupes()
    app.handle(Pointer("move", x, y, True))
    assert loupes() == before
    app.handle(Pointer("move", x, y, False))
    assert app.pointing
    assert loupes() == before + 1
    app.handle(Pointer("move", -1, -1, False))
    assert not app.pointing
    assert loupes() == before


def test_with_reduced_motion_nothing_moves_between_arrivals(home: Path) -> None:
    app = open_game(home, motion=False)
    trees = []
    for tick in range(600):
        app.tick(100.0 + tick / 60)
        tree = app.draw()
        trees.append(tree)
        assert all(item.node.opacity == 1.0 for item in walk(tree))
        assert all(item.node.dots is None or item.node.dots.phase < 0 for item in walk(tree))
    playing = app.sitting.playing
    assert playing is not None
    assert len({id(tree) for tree in trees}) <= 3 * len(playing.state.shown) + 3


def test_a_message_that_is_looked_at_is_scrolled_into_sight_above_the_drawer(home: Path) -> None:
    app = open_game(home, "tin-robot")
    app.resize(360, 640)
    read_chat(app)
    playing = app.sitting.playing
    assert playing is not None
    chat = playing.viewed_chat
    place = next(
        place
        for place, message in playing.state.messages(playing.scenario)
        if message.person != playing.scenario.friend.id and find(app.draw(), message_name(place)) is not None
    )
    app.perform(LookAt(place))
    placed = find(app.draw(), message_name(place))
    assert placed is not None
    assert placed.holder or chat
    assert placed.visible.height >= min(placed.rect.height, 40)


def test_gestures_forget_a_press_that_ended_elsewhere(home: Path) -> None:
    app = open_game(home)
    gestures = Gestures()
    tree = app.draw()
    assert gestures.point(tree, Pointer("up", 5, 5)) is None
    gestures.point(tree, Pointer("down", 5, 5))
    assert gestures.is_down
    gestures.point(tree, Pointer("up", 5, 5))
    assert not gestures.is_down
