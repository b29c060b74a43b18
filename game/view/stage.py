"""What a window shows and drives: a stage says what it must, and is as plain as can be in everything else."""

from abc import ABC, abstractmethod

from game.design import Letters, Theme
from game.text.model import Measure
from game.ui.events import Event
from game.ui.tree import DisplayTree

__all__ = ["Stage"]


class Stage(ABC):
    """One object for the desktop, the preview, the shots and the tests, which are all drivers of it.

    What is not abstract is what a stage has that never asks for more; the loop asks all of them alike.
    """

    @property
    def closing(self) -> bool:
        """Whether the window shall close."""
        return False

    @property
    def theme(self) -> Theme:
        """The palette to paint with."""
        return "paper"

    @property
    def letters(self) -> Letters:
        """The letters to measure and to paint with; where they change, `rescale` is called."""
        return "usual"

    @property
    def full_screen(self) -> bool:
        """Whether the window shall fill the screen."""
        return False

    @property
    def pointing(self) -> bool:
        """Whether the mouse is over something that can be pressed, and shall look like a hand."""
        return False

    def zoom(self, width: float, height: float) -> float:
        """How large everything is drawn in a window of so many dp, for all of it to be seen; 1 is as large as usual."""
        return 1.0

    def rescale(self, measure: Measure) -> None:  # noqa: B027 - a stage without text has nothing to measure
        """Use these widths from now on: the window went to a screen of another density, or the letters changed."""

    @abstractmethod
    def handle(self, event: Event) -> None:
        """Take one event."""

    @abstractmethod
    def tick(self, now: float) -> float | None:
        """Let time pass up to `now` (seconds of a steady clock); the moment at which something is due next, or None.

        A moment that is not after `now` means: call again with the next frame.
        """

    @abstractmethod
    def draw(self) -> DisplayTree:
        """What is on the screen; the same object as long as nothing changed."""

    def sounds(self) -> tuple[str, ...]:
        """The names of the sounds of what happened since the last call; none while sound is switched off."""
        return ()

    def after_first_frame(self) -> bool:
        """Do a small piece of work that had to wait for the first frame; whether there is more of it."""
        return False
