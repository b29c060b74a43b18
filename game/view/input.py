"""From pygame's events to the game's own: keys by what they type, pointers in dp, one finger at a time."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.ui.events import CloseWindow, Event, Focused, Key, Pointer, Wheel

__all__ = ["InputReader", "PointerSpace"]

NOTCH: Final = 48.0
"""How far (dp) one notch of a wheel scrolls."""

_NAMES: Final = {
    pygame.K_ESCAPE: "escape",
    pygame.K_AC_BACK: "escape",
    pygame.K_RETURN: "return",
    pygame.K_KP_ENTER: "return",
    pygame.K_SPACE: "space",
    pygame.K_TAB: "tab",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PAGEUP: "page_up",
    pygame.K_PAGEDOWN: "page_down",
    **{getattr(pygame, f"K_F{number}"): f"f{number}" for number in range(1, 13)},
}
_MAIN_BUTTON: Final = 1


@dataclass(frozen=True, slots=True)
class PointerSpace:
    """How the window's own units, in which a mouse is placed, become dp; and the window's size in dp, for fingers."""

    unit: float
    width: float
    height: float


class InputReader:
    """Reads one pygame event after the other; remembers which keys are down and which finger leads."""

    def __init__(self) -> None:
        self._down: set[int] = set()
        self._pressing = False
        self._finger: int | None = None

    def read(self, event: pygame.Event, space: PointerSpace) -> Event | None:
        """What an event means for the game, or None where it means nothing."""
        match event.type:
            case pygame.KEYDOWN:
                return self._read_key(event)
            case pygame.KEYUP:
                self._down.discard(event.key)
            case pygame.MOUSEBUTTONDOWN | pygame.MOUSEBUTTONUP | pygame.MOUSEMOTION:
                return self._read_mouse(event, space)
            case pygame.WINDOWLEAVE:
                # A press goes on outside: it ends where the button comes up.
                return None if self._pressing else Pointer("move", -1, -1)
            case pygame.FINGERDOWN | pygame.FINGERMOTION | pygame.FINGERUP:
                return self._read_finger(event, space)
            case pygame.MOUSEWHEEL:
                return _read_wheel(event, space)
            case pygame.WINDOWFOCUSGAINED:
                return Focused(True)
            case pygame.WINDOWFOCUSLOST:
                self._down.clear()
                self._finger = None
                self._pressing = False
                return Focused(False)
            case pygame.QUIT | pygame.WINDOWCLOSE:
                return CloseWindow()
        return None

    def _read_key(self, event: pygame.Event) -> Key | None:
        repeat = event.key in self._down
        self._down.add(event.key)
        name = _NAMES.get(event.key) or _typed_character(event)
        if not name:
            return None
        mod = getattr(event, "mod", 0)
        return Key(
            name,
            shift=bool(mod & pygame.KMOD_SHIFT),
            control=bool(mod & (pygame.KMOD_CTRL | pygame.KMOD_META)),
            alt=bool(mod & pygame.KMOD_ALT),
            repeat=repeat,
        )

    def _read_mouse(self, event: pygame.Event, space: PointerSpace) -> Pointer | None:
        if getattr(event, "touch", False):
            return None
        x, y = event.pos[0] * space.unit, event.pos[1] * space.unit
        if event.type == pygame.MOUSEMOTION:
            return Pointer("move", x, y)
        if event.button != _MAIN_BUTTON:
            return None
        self._pressing = event.type == pygame.MOUSEBUTTONDOWN
        return Pointer("down" if self._pressing else "up", x, y)

    def _read_finger(self, event: pygame.Event, space: PointerSpace) -> Pointer | None:
        x, y = event.x * space.width, event.y * space.height
        if event.type == pygame.FINGERDOWN:
            if self._finger is not None:
                return None
            self._finger = event.finger_id
            return Pointer("down", x, y, touch=True)
        if event.finger_id != self._finger:
            return None
        if event.type == pygame.FINGERUP:
            self._finger = None
            return Pointer("up", x, y, touch=True)
        return Pointer("move", x, y, touch=True)


def _typed_character(event: pygame.Event) -> str:
    """The character that a key types, in lower case; with Control held, the one it would type without."""
    typed: str = getattr(event, "unicode", "")
    if typed and typed.isprintable() and not typed.isspace():
        return typed.lower()
    return chr(event.key) if 33 <= event.key <= 126 else ""


def _read_wheel(event: pygame.Event, space: PointerSpace) -> Wheel | None:
    if getattr(event, "touch", False):
        return None
    up = getattr(event, "precise_y", None)
    up = float(event.y) if up is None else up
    if not up:
        return None
    x, y = getattr(event, "pos", None) or pygame.mouse.get_pos()
    return Wheel(x * space.unit, y * space.unit, -up * NOTCH)
