"""What is a table in a Word document: tables, callouts, cards to cut out and charts."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.table import _Row as Row

from lessons.document import Cards, CutCard, Text, plain
from lessons.prepared import PreparedBar, PreparedCallout, PreparedChart, PreparedTable
from lessons.writers.docx_page import Page
from lessons.writers.docx_styles import COLOURS
from lessons.writers.docx_xml import (
    PARAGRAPH_ORDER,
    ROW_ORDER,
    TABLE_ORDER,
    Line,
    border,
    cell_look,
    cell_margins,
    element,
    indent,
    put,
    shade,
    twips,
)

LONG_CELL = 500
"""A row with a cell of more letters may break over two pages."""
PADDING = 2.2
LETTER_WIDTH = 0.62
"""Of a bold letter, on average, against its size."""
LONGEST_HEAD_WORD = 16
CALLOUTS: dict[str, tuple[Line, str, str]] = {
    "say": ("single", COLOURS["teal"], COLOURS["soft_teal"]),
    "care": ("double", COLOURS["coral"], COLOURS["soft_coral"]),
    "help": ("single", COLOURS["ink"], COLOURS["soft_sun"]),
    "note": ("dotted", COLOURS["edge"], COLOURS["soft"]),
    "draft": ("dashed", COLOURS["edge"], COLOURS["raised"]),
}
"""The line at the start side, its colour, and the ground: the lines differ in print without colours too."""
CARD_PICTURE = 16.0


def draw_table(page: Page, table: PreparedTable) -> None:
    """Draw a table with a head that is repeated on every page."""
    if table.caption:
        page.paragraph("Caption", table.caption)
    widths = _roomy(page, tuple(page.width * share for share in table.shares), table.head)
    drawn = page.table(1 + len(table.rows), widths)
    _draw_borders(drawn, "single", 0.75, COLOURS["edge"])
    cell_margins(drawn._tbl, upper=1.2, side=PADDING)
    _describe(drawn, table.caption)
    for at, (row, texts) in enumerate(zip(drawn.rows, (table.head, *table.rows), strict=True)):
        is_head = at == 0
        if is_head or max(len(plain(text)) for text in texts) <= LONG_CELL:
            _keep_whole(row)
        if is_head and sum(len(plain(text)) for text in texts) <= LONG_CELL:
            put(row._tr.get_or_add_trPr(), element("tblHeader"), ROW_ORDER)
        for column, cell in enumerate(row.cells):
            inside = page.inside(cell, widths[column] - 2 * PADDING)
            paragraph = inside.paragraph("Cell")
            inside.write(paragraph, texts[column], bold=is_head)
            if is_head:
                cell_look(cell, fill=COLOURS["soft_teal"])
                paragraph.paragraph_format.keep_with_next = True
    page.gap()


def _roomy(page: Page, widths: tuple[float, ...], head: tuple[Text, ...]) -> tuple[float, ...]:
    """Widths at which no usual word of the head is broken, taken from the columns that have more than they need."""
    words = [max(map(len, plain(text).split()), default=0) for text in head]
    letter = page.points * LETTER_WIDTH * 25.4 / 72
    needed = [min(length, LONGEST_HEAD_WORD) * letter + 2 * PADDING for length in words]
    lacking = sum(max(0.0, need - width) for need, width in zip(needed, widths, strict=True))
    spare = sum(max(0.0, width - need) for need, width in zip(needed, widths, strict=True))
    if lacking == 0 or spare <= lacking:
        return widths
    return tuple(
        need if need > width else width - lacking * (width - need) / spare
        for need, width in zip(needed, widths, strict=True)
    )


def open_callout(page: Page, callout: PreparedCallout) -> Page:
    """Draw the frame and the title of a callout; the answer is what its blocks are written on."""
    line, colour, ground = CALLOUTS[callout.kind]
    drawn = page.table(1, (page.width,))
    cell_margins(drawn._tbl, upper=2.0, side=4.0)
    cell = drawn.cell(0, 0)
    thin = border("top", "single", 0.5, colour), border("bottom", "single", 0.5, colour)
    thick = border("left", line, 4.5 if line == "single" else 3, colour)
    cell_look(cell, fill=ground, borders=(thin[0], thick, thin[1], border("right", "single", 0.5, colour)))
    _describe(drawn, callout.title)
    inside = page.inside(cell, page.width - 8.0)
    if callout.title:
        inside.paragraph("Callout Title", callout.title)
    return inside


def draw_cards(page: Page, cards: Cards) -> None:
    """Draw cards with dashed edges; none breaks over two pages."""
    columns = cards.columns
    widths = (page.width / columns,) * columns
    rows = -(-len(cards.cards) // columns)
    if not rows:
        return
    drawn = page.table(rows, widths)
    _draw_borders(drawn, "dashed", 1, COLOURS["muted"])
    cell_margins(drawn._tbl, upper=2.5, side=4.0)
    for at, row in enumerate(drawn.rows):
        _keep_whole(row)
        put(row._tr.get_or_add_trPr(), element("trHeight", val=twips(cards.height), hRule="atLeast"), ROW_ORDER)
        for column, cell in enumerate(row.cells):
            number = at * columns + column
            cell_look(cell, anchor="center")
            if number >= len(cards.cards):
                unused = tuple(border(side, "nil", 0, COLOURS["muted"]) for side in ("bottom", "right"))
                cell_look(cell, borders=unused)
            if number < len(cards.cards):
                _draw_card(page.inside(cell, widths[column] - 8.0), cards.cards[number])
    page.gap()


def _draw_card(page: Page, card: CutCard) -> None:
    if card.picture:
        paragraph = page.paragraph("Cell")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        page.picture(paragraph, card.picture, CARD_PICTURE)
    rows: tuple[tuple[str, Text], ...] = (("Card Title", card.title), ("Cell", card.text), ("Card Foot", card.foot))
    for style, text in rows:
        if text:
            page.paragraph(style, text).alignment = WD_ALIGN_PARAGRAPH.CENTER


def draw_chart(page: Page, chart: PreparedChart) -> None:
    """Draw a chart as a table with a bar in each row, so that it can be read out and changed."""
    if chart.title:
        page.paragraph("Caption", chart.title)
    widths = (page.width * 0.36, page.width * 0.46, page.width * 0.18)
    if chart.bars:
        drawn = page.table(len(chart.bars), widths)
        cell_margins(drawn._tbl, upper=0.8, side=1.2)
        _describe(drawn, chart.title, "; ".join(f"{bar.label}: {bar.shown}" for bar in chart.bars))
        for row, bar in zip(drawn.rows, chart.bars, strict=True):
            _keep_whole(row)
            _draw_bar(page, row, bar, widths)
        page.gap()
    for text in (chart.caution, chart.source):
        if text:
            page.paragraph("Muted", text)


def _draw_bar(page: Page, row: Row, bar: PreparedBar, widths: tuple[float, ...]) -> None:
    label, middle, shown = row.cells
    for cell in row.cells:
        cell_look(cell, anchor="center")
    start = border("left", "single", 1, COLOURS["ink"])
    cell_look(middle, borders=(start,), anchor="center")
    page.inside(label, widths[0]).paragraph("Cell", bar.label).paragraph_format.keep_with_next = True
    drawn = page.inside(middle, widths[1]).paragraph("Cell")
    if bar.share > 0:
        put(drawn._p.get_or_add_pPr(), shade(COLOURS["teal"]), PARAGRAPH_ORDER)
        indent(drawn, end=(widths[1] - 2.4) * (1 - max(bar.share, 0.015)))
    inside = page.inside(shown, widths[2])
    inside.write(inside.paragraph("Cell"), bar.shown, bold=True)


def _keep_whole(row: Row) -> None:
    put(row._tr.get_or_add_trPr(), element("cantSplit"), ROW_ORDER)


def _draw_borders(table: WordTable, line: Line, points: float, colour: str) -> None:
    borders = element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(border(side, line, points, colour))
    put(table._tbl.tblPr, borders, TABLE_ORDER)


def _describe(table: WordTable, title: str, description: str = "") -> None:
    """Words that stand in for a table, for those who listen to it."""
    properties = table._tbl.tblPr
    for tag, text in (("tblCaption", title), ("tblDescription", description)):
        if text:
            put(properties, element(tag, val=text), TABLE_ORDER)
    for look in properties.findall(qn("w:tblLook")):
        look.set(qn("w:firstColumn"), "0")
