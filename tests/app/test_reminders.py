"""Promises of reminders: what is due is on the picker, only where the place is kept, and never pressed (C6, G4, G6)."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from game.app.app import App
from game.app.opening import Opening
from game.app.reminders import practice_is_due
from game.story.practice import ROUND
from game.ui.intents import Change, EraseEverything, PickBand, Practise
from game.ui.tree import reachable, walk
from game.view.fonts import PygameMeasure

STORIES = Path(__file__).parents[1] / "data" / "stories"
FIRST = date(2026, 3, 1)
BOOSTER = "one-more-game"
MEASURE = PygameMeasure(1.0)


def keep(
    home: Path, *, done: tuple[str, ...] = ("paper-kite",), first: date = FIRST, shown: tuple[str, ...] = ()
) -> None:
    """What an earlier sitting kept."""
    kept = {"format": 1, "done": list(done), "first_finished": {"11-13": first.isoformat()}, "practised": list(shown)}
    (home / "done.json").write_text(json.dumps(kept), encoding="utf-8")


def open_picker(home: Path, days: int, *, keeps: bool = True, **changes: object) -> App:
    """The picker so many days after the band's first story."""
    opening = Opening(home, today=FIRST + timedelta(days))
    opening.library.read_all()
    opening.settings = replace(opening.settings, band="11-13", adult_page_seen=True, keep_place=keeps, **changes)  # type: ignore[arg-type]
    app = opening.app(MEASURE, random=Random(2))
    app.resize(1280, 3000)
    app.tick(100.0)
    return app


def shelf(app: App) -> list[str]:
    """The names of the cards, in their order."""
    names = [item.node.name for item in reachable(app.draw())]
    return [name for name in names if name.startswith("story:") or name == "practise"]


def words(app: App) -> list[str]:
    return [item.node.text.text for item in walk(app.draw()) if item.node.text is not None]


@pytest.mark.parametrize(("days", "first"), [(6, False), (7, True), (27, True), (90, True), (-2, False), (-400, False)])
def test_the_booster_stands_first_from_the_seventh_day_on(home, days, first):
    """A day before the first one is a clock that was changed: nothing is due, and nothing breaks."""
    keep(home)
    app = open_picker(home, days)
    names = shelf(app)
    assert f"story:{BOOSTER}" in names
    assert (names.index(f"story:{BOOSTER}") < names.index("story:paper-kite")) is first
    assert ("for this week" in words(app)) is first


def test_before_the_first_finished_story_the_booster_is_not_there(home):
    assert f"story:{BOOSTER}" not in shelf(open_picker(home, 30))


def test_a_booster_that_was_done_is_due_no_more(home):
    boosters = [card.id for card in open_picker(home, 0).sitting.cards if card.kind == "booster"]
    keep(home, done=("paper-kite", *boosters))
    app = open_picker(home, 30)
    names = shelf(app)
    assert names.index(f"story:{BOOSTER}") > names.index("story:paper-kite")
    assert "for this week" not in words(app)


@pytest.mark.parametrize(("days", "due"), [(27, False), (28, True), (300, True), (-5, False)])
def test_the_later_practice_is_due_from_the_twenty_eighth_day_on(home, days, due):
    keep(home)
    app = open_picker(home, days)
    note = "Some weeks have passed. Here are messages you have not seen yet."
    assert (note in words(app)) is due
    assert (shelf(app)[0] == "practise") is due
    assert (shelf(app)[-1] == "practise") is not due


@pytest.mark.parametrize("new", [0, ROUND - 1, ROUND])
def test_the_later_practice_needs_a_whole_round_of_new_messages(home, new):
    items = [f"11-13/{item.id}" for item in open_picker(home, 0).world.translations.practice("11-13", "en")]
    keep(home, shown=tuple(items[new:]))
    assert (shelf(open_picker(home, 40))[0] == "practise") is (new >= ROUND)


def test_the_later_round_shows_no_message_of_the_rounds_before(home):
    earlier = open_picker(home, 0)
    for _ in range(3):
        earlier.perform(Practise())
    keep(home, shown=tuple(earlier.sitting.after.shown))
    app = open_picker(home, 40)
    app.perform(Practise())
    practising = app.sitting.after.practising
    assert practising is not None
    assert len(practising.items) >= ROUND
    assert not {f"11-13/{item.id}" for item in practising.items} & set(earlier.sitting.after.shown)


def test_where_the_place_is_not_kept_nothing_is_ever_due(home):
    keep(home)
    app = open_picker(home, 60, keeps=False)
    assert "for this week" not in words(app)
    assert shelf(app)[-1] == "practise"


@pytest.mark.parametrize("intents", [[Change("keep_place", False)], [EraseEverything(), EraseEverything(True)]])
def test_with_what_was_kept_the_reminders_go_at_once(home, intents):
    keep(home)
    app = open_picker(home, 60)
    assert "for this week" in words(app)
    for intent in intents:
        app.perform(intent)
    app.perform(PickBand("11-13"))
    assert "for this week" not in words(app)
    assert shelf(app)[-1] == "practise"


def test_the_days_of_one_band_say_nothing_of_another(home):
    keep(home)
    app = open_picker(home, 60)
    app.perform(PickBand("8-10"))
    assert "for this week" not in words(app)
    assert "Some weeks have passed. Here are messages you have not seen yet." not in words(app)


@pytest.mark.parametrize("day", ["", "yesterday", "2026-13-41", 7, None, ["2026-03-01"]])
def test_a_day_that_is_none_is_a_sentence_and_no_crash(home, day):
    keep(home)
    kept = json.loads((home / "done.json").read_text())
    kept["first_finished"]["11-13"] = day
    (home / "done.json").write_text(json.dumps(kept), encoding="utf-8")
    app = open_picker(home, 60)
    assert "for this week" not in words(app)


def test_the_last_day_of_the_calendar_is_no_trouble():
    assert practice_is_due(date.min, date.max)
    assert not practice_is_due(date.max, date.min)


def test_a_reminder_is_a_word_on_a_card_and_presses_nobody(home):
    """No counter, no exclamation mark, no red, and every story can still be picked (G6)."""
    keep(home)
    app = open_picker(home, 60)
    said = " ".join(words(app)).lower()
    assert not [word for word in ("!", "streak", "days in a row", "hurry", "missed", "do not lose") if word in said]
    assert {"story:paper-kite", "story:tin-robot"} <= set(shelf(app))
    colours = {item.node.box.fill for item in walk(app.draw()) if item.node.box is not None}
    assert not colours & {"coral", "soft_coral"}
