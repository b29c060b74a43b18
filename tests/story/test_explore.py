from dataclasses import replace
from itertools import islice
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story import engine
from game.story.explore import explore, walk_cover, walk_paths, walk_to
from game.story.model import Choice, Ending, Go, Note, Option, Rehearse, Scenario, Scene
from game.story.plays import Choose
from game.story.ways import reachable_scenes


def option(id: str, go: str | None) -> Option:
    return Option(id=id, say="OK", move="unsure", feedback="Hm.", go=go)


def choice(*options: Option) -> Choice:
    return Choice(question="?", options=options)


END = Ending(outcome="helped", line="Well.")


def test_every_path_is_walked_once(boat: Scenario) -> None:
    taken = [tuple(i.option for i in walk.play.inputs if isinstance(i, Choose)) for walk in walk_paths(boat)]
    assert taken == [
        ("ask", "joke", "take", "stop"),
        ("ask", "joke", "take", "tell_now"),
        ("tell",),
    ]


def test_exploring_meets_every_scene_option_and_ending(boat: Scenario) -> None:
    found = explore(boat)
    assert found.scenes == set(boat.scenes)
    assert found.options == {"take", "ask", "joke", "tell", "stop", "tell_now"}
    assert found.endings == {"helped": 2, "paused_for_support": 1}
    assert (found.plays, found.problems, found.unreachable, found.cut) == (3, (), (), False)


def test_more_paths_than_the_limit_are_cut_and_still_everything_is_met(stories: ModuleType) -> None:
    story = stories.ladder(40)
    found = explore(story, limit=50)
    assert found.cut
    assert found.scenes == set(story.scenes)
    assert len(found.options) == 80
    assert found.problems == ()


def test_as_many_paths_as_the_limit_are_not_cut(stories: ModuleType) -> None:
    assert not explore(stories.ladder(3), limit=8).cut
    assert explore(stories.ladder(3), limit=7).cut


def test_a_long_story_is_walked_without_deep_recursion(stories: ModuleType) -> None:
    walk = next(walk_paths(stories.ladder(800)))
    assert walk.problem is None
    assert len(list(islice(walk_cover(stories.ladder(800)), 3))) == 2


@pytest.mark.parametrize(
    ("scenes", "problem"),
    [
        ((Scene(id="start", beats=(Note(text="So"),)),), 'the scene "start" stops without a choice, a go or an ending'),
        (
            (Scene(id="start", beats=(Go(scene="b"),)), Scene(id="b", beats=(Go(scene="start"),))),
            'the scene "b" leads back to "start", which was already played',
        ),
        (
            (Scene(id="start", beats=(choice(option("on", "gone"), option("well", "end")),)),),
            'the scene "start" leads to "gone", which is not there',
        ),
        (
            (Scene(id="start", beats=(choice(option("a", None), option("b", None)),)),),
            'the choice at the end of "start" has no option that leads on',
        ),
        (
            (Scene(id="start", beats=(END,)), Scene(id="island", beats=(END,))),
            'no path leads to the scene "island"',
        ),
        (
            (
                Scene(
                    id="start",
                    beats=(Rehearse(kind="keep_telling", sentences=("A",), helps=True, adult_says="Yes."), END),
                ),
            ),
            "the rehearsal start/1 offers no adult",
        ),
    ],
)
def test_what_is_wrong_with_a_story_is_a_problem(stories: ModuleType, scenes: tuple[Scene, ...], problem: str) -> None:
    story = stories.build(scenes)
    assert problem in explore(story).problems
    for walk in walk_cover(story):
        assert walk.problem is None or walk.problem in explore(story).problems


def test_a_scene_behind_a_broken_one_is_reachable_still(stories: ModuleType) -> None:
    scenes = (
        Scene(id="start", beats=(choice(option("loop", "start"), option("on", "end")),)),
        Scene(id="end", beats=(END,)),
        Scene(id="island", beats=(END,)),
    )
    assert reachable_scenes(stories.build(scenes)) == {"start", "end"}


@given(st.integers(0, 2**32))
def test_every_walk_ends_and_can_be_replayed(stories: ModuleType, seed: int) -> None:
    story = stories.chance_story(seed)
    for walk in (*islice(walk_paths(story), 60), *walk_cover(story)):
        assert walk.problem is None
        assert walk.state.is_over
        replayed = engine.replay(story, walk.play)
        assert replayed.divergence is None
        assert engine.read_to_input(story, replayed.state) == walk.state


@given(st.integers(0, 2**32))
def test_the_cover_meets_all_that_every_path_meets(stories: ModuleType, seed: int) -> None:
    story = stories.chance_story(seed)
    whole = explore(story, limit=3000)
    cover = list(walk_cover(story))
    assert {scene for walk in cover for scene in walk.state.path} == whole.scenes == reachable_scenes(story)
    taken = {i.option for walk in cover for i in walk.play.inputs if isinstance(i, Choose)}
    assert taken == whole.options


def test_a_walk_to_any_scene_stands_before_its_first_beat_and_is_a_play(boat: Scenario) -> None:
    for scene in reachable_scenes(boat):
        walk = walk_to(boat, scene)
        assert walk is not None
        assert (walk.state.next.scene, walk.state.next.beat) == (scene, 0)
        assert walk.state.awaiting == "reading"
        assert engine.replay(boat, walk.play).divergence is None


def test_a_walk_to_a_scene_takes_no_more_options_than_any_other_way_there(boat: Scenario) -> None:
    for walk in walk_paths(boat):
        for scene in walk.state.path:
            short = walk_to(boat, scene)
            assert short is not None
            assert len(short.state.path) <= walk.state.path.index(scene) + 1


def test_a_walk_is_past_the_look_back_before_its_scene(boat: Scenario) -> None:
    for scene in reachable_scenes(boat):
        walk = walk_to(boat, scene)
        assert walk is not None
        assert engine.advance(boat, walk.state).awaiting != "look_back"


def test_no_walk_leads_to_a_scene_that_is_not_there_or_not_reached(boat: Scenario) -> None:
    assert walk_to(boat, "nowhere") is None
    island = replace(boat, scenes={**boat.scenes, "island": Scene(id="island", beats=(END,))})
    assert walk_to(island, "island") is None
