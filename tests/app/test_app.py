"""Promises of the game as one object: keys, pointer, wheel, quick exit, any window, and no needless drawing."""

from copy import copy
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.app import App
from game.app.opening import Opening
from game.studio.tour import Tour
from game.ui.events import CloseWindow, Focused, Key, Pointer, Resized, Wheel
from game.ui.intents import Choose, GoOn, LookAt, Open, PickBand, SayPulse, ShowAll, StartStory
from game.ui.tree import find, node_at, reachable, walk
from game.view.fonts import PygameMeasure

STORIES = Path(__file__).parents[1] / "data" / "stories"
TODAY = date(2026, 1, 1)
MEASURE = PygameMeasure(1.0)


def open_game(home: Path, *, story: str = "", **changes: object) -> App:
    """The game at its first screen, or before a story."""
    opening = Opening(home, [STORIES], today=TODAY)
    opening.library.read_all()
    opening.settings = replace(opening.settings, **changes)  # type: ignore[arg-type]
    app = opening.app(MEASURE, story=story)
    app.tick(100.0)
    return app


def at_choice(home: Path, **changes: object) -> App:
    """In the first choice of a story."""
    app = open_game(home, story="free-skins", **changes)
    app.perform(StartStory("free-skins"))
    app.perform(ShowAll())
    playing = app.session.playing
    assert playing is not None
    if playing.state.awaiting == "pulse":
        app.perform(SayPulse("fine"))
        app.perform(ShowAll())
    assert app.session.playing is not None
    assert app.session.playing.state.awaiting == "choice"
    return app


@pytest.fixture(scope="module")
def tour_stops(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, App]]:
    """Every stop of two walks, each as a game of its own that stands there."""
    stops = []
    for story in ("free-skins", "quiet-week"):
        app = open_game(tmp_path_factory.mktemp(story))
        for stop in Tour(app, story).stops():
            session = copy(app.session)
            session.panels = list(session.panels)
            session.world = replace(session.world, home=None)
            still = App(session, MEASURE)
            still.tick(app._now)
            stops.append((f"{story}/{stop.screen}", still))
    return stops


def copies(stops: list[tuple[str, App]]) -> list[tuple[str, App]]:
    """The stops once more, for a test that changes them."""
    made = []
    for name, app in stops:
        session = copy(app.session)
        session.panels = list(session.panels)
        still = App(session, MEASURE)
        still.tick(app._now)
        made.append((name, still))
    return made


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


# Leaving


def test_escape_three_times_closes_the_game_from_every_screen_and_twice_does_not(tour_stops):
    for name, app in copies(tour_stops):
        now = app._now
        for press_number, wait in enumerate((0.0, 0.5, 0.9), start=1):
            app.tick(now + wait)
            press(app, "escape")
            assert app.closing == (press_number == 3), name
        assert app.session.playing is None
        assert app.session.screen_name.startswith("picker"), name


def test_slow_escapes_never_close_the_game(tour_stops):
    for name, app in copies(tour_stops):
        for round_number in range(5):
            app.tick(app._now + 0.8 * round_number + 0.8)
            press(app, "escape")
        assert not app.closing, name


def test_quick_exit_closes_the_game_with_one_press_from_every_screen(tour_stops):
    for name, app in copies(tour_stops):
        tap(app, "quick_exit")
        assert app.closing, name


def test_escape_with_nothing_open_does_nothing(home):
    app = at_choice(home)
    before = app.draw()
    press(app, "escape")
    assert app.draw() == before
    picker = open_game(home, band="11-13")
    before = picker.draw()
    press(picker, "escape")
    assert picker.draw() == before


def test_escape_closes_only_the_top_panel(home):
    app = at_choice(home)
    app.perform(LookAt(next(iter(dict(app.session.playing.state.messages(app.session.playing.scenario))))))
    for panel in (Open("menu"), Open("help"), Open("help", "danger")):
        app.perform(panel)
    seen = []
    for wait in range(1, 5):
        seen.append(app.session.screen_name.split(":")[:3])
        app.tick(100.0 + 10 * wait)
        press(app, "escape")
    assert seen[0][1:] == ["help", "danger"]
    assert seen[1][1:] == ["help", ""]
    assert seen[2][1:] == ["menu", ""]
    assert seen[3][0] == "story"
    assert app.session.playing.looking_at is None
    assert app.session.playing.state.awaiting == "choice"


def test_an_escape_key_that_is_held_closes_one_panel_and_not_the_game(home):
    app = at_choice(home)
    app.perform(Open("menu"))
    app.perform(Open("help"))
    app.handle(Key("escape"))
    for _ in range(10):
        app.handle(Key("escape", repeat=True))
    assert not app.closing
    assert app.session.screen_name.startswith("1:menu")


def test_the_windows_own_button_closes_the_game(home):
    app = at_choice(home)
    app.handle(CloseWindow())
    assert app.closing


# Keys


def answers(app: App) -> list[str]:
    return [item.node.name for item in walk(app.draw()) if item.node.name.startswith("option:")]


@pytest.mark.parametrize("key", ["1", "2", "3", "4", "٣"])
def test_a_digit_picks_the_answer_of_that_number(home, key):
    app = at_choice(home)
    wanted = answers(app)[int(key) - 1].removeprefix("option:")
    press(app, key)
    assert app.session.playing.feedback[1] == wanted


@pytest.mark.parametrize("digit", ["0", "9", "²", "½"])
def test_a_digit_without_an_answer_does_nothing(home, digit):
    app = at_choice(home)
    before = app.draw()
    press(app, digit)
    assert app.draw() == before


@pytest.mark.parametrize("panel", ["menu", "countries"])
def test_digits_do_nothing_in_a_panel_that_shows_no_numbers(home, panel):
    """Or a slip of the finger would leave the story, or move the help page to another country."""
    app = at_choice(home)
    app.perform(Open(panel))
    before = app.draw()
    press(app, *"123456789")
    assert app.draw() == before


def test_digits_say_what_one_thinks_of_a_message(home):
    app = at_choice(home)
    place = next(item.node.intent.place for item in reachable(app.draw()) if isinstance(item.node.intent, LookAt))
    app.perform(LookAt(place))
    press(app, "2")
    assert app.session.playing.state.judgements[place].verdict == "not_sure"


def test_a_greyed_answer_keeps_its_number_and_is_not_picked(home):
    app = at_choice(home)
    choice = app.session.playing.state.open_choice(app.session.playing.scenario)
    again = next((option for option in choice.options if option.go is None), None)
    while again is None:
        # The first choice has no answer that is asked again; a later one has.
        app.perform(Choose(next(option.id for option in choice.options if option.move == "risky")))
        for _ in range(6):
            app.perform(GoOn())
            app.perform(ShowAll())
        choice = app.session.playing.state.open_choice(app.session.playing.scenario)
        assert choice is not None
        again = next((option for option in choice.options if option.go is None), None)
    number = [option.id for option in choice.options].index(again.id) + 1
    press(app, str(number))
    app.perform(GoOn())
    before = app.draw()
    greyed = find(before, f"option:{again.id}")
    assert greyed is not None
    assert greyed.node.disabled
    press(app, str(number))
    assert app.session.playing.feedback is None
    other = number % len(choice.options) + 1
    press(app, str(other))
    assert app.session.playing.feedback[1] == choice.options[other - 1].id


@pytest.mark.parametrize(("key", "panel"), [("h", "1:help"), ("m", "1:menu")])
def test_letters_open_help_and_the_menu(home, key, panel):
    app = at_choice(home)
    press(app, key)
    assert app.session.screen_name.startswith(panel)


@pytest.mark.parametrize("key", ["h", "m"])
def test_letters_can_be_switched_off(home, key):
    app = at_choice(home, letter_keys=False)
    before = app.draw()
    press(app, key)
    assert app.draw() == before
    assert not any(item.node.text is not None and item.node.text.text == "H" for item in walk(before))


@pytest.mark.parametrize("key", [Key("h", control=True), Key("m", alt=True), Key("1", control=True), Key("f5")])
def test_keys_of_the_system_are_left_alone(home, key):
    app = at_choice(home)
    before = app.draw()
    app.handle(key)
    assert app.draw() == before


def test_help_is_opened_by_one_key_on_every_screen(tour_stops):
    for name, app in copies(tour_stops):
        press(app, "h")
        assert ":help:" in app.session.screen_name, name


@pytest.mark.parametrize("key", ["return", "space"])
def test_tab_moves_the_focus_and_return_or_space_presses(home, key):
    app = at_choice(home)
    names = []
    for _ in range(60):
        press(app, "tab")
        names.append(app.draw().focus)
        if names[-1] == "help":
            break
    assert names[-1] == "help"
    assert app.draw().focus_visible
    press(app, key)
    assert ":help:" in app.session.screen_name


def test_a_held_return_presses_once(home):
    app = at_choice(home)
    first = app.draw().focus
    press(app, "return")
    after = app.session.screen_name
    for _ in range(5):
        app.handle(Key("return", repeat=True))
    assert first.startswith("option:")
    assert app.session.screen_name == after


def test_arrows_go_through_the_answers(home):
    app = at_choice(home)
    wanted = answers(app)
    names = [app.draw().focus]
    for _ in wanted[1:]:
        press(app, "down")
        names.append(app.draw().focus)
    assert names == wanted
    press(app, "up")
    assert app.draw().focus == wanted[-2]


def test_the_ring_is_drawn_for_keys_and_not_for_a_pointer(home):
    app = at_choice(home)
    assert not app.draw().focus_visible
    press(app, "tab")
    assert app.draw().focus_visible
    tap(app, answers(app)[0])
    assert not app.draw().focus_visible


def offset_of(app: App, name: str) -> float:
    placed = find(app.draw(), name)
    assert placed is not None
    assert placed.node.scroll is not None
    return placed.node.scroll.offset


def test_page_keys_scroll_a_long_page_and_stop_at_its_ends(home):
    app = at_choice(home)
    app.handle(Resized(360, 640))
    app.perform(Open("help"))
    offsets = [offset_of(app, "help:")]
    for key in ("page_down", "page_down", "page_up", "end", "end", "home", "page_up"):
        press(app, key)
        offsets.append(offset_of(app, "help:"))
    assert offsets[0] == 0.0
    assert offsets[0] < offsets[1] < offsets[2]
    assert offsets[3] == offsets[1]
    assert offsets[4] == offsets[5] > offsets[2]
    assert offsets[6] == offsets[7] == 0.0


def test_what_gets_the_focus_is_brought_into_sight(home):
    app = at_choice(home)
    app.handle(Resized(360, 640))
    app.perform(Open("help"))
    app.draw()
    for _ in range(40):
        press(app, "tab")
        tree = app.draw()
        placed = find(tree, tree.focus)
        assert placed is not None
        assert placed.visible.height > 0, tree.focus
        assert placed.visible.height >= min(placed.rect.height, 300) - 0.1, tree.focus


# Pointer


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "finger"])
def test_a_tap_picks_an_answer(home, touch):
    app = at_choice(home)
    wanted = answers(app)[1]
    tap(app, wanted, touch=touch)
    assert app.session.playing.feedback[1] == wanted.removeprefix("option:")


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "finger"])
def test_a_press_that_slips_off_an_answer_picks_nothing(home, touch):
    app = at_choice(home)
    placed = find(app.draw(), answers(app)[1])
    assert placed is not None
    x, y = placed.visible.centre
    app.handle(Pointer("down", x, y, touch=touch))
    app.handle(Pointer("move", x, y + 300, touch=touch))
    app.handle(Pointer("up", x, y + 300, touch=touch))
    assert app.session.playing.feedback is None


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "finger"])
def test_a_drag_scrolls_the_chat_and_opens_no_message(home, touch):
    app = at_choice(home)
    app.handle(Resized(360, 640))
    app.perform(Open("help"))
    before = offset_of(app, "help:")
    app.handle(Pointer("down", 180, 500, touch=touch))
    app.handle(Pointer("move", 180, 400, touch=touch))
    app.handle(Pointer("up", 180, 400, touch=touch))
    assert offset_of(app, "help:") == before + 100
    assert app.session.screen_name.startswith("1:help:")
    assert app.session.screen_name.endswith(":")


def test_the_wheel_scrolls_what_is_under_it(home):
    app = at_choice(home)
    app.handle(Resized(1280, 400))
    thread = next(i for i in walk(app.draw()) if i.node.role == "log")
    assert thread.node.scroll is not None
    assert thread.node.scroll.content > thread.node.rect.height
    x, y = thread.visible.centre
    before = offset_of(app, thread.node.name)
    app.handle(Wheel(x, y, -30))
    assert offset_of(app, thread.node.name) == before - 30
    app.handle(Wheel(x, y, -100_000))
    assert offset_of(app, thread.node.name) == 0.0
    app.handle(Wheel(x, y, 100_000))
    assert offset_of(app, thread.node.name) == before
    app.handle(Wheel(5, 5, 50))


def test_a_tap_beside_the_menu_closes_it(home):
    app = at_choice(home)
    app.perform(Open("menu"))
    app.handle(Pointer("down", 20, 780))
    app.handle(Pointer("up", 20, 780))
    assert app.session.screen_name.startswith("story:")


def test_whatever_is_hit_is_what_was_painted_last_there(tour_stops):
    """The quick way to find what lies under a point finds what a slow look at everything finds."""
    for name, app in tour_stops:
        tree = app.draw()
        items = reachable(tree)
        for x in range(5, 1280, 45):
            for y in range(5, 800, 45):
                hits = [item.node.name for item in items if item.visible.holds(x, y)]
                found = node_at(tree, x, y)
                assert (found.node.name if found else None) == (hits[-1] if hits else None), (name, x, y)


# Any window, any text


@pytest.mark.parametrize("text_size", [100, 300])
@pytest.mark.parametrize("size", [(1, 1), (200, 200), (360, 640), (3000, 300), (5000, 3000)], ids=str)
def test_no_window_is_too_small_or_too_large_for_any_screen(tour_stops, size, text_size):
    for name, app in copies(tour_stops):
        app.session.settings = replace(app.session.settings, text_size=text_size)
        app.handle(Resized(*size))
        assert app.draw().root.rect.width == size[0], name
        press(app, "tab", "down", "page_down", "end")
        app.handle(Wheel(size[0] / 2, size[1] / 2, 40))
        app.handle(Pointer("down", size[0] / 2, size[1] / 2))
        app.handle(Pointer("up", size[0] / 2, size[1] / 2))
        app.draw()


NAMED_KEYS = ("escape", "return", "space", "tab", "up", "down", "left", "right", "home", "end", "page_up", "page_down")
keys = st.sampled_from([*NAMED_KEYS, *"123456789hmxyz "])
events = st.one_of(
    st.builds(Key, keys, shift=st.booleans(), repeat=st.booleans()),
    st.builds(Pointer, st.sampled_from(["down", "move", "up"]), st.floats(-50, 1400), st.floats(-50, 900)),
    st.builds(Wheel, st.floats(0, 1280), st.floats(0, 800), st.floats(-500, 500)),
    st.builds(Resized, st.floats(1, 2000), st.floats(1, 2000)),
    st.builds(Focused, st.booleans()),
)


@settings(max_examples=40)
@given(happened=st.lists(st.tuples(events, st.floats(0, 2)), max_size=40), start=st.integers(0, 200))
def test_whatever_happens_in_whatever_order_the_game_goes_on(tour_stops, happened, start):
    name, app = copies([tour_stops[start % len(tour_stops)]])[0]
    for event, wait in happened:
        app.handle(event)
        app.tick(app._now + wait)
        tree = app.draw()
        assert tree.title == "Look Twice", name
        assert app.closing or find(tree, "quick_exit") is not None


# Drawing only what changed


def test_the_same_tree_is_drawn_while_nothing_changes(tour_stops):
    for name, app in copies(tour_stops):
        app.tick(app._now + 5.0)
        playing = app.session.playing
        if playing is not None and playing.is_reading and not app.session.panels:
            continue
        first = app.draw()
        for wait in range(1, 4):
            app.tick(app._now + wait)
            assert app.draw() is first, name


def test_an_event_that_changes_nothing_leaves_the_same_tree(home):
    app = at_choice(home)
    first = app.draw()
    for event in (
        Pointer("move", 10, 10),
        Resized(1280.0, 800.0),
        Wheel(5, 5, 10),
        Key("f7"),
        Key("x"),
        Focused(True),
        Focused(False),
    ):
        app.handle(event)
        assert app.draw() is first, event


def test_while_nothing_is_due_the_clock_says_so(home):
    app = at_choice(home)
    assert app.tick(200.0) is None
    picker = open_game(home, band="11-13")
    assert picker.tick(5.0) is None


def test_while_messages_arrive_the_next_moment_is_known(home):
    app = open_game(home, story="free-skins", motion=False)
    app.perform(StartStory("free-skins"))
    now, seen = 1000.0, 0
    for _ in range(300):
        due = app.tick(now)
        if app.session.playing.state.awaiting != "reading":
            break
        assert due is not None
        assert due > now
        now, seen = due, seen + 1
    assert app.session.playing.state.awaiting == "pulse"
    assert seen < 120


def test_picking_a_story_leads_to_its_topic_note_and_starting_it_to_the_chat(home):
    app = open_game(home)
    app.perform(PickBand("11-13"))
    tap(app, "story:free-skins")
    assert app.session.screen_name == "topic:free-skins"
    tap(app, "start")
    assert app.session.screen_name.startswith("story:")
