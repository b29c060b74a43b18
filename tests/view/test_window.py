"""Opening a window: its size, its scale, and what is said where there is no screen."""

from collections.abc import Iterator

import pygame
import pytest

from game.errors import LookTwiceError
from game.view.window import GameWindow, choose_size, open_window, read_scale, refuse_unseen


@pytest.fixture
def window() -> Iterator[GameWindow]:
    opened = open_window("Look Twice", icon="app/icon", size=(400, 300))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("desktop", "remembered", "scale", "size"),
    [
        ((1920, 1080), None, 1.0, (1280, 800)),
        ((1366, 768), None, 1.0, (1229, 691)),
        ((3840, 2160), None, 2.0, (2560, 1600)),
        ((1920, 1080), (800, 900), 1.0, (800, 900)),
        ((1920, 1080), (800, 1200), 1.0, (1280, 800)),
        ((1920, 1080), (800, 900), 2.0, (1728, 972)),
        ((1920, 1080), (3, 3), 1.0, (1280, 800)),
        ((160, 120), None, 1.0, (200, 200)),
    ],
)
def test_a_window_opens_in_a_size_that_fits(
    desktop: tuple[int, int], remembered: tuple[int, int] | None, scale: float, size: tuple[int, int]
) -> None:
    assert choose_size(desktop, remembered, scale) == size


@pytest.mark.parametrize(
    ("asked", "scale"), [("1.5", 1.5), ("", None), ("big", None), ("0", None), ("-1", None), ("99", 4.0), ("nan", None)]
)
def test_the_environment_may_set_the_scale_within_sense(asked: str, scale: float | None) -> None:
    assert read_scale({"LOOKTWICE_SCALE": asked}) == scale


def test_a_window_knows_its_size_in_dp(window: GameWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    assert window.size == (400, 300)
    assert (window.space.unit, window.space.width, window.space.height) == (1, 400, 300)


def test_a_larger_scale_leaves_fewer_dp(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOOKTWICE_SCALE", "2")
    opened = open_window("Look Twice", size=(300, 200))
    assert (opened.size, opened.surface.get_size(), opened.space.unit) == ((300, 200), (600, 400), 0.5)
    opened.close()


def test_without_a_screen_a_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "there_is_no_such_driver")
    pygame.display.quit()
    with pytest.raises(LookTwiceError, match="found no screen") as error:
        open_window("Look Twice")
    assert error.value.hint


def test_a_screen_that_nobody_can_see_is_no_screen_unless_it_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "offscreen")
    open_window("Look Twice").close()
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "offscreen")
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    with pytest.raises(pygame.error):
        refuse_unseen({})
    assert not pygame.display.get_init()


def test_a_missing_icon_does_not_matter() -> None:
    open_window("Look Twice", icon="app/there_is_none").close()
