"""Promises of the walk through a story: it passes everything a player can come to."""

import re
from datetime import date
from pathlib import Path
from random import Random

import pytest

from game.app.opening import Opening
from game.shown.help_words import PlaceHelp, help_cards
from game.studio.tour import HELP_CARDS, Tour
from game.view.fonts import PygameMeasure

STORIES = Path(__file__).parents[1] / "data" / "stories"
ALL = ("paper-kite", "tin-robot", "lunch-swap", "quiet-week", "one-more-game", "loud-chat")


def walk(story: str, home: Path) -> tuple[list[str], list[str]]:
    """The names of the stops, and what the story waited for at each."""
    opening = Opening(home, today=date(2026, 1, 1))
    opening.find_story(story)
    app = opening.app(PygameMeasure(1.0), random=Random(1))
    names, awaited = [], []
    for stop in Tour(app, story).stops():
        names.append(stop.screen)
        playing = app.sitting.playing
        awaited.append(playing.state.awaiting if playing else "")
        assert app.draw().root.children
    return names, awaited


@pytest.mark.parametrize("story", ALL)
def test_a_walk_begins_at_the_first_start_and_passes_the_end_help_and_the_menu(story, tmp_path):
    names, _awaited = walk(story, tmp_path)
    plain = [name.split("-", 1)[1] for name in names]
    assert plain[0] == "welcome"
    assert plain[-1] == "menu"
    assert {"band", "picker", "topic", "choice", "feedback", "ending", "look-back-whole", "help"} <= set(plain)
    assert {f"help-{card}" for card in HELP_CARDS} <= set(plain)


@pytest.mark.parametrize("story", ALL)
def test_stops_are_numbered_so_that_a_folder_of_pictures_is_in_order(story, tmp_path):
    names, _awaited = walk(story, tmp_path)
    assert names == sorted(names)
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"\d\d-[a-z_-]+", name) for name in names)


def test_over_the_stories_everything_that_a_story_waits_for_is_passed(tmp_path):
    awaited = {state for story in ALL for state in walk(story, tmp_path / story)[1]}
    assert awaited == {"", "reading", "pulse", "choice", "rehearse", "look_back", "over"}


def test_a_story_behind_the_gate_shows_the_gate_and_the_page(tmp_path):
    names, _awaited = walk("quiet-week", tmp_path / "quiet")
    assert any(name.endswith("-gate") for name in names)
    assert any(name.endswith("-page") for name in names)
    names, _awaited = walk("tin-robot", tmp_path / "egg")
    assert not any(name.endswith(("-gate", "-page")) for name in names)


def test_two_walks_are_the_same(tmp_path):
    assert walk("paper-kite", tmp_path / "one") == walk("paper-kite", tmp_path / "two")


def test_the_walk_knows_every_card_of_the_help_page():
    cards = help_cards(lambda text, **values: text.format(**values) if values else text, PlaceHelp(place="A"))
    assert tuple(card.id for card in cards) == HELP_CARDS
