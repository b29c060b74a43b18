import pytest

from game.story import engine
from game.story.arranging import arrange_play
from game.story.model import Place, Scenario
from game.story.plays import AnswerPulse, Choose, Judge, Play, RehearsePick

PULSE = Place("start", 10)
TELL = (Choose("tell"), RehearsePick("helpline", 1))


def test_what_is_named_by_kind_is_put_in_the_order_of_the_story(boat: Scenario) -> None:
    done = arrange_play(
        boat,
        judges=[Judge(Place("told", 0), "fine"), Judge(Place("start", 8), "not_ok")],
        pulses=[AnswerPulse(PULSE, "not_ok")],
        picks=TELL,
    )
    assert done.divergence is None
    assert done.state.is_over
    assert done.state.inputs == (
        Judge(Place("start", 8), "not_ok"),
        AnswerPulse(PULSE, "not_ok"),
        Choose("tell"),
        Judge(Place("told", 0), "fine"),
        RehearsePick("helpline", 1),
    )
    again = engine.replay(boat, Play(boat.id, done.state.inputs))
    assert again.divergence is None
    assert engine.read_to_input(boat, again.state) == done.state


def test_a_pulse_that_is_not_named_keeps_looking(boat: Scenario) -> None:
    assert arrange_play(boat, picks=TELL).state.pulses == {PULSE: "keep_looking"}


def test_picks_that_end_early_leave_the_story_waiting(boat: Scenario) -> None:
    done = arrange_play(boat, picks=[Choose("take")])
    assert (done.divergence, done.state.awaiting, done.state.next.scene) == (None, "choice", "debt")


@pytest.mark.parametrize(
    ("judges", "pulses", "picks", "reason"),
    [
        ([], [], [Choose("stop")], 'has no option "stop"'),
        ([], [], [*TELL, Choose("take")], "the story is over"),
        ([], [], [RehearsePick("teacher", 1)], "no rehearse is open: the story waits for a choice"),
        ([Judge(Place("debt", 0), "fine")], [], TELL, "debt/1 is not met on the way"),
        ([Judge(Place("start", 3), "fine")], [], TELL, "no message of somebody else's"),
        ([], [AnswerPulse(Place("debt", 3), "fine")], TELL, "debt/4 is not met on the way"),
    ],
)
def test_what_never_fits_is_a_divergence(
    boat: Scenario,
    judges: list[Judge],
    pulses: list[AnswerPulse],
    picks: list[Choose | RehearsePick],
    reason: str,
) -> None:
    divergence = arrange_play(boat, judges=judges, pulses=pulses, picks=picks).divergence
    assert divergence is not None
    assert divergence.input in (*judges, *pulses, *picks)
    assert reason in divergence.reason
