from random import Random
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story import engine
from game.story.engine import Divergence, EngineError
from game.story.model import Choice, Go, In, Message, Option, Place, Pulse, Scenario, Scene
from game.story.players import flag_everything, play_out, touch_nothing
from game.story.plays import AnswerPulse, Choose, Input, Judge, Judgement, Play, RehearsePick
from game.story.state import Rehearsed, ShownBeat, ShownFeedback, ShownOption, State

START = Place("start", 2)
UNCLEAR = Place("start", 9)
PULSE = Place("start", 10)
CHOICE = Place("start", 11)
TO_CHOICE = (AnswerPulse(PULSE, "not_ok"),)


def after(scenario: Scenario, *inputs: Input) -> State:
    done = engine.replay(scenario, Play(scenario.id, inputs))
    assert done.divergence is None, done.divergence
    return done.state


def at_choice(scenario: Scenario) -> State:
    return engine.read_on(scenario, after(scenario, *TO_CHOICE))


def at_look_back(scenario: Scenario) -> State:
    return engine.read_on(scenario, engine.choose(scenario, at_choice(scenario), "take"))


def test_a_story_starts_before_its_first_beat(boat: Scenario) -> None:
    state = engine.start(boat)
    assert (state.shown, state.next, state.awaiting, state.path) == ((), Place("start", 0), "reading", ("start",))


def test_advance_shows_one_beat(boat: Scenario) -> None:
    state = engine.advance(boat, engine.start(boat))
    assert state.shown == (ShownBeat(Place("start", 0)),)
    assert state.next == Place("start", 1)
    assert state.current_chat(boat) == "club"


def test_advancing_beat_by_beat_leads_where_reading_on_does(boat: Scenario) -> None:
    state = engine.start(boat)
    for _ in range(11):
        state = engine.advance(boat, state)
    assert state == engine.read_on(boat, engine.start(boat))
    assert state.awaiting == "pulse"
    assert state.current_chat(boat) == "ash_only"


@pytest.mark.parametrize("step", [engine.advance, engine.read_on])
def test_nothing_advances_while_the_player_is_waited_for(boat: Scenario, step: object) -> None:
    assert callable(step)
    for state in (after(boat), at_choice(boat)):
        waiting = engine.read_on(boat, state)
        assert step(boat, waiting) is waiting


def test_a_pulse_comes_before_the_choice_and_is_answered_once(boat: Scenario) -> None:
    state = engine.read_on(boat, engine.start(boat))
    pulse = state.open_beat(boat)
    assert isinstance(pulse, Pulse)
    assert pulse.person == "ash"
    assert state.open_choice(boat) is None
    state = engine.answer_pulse(boat, state, PULSE, "keep_looking")
    assert state.pulses == {PULSE: "keep_looking"}
    state = engine.read_on(boat, state)
    assert state.open_choice(boat) is not None
    with pytest.raises(EngineError, match="no pulse is open"):
        engine.answer_pulse(boat, state, PULSE, "fine")


def test_another_pulse_than_the_open_one_is_refused(boat: Scenario) -> None:
    state = engine.read_on(boat, engine.start(boat))
    with pytest.raises(EngineError, match="the open pulse is start/11"):
        engine.answer_pulse(boat, state, Place("debt", 0), "fine")


def test_an_option_appears_with_its_feedback_and_leads_on(boat: Scenario) -> None:
    state = engine.choose(boat, at_choice(boat), "take")
    assert state.shown[-2:] == (ShownOption(CHOICE, "take"), ShownFeedback(CHOICE, "take"))
    assert (state.awaiting, state.next, state.path) == ("reading", Place("debt", 0), ("start", "debt"))


def test_an_option_that_leads_nowhere_asks_the_choice_again_without_it(boat: Scenario) -> None:
    state = engine.choose(boat, at_choice(boat), "ask")
    assert (state.awaiting, state.tried) == ("choice", ("ask",))
    assert state.open_choice(boat) == boat.beat_at(CHOICE)
    with pytest.raises(EngineError, match="already tried"):
        engine.choose(boat, state, "ask")
    state = engine.choose(boat, engine.choose(boat, state, "joke"), "tell")
    assert (state.tried, state.path) == ((), ("start", "told"))


def test_an_option_of_another_choice_is_refused(boat: Scenario) -> None:
    with pytest.raises(EngineError, match='no option "tell_now"'):
        engine.choose(boat, at_choice(boat), "tell_now")


@pytest.mark.parametrize("band", ["8-10", "11-13"])
def test_a_short_look_back_follows_a_choice_that_leads_on(stories: ModuleType, band: str) -> None:
    story = stories.boat_story(band)
    state = at_look_back(story)
    assert state.awaiting == "look_back"
    assert [place.beat for place, _ in state.look_back_messages(story)] == [2, 4, 8, 9]
    state = engine.advance(story, state)
    assert (state.awaiting, state.next) == ("reading", Place("debt", 0))
    assert state.look_back_messages(story) == ()


def test_the_oldest_band_has_no_short_look_back(stories: ModuleType) -> None:
    story = stories.boat_story("14-17")
    state = engine.read_on(story, engine.choose(story, at_choice(story), "take"))
    assert state.awaiting == "choice"
    assert state.next.scene == "debt"


def test_an_option_without_go_opens_no_look_back(boat: Scenario) -> None:
    state = engine.choose(boat, at_choice(boat), "ask")
    assert engine.read_on(boat, state).awaiting == "choice"


def test_a_look_back_without_messages_since_the_last_is_left_out(stories: ModuleType) -> None:
    ask = Choice(question="?", options=(Option(id="on", say="OK", move="safe", feedback="Yes.", go="end"),))
    end = stories.calm_story().first_scene.beats
    story = stories.build((Scene(id="start", beats=(In(chat="club"), ask)), Scene(id="end", beats=end)))
    state = engine.choose(story, engine.read_on(story, engine.start(story)), "on")
    assert engine.read_on(story, state).awaiting == "pulse"


def test_each_look_back_goes_over_what_came_since_the_last(boat: Scenario) -> None:
    state = engine.read_on(boat, at_look_back(boat))
    state = engine.read_on(boat, engine.choose(boat, state, "stop"))
    assert state.awaiting == "look_back"
    assert {place.scene for place, _ in state.look_back_messages(boat)} == {"debt"}


def test_a_judgement_may_be_changed_until_its_look_back(boat: Scenario) -> None:
    state = engine.judge(boat, at_choice(boat), START, "not_ok", "secrecy_request")
    state = engine.judge(boat, state, START, "fine")
    assert state.judgements == {START: Judgement("fine")}
    assert state.inputs == (*TO_CHOICE, Judge(START, "fine"))
    state = engine.read_on(boat, engine.choose(boat, state, "take"))
    assert state.revealed == {START}
    assert not engine.can_judge(boat, state, START)
    with pytest.raises(EngineError, match="stays"):
        engine.judge(boat, state, START, "not_ok")


def test_saying_the_same_again_is_no_input(boat: Scenario) -> None:
    state = engine.judge(boat, at_choice(boat), START, "fine")
    assert engine.judge(boat, state, START, "fine") == state


def test_untouched_messages_may_be_judged_at_look_back_once(boat: Scenario) -> None:
    state = at_look_back(boat)
    assert engine.can_judge(boat, state, START)
    state = engine.judge(boat, state, START, "not_sure")
    assert state.judgements == {START: Judgement("not_sure")}
    assert state.revealed == {START}
    with pytest.raises(EngineError, match="stays"):
        engine.judge(boat, state, START, "fine")


def test_a_card_may_still_be_put_to_a_message_called_not_ok_at_look_back(boat: Scenario) -> None:
    state = engine.judge(boat, at_look_back(boat), START, "not_ok")
    state = engine.judge(boat, state, START, "not_ok", "isolation")
    assert state.judgements == {START: Judgement("not_ok", "isolation")}
    with pytest.raises(EngineError, match="stays"):
        engine.judge(boat, state, START, "not_ok", "secrecy_request")
    with pytest.raises(EngineError, match="stays"):
        engine.judge(boat, state, START, "fine")


def test_a_message_untouched_at_the_short_look_back_may_be_judged_at_the_end(boat: Scenario) -> None:
    story_end = engine.read_on(boat, after(boat, *TO_CHOICE, Choose("tell"), RehearsePick("teacher", 1)))
    assert story_end.is_over
    assert engine.can_judge(boat, story_end, START)
    state = engine.judge(boat, story_end, START, "fine")
    assert state.revealed == {START}


def test_a_why_opened_at_look_back_closes_the_question(boat: Scenario) -> None:
    state = engine.reveal(boat, at_look_back(boat), UNCLEAR)
    assert not engine.can_judge(boat, state, UNCLEAR)
    with pytest.raises(EngineError, match="no look-back"):
        engine.reveal(boat, at_choice(boat), UNCLEAR)


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (Place("start", 3), "no message of somebody else's"),
        (Place("start", 1), "no message of somebody else's"),
        (Place("start", -1), "no message of somebody else's"),
        (Place("nowhere", 0), "no message of somebody else's"),
        (Place("debt", 0), "was not shown yet"),
    ],
)
def test_only_shown_messages_of_others_are_judged(boat: Scenario, place: Place, reason: str) -> None:
    state = at_choice(boat)
    assert not engine.can_judge(boat, state, place)
    with pytest.raises(EngineError, match=reason):
        engine.judge(boat, state, place, "fine")


def test_a_card_goes_with_not_ok_only(boat: Scenario) -> None:
    with pytest.raises(EngineError, match="not_ok only"):
        engine.judge(boat, at_choice(boat), START, "fine", "secrecy_request")


def test_the_next_adult_is_a_different_one(boat: Scenario) -> None:
    state = engine.read_on(boat, after(boat, *TO_CHOICE, Choose("take"), Choose("tell_now")))
    state = engine.read_on(boat, state)
    assert engine.roles_open(boat, state) == ("parent_or_carer", "teacher", "sports_coach")
    state = engine.rehearse(boat, state, "teacher", 2)
    assert state.shown[-1] == Rehearsed(Place("telling", 0), "teacher", 2)
    state = engine.read_on(boat, state)
    assert engine.roles_open(boat, state) == ("parent_or_carer", "sports_coach")
    with pytest.raises(EngineError, match="not on offer"):
        engine.rehearse(boat, state, "teacher", 1)
    with pytest.raises(EngineError, match="no sentence 2"):
        engine.rehearse(boat, state, "sports_coach", 2)
    state = engine.read_on(boat, engine.rehearse(boat, state, "sports_coach", 1))
    assert engine.roles_open(boat, state) == ()
    assert state.outcome(boat) == "helped"


def test_a_go_leads_to_the_next_scene(boat: Scenario) -> None:
    state = after(boat, *TO_CHOICE, Choose("take"), Choose("stop"), RehearsePick("teacher", 1))
    assert state.path == ("start", "debt", "bridge", "telling")


def test_the_whole_look_back_goes_over_every_message_of_the_path(boat: Scenario) -> None:
    state = engine.read_on(boat, after(boat, *TO_CHOICE, Choose("tell"), RehearsePick("helpline", 1)))
    assert [(p.scene, p.beat) for p, _ in state.look_back_messages(boat)] == [
        ("start", 2),
        ("start", 4),
        ("start", 8),
        ("start", 9),
        ("told", 0),
    ]
    sticker = Place("start", 5)
    judged = engine.judge(boat, state, sticker, "fine")
    assert sticker in [place for place, _ in judged.look_back_messages(boat)]


def test_every_entry_has_its_chat(boat: Scenario) -> None:
    state = engine.choose(boat, at_choice(boat), "take")
    threads = dict.fromkeys(chat for _, chat in state.threads(boat))
    assert list(threads) == ["club", "ash_only"]
    assert state.threads(boat)[-1] == (ShownFeedback(CHOICE, "take"), "ash_only")


@pytest.mark.parametrize(
    ("inputs", "index", "reason"),
    [
        ((Choose("take"),), 0, "no choice is open: the story waits for an answer to a pulse"),
        ((*TO_CHOICE, Choose("nothing")), 1, 'has no option "nothing"'),
        ((*TO_CHOICE, Judge(Place("debt", 0), "fine")), 1, "debt/1 was not shown: the story waits for a choice"),
        ((*TO_CHOICE, Judge(Place("debt", 99), "fine")), 1, "debt/100 was not shown"),
        ((*TO_CHOICE, *TO_CHOICE), 1, "no pulse is open"),
        ((RehearsePick("teacher", 1),), 0, "no rehearse is open"),
        ((*TO_CHOICE, Choose("tell"), RehearsePick("teacher", 9)), 2, "no sentence 9"),
        ((*TO_CHOICE, Choose("tell"), RehearsePick("teacher", 1), Choose("take")), 3, "the story is over"),
    ],
)
def test_a_replay_stops_at_the_first_input_that_does_not_fit(
    boat: Scenario, inputs: tuple[Input, ...], index: int, reason: str
) -> None:
    done = engine.replay(boat, Play(boat.id, inputs))
    assert done.divergence is not None
    assert (done.divergence.index, done.divergence.input) == (index, inputs[index])
    assert reason in done.divergence.reason
    assert done.state.inputs == inputs[:index]


def test_a_play_of_another_story_is_not_replayed(boat: Scenario) -> None:
    done = engine.replay(boat, Play("other", TO_CHOICE))
    assert done.divergence == Divergence(0, None, 'the play is of the story "other", not of "small-boat"')
    assert done.state == engine.start(boat)


def test_a_replay_reads_no_further_than_an_input_needs(boat: Scenario) -> None:
    state = after(boat, Judge(START, "fine"))
    assert (state.awaiting, state.next) == ("reading", Place("start", 3))


@pytest.mark.parametrize(
    ("target", "reason"), [("nowhere", "which is not there"), ("start", "which was already played"), (None, "stops")]
)
def test_a_broken_story_says_what_is_broken(stories: ModuleType, target: str | None, reason: str) -> None:
    end = () if target is None else (Go(scene=target),)
    story = stories.build((Scene(id="start", beats=(Message(person="ash", text="Hi"), *end)),))
    with pytest.raises(EngineError, match=reason):
        engine.read_on(story, engine.start(story))
    shown = engine.advance(story, engine.start(story))
    with pytest.raises(EngineError, match=reason):
        engine.advance(story, shown)


def test_an_option_that_leads_back_is_refused(stories: ModuleType) -> None:
    ask = Choice(question="?", options=(Option(id="on", say="OK", move="safe", feedback="Yes.", go="start"),))
    story = stories.build((Scene(id="start", beats=(ask,)),))
    with pytest.raises(EngineError, match="already played"):
        engine.choose(story, engine.read_on(story, engine.start(story)), "on")


def test_there_is_nothing_to_undo_at_the_start(boat: Scenario) -> None:
    state = engine.judge(boat, at_choice(boat), START, "fine")
    state = engine.undo(boat, state)
    assert (state.awaiting, state.can_undo) == ("pulse", False)
    assert engine.undo(boat, state) is state
    assert state.judgements == {START: Judgement("fine")}


def test_undo_drops_what_was_said_of_messages_it_takes_away(boat: Scenario) -> None:
    later = Place("debt", 0)
    state = after(boat, *TO_CHOICE, Choose("take"), Judge(later, "not_ok"), Judge(START, "fine"))
    state = engine.undo(boat, state)
    assert state.judgements == {START: Judgement("fine")}
    assert state.inputs == (*TO_CHOICE, Judge(START, "fine"))
    assert state.open_place == CHOICE


def test_undo_does_not_hide_a_why_again(boat: Scenario) -> None:
    state = engine.judge(boat, at_choice(boat), START, "fine")
    state = engine.read_on(boat, engine.choose(boat, state, "take"))
    undone = engine.undo(boat, state)
    assert undone.awaiting == "choice"
    assert undone.revealed == {START}


def test_undo_gives_a_tried_option_back(boat: Scenario) -> None:
    state = at_choice(boat)
    tried_once = engine.choose(boat, state, "ask")
    assert engine.undo(boat, engine.choose(boat, tried_once, "joke")) == tried_once
    assert engine.undo(boat, tried_once) == state


def moves(scenario: Scenario, state: State) -> list[State]:
    """Every state that one thing the player can do leads to."""
    match state.awaiting:
        case "pulse":
            place = state.open_place
            assert place is not None
            return [engine.answer_pulse(scenario, state, place, answer) for answer in ("fine", "not_ok")]
        case "choice":
            choice = state.open_choice(scenario)
            assert choice is not None
            return [engine.choose(scenario, state, o.id) for o in choice.options if o.id not in state.tried]
        case "rehearse":
            return [engine.rehearse(scenario, state, role, 1) for role in engine.roles_open(scenario, state)]
        case _:
            return []


seeds = st.integers(0, 2**32)


@given(seeds, st.data())
def test_undo_after_any_input_gives_the_earlier_state(stories: ModuleType, seed: int, data: st.DataObject) -> None:
    story = stories.chance_story(seed)
    state = engine.start(story)
    while not state.is_over:
        for _ in range(data.draw(st.integers(0, 2))):
            judgeable = [place for place, _ in state.messages(story) if engine.can_judge(story, state, place)]
            if judgeable:
                state = engine.judge(story, state, data.draw(st.sampled_from(judgeable)), "not_ok")
        onward = moves(story, state)
        if not onward:
            state = engine.read_on(story, state)
            continue
        earlier, state = state, data.draw(st.sampled_from(onward))
        assert engine.undo(story, state) == earlier
        if data.draw(st.booleans()):
            read = engine.read_on(story, state)
            assert read.judgements == state.judgements
            undone = engine.undo(story, read)
            assert undone.revealed >= earlier.revealed
            assert (undone.shown, undone.inputs, undone.judgements) == (
                earlier.shown,
                earlier.inputs,
                earlier.judgements,
            )


@given(seeds, seeds)
def test_replaying_its_inputs_gives_a_walk_again(stories: ModuleType, seed: int, chance: int) -> None:
    story = stories.chance_story(seed)
    for player in (flag_everything, touch_nothing):
        state = play_out(story, player, Random(chance))
        done = engine.replay(story, state.play(story))
        assert done.divergence is None
        assert engine.read_to_input(story, done.state) == state


@given(seeds, st.data())
def test_what_the_engine_took_once_it_takes_again(stories: ModuleType, seed: int, data: st.DataObject) -> None:
    story = stories.chance_story(seed)
    state = engine.start(story)
    final: dict[Place, Judgement] = {}
    for _ in range(40):
        step = data.draw(st.sampled_from(["advance", "read_on", "judge", "judge", "move", "undo", "reveal"]))
        places = [place for place, _ in state.messages(story)]
        if step == "advance":
            state = engine.advance(story, state)
        elif step == "read_on":
            state = engine.read_on(story, state)
        elif step == "judge" and (open_places := [p for p in places if engine.can_judge(story, state, p)]):
            verdict = data.draw(st.sampled_from(["fine", "not_sure", "not_ok"]))
            state = engine.judge(story, state, data.draw(st.sampled_from(open_places)), verdict)
        elif step == "move" and (onward := moves(story, state)):
            state = data.draw(st.sampled_from(onward))
        elif step == "undo":
            state = engine.undo(story, state)
        elif step == "reveal" and (pages := [place for place, _ in state.look_back_messages(story)]):
            state = engine.reveal(story, state, data.draw(st.sampled_from(pages)))
        shown = {place for place, _ in state.messages(story)}
        for place, said in final.items():
            assert place not in shown or state.judgements.get(place, said) == said
        final = {place: state.judgements[place] for place in state.revealed if place in state.judgements}
        done = engine.replay(story, state.play(story))
        assert done.divergence is None
        assert done.state.judgements == state.judgements
        assert done.state.inputs == state.inputs
        assert state.shown[: len(done.state.shown)] == done.state.shown
