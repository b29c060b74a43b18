"""A story's beats are walked in one way, whatever kind of them is asked for."""

from types import ModuleType

from hypothesis import given
from hypothesis import strategies as st

from game.story.model import Choice, Ending, Message, Rehearse, Scenario


def test_every_beat_comes_with_its_place_in_the_order_of_the_file(boat: Scenario) -> None:
    walked = list(boat.beats())
    assert [beat for _, beat in walked] == [beat for scene in boat.scenes.values() for beat in scene.beats]
    assert all(boat.beat_at(place) is beat for place, beat in walked)
    assert len({place for place, _ in walked}) == len(walked)


@given(st.integers(0, 2**32))
def test_a_walk_by_kind_has_the_beats_of_that_kind_and_no_others(stories: ModuleType, seed: int) -> None:
    story: Scenario = stories.chance_story(seed)
    for kind, walk in (
        (Message, story.messages()),
        (Choice, story.choices()),
        (Rehearse, story.rehearsals()),
        (Ending, story.endings()),
    ):
        assert list(walk) == [(place, beat) for place, beat in story.beats() if isinstance(beat, kind)]
