"""What reading a story gave: the story as far as it can be played, the findings, and where everything stands."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.content.format.diagnostics import Diagnostic
from game.content.format.field_reader import FoundText
from game.content.format.node_places import NodePlaces
from game.content.format.source_text import SourceText
from game.content.format.spans import Span
from game.story.model import Place, Scenario

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One file's reading.

    `scenario` is None where too little could be read to play it. `draft` is what the checks look at: it may have gaps,
    where something harmless stands in place of what could not be read, and `gaps` says where.
    """

    path: str
    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    spans: NodePlaces
    draft: Scenario | None = None
    source: SourceText | None = None
    texts: tuple[FoundText, ...] = ()
    gaps: Gaps = Gaps()

    @property
    def has_errors(self) -> bool:
        """Whether the story may not be offered to a child."""
        return any(one.is_error for one in self.diagnostics)

    def beat_span(self, place: Place) -> Span:
        """Return where a beat begins: its beat word, or the person who writes."""
        return self.spans.value("scenes", place.scene, place.beat)
