"""Writes documents as DOCX, to be changed by a teacher in Word, LibreOffice or Google Docs."""

import io
from collections.abc import Iterable

from lessons.document import TEXT_POINTS, Cards, Heading, Items, Lines, PageBreak, Paragraph, Picture
from lessons.prepared import (
    PreparedBlock,
    PreparedCallout,
    PreparedChart,
    PreparedChat,
    PreparedDocument,
    PreparedTable,
)
from lessons.writers.docx_chat import draw_chat
from lessons.writers.docx_page import Page
from lessons.writers.docx_styles import new_document, number_pages, set_foot, text_width
from lessons.writers.docx_tables import draw_cards, draw_chart, draw_table, open_callout
from lessons.writers.docx_xml import PARAGRAPH_ORDER, element, indent, put, twips
from lessons.writers.office_file import pack_again

STYLES = {"body": "Normal", "lead": "Lead", "muted": "Muted"}
HANGING = 6.5
"""How far the text of a list stands from its sign, in millimetres."""


def write_docx(document: PreparedDocument) -> bytes:
    """Write a document as DOCX; the same document gives the same bytes.

    Every program that opens it may set it in other letters, so the number of its pages is not known here.
    """
    word = new_document(document)
    page = Page(word, word, width=text_width(document), rtl=document.rtl, points=TEXT_POINTS[document.audience])
    page.paragraph("Title", document.title)
    draw_blocks(page, document.blocks)
    foot = set_foot(word, document)
    page.write(foot, document.foot)
    number_pages(foot)
    file = io.BytesIO()
    word.save(file)
    return pack_again(file.getvalue())


def draw_blocks(page: Page, blocks: Iterable[PreparedBlock]) -> None:
    """Draw blocks one below the other; a page break at the end, or after another one, leaves no empty page."""
    for block in blocks:
        draw_block(page, block)


def draw_block(page: Page, block: PreparedBlock) -> None:
    """Draw one block."""
    match block:
        case PageBreak():
            page.break_before_next()
        case Heading():
            page.paragraph(f"Heading {block.level}", block.text)
        case Paragraph():
            page.paragraph(STYLES[block.kind], block.text)
        case Items():
            _draw_items(page, block)
        case PreparedTable():
            draw_table(page, block)
        case PreparedCallout():
            inside = open_callout(page, block)
            draw_blocks(inside, block.blocks)
            inside.end_cell()
            page.gap()
        case PreparedChat():
            draw_chat(page, block)
        case Cards():
            draw_cards(page, block)
        case Lines():
            _draw_lines(page, block)
        case PreparedChart():
            draw_chart(page, block)
        case Picture():
            _draw_picture(page, block)


def _draw_items(page: Page, items: Items) -> None:
    number = None if items.kind == "check" else page.new_list(items.kind, items.first)
    for item in items.items:
        paragraph = page.paragraph("List Item")
        if number is None:
            indent(paragraph, start=HANGING + 1, hanging=HANGING + 1)
            page.sign(paragraph, "☐")
            paragraph.add_run("\t")
        else:
            page.number(paragraph, number)
            indent(paragraph, start=HANGING + 1, hanging=HANGING)
        page.write(paragraph, item)


def _draw_lines(page: Page, lines: Lines) -> None:
    """Lines to write on are tabs with a drawn leader: borders of paragraphs would melt into one."""
    if lines.label:
        page.paragraph("Callout Title", lines.label)
    for _ in range(lines.count):
        paragraph = page.paragraph("Write Line")
        tabs = element("tabs")
        tabs.append(element("tab", val="right", leader="underscore", pos=twips(page.width)))
        put(paragraph._p.get_or_add_pPr(), tabs, PARAGRAPH_ORDER)
        paragraph.add_run("\t")


def _draw_picture(page: Page, picture: Picture) -> None:
    paragraph = page.paragraph("Normal")
    if not page.picture(paragraph, picture.name, picture.height, picture.alt):
        page.write(paragraph, picture.alt)
