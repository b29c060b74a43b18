"""Gamepads: found while the game runs, read by the names SDL knows their buttons by; directions come as arrow keys."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

import pygame

from game.ui.events import Event, Key, Pad

if TYPE_CHECKING:
    from pygame._sdl2.controller import Controller

__all__ = ["Gamepads", "PadReader"]

DEAD_ZONE: Final = 0.5
"""How far a stick leans, of its whole way, before it means a direction."""
_LET_GO: Final = 0.4
"""How far back a stick must come to mean nothing: less than the dead zone, so that a shaking hand does not flutter."""
_STEADY: Final = 1.5
"""How many times further a stick must lean another way for that to take over."""
FIRST_REPEAT: Final = 0.4
NEXT_REPEAT: Final = 0.12
"""Seconds until a direction that is held comes again, and from then on."""
_WHOLE_WAY: Final = 32767

_BUTTONS: Final[Mapping[int, Pad]] = {
    pygame.CONTROLLER_BUTTON_A: Pad("a", True),
    pygame.CONTROLLER_BUTTON_B: Pad("b", True),
    pygame.CONTROLLER_BUTTON_X: Pad("x", True),
    pygame.CONTROLLER_BUTTON_Y: Pad("y", True),
    pygame.CONTROLLER_BUTTON_START: Pad("start", True),
    pygame.CONTROLLER_BUTTON_BACK: Pad("back", True),
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: Pad("left_shoulder", True),
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: Pad("right_shoulder", True),
}
_CROSS: Final[Mapping[int, str]] = {
    pygame.CONTROLLER_BUTTON_DPAD_UP: "up",
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: "down",
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: "left",
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: "right",
}
_AXES: Final = {pygame.CONTROLLER_AXIS_LEFTX: 0, pygame.CONTROLLER_AXIS_LEFTY: 1}
_STICK: Final = -1

_Source: TypeAlias = tuple[int, int]
"""Which pad, and which of its buttons (or the stick)."""

# A pygame built without this subsystem has no module, or one that answers with NotImplementedError.
_MISSING: Final = (pygame.error, ImportError, NotImplementedError, OSError)


class PadReader:
    """Reads the events of all pads together; remembers what is held, for repeats and for pads that are pulled out."""

    def __init__(self) -> None:
        self._down: dict[_Source, Pad] = {}
        self._held: dict[_Source, str] = {}
        self._sticks: dict[int, tuple[float, float]] = {}
        self._next: float | None = None

    @property
    def holding(self) -> bool:
        """Whether a direction is held, so that it will come again."""
        return bool(self._held)

    def read(self, event: pygame.Event, now: float) -> tuple[Event, ...]:
        """What an event at a moment (seconds of a steady clock) means for the game."""
        match event.type:
            case pygame.CONTROLLERBUTTONDOWN:
                return self._press((event.instance_id, event.button), now)
            case pygame.CONTROLLERBUTTONUP:
                return self._release((event.instance_id, event.button), now)
            case pygame.CONTROLLERAXISMOTION if event.axis in _AXES:
                return self._lean(event.instance_id, _AXES[event.axis], event.value / _WHOLE_WAY, now)
            case pygame.CONTROLLERDEVICEREMOVED:
                self._sticks.pop(event.instance_id, None)
                return self._let_go(event.instance_id, now)
            case pygame.WINDOWFOCUSLOST:
                self._sticks.clear()
                return self._let_go(None, now)
        return ()

    def repeat(self, now: float) -> Key | None:
        """The direction that is held, whenever it is time for it to come again."""
        if self._next is None or now < self._next:
            return None
        self._next = max(self._next + NEXT_REPEAT, now)
        return Key(list(self._held.values())[-1], repeat=True)

    def _press(self, source: _Source, now: float) -> tuple[Event, ...]:
        direction, pad = _CROSS.get(source[1]), _BUTTONS.get(source[1])
        if direction is not None and source not in self._held:
            return self._hold(source, direction, now)
        if pad is not None and source not in self._down:
            self._down[source] = pad
            return (pad,)
        return ()

    def _release(self, source: _Source, now: float) -> tuple[Event, ...]:
        self._drop(source, now)
        pad = self._down.pop(source, None)
        return () if pad is None else (replace(pad, down=False),)

    def _lean(self, number: int, axis: int, value: float, now: float) -> tuple[Event, ...]:
        x, y = self._sticks.get(number, (0.0, 0.0))
        x, y = (value, y) if axis == 0 else (x, value)
        self._sticks[number] = (x, y)
        source = (number, _STICK)
        before = self._held.get(source)
        after = _direction_of(x, y, before)
        if after == before:
            return ()
        self._drop(source, now)
        return () if after is None else self._hold(source, after, now)

    def _hold(self, source: _Source, direction: str, now: float) -> tuple[Event, ...]:
        self._held[source] = direction
        self._next = now + FIRST_REPEAT
        return (Key(direction),)

    def _drop(self, source: _Source, now: float) -> None:
        if self._held.pop(source, None) is not None:
            self._next = now + FIRST_REPEAT if self._held else None

    def _let_go(self, number: int | None, now: float) -> tuple[Event, ...]:
        """Let go of all that is held on one pad, or on every one: what was down comes up."""
        sources = [source for source in (*self._held, *self._down) if number in (None, source[0])]
        return tuple(event for source in sources for event in self._release(source, now))


class Gamepads:
    """The pads that are plugged in. Nothing in here ever raises: a game without a gamepad is a whole game.

    SDL's game controllers, not its joysticks: only they have the same names for the buttons of every pad, and leave
    out what is no gamepad (some keyboards and tablets call themselves joysticks).
    """

    def __init__(self) -> None:
        self.opened = False
        self._works = False
        self._pads: list[Controller] = []
        self._reader = PadReader()

    @property
    def holding(self) -> bool:
        """Whether a direction is held, so that it will come again."""
        return self._reader.holding

    def open(self) -> None:
        """Look for pads from now on; those that are plugged in come with the next events. To be called once.

        The events of joysticks must not be blocked to save work: SDL makes those of controllers from them.
        """
        self.opened = True
        try:
            from pygame._sdl2 import controller

            controller.init()
            self._works = True
        except _MISSING:
            return

    def read(self, event: pygame.Event, now: float) -> tuple[Event, ...]:
        """What an event at a moment means for the game; pads are taken up and let go of on the way."""
        if not self._works:
            return ()
        if event.type == pygame.CONTROLLERDEVICEADDED:
            self._take_up(event.device_index)
        meanings = self._reader.read(event, now)
        if event.type == pygame.CONTROLLERDEVICEREMOVED:
            self._pads = [pad for pad in self._pads if pad.attached()]
        return meanings

    def repeat(self, now: float) -> Key | None:
        """The direction that is held, whenever it is time for it to come again."""
        return self._reader.repeat(now)

    def close(self) -> None:
        """Let go of all pads."""
        self._pads.clear()
        if self._works:
            self._works = False
            from pygame._sdl2 import controller

            controller.quit()

    def _take_up(self, index: int) -> None:
        from pygame._sdl2.controller import Controller

        try:
            self._pads.append(Controller(index))
        except _MISSING:
            # It was pulled out again before its turn came.
            return


def _direction_of(x: float, y: float, before: str | None) -> str | None:
    ways = {"left": -x, "right": x, "up": -y, "down": y}
    furthest = max(ways, key=lambda way: ways[way])
    if before is not None and ways[before] >= _LET_GO and ways[before] * _STEADY >= ways[furthest]:
        return before
    return furthest if ways[furthest] >= DEAD_ZONE else None
