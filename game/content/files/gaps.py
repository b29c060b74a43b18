"""What of a story could not be read: the checks say nothing about it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from game.content.files.scenario_fields import SCENARIO
from game.content.format.diagnostics import closest
from game.content.format.field_reader import ReadBeat
from game.content.format.node_places import NodePlaces

GapKey: TypeAlias = Literal[
    "id", "band", "kind", "level", "minutes", "player", "teaches", "people", "chats", "scenes", "unsafe"
]
"""A key at the head of a story; `unsafe`: somebody is marked as the unsafe person in a way that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """What of a story could not be read, so that nothing can be said about it."""

    keys: frozenset[GapKey] = frozenset()
    scenes: frozenset[str] = frozenset()
    """The ids of scenes with a beat that could not be read, or that lead on nobody knows where."""

    def has(self, *keys: GapKey) -> bool:
        """Whether one of these parts could not be read."""
        return not self.keys.isdisjoint(keys)

    def in_scene(self, scene: str) -> bool:
        """Whether something of a scene could not be read."""
        return scene in self.scenes

    @property
    def in_any_scene(self) -> bool:
        """Whether something of any scene could not be read, or the scenes as a whole."""
        return bool(self.scenes) or "scenes" in self.keys


_HEAD: tuple[GapKey, ...] = ("id", "band", "kind", "level", "minutes", "player", "teaches")
_NEEDED = tuple(field.key for field in SCENARIO.fields if field.required)
_MOST_COMPARED = 50


def find_gaps(values: Mapping[str, Any], spans: NodePlaces, unknown: Collection[str]) -> Gaps:
    """Say which parts could not be read. `unknown` are the keys that have no place where they stand."""
    keys = {key for key in _HEAD if values[key] is None and (spans.has(key) or key in _NEEDED)}
    people, chats, teaches = values["people"], values["chats"], values["teaches"] or {}
    if spans.has("chats") and (chats is None or any(one is None or one["people"] is None for one in chats.values())):
        keys.add("chats")
    if not people or any(one is None or one["part"] is None for one in people.values()):
        keys.add("people")
    if values["scenes"] is None:
        keys.add("scenes")
    if teaches and (teaches["signs"] is None or None in teaches["signs"]):
        keys.add("teaches")
    if _hides_unsafe_person(values, spans, unknown):
        keys.add("unsafe")
    scenes = (key for key, beats in (values["scenes"] or {}).items() if beats is None or any(map(_lacks_way, beats)))
    return Gaps(keys=frozenset(keys), scenes=frozenset(scenes))


def _hides_unsafe_person(values: Mapping[str, Any], spans: NodePlaces, unknown: Collection[str]) -> bool:
    """Whether an `unsafe` is there that could not be read, or stands in a place where it means nothing."""
    for id, person in (values["people"] or {}).items():
        facts = (person or {}).get("facts") or {}
        if not facts and spans.has("people", id, "facts"):
            return True
        if facts.get("unsafe") is None and spans.has("people", id, "facts", "unsafe"):
            return True
    return any(closest(key, ("unsafe",)) for key in list(unknown)[:_MOST_COMPARED])


def _lacks_way(beat: ReadBeat | None) -> bool:
    """Whether a beat that leads on was read only in part, so that nobody knows where it leads."""
    if beat is None:
        return True
    if beat.word == "choice":
        options = beat.values["options"]
        return options is None or None in options
    return beat.word == "go" and beat.values["go"] is None
