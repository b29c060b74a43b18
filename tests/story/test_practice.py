"""Practice: what answer is right, and how a round is chosen."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.practice import ROUND, Line, PairItem, PracticeItem, SortItem, TurnItem, is_right, pick_round

SIGNS = ("secrecy_request", "gift_with_strings", "hurry_up")
LINE = Line("a team-mate", "Hello!")


def fine(id: str, lookalike_of: str | None = None) -> SortItem:
    return SortItem(id=id, line=LINE, signs=(), why="w", lookalike_of=lookalike_of)


def sign(id: str, *signs: str) -> SortItem:
    return SortItem(id=id, line=LINE, signs=signs, why="w")


def pair(id: str, sign: str = "hurry_up") -> PairItem:
    return PairItem(id=id, a=(LINE,), b=(LINE, LINE), not_ok="b", sign=sign, why="w")


def turn(id: str, turned_at: int = 3, length: int = 5, sign: str = "hurry_up") -> TurnItem:
    return TurnItem(id=id, chat=(LINE,) * length, turned_at=turned_at, sign=sign, why="w")


def kind_of(item: PracticeItem) -> str:
    match item:
        case SortItem():
            return "fine" if item.is_fine else "sign"
        case PairItem():
            return "pair"
        case TurnItem():
            return "turn"


@st.composite
def bands(draw: st.DrawFn) -> list[PracticeItem]:
    """The items of a band in any order: up to twelve fine ones and signs, up to six pairs and turns."""
    some = st.sampled_from(SIGNS)
    items: list[PracticeItem] = []
    items += [fine(f"f{n}", draw(st.none() | some)) for n in range(draw(st.integers(0, 12)))]
    items += [sign(f"s{n}", draw(some)) for n in range(draw(st.integers(0, 12)))]
    items += [pair(f"p{n}", draw(some)) for n in range(draw(st.integers(0, 6)))]
    items += [turn(f"t{n}", sign=draw(some)) for n in range(draw(st.integers(0, 6)))]
    return draw(st.permutations(items))


def count(items: Sequence[PracticeItem], kind: str) -> int:
    return sum(kind_of(item) == kind for item in items)


met_signs = st.sets(st.sampled_from(SIGNS))
seeds = st.integers(0, 2**32)
sizes = st.integers(4, 12)


@pytest.mark.parametrize(
    ("item", "right", "wrong"),
    [
        (fine("x"), "fine", "not_ok"),
        (fine("x", "hurry_up"), "fine", "not_ok"),
        (sign("x", "hurry_up"), "not_ok", "fine"),
        (sign("x", "hurry_up", "secrecy_request"), "not_ok", "fine"),
        (pair("x"), "b", "a"),
    ],
)
def test_one_of_the_two_answers_is_right(item: PracticeItem, right: str, wrong: str) -> None:
    assert is_right(item, right)
    assert not is_right(item, wrong)


@pytest.mark.parametrize(
    ("turned_at", "length", "right"),
    [(1, 5, {1, 2}), (2, 5, {1, 2, 3}), (4, 6, {3, 4, 5}), (6, 6, {5, 6}), (3, 3, {2, 3})],
)
def test_where_a_chat_turned_the_lines_next_to_it_are_right_too(turned_at: int, length: int, right: set[int]) -> None:
    item = turn("x", turned_at, length)
    assert {line for line in range(1, length + 1) if is_right(item, str(line))} == right


@pytest.mark.parametrize("answer", ["", "-1", "2.5", "yes"])
def test_what_is_no_answer_of_any_kind_is_never_right(answer: str) -> None:
    assert not any(is_right(item, answer) for item in (fine("f"), sign("s", "hurry_up"), pair("p"), turn("t", 2)))


def test_an_answer_to_another_kind_is_not_right() -> None:
    assert not any(is_right(turn("t"), answer) for answer in ("fine", "not_ok", "a", "b"))
    assert not any(is_right(pair("p"), answer) for answer in ("fine", "not_ok", "1", "2"))
    assert not any(is_right(fine("f"), answer) for answer in ("a", "b", "1", "2"))


def test_an_item_is_about_its_signs_and_about_what_it_resembles() -> None:
    assert fine("x").about == frozenset()
    assert fine("x", "hurry_up").about == {"hurry_up"}
    assert sign("x", "hurry_up", "secrecy_request").about == {"hurry_up", "secrecy_request"}
    assert pair("x").about == turn("x").about == {"hurry_up"}


@given(bands(), met_signs, sizes, seeds)
def test_a_round_has_its_size_or_everything_there_is(
    items: list[PracticeItem], met: set[str], size: int, seed: int
) -> None:
    assert len(pick_round(items, met, (), Random(seed), size=size)) == min(size, len(items))


@given(bands(), met_signs, st.data(), seeds)
def test_no_item_comes_twice_in_a_round_and_all_are_of_the_band(
    items: list[PracticeItem], met: set[str], data: st.DataObject, seed: int
) -> None:
    shown = data.draw(st.sets(st.sampled_from([item.id for item in items] or ["none"])))
    picked = pick_round(items, met, shown, Random(seed))
    assert len({item.id for item in picked}) == len(picked)
    assert all(item in items for item in picked)


@given(bands(), met_signs, sizes, seeds)
def test_half_of_a_round_is_fine_where_the_band_has_enough_of_both(
    items: list[PracticeItem], met: set[str], size: int, seed: int
) -> None:
    picked = pick_round(items, met, (), Random(seed), size=size)
    others = count(items, "sign") + min(1, count(items, "pair")) + min(1, count(items, "turn"))
    if count(items, "fine") >= size - size // 2 and others >= size // 2:
        assert count(picked, "fine") == size - size // 2
    assert count(picked, "fine") >= min(size - size // 2, count(items, "fine"))


@given(bands(), met_signs, sizes, seeds)
def test_a_pair_and_a_turn_are_in_every_round_where_the_band_has_them(
    items: list[PracticeItem], met: set[str], size: int, seed: int
) -> None:
    picked = pick_round(items, met, (), Random(seed), size=size)
    assert count(picked, "pair") >= min(1, count(items, "pair"))
    assert count(picked, "turn") >= min(1, count(items, "turn"))


@given(bands(), met_signs, st.data(), sizes, seeds)
def test_nothing_comes_again_while_anything_was_not_shown(
    items: list[PracticeItem], met: set[str], data: st.DataObject, size: int, seed: int
) -> None:
    shown = data.draw(st.sets(st.sampled_from([item.id for item in items] or ["none"])))
    picked = pick_round(items, met, shown, Random(seed), size=size)
    new = [item for item in items if item.id not in shown]
    if any(item.id in shown for item in picked):
        assert all(item in picked for item in new)
    assert sum(item.id not in shown for item in picked) == min(size, len(new))


@given(bands(), met_signs, sizes, seeds)
def test_when_all_was_shown_a_round_has_its_shape_again(
    items: list[PracticeItem], met: set[str], size: int, seed: int
) -> None:
    everything = [item.id for item in items]
    again = pick_round(items, met, everything, Random(seed), size=size)
    assert again == pick_round(items, met, (), Random(seed), size=size)


@given(met_signs, st.integers(1, 5), seeds)
def test_a_round_that_finishes_the_new_ones_is_filled_to_half_fine_from_the_shown(
    met: set[str], new: int, seed: int
) -> None:
    items: list[PracticeItem] = [fine(f"f{n}") for n in range(6)] + [sign(f"s{n}", "hurry_up") for n in range(6)]
    items += [pair("p0"), turn("t0")]
    shown = {item.id for item in items} - {f"s{n}" for n in range(new)}
    picked = pick_round(items, met, shown, Random(seed))
    assert len(picked) == ROUND
    assert {f"s{n}" for n in range(new)} <= {item.id for item in picked}
    assert count(picked, "fine") == min(ROUND // 2, ROUND - new)


@given(bands(), met_signs, sizes, seeds)
def test_a_round_follows_from_its_seed(items: list[PracticeItem], met: set[str], size: int, seed: int) -> None:
    first = pick_round(items, met, (), Random(seed), size=size)
    assert pick_round(tuple(items), sorted(met), [], Random(seed), size=size) == first


def test_seeds_make_rounds_of_other_items_and_in_another_order() -> None:
    items = [*(fine(f"f{n}") for n in range(12)), *(sign(f"s{n}", "hurry_up") for n in range(12))]
    assert len({frozenset(pick_round(items, (), (), Random(seed))) for seed in range(20)}) > 10
    assert len({pick_round(items[9:15], (), (), Random(seed)) for seed in range(20)}) > 10


@given(st.sampled_from(SIGNS), seeds)
def test_the_pair_and_the_turn_are_about_a_sign_that_was_just_met(met: str, seed: int) -> None:
    items: list[PracticeItem] = [make(f"{make.__name__}-{one}", sign=one) for make in (pair, turn) for one in SIGNS]
    items += [fine(f"f{n}") for n in range(6)] + [sign(f"s{n}", "hurry_up") for n in range(6)]
    picked = pick_round(items, {met}, (), Random(seed))
    assert {item.about for item in picked if kind_of(item) in ("pair", "turn")} == {frozenset({met})}


@given(st.sampled_from(SIGNS), seeds)
def test_other_signs_than_those_just_met_come_up_too(met: str, seed: int) -> None:
    items: list[PracticeItem] = [pair("p", met), turn("t", sign=met)]
    items += [fine(f"f-{one}", one) for one in SIGNS] + [sign(f"s-{one}", one) for one in SIGNS]
    picked = pick_round(items, {met}, (), Random(seed))
    assert len(picked) == ROUND
    assert any(met in item.about for item in picked)
    assert any(item.about and met not in item.about for item in picked)


@given(seeds)
def test_a_band_without_items_has_an_empty_round(seed: int) -> None:
    assert pick_round((), SIGNS, (), Random(seed)) == ()


@given(bands(), seeds)
def test_picking_a_round_leaves_the_band_as_it_was(items: list[PracticeItem], seed: int) -> None:
    before = list(items)
    pick_round(items, SIGNS, (), Random(seed))
    assert items == before
