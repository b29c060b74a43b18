"""The window: opens it on whatever desktop there is, and knows how many pixels a dp has there."""

import os
import sys
from collections.abc import Mapping
from typing import Final

import pygame

from game.design import room_factor
from game.errors import LookTwiceError
from game.resources import picture_path
from game.view.input import PointerSpace

__all__ = ["GameWindow", "choose_size", "open_window", "read_scale", "refuse_unseen", "system_languages"]

WANTED: Final = (1280, 800)
LEAST: Final = (200, 200)
"""In dp: what every screen can still be used in."""
_SHARE: Final = 0.9
"""The part of the desktop that a new window takes at most."""
_SCALES: Final = (0.5, 4.0)
_DEFAULTS: Final = {
    # A window that is drawn only on change is best served by a plain surface: a quarter of the memory of a GL one.
    "SDL_FRAMEBUFFER_ACCELERATION": "0",
    "SDL_WINDOWS_DPI_AWARENESS": "permonitorv2",
    "SDL_VIDEO_ALLOW_SCREENSAVER": "1",
    "SDL_APP_NAME": "Look Twice",
    "SDL_VIDEO_X11_WMCLASS": "looktwice",
}


class GameWindow:
    """An open window, its surface and its scale."""

    def __init__(self, window: pygame.Window, *, scale: float | None = None) -> None:
        """Take over a pygame window; `scale` (pixels per dp) overrides what the desktop says.

        Large windows get more pixels per dp than the desktop asks for (`game.design.room_factor`).
        """
        self._window = window
        self._fixed_scale = scale
        self.surface = window.get_surface()
        self.base_scale = 1.0
        self.scale = 1.0
        self.zoom = 1.0
        """How large everything is drawn, beside what the desktop and the room ask for."""
        self.full_screen = False
        self._windowed_size = (0.0, 0.0)
        self._pointing = False
        self.refresh()

    @property
    def own_size(self) -> tuple[float, float]:
        """The content area in the desktop's own dp, whatever room there is."""
        return self.surface.get_width() / self.base_scale, self.surface.get_height() / self.base_scale

    @property
    def windowed_size(self) -> tuple[float, float]:
        """The size to remember: the window's own, or the one it had before it filled the screen."""
        return self._windowed_size if self.full_screen else self.own_size

    @property
    def size(self) -> tuple[float, float]:
        """The content area in dp."""
        return self.surface.get_width() / self.scale, self.surface.get_height() / self.scale

    @property
    def room(self) -> tuple[float, float]:
        """The content area in the dp that it would have without a zoom."""
        width, height = self.size
        return width * self.zoom, height * self.zoom

    def zoom_to(self, zoom: float) -> bool:
        """Draw everything so much larger or smaller, if it is not so already; whether anything changed."""
        if zoom == self.zoom:
            return False
        self.zoom = zoom
        return True

    @property
    def space(self) -> PointerSpace:
        """How pointers are placed in it."""
        unit = self.surface.get_width() / max(1, self._window.size[0]) / self.scale
        return PointerSpace(unit, *self.size)

    @property
    def title(self) -> str:
        """What stands in the title bar."""
        return self._window.title

    @title.setter
    def title(self, title: str) -> None:
        if title != self._window.title:
            self._window.title = title

    def least_size(self, desktop: tuple[int, int]) -> tuple[int, int]:
        """LEAST in the desktop's units, where there is room for it."""
        units = self.base_scale * self._window.size[0] / max(1, self.surface.get_width())
        width, height = (min(round(least * units), there) for least, there in zip(LEAST, desktop, strict=True))
        return max(1, width), max(1, height)

    def refresh(self) -> None:
        """Look at the surface and the scale again, after the window was resized or moved to another screen."""
        self.surface = self._window.get_surface()
        if self._fixed_scale is not None:
            self.base_scale = self._fixed_scale
        else:
            self.base_scale = _clamp(_find_scale(self._window, self.surface))
        width, height = self.own_size
        self.scale = self.base_scale * room_factor(width, height) * self.zoom

    def fill_screen(self, full: bool) -> bool:
        """Fill the screen, or be a window again, if it is not so already; whether anything changed.

        Where the desktop refuses, the window stays as it is and is not asked again for the same.
        """
        if full == self.full_screen:
            return False
        size = self.own_size
        try:
            if full:
                self._window.set_fullscreen(desktop=True)
            else:
                self._window.set_windowed()
        except pygame.error:
            pass
        self._windowed_size = size if full else self._windowed_size
        self.full_screen = full
        return True

    def point(self, pointing: bool) -> None:
        """Show the mouse as a hand, or as an arrow again."""
        if pointing == self._pointing:
            return
        self._pointing = pointing
        try:
            pygame.mouse.set_cursor(pygame.SYSTEM_CURSOR_HAND if pointing else pygame.SYSTEM_CURSOR_ARROW)
        except pygame.error:
            # Some screens have no cursors of their own; the one that is there will do.
            return

    def flip(self) -> None:
        """Show what was painted on the surface."""
        self._window.flip()

    def close(self) -> None:
        """Close the window and let go of the screen."""
        self._window.destroy()
        pygame.display.quit()


def open_window(title: str, *, icon: str | None = None, size: tuple[int, int] | None = None) -> GameWindow:
    """Open a window of the remembered `size` (dp) where it fits the desktop, else of a size that suits it.

    The environment's LOOKTWICE_SCALE sets the pixels per dp. Raises LookTwiceError where there is no screen.
    """
    for name, value in _DEFAULTS.items():
        os.environ.setdefault(name, value)
    scale = read_scale(os.environ)
    try:
        pygame.display.init()
        refuse_unseen(os.environ)
        desktop = pygame.display.get_desktop_sizes()[0]
        pixels = choose_size(desktop, size, scale or 1.0)
        window = pygame.Window(title, pixels, resizable=True, allow_high_dpi=True, hidden=True)
        _set_icon(window, icon)
        opened = GameWindow(window, scale=scale)
        if sys.platform == "win32" and opened.base_scale != (scale or 1.0):
            window.size = choose_size(desktop, size, opened.base_scale)
            opened.refresh()
        window.minimum_size = opened.least_size(desktop)
        window.show()
    except (pygame.error, IndexError) as error:
        raise LookTwiceError(
            "The game found no screen to open its window on",
            where=str(error),
            hint="Start it from a desktop with a screen; over a remote connection, a desktop has to be shared first.",
        ) from error
    return opened


def choose_size(
    desktop: tuple[int, int], remembered: tuple[int, int] | None = None, scale: float = 1.0
) -> tuple[int, int]:
    """A size in the desktop's units: the remembered one (dp) where it fits, else as wanted or as there is room."""
    if remembered is not None:
        width, height = round(remembered[0] * scale), round(remembered[1] * scale)
        if LEAST[0] <= width <= desktop[0] and LEAST[1] <= height <= desktop[1]:
            return width, height
    width, height = (
        max(least, min(round(wanted * scale), int(there * _SHARE)))
        for least, wanted, there in zip(LEAST, WANTED, desktop, strict=True)
    )
    return width, height


def read_scale(environment: Mapping[str, str]) -> float | None:
    """Pixels per dp that LOOKTWICE_SCALE asks for, held within sense; None where it says nothing useful."""
    try:
        scale = float(environment.get("LOOKTWICE_SCALE", ""))
    except ValueError:
        return None
    return _clamp(scale) if scale > 0 else None


def refuse_unseen(environment: Mapping[str, str]) -> None:
    """Raise pygame.error where SDL found no screen and quietly draws to nowhere, which nobody asked for."""
    if pygame.display.get_driver() == "offscreen" and not environment.get("SDL_VIDEODRIVER"):
        pygame.display.quit()
        raise pygame.error("no display")


def _clamp(scale: float) -> float:
    return min(max(scale, _SCALES[0]), _SCALES[1])


def _find_scale(window: pygame.Window, surface: pygame.Surface) -> float:
    """What the desktop says: Windows counts dots per inch; Macs and Wayland give a window more pixels than units."""
    if sys.platform == "win32":
        return _windows_dpi(window) / 96
    return surface.get_width() / max(1, window.size[0])


def _windows_dpi(window: pygame.Window) -> float:
    import ctypes

    handle = getattr(window, "handle", None)
    user32 = getattr(getattr(ctypes, "windll", None), "user32", None)
    if user32 is None or not isinstance(handle, int) or not hasattr(user32, "GetDpiForWindow"):
        return 96.0
    return float(user32.GetDpiForWindow(ctypes.c_void_p(handle))) or 96.0


def _set_icon(window: pygame.Window, icon: str | None) -> None:
    try:
        path = picture_path(icon) if icon else None
        if path is not None:
            window.set_icon(pygame.image.load_sized_svg(path, (64, 64)))
    except (pygame.error, OSError, LookTwiceError):
        # A window without its icon is a small loss; the game opens all the same.
        return


def system_languages() -> tuple[str, ...]:
    """The languages the system is set to, best first, as "es_MX" or "fr"; none where it does not tell."""
    found = pygame.system.get_pref_locales()
    return tuple("_".join(filter(None, (each["language"], each["country"]))) for each in found)
