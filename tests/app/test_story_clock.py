"""Promises of time in a story: what stops it, and what arrives meanwhile."""

from sitting import enter, first_start, open_game, said

from game.ui.intents import Close, LookAt, Open
from game.ui.tree import find


def test_an_open_menu_stops_the_story(home):
    app = open_game(home)
    first_start(app)
    enter(app)
    app.tick(100.0)
    app.perform(Open("menu"))
    shown = app.sitting.playing.state.shown
    for now in range(101, 200):
        app.tick(float(now))
    assert app.sitting.playing.state.shown == shown
    app.perform(Close())
    for tenth in range(2000, 2100):
        app.tick(tenth / 10)
    assert len(app.sitting.playing.state.shown) > len(shown)


def test_whoever_looks_twice_at_a_message_is_not_hurried_by_the_next(home):
    app = open_game(home)
    first_start(app)
    enter(app)
    now = 100.0
    while len(app.sitting.playing.state.messages(app.sitting.playing.scenario)) < 1:
        now += 0.1
        app.tick(now)
    place, _message = app.sitting.playing.state.messages(app.sitting.playing.scenario)[0]
    app.perform(LookAt(place))
    shown = app.sitting.playing.state.shown
    for _ in range(100):
        now += 0.5
        app.tick(now)
    assert app.sitting.playing.state.shown == shown


def test_the_tab_of_a_chat_with_news_says_so_in_a_word(home):
    app = open_game(home)
    first_start(app)
    enter(app)
    now = 100.0
    while app.sitting.playing.current_chat != "kai_only":
        now += 0.1
        app.tick(now)
    tab = find(app.draw(), "tab:crew")
    assert tab is not None
    app.perform(tab.node.intent)
    for _ in range(50):
        now += 0.5
        app.tick(now)
    kai = find(app.draw(), "tab:kai_only")
    assert kai is not None
    assert "new" in kai.node.label
    assert "Back to Kai_up" in said(app)
    app.perform(find(app.draw(), "back_to_story").node.intent)
    assert "new" not in find(app.draw(), "tab:kai_only").node.label
