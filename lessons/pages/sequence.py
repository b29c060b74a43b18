"""Four sessions of a band on two pages: which story when, what comes between, and which standards each meets."""

from collections.abc import Sequence

from game.i18n.translator import Translator
from game.story.guide import Standard
from game.story.model import Band
from lessons.document import Document, Heading, Paper, Paragraph, Run, Table, Text
from lessons.pages.teacher_sheet import bold, bullets, claim, draft_note
from lessons.sequence import SequenceSession

Grid = Sequence[tuple[Standard, tuple[Standard | None, ...]]]


def sequence_page(band: Band, sessions: Sequence[SequenceSession], grid: Grid, *, paper: Paper = "a4") -> Document:
    """The sequence of a band; a session that still lacks a story says so."""
    _ = Translator().gettext
    missing = sum(session.is_open for session in sessions)
    lack = f" {missing} of the {len(sessions)} sessions still lack a story; what is said there is what they are for."
    return Document(
        id=f"sequence-{band}",
        title=f"Four sessions for ages {band}",
        audience="teacher",
        paper=paper,
        foot=f"Ages {band} · Look Twice · teacher page · draft",
        blocks=(
            draft_note(_),
            Paragraph(
                text="One lesson fades. Four short ones, about a week apart, with something small in between, hold "
                "better." + (lack if missing else ""),
                kind="lead",
            ),
            Heading(text="The sessions"),
            Table(
                head=("Session", "Story", "What it is about", "Before the next one"),
                rows=tuple(_row(session) for session in sessions),
                widths=(1, 2, 3.5, 3.5),
                id="sessions",
            ),
            Heading(text="In each of them"),
            bullets(
                bold(
                    "The same frame:",
                    "rules and right to pass, help, story, practice, help again. Children know what comes.",
                ),
                bold("The same rule:", "it is never the child's fault, and asking an adult is always right."),
                bold("The safeguarding page", "is at hand every time, and the question box is read the same day."),
            ),
            *((Heading(text="Which session meets which standard"), _grid(sessions, grid)) if grid else ()),
            Paragraph(
                text="Frameworks and topics only: a code is printed once somebody has looked it up, with date and "
                f"address. {claim(_)}",
                kind="muted",
            ),
        ),
    )


def _row(session: SequenceSession) -> tuple[Text, ...]:
    boosters = " ".join(booster.text for booster in session.boosters)
    story: Text = (Run(session.title, bold=True),) if not session.is_open else "still to come"
    return (str(session.number), story, session.about, boosters)


def _grid(sessions: Sequence[SequenceSession], grid: Grid) -> Table:
    rows = []
    for first, meets in grid:
        edition = f", {first.edition}" if first.edition else ""
        rows.append((f"{first.framework}{edition}", *(one.topic if one is not None else "" for one in meets)))
    head = ("Framework", *(f"Session {session.number}" for session in sessions))
    return Table(head=head, rows=tuple(rows), widths=(2.4, *(2.0 for _ in sessions)), id="standards-grid")
