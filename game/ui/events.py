"""What happened at the window, in dp and plain words, whatever the device."""

from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from game.design import Theme
from game.ui.tree import DisplayTree


@dataclass(frozen=True, slots=True)
class Key:
    """A key went down: `escape`, `return`, `space`, `tab`, `backspace`, `up`, `down`, `left`, `right`, `home`, `end`,
    `page_up`, `page_down`, `f1` to `f12`, or the character it types in lower case.
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


class Stage(Protocol):
    """What a window shows and drives. The desktop, the preview, the shots and the tests are drivers of one object."""

    @property
    def closing(self) -> bool:
        """Whether the window shall close."""
        ...

    @property
    def theme(self) -> Theme:
        """The palette to paint with."""
        ...

    def handle(self, event: Event) -> None:
        """Take one event."""
        ...

    def tick(self, now: float) -> float | None:
        """Let time pass up to `now` (seconds of a steady clock); the moment at which something is due next, or None.

        A moment that is not after `now` means: call again with the next frame.
        """
        ...

    def draw(self) -> DisplayTree:
        """What is on the screen; the same object as long as nothing changed."""
        ...

    def after_first_frame(self) -> bool:
        """Do a small piece of work that had to wait for the first frame; whether there is more of it."""
        ...
