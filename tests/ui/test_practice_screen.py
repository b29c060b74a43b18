"""Promises of the practice screen: the answers stand where a swipe goes, and nothing tells them before one is given."""

import pytest

from game.app.opening import load_album, load_items
from game.shown.practising import Practising, answer_item, next_item
from game.story.practice import PairItem, PracticeItem, SortItem, TurnItem, is_right
from game.ui.intents import GoTo, Practise
from game.ui.screens.practice import draw_practice
from game.ui.tree import DisplayTree, Node, Placed, find, reachable, walk

SIGNS = load_album()
ITEMS = load_items("11-13")
KINDS = (SortItem, PairItem, TurnItem)
TALL = (1280, 3000)
BAD_WORDS = ("wrong", "mistake", "fail", "points", "score", "well done", "hurry", "seconds", "your fault")


def first(kind: type) -> PracticeItem:
    return next(item for item in ITEMS if isinstance(item, kind))


def answers(item: PracticeItem) -> tuple[str, ...]:
    match item:
        case SortItem():
            return ("fine", "not_ok")
        case PairItem():
            return ("a", "b")
        case TurnItem():
            return tuple(str(number + 1) for number in range(len(item.chat)))


def tree(root: Node) -> DisplayTree:
    return DisplayTree(root=root, title="")


def placed(root: Node, name: str) -> Placed:
    found = find(tree(root), name)
    assert found is not None, name
    return found


def texts(root: Node) -> list[str]:
    return [item.node.text.text for item in walk(tree(root)) if item.node.text is not None]


def open_item(item: PracticeItem) -> Practising:
    return Practising(items=(item,))


@pytest.mark.parametrize("size", [(480, 800), (900, 700), (1280, 800)], ids=str)
def test_fine_stands_to_the_right_and_not_ok_to_the_left_as_a_swipe_goes(size, open_frame):
    root = draw_practice(open_frame(size), open_item(first(SortItem)), SIGNS)
    no, yes = placed(root, "answer:not_ok"), placed(root, "answer:fine")
    assert no.rect.right <= yes.rect.x
    assert no.rect.y == yes.rect.y
    assert (no.rect.width, no.rect.height, no.node.box) == (yes.rect.width, yes.rect.height, yes.node.box)


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(360, 640), (1280, 800)], ids=str)
def test_the_message_stays_where_it_is_when_its_why_comes(size, kind, text_size, open_frame):
    item = first(kind)
    tops = []
    for practising in (open_item(item), answer_item(open_item(item), answers(item)[0])):
        root = draw_practice(open_frame(size, text_size), practising, SIGNS)
        title = next(
            found for found in walk(tree(root)) if found.node.role == "heading" and found.node.label != "Practise"
        )
        tops.append((title.rect.x, title.rect.y))
    assert tops[0] == tops[1]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_each_answer_of_each_message_is_explained_kindly(item, open_frame):
    for answer in answers(item):
        root = draw_practice(open_frame(TALL), answer_item(open_item(item), answer), SIGNS)
        said = texts(root)
        assert item.why in said
        assert ("You saw it." in said) is is_right(item, answer)
        quoted = (*lines_of(item), item.why, *(SIGNS[sign].name for sign in item.about))
        interface = " ".join(text for text in said if not text.endswith(quoted)).lower()
        assert not [word for word in BAD_WORDS if word in interface]


def lines_of(item: PracticeItem) -> list[str]:
    match item:
        case SortItem():
            return [item.line.text]
        case PairItem():
            return [line.text for line in (*item.a, *item.b)]
        case TurnItem():
            return [line.text for line in item.chat]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_before_an_answer_a_screen_shows_every_line_and_no_name_of_a_sign(item, open_frame):
    said = texts(draw_practice(open_frame(TALL), open_item(item), SIGNS))
    shown = " ".join(said)
    assert all(line in shown for line in lines_of(item))
    assert not {sign.name for sign in SIGNS.values()} & set(said)


@pytest.mark.parametrize("item", [item for item in ITEMS if isinstance(item, TurnItem)], ids=lambda item: item.id)
def test_where_a_chat_turned_one_line_is_marked_with_a_word(item, open_frame):
    for answer in answers(item):
        said = texts(draw_practice(open_frame(TALL), answer_item(open_item(item), answer), SIGNS))
        assert said.count("here") == 1


def test_the_dots_say_where_one_is_and_not_how_well_it_goes(open_frame):
    looks = []
    for answer in answers(first(SortItem)):
        practising = next_item(answer_item(Practising(items=ITEMS[:6]), answer))
        root = draw_practice(open_frame(TALL), practising, SIGNS)
        looks.append([i.node.box for i in walk(tree(root)) if i.node.box and (i.rect.width, i.rect.height) == (11, 11)])
        assert "2 of 6" in texts(root)
    assert len(looks[0]) == 6
    assert looks[0] == looks[1]


@pytest.mark.parametrize("right", [True, False])
def test_the_end_of_a_round_looks_the_same_however_it_went(right, open_frame):
    practising = Practising(items=ITEMS[:6])
    while practising.item is not None:
        item = practising.item
        answer = next(answer for answer in answers(item) if is_right(item, answer) is right)
        practising = next_item(answer_item(practising, answer))
    root = draw_practice(open_frame(TALL), practising, SIGNS)
    assert f"You saw {6 if right else 0} of 6 the way they are." in texts(root)
    pressed = {item.node.name: item.node.intent for item in reachable(tree(root))}
    assert pressed["go_on"] == GoTo("hand")
    assert pressed["practise"] == Practise()
    assert pressed["stories"] == GoTo("picker")
    assert not [item for item in walk(tree(root)) if item.node.picture and "stickers" in item.node.picture.name]
