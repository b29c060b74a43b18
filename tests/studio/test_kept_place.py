"""Promises of keeping the place in a story whose text changed."""

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from game.shown import playing_steps
from game.shown.playing import Playing
from game.story import engine
from game.story.explore import walk_cover
from game.story.model import Message, Note, Place, Scenario, Scene
from game.studio.preview.kept_place import follow_beats, keep_place

BEATS = st.lists(
    st.builds(
        lambda who, text: Message(person=who, text=text) if who else Note(text=text),
        st.sampled_from(["", "kai", "noor"]),
        st.sampled_from("abcdef"),
    ),
    max_size=12,
)


def with_scene(scenario: Scenario, scene: Scene) -> Scenario:
    return replace(scenario, scenes={**scenario.scenes, scene.id: scene})


@given(BEATS)
def test_in_the_same_scene_every_beat_stays_where_it_is(beats):
    scene = Scene(id="s", beats=tuple(beats))
    assert follow_beats(scene, scene) == {index: index for index in range(len(beats))}


@given(BEATS, BEATS)
def test_beats_never_change_their_order_and_never_share_a_place(before, after):
    follow = follow_beats(Scene(id="s", beats=tuple(before)), Scene(id="s", beats=tuple(after)))
    assert list(follow.values()) == sorted(set(follow.values()))
    assert list(follow) == sorted(follow)
    assert all(0 <= new < len(after) for new in follow.values())


@given(BEATS, st.integers(0, 12))
@example([Message(person="kai", text="b")] * 3, 1)
def test_a_line_that_is_added_moves_what_is_below_it_by_one(beats, at):
    at = min(at, len(beats))
    added = Note(text="something new")
    longer = (*beats[:at], added, *beats[at:])
    follow = follow_beats(Scene(id="s", beats=tuple(beats)), Scene(id="s", beats=longer))
    assert [longer[new] for new in follow.values()] == list(beats)


def test_a_line_that_is_written_anew_is_the_same_beat_while_the_same_person_says_it():
    before = Scene(id="s", beats=(Message(person="kai", text="Hi"), Message(person="noor", text="Hello")))
    after = Scene(id="s", beats=(Message(person="kai", text="Hey you"), Note(text="Later")))
    assert follow_beats(before, after) == {0: 0}


def test_every_place_of_every_way_is_kept_in_the_same_story(boat):
    for walk in walk_cover(boat):
        state = engine.start(boat)
        inputs = list(walk.play.inputs)
        while not state.is_over:
            ahead = engine.advance(boat, state)
            if ahead is state:
                done = inputs.pop(0)
                state = engine.replay(boat, replace(walk.play, inputs=(*state.inputs, done))).state
            else:
                state = ahead
            kept = keep_place(boat, boat, Playing(scenario=boat, state=state))
            assert kept.said == ""
            assert kept.playing.state.inputs == state.inputs
            assert kept.playing.state.shown == state.shown
            assert kept.playing.state.awaiting == state.awaiting


def test_what_stands_open_over_the_chat_stays_open_while_it_is_about_something_that_is_there(boat):
    state = engine.read_on(boat, engine.start(boat))
    place = next(place for place, message in state.messages(boat) if message.person != boat.friend.id)
    playing = playing_steps.look_at(Playing(scenario=boat, state=state), place)
    assert keep_place(boat, boat, playing).playing.looking_at == place
    first = boat.first_scene
    gone = Scene(id=first.id, beats=tuple(beat for at, beat in enumerate(first.beats) if at != place.beat))
    assert keep_place(boat, with_scene(boat, gone), playing).playing.looking_at is None


def test_a_scene_that_went_takes_its_answers_along_and_leaves_what_was_before(boat):
    walk = next(walk for walk in walk_cover(boat) if len(walk.state.path) > 1)
    scenes = {id: scene for id, scene in boat.scenes.items() if id != walk.state.path[1]}
    kept = keep_place(boat, replace(boat, scenes=scenes), Playing(scenario=boat, state=walk.state))
    assert kept.playing.state.path == walk.state.path[:1]
    assert kept.said.startswith("Went back")
    assert all(place.scene == walk.state.path[0] for place in kept.playing.state.judgements)


def test_the_place_of_an_unknown_story_is_its_beginning(boat):
    other = Scenario(**{name: getattr(boat, name) for name in boat.__dataclass_fields__} | {"id": "other"})
    kept = keep_place(boat, other, Playing(scenario=boat, state=engine.start(boat)))
    assert kept.playing.state.next == Place(other.first_scene.id, 0)
