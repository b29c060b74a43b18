"""A chat in a Word document: framed paragraphs, the friend's at the end of the line, all others at its start."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph as WordParagraph

from lessons.document import ChatLine
from lessons.prepared import PreparedChat
from lessons.writers.docx_page import Page
from lessons.writers.docx_styles import COLOURS
from lessons.writers.docx_xml import PARAGRAPH_ORDER, RUN_ORDER, border, element, indent, paragraph_frame, put

SHARE = 0.72
"""Of the width that a message may take."""
INSET = 2.5
FACE = 6.5
STICKER = 20.0
LONGEST_WHOLE = 9
"""A chat of more lines may break over two pages; no message ever does."""
HIDDEN_GREY = "#D4D9DE"


def draw_chat(page: Page, chat: PreparedChat) -> None:
    """Draw a stretch of chat."""
    lines = tuple(chat.lines)
    last = len(lines) - 1
    for at, each in enumerate(lines):
        paragraph = _draw_line(page, each.line, at, is_first=each.is_first or bool(each.line.mark))
        paragraph.paragraph_format.keep_together = True
        if at < last and (last < LONGEST_WHOLE or each.line.kind in ("note", "gap", "thread")):
            paragraph.paragraph_format.keep_with_next = True


def _draw_line(page: Page, line: ChatLine, at: int, *, is_first: bool) -> WordParagraph:
    match line.kind:
        case "thread":
            return _draw_thread(page, line)
        case "note" | "gap":
            return _draw_narrator(page, line)
    is_friend = line.kind == "friend"
    if is_first and (line.name or line.mark):
        _draw_name(page, line, is_friend=is_friend)
    if line.kind == "sticker":
        return _draw_sticker(page, line)
    return _draw_bubble(page, line, at, is_friend=is_friend)


def _draw_thread(page: Page, line: ChatLine) -> WordParagraph:
    paragraph = page.paragraph("Chat Title")
    _centre_letters(paragraph)
    if page.picture(paragraph, line.picture, FACE):
        paragraph.add_run(" ")
    page.write(paragraph, line.text)
    paragraph_frame(paragraph, fill=COLOURS["soft_teal"], line="single", points=1, colour=COLOURS["teal"], space=3)
    indent(paragraph, start=1.5, end=1.5)
    return paragraph


def _draw_narrator(page: Page, line: ChatLine) -> WordParagraph:
    paragraph = page.paragraph("Chat Note", line.text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    side = page.width * (1 - SHARE) / 2
    if line.kind == "gap":
        frame = element("pBdr")
        for edge in ("top", "bottom"):
            frame.append(border(edge, "dotted", 1, COLOURS["edge"], 2))
        put(paragraph._p.get_or_add_pPr(), frame, PARAGRAPH_ORDER)
        side = page.width * 0.3
    indent(paragraph, start=side, end=side)
    return paragraph


def _draw_name(page: Page, line: ChatLine, *, is_friend: bool) -> None:
    paragraph = page.paragraph("Chat Name")
    _centre_letters(paragraph)
    if is_friend:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _draw_mark(page, paragraph, line.mark, after=False)
        page.write(paragraph, line.name)
        return
    if line.kind != "sticker" and page.picture(paragraph, line.picture, FACE):
        paragraph.add_run(" ")
    page.write(paragraph, line.name)
    _draw_mark(page, paragraph, line.mark, after=True)


def _draw_mark(page: Page, paragraph: WordParagraph, mark: str, *, after: bool) -> None:
    """A label in a box of its own, with white at both sides."""
    if not mark:
        return
    if after:
        paragraph.add_run("   ")
    before = len(paragraph.runs)
    page.write(paragraph, f"\u00a0{mark}\u00a0", bold=True)
    for run in paragraph.runs[before:]:
        properties = run._r.get_or_add_rPr()
        if not page.rtl:  # there some readers draw a box round each stretch of one direction
            put(properties, element("bdr", val="single", sz=8, space=0, color=COLOURS["ink"][1:]), RUN_ORDER)
        put(properties, element("shd", val="clear", color="auto", fill=COLOURS["soft_sun"][1:]), RUN_ORDER)
        put(properties, element("color", val=COLOURS["ink"][1:]), RUN_ORDER)
    if not after:
        paragraph.add_run("   ")


def _draw_bubble(page: Page, line: ChatLine, at: int, *, is_friend: bool) -> WordParagraph:
    paragraph = page.paragraph("Chat Message")
    _centre_letters(paragraph)
    icon = {"hidden": "icons/spoiler_tile", "call": "icons/phone"}.get(line.kind, "")
    if icon and page.picture(paragraph, icon, 4.5):
        paragraph.add_run("  ")
    page.write(paragraph, line.text)
    if line.kind == "hidden":
        paragraph_frame(paragraph, fill=HIDDEN_GREY, line="dashed", points=1, colour=COLOURS["edge"], space=9)
    elif line.kind == "call":
        paragraph_frame(paragraph, fill=None, line="dashed", points=1, colour=COLOURS["edge"])
    elif is_friend:
        paragraph_frame(paragraph, fill=COLOURS["soft_teal"], line="single", points=1.5, colour=COLOURS["teal"])
    else:
        paragraph_frame(paragraph, fill=COLOURS["them"], line="single", points=0.5, colour=COLOURS["muted"])
    # Neighbours with the very same indent and frame would melt into one box; a twip more at every other keeps them two.
    far = page.width * (1 - SHARE) + at % 2 * 25.4 / 1440
    start, end = (far, INSET) if is_friend else (INSET, far)
    indent(paragraph, start=start, end=end)
    return paragraph


def _draw_sticker(page: Page, line: ChatLine) -> WordParagraph:
    paragraph = page.paragraph("Chat Message")
    _centre_letters(paragraph)
    if page.picture(paragraph, line.picture, STICKER):
        paragraph.add_run("  ")
    page.write(paragraph, line.text)
    indent(paragraph, start=INSET)
    return paragraph


def _centre_letters(paragraph: WordParagraph) -> None:
    """Let letters stand at the middle of a drawing in their line."""
    put(paragraph._p.get_or_add_pPr(), element("textAlignment", val="center"), PARAGRAPH_ORDER)
