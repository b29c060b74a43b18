"""`looktwice check`: everything that is wrong in stories and in what belongs to them, each with its place."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.checks.practice import check_practice
from game.content.files.help_rows import load_help_rows
from game.content.files.plays_reader import check_plays
from game.content.files.practice_reader import FILE as PRACTICE_FILE
from game.content.files.practice_reader import band_of, practice_files, read_practice
from game.content.files.reading import Reading
from game.content.files.scenario_reader import read_scenario
from game.content.format.diagnostic_report import as_row, count_severities, format_github, format_text
from game.content.format.diagnostics import Diagnostic, Severity, closest, did_you_mean, find, in_file_order
from game.content.format.slugs import SLUGS
from game.content.format.spans import whole_file
from game.content.guide_report import check_guide_file, is_guide
from game.content.pack.pack import Pack, stories_of
from game.content.pack.rules import check_pack
from game.content.shipped import CATALOGUE_FILES, ShippedCatalogue, load_catalogue
from game.content.story_files import GUIDE_FILE, SIGNS_PART, STORY_FILE, find_left_out, find_parts, find_stories
from game.content.story_report import check_story
from game.errors import ResourceError, UsageError
from game.extract.compiling import open_catalogues
from game.extract.translated_texts import texts_of_practice, texts_of_scenario, texts_of_signs
from game.extract.translation_findings import check_glossary, check_translation_file, check_translations
from game.i18n.catalogues import find_codes
from game.i18n.glossary import FILE as GLOSSARY_FILE
from game.i18n.glossary import glossary_path
from game.resources import data_folder

if TYPE_CHECKING:
    from game.cli.command import Subparsers
    from game.content.files.catalogue import Catalogue
    from game.i18n.catalogues import Catalogues
    from game.story.model import Band
    from game.story.practice import PracticeItem

_LIST_NAMES = {file.rpartition("/")[2]: file for file in CATALOGUE_FILES}
_STYLES: dict[Severity | None, str] = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan", None: "dim"}


def add_parser(subparsers: Subparsers) -> None:
    """Add `check` to the commands."""
    parser = subparsers.add_parser(
        "check",
        help="find what is wrong in stories",
        description="Find what is wrong in stories. Without a PATH: in everything that ships with the game.",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        type=Path,
        help="a story, or a file that belongs to one",
    )
    parser.add_argument("--format", choices=("text", "json", "github"), help="how findings are written (default: text)")
    parser.add_argument("--json", action="store_true", help="the same as --format json")
    parser.add_argument("--strict", action="store_true", help="fail on warnings too")
    parser.add_argument(
        "--explain", metavar="SLUG", help="say what a kind of finding means and how to mend it, and stop"
    )
    parser.add_argument("--review", metavar="ID", help="write the form on which two people sign a story, and stop")


def run(args: argparse.Namespace) -> int:
    """Check, print, and return 1 where an error (--strict: or a warning) was found. UsageError for a wrong PATH."""
    form = "json" if args.json else args.format or "text"
    if args.explain is not None:
        return _explain(args.explain, form)
    if args.review is not None:
        from game.cli.review import write_review

        return write_review(args)
    result = _check_paths(args.paths) if args.paths else _check_everything(args.content)
    counts = count_severities(result.diagnostics)
    if form == "json":
        findings = [as_row(one) for one in result.diagnostics]
        totals = {"errors": counts["error"], "warnings": counts["warning"], "notes": counts["note"]}
        print(json.dumps({"findings": findings, "files": result.files, **totals}, ensure_ascii=False, indent=1))
    elif form == "github":
        for one in result.diagnostics:
            print(format_github(one))
    else:
        _print_text(result, counts)
    return 1 if counts["error"] or (args.strict and counts["warning"]) else 0


@dataclass(frozen=True, slots=True)
class _Result:
    """All findings of a run, how many files were read, and the stories among them."""

    diagnostics: tuple[Diagnostic, ...]
    files: int
    readings: tuple[Reading, ...] = ()


def _check_everything(more_folders: Sequence[Path]) -> _Result:
    """Check all shipped content, and the stories of further folders; then all of them beside one another."""
    scenarios, helplines = data_folder("scenarios"), data_folder("assets") / "helplines.csv"
    shipped = load_catalogue(scenarios, _shown(scenarios))
    _, help_findings = load_help_rows(helplines, _shown(helplines), today=date.today())
    files = [file for folder in (scenarios, *more_folders) for file in find_stories(folder)]
    catalogues = open_catalogues()
    stories = _check_stories(files, shipped.catalogue, catalogues)
    left_out = [one for folder in (scenarios, *more_folders) for one in _find_left_out(folder)]
    parts = [part for part in find_parts(scenarios) if not (scenarios / part / STORY_FILE).is_file()]
    practice = practice_files(scenarios)
    practice_findings: list[Diagnostic] = []
    items: dict[Band, tuple[PracticeItem, ...]] = {}
    for file in practice:
        reading = read_practice(file, _shown(file))
        found = check_practice(reading, shipped.catalogue.signs)
        practice_findings += found
        band = band_of(file)
        if band is not None:
            items[band] = reading.sound(found)
    texts = {"signs": texts_of_signs(shipped.catalogue.signs.values())}
    texts |= {f"practice/{band}": texts_of_practice(several, band) for band, several in items.items()}
    others = [
        check_translations(scenarios / one, one, catalogues, texts=texts.get(one), shown=_shown(scenarios / one))
        for one in parts
    ]
    locales = data_folder("locales")
    glossaries = [glossary_path(locales, code) for code in find_codes(locales)]
    pack = Pack(
        folder=_shown(scenarios),
        stories=stories_of(stories.readings),
        practice=items,
    )
    return _Result(
        (
            *shipped.diagnostics,
            *help_findings,
            *practice_findings,
            *stories.diagnostics,
            *left_out,
            *(one for found, _ in others for one in found),
            *(one for file in glossaries for one in check_glossary(file, _shown(file))),
            *check_pack(pack),
        ),
        stories.files + len(practice) + sum(count for _, count in others) + len(CATALOGUE_FILES) + len(glossaries) + 1,
    )


def _check_paths(paths: Sequence[Path]) -> _Result:
    """Check stories by folder or file; their signs and pictures are the shipped ones."""
    for path in paths:
        if not os.path.exists(path):  # noqa: PTH110 - pathlib raises where a folder may not be looked into
            near = did_you_mean(path.name, _names_beside(path))
            raise UsageError("There is nothing at this path", where=path, hint=near or "Check how it is written.")
    shipped, catalogues = load_catalogue(), open_catalogues()
    found: list[Diagnostic] = []
    stories: list[Path] = []
    files = 0
    for path in paths:
        if path.is_dir():
            inside = find_stories(path)
            practice = () if path / STORY_FILE in inside else practice_files(path)
            left_out = _find_left_out(path)
            if not inside and not practice and not left_out:
                message = "There is no scenario.yaml in this folder."
                if (path / GUIDE_FILE).is_file():
                    message = "There is a guide in this folder, and no scenario.yaml."
                found.append(find("file-missing", whole_file(_shown(path)), message, "A story is a folder with one."))
            stories += inside
            found += left_out
            found += [one for file in practice for one in _check_practice(file, shipped.catalogue)]
            files += len(practice)
        elif is_guide(path):
            found += check_guide_file(path, _shown(path))
            files += 1
        elif path.suffix == ".po":
            found += _check_translation_file(path, catalogues, shipped.catalogue)
            files += 1
        elif path.name == PRACTICE_FILE:
            found += _check_practice(path, shipped.catalogue)
            files += 1
        elif path.suffix.lower() == ".csv" or path.name in _LIST_NAMES or path.absolute().parent.name == "plays":
            found += _check_other_file(path, shipped)
            files += 1
        else:
            stories.append(path)
    checked = _check_stories(stories, shipped.catalogue, catalogues)
    return _Result((*found, *checked.diagnostics), files + checked.files)


def _check_stories(files: Sequence[Path], catalogue: Catalogue, catalogues: Catalogues) -> _Result:
    """Check stories and their translations, and that no two of them have the same id."""
    found: list[Diagnostic] = []
    owners: dict[str, Path] = {}
    readings: list[Reading] = []
    count = 0
    for file in files:
        report = check_story(file, catalogue, _shown(file))
        count += report.files
        found += report.diagnostics
        readings.append(report.reading)
        scenario = report.reading.scenario
        if file.name == STORY_FILE and scenario is not None and report.is_offered:
            folder = file.parent
            told, files_told = check_translations(
                folder, scenario.id, catalogues, scenario=scenario, shown=_shown(folder)
            )
            found += told
            count += files_told
        draft = report.reading.draft
        if draft is None or not draft.id:
            continue
        owner = owners.setdefault(draft.id, file.absolute())
        if owner != file.absolute():
            where = report.reading.spans.value("id")
            message = f"The id `{draft.id}` belongs to another story: {_shown(owner)}."
            found.append(find("duplicate-id", where, message, "Give this story another id, and its folder too."))
    return _Result(in_file_order(found), count, tuple(readings))


def _find_left_out(folder: Path) -> list[Diagnostic]:
    """Return a finding for each folder among stories that looks like one and is none."""
    return [find(one.slug, whole_file(_shown(one.file)), one.reason, one.hint) for one in find_left_out(folder)]


def _check_translation_file(path: Path, catalogues: Catalogues, catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """Check one PO file in the folder of a story, of the signs or of a practice, whose texts it should have."""
    folder = path.absolute().parent.parent
    scenario = read_scenario(folder / STORY_FILE).scenario
    practice = folder / PRACTICE_FILE
    band = band_of(practice)
    texts = texts_of_scenario(scenario) if scenario is not None else None
    if band is not None and practice.is_file():
        texts = texts_of_practice(read_practice(practice).values, band)
    elif folder.name == SIGNS_PART:
        texts = texts_of_signs(catalogue.signs.values())
    return check_translation_file(path, catalogues, scenario=scenario, texts=texts, shown=_shown(folder))


def _check_practice(path: Path, catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """Check the practice of one band."""
    return check_practice(read_practice(path, _shown(path)), catalogue.signs)


def _check_other_file(path: Path, shipped: ShippedCatalogue) -> tuple[Diagnostic, ...]:
    """Check a play-through, a list of the catalogue or a table of help rows by itself."""
    if path.name == GLOSSARY_FILE:
        return check_glossary(path, _shown(path))
    if path.suffix.lower() == ".csv":
        return load_help_rows(path, _shown(path), today=date.today())[1]
    if path.name in _LIST_NAMES:
        steps = _LIST_NAMES[path.name]
        folder = path.absolute().parents[steps.count("/")]
        found = load_catalogue(folder, _shown(folder)).diagnostics
        return tuple(one for one in found if one.span.path == f"{_shown(folder)}/{steps}")
    story = path.absolute().parent.parent
    reading = read_scenario(story / "scenario.yaml", _shown(story / "scenario.yaml"))
    if reading.scenario is None:
        message = "The story of this play-through cannot be read."
        return (find("play-fails", whole_file(_shown(path)), message, f"Check {reading.path} first."),)
    found = check_plays(story, reading.scenario, _shown(story))
    return tuple(one for one in found if Path(one.span.path).name == path.name)


def _shown(path: Path) -> str:
    """Return a path as findings show it: from the current folder where it lies below it."""
    absolute, here = Path(os.path.normpath(path.absolute())), Path.cwd()
    if absolute == here:
        return "."
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else str(path)


def _names_beside(path: Path) -> Iterator[str]:
    folder = path.absolute().parent
    if folder.is_dir():
        yield from (entry.name for entry in folder.iterdir())


def _explain(slug: str, form: str) -> int:
    """Print the page of a kind of finding, as it stands in docs/checks. UsageError for an unknown slug."""
    if slug not in SLUGS:
        near = closest(slug, SLUGS, most=len(SLUGS))
        hint = f"Did you mean `{near}`?" if near else "The slug stands in brackets in every finding."
        raise UsageError(f"There is no finding `{slug}`", hint=hint)
    kind, page = SLUGS[slug], _page_of(slug)
    if form == "json":
        values = {"slug": kind.name, "severity": kind.severity, "explanation": kind.explanation, "page": page}
        print(json.dumps(values, ensure_ascii=False))
    else:
        print(page or f"{kind.name} ({kind.severity}): {kind.explanation}")
    return 0


def _page_of(slug: str) -> str:
    """Return the page of a known kind; "" where the pages are missing, since one line is better than an error."""
    try:
        return (data_folder("checks") / f"{slug}.md").read_text(encoding="utf-8").rstrip()
    except (OSError, ResourceError):
        return ""


def _print_text(result: _Result, counts: dict[Severity, int]) -> None:
    """Print findings, errors and warnings with their line, notes in one line each, and a last line that counts."""
    is_coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def paint(text: str, severity: Severity | None) -> str:
        if not is_coloured:
            return text
        from rich.color import ColorSystem
        from rich.style import Style

        return Style.parse(_STYLES[severity]).render(text, color_system=ColorSystem.STANDARD)

    for one in result.diagnostics:
        if one.severity == "note":
            print(f"{one.span}: {paint(f'note[{one.slug}]', 'note')} {one.message}")
        else:
            print(format_text(one, paint))
    errors, warnings, notes = (
        f"{number} {name}{'' if number == 1 else 's'}"
        for name, number in (("error", counts["error"]), ("warning", counts["warning"]), ("note", counts["note"]))
    )
    files = f"{result.files} file{'' if result.files == 1 else 's'}"
    print(f"{files} checked: {errors}, {warnings}, {notes}.")
