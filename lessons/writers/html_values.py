"""A prepared document as the values that the template of a web page draws, every picture once."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from game.design import PALETTES
from game.resources import picture_path
from lessons.document import Cards, Heading, Picture, Text, plain
from lessons.prepared import (
    ChatSection,
    PreparedBlock,
    PreparedCallout,
    PreparedChart,
    PreparedChat,
    PreparedDocument,
    PreparedLine,
    PreparedTable,
    block_name,
)

Values: TypeAlias = dict[str, Any]

SVG = "http://www.w3.org/2000/svg"
CALLOUT_ICONS: Mapping[str, str] = {"say": "tell", "care": "hand", "help": "help", "note": "gate", "draft": "loupe"}
LINE_ICONS: Mapping[str, str] = {"hidden": "spoiler_tile", "call": "phone"}
TITLE_LEVEL = 2
"""Of a document's title: the file's own title stands above it."""
LONG_WORD = 24

_VIEW = re.compile(r'viewBox="([^"]*)"')
_USE_OF_ID = re.compile(r'(\bid="|url\(#|href="#)')


@dataclass(slots=True)
class PageValues:
    """Collects the values of the documents of one file; every picture is drawn once, and used by its id."""

    pictures: dict[str, str] = field(default_factory=dict)
    """The drawings that are used, by the ids under which the page has them."""
    callouts: int = 0

    def document(self, document: PreparedDocument) -> Values:
        """All values of a document."""
        return {
            "id": document.id,
            "title": document.title,
            "audience": document.audience,
            "language": document.language.replace("_", "-"),
            "direction": "rtl" if document.rtl else "ltr",
            "foot": document.foot,
            "blocks": self.blocks(document.blocks),
        }

    def blocks(self, blocks: Iterable[PreparedBlock]) -> list[Values]:
        """The values of blocks, each with its kind as "block"."""
        return [{"block": block_name(block), "given": block} | self._values(block) for block in blocks]

    def picture(self, name: str) -> str:
        """The id of a picture on the page; an empty string where there is no such picture."""
        path = picture_path(name) if name else None
        if path is None:
            return ""
        id = "picture-" + name.replace("/", "-")
        if id not in self.pictures:
            drawing = path.read_text(encoding="utf-8")
            if name.startswith("icons/"):
                drawing = drawing.replace("#000000", "currentColor")
            self.pictures[id] = _symbol(drawing, id)
        return id

    def view(self, id: str) -> str:
        """The view box of a picture of the page; an empty string where there is none."""
        found = _VIEW.search(self.pictures.get(id, ""))
        return found[1] if found else ""

    def _values(self, block: PreparedBlock) -> Values:
        match block:
            case Heading():
                return {"level": block.level + TITLE_LEVEL}
            case PreparedTable():
                return self._table(block)
            case PreparedCallout():
                self.callouts += 1
                return {
                    "number": self.callouts,
                    "icon": self.picture("icons/" + CALLOUT_ICONS[block.kind]),
                    "blocks": self.blocks(block.blocks),
                }
            case PreparedChat():
                return {"sections": [self._section(section) for section in block.sections]}
            case PreparedChart():
                return {"shares": [round(100 * bar.share, 2) for bar in block.bars]}
            case Cards():
                pictures = [self.picture(card.picture) for card in block.cards]
                return {"columns": block.columns, "pictures": pictures}
            case Picture():
                picture = self.picture(block.name)
                return {"picture": picture, "view": self.view(picture)}
            case _:
                return {}

    def _table(self, table: PreparedTable) -> Values:
        return {
            "widths": [round(100 * share, 2) for share in table.shares],
            "name": table.caption or ", ".join(plain(cell) for cell in table.head),
            "is_fixed": _has_long_word(*table.head, *(cell for row in table.rows for cell in row)),
        }

    def _section(self, section: ChatSection) -> Values:
        thread = section.thread
        return {
            "title": thread.text if thread is not None else "",
            "picture": self.picture(thread.picture) if thread is not None else "",
            "lines": [self._line(each) for each in section.lines],
        }

    def _line(self, each: PreparedLine) -> Values:
        icon = LINE_ICONS.get(each.line.kind)
        return {
            "given": each.line,
            "is_first": each.is_first,
            "picture": self.picture(each.line.picture),
            "icon": self.picture(f"icons/{icon}") if icon else "",
        }


def _has_long_word(*texts: Text) -> bool:
    """Whether a word could make a table wider than its page; only such tables may break words."""
    return any(len(word) > LONG_WORD for text in texts for word in plain(text).split())


def _symbol(drawing: str, id: str) -> str:
    """A drawing as a symbol that a page can use many times; ids inside it are made the page's own."""
    root = ET.fromstring(drawing)  # noqa: S314 - a drawing of the game's own
    view = root.get("viewBox", "0 0 24 24")
    inner = "".join(ET.tostring(child, encoding="unicode") for child in root)
    inner = inner.replace(f' xmlns:ns0="{SVG}"', "").replace("ns0:", "")
    inner = _USE_OF_ID.sub(rf"\g<1>{id}-", inner)
    return f'<symbol id="{id}" viewBox="{view}">{inner}</symbol>'


def palette() -> Mapping[str, str]:
    """The game's colours on paper, by the names that the style sheet has for them."""
    return {name.replace("_", "-"): colour for name, colour in PALETTES["paper"].items()}
