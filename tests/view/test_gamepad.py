"""Gamepads: buttons by their names, directions as arrow keys that repeat, and pads that come and go."""

import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.ui.events import Event, Focused, Key, Pad
from game.view.gamepad import FIRST_REPEAT, NEXT_REPEAT, Gamepads, PadReader
from game.view.loop import BUSY_RATE, Loop
from game.view.stage import Stage
from game.view.window import open_window

LEFT_X, LEFT_Y = pygame.CONTROLLER_AXIS_LEFTX, pygame.CONTROLLER_AXIS_LEFTY
UP, RIGHT = pygame.CONTROLLER_BUTTON_DPAD_UP, pygame.CONTROLLER_BUTTON_DPAD_RIGHT


def press(button: int, pad: int = 0) -> pygame.Event:
    return pygame.Event(pygame.CONTROLLERBUTTONDOWN, instance_id=pad, button=button)


def let_go(button: int, pad: int = 0) -> pygame.Event:
    return pygame.Event(pygame.CONTROLLERBUTTONUP, instance_id=pad, button=button)


def lean(axis: int, part: float, pad: int = 0) -> pygame.Event:
    return pygame.Event(pygame.CONTROLLERAXISMOTION, instance_id=pad, axis=axis, value=round(part * 32767))


def unplug(pad: int = 0) -> pygame.Event:
    return pygame.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=pad)


def read(reader: PadReader, *events: pygame.Event) -> list[Event]:
    """What events that come at the same moment, 10 s, mean."""
    return [meaning for event in events for meaning in reader.read(event, 10.0)]


class TestButtons:
    @pytest.mark.parametrize("name", ["a", "b", "x", "y", "start", "back"])
    def test_a_button_goes_down_and_comes_up_under_its_name(self, name: Any) -> None:
        code = getattr(pygame, f"CONTROLLER_BUTTON_{name.upper()}")
        assert read(PadReader(), press(code), let_go(code)) == [Pad(name, True), Pad(name, False)]

    def test_the_shoulders_have_names_and_the_rest_means_nothing(self) -> None:
        left, right = pygame.CONTROLLER_BUTTON_LEFTSHOULDER, pygame.CONTROLLER_BUTTON_RIGHTSHOULDER
        guide = pygame.CONTROLLER_BUTTON_GUIDE
        assert read(PadReader(), press(left), press(right), press(guide), let_go(guide)) == [
            Pad("left_shoulder", True),
            Pad("right_shoulder", True),
        ]

    def test_what_is_already_down_does_not_go_down_again(self) -> None:
        back = pygame.CONTROLLER_BUTTON_BACK
        assert read(PadReader(), press(back), press(back), let_go(back), let_go(back)) == [
            Pad("back", True),
            Pad("back", False),
        ]

    @pytest.mark.parametrize("end", [unplug(), pygame.Event(pygame.WINDOWFOCUSLOST)])
    def test_nothing_stays_down_on_a_pad_that_is_gone(self, end: pygame.Event) -> None:
        reader = PadReader()
        read(reader, press(pygame.CONTROLLER_BUTTON_BACK), press(UP), lean(LEFT_X, 1))
        assert read(reader, end) == [Pad("back", False)]
        assert not reader.holding
        assert reader.repeat(99) is None

    def test_one_pad_that_is_gone_leaves_the_other_alone(self) -> None:
        reader = PadReader()
        read(reader, press(pygame.CONTROLLER_BUTTON_A, pad=1), press(pygame.CONTROLLER_BUTTON_A, pad=2))
        assert read(reader, unplug(1)) == [Pad("a", False)]
        assert read(reader, let_go(pygame.CONTROLLER_BUTTON_A, pad=2)) == [Pad("a", False)]


class TestDirections:
    @pytest.mark.parametrize("name", ["up", "down", "left", "right"])
    def test_the_cross_is_arrow_keys(self, name: str) -> None:
        code = getattr(pygame, f"CONTROLLER_BUTTON_DPAD_{name.upper()}")
        assert read(PadReader(), press(code), let_go(code)) == [Key(name)]

    @pytest.mark.parametrize(
        ("axis", "part", "name"),
        [(LEFT_X, -1, "left"), (LEFT_X, 0.5, "right"), (LEFT_Y, -0.7, "up"), (LEFT_Y, 1, "down")],
    )
    def test_a_stick_that_leans_is_an_arrow_key_once(self, axis: int, part: float, name: str) -> None:
        assert read(PadReader(), lean(axis, part), lean(axis, part), lean(axis, 0)) == [Key(name)]

    def test_in_the_dead_zone_a_stick_means_nothing(self) -> None:
        assert read(PadReader(), lean(LEFT_X, 0.49), lean(LEFT_Y, -0.49)) == []

    def test_a_hand_that_shakes_at_the_edge_of_the_dead_zone_presses_once(self) -> None:
        shaking = [lean(LEFT_X, 0.5 + 0.05 * (-1) ** turn) for turn in range(10)]
        assert read(PadReader(), *shaking) == [Key("right")]
        assert read(PadReader(), *shaking, lean(LEFT_X, 0.3), *shaking) == [Key("right"), Key("right")]

    def test_a_stick_that_turns_changes_its_direction_and_a_diagonal_does_not_flutter(self) -> None:
        reader = PadReader()
        assert read(reader, lean(LEFT_X, 0.8), lean(LEFT_Y, 0.85), lean(LEFT_Y, 0.8)) == [Key("right")]
        assert read(reader, lean(LEFT_X, 0.2)) == [Key("down")]

    def test_the_right_stick_means_nothing(self) -> None:
        assert read(PadReader(), lean(pygame.CONTROLLER_AXIS_RIGHTX, 1)) == []

    def test_what_is_held_comes_again_after_a_while_and_then_quicker(self) -> None:
        reader = PadReader()
        read(reader, press(RIGHT))
        times = [10 + step / 100 for step in range(80)]
        again = [when for when in times if reader.repeat(when) is not None]
        assert again == pytest.approx([10.4, 10.52, 10.64, 10.76])
        read(reader, let_go(RIGHT))
        assert reader.repeat(20) is None

    def test_a_repeat_says_that_it_is_one(self) -> None:
        reader = PadReader()
        read(reader, press(UP))
        assert reader.repeat(10 + FIRST_REPEAT) == Key("up", repeat=True)

    def test_after_a_long_frame_repeats_are_not_made_up_for(self) -> None:
        reader = PadReader()
        read(reader, press(UP))
        assert reader.repeat(15) == Key("up", repeat=True)
        assert reader.repeat(15 + NEXT_REPEAT / 2) == Key("up", repeat=True)
        assert reader.repeat(15 + NEXT_REPEAT / 2) is None

    def test_of_two_directions_the_later_one_repeats_and_then_the_other(self) -> None:
        reader = PadReader()
        read(reader, press(UP), press(RIGHT))
        assert reader.repeat(11) == Key("right", repeat=True)
        reader.read(let_go(RIGHT), 11)
        assert reader.repeat(11.2) is None
        assert reader.repeat(11.4) == Key("up", repeat=True)


class Listener(Stage):
    """A stage that shows nothing and notes what it hears."""

    def __init__(self, tree: Any) -> None:
        self.heard: list[Event] = []
        self._tree = tree

    def handle(self, event: Event) -> None:
        self.heard.append(event)

    def tick(self, now: float) -> float | None:
        return None

    def draw(self) -> Any:
        return self._tree


class Bench:
    """A loop with pads, driven by hand."""

    def __init__(self, tree: Any) -> None:
        self.stage = Listener(tree)
        self.window = open_window("Look Twice", size=(400, 300))
        self.pads = Gamepads()
        self.loop = Loop(self.window, lambda measure: self.stage, pads=self.pads)
        self.now = 100.0
        self.rate: int | None = None

    def hear(self, *events: pygame.Event, seconds: float = 0.02) -> list[Event]:
        """What the stage hears of pads and keys in one round."""
        for event in events:
            pygame.event.post(event)
        self.stage.heard.clear()
        self.now += seconds
        self.rate = self.loop.step(self.now)
        return [event for event in self.stage.heard if isinstance(event, Pad | Key)]


@pytest.fixture
def bench(chat: Any) -> Iterator[Bench]:
    made = Bench(chat.screen(400, 300, pictures=False))
    yield made
    made.pads.close()
    made.window.close()


class TestInTheLoop:
    def test_pads_are_not_looked_for_before_the_first_frame_and_all_that_waited_for_it(self, bench: Bench) -> None:
        opened: list[tuple[int, bool]] = []
        while not bench.pads.opened and len(opened) < 20:
            opened.append((bench.loop.flips, bench.loop.pending))
            bench.hear()
        assert bench.pads.opened
        assert opened[0] == (0, True)
        assert opened[-1] == (bench.loop.flips, False), "the round that opened them drew nothing"

    def test_a_direction_that_is_held_keeps_the_loop_quick(self, bench: Bench) -> None:
        for _ in range(5):
            bench.hear()
        assert bench.hear(press(UP)) == [Key("up")]
        bench.hear(seconds=0.5)
        bench.hear(seconds=3.0)
        assert bench.rate == BUSY_RATE
        assert bench.hear(seconds=0.2) == [Key("up", repeat=True)]
        assert bench.hear(let_go(UP), seconds=0.2) == []

    def test_losing_the_keyboard_comes_first_and_then_lets_go(self, bench: Bench) -> None:
        for _ in range(5):
            bench.hear()
        bench.hear(press(pygame.CONTROLLER_BUTTON_BACK))
        bench.hear(pygame.Event(pygame.WINDOWFOCUSLOST))
        assert bench.stage.heard == [Focused(False), Pad("back", False)]

    @pytest.mark.parametrize("error", [pygame.error, NotImplementedError, OSError])
    def test_without_the_subsystem_the_game_goes_on(
        self, bench: Bench, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
    ) -> None:
        from pygame._sdl2 import controller

        def refuse() -> None:
            raise error("not here")

        monkeypatch.setattr(controller, "init", refuse)
        for _ in range(5):
            bench.hear()
        assert bench.pads.opened
        assert bench.hear(press(UP)) == []

    def test_a_pad_that_is_gone_before_it_is_taken_up_does_not_matter(self, bench: Bench) -> None:
        for _ in range(5):
            bench.hear()
        assert bench.hear(pygame.Event(pygame.CONTROLLERDEVICEADDED, device_index=7)) == []


class VirtualPad:
    """A gamepad that SDL itself makes up, plugged in and pressed by its own functions."""

    def __init__(self, sdl: ctypes.CDLL) -> None:
        self._sdl = sdl
        sdl.SDL_JoystickOpen.restype = ctypes.c_void_p
        sdl.SDL_JoystickSetVirtualButton.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_uint8]
        sdl.SDL_JoystickSetVirtualAxis.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int16]
        gamepad = 1
        self._index = sdl.SDL_JoystickAttachVirtual(gamepad, 6, 15, 0)
        self._pad = sdl.SDL_JoystickOpen(self._index)

    def press(self, button: int, down: bool = True) -> None:
        self._sdl.SDL_JoystickSetVirtualButton(self._pad, button, down)

    def lean(self, axis: int, part: float) -> None:
        self._sdl.SDL_JoystickSetVirtualAxis(self._pad, axis, round(part * 32767))

    def unplug(self) -> None:
        self._sdl.SDL_JoystickDetachVirtual(self._index)


@pytest.fixture
def sdl() -> ctypes.CDLL:
    """The SDL that pygame brought along, where it lies beside it."""
    folder = Path(pygame.__file__).parents[1]
    found = sorted(folder.glob("pygame_ce.libs/libSDL2-2*"))
    if not found:
        pytest.skip("there is no SDL library beside pygame")
    library = ctypes.CDLL(str(found[0]))
    if not hasattr(library, "SDL_JoystickAttachVirtual"):
        pytest.skip("this SDL makes up no gamepads")
    return library


class TestAPadOfSdl:
    def test_it_is_plugged_in_pressed_and_pulled_out_while_the_game_runs(self, bench: Bench, sdl: ctypes.CDLL) -> None:
        for _ in range(5):
            bench.hear()
        pad = VirtualPad(sdl)
        assert bench.hear() == []
        pad.press(pygame.CONTROLLER_BUTTON_A)
        assert bench.hear() == [Pad("a", True)]
        pad.press(pygame.CONTROLLER_BUTTON_A, down=False)
        assert bench.hear() == [Pad("a", False)]
        pad.lean(LEFT_Y, 1.0)
        assert bench.hear() == [Key("down")]
        assert bench.hear(seconds=0.4) == [Key("down", repeat=True)]
        pad.press(pygame.CONTROLLER_BUTTON_BACK)
        assert bench.hear(seconds=0.01) == [Pad("back", True)]
        pad.unplug()
        assert bench.hear() == [Pad("back", False)]
        assert bench.hear(seconds=2.0) == []

    def test_a_pad_that_was_there_before_the_game_is_found(self, bench: Bench, sdl: ctypes.CDLL) -> None:
        joysticks = 0x200
        sdl.SDL_InitSubSystem(joysticks)
        pad = VirtualPad(sdl)
        for _ in range(5):
            bench.hear()
        pad.press(pygame.CONTROLLER_BUTTON_Y)
        assert bench.hear() == [Pad("y", True)]
        pad.unplug()
        sdl.SDL_QuitSubSystem(joysticks)
