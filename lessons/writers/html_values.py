"""A document as the values that the template of a web page draws: levels in order, chats in sections, pictures once."""

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from game.design import PALETTES
from game.resources import picture_path
from lessons.document import (
    Block,
    Callout,
    Cards,
    Chart,
    Chat,
    ChatLine,
    Document,
    Heading,
    Picture,
    Table,
    Text,
    plain,
)
from lessons.writers.clean_text import clean

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
    level: int = TITLE_LEVEL
    """Of the last heading: a reader of headings must never find one left out."""
    callouts: int = 0

    def document(self, document: Document) -> Values:
        """All values of a document."""
        self.level = TITLE_LEVEL
        return {
            "id": document.id,
            "title": document.title if is_seen(document.title) else document.id,
            "audience": document.audience,
            "language": document.language.replace("_", "-"),
            "direction": "rtl" if document.rtl else "ltr",
            "foot": document.foot,
            "blocks": self.blocks(document.blocks),
        }

    def blocks(self, blocks: Iterable[Block]) -> list[Values]:
        """The values of blocks, each with its kind as "block"; headings without words are left out."""
        shown = (block for block in blocks if not isinstance(block, Heading) or is_seen(block.text))
        return [{"block": type(block).__name__, "given": block} | self._values(block) for block in shown]

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

    def _values(self, block: Block) -> Values:
        match block:
            case Heading():
                self.level = min(block.level + TITLE_LEVEL, self.level + 1)
                return {"level": self.level}
            case Table():
                return self._table(block)
            case Callout():
                self.callouts += 1
                return {
                    "number": self.callouts,
                    "icon": self.picture("icons/" + CALLOUT_ICONS[block.kind]),
                    "blocks": self.blocks(block.blocks),
                }
            case Chat():
                return {"sections": self._sections(block.lines)}
            case Chart():
                return {"shares": [_share(bar.value, block.largest) for bar in block.bars]}
            case Cards():
                pictures = [self.picture(card.picture) for card in block.cards]
                return {"columns": max(1, block.columns), "pictures": pictures}
            case Picture():
                picture = self.picture(block.name)
                return {"picture": picture, "view": self.view(picture)}
            case _:
                return {}

    def _table(self, table: Table) -> Values:
        columns = max(len(table.head), *(len(row) for row in table.rows), 1)
        widths = table.widths if len(table.widths) == columns else (1.0,) * columns
        whole = sum(widths) or 1.0
        return {
            "head": _filled(table.head, columns),
            "rows": [_filled(row, columns) for row in table.rows],
            "widths": [round(100 * width / whole, 2) for width in widths],
            "name": table.caption or ", ".join(plain(cell) for cell in table.head),
            "is_fixed": _has_long_word(*table.head, *(cell for row in table.rows for cell in row)),
        }

    def _sections(self, lines: Iterable[ChatLine]) -> list[Values]:
        """The stretches of a chat, each with the thread that it is part of; a name stands where the sender changes."""
        sections: list[Values] = []
        sender: tuple[str, bool] | None = None
        for line in lines:
            if line.kind == "thread":
                sections.append({"title": line.text, "picture": self.picture(line.picture), "lines": []})
                sender = None
                continue
            if not sections:
                sections.append({"title": "", "picture": "", "lines": []})
            is_sent = line.kind not in ("note", "gap")
            here = (line.name, line.kind == "friend") if is_sent else None
            icon = LINE_ICONS.get(line.kind)
            sections[-1]["lines"].append(
                {
                    "given": line,
                    "is_first": here is None or here != sender,
                    "picture": self.picture(line.picture),
                    "icon": self.picture(f"icons/{icon}") if icon else "",
                }
            )
            sender = here
        return sections


def is_seen(text: Text) -> bool:
    """Whether anything of a text can be seen."""
    return any(unicodedata.category(character)[0] not in "CZ" for character in clean(plain(text)))


def _filled(cells: tuple[Text, ...], columns: int) -> tuple[Text, ...]:
    return (*cells, *("",) * (columns - len(cells)))


def _has_long_word(*texts: Text) -> bool:
    """Whether a word could make a table wider than its page; only such tables may break words."""
    return any(len(word) > LONG_WORD for text in texts for word in plain(text).split())


def _share(value: float, largest: float) -> float:
    """The width of a bar in percent, between none and all."""
    return round(100 * min(1.0, max(0.0, value / largest if largest > 0 else 0.0)), 2)


def _symbol(drawing: str, id: str) -> str:
    """A drawing as a symbol that a page can use many times; ids inside it are made the page's own."""
    root = ET.fromstring(drawing)
    view = root.get("viewBox", "0 0 24 24")
    inner = "".join(ET.tostring(child, encoding="unicode") for child in root)
    inner = inner.replace(f' xmlns:ns0="{SVG}"', "").replace("ns0:", "")
    inner = _USE_OF_ID.sub(rf"\g<1>{id}-", inner)
    return f'<symbol id="{id}" viewBox="{view}">{inner}</symbol>'


def palette() -> Mapping[str, str]:
    """The game's colours on paper, by the names that the style sheet has for them."""
    return {name.replace("_", "-"): colour for name, colour in PALETTES["paper"].items()}
