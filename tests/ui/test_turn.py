"""Promises of "where did it turn?": for 14 to 17 alone, once, kindly, and only where there was a sign (C15, B2)."""

from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from game.shown import playing_steps
from game.shown.marks import first_sign, is_near_turn
from game.shown.playing import Playing
from game.story import engine
from game.story.model import BANDS, Message, Place, Scenario
from game.ui.intents import GoOn, PickTurn
from game.ui.screens.look_back import draw_look_back
from game.ui.screens.turn import draw_turn
from game.ui.tree import DisplayTree, Node, reachable, walk

_FILE = Path(__file__).parents[1] / "data" / "story_core" / "small_stories.py"
_SPEC = spec_from_file_location("small_stories_of_turns", _FILE)
assert _SPEC is not None
assert _SPEC.loader is not None
small_stories = module_from_spec(_SPEC)
_SPEC.loader.exec_module(small_stories)

BLAME = ("your fault", "wrong", "should have", "mistake", "fail", "missed", "why did", "game over")


def at_end(scenario: Scenario, option: str = "tell") -> Playing:
    """The look-back of a story that was read to its end."""
    playing = playing_steps.begin(scenario)
    for _ in range(60):
        if playing.looking_back:
            return playing
        match playing.state.awaiting:
            case "reading" if playing.feedback is None:
                playing = playing_steps.show_all(playing)
            case "pulse":
                playing = playing_steps.answer_pulse(playing, "not_ok")
            case "choice" if playing.feedback is None:
                choice = playing.state.open_choice(scenario)
                assert choice is not None
                ids = [each.id for each in choice.options if each.go]
                playing = playing_steps.choose(playing, option if option in ids else ids[0])
            case "rehearse" if playing.feedback is None:
                playing = playing_steps.go_on(
                    playing_steps.said_it(
                        playing_steps.pick_sentence(playing_steps.pick_role(playing, role_of(playing)), 1)
                    )
                )
            case _:
                playing = playing_steps.go_on(playing)
    raise AssertionError("the story does not end")


def role_of(playing: Playing) -> str:
    return engine.roles_open(playing.scenario, playing.state)[0]


BOAT = small_stories.boat_story("14-17")
CALM = replace(small_stories.calm_story(), band="14-17")


def texts(root: Node) -> list[str]:
    return [item.node.text.text for item in walk(DisplayTree(root=root, title="")) if item.node.text is not None]


def pressed(root: Node) -> list[object]:
    return [item.node.intent for item in reachable(DisplayTree(root=root, title=""))]


def others(playing: Playing) -> list[Place]:
    friend = playing.scenario.friend.id
    return [place for place, message in playing.state.messages(playing.scenario) if message.person != friend]


@pytest.mark.parametrize("band", BANDS)
def test_only_the_oldest_are_asked(band):
    assert at_end(small_stories.boat_story(band)).asks_turn is (band == "14-17")


def test_where_there_was_no_sign_nobody_is_asked():
    playing = at_end(CALM)
    assert first_sign(CALM, playing.state) is None
    assert not playing.asks_turn
    assert playing.shows_look_back


@pytest.mark.parametrize("option", ["tell", "take"])
def test_the_turn_is_the_first_sign_on_the_path_that_was_shown(option):
    playing = at_end(BOAT, option)
    turn = first_sign(BOAT, playing.state)
    assert turn == Place("start", 8)
    later = [place for place, message in playing.state.messages(BOAT) if message.is_sign]
    assert later[0] == turn
    assert len(later) == (1 if option == "tell" else 2)


@pytest.mark.parametrize("option", ["tell", "take"])
def test_the_turn_and_its_two_neighbours_are_right_and_the_others_are_beside_it(option):
    playing = at_end(BOAT, option)
    places = others(playing)
    turn = first_sign(BOAT, playing.state)
    assert turn is not None
    at = places.index(turn)
    assert [place for place in places if is_near_turn(BOAT, playing.state, place)] == places[at - 1 : at + 2]


def test_every_message_of_others_can_be_picked_and_none_of_the_friends(open_frame):
    playing = at_end(BOAT)
    root = draw_turn(open_frame((1280, 3000)), playing)
    picks = [intent.place for intent in pressed(root) if isinstance(intent, PickTurn)]
    assert picks == others(playing)
    looks = {
        (item.node.box, item.node.selected, item.node.disabled)
        for item in walk(DisplayTree(root=root, title=""))
        if item.node.name.startswith("turn:") and isinstance(item.node.intent, PickTurn)
    }
    assert len(looks) == 1
    assert not any(isinstance(intent, GoOn) for intent in pressed(root))


def test_the_question_says_that_near_is_fine(open_frame):
    said = texts(draw_turn(open_frame((1280, 800)), at_end(BOAT)))
    assert "Where did it turn?" in said
    assert any("near is fine" in text for text in said)


def test_whatever_is_picked_the_answer_is_there_kindly_and_the_way_on_leads_to_the_look_back(open_frame):
    playing = at_end(BOAT)
    turn = first_sign(BOAT, playing.state)
    assert turn is not None
    message = BOAT.beat_at(turn)
    assert isinstance(message, Message)
    heard = set()
    for place in others(playing):
        picked = replace(playing, turn=place)
        said = texts(draw_turn(open_frame((1280, 800)), picked))
        assert message.why in said
        assert f"Ash_9: {message.text}" in said
        assert not [word for word in BLAME if word in " ".join(said).lower()]
        heard.add(said[-2])
        onward = playing_steps.go_on(picked)
        assert not onward.asks_turn
        assert onward.shows_look_back
    assert heard == {
        "You saw it.",
        "You were right beside it.",
        "You picked another message. Looking back, it is easier to see.",
    }


def test_the_way_on_is_closed_until_one_is_picked_and_the_question_comes_once():
    playing = at_end(BOAT)
    assert playing_steps.go_on(playing) == playing
    seen = playing_steps.go_on(replace(playing, turn=others(playing)[0]))
    assert seen.turn_seen
    again = playing_steps.go_on(playing_steps.undo(seen))
    assert again.looking_back
    assert not again.asks_turn


def test_before_the_question_is_answered_the_look_back_tells_nothing(open_frame):
    """While it is asked, its screen holds no why and no coral."""
    playing = at_end(BOAT)
    tree = DisplayTree(root=draw_turn(open_frame((1280, 800)), playing), title="")
    whys = {message.why for _place, message in playing.state.messages(BOAT) if message.why}
    assert not whys & set(texts(tree.root))
    fills = {item.node.box.fill for item in walk(tree) if item.node.box is not None}
    assert not fills & {"coral", "soft_coral"}


def test_the_turn_counts_in_no_sum_at_look_back(open_frame):
    playing = at_end(BOAT)
    seen = [playing_steps.go_on(replace(playing, turn=place)) for place in others(playing)]
    drawn = [texts(draw_look_back(open_frame((1280, 800)), each, {})) for each in seen]
    assert all(said == drawn[0] for said in drawn)
