"""The styles of a Word document, its paper and its foot: what a teacher changes once for all pages."""

import io
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from game.design import PALETTES
from lessons.document import PAPER_SIZES, TEXT_POINTS, Audience, Paper, plain
from lessons.prepared import PreparedDocument
from lessons.writers.docx_xml import (
    PARAGRAPH_ORDER,
    RUN_ORDER,
    SECTION_ORDER,
    border,
    element,
    field,
    hexa,
    put,
    twips,
)
from lessons.writers.office_file import AUTHOR, MADE_ON
from lessons.writers.office_text import language_tag

COLOURS: Final = PALETTES["paper"]
FACE: Final = "Arial"
"""Files of this kind bring no fonts: this one is on nearly every machine, and writes Arabic too."""
MARGIN: Final = 19.0
"""White round a page, in millimetres."""
SMALLEST_POINTS: Final = 9.5
KEPT: Final = ("Default Paragraph Font", "Normal Table", "No List", "Header")
THUMBNAIL: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes of one style against running text, and the room above and below it in points."""

    factor: float = 1.0
    above: float = 0.0
    below: float = 5.0
    bold: bool = False
    colour: str = COLOURS["ink"]
    keep_with_next: bool = False
    spacing: float = 1.12


LOOKS: Final[dict[str, Look]] = {
    "Normal": Look(),
    "Title": Look(2.0, 0, 6, bold=True, colour=COLOURS["teal"], keep_with_next=True, spacing=1.0),
    "Heading 1": Look(1.45, 16, 5, bold=True, colour=COLOURS["teal"], keep_with_next=True, spacing=1.0),
    "Heading 2": Look(1.2, 12, 4, bold=True, keep_with_next=True, spacing=1.0),
    "Heading 3": Look(1.05, 10, 3, bold=True, keep_with_next=True, spacing=1.0),
    "Caption": Look(1.0, 6, 4, bold=True, keep_with_next=True),
    "Lead": Look(1.15, 2, 6),
    "Muted": Look(0.86, 0, 4, colour=COLOURS["muted"]),
    "List Item": Look(1.0, 0, 3),
    "Callout Title": Look(1.0, 1, 3, bold=True, keep_with_next=True),
    "Chat Title": Look(1.0, 8, 4, bold=True, keep_with_next=True),
    "Chat Name": Look(0.86, 5, 2, colour=COLOURS["muted"], keep_with_next=True),
    "Chat Message": Look(1.0, 3, 7),
    "Chat Note": Look(1.0, 5, 7, colour=COLOURS["muted"]),
    "Cell": Look(1.0, 0, 2),
    "Card Title": Look(1.15, 3, 3, bold=True),
    "Card Foot": Look(0.86, 4, 0, colour=COLOURS["muted"]),
    "Gap": Look(0.5, 0, 0, spacing=1.0),
    "Write Line": Look(1.0, 0, 0, colour=COLOURS["edge"], spacing=1.9),
    "Footer": Look(0.86, 0, 0, colour=COLOURS["muted"]),
}


def new_document(document: PreparedDocument) -> WordDocument:
    """An empty Word document with the paper, styles, direction, foot and properties of a lesson's document."""
    word = docx.Document(io.BytesIO(_blank(document.audience, document.language, document.rtl, document.paper)))
    _set_properties(word, document)
    return word


@cache
def _blank(audience: Audience, language: str, rtl: bool, paper: Paper) -> bytes:
    """An empty file with everything that the pages for one audience share: setting it up costs more than a page."""
    word = docx.Document()
    _forget_thumbnail(word)
    _forget_styles(word)
    base = TEXT_POINTS[audience]
    smallest = base if audience == "pupil" else SMALLEST_POINTS
    for name, look in LOOKS.items():
        _set_style(word, name, look, base, smallest, rtl=rtl)
    _set_language(word, language_tag(language))
    _set_paper(word, paper, rtl=rtl)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


@cache
def style_id(name: str) -> str | None:
    """The id of a style in the file; None for the one that a paragraph has of itself."""
    styles = docx.Document(io.BytesIO(_blank("teacher", "en", False, "a4"))).styles
    return None if name == "Normal" else str(styles[name].style_id)


def text_width(document: PreparedDocument) -> float:
    """The width between the margins, in millimetres."""
    return PAPER_SIZES[document.paper][0] - 2 * MARGIN


def _set_style(word: WordDocument, name: str, look: Look, base: float, smallest: float, *, rtl: bool) -> None:
    names = {style.name for style in word.styles}
    style = word.styles[name] if name in names else word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    if name not in names:
        style.base_style = word.styles["Normal"]
        style.quick_style = True
    size = max(smallest, base * look.factor) if name != "Gap" else base * look.factor
    style.font.size = Pt(round(size * 2) / 2)
    style.font.bold = style.font.cs_bold = look.bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(hexa(look.colour))
    properties = style.element.get_or_add_rPr()
    put(properties, element("szCs", val=round(size * 2)), RUN_ORDER)
    put(properties, element("rFonts", ascii=FACE, hAnsi=FACE, cs=FACE, eastAsia=FACE), RUN_ORDER)
    for tag in ("w:spacing", "w:kern"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.above), Pt(look.below)
    form.line_spacing = look.spacing
    form.keep_with_next = look.keep_with_next
    form.widow_control = True
    paragraph = style.element.get_or_add_pPr()
    for tag in ("w:pBdr", "w:tabs"):
        for old in paragraph.findall(qn(tag)):
            paragraph.remove(old)
    if rtl:
        put(paragraph, element("bidi"), PARAGRAPH_ORDER)


def _set_language(word: WordDocument, tag: str) -> None:
    defaults = word.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    put(properties, element("lang", val=tag, eastAsia=tag, bidi=tag), RUN_ORDER)
    settings = word.settings.element
    for old in settings.findall(qn("w:themeFontLang")):
        settings.remove(old)
    _leave_compatibility_mode(settings)


def _leave_compatibility_mode(settings: Any) -> None:
    """Say that the file is as Word writes it since 2013; without it Word shows "compatibility mode"."""
    compat = settings.find(qn("w:compat"))
    if compat is None:
        return
    mode = element("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    for old in compat.findall(qn("w:compatSetting")):
        compat.remove(old)
    compat.append(mode)


def _set_paper(word: WordDocument, paper: Paper, *, rtl: bool) -> None:
    section = word.sections[0]
    width, height = PAPER_SIZES[paper]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = section.top_margin = Mm(MARGIN)
    section.bottom_margin = Mm(MARGIN + 3)
    section.footer_distance = Mm(10)
    section.header_distance = Mm(10)
    if rtl:
        put(section._sectPr, element("bidi"), SECTION_ORDER)


def set_foot(word: WordDocument, document: PreparedDocument) -> Any:
    """Prepare the paragraph at the foot of every page: a line above it, and room for a number at its end."""
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.style = word.styles["Footer"]
    properties = paragraph._p.get_or_add_pPr()
    frame = element("pBdr")
    frame.append(border("top", "single", 0.75, COLOURS["line"], 5))
    put(properties, frame, PARAGRAPH_ORDER)
    tabs = element("tabs")
    tabs.append(element("tab", val="right", pos=twips(text_width(document))))
    put(properties, tabs, PARAGRAPH_ORDER)
    return paragraph


def number_pages(paragraph: Any) -> None:
    """Put the number of the page at the end of the foot."""
    paragraph.add_run("\t")
    field(paragraph, "PAGE")


def _set_properties(word: WordDocument, document: PreparedDocument) -> None:
    core = word.core_properties
    core.title = plain(document.title)[:255]
    core.language = language_tag(document.language)
    core.author = core.last_modified_by = AUTHOR
    core.comments = core.keywords = ""
    core.created = core.modified = MADE_ON.replace(tzinfo=None)


def _forget_styles(word: WordDocument) -> None:
    """Leave out the styles that no page uses, so that a teacher's list of styles is short."""
    styles = word.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.name_val.title() not in (*LOOKS, *KEPT):
            styles.remove(style)
        elif (link := style.find(qn("w:link"))) is not None:
            style.remove(link)


def _forget_thumbnail(word: WordDocument) -> None:
    relations = word.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype == THUMBNAIL]:
        del relations[key]
