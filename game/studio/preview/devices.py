"""The screens that a preview can show a story on: the window, a phone, a tablet, a laptop, a projector."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from game.design import room_factor
from game.studio.preview.strip import HEIGHT

__all__ = ["DEVICES", "TEXT_STEPS", "WINDOW", "Device", "following", "window_size"]

_Value = TypeVar("_Value")
_FINEST: Final = 32
"""A zoom comes in parts of this, so that dragging the window's edge does not measure every text anew at each step."""
_SMALLEST: Final = 0.25
_LEAST_WIDTH: Final = 480
"""Of a window, in dp: what the strip needs."""

TEXT_STEPS: Final = (100, 125, 150, 200)
"""Percent, as the game's menu offers them."""


@dataclass(frozen=True, slots=True)
class Device:
    """A screen of so many pixels; None is whatever room the window has."""

    name: str
    pixels: tuple[int, int] | None = None

    @property
    def size(self) -> tuple[float, float] | None:
        """What the game lays its screens out for there, in dp: large screens are read from further away."""
        if self.pixels is None:
            return None
        factor = room_factor(*self.pixels)
        return self.pixels[0] / factor, self.pixels[1] / factor

    def zoom(self, width: float, height: float) -> float:
        """How much smaller it has to be drawn in a window of so many dp for all of it to be seen; 1 where it fits."""
        if self.size is None:
            return 1.0
        share = min(width / self.size[0], (height - HEIGHT) / self.size[1], 1.0)
        return max(_SMALLEST, int(share * _FINEST) / _FINEST)


WINDOW: Final = Device("window")
DEVICES: Final = (
    WINDOW,
    Device("phone", (360, 640)),
    Device("tablet", (768, 1024)),
    Device("laptop", (1280, 800)),
    Device("projector", (1920, 1080)),
)


def window_size(device: Device) -> tuple[int, int] | None:
    """How large a window opens for a device, in dp, with the strip under it; None: as large as the game's own."""
    if device.pixels is None:
        return None
    return max(device.pixels[0], _LEAST_WIDTH), device.pixels[1] + round(HEIGHT)


def following(values: Sequence[_Value], now: _Value, *, back: bool = False) -> _Value:
    """The value after this one, or before it, round at the ends; the first where it is none of them."""
    if now not in values:
        return values[0]
    return values[(values.index(now) + (-1 if back else 1)) % len(values)]
