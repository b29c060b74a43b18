"""Writes documents as one web page that needs nothing from outside: texts, drawings, letters and style in one file."""

import base64
import json
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from game.i18n.tongue import Tongue, runs_from_right
from game.i18n.translator import Translator
from game.resources import font_path
from lessons.clean_text import END_ISOLATE, ISOLATE, RTL_ISOLATE, is_seen
from lessons.document import PAPER_SIZES, TEXT_POINTS, Run, Text, plain, runs
from lessons.prepared import PreparedDocument
from lessons.writers.html_values import PageValues, palette

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TEMPLATES: Final = Path(__file__).resolve().parents[1] / "templates"
FACES: Final = (
    ("Atkinson Hyperlegible Next", 400, "AtkinsonHyperlegibleNext-Regular.ttf"),
    ("Atkinson Hyperlegible Next", 700, "AtkinsonHyperlegibleNext-Bold.ttf"),
    ("Fredoka", 600, "Fredoka-SemiBold.ttf"),
)
"""About 150 kB, small enough to be in the page; other scripts are written with the letters of the reader's device."""
WHOLE_RUN: Final = 24
"""What is written from left to right and no longer, such as a phone number, stays on one line."""


def write_html(
    documents: Sequence[PreparedDocument],
    *,
    title: Text,
    language: str,
    rtl: bool,
    metadata: Mapping[str, Any] | None = None,
    translator: Translator | None = None,
) -> bytes:
    """Write documents as one page under a prepared title, in UTF-8.

    `metadata` is JSON-LD that the page carries for catalogues. `language` is a code as folders in `locales` have it.
    All texts are shown as they are; the few words of the file's own are those of `translator`, which has to be of that
    language and of the lessons' domain, English without one.
    """
    values = PageValues()
    pages = []
    for number, document in enumerate(documents, 1):
        page = values.document(document) | {"number": number}
        pages.append(page | {"article": _article(page, rtl=document.rtl)})
    _ = (translator or Translator()).gettext
    name = plain(title) if is_seen(plain(title)) else ""
    paper = documents[0].paper if documents else "a4"
    written = (
        _environment(rtl)
        .get_template("page.html")
        .render(
            title=title if name else "Look Twice",
            name=name or "Look Twice",
            language=language.replace("_", "-"),
            direction="rtl" if rtl else "ltr",
            pages=pages,
            drawings=values.pictures,
            metadata=_json(metadata),
            colours=palette(),
            faces=_faces() if not rtl else (),
            paper=PAPER_SIZES[paper],
            points=TEXT_POINTS,
            # NOTE: A link at the top of a web page, for people who use the keyboard or a screen reader.
            skip=_("Skip to the first page"),
            # NOTE: Above links to the pages in a file, such as the lesson plan and the answer key.
            contents=_("In this file"),
        )
    )
    return written.encode("utf-8")


def _article(page: Mapping[str, Any], *, rtl: bool) -> "Markup":
    """A document, drawn for its own direction: a lesson in Arabic may hold pages in English."""
    from markupsafe import Markup

    return Markup(_environment(rtl).get_template("article.html").render(page=page))  # noqa: S704 - the template escapes what it is given


@cache
def _environment(rtl: bool) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup, escape

    def words(text: Text) -> Markup:
        """A text as HTML; what runs from left to right is isolated, and what is in another language says so."""
        whole = Markup("").join(
            in_tongue(Markup("").join(map(run, each)), tongue) for tongue, each in groupby(runs(text), _tongue)
        )
        letters = plain(text)
        is_said = any(each.tongue is not None for each in runs(text))
        if rtl and not is_said and any(map(str.isalpha, letters)) and not runs_from_right(letters):
            whole = Markup('<bdi dir="ltr">{}</bdi>').format(whole)
        return whole

    def in_tongue(written: Markup, tongue: Tongue | None) -> Markup:
        if tongue is None:
            return written
        direction, lang = "rtl" if tongue.rtl else "ltr", tongue.language.replace("_", "-")
        return Markup('<bdi dir="{}" lang="{}">{}</bdi>').format(direction, lang, written)

    def run(each: Run) -> Markup:
        written = Markup("<br>\n").join(escape(line) for line in each.text.split("\n"))
        if each.ltr:
            kept = Markup(' class="whole"') if len(each.text) <= WHOLE_RUN else ""
            written = Markup('<bdi dir="ltr"{}>{}</bdi>').format(kept, written)
        return Markup("<strong>{}</strong>").format(written) if each.bold else written

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"words": words, "css_string": _css_string, "markup": Markup}
    return environment


def _tongue(run: Run) -> Tongue | None:
    return run.tongue


def _json(metadata: Mapping[str, Any] | None) -> str:
    """JSON that can stand in a page: nothing in it ends the element it is in."""
    if metadata is None:
        return ""
    written = json.dumps(metadata, ensure_ascii=True, indent=1, sort_keys=False)
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _css_string(text: Text) -> str:
    """A text as a string of a style sheet: all but plain letters and digits as numbers.

    A style sheet has no word for a language; what is in another one is at least kept to itself.
    """
    letters = "".join(_kept_to_itself(run) for run in runs(text)).replace("\n", " ")
    return '"' + "".join(_css_character(character) for character in letters) + '"'


def _kept_to_itself(run: Run) -> str:
    if run.tongue is None:
        return run.text
    return f"{RTL_ISOLATE if run.tongue.rtl else ISOLATE}{run.text}{END_ISOLATE}"


def _css_character(character: str) -> str:
    return character if character.isascii() and character.isalnum() else f"\\{ord(character):x} "


@cache
def _faces() -> tuple[Mapping[str, Any], ...]:
    return tuple(
        {"family": family, "weight": weight, "data": base64.b64encode(font_path(file).read_bytes()).decode("ascii")}
        for family, weight, file in FACES
    )
