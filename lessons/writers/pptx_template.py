"""The look of all slides, set once in their master: colours, letters, where title, text and foot stand."""

import re
from typing import Any, Final

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation
from pptx.util import Pt

from game.design import PALETTES
from lessons.prepared import PreparedDeck
from lessons.writers.office_file import AUTHOR, MADE_ON
from lessons.writers.office_text import language_tag

COLOURS: Final = PALETTES["paper"]
FACE: Final = "Arial"
"""Files of this kind bring no fonts: this one is on nearly every machine, and writes Arabic too."""
WIDTH, HEIGHT = 960.0, 540.0
"""Of a slide, in points (16:9)."""
MARGIN: Final = 52.0
TITLE_BOX: Final = (MARGIN, 26.0, WIDTH - 2 * MARGIN, 80.0)
BODY_BOX: Final = (MARGIN, 118.0, WIDTH - 2 * MARGIN, 374.0)
"""Left, top, width and height in points, on slides that run from left to right."""
FOOT_BOX: Final = (MARGIN, 505.0, WIDTH - 2 * MARGIN - 90, 24.0)
NUMBER_BOX: Final = (WIDTH - MARGIN - 80, 505.0, 80.0, 24.0)
COVER_TITLE_BOX: Final = (MARGIN + 20, 90.0, WIDTH - 2 * MARGIN - 40, 150.0)
COVER_BODY_BOX: Final = (MARGIN + 20, 256.0, WIDTH - 2 * MARGIN - 40, 230.0)
TITLE_POINTS: Final = 36
BODY_POINTS: Final = 32
COVER, TEXT, FREE = 0, 1, 2
"""The layouts: the first slide, title and text, title and what is drawn below it."""
_KEPT = {"Title Slide": "Cover", "Title and Content": "Title and text", "Title Only": "Title only"}
_THEME_COLOURS = {
    "dk1": "ink",
    "lt1": "raised",
    "dk2": "teal",
    "lt2": "ground",
    "accent1": "teal",
    "accent2": "coral",
    "accent3": "sun",
    "accent4": "soft_teal",
    "accent5": "soft_coral",
    "accent6": "soft_sun",
    "hlink": "teal",
    "folHlink": "muted",
}


def new_presentation(deck: PreparedDeck) -> Presentation:
    """An empty presentation with our own master and three layouts, mirrored where the deck runs from right to left."""
    presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for layout in list(presentation.slide_layouts):
        if layout.name not in _KEPT:
            presentation.slide_layouts.remove(layout)
    master = presentation.slide_master
    _set_theme(master)
    _set_master(master, deck)
    for layout in presentation.slide_layouts:
        layout.name = _KEPT[layout.name]
        _set_places(layout, deck, inherit=layout.name != "Cover")
    core = presentation.core_properties
    core.title, core.language = deck.title[:255], language_tag(deck.language)
    core.author = core.last_modified_by = AUTHOR
    core.created = core.modified = MADE_ON.replace(tzinfo=None)
    _forget_thumbnail(presentation)
    return presentation


def place(shape: Any, box: tuple[float, float, float, float], *, rtl: bool) -> None:
    """Put a shape into a box of points; on slides from right to left it stands at the mirrored place."""
    x, y, width, height = box
    shape.left, shape.top = Pt(WIDTH - x - width if rtl else x), Pt(y)
    shape.width, shape.height = Pt(width), Pt(height)


def hexa(colour: str) -> str:
    """A colour as office files write it."""
    return colour.removeprefix("#")


def rgb(colour: str) -> RGBColor:
    """A colour as the library wants it."""
    red, green, blue = bytes.fromhex(hexa(colour))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]


def _set_theme(master: Any) -> None:
    for relation in master.part.rels.values():
        if relation.reltype.endswith("/theme"):
            theme = relation.target_part.blob.decode("utf-8")
            colours = "".join(
                f'<a:{name}><a:srgbClr val="{hexa(COLOURS[key])}"/></a:{name}>'  # type: ignore[index]
                for name, key in _THEME_COLOURS.items()
            )
            theme = re.sub(r"(<a:clrScheme[^>]*>).*?(</a:clrScheme>)", rf"\g<1>{colours}\g<2>", theme, flags=re.DOTALL)
            faces = f'<a:latin typeface="{FACE}"/><a:ea typeface=""/><a:cs typeface="{FACE}"/>'
            for font in ("majorFont", "minorFont"):
                theme = re.sub(rf"<a:{font}>.*?</a:{font}>", f"<a:{font}>{faces}</a:{font}>", theme, flags=re.DOTALL)
            theme = re.sub(r'name="Office( Theme)?"', f'name="{AUTHOR}"', theme)
            relation.target_part._blob = theme.encode("utf-8")


def _set_master(master: Any, deck: PreparedDeck) -> None:
    ground = parse_xml(
        f'<p:bg {nsdecls("p", "a")}><p:bgPr><a:solidFill><a:schemeClr val="bg2"/></a:solidFill><a:effectLst/></p:bgPr>'
        "</p:bg>"
    )
    data = master._element.cSld
    for old in data.findall(qn("p:bg")):
        data.remove(old)
    data.insert(0, ground)
    _set_places(master, deck, inherit=False)
    data.spTree.insert(2, _bar(rtl=deck.rtl))
    styles = master._element.find(qn("p:txStyles"))
    for name, points, colour, bold in (
        ("titleStyle", TITLE_POINTS, "tx2", "1"),
        ("bodyStyle", BODY_POINTS, "tx1", "0"),
    ):
        for level in styles.find(qn(f"p:{name}")):
            level.set("algn", "r" if deck.rtl else "l")
            level.set("rtl", "1" if deck.rtl else "0")
            letters = level.find(qn("a:defRPr"))
            letters.set("sz", str(points * 100))
            letters.set("b", bold)
            fill = letters.find(qn("a:solidFill"))
            fill[0].set("val", colour)


def _bar(*, rtl: bool) -> Any:
    """The coloured edge at the start side."""
    left = round((WIDTH - 16 if rtl else 0) * 12700)
    return parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="90" name="Edge" descr=""/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="0"/>'
        f'<a:ext cx="{16 * 12700}" cy="{round(HEIGHT * 12700)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"
    )


def _set_places(holder: Any, deck: PreparedDeck, *, inherit: bool) -> None:
    """Where the placeholders of a master or layout stand; a layout that inherits leaves that to its master."""
    is_cover = holder.name == "Cover"
    for shape in list(holder.placeholders):
        kind = shape.placeholder_format.type
        if kind == PP_PLACEHOLDER.DATE:
            shape._element.getparent().remove(shape._element)
            continue
        properties = shape._element.spPr
        for old in properties.findall(qn("a:xfrm")):
            properties.remove(old)
        body = shape._element.txBody.find(qn("a:bodyPr"))
        for old in list(body):
            body.remove(old)
        styles = shape._element.txBody.find(qn("a:lstStyle"))
        if kind in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
            place(shape, FOOT_BOX if kind == PP_PLACEHOLDER.FOOTER else NUMBER_BOX, rtl=deck.rtl)
            _set_small(styles, at_start=kind == PP_PLACEHOLDER.FOOTER, rtl=deck.rtl)
            body.set("anchor", "ctr")
        elif kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
            if not inherit:
                place(shape, COVER_TITLE_BOX if is_cover else TITLE_BOX, rtl=deck.rtl)
            body.set("anchor", "b" if is_cover else "ctr")
        else:
            if not inherit:
                place(shape, COVER_BODY_BOX if is_cover else BODY_BOX, rtl=deck.rtl)
            body.set("anchor", "t")
            if is_cover:
                for child in list(styles):
                    styles.remove(child)
        for side in ("lIns", "tIns", "rIns", "bIns"):
            body.set(side, "0")


def _set_small(styles: Any, *, at_start: bool, rtl: bool) -> None:
    for child in list(styles):
        styles.remove(child)
    align = "l" if at_start != rtl else "r"
    styles.append(
        parse_xml(
            f'<a:lvl1pPr {nsdecls("a")} algn="{align}" rtl="{int(rtl)}"><a:defRPr sz="1200"><a:solidFill>'
            f'<a:srgbClr val="{hexa(COLOURS["muted"])}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
        )
    )


def _forget_thumbnail(presentation: Presentation) -> None:
    package = presentation.part.package
    for key in [key for key, relation in package._rels.items() if relation.reltype.endswith("/metadata/thumbnail")]:
        package._rels.pop(key)
