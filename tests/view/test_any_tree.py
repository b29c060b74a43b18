"""Whatever a screen builds, the painter survives it, and keeps inside what clips."""

import pygame
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.design import COLOURS, THEMES, Theme
from game.text.layout import lay_out
from game.text.model import TextStyle
from game.ui.geometry import Corners, Rect
from game.ui.tree import Box, DisplayTree, Dots, Node, Picture, Scroll
from game.view.fonts import PygameMeasure
from game.view.painter import Painter

MEASURE = PygameMeasure(1.0)
STYLE = TextStyle("text", 19.0, 26.0)
SIZE = (160, 120)

numbers = st.floats(-300, 1500, width=32)
lengths = st.one_of(st.just(0.0), st.floats(0, 1200, width=32), st.integers(0, 200).map(float))
colours = st.sampled_from(COLOURS)
boxes = st.builds(
    Box,
    st.one_of(st.none(), colours),
    st.builds(Corners, *[st.sampled_from([0.0, 6.0, 22.0, 999.0])] * 4),
    st.one_of(st.none(), colours),
    st.sampled_from([0.5, 2.0, 3.0, 40.0]),
)


def nodes(children: st.SearchStrategy[tuple[Node, ...]]) -> st.SearchStrategy[Node]:
    return st.builds(
        Node,
        rect=st.builds(Rect, numbers, numbers, lengths, lengths),
        name=st.sampled_from(["", "here"]),
        box=st.one_of(st.none(), boxes),
        picture=st.one_of(
            st.none(), st.builds(Picture, st.sampled_from(["avatars/fox", "../x", ""]), st.none(), st.booleans())
        ),
        text=st.one_of(st.none(), st.text(max_size=40).map(lambda text: lay_out(text, STYLE, 120, MEASURE))),
        colour=colours,
        children=children,
        clip=st.booleans(),
        scroll=st.one_of(st.none(), st.builds(Scroll, numbers, lengths)),
        dots=st.one_of(st.none(), st.builds(Dots, st.floats(-1, 1))),
        opacity=st.sampled_from([1.0, 1.0, 0.5, 0.0]),
    )


trees = st.recursive(nodes(st.just(())), lambda inner: nodes(st.lists(inner, max_size=3).map(tuple)), max_leaves=6)


def paint(root: Node, theme: Theme = "paper") -> pygame.Surface:
    surface = pygame.Surface(SIZE, 0, 32)
    tree = DisplayTree(root=root, title="Look Twice", focus="here", focus_visible=True)
    Painter(1.0, measure=MEASURE).paint(tree, theme, surface)
    return surface


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(trees, st.sampled_from(THEMES))
def test_any_tree_can_be_painted(root: Node, theme: Theme) -> None:
    assert paint(root, theme).get_size() == SIZE


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(trees)
def test_nothing_is_painted_outside_of_what_clips(inner: Node) -> None:
    area = Node(rect=Rect(40, 30, 80, 60), children=(inner,), clip=True)
    surface = paint(Node(rect=Rect(0, 0, *SIZE), children=(area,)))
    ring = 7
    surface.fill((0, 0, 0), (40 - ring, 30 - ring, 80 + 2 * ring, 60 + 2 * ring))
    mask = pygame.mask.from_threshold(surface, (0xFB, 0xF6, 0xEC), (1, 1, 1, 255))
    mask.draw(pygame.mask.Mask((80 + 2 * ring, 60 + 2 * ring), fill=True), (40 - ring, 30 - ring))
    assert mask.count() == SIZE[0] * SIZE[1]
