"""Promises of a chat's bubbles: stickers, hidden tiles, reactions, read marks, the loupe, and the plainer look."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from game.app.app import App
from game.app.opening import Opening
from game.content.files.scenario_reader import read_scenario
from game.design import RADIUS_BUBBLE, RADIUS_PLAIN
from game.shown import playing_steps
from game.shown.playing import Playing
from game.story.model import Message, Place, Scenario
from game.ui.bubbles import draw_typing, message_name
from game.ui.events import Pointer
from game.ui.frame import Frame
from game.ui.geometry import Rect
from game.ui.intents import Close, LookAt, OpenProfile, ShowAll, StartStory
from game.ui.phone import draw_phone
from game.ui.screens.story import draw_story
from game.ui.tree import DisplayTree, Node, reachable, walk
from game.view.fonts import PygameMeasure

STORIES = Path(__file__).parents[1] / "data" / "stories"
TALL = (1280, 3000)


def read(story: str) -> Scenario:
    scenario = read_scenario(STORIES / story / "scenario.yaml").scenario
    assert scenario is not None
    return scenario


LOUD = read("loud-chat")
OLDER = replace(LOUD, band="14-17")


def whole(scenario: Scenario = LOUD) -> Playing:
    """Everything before the first choice has arrived."""
    return playing_steps.show_all(playing_steps.begin(scenario))


def phone(frame: Frame, playing: Playing) -> Node:
    return draw_phone(frame, playing, 0.0, Rect(0, 0, 600, frame.height), framed=True)


def nodes(root: Node) -> list[Node]:
    return [item.node for item in walk(DisplayTree(root=root, title=""))]


def texts(found: list[Node]) -> list[str]:
    return [node.text.text for node in found if node.text is not None]


def messages(scenario: Scenario = LOUD) -> Iterator[tuple[Place, Message]]:
    return iter(whole(scenario).state.messages(scenario))


def of(root: Node, label: str) -> Node:
    """The bubble that a screen reader calls so."""
    return next(node for node in nodes(root) if node.role == "message" and node.label == label)


def test_a_sticker_says_its_words_and_shows_no_text(open_frame):
    root = phone(open_frame(TALL), whole())
    for spoken, name in (("Ben: sticker: A party", "party"), ("Ana: sticker: High five", "high_five")):
        inner = nodes(of(root, spoken))
        assert texts(inner) == []
        assert [node.picture.name for node in inner if node.picture] == [f"stickers/{name}"]
        assert all(node.box is None or (node.box.fill, node.box.outline) == (None, None) for node in inner)


def test_a_sticker_that_was_marked_stands_on_a_ground_so_that_the_mark_is_seen(open_frame):
    place = next(place for place, message in messages() if message.sticker and message.person == "ben")
    marked = playing_steps.say(whole(), place, "fine", None, ask_sign=False)
    bubble = of(phone(open_frame(TALL), marked), "Ben: sticker: A party (you said: Fine)")
    assert bubble.box is not None
    assert (bubble.box.fill, bubble.box.outline) == ("soft", "edge")


def test_a_hidden_tile_holds_its_label_and_nothing_else(open_frame):
    root = phone(open_frame(TALL), whole())
    for label in ("Spoiler", "Picture of a spider"):
        tile = of(root, f"Ben: hidden message: {label}")
        inner = nodes(tile)[1:]
        assert texts(inner) == [label]
        assert [node.intent for node in inner if node.intent is not None] == []


def test_nothing_on_the_screen_opens_a_hidden_tile(open_frame):
    """Every press on the screen, tile open or not, leaves the tile as it is (A2)."""
    hidden = [place for place, message in messages() if message.hidden is not None]
    assert len(hidden) == 2
    for place in hidden:
        message = LOUD.beat_at(place)
        assert isinstance(message, Message)
        assert message.text is None
        for playing in (whole(), playing_steps.look_at(whole(), place)):
            root = draw_story(open_frame(TALL), playing, (), {}, 0.0)
            tree = DisplayTree(root=root, title="")
            about = [i.node for i in reachable(tree) if getattr(i.node.intent, "place", None) == place]
            assert {node.name for node in about} <= {message_name(place), "say:fine", "say:not_sure", "say:not_ok"}
            assert [node.intent for node in about if node.name == message_name(place)] == [LookAt(place)]


def test_a_reaction_says_its_word_and_takes_no_press(open_frame):
    root = phone(open_frame(TALL), whole())
    faces = [node for node in nodes(root) if node.picture and node.picture.name.startswith("reactions/")]
    assert [(node.label, node.role) for node in faces] == [
        ("laughing", "image"),
        ("heart", "image"),
        ("thumb up", "image"),
    ]
    assert all(node.intent is None for node in faces)


def test_a_message_with_a_reaction_is_pressed_once_and_said_once(open_frame):
    root = phone(open_frame(TALL), whole())
    spoken = [node.label for node in nodes(root) if node.role == "message"]
    assert len(spoken) == len(set(spoken))
    names = [item.node.name for item in reachable(DisplayTree(root=root, title=""))]
    assert len(names) == len(set(names))


def test_a_call_that_was_declined_says_so_in_words(open_frame):
    assert texts(nodes(of(phone(open_frame(TALL), whole()), "Cleo: Call, not answered"))) == ["Call, not answered"]


def test_only_the_friends_last_message_that_was_answered_wears_read(open_frame):
    """Each message in turn is the last on the phone: there is one mark at most, under what was answered."""
    playing = playing_steps.begin(LOUD)
    marks = []
    while playing.is_reading:
        playing = playing_steps._one_further(playing)
        found = texts(nodes(phone(open_frame(TALL), playing)))
        marks.append(found.count("read"))
    # A switch, Ben, Ana's question (nobody answered yet), Cleo, Ben, Cleo, Ana's sticker (no answer yet), Cleo, Ben.
    assert marks[:9] == [0, 0, 0, 1, 1, 1, 0, 1, 1]


def test_what_the_friend_writes_at_a_choice_is_read_once_somebody_answers(open_frame):
    playing = playing_steps.show_all(playing_steps.answer_pulse(whole(), "fine"))
    playing = playing_steps.go_on(playing_steps.choose(playing, "cake"))
    assert texts(nodes(phone(open_frame(TALL), playing))).count("read") == 0
    for _ in range(6):
        playing = playing_steps.show_all(playing_steps.go_on(playing))
    assert texts(nodes(phone(open_frame(TALL), playing))).count("read") == 1


# The loupe


def loupes(found: list[Node]) -> int:
    return sum(node.picture is not None and node.picture.name == "icons/loupe" for node in found)


def test_the_loupe_stands_on_the_open_message_and_no_other(open_frame):
    assert loupes(nodes(phone(open_frame(TALL), whole()))) == 0
    for place, message in messages():
        if message.person != "ana":
            assert loupes(nodes(phone(open_frame(TALL), playing_steps.look_at(whole(), place)))) == 1


@pytest.fixture
def app(home: Path) -> App:
    """A whole chat in a window."""
    opening = Opening(home, today=date(2026, 1, 1))
    opening.find_story("loud-chat")
    opening.settings = replace(opening.settings, band="11-13", adult_page_seen=True, gate_read=("loud-chat",))
    app = opening.app(PygameMeasure(1.0), story="loud-chat")
    app.tick(100.0)
    app.perform(StartStory("loud-chat"))
    app.perform(ShowAll())
    return app


def chat_loupes(app: App) -> int:
    """The loupes on bubbles (the screen may show the icon elsewhere, too)."""
    return sum(
        node.box is not None and node.box.fill == "soft_sun" and loupes(list(node.children)) for node in all_of(app)
    )


def all_of(app: App) -> list[Node]:
    return [item.node for item in walk(app.draw())]


def point_at_a_message(app: App, *, touch: bool) -> None:
    seen = [i for i in reachable(app.draw()) if isinstance(i.node.intent, LookAt) and i.visible.height > 30]
    x, y = seen[-1].visible.centre
    app.handle(Pointer("move", x, y, touch))


def test_the_mouse_over_a_message_shows_the_loupe_and_elsewhere_takes_it_away(app):
    point_at_a_message(app, touch=False)
    assert app.pointing
    assert chat_loupes(app) == 1
    app.handle(Pointer("move", 2, 790))
    assert not app.pointing
    assert chat_loupes(app) == 0


def test_a_finger_never_shows_it_by_moving(app):
    point_at_a_message(app, touch=True)
    assert not app.pointing
    assert chat_loupes(app) == 0
    point_at_a_message(app, touch=False)
    point_at_a_message(app, touch=True)
    assert chat_loupes(app) == 0


def test_closing_the_panel_takes_the_loupe_away(app):
    seen = [i for i in reachable(app.draw()) if isinstance(i.node.intent, LookAt)]
    app.perform(seen[-1].node.intent)
    assert chat_loupes(app) == 1
    app.perform(Close())
    assert chat_loupes(app) == 0


# The plainer look of 14 to 17


def corners(root: Node) -> set[float]:
    """The roundest corner of every bubble with a ground."""
    grounds = [node.box for node in nodes(root) if node.box and node.box.fill in ("them", "teal", "soft")]
    return {box.corners.top_left for box in grounds if box.corners.top_left in (RADIUS_BUBBLE, RADIUS_PLAIN)}


def test_the_oldest_have_plainer_bubbles_and_tabs(open_frame):
    young, old = (phone(open_frame(TALL), whole(scenario)) for scenario in (LOUD, OLDER))
    assert corners(young) == {RADIUS_BUBBLE}
    assert corners(old) == {RADIUS_PLAIN}
    grounds = [next(node.box.fill for node in nodes(root) if node.role == "list") for root in (young, old)]
    assert grounds == ["soft_teal", "soft"]


def test_the_oldest_see_the_same_words_and_press_the_same_things(open_frame):
    young, old = (phone(open_frame(TALL), whole(scenario)) for scenario in (LOUD, OLDER))
    assert texts(nodes(young)) == texts(nodes(old))
    assert [(n.label, n.intent) for n in nodes(young) if n.intent] == [
        (n.label, n.intent) for n in nodes(old) if n.intent
    ]


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("person", ["ana", "ben"])
def test_whoever_types_is_named_and_their_dots_stand_in_a_bubble_of_the_bands_look(open_frame, person, plain):
    root = draw_typing(open_frame(TALL), LOUD.people[person], 500, 0.3, plain=plain)
    bubble = next(node for node in nodes(root) if node.dots is not None)
    assert bubble.label == f"{LOUD.people[person].name} is typing"
    assert bubble.box is not None
    assert bubble.box.corners.top_left == (RADIUS_PLAIN if plain else RADIUS_BUBBLE)


def test_each_run_of_messages_has_one_name_and_one_face(open_frame):
    root = phone(open_frame(TALL), whole())
    faces = [node for node in nodes(root) if isinstance(node.intent, OpenProfile)]
    names = [text for text in texts(nodes(root)) if text in ("Ben", "Cleo")]
    assert len(faces) == len(names) == 6
