"""Surfaces that were drawn once and are kept while they are used: bounded by bytes, the longest unused go first."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

import pygame

__all__ = ["SurfaceStore"]

K = TypeVar("K", bound=Hashable)


class SurfaceStore(Generic[K]):
    """Surfaces by what they show."""

    def __init__(self, make: Callable[[K], pygame.Surface], *, limit: int) -> None:
        """Keep up to `limit` bytes of what `make` draws."""
        self._make = make
        self._limit = limit
        self._surfaces: OrderedDict[K, pygame.Surface] = OrderedDict()
        self.size = 0

    def __len__(self) -> int:
        return len(self._surfaces)

    def get(self, key: K) -> pygame.Surface:
        """The surface of a key, drawn now if it is not kept."""
        surface = self._surfaces.get(key)
        if surface is not None:
            self._surfaces.move_to_end(key)
            return surface
        surface = self._make(key)
        self._surfaces[key] = surface
        self.size += _bytes_of(surface)
        while self.size > self._limit and len(self._surfaces) > 1:
            self.size -= _bytes_of(self._surfaces.popitem(last=False)[1])
        return surface


def _bytes_of(surface: pygame.Surface) -> int:
    return surface.get_pitch() * surface.get_height()
