"""Builds lesson packs: pages become files, each written whole or not at all, with word of how far it is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from game.content.library import Library
from game.errors import LookTwiceError
from game.i18n.tongue import Tongue
from game.i18n.translator import Translator
from game.story.model import Band
from lessons.document import Audience, Paper, Text
from lessons.pack import PAGE_FORMATS, SUFFIXES, Content, Format, PackFile, pack_name, write_content
from lessons.pages.sequence import sequence_page
from lessons.plan import LessonPlan
from lessons.prepared import PreparedDocument
from lessons.preparing import prepare, prepare_deck, seen_text
from lessons.sequence import sequence_of, standards_grid
from lessons.told import own
from lessons.writing import write_file

INSTALL = "pip install 'looktwice[lessons]'"
INSTALL_IN_CHECKOUT = "python3 start.py lesson"
Progress: TypeAlias = Callable[[int, int, str], None]
"""Hears how many files are done, how many there are, and the name of the next."""
AUDIENCES: tuple[Audience, ...] = ("teacher", "pupil", "family")


class MissingWriterError(LookTwiceError):
    """A library that writes one of the formats is not installed; the hint says the one line that installs it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a file holds, and how many pages it has where its format has pages."""

    data: bytes
    pages: int | None = None
    missing: Sequence[str] = ()
    """Characters that no font of the format has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One file that a pack will have."""

    name: str
    """Its path in the pack's folder."""
    kind: str
    audience: Audience
    format: Format
    make: Callable[[], Made]


@dataclass(slots=True)
class Pack:
    """What was written, and what a teacher has to know of it."""

    folder: Path
    files: list[PackFile] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def build_pack(
    plan: LessonPlan,
    folder: Path,
    formats: Sequence[Format],
    *,
    content: Content | None = None,
    progress: Progress = lambda done, total, name: None,
) -> Pack:
    """Write a lesson's pack into a folder of its own below `folder`.

    `content` is what `write_content` made of the plan, where that is there already. `progress` hears before each file
    how many are done, how many there are, and the name of the next. What is there already is replaced file by file,
    each in one step, so that whoever interrupts this finds whole files only. A format whose library is not installed is
    left out with a warning; raises MissingWriterError where that leaves nothing, LookTwiceError where a file cannot be
    written.
    """
    pack = Pack(folder / pack_name(plan))
    content = content or write_content(plan)
    usable = _usable(formats, pack.warnings)
    tasks = tuple(_tasks(plan, content, usable))
    if content.untranslated:
        pack.warnings.append(content.english_note)
    if "kahoot" in usable:
        from lessons.quizzes.kahoot import kahoot_warnings

        pack.warnings += kahoot_warnings(content.quiz)
    _write_all(tasks, pack, progress)
    return pack


def _write_all(tasks: Sequence[Task], pack: Pack, progress: Progress) -> None:
    """Make and write one file after another: two at a time took no less time, and twice the memory."""
    missing: set[str] = set()
    for number, task in enumerate(tasks):
        progress(number, len(tasks), task.name)
        made = task.make()
        path = pack.folder / task.name
        write_file(path, made.data)
        file = PackFile(path=str(path), kind=task.kind, audience=task.audience, format=task.format, pages=made.pages)
        pack.files.append(file)
        missing.update(made.missing)
    if missing:
        pack.warnings.append(f"PDF pages show [?] for characters that no bundled font has: {' '.join(sorted(missing))}")
    progress(len(tasks), len(tasks), "")


def build_sequence(
    band: Band,
    folder: Path,
    formats: Sequence[Format],
    *,
    library: Library,
    paper: Paper = "a4",
    progress: Progress = lambda done, total, name: None,
) -> Pack:
    """Write the four sessions of a band, a page for teachers in English, into `folder`; else as `build_pack`."""
    pack = Pack(folder)
    sessions = sequence_of(band, library)
    page = prepare(sequence_page(band, sessions, standards_grid(sessions), paper=paper))
    usable = _usable([format for format in formats if format in (*PAGE_FORMATS, "html")], pack.warnings)
    tasks = [_page_task(page, format) for format in PAGE_FORMATS if format in usable]
    if "html" in usable:
        tasks.append(_html_task(page.title, (page,), None, name=f"teacher/{page.id}.html"))
    _write_all(tasks, pack, progress)
    open_ones = [str(session.number) for session in sessions if session.is_open]
    if open_ones:
        pack.warnings.append(f"The band {band} lacks a story for session {', '.join(open_ones)}.")
    return pack


def missing_library(format: Format) -> str | None:
    """The name of the library that a format lacks here; None where it can be written."""
    from importlib.util import find_spec

    needed = {"docx": "docx", "pdf": "typst", "pptx": "pptx", "html": "jinja2", "kahoot": "xlsxwriter"}
    library = needed.get(format)
    return library if library is not None and find_spec(library) is None else None


def _usable(formats: Sequence[Format], warnings: list[str]) -> tuple[Format, ...]:
    usable = []
    missing = []
    for format in formats:
        library = missing_library(format)
        if library is None:
            usable.append(format)
        else:
            missing.append(format)
            warnings.append(f"No {format}: {library} is not installed here.")
    if missing and usable:
        warnings.append(f"What writes them is installed once by: {INSTALL} (in a checkout: {INSTALL_IN_CHECKOUT} all).")
    if missing and not usable:
        raise MissingWriterError(
            f"What writes {', '.join(missing)} is not installed",
            hint=f"Install it: {INSTALL} (in a checkout: {INSTALL_IN_CHECKOUT}).",
        )
    return tuple(usable)


def _tasks(plan: LessonPlan, content: Content, formats: Sequence[Format]) -> Iterator[Task]:
    for audience in AUDIENCES:
        documents = tuple(prepare(document) for document in content.documents_for(audience))
        for document in documents:
            for format in PAGE_FORMATS:
                if format in formats:
                    yield _page_task(document, format)
        if "html" in formats and documents:
            from lessons.writers.metadata import learning_resource

            title, metadata = own(plan, plan.scenario.title), learning_resource(plan)
            yield _html_task(title, documents, metadata, name=f"{audience}/{audience}.html", translator=plan.translator)
    if "pptx" in formats:
        from lessons.writers.pptx import write_pptx

        yield Task(
            name=f"teacher/{content.deck.id}.pptx",
            kind=content.deck.id,
            audience="teacher",
            format="pptx",
            make=lambda: Made(data=write_pptx(prepare_deck(content.deck)), pages=len(content.deck.slides)),
        )
    yield from _quiz_tasks(content, formats)


def _page_task(document: PreparedDocument, format: Format) -> Task:
    def make() -> Made:
        if format == "docx":
            from lessons.writers.docx import write_docx

            return Made(data=write_docx(document))
        from lessons.writers.pdf import write_pdf

        file = write_pdf(document)
        return Made(data=file.data, pages=file.pages, missing=file.missing)

    name = f"{document.audience}/{document.id}{SUFFIXES[format]}"
    return Task(name=name, kind=document.id, audience=document.audience, format=format, make=make)


def _html_task(
    title: Text,
    documents: Sequence[PreparedDocument],
    metadata: Mapping[str, object] | None,
    *,
    name: str,
    translator: Translator | None = None,
) -> Task:
    first = documents[0]

    def make() -> Made:
        from lessons.writers.html import write_html

        # A page for teachers may be English in a lesson in another language, and so are the words around it.
        words = translator if translator is not None and translator.language == first.language else None
        return Made(
            data=write_html(
                documents,
                title=seen_text(title, Tongue(first.language, first.rtl)),
                language=first.language,
                rtl=first.rtl,
                metadata=metadata,
                translator=words,
            )
        )

    return Task(name=name, kind="pages", audience=first.audience, format="html", make=make)


def _quiz_tasks(content: Content, formats: Sequence[Format]) -> Iterator[Task]:
    quiz = content.quiz
    for format in ("gift", "moodle", "kahoot"):
        if format not in formats:
            continue

        def make(format: Format = format) -> Made:
            if format == "gift":
                from lessons.quizzes.gift import write_gift

                return Made(data=write_gift(quiz))
            if format == "moodle":
                from lessons.quizzes.moodle_xml import write_moodle_xml

                return Made(data=write_moodle_xml(quiz))
            from lessons.quizzes.kahoot import write_kahoot

            return Made(data=write_kahoot(quiz))

        yield Task(
            name=f"teacher/{quiz.id}{SUFFIXES[format]}", kind=quiz.id, audience="teacher", format=format, make=make
        )
