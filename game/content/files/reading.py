"""What reading a story gave: the story as far as it can be played, the findings, and where everything stands."""

from dataclasses import dataclass, field

from game.content.files.gaps import Gaps
from game.content.format.diagnostics import Diagnostic
from game.content.format.field_reader import FoundText
from game.content.format.node_places import NodePlaces
from game.content.format.source_text import SourceText
from game.content.format.spans import Span
from game.story.model import Place, Scenario


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
    gaps: Gaps = field(default_factory=Gaps)

    @property
    def has_errors(self) -> bool:
        """Whether the story may not be offered to a child."""
        return any(one.is_error for one in self.diagnostics)

    def beat_span(self, place: Place) -> Span:
        """Return where a beat begins: its beat word, or the person who writes."""
        return self.spans.value("scenes", place.scene, place.beat)
