"""One slide to draw on: words, boxes, pictures and tables at places in points, mirrored where the deck is."""

import io
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Literal

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from lessons.art import picture_png, png_size
from lessons.document import Text, plain
from lessons.writers.office_file import DECORATIVE
from lessons.writers.office_text import language_tag, office_runs, whole_tongue
from lessons.writers.pptx_template import COLOURS, place, rgb

Align = Literal["start", "centre", "end"]
Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Canvas:
    """A slide and what holds for all of its words."""

    slide: Any
    rtl: bool
    language: str

    def write(
        self, paragraph: Any, text: Text, size: float, *, align: Align = "start", bold: bool = False, colour: str = ""
    ) -> None:
        """Put a text into a paragraph.

        One that is all in another language runs that language's way, and still stands at the side of the slide's.
        """
        properties = paragraph._p.get_or_add_pPr()
        tongue = whole_tongue(text)
        properties.set("rtl", "1" if (self.rtl if tongue is None else tongue.rtl) else "0")
        paragraph.alignment = {
            "start": PP_ALIGN.RIGHT if self.rtl else PP_ALIGN.LEFT,
            "centre": PP_ALIGN.CENTER,
            "end": PP_ALIGN.LEFT if self.rtl else PP_ALIGN.RIGHT,
        }[align]
        for run in office_runs(text, rtl=self.rtl):
            for at, line in enumerate(run.text.split("\n")):
                if at:
                    paragraph.add_line_break()
                if not line:
                    continue
                added = paragraph.add_run()
                added.text = line
                added.font.size = Pt(size)
                added.font.bold = run.bold or bold
                added.font.color.rgb = rgb(colour or COLOURS["ink"])
                language = language_tag(run.tongue.language) if run.tongue is not None else self.language
                added._r.get_or_add_rPr().set("lang", language)

    def text_box(self, box: Box) -> Any:
        """A frame for text without edges of its own; the answer is its text frame."""
        shape = self.slide.shapes.add_textbox(0, 0, 0, 0)
        place(shape, box, rtl=self.rtl)
        return plain_frame(shape.text_frame)

    def label(
        self, box: Box, text: Text, size: float, *, align: Align = "start", bold: bool = False, colour: str = ""
    ) -> Any:
        """A text in a frame of its own."""
        frame = self.text_box(box)
        self.write(frame.paragraphs[0], text, size, align=align, bold=bold, colour=colour)
        return frame

    def shape(
        self, box: Box, *, fill: str = "", line: str = "", points: float = 1.5, dashed: bool = False, round: float = 0.0
    ) -> Any:
        """A box, with corners that are round to so many points; the answer is its text frame."""
        kind = MSO_SHAPE.ROUNDED_RECTANGLE if round else MSO_SHAPE.RECTANGLE
        shape = self.slide.shapes.add_shape(kind, 0, 0, Pt(1), Pt(1))
        place(shape, box, rtl=self.rtl)
        if round:
            shape.adjustments[0] = min(0.5, round / max(1.0, min(box[2], box[3])))
        shape._element.find(qn("p:style")).find(qn("a:effectRef")).set("idx", "0")  # no shadow
        if fill:
            shape.fill.solid()
            shape.fill.fore_color.rgb = rgb(fill)
        else:
            shape.fill.background()
        if line:
            shape.line.color.rgb = rgb(line)
            shape.line.width = Pt(points)
            if dashed:
                shape.line.dash_style = MSO_LINE.DASH
        else:
            shape.line.fill.background()
        return plain_frame(shape.text_frame)

    def decorate(self, frame: Any) -> None:
        """Say of a shape that it only decorates: those who listen to a slide are not told of it."""
        mark_decorative(frame._parent._element._nvXxPr.cNvPr)

    def picture(self, name: str, x: float, y: float, height: float, alt: str = "", *, width: float = 1e9) -> float:
        """Draw a picture of a height, in points, no wider than `width`; the answer is its width, 0 if there is none."""
        png = picture_png(name, round(height * 3)) if name else None
        if png is None:
            return 0.0
        wide, tall = png_size(png)
        scale = min(height / tall, width / wide)
        shape = self.slide.shapes.add_picture(io.BytesIO(png), 0, 0)
        place(shape, (x, y, wide * scale, tall * scale), rtl=self.rtl)
        properties = shape._element._nvXxPr.cNvPr
        properties.set("name", name)
        properties.set("descr", alt)
        if not alt:
            mark_decorative(properties)
        return wide * scale

    def table(self, box: Box, rows: int, shares: tuple[float, ...]) -> Any:
        """A table with a head, mirrored with the slide."""
        graphic = self.slide.shapes.add_table(rows, len(shares), 0, 0, Pt(box[2]), Pt(box[3]))
        place(graphic, box, rtl=self.rtl)
        table = graphic.table
        if self.rtl:
            table._tbl.tblPr.set("rtl", "1")
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Pt(box[2] * share)
        return table

    def foot(self, text: Text, layout: Any) -> None:
        """Put the line at the foot and the number of the slide where the layout has them."""
        for holder in layout.placeholders:
            kind = holder._element.nvSpPr.nvPr.find(qn("p:ph")).get("type")
            if kind not in ("ftr", "sldNum") or (kind == "ftr" and not plain(text)):
                continue
            copied = deepcopy(holder._element)
            self.slide.shapes._spTree.append(copied)
            copied.nvSpPr.cNvPr.set("id", str(900 + (kind == "ftr")))
            frame = self.slide.shapes[-1].text_frame
            if kind == "ftr":
                frame.clear()
                self.write(frame.paragraphs[0], text, 12, colour=COLOURS["muted"])


def plain_frame(frame: Any) -> Any:
    """A text frame without room at its edges that keeps its size."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.TOP
    return frame


def mark_decorative(properties: Any) -> None:
    """Say of a picture that it only decorates."""
    properties.set("descr", "")
    properties.append(parse_xml(f"<a:extLst {nsdecls('a')}>{DECORATIVE}</a:extLst>"))
