"""The author's part of the window: the strip and what is open over the story, drawn, pressed, scrolled and picked."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.app.gestures import Drag, Gestures, Tap
from game.content.format.diagnostics import Diagnostic
from game.studio.preview.findings import MOST_DRAWN, draw_findings, finding_name
from game.studio.preview.lists import Row, draw_list, open_names
from game.studio.preview.strip import HEIGHT, Tool, draw_strip
from game.text.layout import LayoutCache
from game.text.model import Measure
from game.ui.events import Pointer, Wheel
from game.ui.frame import Frame
from game.ui.geometry import Rect
from game.ui.intents import Direct
from game.ui.scrolling import scroll_by, show_node
from game.ui.tree import DisplayTree, Node, find, node_at

__all__ = ["Desk", "Panel", "Sheet"]

Panel: TypeAlias = Literal["", "findings", "scenes", "keys"]

_TITLES: Final = {"scenes": "Jump to a scene", "keys": "Keys of the preview"}
_FOOTS: Final = {
    "scenes": "A jump takes the shortest way there, with the story's own answers.",
    "keys": "With Shift, a key that goes through a list goes back. All other keys are the game's own.",
}
_FINDINGS_SHARE: Final = 0.56
"""The part of the window that findings take at most while there is a story to be seen above them."""
_WIDEST: Final = 1120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the desk is drawn from, beside what is open on it."""

    said: str
    version_said: str
    """Which version of the story is seen, for the findings."""
    tools: tuple[Tool, ...]
    findings: tuple[Diagnostic, ...]
    rows: tuple[Row, ...] = ()
    """Of the list that is open."""
    has_story: bool = True


class Desk:
    """Its nodes stand over the game's; a press on it never reaches the game."""

    def __init__(self, measure: Measure) -> None:
        self.open: Panel = ""
        self.chosen = 0
        """Which finding, or which row that can be taken, is picked."""
        self.size = (1280.0, 800.0)
        self.factor = 1.0
        """How much larger than usual it is drawn, to stay as it is while the game is drawn smaller."""
        self.changed = True
        self.hovered = ""
        self.sheet = Sheet(said="", version_said="", tools=(), findings=())
        self._offsets: dict[str, float] = {}
        self._gestures = Gestures()
        self._layouts = LayoutCache(measure)
        self._tree: DisplayTree | None = None
        self._to_show = ""

    def rescale(self, measure: Measure) -> None:
        """Use other widths from now on."""
        self._layouts = LayoutCache(measure)
        self.changed = True

    def resize(self, width: float, height: float, factor: float) -> None:
        """The window has so many dp now."""
        self.size, self.factor, self.changed = (width, height), factor, True

    @property
    def room(self) -> Rect:
        """What the strip leaves of the window."""
        return Rect(0, 0, self.size[0], max(1.0, self.size[1] - HEIGHT * self.factor))

    @property
    def is_list(self) -> bool:
        """Whether a list is open, which takes all keys."""
        return self.open in ("scenes", "keys")

    @property
    def focus(self) -> str:
        """The row that is picked."""
        names = open_names(self.sheet.rows) if self.is_list else ()
        return names[min(self.chosen, len(names) - 1)] if names else ""

    def show(self, panel: Panel, chosen: int = 0) -> None:
        """Open a panel, or close what is open (an empty name)."""
        self.open, self.chosen, self.changed = panel, chosen, True
        if panel != "findings":
            self._offsets.pop("author:list", None)
        self._to_show = finding_name(chosen) if panel == "findings" else "-"

    def step(self, by: int) -> None:
        """Pick another finding or row, round at the ends."""
        count = min(len(self.sheet.findings), MOST_DRAWN) if self.open == "findings" else len(self._names())
        if count:
            self.chosen = (self.chosen + by) % count
        self._to_show = finding_name(self.chosen) if self.open == "findings" else "-"
        self.changed = True

    def _names(self) -> tuple[str, ...]:
        return open_names(self.sheet.rows)

    def take(self) -> Direct | None:
        """What the picked row means."""
        row = next((row for row in self.sheet.rows if row.name == self.focus), None)
        return row.intent if row is not None else None

    # What it looks like

    def nodes(self, sheet: Sheet) -> tuple[Node, ...]:
        """The strip, and what is open over the story."""
        self.sheet = sheet
        tree = self._build()
        wanted, self._to_show = self._to_show, ""
        wanted = self.focus if wanted == "-" else wanted
        if wanted and show_node(tree, wanted, self._offsets):
            tree = self._build()
        self._tree, self.changed = tree, False
        return tree.root.children

    def _build(self) -> DisplayTree:
        sheet, room = self.sheet, self.room
        width, height = self.size
        frame = Frame(
            width=width,
            height=height,
            layouts=self._layouts,
            text_size=round(100 * self.factor),
            offsets=self._offsets,
            hovered=self.hovered,
        )
        parts = [draw_strip(frame, sheet.said, sheet.tools, width).at(0, room.height)]
        if self.open == "findings":
            gap = 10.0 * self.factor
            most = room.height * _FINDINGS_SHARE if sheet.has_story else room.height - 2 * gap
            wide = min(width - 2 * gap, _WIDEST * self.factor)
            panel = draw_findings(frame, sheet.findings, self.chosen, sheet.version_said, wide, most)
            y = room.height - gap - panel.rect.height if sheet.has_story else gap
            parts.append(panel.at((width - wide) / 2, max(gap, y)))
        elif self.open:
            parts.append(draw_list(frame, _TITLES[self.open], sheet.rows, room, foot=_FOOTS[self.open]))
        return DisplayTree(root=Node(rect=Rect(0, 0, width, height), children=tuple(parts)), title="")

    # What is done to it

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies on it, and not on the game."""
        tree = self._tree
        return tree is not None and (self.is_list or any(part.rect.holds(x, y) for part in tree.root.children))

    @property
    def is_pressed(self) -> bool:
        """Whether a press began on it that is not over yet."""
        return self._gestures.is_down

    def point(self, event: Pointer, now: float) -> Direct | None:
        """A pointer over it; what a press meant."""
        tree = self._tree
        if tree is None:
            return None
        placed = None if event.touch else node_at(tree, event.x, event.y)
        self.hover(placed.node.name if placed is not None else "")
        match self._gestures.point(tree, event, now):
            case Tap(name) if name:
                pressed = find(tree, name)
                intent = pressed.node.intent if pressed is not None else None
                return intent if isinstance(intent, Direct) else None
            case Tap() if self.is_list and not self._on_dialog(event):
                return Direct("close")
            case Drag(name, down):
                self.changed |= scroll_by(tree, self._offsets, name, down)
            case _:
                pass
        return None

    def _on_dialog(self, event: Pointer) -> bool:
        placed = find(self._tree, "author:dialog") if self._tree is not None else None
        return placed is not None and placed.rect.holds(event.x, event.y)

    def hover(self, name: str) -> None:
        """The mouse is over something of that name now."""
        if name != self.hovered:
            self.hovered, self.changed = name, True

    def wheel(self, event: Wheel) -> None:
        """The wheel was turned over it."""
        name = "author:findings_list" if self.open == "findings" else "author:list"
        self.scroll(name, event.down)

    def scroll(self, name: str, down: float) -> None:
        """Move a part of it."""
        if self._tree is not None:
            self.changed |= scroll_by(self._tree, self._offsets, name, down)
