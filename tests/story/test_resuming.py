"""Taking up a kept play after an author's edit: what stayed keeps its judgement, and nothing is put elsewhere."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import IS_WHOLE, examples

from game.content.files.plays_reader import load_plays
from game.content.files.scenario_reader import read_scenario
from game.resources import data_folder
from game.story import engine
from game.story.message_names import names_of
from game.story.model import Beat, Choice, Message, Note, Place, Pulse, Rehearse, Scenario, Scene
from game.story.named_plays import NamedJudge, NamedPlay
from game.story.players import flag_everything, play_out
from game.story.plays import AnswerPulse, Choose, Judge, Judgement, Play, RehearsePick, Verdict
from game.story.resuming import Resumed, resume
from game.story.saves import SavedPlay, dump_play, load_play, revision
from game.story.sights import Sight
from game.story.state import Rehearsed, ShownOption, State
from tests.story.story_edits import Edited, edit

STORIES = sorted(file.parent for file in data_folder("scenarios").glob("*/scenario.yaml"))
STORY_IDS = [folder.name for folder in STORIES]
EDITS = 300 if IS_WHOLE else 12
"""How many edited versions of every story are tried."""
DAY = date(2026, 11, 24)


@cache
def read(folder: Path) -> Scenario:
    scenario = read_scenario(folder / "scenario.yaml").scenario
    assert scenario is not None
    return scenario


def play_somewhat(story: Scenario, rng: Random) -> State:
    """A state somewhere on a way through a story, with half of its messages judged."""

    def judge(sight: Sight) -> Verdict | None:
        return rng.choice(("fine", "not_sure", "not_ok", None, None, None))

    inputs = play_out(story, judge, rng).inputs
    return engine.replay(story, Play(story.id, inputs[: rng.randint(1, max(1, len(inputs)))])).state


def take_up(state: State, before: Scenario, after: Scenario) -> Resumed:
    """Keep a place in one version of a story as the file has it, and take it up in another."""
    return resume(after, load_play(dump_play(before, state, DAY)))


def what_is_sent(message: Message) -> object:
    return message.person, message.text, message.hidden, message.sticker, message.call


def picks(story: Scenario, state: State) -> Iterator[object]:
    """The options and sentences that were taken, as what they said and where that led."""
    for shown in state.shown:
        if isinstance(shown, ShownOption):
            choice = story.beat_at(shown.place)
            assert isinstance(choice, Choice)
            option = next(option for option in choice.options if option.id == shown.option_id)
            yield shown.place.scene, option.id, option.say, option.do, option.go
        elif isinstance(shown, Rehearsed):
            rehearse = story.beat_at(shown.place)
            assert isinstance(rehearse, Rehearse)
            yield shown.place.scene, rehearse.kind, shown.role, rehearse.sentences[shown.sentence - 1]


def wrong_landings(before: Scenario, state: State, after: Scenario, resumed: State) -> list[object]:
    """Everything that was taken up and is about something other than what the player did it to."""
    wrong: list[object] = []
    judged = [(place.scene, what_is_sent(_message(before, place)), said) for place, said in state.judgements.items()]
    for place, said in resumed.judgements.items():
        one = (place.scene, what_is_sent(_message(after, place)), said)
        if one in judged:
            judged.remove(one)
        else:
            wrong.append(one)
    answered = [(place.scene, before.beat_at(place).person, said) for place, said in state.pulses.items()]  # type: ignore[union-attr]
    for place, answer in resumed.pulses.items():
        beat = after.beat_at(place)
        assert isinstance(beat, Pulse)
        wrong += [] if (place.scene, beat.person, answer) in answered else [(place, answer)]
    taken = list(picks(before, state))
    for pick in picks(after, resumed):
        if pick in taken:
            taken.remove(pick)
        else:
            wrong.append(pick)
    return wrong


def _message(story: Scenario, place: Place) -> Message:
    beat = story.beat_at(place)
    assert isinstance(beat, Message)
    return beat


def alike(story: Scenario, place: Place) -> int:
    """How many messages of its scene are like the one at a place, itself counted."""
    sent = what_is_sent(_message(story, place))
    beats = story.scenes[place.scene].beats
    return sum(isinstance(beat, Message) and what_is_sent(beat) == sent for beat in beats)


def lost_though_unchanged(before: Scenario, state: State, edited: Edited, resumed: State) -> list[Place]:
    """Messages that stayed as they were, are met on the way that was taken up, and lost their judgement."""
    after = edited.story
    try:
        reached = engine.read_to_input(after, resumed)
    except engine.EngineError:
        reached = resumed
    lost = []
    for place, message in reached.messages(after):
        was = edited.came_from.get(place)
        if was is None or was.scene != place.scene or message != before.beat_at(was):
            continue
        if alike(before, was) > 1 or alike(after, place) > 1:
            # Nobody can tell which of them was meant.
            continue
        if resumed.judgements.get(place) != state.judgements.get(was):
            lost.append(place)
    return lost


@pytest.mark.parametrize("folder", STORIES, ids=STORY_IDS)
def test_no_edit_of_a_shipped_story_puts_an_answer_on_anything_else(folder: Path) -> None:
    before = read(folder)
    kept = 0
    for seed in range(EDITS):
        rng = Random(f"{folder.name}/{seed}")
        state = play_somewhat(before, rng)
        edited = edit(before, rng, rng.choice((1, 1, 2, 5, 20)))
        resumed = take_up(state, before, edited.story)
        about = f"seed {seed}: {edited.edits}"
        assert wrong_landings(before, state, edited.story, resumed.state) == [], about
        assert lost_though_unchanged(before, state, edited, resumed.state) == [], about
        assert resumed.dropped == len(state.inputs) - len(resumed.state.inputs), about
        kept += len(resumed.state.judgements)
    assert kept > 0


@settings(max_examples=examples(100))
@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 12))
def test_no_edit_of_a_story_made_by_chance_puts_an_answer_on_anything_else(stories, story, chance, count) -> None:
    before = stories.chance_story(story)
    rng = Random(chance)
    state = play_somewhat(before, rng)
    edited = edit(before, rng, count)
    resumed = take_up(state, before, edited.story)
    assert wrong_landings(before, state, edited.story, resumed.state) == []
    assert lost_though_unchanged(before, state, edited, resumed.state) == []


@dataclass(frozen=True)
class Kept:
    """A kept place in a story."""

    story: Scenario
    state: State


def shipped_plays() -> Iterator[Kept]:
    """Every shipped play, as it would be kept before its last step."""
    for folder in STORIES:
        story = read(folder)
        plays, _ = load_plays(folder, story)
        for play in plays:
            state = engine.replay(story, replace(play.play, inputs=play.play.inputs[:-1])).state
            if state.judgements:
                yield Kept(story, state)


def single_judgements() -> Iterator[Kept]:
    """Every message of every story's first scene, as it is kept where it alone was judged."""
    for folder in STORIES:
        story = read(folder)
        for done in play_out(story, flag_everything, Random(1)).inputs:
            if isinstance(done, Judge) and done.place.scene == story.first_scene.id:
                yield Kept(story, engine.replay(story, Play(story.id, (done,))).state)


def with_a_note(story: Scenario) -> Scenario:
    """The story with one note before everything else."""
    first = story.first_scene
    longer = Scene(id=first.id, beats=(Note(text="One thing before that."), *first.beats))
    return replace(story, scenes={**story.scenes, first.id: longer})


@pytest.mark.parametrize("kept_places", [shipped_plays, single_judgements])
def test_one_note_in_the_first_scene_moves_no_judgement_and_loses_none(
    kept_places: Callable[[], Iterator[Kept]],
) -> None:
    judgements = elsewhere_by_index = 0
    for kept in kept_places():
        story, later = kept.story, with_a_note(kept.story)
        resumed = take_up(kept.state, story, later)
        first = story.first_scene.id
        assert resumed.is_whole
        assert len(resumed.state.inputs) == len(kept.state.inputs)
        assert resumed.state.judgements == {
            Place(place.scene, place.beat + (place.scene == first)): said
            for place, said in kept.state.judgements.items()
        }
        judgements += len(resumed.state.judgements)
        by_index = engine.replay(later, kept.state.play(story)).state
        elsewhere_by_index += len(wrong_landings(story, kept.state, later, by_index))
    # What the names are for: by their places alone many of these would have landed on other messages.
    assert judgements > 100
    assert elsewhere_by_index > 5


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_in_the_same_version_of_a_story_everything_comes_back(stories, story, chance) -> None:
    scenario = stories.chance_story(story)
    state = play_somewhat(scenario, Random(chance))
    assert take_up(state, scenario, scenario) == Resumed(state=state)


def place_of(story: Scenario, text: str) -> Place:
    return next(place for place, message in story.messages() if message.text == text)


def half_played(boat: Scenario) -> State:
    """The boat story up to the first adult, with three judgements and a card."""
    inputs = (
        Judge(place_of(boat, "Good race!"), "fine"),
        Judge(place_of(boat, "A gold boat for you. You owe me one."), "not_ok", "gift_with_strings"),
        AnswerPulse(Place("start", 10), "not_ok"),
        Choose("ask"),
        Choose("take"),
        Judge(place_of(boat, "Tell nobody."), "not_sure"),
        Choose("tell_now"),
        RehearsePick("teacher", 2),
    )
    return engine.replay(boat, Play(boat.id, inputs)).state


def with_beat(story: Scenario, place: Place, *beats: Beat) -> Scenario:
    """The story with other beats in place of one."""
    scene = story.scenes[place.scene]
    changed = Scene(id=scene.id, beats=(*scene.beats[: place.beat], *beats, *scene.beats[place.beat + 1 :]))
    return replace(story, scenes={**story.scenes, scene.id: changed})


def with_option(story: Scenario, place: Place, option: str, **changes: str) -> Scenario:
    """The story with one option changed, or taken out where nothing is to be changed."""
    choice = story.beat_at(place)
    assert isinstance(choice, Choice)
    options = [
        replace(one, **changes) if one.id == option else one for one in choice.options if changes or one.id != option
    ]  # type: ignore[arg-type]
    return with_beat(story, place, replace(choice, options=tuple(options)))


def test_a_message_that_was_written_anew_loses_its_judgement_and_nothing_else(boat: Scenario) -> None:
    state = half_played(boat)
    place = place_of(boat, "A gold boat for you. You owe me one.")
    after = with_beat(boat, place, replace(_message(boat, place), text="A gold boat. Just so."))
    resumed = take_up(state, boat, after)
    assert (resumed.dropped, resumed.is_shorter) == (1, False)
    assert resumed.state.inputs == tuple(done for done in state.inputs if getattr(done, "place", None) != place)


def test_what_a_story_says_of_a_message_is_no_other_message(boat: Scenario) -> None:
    state = half_played(boat)
    place = place_of(boat, "Good race!")
    after = with_beat(boat, place, replace(_message(boat, place), read="unclear", why="It depends.", react=None))
    assert take_up(state, boat, after) == Resumed(state=state)


def test_a_message_that_moved_behind_a_pulse_keeps_its_judgement(boat: Scenario) -> None:
    state = half_played(boat)
    place = place_of(boat, "Good race!")
    pulse = boat.beat_at(Place("start", 10))
    after = with_beat(with_beat(boat, Place("start", 10), pulse, boat.beat_at(place)), place)
    resumed = take_up(state, boat, after)
    assert resumed.is_whole
    assert resumed.state.judgements == {
        Place("start", 10): Judgement("fine"),
        Place("start", 7): Judgement("not_ok", "gift_with_strings"),
        place_of(after, "Tell nobody."): Judgement("not_sure"),
    }


def test_where_a_second_message_says_the_same_nobody_can_tell_which_was_judged(boat: Scenario) -> None:
    state = half_played(boat)
    place = place_of(boat, "Good race!")
    twice = with_beat(boat, place, boat.beat_at(place), boat.beat_at(place))
    assert take_up(state, boat, twice).dropped == 1
    second = engine.judge(twice, engine.read_on(twice, engine.start(twice)), Place("start", 3), "fine")
    assert take_up(second, twice, twice) == Resumed(state=engine.replay(twice, second.play(twice)).state)
    assert take_up(second, twice, boat).dropped == 1


@pytest.mark.parametrize(
    ("place", "option", "change", "dropped", "shorter", "last"),
    [
        pytest.param(Place("start", 11), "take", {"say": "Never!"}, 4, True, "ask", id="says something else"),
        pytest.param(Place("start", 11), "take", {"go": "told"}, 4, True, "ask", id="leads elsewhere"),
        pytest.param(Place("start", 11), "take", {"id": "tell"}, 4, True, "ask", id="has another id"),
        pytest.param(Place("start", 11), "take", {}, 4, True, "ask", id="went"),
        pytest.param(Place("start", 11), "take", {"feedback": "Hm."}, 0, False, None, id="is answered otherwise"),
        pytest.param(Place("start", 11), "ask", {}, 1, False, None, id="led nowhere and went"),
        pytest.param(Place("debt", 3), "tell_now", {"do": "report"}, 2, True, "take", id="does something else"),
    ],
)
def test_an_option_is_taken_again_only_while_it_says_and_leads_to_the_same(
    boat: Scenario, place: Place, option: str, change: dict[str, str], dropped: int, shorter: bool, last: str | None
) -> None:
    resumed = take_up(half_played(boat), boat, with_option(boat, place, option, **change))
    assert (resumed.dropped, resumed.is_shorter) == (dropped, shorter)
    chosen = [done.option for done in resumed.state.inputs if isinstance(done, Choose)]
    assert chosen[-1] == (last or "tell_now")


def test_a_pulse_that_was_added_on_the_way_is_where_the_story_goes_on(boat: Scenario) -> None:
    state = half_played(boat)
    pulse = Pulse(person="lou", answer="fine", why="A good friend.")
    after = with_beat(boat, Place("debt", 3), pulse, boat.beat_at(Place("debt", 3)))
    resumed = take_up(state, boat, after)
    assert (resumed.dropped, resumed.is_shorter) == (2, True)
    waits = engine.read_to_input(after, resumed.state).open_place
    assert waits is not None
    assert after.beat_at(waits) == pulse


def test_a_sentence_is_found_wherever_it_stands_and_dropped_where_it_was_written_anew(boat: Scenario) -> None:
    state, place = half_played(boat), Place("telling", 0)
    rehearse = boat.beat_at(place)
    assert isinstance(rehearse, Rehearse)
    turned = with_beat(boat, place, replace(rehearse, sentences=rehearse.sentences[::-1]))
    assert take_up(state, boat, turned).state.inputs[-1] == RehearsePick("teacher", 1)
    anew = with_beat(boat, place, replace(rehearse, sentences=(rehearse.sentences[0], "May I ask something?")))
    resumed = take_up(state, boat, anew)
    assert (resumed.dropped, resumed.is_shorter) == (1, True)
    assert resumed.state.inputs == state.inputs[:-1]


def test_a_play_by_index_is_taken_up_in_its_own_version_of_the_story_alone(boat: Scenario) -> None:
    state = half_played(boat)
    saved = SavedPlay(state.play(boat), revision(boat), DAY)
    assert resume(boat, saved) == Resumed(state=state)
    later = with_a_note(boat)
    assert resume(later, saved) == Resumed(state=engine.start(later), dropped=8, is_shorter=True)


def test_a_play_of_another_story_is_taken_up_nowhere(boat: Scenario) -> None:
    saved = load_play(dump_play(boat, half_played(boat), DAY))
    other = replace(boat, id="other-boat")
    assert resume(other, saved) == Resumed(state=engine.start(other), dropped=8, is_shorter=True)


def test_a_kept_judgement_of_what_the_friend_wrote_is_dropped(boat: Scenario) -> None:
    name = names_of(boat).by_place[place_of(boat, "Thanks!")]
    saved = SavedPlay(NamedPlay(boat.id, (NamedJudge(name, "fine"),)), revision(boat), DAY)
    assert resume(boat, saved) == Resumed(state=engine.start(boat), dropped=1)


def test_a_broken_story_takes_up_what_comes_before_the_break(boat: Scenario) -> None:
    state = half_played(boat)
    broken = replace(boat, scenes={"start": boat.scenes["start"], "debt": Scene(id="debt", beats=())})
    resumed = take_up(state, boat, broken)
    assert resumed.state.inputs == state.inputs[:5]
    assert (resumed.dropped, resumed.is_shorter) == (3, True)
