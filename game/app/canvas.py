"""The screen as it was drawn last, and everything it was drawn from: it is drawn anew only when that is another."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal, TypeAlias

from game.app.sitting import Sitting
from game.app.world import World
from game.i18n.translator import Translator
from game.text.layout import LayoutCache
from game.text.model import Measure
from game.ui.focus import first_focus
from game.ui.frame import Frame
from game.ui.mirror import mirrored
from game.ui.scrolling import main_scroller, scroll_by, show_node
from game.ui.tree import DisplayTree, Node, find

TITLE = "Look Twice"
"""Of the window; it never tells which story is open."""

Draw: TypeAlias = Callable[[World, Sitting, Frame, float], Node]
"""What stands on the sheet at a moment, before it is mirrored for languages that are read from the right."""

_KEPT_NODES = 6000
"""Built nodes that are kept; past this the store is emptied, which costs one slow frame."""


_PAGE = 0.85
"""The part of what is seen that a page key scrolls."""


class _Inputs:
    """What something was made from: large values are the same as long as they are the same objects."""

    __slots__ = ("objects", "values")

    def __init__(self, objects: tuple[object, ...], values: tuple[object, ...]) -> None:
        self.objects, self.values = objects, values

    def are(self, other: "_Inputs | None") -> bool:
        """Whether the same would be made from the other inputs."""
        if other is None or self.values != other.values:
            return False
        return all(mine is theirs for mine, theirs in zip(self.objects, other.objects, strict=True))


class Canvas:
    """Where the game is drawn: the window's size, what is scrolled, where the focus and the mouse are, and the tree.

    All of these may be set at any time; nothing has to be told that it is out of date.
    """

    def __init__(self, measure: Measure, size: tuple[float, float], translator: Translator) -> None:
        self.measure = measure
        self.size = size
        self.translator = translator
        self.focus = ""
        self.focus_visible = False
        self.hovered = ""
        """The node under the mouse."""
        self.to_show = ""
        """A node that the next tree has in sight, whatever has the focus."""
        self.offsets: dict[str, float] = {}
        self._screen = ""
        self._ground: _Inputs | None = None
        self._layouts = LayoutCache(measure, rtl=translator.rtl)
        self._laid_out_for = _Inputs((measure, translator), ())
        self._kept: dict[object, Any] = {}
        self._tree: DisplayTree | None = None
        self._drawn_from: _Inputs | None = None

    def frame(self, sitting: Sitting) -> Frame:
        """The sheet for the present window and settings, with what was built before for the same."""
        settings, playing = sitting.settings, sitting.playing
        spoken = _Inputs((self.measure, self.translator), ())
        if not spoken.are(self._laid_out_for):
            self._layouts = LayoutCache(self.measure, rtl=self.translator.rtl)
            self._laid_out_for = spoken
        told = playing.scenario if playing is not None else None
        ground = _Inputs((self._layouts, told), (self.size, settings.text_size, settings.motion))
        if not ground.are(self._ground) or len(self._kept) > _KEPT_NODES:
            self._kept, self._ground = {}, ground
        return Frame(
            width=self.size[0],
            height=self.size[1],
            layouts=self._layouts,
            translator=self.translator,
            text_size=settings.text_size,
            motion=settings.motion,
            letter_keys=settings.letter_keys,
            offsets=self.offsets,
            hovered=self.hovered,
            kept=self._kept,
        )

    def draw(self, world: World, sitting: Sitting, now: float, draw: Draw) -> DisplayTree:
        """The screen; the same object as long as it shows the same."""
        if sitting.language != self.translator.language:
            self.translator = world.languages.translator(sitting.language)
        inputs = self._inputs(world, sitting, now, draw)
        if self._tree is not None and inputs.are(self._drawn_from):
            return self._tree
        tree = self._build(world, sitting, now, draw)
        wanted, self.to_show = self.to_show or (self.focus if self.focus_visible else ""), ""
        if show_node(tree, wanted, self.offsets):
            tree = self._build(world, sitting, now, draw)
        # Building may have moved the focus, and bringing something in sight what is scrolled.
        self._drawn_from = self._inputs(world, sitting, now, draw)
        if tree != self._tree:
            self._tree = tree
        return self._tree

    def _inputs(self, world: World, sitting: Sitting, now: float, draw: Draw) -> _Inputs:
        """Whatever changes what is drawn has to be here."""
        place = (self.size, self.focus, self.focus_visible, self.hovered, self.to_show, tuple(self.offsets.items()))
        values = (sitting.seen_of_time(now), draw, *place)
        return _Inputs((world, sitting, self.measure, self.translator), values)

    def _build(self, world: World, sitting: Sitting, now: float, draw: Draw) -> DisplayTree:
        frame = self.frame(sitting)
        root = draw(world, sitting, frame, now)
        if frame.rtl:
            root = mirrored(root, self._kept)
        tree = DisplayTree(
            root=root,
            title=TITLE,
            focus=self.focus,
            focus_visible=self.focus_visible,
            language=self.translator.language,
            rtl=self.translator.rtl,
        )
        if sitting.screen_name != self._screen or find(tree, self.focus) is None:
            self._screen = sitting.screen_name
            self.focus = first_focus(tree)
            tree = replace(tree, focus=self.focus)
        return tree

    def scroll(self, tree: DisplayTree, name: str, down: float) -> bool:
        """Move a scrolling part of the tree by so many dp; whether anything moved."""
        return scroll_by(tree, self.offsets, name, down)

    def scroll_main(self, tree: DisplayTree, down: float) -> None:
        """Move the largest part that scrolls by so many dp."""
        placed = main_scroller(tree)
        if placed is not None:
            self.scroll(tree, placed.node.name, down)

    def scroll_page(self, tree: DisplayTree, key: Literal["page_up", "page_down", "home", "end"]) -> None:
        """Move the largest part that scrolls by a page, or to one of its ends."""
        placed = main_scroller(tree)
        if placed is None or placed.node.scroll is None:
            return
        page, far = placed.rect.height * _PAGE, placed.node.scroll.content
        down = {"page_up": -page, "page_down": page, "home": -far, "end": far}[key]
        self.scroll(tree, placed.node.name, down)

    def forget_scrolled(self, *names: str) -> None:
        """These parts stand where they stand by themselves again."""
        for name in names:
            self.offsets.pop(name, None)

    def follow_threads(self) -> None:
        """A chat that goes on shows its end."""
        self.forget_scrolled(*[name for name in self.offsets if name.startswith("thread:")])
