from statistics import NormalDist
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story import engine
from game.story.model import Message, Place, Scenario
from game.story.players import all_not_sure, flag_everything, tally_sights, touch_nothing, trust_everything
from game.story.plays import AnswerPulse, Choose, Input, Judge, Judgement, Play, RehearsePick, Verdict
from game.story.scoring import Score, Tally, bias, d_prime, is_right, score, tally_messages
from game.story.sights import sights_in

SIGN = Message(person="ash", text="Tell nobody.", signs=("secrecy_request",), why="A secret.")
FINE = Message(person="ash", text="Good race!", read="fine", why="Fine.")
UNCLEAR = Message(person="ash", text="Hm.", read="unclear", why="It can mean anything.")
HIDDEN_SIGN = Message(person="ash", hidden="threat", signs=("threat_blackmail",), why="A threat.")
HIDDEN_FINE = Message(person="ash", hidden="spider", read="fine", why="A spider.")
NOT_JUDGED = Message(person="ash", text="Mm.")
PULSE = AnswerPulse(Place("start", 10), "not_ok")

counts = st.integers(0, 60)
tallies = st.builds(Tally, counts, counts, counts, counts, counts, counts, counts)


@pytest.mark.parametrize(
    ("message", "verdict", "box"),
    [
        (SIGN, "not_ok", Tally(hits=1)),
        (SIGN, "not_sure", Tally(noticed=1)),
        (SIGN, "fine", Tally(misses=1)),
        (SIGN, None, Tally(untouched=1)),
        (FINE, "fine", Tally(correct=1)),
        (FINE, "not_sure", Tally(asked=1)),
        (FINE, "not_ok", Tally(false_alarms=1)),
        (FINE, None, Tally(untouched=1)),
        *((m, v, Tally()) for m in (UNCLEAR, HIDDEN_SIGN, HIDDEN_FINE, NOT_JUDGED) for v in ("fine", "not_ok", None)),
    ],
)
def test_each_message_falls_into_the_box_of_the_table(message: Message, verdict: Verdict | None, box: Tally) -> None:
    said = None if verdict is None else Judgement(verdict)
    assert tally_messages([(message, said)]) == box


def test_any_card_on_a_sign_is_a_hit() -> None:
    assert tally_messages([(SIGN, Judgement("not_ok", "fast_flattery"))]) == Tally(hits=1)


def test_not_sure_is_right_where_a_message_is_unclear() -> None:
    right = [is_right(UNCLEAR, Judgement(verdict)) for verdict in ("fine", "not_sure", "not_ok")]
    assert right == [False, True, False]


def test_a_play_is_counted_over_the_path_shown(boat: Scenario) -> None:
    inputs: tuple[Input, ...] = (
        Judge(Place("start", 2), "fine"),
        Judge(Place("start", 8), "not_sure"),
        Judge(Place("start", 9), "not_sure"),
        Judge(Place("start", 5), "not_ok"),
        PULSE,
        Choose("take"),
        Judge(Place("debt", 0), "not_ok", "isolation"),
        Judge(Place("debt", 1), "not_ok"),
        Choose("tell_now"),
        RehearsePick("teacher", 1),
        RehearsePick("sports_coach", 1),
    )
    state = engine.read_on(boat, engine.replay(boat, Play(boat.id, inputs)).state)
    assert state.is_over
    assert score(boat, state) == Score(
        tally=Tally(hits=1, noticed=1, correct=1, untouched=1),
        pulses=1,
        pulses_right=1,
        unclear=1,
        unclear_right=1,
        hidden=1,
        hidden_right=0,
    )


@given(tallies, tallies)
def test_tallies_add_up_box_by_box(one: Tally, other: Tally) -> None:
    both = one + other
    assert (both.hits, both.untouched) == (one.hits + other.hits, one.untouched + other.untouched)
    assert both.signs == one.signs + other.signs
    assert both.fine == one.fine + other.fine


def test_equal_counts_give_the_rule_of_hautus() -> None:
    tally = Tally(hits=7, misses=3, correct=8, false_alarms=2)
    z = NormalDist().inv_cdf
    assert d_prime(tally, "not_ok") == pytest.approx(z(7.5 / 11) - z(2.5 / 11))
    assert bias(tally, "not_ok") == pytest.approx(-(z(7.5 / 11) + z(2.5 / 11)) / 2)


def test_the_lower_cut_off_takes_not_sure_in() -> None:
    tally = Tally(hits=2, noticed=5, misses=3, correct=8, asked=1, false_alarms=1)
    merged = Tally(hits=7, misses=3, correct=8, false_alarms=2)
    assert d_prime(tally, "not_sure") == d_prime(merged, "not_ok")
    assert bias(tally, "not_sure") == bias(merged, "not_ok")


@pytest.mark.parametrize("tally", [Tally(), Tally(untouched=9), Tally(hits=4), Tally(correct=4, asked=1)])
def test_there_is_no_d_prime_unless_both_kinds_were_judged(tally: Tally) -> None:
    assert d_prime(tally, "not_ok") is None
    assert bias(tally, "not_sure") is None


@given(st.integers(1, 5000), st.integers(1, 5000), st.sampled_from(["not_ok", "not_sure"]))
def test_one_answer_to_everything_gives_exactly_0_with_any_counts(signs: int, fine: int, cut_off: str) -> None:
    for tally in (
        Tally(hits=signs, false_alarms=fine),
        Tally(misses=signs, correct=fine),
        Tally(noticed=signs, asked=fine),
    ):
        assert d_prime(tally, cut_off) == 0.0  # type: ignore[arg-type]


@given(tallies)
def test_swapping_the_kinds_turns_d_prime_around(tally: Tally) -> None:
    turned = Tally(
        hits=tally.false_alarms,
        noticed=tally.asked,
        misses=tally.correct,
        correct=tally.misses,
        asked=tally.noticed,
        false_alarms=tally.hits,
    )
    value = d_prime(tally, "not_ok")
    other = d_prime(turned, "not_ok")
    assert (value is None) == (other is None)
    if value is not None and other is not None:
        assert value == pytest.approx(-other)
        assert bias(tally, "not_ok") == pytest.approx(bias(turned, "not_ok"))


@pytest.mark.parametrize("player", [flag_everything, trust_everything, all_not_sure])
@pytest.mark.parametrize("cut_off", ["not_ok", "not_sure"])
def test_players_of_one_answer_come_out_at_0_through_the_whole_scorer(
    stories: ModuleType, player: object, cut_off: str
) -> None:
    assert callable(player)
    total = Tally()
    for made in (stories.boat_story(), stories.calm_story(), stories.boat_story("8-10")):
        total += tally_sights(sights_in(made), player)
    assert total.signs > 0
    assert total.fine > total.signs
    assert d_prime(total, cut_off) == 0.0  # type: ignore[arg-type]


def test_who_touches_nothing_has_no_rates(boat: Scenario) -> None:
    assert tally_sights(sights_in(boat), touch_nothing) == Tally(untouched=6)
