"""Promises of practice in small windows and with large text: what comes after an answer is in sight."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from game.app.app import App
from game.app.opening import Opening
from game.story.practice import PairItem, TurnItem
from game.ui.events import Key
from game.ui.intents import Answer, GoOn, Practise
from game.ui.tree import find, walk
from game.view.fonts import PygameMeasure

MEASURE = PygameMeasure(1.0)
WINDOWS = [(360, 640, 200), (360, 640, 100), (640, 360, 200), (320, 480, 150), (1280, 800, 100)]


def in_practice(home: Path, width: int, height: int, text_size: int) -> App:
    """At the first item of a round that has every kind."""
    opening = Opening(home, today=date(2026, 3, 1))
    opening.library.read_all()
    opening.settings = replace(opening.settings, band="11-13", adult_page_seen=True, text_size=text_size)
    app = opening.app(MEASURE, random=Random(4))
    app.resize(width, height)
    app.tick(100.0)
    app.perform(Practise())
    app.draw()
    return app


def offset(app: App) -> float:
    (scroll,) = [item.node.scroll for item in walk(app.draw()) if item.node.name.startswith("practice:")]
    assert scroll is not None
    return scroll.offset


@pytest.mark.parametrize(("width", "height", "text_size"), WINDOWS)
def test_the_way_on_is_in_sight_after_every_answer(home: Path, width: int, height: int, text_size: int) -> None:
    app = in_practice(home, width, height, text_size)
    after = app.sitting.after
    assert after.practising is not None
    kinds = {type(item) for item in after.practising.items}
    assert {PairItem, TurnItem} < kinds
    for item in after.practising.items:
        answer = {PairItem: "a", TurnItem: "2"}.get(type(item), "fine")
        app.perform(Answer(answer))
        on = find(app.draw(), "go_on")
        assert on is not None
        assert on.visible.height == pytest.approx(on.rect.height)
        assert on.rect.bottom <= height
        app.perform(GoOn())
        assert app.sitting.after.practising is not None
        if not app.sitting.after.practising.is_over:
            assert offset(app) == 0


def test_after_an_answer_one_may_scroll_back_to_the_question(home: Path) -> None:
    app = in_practice(home, 360, 640, 200)
    app.perform(Answer("fine"))
    shown = offset(app)
    assert shown > 0
    app.handle(Key("home"))
    assert offset(app) == 0
    app.tick(101.0)
    assert offset(app) == 0
