"""Promises of the notebook: the player's own words in one tint, the ladder unlit, a drawer where there is no room."""

from math import inf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.opening import load_album
from game.content.files.scenario_reader import read_scenario
from game.shown import playing_steps
from game.shown.labels import message_text, verdict_label
from game.shown.playing import Playing
from game.story.model import Message, Place, Scenario
from game.story.sign_cards import sign_cards
from game.ui.intents import Close, LookAt, Open
from game.ui.notebook import MOST_MARKS, draw_ladder, draw_marks, draw_notebook
from game.ui.screens.story import draw_story
from game.ui.tree import DisplayTree, Node, in_reach, reachable, walk

ALBUM = load_album()
STORIES = Path(__file__).parents[1] / "data" / "stories"
SIZES = ((360, 640), (480, 800), (1280, 800))


def read(file: Path) -> Scenario:
    scenario = read_scenario(file).scenario
    assert scenario is not None
    return scenario


KITE = read(STORIES / "paper-kite" / "scenario.yaml")
LOUD = read(STORIES / "loud-chat" / "scenario.yaml")
START = playing_steps.show_all(playing_steps.begin(KITE))
LOUD_START = playing_steps.show_all(playing_steps.begin(LOUD))


def others(playing: Playing) -> list[Place]:
    """Where messages stand that can be looked at."""
    friend = playing.scenario.friend.id
    return [place for place, message in playing.state.messages(playing.scenario) if message.person != friend]


def marked(playing: Playing, *verdicts: str, sign: str | None = None) -> Playing:
    """With a word on the first messages, one each."""
    for place, verdict in zip(others(playing), verdicts, strict=False):
        playing = playing_steps.say(playing, place, verdict, sign if verdict == "not_ok" else None, ask_sign=False)
    return playing


def say_(sentence: str, **values: object) -> str:
    return sentence.format(**values)


def nodes(root: Node | None) -> list[Node]:
    return [] if root is None else [item.node for item in walk(DisplayTree(root=root, title=""))]


def texts(found: list[Node]) -> list[str]:
    return [node.text.text for node in found if node.text is not None]


def marks(found: list[Node]) -> list[Node]:
    return [node for node in found if node.name.startswith("mark:")]


def test_without_a_mark_there_is_nothing_and_the_drawer_says_how_one_comes(open_frame):
    assert draw_marks(open_frame((1280, 800)), START, ALBUM, 500, inf) is None
    said = texts(nodes(draw_notebook(open_frame((360, 640)), START, ALBUM)))
    assert "Nothing marked yet. Tap any message." in said


@pytest.mark.parametrize("verdict", ["fine", "not_sure", "not_ok"])
def test_a_mark_holds_the_players_word_and_leads_to_its_message(verdict, open_frame):
    found = nodes(draw_marks(open_frame((1280, 800)), marked(START, verdict), ALBUM, 500, inf))
    (mark,) = marks(found)
    place = others(START)[0]
    message = KITE.beat_at(place)
    assert isinstance(message, Message)
    assert mark.intent == LookAt(place)
    assert mark.label == f"{message_text(say_, message)} ({verdict_label(say_, verdict)})"
    assert verdict_label(say_, verdict) in texts(found)
    assert message_text(say_, message) in texts(found)


def test_a_mark_with_a_card_shows_the_card(open_frame):
    playing = marked(START, "not_ok", sign="secrecy_request")
    found = nodes(draw_marks(open_frame((1280, 800)), playing, ALBUM, 500, inf))
    assert ALBUM["secrecy_request"].name in texts(found)
    assert f"signs/{ALBUM['secrecy_request'].picture}" in {node.picture.name for node in found if node.picture}


def test_all_marks_wear_one_tint_whatever_was_said_of_whatever(open_frame):
    playing = marked(START, "fine", "not_ok", "not_sure", "not_ok", "fine", sign="platform_shift")
    found = marks(nodes(draw_marks(open_frame((1280, 800)), playing, ALBUM, 500, inf)))
    assert len(found) == 5
    assert {node.box for node in found} == {found[0].box}
    assert found[0].box is not None
    assert (found[0].box.fill, found[0].box.outline) == ("soft", "edge")
    assert all(node.selected is None for node in found)


@given(count=st.integers(0, 12))
def test_the_newest_six_marks_stand_there_newest_first(count, open_frame_of_tests):
    places = others(LOUD_START)
    playing = marked(LOUD_START, *["fine"] * min(count, len(places)))
    found = marks(nodes(draw_marks(open_frame_of_tests, playing, ALBUM, 500, inf)))
    said = places[: min(count, len(places))]
    assert [node.intent for node in found] == [LookAt(place) for place in reversed(said[-MOST_MARKS:])]


@pytest.fixture(scope="module")
def open_frame_of_tests(artist):
    return artist.frame((1280, 800))


@pytest.mark.parametrize("room", [0, 60, 130, 200, 300, 500, 900])
def test_marks_never_need_more_room_than_there_is(room, open_frame):
    playing = marked(LOUD_START, *["fine"] * 6)
    drawn = draw_marks(open_frame((1280, 800)), playing, ALBUM, 500, room)
    assert drawn is None or drawn.rect.height <= room
    assert (draw_marks(open_frame((1280, 800)), playing, ALBUM, 500, 900)) is not None


def test_a_mark_goes_from_the_notebook_once_its_why_was_read(open_frame):
    judged = playing_steps.show_all(playing_steps.answer_pulse(marked(START, "fine"), "fine"))
    playing = playing_steps.choose(judged, "no_answer")
    assert draw_marks(open_frame((1280, 800)), playing, ALBUM, 500, inf) is not None
    later = playing_steps.go_on(playing_steps.go_on(playing))
    assert later.state.awaiting == "reading"
    assert draw_marks(open_frame((1280, 800)), later, ALBUM, 500, inf) is None


@pytest.mark.parametrize("width", [280, 324, 500, 700])
def test_the_ladder_has_four_steps_all_alike_and_none_to_press(width, open_frame):
    rungs = [node for node in nodes(draw_ladder(open_frame((1280, 800)), width)) if node.box is not None]
    assert [rung.label.split(".")[0] for rung in rungs] == ["Stop", "Keep", "Tell", "Report and take down"]
    assert len({rung.box for rung in rungs}) == 1
    assert all(rung.intent is None and rung.selected is None for rung in rungs)


def test_the_ladder_says_what_helps_and_never_to_delete_or_copy(open_frame):
    said = texts(nodes(draw_notebook(open_frame((360, 640)), START, ALBUM)))
    assert "You never have to answer." in said
    assert "Do not delete the chat. Never copy a private picture." in said
    assert "An adult, or a helpline." in said


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_drawer_is_over_everything_and_closes(size, open_frame):
    root = draw_notebook(open_frame(size), marked(START, "fine", "not_ok"), ALBUM)
    tree = DisplayTree(root=root, title="")
    assert any(item.node.role == "dialog" for item in in_reach(tree))
    pressed = {item.node.name: item.node.intent for item in reachable(tree)}
    assert pressed["close"] == Close()
    assert {"help", "quick_exit"} <= set(pressed)
    assert "menu" not in pressed


@pytest.mark.parametrize(("size", "has_button"), [((360, 640), True), ((480, 800), True), ((1280, 800), False)])
def test_where_the_notebook_does_not_stand_there_a_button_opens_it(size, has_button, open_frame):
    cards = sign_cards(KITE, tuple(ALBUM.values()))
    for playing in (playing_steps.begin(KITE), START):
        root = draw_story(open_frame(size), playing, cards, ALBUM, 0.0)
        intents = [item.node.intent for item in reachable(DisplayTree(root=root, title=""))]
        assert (Open("notebook") in intents) is has_button


def test_beside_the_phone_the_marks_stand_under_the_choice_and_step_aside_for_an_open_message(open_frame):
    playing = marked(START, "fine", "not_ok")
    cards = sign_cards(KITE, tuple(ALBUM.values()))
    root = draw_story(open_frame((1280, 800)), playing, cards, ALBUM, 0.0)
    assert len(marks(nodes(root))) == 2
    looking = playing_steps.look_at(playing, others(playing)[0])
    root = draw_story(open_frame((1280, 800)), looking, cards, ALBUM, 0.0)
    assert marks(nodes(root)) == []
