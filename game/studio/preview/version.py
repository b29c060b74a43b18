"""One saved version of a story: as much of it as can be played, and what was found in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from game.content.files.catalogue import Catalogue
from game.content.format.diagnostic_report import count_severities
from game.content.format.diagnostics import Diagnostic, Severity
from game.content.story_report import check_story
from game.story.model import Scenario

__all__ = ["Version", "count_words", "read_version"]

_ORDER: Final[dict[Severity, int]] = {"error": 0, "warning": 1, "note": 2}
_UNNAMED: Final = "story"
"""The id of a story that has none yet: the game needs one to tell it from no story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one reading gave. `scenario` is None where too little can be read to play it.

    `findings` are sorted: errors, then warnings, then notes, each in the order of the file.
    """

    scenario: Scenario | None
    findings: tuple[Diagnostic, ...]

    @property
    def is_sound(self) -> bool:
        """Whether the story can be played and has no error."""
        return self.scenario is not None and not self.errors

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that keep the story from children."""
        return tuple(one for one in self.findings if one.is_error)


def read_version(file: Path, catalogue: Catalogue, shown: str) -> Version:
    """Read and check a story's file and what lies beside it. Never raises; findings name the file `shown`."""
    report = check_story(file, catalogue, shown)
    scenario = report.reading.scenario
    if scenario is not None and not scenario.id:
        scenario = replace(scenario, id=_UNNAMED)
    findings = sorted(report.diagnostics, key=lambda one: _ORDER[one.severity])
    return Version(scenario=scenario, findings=tuple(findings))


def count_words(findings: Sequence[Diagnostic]) -> str:
    """How many findings there are of each severity, in words: "1 error, 2 notes", or "No findings"."""
    counts = count_severities(findings)
    parts = [f"{number} {kind}{'' if number == 1 else 's'}" for kind, number in counts.items() if number]
    return ", ".join(parts) or "No findings"
