"""A chat by hand: a tree with everything that a painter must know how to draw."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from game.app.app import App
from game.app.opening import Opening
from game.design import room_factor
from game.studio.tour import Tour
from game.text.layout import lay_out
from game.text.model import Align, Face, Measure, TextStyle
from game.ui.geometry import Corners, Rect
from game.ui.intents import GoOn
from game.ui.tree import Box, DisplayTree, Dots, Node, Picture, Scroll
from game.view.fonts import PygameMeasure

LINES = (
    "I'll give you the gold sail. It costs real money. Pay me back with a favour.",
    "Just do not tell your mum. She would not get it.",
    "Grown-ups spoil everything.",
    "It costs real money, Ångström, jolly quick gift!",
)


class ChatBuilder:
    """Builds the tree of a chat for a window of a size."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure

    def text(self, words: str, face: Face, size: float, width: float, align: Align = "start", **more: object) -> Node:
        style = TextStyle(face, size, round(size * (1.22 if face == "title" else 1.36)))
        layout = lay_out(words, style, width, self.measure, align=align)
        own = layout.width if align == "start" else width
        return Node(rect=Rect(0, 0, own, layout.height), role="text", label=words, text=layout).replaced(**more)

    def button(self, words: str, width: float, height: float, box: Box, **more: object) -> Node:
        label = self.text(words, "title", 18, width, "centre", colour=more.pop("colour", "ink"))
        inner = label.at(0, (height - label.rect.height) / 2)
        node = Node(
            rect=Rect(0, 0, width, height), role="button", label=words, box=box, children=(inner,), intent=GoOn()
        )
        return node.replaced(**more)

    def bubble(self, words: str, width: float, box: Box, **more: object) -> Node:
        label = self.text(words, "text", 19, width - 32, colour=more.pop("colour", "ink")).at(16, 10)
        rect = Rect(0, 0, label.rect.width + 32, label.rect.height + 20)
        return Node(rect=rect, role="message", label=words, box=box, children=(label,)).replaced(**more)

    def phone(self, width: float, height: float, count: int, scroll: float, phase: float) -> Node:
        inner: list[Node] = []
        y = 16.0
        gap = self.text("That evening", "text", 16.5, width)
        pill = Node(
            rect=Rect(0, 0, gap.rect.width + 28, 30), box=Box("soft", Corners.all(12)), children=(gap.at(14, 4),)
        )
        inner.append(pill.at((width - pill.rect.width) / 2, y))
        y += 46
        for index in range(count):
            words = LINES[index % len(LINES)]
            corners = Corners(22, 22, 22, 6)
            if index % 3 == 2:
                bubble = self.bubble(words, width * 0.7, Box("teal", Corners(22, 22, 6, 22)), colour="on_teal")
                inner.append(bubble.at(width - bubble.rect.width - 20, y))
            else:
                marked = index % 4 == 0
                box = Box("soft", corners, "edge", 3) if marked else Box("them", corners)
                bubble = self.bubble(words, width * 0.7, box, name=f"message:{index}")
                inner.append(bubble.at(76, y))
                if marked:
                    tag = self.button("not OK", 68, 22, Box("edge", Corners.all(999)), colour="ground", intent=None)
                    inner.append(tag.at(76 + bubble.rect.width - 88, y - 10))
                face = Picture("avatars/rocket" if index % 2 else "avatars/nobody", disc=True)
                inner.append(Node(rect=Rect(20, y + bubble.rect.height - 44, 44, 44), role="image", picture=face))
            y += bubble.rect.height + 12
        dots = Node(rect=Rect(76, y, 78, 46), box=Box("them", Corners(22, 22, 22, 6)), dots=Dots(phase))
        inner.append(dots.replaced(opacity=0.6))
        content = y + 62
        header = Node(rect=Rect(3, 3, width - 6, 60), box=Box("soft_teal", Corners(31, 31, 0, 0)))
        log = Node(
            rect=Rect(3, 63, width - 6, height - 100),
            role="log",
            name="log",
            children=tuple(inner),
            clip=True,
            scroll=Scroll(scroll, content),
        )
        box = Box("raised", Corners.all(34), "ink", 3)
        return Node(rect=Rect(0, 0, width, height), box=box, children=(header, log), name="phone")

    def screen(
        self,
        width: float = 1280,
        height: float = 800,
        *,
        count: int = 5,
        scroll: float = 0.0,
        phase: float = -1.0,
        focus: str = "option:1",
        pictures: bool = True,
    ) -> DisplayTree:
        wide = width >= 900
        title = self.text("Free skins", "title", 25, 400).at(24, 16)
        line = Node(rect=Rect(0, 62, width, 2), box=Box("line"))
        exits = self.button("Quick exit", 140, 44, Box(None, Corners.all(999), "edge"), name="exit").at(width - 164, 9)
        helps = self.button("Help", 84, 44, Box("teal", Corners.all(999)), colour="on_teal", name="help").at(
            width - 262, 9
        )
        children = [title, line, helps, exits]
        children.append(
            self.phone(640 if wide else width - 20, height - 110, count, scroll, phase).at(40 if wide else 10, 86)
        )
        if wide:
            card = Node(rect=Rect(716, 86, 524, 86), box=Box("soft_sun", Corners.all(26)))
            heading = self.text("What could Sam do now?", "title", 21, 480).at(20, 16)
            small = self.text("Sam did well to say no. Kai pushes on.", "text", 18, 480, colour="muted").at(20, 46)
            children.append(card.replaced(children=(heading, small)))
            for index, words in enumerate(("Wait a while", "Stop answering", "Take the sail")):
                box = Box("raised", Corners.all(18), "teal")
                option = self.button(words, 524, 54, box, name=f"option:{index + 1}", role="option")
                children.append(option.at(716, 190 + index * 72))
            icon = Node(rect=Rect(1196, 420, 24, 24), picture=Picture("icons/back", "coral"))
            sign = Node(rect=Rect(746, 440, 64, 64), picture=Picture("signs/gift"))
            children += [icon, sign]
        root = Node(rect=Rect(0, 0, width, height), children=tuple(children))
        root = root if pictures else without_pictures(root)
        return DisplayTree(root=root, title="Look Twice", focus=focus, focus_visible=bool(focus))


def without_pictures(node: Node) -> Node:
    """The same tree with none of the pictures that artists may change at any time."""
    return node.replaced(picture=None, children=tuple(without_pictures(child) for child in node.children))


@pytest.fixture
def build_chat() -> Callable[[Measure], ChatBuilder]:
    """The builder of hand-made chats."""
    return ChatBuilder


@pytest.fixture
def chat() -> ChatBuilder:
    """A builder that measures at scale 1."""
    return ChatBuilder(PygameMeasure(1.0))


class StoryWalk:
    """A walk through a whole story in a window of `size` pixels; the desktop asks for `scale` pixels per dp."""

    def __init__(self, home: Path, size: tuple[int, int], scale: float = 1.0, **settings: object) -> None:
        opening = Opening(home, today=date(2026, 1, 1))
        opening.settings = replace(opening.settings, **settings)  # type: ignore[arg-type]
        opening.find_story("paper-kite")
        self.scale = scale * room_factor(size[0] / scale, size[1] / scale)
        self.measure = PygameMeasure(self.scale)
        self.width, self.height = size[0] / self.scale, size[1] / self.scale
        self.app: App = opening.app(self.measure, random=Random(1))
        self.app.resize(self.width, self.height)

    def screens(self) -> Iterator[tuple[str, DisplayTree]]:
        """Every screen in turn, by the name of its stop without its number."""
        for stop in Tour(self.app, "paper-kite").stops():
            yield stop.screen.split("-", 1)[1], self.app.draw()


@pytest.fixture
def walk_story(tmp_path: Path) -> Callable[..., StoryWalk]:
    """`walk_story((360, 640), 2.0, theme="night")`: a walk through a story."""
    return lambda size, scale=1.0, **settings: StoryWalk(tmp_path, size, scale, **settings)


@pytest.fixture(scope="module", autouse=True)
def _stories(before_the_test_shelf: None) -> None:
    """No word of a story of the game is in the way of what is tested here."""
