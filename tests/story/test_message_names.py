"""Messages keep their names: what a name holds, that it is written and read, and that catalogues know the same."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.files.scenario_reader import read_scenario
from game.i18n.retelling import Steps, retell_scenario
from game.resources import data_folder
from game.story.message_names import (
    ALONE,
    Among,
    MessageName,
    digest_message,
    names_of,
    parse_message_name,
    tell_apart,
)
from game.story.model import Message, Place, Reaction, Scenario, Scene, Sticker
from game.story.named_plays import (
    OptionName,
    PulseName,
    RehearsalName,
    parse_option_name,
    parse_pulse_name,
    parse_rehearsal_name,
    stop_names_of,
)

STORIES = sorted(data_folder("scenarios").glob("*/scenario.yaml"))
ids = st.from_regex(r"[a-z][a-z0-9_-]{0,20}", fullmatch=True)
digests = st.from_regex(r"[0-9a-f]{12}", fullmatch=True)
amongs = st.just(ALONE) | st.integers(2, 9).flatmap(lambda of: st.builds(Among, st.integers(1, of), st.just(of)))


def scene(*messages: Message) -> Scene:
    return Scene(id="start", beats=messages)


def test_a_name_can_be_read_by_people() -> None:
    name = MessageName("start", "kestrel", "3f2a9c81d04e")
    assert str(name) == "start/kestrel/3f2a9c81d04e"
    assert str(replace(name, among=Among(2, 3))) == "start/kestrel/3f2a9c81d04e/2of3"
    assert str(PulseName("start", "kestrel")) == "start/pulse/kestrel"
    assert str(OptionName("start", "say_no", "3f2a9c81d04e")) == "start/choice/say_no/3f2a9c81d04e"
    assert str(RehearsalName("telling", "tell")) == "telling/rehearse/tell"


@given(ids, ids, digests, amongs)
def test_names_are_read_as_they_were_written(scene: str, id: str, digest: str, among: Among) -> None:
    for name, parse in (
        (MessageName(scene, id, digest, among), parse_message_name),
        (PulseName(scene, id, among), parse_pulse_name),
        (OptionName(scene, id, digest), parse_option_name),
        (RehearsalName(scene, id, among), parse_rehearsal_name),
    ):
        assert parse(str(name)) == name  # type: ignore[operator]


@given(st.text(max_size=40) | st.from_regex(r"[a-z]+/[a-z]+/[0-9a-f]{11,13}(/[0-9]of[0-9])?", fullmatch=True))
def test_a_text_is_a_name_only_if_it_is_written_like_one(text: str) -> None:
    try:
        name = parse_message_name(text)
    except ValueError:
        return
    assert str(name) == text


@pytest.mark.parametrize(
    "text", ["", "start/kai", "start/kai/3F2A9C81D04E", "start/kai/3f2a9c81d04e\n", "start/kai/3f2a9c81d04e/0of2"]
)
def test_other_texts_are_no_names(text: str) -> None:
    with pytest.raises(ValueError):
        parse_message_name(text)


TEXT = Message(person="ash", text="Hello")


@pytest.mark.parametrize(
    "other",
    [
        Message(person="ash", text="Hello!"),
        Message(person="ash", text="hello"),
        Message(person="ash", hidden="Hello"),
        Message(person="ash", call="Hello"),
        Message(person="ash", sticker=Sticker(id="wave", says="Hello")),
        Message(person="ash", sticker=Sticker(id="wave", says="A cat")),
        Message(person="ash", sticker=Sticker(id="bye", says="A cat")),
        Message(person="ash"),
    ],
)
def test_another_text_tile_sticker_or_call_is_another_message(other: Message) -> None:
    everything = [digest_message(message) for message in (TEXT, other)]
    assert len(set(everything)) == 2
    assert all(len(one) == 12 for one in everything)


def test_the_digest_of_a_text_stays_the_same_for_good() -> None:
    # Kept places of earlier days hold it: a change of the canonical form would drop every one of them.
    assert digest_message(TEXT) == "ef73ae6a8b47"
    assert digest_message(Message(person="ash", sticker=Sticker(id="wave", says="A cat"))) == "b77f108899c8"


def test_what_is_said_of_a_message_is_no_part_of_its_name() -> None:
    said = replace(TEXT, signs=("isolation",), why="No.", react=Reaction(person="lou", with_="heart"))
    assert digest_message(said) == digest_message(TEXT)


def test_messages_that_are_alike_are_numbered_and_others_stand_alone(stories: ModuleType) -> None:
    story = stories.build([scene(TEXT, Message(person="lou", text="Hello"), TEXT)])
    names = names_of(story).by_place
    assert [str(name) for name in names.values()].count(str(names[Place("start", 1)])) == 1
    assert names[Place("start", 0)].among == Among(1, 2)
    assert names[Place("start", 1)].among == ALONE
    assert names[Place("start", 2)].among == Among(2, 2)


@given(st.lists(st.sampled_from("ab"), max_size=8))
def test_numbers_count_up_among_those_that_are_alike(keys: list[str]) -> None:
    numbered = tell_apart((Place("s", index), key) for index, key in enumerate(keys))
    assert [numbered[Place("s", index)][0] for index in range(len(keys))] == keys
    for key, count in Counter(keys).items():
        assert [among for one, among in numbered.values() if one == key] == [Among(n + 1, count) for n in range(count)]


@given(st.integers(0, 10**6))
def test_every_message_of_a_story_has_a_name_of_its_own(stories: ModuleType, seed: int) -> None:
    story = stories.chance_story(seed)
    names = names_of(story)
    assert list(sorted(names.by_place)) == [place for place, _ in sorted(story.messages(), key=lambda one: one[0])]
    assert {name: place for place, name in names.by_place.items()} == names.by_name
    assert all(parse_message_name(str(name)) == name for name in names.by_name)
    stops = stop_names_of(story)
    assert {name: place for place, name in stops.pulses.items()} == stops.pulse_places
    assert {name: place for place, name in stops.rehearsals.items()} == stops.rehearsal_places


def test_names_are_made_once_for_a_story_in_use(boat: Scenario) -> None:
    assert names_of(boat) is names_of(boat)
    assert names_of(replace(boat)) is not names_of(boat)


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.parent.name)
def test_catalogues_know_a_message_under_the_same_scene_and_person(file: Path) -> None:
    story = read_scenario(file).scenario
    assert story is not None
    contexts: dict[Steps, str] = {}

    def note(context: str, text: str, steps: Steps) -> str:
        contexts[steps] = context
        return text

    retell_scenario(story, note)
    for place, name in names_of(story).by_place.items():
        message = story.beat_at(place)
        assert isinstance(message, Message)
        assert name.who == message.person
        if message.text is not None:
            assert contexts["scenes", place.scene, place.beat, message.person] == name.context(story.id)
