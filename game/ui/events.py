"""What happened at the window, in dp and plain words, whatever the device."""

from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Key:
    """A key went down.

    It is called `escape`, `return`, `space`, `tab`, `backspace`, `up`, `down`, `left`, `right`, `home`, `end`,
    `page_up`, `page_down`, `f1` to `f12`, or by the character it types in lower case.
    """

    name: str
    shift: bool = False
    control: bool = False
    """Control, or Command on a Mac."""
    alt: bool = False
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class Pointer:
    """Mouse or finger. `down` and `up` are the main button's or the finger's."""

    kind: Literal["down", "move", "up"]
    x: float
    y: float
    touch: bool = False


@dataclass(frozen=True, slots=True)
class Wheel:
    """The wheel was turned, or a touchpad swiped: dp to scroll down (negative: up)."""

    x: float
    y: float
    down: float


@dataclass(frozen=True, slots=True)
class Resized:
    """The window's content area in dp."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Pad:
    """A button of a gamepad went down or up. The directions come as `Key`s: up, down, left, right."""

    button: Literal["a", "b", "x", "y", "start", "back", "left_shoulder", "right_shoulder"]
    down: bool


@dataclass(frozen=True, slots=True)
class Focused:
    """The window got or lost the keyboard."""

    has_focus: bool


@dataclass(frozen=True, slots=True)
class CloseWindow:
    """The window's own close button."""


Event: TypeAlias = Key | Pointer | Wheel | Pad | Resized | Focused | CloseWindow
