"""Promises of practice, of the hand of adults and of the card: explained at once, no clock, nothing typed or kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.afterwards import Afterwards, carry_on, swipe_answer
from game.shown.practising import Practising, answer_item, next_item
from game.story.model import ADULT_ROLES
from game.story.practice import Line, PairItem, SortItem, TurnItem
from game.ui.intents import Answer, GoOn, PickAdult, ToggleAdult
from game.ui.screens.keeping import MOST_ADULTS, draw_closing, draw_hand, draw_if_then
from game.ui.screens.practice import draw_practice
from game.ui.tree import DisplayTree, Node, reachable, walk

FINE = SortItem(id="fine", line=Line("Ana", "See you at four."), signs=(), why="A plan.")
SIGN = SortItem(id="sign", line=Line("Kim", "Tell nobody."), signs=("secrecy_request",), why="A secret.")
PAIR = PairItem(
    id="pair",
    a=(Line("Ana", "A card for you."),),
    b=(Line("Kim", "A card, and then you owe me."),),
    not_ok="b",
    sign="gift_with_strings",
    why="A string.",
)
TURN = TurnItem(
    id="turn",
    chat=(Line("Kim", "Good game!"), Line("Kim", "Tell nobody we play."), Line("Kim", "OK?")),
    turned_at=2,
    sign="secrecy_request",
    why="There the secret starts.",
)
ROUND = Practising(items=(FINE, SIGN, PAIR, TURN))
ANSWERS = {"fine": ("fine", "not_ok"), "sign": ("fine", "not_ok"), "pair": ("a", "b"), "turn": ("1", "2", "3")}


def nodes(root: Node) -> list[Node]:
    return [item.node for item in walk(DisplayTree(root=root, title=""))]


def words(root: Node) -> list[str]:
    return [node.text.text for node in nodes(root) if node.text is not None]


def at(item) -> Practising:
    """A round of that item alone."""
    return Practising(items=(item,))


@given(presses=st.lists(st.sampled_from(["fine", "not_ok", "a", "b", "1", "2", "on"]), max_size=30))
def test_whatever_is_pressed_a_round_goes_through_its_items_in_order(presses):
    practising = ROUND
    for press in presses:
        before = practising
        practising = next_item(practising) if press == "on" else answer_item(practising, press)
        assert practising.number - before.number in (0, 1)
        assert len(practising.answers) <= len(ROUND.items)
        assert 0 <= practising.right <= len(practising.answers)


def test_an_answer_is_explained_at_once_and_cannot_be_changed():
    answered = answer_item(ROUND, "not_ok")
    assert answered.explaining
    assert answered.item is FINE
    assert answer_item(answered, "fine") is answered
    assert next_item(answered).item is SIGN


@pytest.mark.parametrize("item", [FINE, SIGN, PAIR, TURN], ids=lambda item: item.id)
def test_before_the_answer_nothing_tells_it(item, open_frame):
    """No why, no coral, and every answer drawn alike."""
    root = draw_practice(open_frame((1280, 800)), at(item), {})
    assert item.why not in words(root)
    colours = {node.box.fill for node in nodes(root) if node.box is not None}
    assert not colours & {"coral", "soft_coral"}
    looks = {(node.box, node.selected, node.disabled) for node in nodes(root) if node.name.startswith("answer:")}
    assert len(looks) == 1
    assert tuple(sorted(n.intent.answer for n in nodes(root) if n.name.startswith("answer:"))) == ANSWERS[item.id]


@pytest.mark.parametrize("item", [FINE, SIGN, PAIR, TURN], ids=lambda item: item.id)
def test_after_the_answer_the_why_stands_there_whatever_was_said(item, open_frame):
    for answer in ANSWERS[item.id]:
        root = draw_practice(open_frame((1280, 800)), answer_item(at(item), answer), {})
        assert item.why in words(root)
        said = " ".join(words(root)).lower()
        assert not [word for word in ("wrong", "mistake", "well done", "failed", "points") if word in said]
        pressed = [placed.node for placed in reachable(DisplayTree(root=root, title=""))]
        assert [node.name for node in pressed if node.name.startswith("answer:")] == []
        assert [node.intent for node in pressed if node.name == "go_on"] == [GoOn()]


def test_a_swipe_answers_a_single_message_only_and_only_once():
    assert swipe_answer(at(SIGN), "right") == Answer("fine")
    assert swipe_answer(at(SIGN), "left") == Answer("not_ok")
    assert swipe_answer(at(PAIR), "left") is None
    assert swipe_answer(answer_item(at(SIGN), "fine"), "left") is None
    assert swipe_answer(None, "left") is None


def test_the_end_of_a_round_says_what_was_seen_and_that_asking_is_right(open_frame):
    practising = ROUND
    for answer in ("fine", "fine", "a", "1"):
        practising = next_item(answer_item(practising, answer))
    assert practising.is_over
    said = words(draw_practice(open_frame((360, 640)), practising, {}))
    assert "You saw 2 of 4 the way they are." in said
    assert "Not sure in real life? Asking an adult is always right." in said


def hand(*roles: str) -> Afterwards:
    after = Afterwards()
    for role in roles:
        after = carry_on(after, ToggleAdult(role))
    return after


def test_a_hand_holds_five_adults_and_each_can_be_taken_out_again():
    after = hand(*ADULT_ROLES)
    assert len(after.roles) == MOST_ADULTS == 5
    after = carry_on(after, ToggleAdult(after.roles[0]))
    assert len(after.roles) == 4


def test_only_an_adult_of_the_hand_stands_on_the_card():
    after = hand("teacher", "helpline")
    after = carry_on(after, PickAdult("school_nurse"))
    assert after.then == ""
    after = carry_on(after, PickAdult("helpline"))
    assert after.then == "helpline"
    after = carry_on(after, ToggleAdult("helpline"))
    assert after.then == ""


def test_every_role_can_be_picked_by_one_press_and_a_full_hand_greys_the_others(open_frame):
    empty = draw_hand(open_frame((360, 640)), ())
    assert {n.intent.role for n in nodes(empty) if isinstance(n.intent, ToggleAdult)} == set(ADULT_ROLES)
    full = draw_hand(open_frame((360, 640)), tuple(ADULT_ROLES)[:5])
    pressed = {n.intent.role for n in nodes(full) if isinstance(n.intent, ToggleAdult) and not n.disabled}
    assert pressed == set(tuple(ADULT_ROLES)[:5])


def test_the_hand_may_be_left_out_and_says_that_it_is_not_kept(open_frame):
    root = draw_hand(open_frame((1280, 800)), ())
    pressed = {placed.node.name for placed in reachable(DisplayTree(root=root, title=""))}
    assert "not_sure_yet" in pressed
    assert "go_on" not in pressed
    assert "Only for now: the game does not keep your hand." in words(root)


def test_the_card_is_filled_with_the_adult_that_was_picked(open_frame):
    said = words(draw_if_then(open_frame((1280, 800)), None, ("teacher", "helpline"), "helpline"))
    assert "If someone says “don't tell”, then I tell: A helpline" in said
    assert "Read it once in your head. It is not kept." in said


@pytest.mark.parametrize("offers", [True, False])
def test_keeping_the_place_is_offered_with_a_no_as_large_as_the_yes(offers, open_frame):
    root = draw_closing(open_frame((1280, 800)), "Sam", offers_keeping=offers, can_practise=True)
    found = {node.name: node for node in nodes(root) if node.name.startswith("keep:")}
    assert set(found) == ({"keep:no", "keep:yes"} if offers else set())
    if offers:
        assert found["keep:no"].box == found["keep:yes"].box


def test_the_last_words_are_calm_and_about_what_one_can_do(open_frame):
    said = words(draw_closing(open_frame((1280, 800)), "Sam", offers_keeping=False, can_practise=False))
    assert "You helped Sam today." in said
    assert "Look twice, and tell someone. You can do both, any day." in said
    assert "This reminds me of something real" in said
