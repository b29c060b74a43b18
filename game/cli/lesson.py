"""`looktwice lesson`: the classroom pack of stories, and a sequence of four sessions for a band."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.format.diagnostics import name_or_list
from game.errors import UsageError
from game.i18n.catalogues import SOURCE
from game.story.guide import LESSON_MINUTES
from game.story.model import BANDS
from lessons.document import PAPERS
from lessons.pack import FORMATS, Format, PackFile, find_formats, write_content

if TYPE_CHECKING:
    from game.cli.command import Subparsers

DEFAULT_FOLDER = Path("lesson-packs")
Progress = Callable[[int, int, str], None]


def add_parser(subparsers: Subparsers) -> None:
    """Add `lesson` to the commands."""
    what = "make the classroom pack of stories"
    parser = subparsers.add_parser("lesson", help=what, description=f"{what.capitalize()}.")
    parser.add_argument("stories", nargs="*", metavar="ID", help="stories, as `list` shows them; `all` for every one")
    parser.add_argument("--to", default=",".join(FORMATS), metavar="F,F", help=f"formats: {', '.join(FORMATS)}")
    parser.add_argument(
        "--lang", default="en", metavar="L,L", help="languages, as `locales` shows them; `all` for every one"
    )
    parser.add_argument(
        "--country", default="ZZ", metavar="CC", help="whose help lines and titles; ZZ is somewhere else"
    )
    parser.add_argument("--paper", choices=PAPERS, default="a4", help="size of the pages")
    parser.add_argument(
        "--minutes", type=int, choices=LESSON_MINUTES, help="length of the lesson; the guide's own else"
    )
    parser.add_argument("--sequence", choices=BANDS, metavar="BAND", help="four sessions for 8-10, 11-13 or 14-17")
    parser.add_argument("--progress", action="store_true", help="say on standard error how far it is, a line a file")
    parser.add_argument("-o", "--out", type=Path, default=DEFAULT_FOLDER, metavar="DIR", help="folder for the packs")


def run(args: argparse.Namespace) -> int:
    """Make the packs, and say which files there are and what a teacher has to know of them."""
    began = time.perf_counter()
    formats = _formats(args.to)
    if bool(args.stories) == bool(args.sequence):
        raise UsageError(
            "Name a story, or a band with --sequence", hint="`looktwice list` shows the stories; `all` takes every one."
        )
    files: list[PackFile] = []
    warnings: list[str] = []
    told: list[str] = []
    with _progress(quiet=args.json and not args.progress, lines=args.progress) as progress:

        def tell(note: str) -> None:
            if not args.json and note not in told:
                told.append(note)
                print(f"note: {note}", file=sys.stderr, flush=True)

        for made, said in _packs(args, formats, progress, tell):
            files += made
            warnings += [warning for warning in said if warning not in warnings]
    seconds = round(time.perf_counter() - began, 2)
    if args.json:
        rows = [asdict(file) for file in files]
        print(json.dumps({"files": rows, "seconds": seconds, "warnings": warnings}, ensure_ascii=False, indent=1))
    else:
        _print_files(files, seconds)
        for warning in warnings:
            tell(warning)
    return 0


def _packs(
    args: argparse.Namespace, formats: Sequence[Format], progress: Progress, tell: Callable[[str], None]
) -> Iterator[tuple[Sequence[PackFile], Sequence[str]]]:
    """One pack after another: its files, and what has to be said of it; `tell` hears what comes before the first."""
    from game.content.library import open_library
    from game.extract.compiling import open_catalogues
    from lessons.build import build_pack, build_sequence
    from lessons.planning import make_plan

    library = open_library(args.content, args.home)
    library.read_all()
    catalogues = open_catalogues()
    languages = [locale.code for locale in catalogues.find_languages()] if args.lang == "all" else args.lang.split(",")
    if args.sequence:
        notes = [] if args.lang == SOURCE else ["In English: the page of the sequence, whatever the language."]
        for note in notes:
            tell(note)
        pack = build_sequence(args.sequence, args.out, formats, library=library, paper=args.paper, progress=progress)
        yield pack.files, [*notes, *pack.warnings]
        return
    stories = [card.id for card in library.cards()] if args.stories == ["all"] else args.stories
    # Every plan before the first file: a name that is wrong is said before anything is written.
    plans = [
        make_plan(
            story,
            library=library,
            language=language,
            country=args.country.upper(),
            minutes=args.minutes,
            paper=args.paper,
            catalogues=catalogues,
        )
        for story in dict.fromkeys(stories)
        for language in dict.fromkeys(languages)
    ]
    contents = [write_content(plan) for plan in plans]
    for content in contents:
        if content.untranslated:
            tell(content.english_note)
    for plan, content in zip(plans, contents, strict=True):
        pack = build_pack(plan, args.out, formats, content=content, progress=progress)
        yield pack.files, pack.warnings


def _formats(text: str) -> tuple[Format, ...]:
    try:
        return find_formats([word.strip() for word in text.split(",") if word.strip()])
    except ValueError as error:
        word = str(error)
        raise UsageError(f"There is no format {word!r}", hint=name_or_list(word, FORMATS)) from None


@contextmanager
def _progress(*, quiet: bool, lines: bool) -> Iterator[Progress]:
    """A bar on a terminal, a line a file elsewhere, and nothing at all for programs that did not ask."""
    if quiet or lines or not sys.stderr.isatty():

        def say(done: int, total: int, name: str) -> None:
            if not quiet:
                print(f"{done}/{total} {name}".rstrip(), file=sys.stderr, flush=True)

        yield say
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        bar = bars.add_task("", total=None)

        def show(done: int, total: int, name: str) -> None:
            bars.update(bar, completed=done, total=total, description=name)

        yield show


def _print_files(files: Sequence[PackFile], seconds: float) -> None:
    for file in files:
        pages = f"  {file.pages} pages" if file.pages and file.pages > 1 else "  1 page" if file.pages else ""
        print(f"{file.audience:<8}{file.path}{pages}")
    print(f"{len(files)} files in {seconds} s")
