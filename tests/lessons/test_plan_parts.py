"""The parts of a plan: stops along the class's way, derived guides, lengths, rounds of practice, sequences."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.files.practice_reader import practice_file, read_practice
from game.content.files.scenario_reader import parse_scenario
from game.content.library import Library, open_library
from game.story.class_play import judged_places, play_path
from game.story.explore import walk_paths
from game.story.guide import LESSON_PARTS, Guide, JudgedPlace
from game.story.model import Choice, Go, Message, Rehearse, Scenario
from game.story.practice import SortItem
from game.story.state import ShownBeat
from lessons.derived import NoWayError, choose_path, derive_guide
from lessons.lengths import fit_minutes
from lessons.rounds import pick_items, signs_in_focus
from lessons.sequence import SESSIONS, sequence_of, standards_grid
from lessons.stops import cut_into_stops
from lessons.story_guide import find_guide
from lessons.votes import choose_votes

TODAY = date(2026, 11, 24)
DATA = Path(__file__).parents[1] / "data"
BLAME = ("should have", "shouldn't have", "whose fault")


@pytest.fixture(scope="module")
def library() -> Library:
    library = open_library([DATA / "stories"])
    library.read_all()
    return library


@pytest.fixture(scope="module")
def stories(library: Library) -> tuple[Scenario, ...]:
    found = tuple(library.scenario(card.id) for card in library.cards())
    assert len(found) >= 2
    return found


def small() -> Scenario:
    scenario = parse_scenario((DATA / "good" / "small.yaml").read_text(encoding="utf-8")).scenario
    assert scenario is not None
    return scenario


# Stops


def test_stops_hold_every_beat_of_the_way_once_and_in_order(stories: tuple[Scenario, ...]) -> None:
    for scenario in stories:
        guide = derive_guide(scenario)
        shown = [entry.place for entry in play_path(scenario, guide.path).state.shown if isinstance(entry, ShownBeat)]
        expected = [place for place in shown if not isinstance(scenario.beat_at(place), Go)]
        stops = cut_into_stops(scenario, guide.path, guide.votes)
        assert [line.place for stop in stops for line in stop.lines] == expected
        assert [stop.number for stop in stops] == list(range(1, len(stops) + 1))


def test_a_stop_ends_at_a_vote_a_choice_a_telling_or_the_end(stories: tuple[Scenario, ...]) -> None:
    for scenario in stories:
        guide = derive_guide(scenario)
        stops = cut_into_stops(scenario, guide.path, guide.votes)
        assert [stop.kind for stop in stops].count("end") == 1
        assert stops[-1].kind == "end"
        votes = [stop for stop in stops if stop.kind == "vote"]
        assert [stop.last.judged for stop in votes] == list(guide.votes)
        assert [stop.last.vote for stop in votes] == list(range(1, len(votes) + 1))
        for stop in stops:
            assert all(line.vote is None for line in stop.lines[:-1])
            assert (stop.message is not None) == (stop.kind == "vote")
            assert (stop.choice is not None) == (stop.kind == "choice")
            assert (stop.rehearse is not None) == (stop.kind == "rehearse")


def test_every_line_says_its_chat_its_judged_place_and_what_was_taken() -> None:
    scenario = small()
    stops = cut_into_stops(scenario, ["stop_here", "teacher/1", "parent_or_carer/1"], [JudgedPlace("start", 3)])
    lines = [line for stop in stops for line in stop.lines]
    names = {place: name for name, place in judged_places(scenario).items()}
    assert [(line.judged, line.chat) for line in lines if isinstance(line.beat, Message)] == [
        (JudgedPlace("start", 1), "crew"),
        (JudgedPlace("start", 2), "crew"),
        (JudgedPlace("start", 3), "alone"),
        (JudgedPlace("start", 4), "alone"),
    ]
    assert all(line.judged == names.get(line.place) for line in lines)
    taken = [line.taken for line in lines if isinstance(line.beat, Choice | Rehearse)]
    assert taken == ["stop_here", "teacher/1", "parent_or_carer/1"]
    assert not any(line.taken for line in lines if not isinstance(line.beat, Choice | Rehearse))


def test_a_way_that_does_not_fit_gives_the_stops_as_far_as_it_goes() -> None:
    stops = cut_into_stops(small(), ["stop_here"], [])
    assert [stop.kind for stop in stops] == ["choice", "rehearse"]


# Derived guides


def test_a_derived_guide_is_what_a_written_one_has_to_be(stories: tuple[Scenario, ...]) -> None:
    for scenario in stories:
        guide = derive_guide(scenario)
        play = play_path(scenario, guide.path)
        assert guide.is_derived
        assert play.is_whole
        assert play.state.outcome(scenario) in ("helped", "safe_and_fine")
        assert sum(step.minutes for step in guide.plan) == guide.minutes == 40
        assert (guide.plan[0].part, guide.plan[-1].part) == ("ground_rules", "close")
        assert guide.questions.after == scenario.debrief.questions
        assert guide.standards
        assert not any(one.code for one in guide.standards)


def test_the_way_has_a_no_or_no_answer_and_telling_where_there_is_such_a_way() -> None:
    path = choose_path(small())
    assert path == ("say_no", "parent_or_carer/1", "teacher/1")


def test_the_derived_way_of_a_shipped_story_refuses_and_tells(library: Library) -> None:
    path = choose_path(library.scenario("paper-kite"))
    assert path[:2] == ("say_no", "stop")
    assert [entry.partition("/")[2] for entry in path[2:]] == ["1", "1"]


def test_a_story_without_an_ending_has_no_way() -> None:
    scenario = small()
    start = scenario.scenes["start"]
    choice = start.beats[-1]
    assert isinstance(choice, Choice)
    stuck = replace(choice, options=tuple(replace(option, go=None) for option in choice.options))
    scenes = {**scenario.scenes, "start": replace(start, beats=(*start.beats[:-1], stuck))}
    with pytest.raises(NoWayError):
        choose_path(replace(scenario, scenes=scenes))


@given(number=st.integers(0, 60), most=st.integers(1, 6))
def test_votes_are_on_the_way_in_order_never_too_many_and_balanced(
    stories: tuple[Scenario, ...], number: int, most: int
) -> None:
    for scenario in stories:
        walks = list(walk_paths(scenario, 30))
        guide = walks[number % len(walks)]
        path = tuple(
            getattr(done, "option", None) or f"{getattr(done, 'role', '')}/{getattr(done, 'sentence', '')}"
            for done in guide.play.inputs
            if hasattr(done, "option") or hasattr(done, "role")
        )
        votes = choose_votes(scenario, path, most)
        places = judged_places(scenario)
        shown = [place for place, _ in play_path(scenario, path).state.messages(scenario)]
        where = [shown.index(places[vote]) for vote in votes]
        assert where == sorted(set(where))
        assert len(votes) <= most
        beats = [scenario.beat_at(places[vote]) for vote in votes]
        signs = sum(isinstance(beat, Message) and beat.is_sign for beat in beats)
        if most > 2 and len(votes) > 2 and 0 < signs < len(votes):
            assert len(votes) <= 3 * min(signs, len(votes) - signs)


# Lengths


def test_the_guide_of_the_same_length_stays_as_it_is(library: Library) -> None:
    scenario = library.scenario("paper-kite")
    guide = find_guide(scenario)
    assert fit_minutes(guide, 40, scenario) is guide


def test_twenty_minutes_have_three_votes_of_the_guide_with_both_kinds(library: Library) -> None:
    scenario = library.scenario("paper-kite")
    guide = find_guide(scenario)
    short = fit_minutes(guide, 20, scenario)
    assert [step.part for step in short.plan] == ["ground_rules", "starter", "story", "choice", "close"]
    assert len(short.votes) == 3
    assert set(short.votes) < set(guide.votes)
    places = judged_places(scenario)
    kinds = {getattr(scenario.beat_at(places[vote]), "is_sign", None) for vote in short.votes}
    assert kinds == {True, False}


def test_sixty_minutes_keep_the_texts_and_add_to_them(library: Library) -> None:
    scenario = library.scenario("moon-soup")
    guide = find_guide(scenario)
    long = fit_minutes(guide, 60, scenario)
    texts = {step.part: step.text for step in long.plan}
    for step in guide.plan:
        assert texts[step.part].startswith(step.text)
    assert len(texts["practice"]) > len(next(step.text for step in guide.plan if step.part == "practice"))


@pytest.mark.parametrize("minutes", [20, 40, 60])
def test_every_text_of_a_made_guide_is_whole_and_blames_nobody(minutes: int, library: Library) -> None:
    scenario = library.scenario("paper-kite")
    guide = fit_minutes(derive_guide(scenario), minutes, scenario)  # type: ignore[arg-type]
    for text in _texts(guide):
        assert text.endswith((".", "?"))
        assert "{" not in text
        assert "  " not in text
        assert not any(word in text.lower() for word in BLAME)
    assert {step.part for step in guide.plan} <= set(LESSON_PARTS)


def _texts(guide: Guide) -> list[str]:
    asked = guide.questions
    return [
        *(step.text for step in guide.plan),
        *guide.pupil_aims,
        *guide.teacher_aims,
        *asked.before,
        *(during.ask for during in asked.during),
        *asked.after,
        guide.unplugged,
        guide.for_withdrawn,
        guide.extension,
        guide.home,
        *guide.support.values(),
        *guide.notes,
    ]


# Rounds


def test_the_choice_of_items_hangs_on_the_story_alone(stories: tuple[Scenario, ...]) -> None:
    items = read_practice(practice_file("11-13")).values
    picked = [pick_items(scenario, items) for scenario in stories]
    assert picked == [pick_items(scenario, items) for scenario in stories]
    assert len({tuple(item.id for item in practice) for _, practice in picked}) > 1


@given(st.data())
def test_however_many_items_there_are_none_comes_twice_and_the_starter_is_short(data: st.DataObject) -> None:
    items = read_practice(practice_file("11-13")).values
    some = data.draw(st.lists(st.sampled_from(items), unique_by=lambda item: item.id))
    starter, practice = pick_items(small(), some)
    ids = [item.id for item in (*starter, *practice)]
    assert len(ids) == len(set(ids))
    assert len(starter) <= 3
    assert len(practice) <= 6
    if sum(isinstance(item, SortItem) and item.is_fine for item in some) >= 3:
        assert sum(isinstance(item, SortItem) and item.is_fine for item in practice) >= 3


def test_where_nothing_is_wrong_the_lesson_is_about_what_is_resembled(library: Library) -> None:
    scenario = library.scenario("moon-soup")
    likened = {message.lookalike_of for _, message in scenario.messages() if message.lookalike_of}
    assert set(signs_in_focus(scenario)) == likened


# Sequences


@pytest.mark.parametrize("band", ["8-10", "11-13", "14-17"])
def test_a_sequence_has_four_sessions_and_open_ones_say_so(band: str, library: Library) -> None:
    sessions = sequence_of(band, library)  # type: ignore[arg-type]
    assert [session.number for session in sessions] == list(range(1, SESSIONS + 1))
    assert len({session.story for session in sessions if session.story}) == sum(bool(s.story) for s in sessions)
    for session in sessions:
        assert session.is_open == (session.story == "")
        assert ("no story" in session.about) == session.is_open
        guide = (
            None if session.is_open else find_guide(library.scenario(session.story), library.path(session.story).parent)
        )
        assert session.standards == (guide.standards if guide is not None else ())
    opened = [session.is_open for session in sessions]
    assert opened == sorted(opened)


@pytest.mark.parametrize("band", ["8-10", "11-13", "14-17"])
def test_boosters_come_after_about_one_and_about_four_weeks(band: str, library: Library) -> None:
    boosters = [booster for session in sequence_of(band, library) for booster in session.boosters]  # type: ignore[arg-type]
    assert [booster.weeks for booster in boosters] == [1, 4]
    for booster in boosters:
        assert booster.text.startswith("About ")


def test_stories_with_and_without_signs_take_turns(library: Library) -> None:
    sessions = [session for session in sequence_of("11-13", library) if not session.is_open]
    kinds = [session.nothing_is_wrong for session in sessions]
    assert kinds[:2] == [False, True]


def test_the_grid_has_a_cell_for_each_framework_and_session(library: Library) -> None:
    sessions = sequence_of("11-13", library)
    grid = standards_grid(sessions)
    assert grid
    for row, cells in grid:
        assert len(cells) == SESSIONS
        for session, cell in zip(sessions, cells, strict=True):
            assert (cell in session.standards) == (cell is not None)
            assert cell is None or cell.framework == row.framework
