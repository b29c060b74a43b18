from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.explore import explore, walk_by
from game.story.invariants import Problem, find_problems
from game.story.model import Choice, Ending, Go, Move, Note, Option, Rehearse, Scenario, Scene
from game.story.plays import RehearsePick

END = Ending(outcome="helped", line="Well.")


def option(id: str, go: str | None = None, move: Move = "unsure") -> Option:
    return Option(id=id, say="OK", move=move, feedback="Hm.", go=go)


def scene(id: str, *beats: Note | Choice | Ending | Go | Rehearse) -> Scene:
    return Scene(id=id, beats=beats)


def choice(*options: Option) -> Choice:
    return Choice(question="?", options=options)


def problems_of(stories: ModuleType, *scenes: Scene) -> dict[str, tuple[str, ...] | None]:
    """What is wrong with a story of these scenes, each with the options of the play that shows it."""
    story: Scenario = stories.build(scenes)
    return {one.text: _options(one) for one in find_problems(story, explore(story))}


def _options(problem: Problem) -> tuple[str, ...] | None:
    walk = problem.walk
    return None if walk is None else (*walk.options, *([walk.refused] if walk.refused else []))


def test_a_path_that_stops_is_shown_by_its_shortest_play(stories: ModuleType) -> None:
    found = problems_of(
        stories,
        scene("start", choice(option("joke"), option("long", "detour"), option("short", "gap"))),
        scene("detour", choice(option("on", "gap"), option("home", "end"))),
        scene("gap", Note(text="So")),
        scene("end", END),
    )
    assert found == {'the scene "gap" stops without a choice, a go or an ending': ("short",)}


def test_a_way_back_is_shown_by_the_option_that_was_refused(stories: ModuleType) -> None:
    found = problems_of(
        stories,
        scene("start", choice(option("on", "next"))),
        scene("next", choice(option("joke"), option("back", "start"), option("end_it", "end"))),
        scene("end", END),
    )
    assert found['the scene "next" leads back to "start", which was already played'] == ("on", "back")


def test_a_scene_that_is_not_there_is_shown_by_the_option_that_leads_to_it(stories: ModuleType) -> None:
    found = problems_of(stories, scene("start", choice(option("a", "gone"), option("b", "end"))), scene("end", END))
    assert found['the scene "start" leads to "gone", which is not there'] == ("a",)


def test_a_choice_without_a_way_on_is_shown_at_its_scene(stories: ModuleType) -> None:
    found = problems_of(
        stories,
        scene("start", choice(option("joke"), option("on", "stuck"), option("off", "end"))),
        scene("stuck", choice(option("a"), option("b"))),
        scene("end", END),
    )
    assert list(found) == ['the choice at the end of "stuck" has no option that leads on']
    assert found['the choice at the end of "stuck" has no option that leads on'] == ("on",)


def test_nothing_shows_a_scene_that_no_path_leads_to(stories: ModuleType) -> None:
    found = problems_of(stories, scene("start", END), scene("island", END))
    assert found == {'no path leads to the scene "island"': None}


def test_a_beat_behind_the_end_of_its_scene_is_never_reached(stories: ModuleType) -> None:
    found = problems_of(
        stories,
        scene("start", choice(option("on", "next"))),
        scene("next", Note(text="So"), Go(scene="end"), Note(text="Never read."), Note(text="Nor this.")),
        scene("end", END),
    )
    assert found == {'beat 3 of the scene "next" is never reached': ("on",)}


def test_an_option_behind_the_end_of_its_scene_is_never_reached(stories: ModuleType) -> None:
    found = problems_of(stories, scene("start", Go(scene="end"), choice(option("late", "end"))), scene("end", END))
    assert 'the option "late" is never reached' in found


@pytest.mark.parametrize(
    ("options", "is_lost"),
    [
        ((option("risk", "end", "risky"), option("well", "end", "safe")), True),
        ((option("risk", "more", "risky"), option("well", "end", "safe")), False),
        ((option("risk", "tells", "risky"), option("well", "end", "safe")), False),
        ((option("risk", None, "risky"), option("well", "end", "safe")), False),
        ((option("risk", None, "risky"), option("so", "more")), False),
        ((option("risk", None, "risky"), option("so", "end")), True),
        ((option("dare", "end", "unsure"), option("well", "end", "safe")), False),
    ],
)
def test_from_every_risky_option_a_safe_one_or_telling_can_be_reached(
    stories: ModuleType, options: tuple[Option, ...], *, is_lost: bool
) -> None:
    found = problems_of(
        stories,
        scene("first", choice(option("in", "start"), option("a", "more"), option("b", "tells"))),
        scene("start", choice(*options)),
        scene("more", choice(option("stop", "end", "safe"))),
        scene(
            "tells", Rehearse(kind="tell", adults=("teacher",), sentences=("A",), helps=True, adult_says="Yes."), END
        ),
        scene("end", END),
    )
    text = 'after the risky option "risk" no safe option and no telling can be reached'
    assert (text in found) == is_lost
    assert not is_lost or found[text] is not None
    assert not is_lost or found[text][:2] == ("in", "risk")  # type: ignore[index]


def test_a_walk_by_options_goes_on_to_an_ending_by_the_shortest_way(boat: Scenario) -> None:
    walk = walk_by(boat, ("take",))
    assert walk.problem is None
    assert walk.options[0] == "take"
    assert walk.state.is_over
    assert any(isinstance(done, RehearsePick) for done in walk.play.inputs)


@given(st.integers(0, 2**32))
def test_a_whole_story_has_no_problem_but_islands_and_risks_that_nothing_safe_follows(
    stories: ModuleType, seed: int
) -> None:
    story = stories.chance_story(seed)
    for problem in find_problems(story, explore(story, limit=500)):
        assert problem.text.startswith(("after the risky option", "no path leads to", "the option"))
        assert problem.text.startswith("after") == (problem.walk is not None)
        assert problem.walk is None or problem.walk.problem is None
