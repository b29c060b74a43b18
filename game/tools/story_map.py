"""The map of a story: its scenes, what each holds, and the ways between them, whatever they are drawn with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from game.design import Colour
from game.story.model import (
    Choice,
    Ending,
    Go,
    Message,
    Move,
    Note,
    Option,
    Outcome,
    Rehearse,
    Scenario,
    Scene,
    Telling,
)

MOVE_WORDS: Final[Mapping[Move | None, str]] = {
    "safe": "safe",
    "unsure": "unsure",
    "risky": "risky",
    None: "goes on by itself",
}
"""What a legend says of the kinds of ways."""
MOVE_COLOURS: Final[Mapping[Move | None, Colour]] = {"safe": "teal", "unsure": "sun", "risky": "coral", None: "muted"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way from a scene on: an option with its move, or (`option` and `move` None) a `go`.

    An option that only asks the choice again leads back to its own scene.
    """

    source: str
    target: str
    label: str
    option: str | None = None
    move: Move | None = None

    @property
    def asks_again(self) -> bool:
        """Whether the choice is asked again instead of leading on."""
        return self.source == self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class MapScene:
    """A scene as a map shows it. `signs` and `lookalikes` are ids, each once, in the order they are met."""

    id: str
    messages: int
    signs: tuple[str, ...]
    lookalikes: tuple[str, ...]
    tellings: tuple[Telling, ...]
    question: str | None
    ending: Outcome | None
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMap:
    """A story's map; the first scene is where it starts. `sign_names` gives the words for the ids of signs."""

    id: str
    title: str
    band: str
    is_draft: bool
    scenes: tuple[MapScene, ...]
    sign_names: Mapping[str, str]

    def ways(self) -> Iterator[Way]:
        """Every way, by scene and in the order of its options."""
        for scene in self.scenes:
            yield from scene.ways

    def name_sign(self, id: str) -> str:
        """Return the name of a sign, or its id where it has none."""
        return self.sign_names.get(id, id)


def map_story(scenario: Scenario, sign_names: Mapping[str, str]) -> StoryMap:
    """Return the map of a story. A way to a scene that is not there is left out (`check` finds those)."""
    return StoryMap(
        id=scenario.id,
        title=scenario.title,
        band=scenario.band,
        is_draft=scenario.is_draft,
        scenes=tuple(_map_scene(scene, scenario) for scene in scenario.scenes.values()),
        sign_names=sign_names,
    )


def _map_scene(scene: Scene, scenario: Scenario) -> MapScene:
    messages = [beat for beat in scene.beats if isinstance(beat, Message)]
    signs: dict[str, None] = {}
    for beat in scene.beats:
        if isinstance(beat, Message):
            signs |= dict.fromkeys(beat.signs)
        elif isinstance(beat, Note) and beat.about is not None:
            signs[beat.about] = None
    return MapScene(
        id=scene.id,
        messages=len(messages),
        signs=tuple(signs),
        lookalikes=tuple(dict.fromkeys(one.lookalike_of for one in messages if one.lookalike_of)),
        tellings=tuple(beat.kind for beat in scene.beats if isinstance(beat, Rehearse)),
        question=next((beat.question for beat in scene.beats if isinstance(beat, Choice)), None),
        ending=next((beat.outcome for beat in scene.beats if isinstance(beat, Ending)), None),
        ways=tuple(way for way in _ways(scene) if way.target in scenario.scenes),
    )


def _ways(scene: Scene) -> Iterator[Way]:
    for beat in scene.beats:
        if isinstance(beat, Go):
            yield Way(source=scene.id, target=beat.scene, label="")
        elif isinstance(beat, Choice):
            for option in beat.options:
                target = option.go or scene.id
                label = _label(option)
                yield Way(source=scene.id, target=target, label=label, option=option.id, move=option.move)


def _label(option: Option) -> str:
    """What the friend says, then the deed as stories write it, with blanks."""
    deed = (option.do or "").replace("_", " ")
    if option.say and deed:
        return f"“{option.say}” ({deed})"
    return f"“{option.say}”" if option.say else deed
