"""Whatever a story is like, each form of its map holds every scene, every way and every ending, once."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.files.scenario_reader import read_scenario
from game.story.model import Choice, Ending, Go, Message, Note, Option, Scenario, Scene
from game.studio.sample_story import sample_story
from game.tools.map_drawing import draw_map
from game.tools.map_markup import write_dot, write_mermaid
from game.tools.story_map import StoryMap, map_story

WORDS = st.text(max_size=30)
NAMES = {"gift": 'A gift <with> "strings" & more', "secret": "A secret"}


@st.composite
def scenes(draw: st.DrawFn) -> Sequence[Scene]:
    """Up to twelve scenes, each with a sign or none, that lead onward, ask again or end; words of any kind."""
    count = draw(st.integers(1, 12))
    made: list[Scene] = []
    for number in range(count):
        later = [f"s{other}" for other in range(number + 1, count)]
        sign = draw(st.sampled_from(["gift", "secret", "nameless", None]))
        beats: list[object] = [Message(person="ash", text="x", signs=(sign,) if sign else ())]
        kind = draw(st.sampled_from(["choice", "go"])) if later else "ending"
        if kind == "choice":
            options = [
                Option(
                    id=f"o{number}-{place}",
                    move=draw(st.sampled_from(["safe", "unsure", "risky"])),
                    feedback="f",
                    say=draw(WORDS),
                    do=draw(st.sampled_from([None, "tell_adult"])),
                    go=draw(st.sampled_from([None, *later])),
                )
                for place in range(draw(st.integers(1, 4)))
            ]
            beats.append(Choice(question=draw(WORDS), options=tuple(options)))
        elif kind == "go":
            beats.append(Go(scene=draw(st.sampled_from(later))))
        else:
            beats.append(Ending(outcome="helped", line="l"))
        made.append(Scene(id=f"s{number}", beats=tuple(beats)))  # type: ignore[arg-type]
    return made


def story_of(boat: Scenario, made: Sequence[Scene], title: str = "A boat") -> StoryMap:
    return map_story(replace(boat, title=title, scenes={scene.id: scene for scene in made}), NAMES)


def ways_of(story: StoryMap) -> Counter[tuple[str, str, str]]:
    return Counter((way.source, way.target, way.option or "") for way in story.ways())


@given(made=scenes(), title=WORDS)
def test_the_picture_is_xml_with_every_scene_and_way(boat: Scenario, made: Sequence[Scene], title: str) -> None:
    story = story_of(boat, made, title)
    root = ElementTree.fromstring(draw_map(story))
    assert [one.attrib["data-scene"] for one in root.iter() if "data-scene" in one.attrib] == [one.id for one in made]
    drawn = Counter(
        (one.attrib["data-from"], one.attrib["data-to"], one.attrib["data-option"])
        for one in root.iter()
        if "data-from" in one.attrib
    )
    asked = Counter(
        (one.attrib["data-again"], one.attrib["data-again"], one.attrib["data-option"])
        for one in root.iter()
        if "data-again" in one.attrib
    )
    assert drawn + asked == ways_of(story)


@given(made=scenes(), title=WORDS)
def test_mermaid_holds_every_scene_way_and_ending(boat: Scenario, made: Sequence[Scene], title: str) -> None:
    story = story_of(boat, made, title)
    text = write_mermaid(story)
    nodes = dict(re.findall(r'^  (n\d+)\["(s\d+)(?:<br/>[^"\n]*)?"\]', text, re.M))
    assert list(nodes.values()) == [one.id for one in made]
    ways = re.findall(r'^  (n\d+) (?:-->|-\.->|==>)(?:\|"[^"\n|]*"\|)? (n\d+)$', text, re.M)
    assert Counter((nodes[one], nodes[other]) for one, other in ways) == Counter(
        (way.source, way.target) for way in story.ways()
    )
    assert text.count("ending: helped") == sum(scene.ending is not None for scene in story.scenes)
    assert len(re.findall(r"^  linkStyle \d+ ", text, re.M)) == len(ways)


@given(made=scenes(), title=WORDS)
def test_dot_holds_every_scene_way_and_ending(boat: Scenario, made: Sequence[Scene], title: str) -> None:
    story = story_of(boat, made, title)
    text = write_dot(story)
    quoted = r'"(?:[^"\\\n]|\\.)*"'
    assert re.findall(rf'^  "(s\d+)" \[label={quoted}(?:, fillcolor="#\w+")?\];$', text, re.M) == [s.id for s in made]
    ways = re.findall(rf'^  "(s\d+)" -> "(s\d+)" \[(?:label={quoted}, )?style=\w+, color="#\w+"\];$', text, re.M)
    assert Counter(ways) == Counter((way.source, way.target) for way in story.ways())
    assert text.count("[dir=none]") == sum(scene.ending is not None for scene in story.scenes)


def test_the_map_tells_what_a_scene_holds(boat: Scenario) -> None:
    options = (
        Option(id="a", move="risky", feedback="f", say="Hm", do="accept", go="end"),
        Option(id="b", move="safe", feedback="f", do="tell_adult"),
    )
    made = [
        Scene(
            id="start",
            beats=(
                Message(person="ash", text="x", signs=("gift", "secret")),
                Message(person="ash", text="x", signs=("gift",)),
                Message(person="lou", text="x", read="fine", lookalike_of="gift"),
                Note(text="n", about="told"),
                Choice(question="What now?", options=options),
            ),
        ),
        Scene(id="end", beats=(Ending(outcome="safe_and_fine", line="l"),)),
    ]
    start, end = story_of(boat, made).scenes
    assert (start.messages, start.signs, start.lookalikes) == (3, ("gift", "secret", "told"), ("gift",))
    assert [(way.label, way.asks_again) for way in start.ways] == [("“Hm” (accept)", False), ("tell adult", True)]
    assert (end.ending, end.ways) == ("safe_and_fine", ())


def test_a_way_to_no_scene_is_left_out(boat: Scenario) -> None:
    assert list(story_of(boat, [Scene(id="start", beats=(Go(scene="gone"),))]).ways()) == []


def test_moves_differ_by_colour_and_by_the_kind_of_line(boat: Scenario) -> None:
    options = tuple(
        Option(id=move, move=move, feedback="f", say="x", go="end")  # type: ignore[arg-type]
        for move in ("safe", "unsure", "risky")
    )
    made = [
        Scene(id="start", beats=(Choice(question="q", options=options),)),
        Scene(id="end", beats=(Ending(outcome="helped", line="l"),)),
    ]
    story = story_of(boat, made)
    root = ElementTree.fromstring(draw_map(story))
    groups = [one for one in root.iter() if "data-from" in one.attrib]
    lines = [[part for part in one.iter() if part.tag.endswith("path")][-1] for one in groups]
    assert len({line.attrib["data-line"] for line in lines}) == 3
    assert len({line.attrib.get("stroke-dasharray", "") for line in lines}) == 3
    assert len(set(re.findall(r"style=(\w+), color", write_dot(story)))) == 3
    assert len(set(re.findall(r"^  n0 ([-=.>]+)\|", write_mermaid(story), re.M))) == 3


@pytest.mark.parametrize("write", [draw_map, write_mermaid, write_dot])
def test_the_map_of_a_long_story_is_the_same_each_time(write: Callable[[StoryMap], str], tmp_path: Path) -> None:
    file = tmp_path / "sample-story" / "scenario.yaml"
    file.parent.mkdir()
    file.write_text(sample_story(60), encoding="utf-8")
    scenario = read_scenario(file).scenario
    assert scenario is not None
    story = map_story(scenario, NAMES)
    assert write(story) == write(story)
    assert all(scene.id in write(story) for scene in story.scenes)
