"""The coverage of signs or methods as a heat map: a web page with a table, or a drawing of the same squares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal, TypeAlias

from game.design import COLOURS, PALETTES, Colour
from game.story.model import BANDS
from game.tools.coverage import Cell, Coverage
from game.tools.svg_words import FONT, attribute, content, write_words

Warmth: TypeAlias = Literal["not-meant", "bare", "half", "once", "often"]

WARMTH_WORDS: Final[Mapping[Warmth, str]] = {
    "often": "two stories or more, and a look-alike",
    "once": "one story, and a look-alike",
    "half": "a story or a look-alike is missing",
    "bare": "nothing yet",
    "not-meant": "not for this band",
}
_FILLS: Final[Mapping[Warmth, tuple[Colour, Colour]]] = {
    "often": ("teal", "on_teal"),
    "once": ("soft_teal", "ink"),
    "half": ("soft_sun", "ink"),
    "bare": ("soft_coral", "ink"),
    "not-meant": ("ground", "muted"),
}
"""Ground and letters, as the design names them; the words in a square say the same as its colour."""
_PAPER: Final = PALETTES["paper"]
_ROW: Final = 40.0
_NAME: Final = 250.0
_SQUARE: Final = 190.0
_GAP: Final = 6.0
_MARGIN: Final = 36.0
_HEAD: Final = 128.0


def warmth_of(cell: Cell | None) -> Warmth:
    """Return how well a sign or method is covered in a band; None stands for a band that it is not meant for."""
    if cell is None or not (cell.is_meant or cell.stories or cell.lookalikes):
        return "not-meant"
    if not (cell.stories or cell.lookalikes):
        return "bare"
    if cell.lacks or not cell.stories:
        return "half"
    return "often" if len(cell.stories) > 1 else "once"


def count_words(cell: Cell | None) -> str:
    """Return what a square says: how many stories teach it, and how many have a look-alike."""
    if cell is None or warmth_of(cell) == "not-meant":
        return "–"
    if warmth_of(cell) == "bare":
        return WARMTH_WORDS["bare"]
    stories, lookalikes = len(cell.stories), len(cell.lookalikes)
    said = f"{stories} {'story' if stories == 1 else 'stories'}"
    return f"{said} · {lookalikes} look-alike{'' if lookalikes == 1 else 's'}" if cell.has_lookalike else said


def write_page(coverage: Coverage, names: Mapping[str, str]) -> str:
    """Return a web page that needs nothing from outside. `names` are words for ids of signs or methods."""
    heads = "".join(f'<th scope="col">{band}</th>' for band in BANDS)
    rows = "\n".join(
        f'<tr><th scope="row">{content(names.get(subject, subject))}<small>{content(subject)}</small></th>'
        + "".join(_page_square(row.get(band)) for band in BANDS)
        + "</tr>"
        for subject, row in coverage.rows().items()
    )
    legend = "".join(f'<li><i class="{warmth}"></i>{words}</li>' for warmth, words in WARMTH_WORDS.items())
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_title(coverage)}</title>\n<style>{_page_style()}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{_title(coverage)}</h1>\n<p>{_about(coverage)}</p>\n<ul>{legend}</ul>\n"
        f'<table>\n<thead><tr><th scope="col">{coverage.by}</th>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n'
        "</table>\n</main>\n</body>\n</html>\n"
    )


def write_drawing(coverage: Coverage, names: Mapping[str, str]) -> str:
    """Return the same as an SVG document; `names` as for the page. The stories are tooltips of their squares."""
    rows = coverage.rows()
    width = 2 * _MARGIN + _NAME + len(BANDS) * (_SQUARE + _GAP)
    height = 2 * _MARGIN + _HEAD + len(rows) * (_ROW + _GAP)
    fills = "".join(f".{name}{{fill:{_PAPER[name]}}}" for name in COLOURS)
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
            f'viewBox="0 0 {width:g} {height:g}" role="img" font-family={attribute(FONT)}>'
        ),
        f"<title>{content(_title(coverage))}</title>",
        f"<style>{fills}</style>",
        f'<rect width="{width:g}" height="{height:g}" class="ground"/>',
        *write_words([_title(coverage)], _MARGIN, _MARGIN - 8, 26, "ink", is_bold=True),
        *_draw_legend(_MARGIN, _MARGIN + 40),
    ]
    for index, band in enumerate(BANDS):
        lines += write_words([band], _left(index) + 4, _MARGIN + _HEAD - 28, 17, "ink", is_bold=True)
    for number, (subject, row) in enumerate(rows.items()):
        top = _MARGIN + _HEAD + number * (_ROW + _GAP)
        lines += write_words([names.get(subject, subject)], _MARGIN, top + 9, 15, "ink")
        for index, band in enumerate(BANDS):
            lines += _draw_square(_left(index), top, row.get(band))
    return "\n".join([*lines, "</svg>"]) + "\n"


def _title(coverage: Coverage) -> str:
    return f"Which {coverage.by}s the stories show"


def _about(coverage: Coverage) -> str:
    counted = (
        "A method has no look-alikes of its own: they are those of the signs that count it."
        if coverage.by == "method"
        else "A look-alike is a message that is fine and resembles the sign, so that the two can be told apart."
    )
    return f"{counted} All stories are drafts until two people have signed them."


def _page_square(cell: Cell | None) -> str:
    said = content(count_words(cell))
    if cell is None:
        return f'<td class="not-meant">{said}</td>'
    stories = "".join(f"<li>{content(one)}</li>" for one in cell.stories)
    stories += "".join(f"<li>{content(one)} <em>look-alike</em></li>" for one in cell.lookalikes)
    return f'<td class="{warmth_of(cell)}">{said}{f"<ul>{stories}</ul>" if stories else ""}</td>'


def _page_style() -> str:
    squares = "".join(
        f".{warmth}{{background:{_PAPER[ground]};color:{_PAPER[ink]}}}" for warmth, (ground, ink) in _FILLS.items()
    )
    return (
        f"body{{margin:0;background:{_PAPER['ground']};color:{_PAPER['ink']};font:16px/1.45 {FONT}}}"
        "main{max-width:70rem;margin:0 auto;padding:2rem 1.25rem}h1{font-size:1.7rem;margin:0 0 .5rem}"
        "main>ul{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;padding:0}"
        "i{display:inline-block;width:1.1em;height:1.1em;border-radius:.3em;margin-right:.5em;vertical-align:-.15em;"
        f"border:1px solid {_PAPER['edge']}}}"
        "table{border-spacing:5px;width:100%;table-layout:fixed}th{text-align:left;font-weight:600;padding:.3rem}"
        f"small{{display:block;font-weight:400;color:{_PAPER['muted']}}}"
        "td{border-radius:.6rem;padding:.55rem .7rem;vertical-align:top}"
        "td ul{margin:.3rem 0 0;padding:0;list-style:none;font-size:.85rem}"
        f"{squares}@media print{{td{{print-color-adjust:exact;-webkit-print-color-adjust:exact}}}}"
    )


def _left(index: int) -> float:
    return _MARGIN + _NAME + index * (_SQUARE + _GAP)


def _draw_legend(x: float, y: float) -> Iterator[str]:
    """What the colours mean, in two rows."""
    for number, (warmth, words) in enumerate(WARMTH_WORDS.items()):
        left, top = x + (number % 3) * 290, y + (number // 3) * 26
        yield f'<rect x="{left:g}" y="{top:g}" width="16" height="16" rx="5" {_paint(warmth)}/>'
        yield from write_words([words], left + 24, top - 2, 14, "ink")


def _draw_square(x: float, y: float, cell: Cell | None) -> Iterator[str]:
    warmth = warmth_of(cell)
    stories = "" if cell is None else ", ".join((*cell.stories, *(f"{one} (look-alike)" for one in cell.lookalikes)))
    tip = f"<title>{content(stories)}</title>" if stories else ""
    yield f'<rect x="{x:g}" y="{y:g}" width="{_SQUARE:g}" height="{_ROW:g}" rx="9" {_paint(warmth)}>{tip}</rect>'
    yield from write_words([count_words(cell)], x + 12, y + 10, 14, _FILLS[warmth][1])


def _paint(warmth: Warmth) -> str:
    rim = ' stroke-dasharray="4 4"' if warmth == "not-meant" else ""
    return f'fill="{_PAPER[_FILLS[warmth][0]]}" stroke="{_PAPER["line"]}"{rim}'
