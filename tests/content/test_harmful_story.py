"""A deliberately harmful story: each fault gets one clear finding at its line, and nothing else is found."""

import re
from pathlib import Path

from game.content.checks import check_reading
from game.content.files.catalogue import Catalogue
from game.content.files.scenario_reader import read_scenario
from game.content.format.diagnostics import Diagnostic
from game.content.format.slugs import SLUGS
from game.content.library import Library
from game.content.story_report import check_story

FILE = Path(__file__).parents[1] / "data" / "harmful" / "bad-present" / "scenario.yaml"
_NAMED = re.compile(r"   # ([a-z-]+(?:, [a-z-]+)*): ")


def named_faults() -> set[tuple[int, str]]:
    """Return the line and the kind of every fault that the file names."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    found = ((number, match[1]) for number, line in enumerate(lines, 1) if (match := _NAMED.search(line)))
    return {(number, slug) for number, slugs in found for slug in slugs.split(", ")}


def findings(catalogue: Catalogue) -> list[Diagnostic]:
    return [one for one in check_reading(read_scenario(FILE), catalogue) if one.slug != "draft"]


def test_the_story_names_every_way_in_which_it_would_harm() -> None:
    slugs = {slug for _, slug in named_faults()}
    assert slugs <= set(SLUGS)
    assert {"blame-fault", "blame-why", "scare", "adult-secret", "dead-end", "gives-away", "bad-advice"} <= slugs
    assert {"sender-reason", "overclaim", "forever", "not-your-fault", "no-silent-way", "responsibility"} <= slugs


def test_each_fault_has_exactly_one_finding_at_its_line_and_nothing_else_is_found(catalogue: Catalogue) -> None:
    found = [(one.span.line, one.slug) for one in findings(catalogue)]
    assert len(found) == len(set(found))
    assert set(found) == named_faults()


def test_every_finding_says_what_to_do_in_words_of_its_own(catalogue: Catalogue) -> None:
    found = findings(catalogue)
    assert all(one.hint for one in found)
    assert len({one.message for one in found}) == len(found)
    assert len({one.hint for one in found}) == len(found)


def test_the_story_is_never_offered_to_a_child(catalogue: Catalogue) -> None:
    report = check_story(FILE, catalogue)
    assert any(one.is_error and one.span.path == report.reading.path for one in report.diagnostics)
    library = Library([FILE.parent], None)
    library.read_all()
    assert (library.cards(), len(library.refused())) == ((), 1)
