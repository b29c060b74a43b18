"""A page, or a cell, that is written on from top to bottom."""

import io
from dataclasses import dataclass
from typing import Literal, TypeAlias

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from game.i18n.tongue import runs_from_right
from lessons.art import picture_png, png_size
from lessons.document import Text
from lessons.writers.docx_styles import style_id
from lessons.writers.docx_xml import RUN_ORDER, TABLE_ORDER, element, emu, put, twips
from lessons.writers.office_file import DECORATIVE
from lessons.writers.office_text import language_tag, office_runs

Place: TypeAlias = WordDocument | Cell
PIXELS_PER_MM = 12
"""About 300 dots per inch."""


@dataclass(slots=True)
class Page:
    """Where the next paragraph or table goes: `place` in the document `word`, `width` millimetres wide."""

    word: WordDocument
    place: Place
    width: float
    rtl: bool = False
    points: float = 11.0
    started: bool = False
    _is_break_due: bool = False

    def paragraph(self, style: str, text: Text = "") -> WordParagraph:
        """A new paragraph at the end, in one of the document's styles."""
        self._break()
        paragraph = self._first_of_cell() or self.place.add_paragraph()
        # Not by `paragraph.style`, which looks through all styles for each paragraph.
        paragraph._p.style = style_id(style)
        self.started = True
        self.write(paragraph, text)
        return paragraph

    def _first_of_cell(self) -> WordParagraph | None:
        """A cell comes with one empty paragraph, which is the first to be written."""
        return self.place.paragraphs[0] if isinstance(self.place, Cell) and not self.started else None

    def break_before_next(self) -> None:
        """Begin a new page before what comes next, if anything does."""
        self._is_break_due = self.started and not isinstance(self.place, Cell)

    def _break(self) -> None:
        if self._is_break_due:
            self._is_break_due = False
            paragraph = self.place.add_paragraph(style="Gap")
            paragraph.paragraph_format.page_break_before = True
            paragraph.paragraph_format.line_spacing = Pt(1)

    def gap(self) -> None:
        """A low empty line, without which two tables would become one."""
        self.place.add_paragraph(style=self.word.styles["Gap"])

    def end_cell(self) -> None:
        """Leave no room below the last line of a cell but the cell's own."""
        if self.place.paragraphs:
            self.place.paragraphs[-1].paragraph_format.space_after = Pt(0)

    def table(self, rows: int, widths: tuple[float, ...]) -> WordTable:
        """A table of fixed columns, in millimetres; it mirrors with the page."""
        self._break()
        if isinstance(self.place, Cell):
            table = self.place.add_table(rows, len(widths))
            if not self.started:
                first = self.place.paragraphs[0]
                first._p.getparent().remove(first._p)
        else:
            table = self.place.add_table(rows, len(widths))
        self.started = True
        table.autofit = False
        properties = table._tbl.tblPr
        put(properties, element("tblW", w=twips(sum(widths)), type="dxa"), TABLE_ORDER)
        put(properties, element("tblInd", w=0, type="dxa"), TABLE_ORDER)
        if self.rtl:
            put(properties, element("bidiVisual"), TABLE_ORDER)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = emu(width)
            for cell in column.cells:
                cell.width = emu(width)
        return table

    def inside(self, cell: Cell, width: float) -> "Page":
        """What is written into a cell with that much room, in millimetres."""
        return Page(self.word, cell, width, rtl=self.rtl, points=self.points)

    def write(self, paragraph: WordParagraph, text: Text, *, bold: bool = False) -> None:
        """Add a text to a paragraph; what is in another language than the page says so.

        Only runs with letters of right-to-left scripts are marked as such, and those in a language of one.
        """
        for run in office_runs(text, rtl=self.rtl):
            added = paragraph.add_run(run.text)
            if run.bold or bold:
                added.bold = added.font.cs_bold = True
            if runs_from_right(run.text) or (run.tongue is not None and run.tongue.rtl):
                added.font.rtl = True
            if run.tongue is not None:
                tag = language_tag(run.tongue.language)
                put(added._r.get_or_add_rPr(), element("lang", val=tag, eastAsia=tag, bidi=tag), RUN_ORDER)

    def sign(self, paragraph: WordParagraph, sign: str) -> WordRun:
        """A sign that the usual letters lack, such as a box to tick, in letters that have it."""
        run = paragraph.add_run(sign)
        face = "Segoe UI Symbol"
        fonts = element("rFonts", ascii=face, hAnsi=face, cs=face, eastAsia=face)
        put(run._r.get_or_add_rPr(), fonts, RUN_ORDER)
        return run

    def picture(self, paragraph: WordParagraph, name: str, height: float, alt: str = "") -> bool:
        """Add a drawing, `height` mm tall, to a line; without `alt` it stands beside the same words and says nothing.

        False where there is no such drawing, or nothing that could turn it into a PNG.
        """
        png = picture_png(name, round(height * PIXELS_PER_MM)) if name else None
        if png is None:
            return False
        wide, tall = png_size(png)
        limit = min(height, self.width * tall / max(wide, 1))
        shape = paragraph.add_run().add_picture(io.BytesIO(png), height=emu(limit))
        properties = shape._inline.docPr
        properties.set("name", name)
        properties.set("descr", alt)
        if not alt:
            properties.append(parse_xml(f"<a:extLst {nsdecls('a')}>{DECORATIVE}</a:extLst>"))
        return True

    def new_list(self, kind: Literal["bullet", "number"], first: int = 1) -> int:
        """A list of its own, counted from `first`; the answer is its number in the document."""
        numbering = self.word.part.numbering_part.element
        abstract = 1 + max((int(each.get(qn("w:abstractNumId"))) for each in numbering.findall(_ABSTRACT)), default=0)
        level = element("lvl", ilvl=0)
        level.append(element("start", val=first))
        level.append(element("numFmt", val="decimal" if kind == "number" else "bullet"))
        level.append(element("lvlText", val="%1." if kind == "number" else "•"))
        level.append(element("lvlJc", val="start"))
        properties = element("pPr")
        properties.append(element("ind", left=twips(7.5), hanging=twips(6)))
        level.append(properties)
        definition = element("abstractNum", abstractNumId=abstract)
        definition.append(element("multiLevelType", val="singleLevel"))
        definition.append(level)
        existing = numbering.findall(_ABSTRACT)
        if existing:
            existing[-1].addnext(definition)
        else:
            numbering.insert(0, definition)
        return int(numbering.add_num(abstract).numId)

    def number(self, paragraph: WordParagraph, number: int) -> None:
        """Make a paragraph the next item of a list."""
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = number


_ABSTRACT = qn("w:abstractNum")
