"""What comes back after days, what is offered once, and where a chat turned."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from game.app.app import App
from game.app.opening import Opening
from game.app.reminders import due_story, practice_is_due
from game.content.files.plays_reader import load_plays
from game.shown.marks import first_sign
from game.story import engine
from game.ui.intents import GoTo, OfferKept, PickTurn, Practise, ToggleAdult
from game.ui.tree import find, walk
from game.view.fonts import PygameMeasure
from tests.app.presser import Presser

STORIES = Path(__file__).parents[1] / "data" / "stories"
MEASURE = PygameMeasure(1.0)
FIRST = date(2026, 3, 1)


def open_game(home: Path, today: date = FIRST, **changes: object) -> App:
    opening = Opening(home, today=today)
    opening.library.read_all()
    opening.settings = replace(opening.settings, adult_page_seen=True, **changes)  # type: ignore[arg-type]
    app = opening.app(MEASURE, random=Random(5))
    app.tick(100.0)
    return app


def words_on(app: App) -> str:
    return " | ".join(item.node.label for item in walk(app.draw()) if item.node.label)


def finish(app: App, story: str) -> None:
    """Play a story to its look-back."""
    folder = app.world.shelf.path(story).parent
    plays, _findings = load_plays(folder, app.world.shelf.scenario(story))
    Presser(app, "pointer").play(plays[0].play)


@pytest.mark.parametrize(("days", "due"), [(0, False), (6, False), (7, True), (400, True), (-3, False)])
def test_a_booster_is_due_from_the_seventh_day_on(home: Path, days: int, due: bool) -> None:
    cards = open_game(home).sitting.cards
    boosters = [card.id for card in cards if card.kind == "booster"]
    today = FIRST + timedelta(days)
    assert due_story(cards, (), FIRST, today) == (boosters[0] if due else "")
    assert due_story(cards, boosters, FIRST, today) == ""
    assert due_story(cards, (), None, today) == ""


@pytest.mark.parametrize(("days", "due"), [(27, False), (28, True)])
def test_practice_is_due_from_the_twenty_eighth_day_on(days: int, due: bool) -> None:
    assert practice_is_due(FIRST, FIRST + timedelta(days)) is due
    assert not practice_is_due(None, FIRST)


def test_a_week_later_the_short_story_comes_first_where_the_place_is_kept(home: Path) -> None:
    app = open_game(home, band="11-13", keep_place=True)
    assert find(app.draw(), "story:one-more-game") is None
    finish(app, "paper-kite")
    later = open_game(home, FIRST + timedelta(8), band="11-13", keep_place=True)
    names = [i.node.name for i in walk(later.draw()) if i.node.name.startswith("story:")]
    assert names[0] == "story:one-more-game"
    assert "for this week" in words_on(later)


def test_keeping_is_offered_once_and_a_yes_keeps_what_was_finished_before(home: Path) -> None:
    app = open_game(home, band="11-13")
    app.perform(GoTo("closing"))
    assert find(app.draw(), "keep:yes") is None
    app.perform(GoTo("picker"))
    finish(app, "paper-kite")
    app.perform(GoTo("closing"))
    assert find(app.draw(), "keep:yes") is not None
    app.perform(OfferKept(True))
    assert find(app.draw(), "keep:yes") is None
    kept = json.loads((home / "done.json").read_text())
    assert kept["done"] == ["paper-kite"]
    assert kept["first_finished"] == {"11-13": "2026-03-01"}


def test_a_no_is_final_and_keeps_nothing(home: Path) -> None:
    app = open_game(home, band="11-13")
    finish(app, "paper-kite")
    app.perform(GoTo("closing"))
    app.perform(OfferKept(False))
    finish_again = open_game(home, band="11-13", keep_offered=True)
    finish(finish_again, "paper-kite")
    finish_again.perform(GoTo("closing"))
    assert find(finish_again.draw(), "keep:yes") is None
    assert not (home / "done.json").exists()


def test_nothing_of_the_hand_is_in_any_file_even_where_the_place_is_kept(home: Path) -> None:
    app = open_game(home, band="11-13", keep_place=True)
    finish(app, "paper-kite")
    app.perform(Practise())
    app.perform(GoTo("hand"))
    for role in ("school_nurse", "helpline"):
        app.perform(ToggleAdult(role))
    app.perform(GoTo("card"))
    app.leave()
    texts = [file.read_text() for file in home.rglob("*") if file.is_file()]
    assert texts
    assert not any("nurse" in text or "helpline" in text for text in texts)


def quiet_week_at_its_end(home: Path) -> App:
    """The story for 14 to 17 at the start of its look-back."""
    app = open_game(home, band="14-17", gate_read=("quiet-week",))
    finish_by_engine(app)
    return app


def finish_by_engine(app: App) -> None:
    presser = Presser(app, "pointer")
    presser.press("story:quiet-week")
    presser.press("start")
    for _ in range(60):
        presser._pass_what_is_read()
        playing = app.sitting.playing
        assert playing is not None
        match playing.state.awaiting:
            case "pulse":
                presser.press("pulse:not_ok")
            case "choice":
                choice = playing.state.open_choice(playing.scenario)
                assert choice is not None
                presser.press(f"option:{next(o.id for o in choice.options if o.go and o.move == 'safe')}")
            case "rehearse":
                presser.press(f"role:{engine.roles_open(playing.scenario, playing.state)[0]}")
                if app.sitting.playing is not None and app.sitting.playing.sentence is None:
                    presser.press("sentence:1")
                presser.press("said_it")
                presser.press("go_on")
            case "over":
                presser.press("go_on")
                return


def test_the_oldest_are_asked_where_it_turned_before_they_look_back(home: Path) -> None:
    app = quiet_week_at_its_end(home)
    playing = app.sitting.playing
    assert playing is not None
    assert playing.asks_turn
    assert "Where did it turn?" in words_on(app)
    turn = first_sign(playing.scenario, playing.state)
    assert turn is not None
    others = [p for p, m in playing.state.messages(playing.scenario) if m.person != playing.scenario.friend.id]
    near = others[others.index(turn) - 1]
    for picked, said in ((turn, "You saw it."), (near, "You were right beside it.")):
        app.sitting = replace(app.sitting, playing=replace(playing, turn=None))
        app.perform(PickTurn(picked))
        assert said in words_on(app)
    Presser(app, "pointer").press("go_on")
    assert app.sitting.playing is not None
    assert not app.sitting.playing.asks_turn
    assert "The whole chat, once more" in words_on(app)


def test_younger_players_look_back_at_once(home: Path) -> None:
    app = open_game(home, band="11-13")
    finish(app, "paper-kite")
    assert app.sitting.playing is not None
    assert not app.sitting.playing.asks_turn
    assert "The whole chat, once more" in words_on(app)
