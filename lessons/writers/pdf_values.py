"""A prepared document as the plain values that the PDF's templates draw: letters that fonts have, pictures read."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from game.design import PALETTES
from game.i18n.formats import ASCII_DIGITS, read_formats
from game.i18n.tongue import Tongue
from game.resources import data_folder, picture_path
from lessons.document import (
    PAPER_SIZES,
    TEXT_POINTS,
    Cards,
    ChatLine,
    Heading,
    Items,
    Lines,
    Paragraph,
    Picture,
    Run,
    Text,
    plain,
)
from lessons.prepared import (
    ChatSection,
    PreparedBlock,
    PreparedCallout,
    PreparedChart,
    PreparedChat,
    PreparedDocument,
    PreparedTable,
    block_name,
)
from lessons.writers.pdf_letters import Letters, writable

Values: TypeAlias = dict[str, Any]

LONG_CELL = 500
"""A line of a chat or a cell with more letters may break over two pages; a table's head with more stands there once."""
WHOLE_RUN = 24
"""What is written from left to right and no longer, such as a phone number, stays on one line."""
SMALLEST_POINTS = 9.5
ICONS = ("tell", "hand", "help", "gate", "loupe", "report", "phone", "spoiler_tile")
_ISOLATE, _RTL_ISOLATE, _END_ISOLATE = "\u2066", "\u2067", "\u2069"
_SEAM = "\0"
"""Stands in no cleaned text."""


@dataclass(slots=True)
class PageValues:
    """Collects the values of one document; `missing` are the characters that no font could write."""

    letters: Letters
    rtl: bool = False
    missing: list[str] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=lambda: _icons())  # noqa: PLW0108 - it stands below

    def document(self, document: PreparedDocument) -> Values:
        """All values of a document."""
        size = TEXT_POINTS[document.audience]
        width, height = PAPER_SIZES[document.paper]
        return base_values(document.language, document.rtl, size) | {
            "audience": document.audience,
            "width": width,
            "height": height,
            "small-points": size if document.audience == "pupil" else max(SMALLEST_POINTS, size * 0.86),
            "name": self.string(plain(document.title)),
            "title": self.text(document.title),
            "foot": self.text(document.foot),
            "blocks": self.blocks(document.blocks),
            "pictures": self.pictures,
        }

    def string(self, text: str) -> str:
        """A string that the fonts can write, kept to itself where it runs against the page."""
        cleaned = self._clean(text)
        if not runs_against(cleaned, rtl=self.rtl):
            return cleaned
        return self._isolated(cleaned)

    def _clean(self, text: str) -> str:
        cleaned, missing = writable(text, self.letters)
        if missing:
            self.missing.append(missing)
        return cleaned

    def _isolated(self, text: str) -> str:
        open = _ISOLATE if self.rtl else _RTL_ISOLATE
        # An isolate ends with its line, whether it says so or not.
        return open + text.replace("\n", f"{_END_ISOLATE}\n{open}") + _END_ISOLATE

    def text(self, text: Text) -> list[Values]:
        """A text as stretches; what runs from left to right is isolated where the page runs the other way."""
        if isinstance(text, str):
            return [_stretch(self.string(text))] if text else []
        against = self._runs_against(text)
        stretches = [self._run(run, alone=not against) for run in text if run.text]
        if against and stretches:
            # One isolate around all of them.
            texts = self._isolated(_SEAM.join(stretch["text"] for stretch in stretches)).split(_SEAM)
            for stretch, part in zip(stretches, texts, strict=True):
                stretch |= {"text": part}
        return stretches

    def _runs_against(self, text: tuple[Run, ...]) -> bool:
        """Whether the whole of a text runs the other way than the page, as its tongues say, or else its letters."""
        if any(run.tongue is not None for run in text):
            return all(run.tongue is not None and run.tongue.rtl != self.rtl for run in text)
        return runs_against(plain(text), rtl=self.rtl)

    def _run(self, run: Run, *, alone: bool) -> Values:
        cleaned = self._clean(run.text)
        whole = run.ltr and len(cleaned) <= WHOLE_RUN and "\n" not in cleaned
        is_against = run.tongue.rtl != self.rtl if run.tongue is not None else run.ltr and self.rtl and not whole
        if is_against and alone:
            cleaned = self._isolated(cleaned)
        return _stretch(cleaned, bold=run.bold, whole=whole) | _language(run.tongue)

    def picture(self, name: str) -> str:
        """The name of a picture that is there, whose drawing is then among the values, or an empty string."""
        if name and name not in self.pictures:
            path = picture_path(name)
            if path is None:
                return ""
            self.pictures[name] = path.read_text(encoding="utf-8")
        return name

    def blocks(self, blocks: Iterable[PreparedBlock]) -> list[Values]:
        """The values of blocks, each with its kind as "block"."""
        return [{"block": block_name(block)} | self._values(block) for block in blocks]

    def _values(self, block: PreparedBlock) -> Values:
        match block:
            case Heading():
                # The title's level is 1.
                return {"text": self.text(block.text), "level": block.level + 1}
            case Paragraph():
                return {"text": self.text(block.text), "kind": block.kind}
            case Items():
                return {"items": self._texts(block.items), "kind": block.kind, "first": block.first}
            case PreparedTable():
                return self._table(block)
            case PreparedCallout():
                title = self.string(block.title)
                return {"title": title, "kind": block.kind, "blocks": self.blocks(block.blocks)}
            case PreparedChat():
                return {"sections": [self._section(section) for section in block.sections]}
            case Cards():
                return self._cards(block)
            case Lines():
                return {"count": block.count, "label": self.text(block.label)}
            case PreparedChart():
                return self._chart(block)
            case Picture():
                return {"name": self.picture(block.name), "alt": self.string(block.alt), "height": block.height}
            case _:
                return {}

    def _texts(self, texts: Iterable[Text]) -> list[list[Values]]:
        return [self.text(text) for text in texts]

    def _table(self, table: PreparedTable) -> Values:
        rows = []
        for cells in table.rows:
            long = max(len(plain(cell)) for cell in cells) > LONG_CELL
            rows.append({"cells": self._texts(cells), "long": long})
        return {
            "head": self._texts(table.head),
            "repeated": sum(len(plain(cell)) for cell in table.head) <= LONG_CELL,
            "rows": rows,
            "widths": table.shares,
            "caption": self.string(table.caption),
        }

    def _section(self, section: ChatSection) -> Values:
        thread = section.thread
        return {
            "title": self.text(thread.text) if thread is not None else None,
            "picture": self.picture(thread.picture) if thread is not None else "",
            "lines": [self._line(each.line) | {"first": each.is_first} for each in section.lines],
        }

    def _line(self, line: ChatLine) -> Values:
        mark = self.string(line.mark)
        return {
            "kind": line.kind,
            "text": self.text(line.text),
            "name": self.text(line.name),
            "picture": self.picture(line.picture),
            "mark": {"text": mark, "is-number": mark.isdigit()},
            "long": len(plain(line.text)) > LONG_CELL,
        }

    def _cards(self, cards: Cards) -> Values:
        return {
            "columns": cards.columns,
            "height": cards.height,
            "cards": [
                {
                    "title": self.text(card.title),
                    "text": self.text(card.text),
                    "picture": self.picture(card.picture),
                    "foot": self.text(card.foot),
                }
                for card in cards.cards
            ],
        }

    def _chart(self, chart: PreparedChart) -> Values:
        bars = [
            {"label": self.string(bar.label), "shown": self.string(bar.shown), "share": bar.share} for bar in chart.bars
        ]
        return {
            "title": self.string(chart.title),
            "bars": bars,
            "source": self.text(chart.source),
            "caution": self.text(chart.caution),
        }


def runs_against(text: str, *, rtl: bool) -> bool:
    """Whether all letters of a text run the other way than the page: English, say, on a page in Arabic.

    Its full stop would stand at the wrong end if it were not kept to itself.
    """
    ways = {unicodedata.bidirectional(character) for character in text} & {"L", "R", "AL"}
    return ways == {"L"} if rtl else bool(ways) and "L" not in ways


def _stretch(text: str, *, bold: bool = False, whole: bool = False) -> Values:
    return {"text": text, "bold": bold, "whole": whole, "language": None, "region": None}


def _language(tongue: Tongue | None) -> Values:
    """The language of a stretch as PDF names it, where it is another one than the page's: a voice has to know."""
    if tongue is None:
        return {}
    language, region = _codes(tongue.language)
    return {"language": language, "region": region}


def _codes(language: str) -> tuple[str, str | None]:
    """A language and its country as PDF names them."""
    code = re.match(r"([a-z]{2,3})(?:[_-].*?\b([A-Z]{2})\b)?", language.replace("_", "-"))
    return (code[1], code[2]) if code else ("en", None)


def base_values(language: str, rtl: bool, points: float) -> Values:
    """What every template needs: the language as PDF names it, the size of letters, colours, digits and icons."""
    code, region = _codes(language)
    return {
        "language": code,
        "region": region,
        "rtl": rtl,
        "height": PAPER_SIZES["a4"][1],
        "points": points,
        "small-points": max(SMALLEST_POINTS, points * 0.86),
        "audience": "teacher",
        "colours": PALETTES["paper"],
        "digits": _digits(language),
        "pictures": {},
    }


def _icons() -> dict[str, str]:
    """The small line drawings of frames and tags, in the colour of the letters."""
    drawings: dict[str, str] = {}
    for name in ICONS:
        path = picture_path(f"icons/{name}")
        if path is not None:
            drawings[f"icons/{name}"] = path.read_text(encoding="utf-8").replace("#000000", PALETTES["paper"]["ink"])
    return drawings


def _digits(language: str) -> list[str]:
    try:
        digits = read_formats(data_folder("locales") / language / "format.json", language).digits
    except ValueError:
        digits = ASCII_DIGITS
    return list(digits)
