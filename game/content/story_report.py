"""A story's folder checked as a whole: the story itself, its play-throughs and the guide of its lesson."""

from dataclasses import dataclass
from pathlib import Path

from game.content.checks import check_reading
from game.content.checks.guides import check_guide
from game.content.checks.terms import without_explained
from game.content.files.catalogue import Catalogue
from game.content.files.guide_reader import guide_file, read_guide
from game.content.files.plays_reader import check_plays, play_files
from game.content.files.reading import Reading
from game.content.files.scenario_reader import read_scenario
from game.content.format.diagnostics import Diagnostic
from game.content.story_files import GUIDE_FILE, find_stories
from game.story.model import Scenario

__all__ = ["StoryReport", "check_story", "find_stories"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryReport:
    """What checking one story gave. `files` counts the files that were read."""

    reading: Reading
    diagnostics: tuple[Diagnostic, ...]
    files: int

    @property
    def is_offered(self) -> bool:
        """Whether a child may be offered this story: no error stands in its own file."""
        return self.reading.scenario is not None and not any(
            one.is_error and one.span.path == self.reading.path for one in self.diagnostics
        )


def check_story(file: Path, catalogue: Catalogue, shown: str | None = None) -> StoryReport:
    """Read and check a story's file and, if it can be played, the `plays` and the guide beside it. Never raises."""
    reading = read_scenario(file, shown)
    found = check_reading(reading, catalogue)
    if reading.scenario is not None and any(one.slug == "undefined-term" for one in found):
        found = without_explained(found, _vocabulary_of(file.parent, reading.scenario))
    files = 1
    if file.name == "scenario.yaml" and reading.scenario is not None and not any(one.is_error for one in found):
        folder = None if shown is None else shown.removesuffix("scenario.yaml").rstrip("/") or "."
        found += check_plays(file.parent, reading.scenario, folder)
        files += len(play_files(file.parent))
        guide = file.parent / GUIDE_FILE
        if guide.is_file():
            shown_guide = None if folder is None else f"{folder}/{GUIDE_FILE}"
            found += check_guide(read_guide(guide, reading.scenario, shown_guide))
            files += 1
    return StoryReport(reading=reading, diagnostics=found, files=files)


def _vocabulary_of(folder: Path, scenario: Scenario) -> tuple[str, ...]:
    """Return the words that the story's guide explains, in its folder or among the shipped ones; none without one."""
    path = guide_file(scenario.id, folder)
    guide = read_guide(path, scenario).guide if path is not None else None
    return tuple(term.word for term in guide.vocabulary) if guide is not None else ()
