"""Drawn pictures (SVG) at pixel sizes: tinted, cut to discs, and a quiet stand-in where one is missing or broken."""

import io
from collections.abc import Callable
from typing import Final, NamedTuple

import pygame

from game.errors import LookTwiceError
from game.resources import picture_path
from game.view.fonts import PygameMeasure
from game.view.shapes import Rgb
from game.view.store import SurfaceStore
from game.view.svg import find_svg_fault

__all__ = ["POINTING_PICTURES", "PictureKey", "PictureStore"]

POINTING_PICTURES: Final = frozenset(
    f"icons/{name}" for name in ("back", "arrow_left", "arrow_right", "undo", "replay", "exit", "speaker", "no_sound")
)
"""Pictures that point onwards or backwards; readers from right to left see them in a mirror."""

_BYTES_KEPT: Final = 8 * 1024 * 1024
"""At one pixel per dp; more where pixels are smaller."""
_LARGEST: Final = 2048
"""Pixels of a side; a larger picture is drawn in this size, in the middle of its place."""
_TELLING: Final = 8
"""Pixels of a side from which on a picture that shows nothing is an empty one."""


class PictureKey(NamedTuple):
    """A picture as it is drawn: its name, pixel size, tint, whether cut to a disc, the colours of a stand-in."""

    name: str
    width: int
    height: int
    tint: Rgb | None
    disc: bool
    stand_in: tuple[Rgb, Rgb]
    flipped: bool = False
    """Whether left and right are changed."""


class PictureStore:
    """Draws pictures and keeps them. `report` hears once of each picture that cannot be drawn."""

    def __init__(self, measure: PygameMeasure, report: Callable[[str], None] | None = None) -> None:
        self._measure = measure
        self._report = report
        self._reported: set[str] = set()
        self._surfaces: SurfaceStore[PictureKey] = SurfaceStore(
            self._draw, limit=round(_BYTES_KEPT * max(1.0, measure.scale))
        )

    def get(self, key: PictureKey) -> pygame.Surface:
        """The picture, centred in a surface of the asked size with a clear ground; a stand-in if it cannot be drawn."""
        return self._surfaces.get(key)

    def _draw(self, key: PictureKey) -> pygame.Surface:
        key = key._replace(width=min(key.width, _LARGEST), height=min(key.height, _LARGEST))
        surface = pygame.Surface((key.width, key.height), pygame.SRCALPHA, 32)
        drawn = self._load(key)
        if drawn is None:
            self._draw_stand_in(surface, key)
            return surface
        if key.flipped:
            drawn = pygame.transform.flip(drawn, True, False)
        surface.blit(drawn, ((key.width - drawn.get_width()) // 2, (key.height - drawn.get_height()) // 2))
        return _cut_to_disc(surface) if key.disc else surface

    def _load(self, key: PictureKey) -> pygame.Surface | None:
        try:
            path = picture_path(key.name)
            if path is None:
                self._refuse(key.name, "there is no such picture")
                return None
            source = path.read_bytes()
            fault = find_svg_fault(source)
            if fault:
                self._refuse(key.name, fault)
                return None
            if key.tint is not None:
                source = source.replace(b"#000000", b"#%02X%02X%02X" % key.tint)
            drawn = pygame.image.load_sized_svg(io.BytesIO(source), (key.width, key.height))
            if min(key.width, key.height) < _TELLING or drawn.get_bounding_rect().size != (0, 0):
                return drawn
            self._refuse(key.name, "it shows nothing")
            return None
        except (pygame.error, OSError, ValueError, LookTwiceError) as error:
            self._refuse(key.name, str(error))
            return None

    def _refuse(self, name: str, reason: str) -> None:
        if name not in self._reported:
            self._reported.add(name)
            if self._report is not None:
                self._report(f"The picture {name} cannot be drawn: {reason}")

    def _draw_stand_in(self, surface: pygame.Surface, key: PictureKey) -> None:
        ground, ink = key.stand_in
        side = min(key.width, key.height)
        surface.fill((*ground, 0))
        pygame.draw.aacircle(surface, ground, (key.width / 2, key.height / 2), side / 2)
        letter = key.name.rsplit("/", 1)[-1][:1].upper()
        if not letter.isprintable() or side < 6:
            return
        lettering = self._measure.lettering("title", side // 2)
        glyph = lettering.draw(letter, ink)
        top = round((key.height + lettering.capitals) / 2) - lettering.rise
        surface.blit(glyph, ((key.width - glyph.get_width()) // 2, top))


def _cut_to_disc(surface: pygame.Surface) -> pygame.Surface:
    width, height = surface.get_size()
    large = pygame.Surface((width * 4, height * 4), pygame.SRCALPHA, 32)
    large.fill((255, 255, 255, 0))
    pygame.draw.circle(large, (255, 255, 255, 255), (width * 2, height * 2), min(width, height) * 2)
    mask = pygame.transform.smoothscale(large, (width, height))
    surface.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return surface
