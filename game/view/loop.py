"""The loop: hands events and time to a stage, draws what changed on the screen, and else lets the machine rest."""

import os
import time
from collections.abc import Callable
from typing import Final, TypeAlias

import pygame

from game.design import Theme
from game.ui.events import Event, Pointer, Resized
from game.ui.tree import DisplayTree
from game.view.fonts import PygameMeasure
from game.view.gamepad import Gamepads
from game.view.input import InputReader
from game.view.painter import Painter
from game.view.probe import probe_from
from game.view.sound import SoundBox
from game.view.stage import Stage
from game.view.window import GameWindow, open_window

__all__ = ["Loop", "StageFactory", "run"]

StageFactory: TypeAlias = Callable[[PygameMeasure], Stage]
"""Makes the stage once it is known how wide text is."""

BUSY_RATE: Final = 60
QUIET_RATE: Final = 20
_LIVELY: Final = 2.0
"""Seconds after an input during which the loop stays quick, so that the next one is answered at once."""
_SOON: Final = 0.1
_SPARE: Final = 0.004
"""Seconds of a frame that go to work which waited for the first frame."""

_RESIZING: Final = frozenset(
    {pygame.WINDOWSIZECHANGED, pygame.WINDOWRESIZED, pygame.WINDOWDISPLAYCHANGED, pygame.WINDOWMAXIMIZED}
)
_SHOWING: Final = frozenset(
    {pygame.WINDOWEXPOSED, pygame.WINDOWSHOWN, pygame.WINDOWRESTORED, pygame.RENDER_TARGETS_RESET}
)


class Loop:
    """One window and the stage it shows."""

    def __init__(
        self,
        window: GameWindow,
        stage_factory: StageFactory,
        *,
        report: Callable[[str], None] | None = None,
        play: Callable[[str], None] | None = None,
        pads: Gamepads | None = None,
        timer: Callable[[], float] = time.perf_counter,
    ) -> None:
        """Take a window and make its stage.

        `report` hears of pictures that cannot be drawn; `play` starts a sound; `pads` are opened after the first frame;
        `timer` is a steady clock in seconds. The stage is asked for its sounds in every round, if there is a `play`.
        """
        self.window = window
        self.flips = 0
        self.pending = True
        """Whether work that waited for the first frame is still to be done."""
        self._report = report
        self._play = play
        self._pads = pads
        self._timer = timer
        self._reader = InputReader()
        self._lively_until = 0.0
        self._stale = True
        self._tree: DisplayTree | None = None
        self._theme: Theme | None = None
        self._moved: Pointer | None = None
        self._measure = PygameMeasure(window.scale)
        self._painter = Painter(window.scale, measure=self._measure, report=report)
        self.stage = stage_factory(self._measure)
        self._measure_anew()
        self.stage.handle(Resized(*window.size))

    def step(self, now: float) -> int | None:
        """One round at a moment: events, time, a frame if needed. The rate for the next rounds, or None: it is over."""
        self._drain_events(now)
        due = self.stage.tick(now)
        if self.stage.closing:
            return None
        if self.window.fill_screen(self.stage.full_screen):
            self._resize()
        if self.window.zoom_to(self.stage.zoom(*self.window.room)):
            self._resize()
        if self._draw_if_changed():
            due = now
        elif self.pending and self.flips:
            self._work_on()
        elif self._pads is not None and not self._pads.opened:
            # Looking for devices may take a while on some machines; nobody waits for it here.
            self._pads.open()
        self.window.point(self.stage.pointing)
        self._sound()
        soon = due is not None and due - now < _SOON
        return BUSY_RATE if soon or now < self._lively_until or self.pending else QUIET_RATE

    def _drain_events(self, now: float) -> None:
        resized = False
        for event in pygame.event.get():
            if event.type in _RESIZING:
                resized = True
            elif event.type in _SHOWING:
                self._stale = True
            else:
                meaning = self._reader.read(event, self.window.space)
                if meaning is not None:
                    self._hand_on(meaning, now)
                if self._pads is not None:
                    for meaning in self._pads.read(event, now):
                        self._hand_on(meaning, now)
        if self._pads is not None and self._pads.holding:
            self._lively_until = now + _LIVELY
            again = self._pads.repeat(now)
            if again is not None:
                self._hand_on(again, now)
        self._hand_on_move()
        if resized:
            self._resize()

    def _hand_on(self, meaning: Event, now: float) -> None:
        self._lively_until = now + _LIVELY
        if isinstance(meaning, Pointer) and meaning.kind == "move":
            # A mouse may report a thousand times a second: only where it is in the end matters.
            self._moved = meaning
        else:
            self._hand_on_move()
            self.stage.handle(meaning)

    def _hand_on_move(self) -> None:
        if self._moved is not None:
            self.stage.handle(self._moved)
            self._moved = None

    def _resize(self) -> None:
        self.window.refresh()
        self._measure_anew()
        self.stage.handle(Resized(*self.window.size))
        self._stale = True

    def _measure_anew(self) -> None:
        """Take other widths, and a painter for them, where the window's scale or the player's letters changed."""
        letters = self.stage.letters
        if (self.window.scale, letters) == (self._measure.scale, self._measure.letters):
            return
        self._measure = PygameMeasure(self.window.scale, letters=letters)
        self._painter = Painter(self.window.scale, measure=self._measure, report=self._report)
        self.stage.rescale(self._measure)
        self._stale = True

    def _draw_if_changed(self) -> bool:
        self._measure_anew()
        tree, theme = self.stage.draw(), self.stage.theme
        if tree is self._tree and theme == self._theme and not self._stale:
            return False
        self._painter.paint(tree, theme, self.window.surface)
        self.window.flip()
        self.window.title = tree.title
        self._tree, self._theme, self._stale = tree, theme, False
        self.flips += 1
        return True

    def _sound(self) -> None:
        # After the frame, so that the first sound, which opens the device, keeps no picture waiting.
        if self._play is not None:
            for name in dict.fromkeys(self.stage.sounds()):
                self._play(name)

    def _work_on(self) -> None:
        until = self._timer() + _SPARE
        while self.pending and self._timer() < until:
            self.pending = self.stage.after_first_frame()


def run(
    stage_factory: StageFactory,
    *,
    title: str = "Look Twice",
    icon: str | None = "app/icon",
    size: tuple[int, int] | None = None,
    report: Callable[[str], None] | None = None,
) -> tuple[int, int]:
    """Open a window and play the stage until it closes; returns its last size in dp (windowed), to be remembered.

    `size` is the remembered one. Raises LookTwiceError where there is no screen. Whatever the stage raises comes
    through, after the window was closed.
    """
    window = open_window(title, icon=icon, size=size)
    box = SoundBox()
    pads = Gamepads()
    try:
        pygame.key.set_repeat(400, 50)
        loop = Loop(window, stage_factory, report=report, play=box.play, pads=pads)
        probe = probe_from(os.environ)
        clock = pygame.time.Clock()
        while (rate := loop.step(time.perf_counter())) is not None:
            if probe is not None and probe.note(time.perf_counter(), loop.flips, busy=loop.pending):
                break
            clock.tick(rate)
        width, height = window.windowed_size
        return round(width), round(height)
    finally:
        box.close()
        pads.close()
        window.close()
