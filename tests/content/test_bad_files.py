"""Each broken file in tests/data/bad gives the findings that stand beside it, and no others."""

from pathlib import Path

import pytest

from game.content.checks import check_reading
from game.content.files.catalogue import Catalogue
from game.content.files.scenario_reader import read_scenario
from game.content.format.diagnostic_report import format_github, format_text
from game.content.format.diagnostics import Diagnostic

BAD = sorted((Path(__file__).parents[1] / "data" / "bad").glob("*.yaml"))


def findings(file: Path, catalogue: Catalogue) -> list[Diagnostic]:
    found = check_reading(read_scenario(file, file.name), catalogue)
    return [one for one in found if one.slug != "draft"]


def test_there_are_at_least_thirty_kinds_of_broken_files() -> None:
    slugs = {line.split()[1] for file in BAD for line in file.with_suffix(".txt").read_text().splitlines()}
    assert len(BAD) >= 30
    assert len(slugs) >= 30


def test_a_broken_file_gives_its_findings_at_their_places(subtests: pytest.Subtests, catalogue: Catalogue) -> None:
    for file in BAD:
        with subtests.test(file=file.stem):
            found = "".join(f"{one.span.line}:{one.span.column} {one.slug}\n" for one in findings(file, catalogue))
            assert found == file.with_suffix(".txt").read_text(encoding="utf-8")
            assert found


def test_every_finding_points_into_its_file_and_can_be_written(subtests: pytest.Subtests, catalogue: Catalogue) -> None:
    for file in BAD:
        with subtests.test(file=file.stem):
            lines = file.read_bytes().decode("utf-8").splitlines()
            for one in findings(file, catalogue):
                assert 1 <= one.span.line <= len(lines)
                assert one.span.column < one.span.end_column
                assert one.slug == "todo" or one.message.endswith((".", "?"))
                assert format_text(one).startswith(
                    f"{file.name}:{one.span.line}:{one.span.column}: {one.severity}[{one.slug}] "
                )
                assert "\n" not in format_github(one)


def test_every_error_says_what_to_do(subtests: pytest.Subtests, catalogue: Catalogue) -> None:
    for file in BAD:
        with subtests.test(file=file.stem):
            for one in findings(file, catalogue):
                assert one.hint or one.slug == "todo", one.message


def test_a_broken_file_has_one_finding_unless_several_things_are_wrong_with_it() -> None:
    several = {file.stem for file in BAD if len(file.with_suffix(".txt").read_text().splitlines()) > 1}
    assert several == {"several-at-once", "hash-in-a-text", "mostly-signs", "no-glyph", "sign-not-taught"}
