"""Writes documents as PDF: tagged for screen readers (PDF/UA-1), with all fonts inside, the same bytes every time."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.errors import LookTwiceError
from game.resources import font_path
from lessons.prepared import PreparedDocument
from lessons.writers.pdf_letters import EMOJI_FILE, bundled_letters
from lessons.writers.pdf_values import PageValues, Values

if TYPE_CHECKING:
    from typst import Compiler, Fonts

TEMPLATES: Final = Path(__file__).resolve().parents[1] / "templates"
STANDARDS: Final = ("ua-1", "a-2a")
"""PDF/UA-1 is for screen readers; PDF/A-2a says that the file needs nothing from outside, today or in ten years."""
MADE_ON: Final = int(datetime(1980, 1, 1, tzinfo=UTC).timestamp())
"""The date inside every file, in seconds since 1970. PDF/A wants one; the true one would make no two files the same."""


class PdfError(LookTwiceError):
    """A page cannot be written as PDF."""


class NoTypesetterError(PdfError):
    """The library that sets PDF pages is not there: it was not installed, or has no build for this machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfFile:
    """A PDF file: its bytes, how many pages it has, and the characters for which no bundled font has a letter.

    In place of each stretch of those the page shows "[?]".
    """

    data: bytes
    pages: int
    missing: str = ""


def write_pdf(document: PreparedDocument) -> PdfFile:
    """Write a document as PDF.

    Raises NoTypesetterError where the library that sets pages is not there, and PdfError where it refuses the page.
    """
    values = PageValues(bundled_letters(), rtl=document.rtl)
    data, pages = _set("page.typ", values.document(document), where=document.id)
    return PdfFile(data=data, pages=pages, missing="".join(sorted(set("".join(values.missing)))))


def _set(template: str, values: Values, *, where: str) -> tuple[bytes, int]:
    compiler = _compiler(template)
    try:
        data = compiler.compile(
            sys_inputs=_inputs(values), format="pdf", pdf_standards=list(STANDARDS), timestamp=MADE_ON
        )
        pages = json.loads(compiler.query("<pages>", field="value", one=True))
    except RuntimeError as error:
        raise _refusal(error, where) from error
    assert isinstance(data, bytes)
    return data, int(pages)


def _inputs(values: Values) -> dict[str, str]:
    return {"page": json.dumps(values, ensure_ascii=False)}


def _refusal(error: RuntimeError, where: str) -> PdfError:
    """The typesetter's own sentence, with its hints, as an error that a person can send on."""
    hints = "; ".join(getattr(error, "hints", ()))
    reason = str(error).strip() or type(error).__name__
    return PdfError(
        f"This page cannot be written as PDF: {reason}{f' ({hints})' if hints else ''}",
        where=where,
        hint="Make the other formats (--to docx,html), and tell the makers of the game.",
    )


def _compiler(template: str) -> "Compiler":
    """A compiler for one template. Each call makes its own, since threads must not share what a compiler keeps."""
    fonts = _fonts()
    from typst import Compiler

    return Compiler(TEMPLATES / template, root=TEMPLATES, font_paths=fonts)


@cache
def _fonts() -> "Fonts":
    """The bundled fonts, and no others: pages look the same on every machine."""
    try:
        from typst import Fonts
    except ImportError as error:
        raise NoTypesetterError(
            "Pages cannot be written as PDF here, because the package typst is not there or does not run",
            hint="Install it (pip install 'looktwice[lessons]'). Where there is no build of it, as on Windows for ARM, "
            "make the pages as html and print them from a browser.",
        ) from error
    folder = font_path(EMOJI_FILE).parent
    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
