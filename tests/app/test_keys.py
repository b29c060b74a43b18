"""Promises of the keyboard: digits, letters, Tab and arrows, page keys."""

import pytest
from open_games import answers, at_choice, copies, offset_of, press, tap

from game.ui.events import Key, Resized
from game.ui.intents import Choose, GoOn, LookAt, Open, ShowAll
from game.ui.tree import find, reachable, walk


@pytest.mark.parametrize("key", ["1", "2", "3", "4", "٣"])
def test_a_digit_picks_the_answer_of_that_number(home, key):
    app = at_choice(home)
    wanted = answers(app)[int(key) - 1].removeprefix("option:")
    press(app, key)
    assert app.sitting.playing.feedback[1] == wanted


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
    assert app.sitting.playing.state.judgements[place].verdict == "not_sure"


def test_a_greyed_answer_keeps_its_number_and_is_not_picked(home):
    app = at_choice(home)
    choice = app.sitting.playing.state.open_choice(app.sitting.playing.scenario)
    again = next((option for option in choice.options if option.go is None), None)
    while again is None:
        # The first choice has no answer that is asked again; a later one has.
        app.perform(Choose(next(option.id for option in choice.options if option.move == "risky")))
        for _ in range(6):
            app.perform(GoOn())
            app.perform(ShowAll())
        choice = app.sitting.playing.state.open_choice(app.sitting.playing.scenario)
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
    assert app.sitting.playing.feedback is None
    other = number % len(choice.options) + 1
    press(app, str(other))
    assert app.sitting.playing.feedback[1] == choice.options[other - 1].id


@pytest.mark.parametrize(("key", "panel"), [("h", "1:help"), ("m", "1:menu")])
def test_letters_open_help_and_the_menu(home, key, panel):
    app = at_choice(home)
    press(app, key)
    assert app.sitting.screen_name.startswith(panel)


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
        assert ":help:" in app.sitting.screen_name, name


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
    assert ":help:" in app.sitting.screen_name


def test_a_held_return_presses_once(home):
    app = at_choice(home)
    first = app.draw().focus
    press(app, "return")
    after = app.sitting.screen_name
    for _ in range(5):
        app.handle(Key("return", repeat=True))
    assert first.startswith("option:")
    assert app.sitting.screen_name == after


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
