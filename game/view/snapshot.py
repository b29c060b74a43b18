"""Pictures of a display tree without a window: for shots, the README and golden tests."""

from pathlib import Path

import pygame

from game.design import Theme
from game.errors import LookTwiceError
from game.ui.tree import DisplayTree
from game.view.painter import Painter

__all__ = ["new_surface", "render", "save_png"]


def new_surface(size: tuple[int, int]) -> pygame.Surface:
    """A surface of `size` pixels as a window's own is; needs no display."""
    return pygame.Surface(size, 0, 32)


def render(
    tree: DisplayTree, theme: Theme, size: tuple[int, int], scale: float = 1.0, *, painter: Painter | None = None
) -> pygame.Surface:
    """Paint a tree on a new surface of `size` pixels; needs no display. `painter`, of the same scale, saves time."""
    surface = new_surface(size)
    (painter or Painter(scale)).paint(tree, theme, surface)
    return surface


def save_png(surface: pygame.Surface, path: Path) -> None:
    """Write a surface to a PNG file, making its folder. Raises LookTwiceError where that is not possible."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(surface, path, "png")
    except (OSError, pygame.error) as error:
        raise LookTwiceError(
            "The picture cannot be written", where=path, hint=f"Choose another folder to write to ({error})."
        ) from error
