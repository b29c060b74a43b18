"""The parts of WordprocessingML that python-docx has no words for: directions, borders, shades, kept order."""

from typing import Any, Final, Literal, TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph as DocxParagraph

Element: TypeAlias = Any
"""An element of the XML tree; lxml has no types of its own."""
Line: TypeAlias = Literal["single", "dashed", "dotted", "double", "nil"]

PARAGRAPH_ORDER: Final = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers"),
    *("pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct"),
    *("autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
    *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
    *("divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
RUN_ORDER: Final = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
    *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position"),
    *("sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang"),
)
CELL_ORDER: Final = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection"),
    *("tcFitText", "vAlign", "hideMark"),
)
TABLE_ORDER: Final = (
    *("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc"),
    *("tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption"),
    *("tblDescription",),
)
ROW_ORDER: Final = ("cnfStyle", "gridBefore", "gridAfter", "cantSplit", "trHeight", "tblHeader", "tblCellSpacing", "jc")
SECTION_ORDER: Final = (
    *("headerReference", "footerReference", "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType"),
    *("cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid"),
)


def element(tag: str, **attributes: str | int) -> Element:
    """An element of the main namespace with its attributes, as in `element("shd", fill="D5ECE8")`."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def put(parent: Element, child: Element, order: tuple[str, ...]) -> Element:
    """Put a child where the schema wants it, in place of one with the same name; Word refuses files out of order."""
    for old in parent.findall(child.tag):
        parent.remove(old)
    later = {qn(f"w:{name}") for name in order[order.index(child.tag.rpartition("}")[2]) + 1 :]}
    for sibling in parent:
        if sibling.tag in later:
            sibling.addprevious(child)
            return child
    parent.append(child)
    return child


def hexa(colour: str) -> str:
    """A colour as office files write it: without "#"."""
    return colour.removeprefix("#")


def shade(colour: str) -> Element:
    """A plain ground."""
    return element("shd", val="clear", color="auto", fill=hexa(colour))


def border(side: str, line: Line, points: float, colour: str, space: int = 0) -> Element:
    """One side of a border. `space` is the room between line and text, in points."""
    return element(side, val=line, sz=round(points * 8), space=space, color=hexa(colour))


def paragraph_frame(
    paragraph: DocxParagraph, *, fill: str | None, line: Line, points: float, colour: str, space: int = 5
) -> None:
    """Draw a box round a paragraph."""
    properties = paragraph._p.get_or_add_pPr()
    if line != "nil":
        frame = element("pBdr")
        for side in ("top", "left", "bottom", "right"):
            frame.append(border(side, line, points, colour, space))
        put(properties, frame, PARAGRAPH_ORDER)
    if fill is not None:
        put(properties, shade(fill), PARAGRAPH_ORDER)


def indent(paragraph: DocxParagraph, *, start: float = 0.0, end: float = 0.0, hanging: float = 0.0) -> None:
    """Indent a paragraph by millimetres; in the older names, that every reader knows, left is where a line starts."""
    ind = element("ind", left=twips(start), right=twips(end))
    if hanging:
        ind.set(qn("w:hanging"), str(twips(hanging)))
    put(paragraph._p.get_or_add_pPr(), ind, PARAGRAPH_ORDER)


def twips(millimetres: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(millimetres / 25.4 * 1440)


def cell_look(cell: Cell, *, fill: str | None = None, borders: tuple[Element, ...] = (), anchor: str = "") -> None:
    """The ground and the lines of a cell."""
    properties = cell._tc.get_or_add_tcPr()
    if borders:
        frame = element("tcBorders")
        frame.extend(borders)
        put(properties, frame, CELL_ORDER)
    if fill is not None:
        put(properties, shade(fill), CELL_ORDER)
    if anchor:
        put(properties, element("vAlign", val=anchor), CELL_ORDER)


def cell_margins(table: Element, *, upper: float, side: float) -> None:
    """The room between the lines of a table's cells and what they hold, in millimetres."""
    margins = element("tblCellMar")
    for name, size in (("top", upper), ("left", side), ("bottom", upper), ("right", side)):
        margins.append(element(name, w=twips(size), type="dxa"))
    put(table.tblPr, margins, TABLE_ORDER)


def field(paragraph: DocxParagraph, instruction: str, shown: str = "1") -> None:
    """Put in what the reader's program counts, such as PAGE; `shown` stands there until it does."""
    simple = element("fldSimple", instr=instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = shown
    run.append(text)
    simple.append(run)
    paragraph._p.append(simple)


def emu(millimetres: float) -> int:
    """Millimetres as the units that pictures are measured in."""
    return int(Mm(millimetres))
