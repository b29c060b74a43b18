"""What the painter puts where."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.design import PALETTES, THEMES, Colour
from game.ui.geometry import Corners, Rect
from game.ui.tree import Box, DisplayTree, Dots, Node, Picture, Scroll
from game.view.fonts import PygameMeasure
from game.view.painter import Painter
from game.view.shapes import Rgb, rgb_of
from game.view.snapshot import render, save_png

PAPER = {name: rgb_of(value) for name, value in PALETTES["paper"].items()}
SIZE = (200, 120)


def paint(*nodes: Node, focus: str = "", scale: float = 1.0, size: tuple[int, int] = SIZE) -> pygame.Surface:
    root = Node(rect=Rect(0, 0, size[0] / scale, size[1] / scale), children=nodes)
    tree = DisplayTree(root=root, title="Look Twice", focus=focus, focus_visible=bool(focus))
    return render(tree, "paper", size, scale)


def box(x: float, y: float, width: float, height: float, fill: Colour | None = "teal", **more: Any) -> Node:
    return Node(rect=Rect(x, y, width, height), box=Box(fill) if fill else None, **more)


def colour_at(surface: pygame.Surface, x: int, y: int) -> Rgb:
    red, green, blue, _ = surface.get_at((x, y))
    return red, green, blue


def extent(surface: pygame.Surface, colour: Colour) -> pygame.Rect:
    """The smallest rectangle around all pixels of a colour."""
    mask = pygame.mask.from_threshold(surface, PAPER[colour], (1, 1, 1, 255))
    rects = mask.get_bounding_rects()
    return rects[0].unionall(rects[1:]) if rects else pygame.Rect(0, 0, 0, 0)


@pytest.mark.parametrize("theme", THEMES)
def test_the_ground_is_painted_first(theme: Any) -> None:
    tree = DisplayTree(root=Node(rect=Rect(0, 0, 9, 9)), title="Look Twice")
    assert colour_at(render(tree, theme, (9, 9)), 4, 4) == rgb_of(PALETTES[theme]["ground"])


def test_a_childs_place_is_counted_from_its_parent_and_its_scroll_offset() -> None:
    child = box(10, 40, 30, 20)
    parent = box(20, 10, 100, 60, None, children=(child,), scroll=Scroll(15, 200), clip=True)
    assert extent(paint(parent), "teal") == pygame.Rect(30, 35, 30, 20)


def test_what_is_clipped_is_not_seen_outside() -> None:
    parent = box(20, 10, 50, 40, None, children=(box(-10, -10, 100, 100),), clip=True)
    assert extent(paint(parent), "teal") == pygame.Rect(20, 10, 50, 40)


def test_children_may_stick_out_of_a_parent_that_does_not_clip() -> None:
    parent = box(20, 50, 50, 20, "soft", children=(box(40, -10, 20, 20),))
    assert extent(paint(parent), "teal") == pygame.Rect(60, 40, 20, 20)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_an_edge_on_the_parents_edge_stays_on_it(scale: float) -> None:
    parent = box(10.3, 10.7, 61.5, 33.3, "coral", children=(box(0, 0, 61.5, 33.3),))
    surface = paint(parent, scale=scale)
    assert extent(surface, "coral").size == (0, 0)


def test_what_is_in_a_bubble_never_shifts_within_it() -> None:
    places = set()
    for step in range(20):
        bubble = box(10 + step * 0.1, 10 + step * 0.35, 60, 40, "soft", children=(box(7.4, 5.3, 20, 20),))
        surface = paint(bubble)
        inner, outer = extent(surface, "teal"), extent(surface, "soft")
        places.add((inner.x - outer.x, inner.y - outer.y, inner.size))
    assert len(places) == 1


def test_a_scale_makes_everything_larger() -> None:
    assert extent(paint(box(10, 10, 30, 20), scale=2.0), "teal") == pygame.Rect(20, 20, 60, 40)


def test_opacity_mixes_with_what_lies_under_it() -> None:
    for node in (box(10, 10, 50, 50, opacity=0.5), box(10, 10, 50, 50, opacity=0.5, children=(box(0, 0, 50, 50),))):
        pixel = colour_at(paint(node), 30, 30)
        halves = [(a + b) / 2 for a, b in zip(PAPER["teal"], PAPER["ground"], strict=True)]
        assert all(abs(is_ - should) <= 2 for is_, should in zip(pixel, halves, strict=True))
    assert extent(paint(box(10, 10, 50, 50, opacity=0.0)), "ground").size == SIZE


def test_the_focus_ring_goes_around_the_node_with_a_line_inside_it() -> None:
    surface = paint(box(50, 40, 60, 40, name="here"), box(115, 40, 60, 40, "soft"), focus="here")
    row = [colour_at(surface, x, 60) for x in range(40, 52)]
    assert row[3:8] == [PAPER["sun"]] * 5
    assert row[8:10] == [PAPER["ink"]] * 2
    assert row[2] == PAPER["ground"]
    assert row[10] == PAPER["teal"]
    assert colour_at(surface, 116, 60) == PAPER["sun"], "neighbours do not cover it"


def test_without_focus_there_is_no_ring() -> None:
    root = Node(rect=Rect(0, 0, *SIZE), children=(box(50, 40, 60, 40, name="here"),))
    tree = DisplayTree(root=root, title="Look Twice", focus="here", focus_visible=False)
    assert extent(render(tree, "paper", SIZE), "sun").size == (0, 0)


def test_the_ring_of_a_scrolled_node_ends_a_little_outside_of_the_scroll_area() -> None:
    log = box(20, 40, 100, 40, None, children=(box(0, 30, 100, 60, name="here"),), scroll=Scroll(0, 100), clip=True)
    surface = paint(log, focus="here")
    assert extent(surface, "sun") == pygame.Rect(13, 63, 114, 24)


def test_a_thumb_shows_how_far_one_has_scrolled() -> None:
    def thumb(offset: float, *, rtl: bool = False) -> pygame.Rect:
        log = box(0, 0, 100, 100, None, scroll=Scroll(offset, 400), clip=True)
        root = Node(rect=Rect(0, 0, *SIZE), children=(log,))
        tree = DisplayTree(root=root, title="Look Twice", rtl=rtl)
        surface = render(tree, "paper", SIZE)
        mask = pygame.mask.from_threshold(surface, PAPER["ground"], (1, 1, 1, 255))
        mask.invert()
        return mask.get_bounding_rects()[0]

    assert thumb(0).top < thumb(150).top < thumb(300).top
    assert thumb(300).bottom <= 100
    assert thumb(0).right <= 100
    assert thumb(0, rtl=True).left < 20


def test_content_that_fits_has_no_thumb() -> None:
    surface = paint(box(0, 0, 100, 100, None, scroll=Scroll(0, 100), clip=True))
    assert extent(surface, "ground").size == SIZE


def test_typing_dots_go_up_one_after_the_other() -> None:
    def tops(phase: float) -> list[int]:
        surface = paint(box(0, 0, 78, 46, "them", dots=Dots(phase)), size=(78, 46))
        mask = pygame.mask.from_threshold(surface, PAPER["them"], (1, 1, 1, 255))
        mask.invert()
        return [rect.top for rect in sorted(mask.get_bounding_rects(), key=lambda rect: rect.left)]

    resting = tops(-1)
    assert len(resting) == 3
    assert len(set(resting)) == 1
    for dot in range(3):
        up = tops((dot + 0.5) / 3)
        assert up[dot] < resting[dot]
        assert min(up) == up[dot]


def test_text_is_drawn_in_its_colour_and_in_the_middle_of_its_line(chat: Any) -> None:
    surface = paint(chat.text("HH", "title", 40, 200).at(10, 10))
    ink = extent(surface, "ink")
    line = round(40 * 1.22)
    assert abs((ink.top - 10) - (10 + line - ink.bottom)) <= 1
    assert 10 <= ink.left <= 16


def test_pictures_fill_their_node_and_icons_take_a_tint() -> None:
    surface = paint(Node(rect=Rect(10, 10, 48, 48), picture=Picture("icons/back", "coral")))
    assert extent(surface, "coral").height > 20
    assert extent(surface, "ink").size == (0, 0)


def test_a_disc_has_no_corners() -> None:
    surface = paint(Node(rect=Rect(10, 10, 60, 60), picture=Picture("avatars/fox", disc=True)))
    assert colour_at(surface, 11, 11) == PAPER["ground"]
    assert colour_at(surface, 40, 11) != PAPER["ground"]


def test_what_is_out_of_sight_is_not_drawn(chat: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    painter = Painter(measure=chat.measure)
    surface = pygame.Surface((1280, 800), 0, 32)
    painter.paint(chat.screen(count=400), "paper", surface)
    assert len(painter._texts) < 40


@pytest.mark.parametrize("size", [(1, 1), (200, 200), (360, 640), (1280, 800)])
@pytest.mark.parametrize("scale", [0.5, 1.0, 1.75, 3.0])
def test_any_size_and_scale_can_be_painted(
    size: tuple[int, int], scale: float, build_chat: Callable[[PygameMeasure], Any]
) -> None:
    measure = PygameMeasure(scale)
    tree = build_chat(measure).screen(
        max(1, size[0] / scale), max(1, size[1] / scale), count=12, scroll=33.3, phase=0.4
    )
    assert render(tree, "night", size, scale).get_size() == size


def test_the_same_tree_gives_the_same_pixels(chat: Any) -> None:
    painter = Painter(measure=chat.measure)
    tree = chat.screen(count=6, phase=0.3)
    first = render(tree, "paper", (1280, 800), painter=painter)
    render(chat.screen(count=12, scroll=200), "night", (1280, 800), painter=painter)
    again = render(tree, "paper", (1280, 800), painter=painter)
    assert pygame.image.tobytes(first, "RGB") == pygame.image.tobytes(again, "RGB")


def test_a_box_with_square_and_round_corners_keeps_both() -> None:
    node = Node(rect=Rect(0, 0, 60, 60), box=Box("teal", Corners(20, 0, 0, 0)))
    surface = paint(node)
    assert colour_at(surface, 0, 0) == PAPER["ground"]
    assert [colour_at(surface, x, y) for x, y in ((59, 0), (59, 59), (0, 59))] == [PAPER["teal"]] * 3


def test_a_picture_is_written_to_a_new_folder(tmp_path: Path) -> None:
    save_png(pygame.Surface((4, 4)), tmp_path / "new" / "shot.png")
    assert pygame.image.load(tmp_path / "new" / "shot.png").get_size() == (4, 4)


def test_a_picture_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Exception, match="cannot be written"):
        save_png(pygame.Surface((4, 4)), tmp_path / "file" / "shot.png")


def test_pictures_that_point_are_seen_in_a_mirror_where_text_runs_to_the_left() -> None:
    def drawn(name: str, rtl: bool) -> pygame.Surface:
        node = Node(rect=Rect(0, 0, 48, 48), picture=Picture(name, "ink"))
        surface = pygame.Surface((48, 48))
        Painter().paint(DisplayTree(root=node, title="", rtl=rtl), "paper", surface)
        return surface

    def pixels(surface: pygame.Surface) -> bytes:
        return pygame.image.tobytes(surface, "RGB")

    flipped = pygame.transform.flip(drawn("icons/back", False), True, False)
    assert pixels(drawn("icons/back", True)) == pixels(flipped) != pixels(drawn("icons/back", False))
    assert pixels(drawn("icons/help", True)) == pixels(drawn("icons/help", False))
