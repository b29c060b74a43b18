"""The loop draws only on change, rests otherwise, and passes everything on."""

from collections.abc import Callable, Iterator
from typing import Any

import pygame
import pytest

from game.design import Letters, Theme
from game.text.model import Measure
from game.ui.events import CloseWindow, Event, Key, Pointer, Resized
from game.ui.geometry import Rect
from game.ui.tree import DisplayTree, Node
from game.view.loop import BUSY_RATE, QUIET_RATE, Loop, run
from game.view.stage import Stage
from game.view.window import GameWindow, open_window


class FakeStage(Stage):
    """A stage that shows what a test tells it to, and notes what it hears."""

    closing = False
    theme: Theme = "paper"
    letters: Letters = "usual"

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self.heard: list[Event] = []
        self.ticks: list[float] = []
        self.due: float | None = None
        self.pieces = 0
        self.tree = self.new_tree()

    def new_tree(self, title: str = "Look Twice") -> DisplayTree:
        self.tree = DisplayTree(root=Node(rect=Rect(0, 0, 10, 10)), title=title)
        return self.tree

    def handle(self, event: Event) -> None:
        self.heard.append(event)
        if isinstance(event, CloseWindow):
            self.closing = True

    def tick(self, now: float) -> float | None:
        self.ticks.append(now)
        return self.due

    def draw(self) -> DisplayTree:
        return self.tree

    def after_first_frame(self) -> bool:
        self.pieces -= 1
        return self.pieces > 0

    def rescale(self, measure: Measure) -> None:
        self.measure = measure
        self.new_tree()


class Driver:
    """A loop whose rounds a test drives by hand."""

    def __init__(self, window: GameWindow) -> None:
        self.window = window
        self.loop = Loop(window, FakeStage, timer=lambda: 0.0)
        self.stage: FakeStage = self.loop.stage  # type: ignore[assignment]
        self.now = 100.0
        self.settle()

    def settle(self) -> None:
        """Let the window's own first events pass by, and some quiet seconds."""
        for _ in range(3):
            self.round(5)
        self.stage.heard.clear()
        self.stage.ticks.clear()

    def round(self, seconds: float = 0.02, *events: pygame.Event) -> int | None:
        self.now += seconds
        for event in events:
            pygame.event.post(event)
        return self.loop.step(self.now)


class PlainStage(Stage):
    """A stage that says what every stage must, and nothing else."""

    def __init__(self, measure: Measure) -> None:
        self.tree = DisplayTree(root=Node(rect=Rect(0, 0, 10, 10)), title="Look Twice")

    def handle(self, event: Event) -> None:
        pass

    def tick(self, now: float) -> float | None:
        return None

    def draw(self) -> DisplayTree:
        return self.tree


@pytest.fixture
def driver() -> Iterator[Driver]:
    window = open_window("Look Twice", size=(400, 300))
    yield Driver(window)
    window.close()


def press(code: int, typed: str) -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=code, unicode=typed, mod=0)


def move(x: int, y: int) -> pygame.Event:
    return pygame.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(1, 0), buttons=(0, 0, 0), touch=False)


def test_the_stage_learns_the_size_of_the_window_before_anything_else() -> None:
    window = open_window("Look Twice", size=(400, 300))
    loop = Loop(window, FakeStage)
    assert loop.stage.heard == [Resized(400, 300)]  # type: ignore[attr-defined]
    window.close()


def test_a_stage_that_says_only_what_it_must_is_shown_in_a_plain_window() -> None:
    window = open_window("Look Twice", size=(400, 300))
    heard: list[str] = []
    loop = Loop(window, PlainStage, play=heard.append)
    for now in range(3):
        loop.step(float(now))
    flips = loop.flips
    assert loop.step(10.0) == QUIET_RATE
    assert (loop.flips, heard) == (flips, [])
    assert (window.full_screen, window.zoom) == (False, 1.0)
    window.close()


def test_while_nothing_changes_nothing_is_drawn(driver: Driver) -> None:
    before = driver.loop.flips
    rates = [driver.round() for _ in range(50)]
    assert driver.loop.flips == before
    assert set(rates) == {QUIET_RATE}
    assert len(driver.stage.ticks) == 50


def test_a_new_tree_is_drawn_once(driver: Driver) -> None:
    before = driver.loop.flips
    driver.stage.new_tree("Look Twice: Free skins")
    driver.round()
    driver.round()
    assert driver.loop.flips == before + 1
    assert driver.window.title == "Look Twice: Free skins"


def test_another_theme_is_drawn(driver: Driver) -> None:
    driver.stage.theme = "night"
    driver.round()
    assert driver.window.surface.get_at((390, 290))[:3] == (0x14, 0x21, 0x2B)


@pytest.mark.parametrize("kind", [pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.RENDER_TARGETS_RESET])
def test_what_was_covered_is_drawn_again(driver: Driver, kind: int) -> None:
    before = driver.loop.flips
    driver.round(0.02, pygame.Event(kind))
    assert driver.loop.flips == before + 1


def test_a_resized_window_is_told_in_dp_and_drawn(driver: Driver) -> None:
    before = driver.loop.flips
    driver.window._window.size = (500, 350)
    driver.round(0.02, pygame.Event(pygame.WINDOWSIZECHANGED, x=500, y=350))
    assert driver.stage.heard[-1] == Resized(500, 350)
    assert driver.loop.flips == before + 1
    assert driver.window.surface.get_size() == (500, 350)


def test_a_tiny_window_is_drawn_too(driver: Driver) -> None:
    driver.window._window.size = (200, 200)
    assert driver.round(0.02, pygame.Event(pygame.WINDOWSIZECHANGED, x=200, y=200)) is not None
    assert driver.stage.heard[-1] == Resized(200, 200)


def test_on_a_screen_of_another_density_text_is_measured_anew(driver: Driver) -> None:
    measure = driver.stage.measure
    driver.window._fixed_scale = 2.0
    driver.round(0.02, pygame.Event(pygame.WINDOWDISPLAYCHANGED))
    assert driver.stage.measure is not measure
    assert driver.stage.heard[-1] == Resized(200, 150)


def test_when_the_player_takes_other_letters_text_is_measured_and_drawn_with_them(driver: Driver) -> None:
    drawn = driver.loop.flips
    driver.stage.letters = "reading"
    driver.round()
    assert driver.stage.measure.letters == "reading"  # type: ignore[attr-defined]
    assert driver.loop.flips == drawn + 1
    driver.round()
    assert driver.loop.flips == drawn + 1


def test_input_reaches_the_stage_and_keeps_the_loop_quick_for_two_seconds(driver: Driver) -> None:
    assert driver.round(0.02, press(pygame.K_h, "h")) == BUSY_RATE
    assert driver.stage.heard == [Key("h")]
    assert driver.round(1.9) == BUSY_RATE
    assert driver.round(0.2) == QUIET_RATE


def test_the_loop_is_quick_while_something_is_due(driver: Driver) -> None:
    driver.stage.due = driver.now + 10
    assert driver.round() == QUIET_RATE
    driver.stage.due = driver.now
    assert driver.round() == BUSY_RATE


def test_a_mouse_that_moves_without_a_button_is_heard_once_a_frame(driver: Driver) -> None:
    driver.round(0.02, *(move(x, 20) for x in range(10, 60)))
    assert driver.stage.heard == [Pointer("move", 59, 20)]


def test_a_press_stands_between_the_moves_before_and_after_it(driver: Driver) -> None:
    down = pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(12, 20), touch=False)
    driver.round(0.02, move(10, 20), move(12, 20), down, move(30, 20), move(40, 20))
    assert driver.stage.heard == [Pointer("move", 12, 20), Pointer("down", 12, 20), Pointer("move", 40, 20)]


def test_a_mouse_that_leaves_ends_what_it_hovered_over(driver: Driver) -> None:
    driver.round(0.02, move(10, 20), pygame.Event(pygame.WINDOWLEAVE))
    assert driver.stage.heard == [Pointer("move", -1, -1)]


class PointingStage(FakeStage):
    pointing = False


def test_the_hand_is_shown_over_what_can_be_pressed_and_only_asked_for_on_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[int] = []
    monkeypatch.setattr(pygame.mouse, "set_cursor", shown.append)
    window = open_window("Look Twice", size=(400, 300))
    loop = Loop(window, PointingStage)
    for now, pointing in enumerate((False, True, True, False, False)):
        loop.stage.pointing = pointing  # type: ignore[attr-defined]
        loop.step(now)
    assert shown == [pygame.SYSTEM_CURSOR_HAND, pygame.SYSTEM_CURSOR_ARROW]
    window.close()


def test_a_screen_without_cursors_of_its_own_is_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(cursor: int) -> None:
        raise pygame.error("no cursors")

    monkeypatch.setattr(pygame.mouse, "set_cursor", refuse)
    window = open_window("Look Twice", size=(400, 300))
    loop = Loop(window, PointingStage)
    loop.stage.pointing = True  # type: ignore[attr-defined]
    assert loop.step(1.0) is not None
    window.close()


class FillingStage(FakeStage):
    full_screen = False


def test_a_stage_fills_the_screen_and_leaves_it_again() -> None:
    window = open_window("Look Twice", size=(400, 300))
    loop = Loop(window, FillingStage)
    stage: FillingStage = loop.stage  # type: ignore[assignment]
    screen = pygame.display.get_desktop_sizes()[0]
    stage.full_screen = True
    loop.step(1.0)
    assert window.surface.get_size() == screen
    assert stage.heard[-1] == Resized(*window.size)
    assert window.windowed_size == (400, 300)
    stage.full_screen = False
    loop.step(2.0)
    assert (window.surface.get_size(), window.windowed_size) == ((400, 300), (400, 300))
    assert stage.heard[-1] == Resized(400, 300)
    window.close()


def test_a_desktop_that_refuses_a_full_screen_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window("Look Twice", size=(400, 300))
    asked = []

    class Refusing:
        def set_fullscreen(self, desktop: bool) -> None:
            asked.append(desktop)
            raise pygame.error("not here")

    monkeypatch.setattr(window, "_window", Refusing())
    assert [window.fill_screen(True), window.fill_screen(True)] == [True, False]
    assert asked == [True]
    assert window.windowed_size == (400, 300)
    monkeypatch.undo()
    window.close()


class ZoomingStage(FakeStage):
    wanted = 1.0

    def zoom(self, width: float, height: float) -> float:
        self.room = (width, height)
        return self.wanted


def test_a_stage_that_wants_everything_smaller_gets_more_dp_and_a_measure_for_them() -> None:
    window = open_window("Look Twice", size=(800, 600))
    loop = Loop(window, ZoomingStage)
    stage: ZoomingStage = loop.stage  # type: ignore[assignment]
    stage.wanted = 0.5
    loop.step(1.0)
    assert stage.heard[-1] == Resized(1600.0, 1200.0)
    assert stage.measure.scale == 0.5  # type: ignore[attr-defined]
    loop.step(2.0)
    assert stage.room == (800.0, 600.0)
    assert (window.scale, window.windowed_size) == (0.5, (800.0, 600.0))
    stage.wanted = 1.0
    loop.step(3.0)
    assert stage.heard[-1] == Resized(800.0, 600.0)
    window.close()


def test_the_size_to_remember_is_that_of_the_window_not_of_the_screen() -> None:
    class Brief(FillingStage):
        full_screen = True

        def tick(self, now: float) -> float | None:
            super().tick(now)
            self.closing = len(self.ticks) == 3
            return now

    assert run(Brief, size=(500, 400)) == (500, 400)


def test_work_that_waited_is_done_after_the_first_frame_in_small_pieces() -> None:
    window = open_window("Look Twice", size=(400, 300))
    times = iter(range(1000))
    loop = Loop(window, FakeStage, timer=lambda: next(times) * 0.003)
    stage: FakeStage = loop.stage  # type: ignore[assignment]
    stage.pieces = 4
    assert loop.step(1.0) == BUSY_RATE
    assert stage.pieces == 4, "not with the first frame"
    rounds = 0
    while loop.pending:
        loop.step(1.0 + rounds)
        rounds += 1
    assert stage.pieces == 0
    assert rounds >= 3
    window.close()


def test_closing_ends_the_loop(driver: Driver) -> None:
    assert driver.round(0.02, pygame.Event(pygame.QUIT)) is None


def test_run_plays_until_the_stage_closes_and_tells_the_size() -> None:
    class Short(FakeStage):
        def tick(self, now: float) -> float | None:
            super().tick(now)
            self.closing = len(self.ticks) == 3
            return now

    assert run(Short, size=(500, 400)) == (500, 400)
    assert not pygame.display.get_init()


def test_whatever_a_stage_raises_comes_through_after_the_window_is_closed() -> None:
    class Broken(FakeStage):
        def tick(self, now: float) -> float | None:
            raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        run(Broken, size=(500, 400))
    assert not pygame.display.get_init()


def test_the_bench_is_told_of_the_first_frame(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOOKTWICE_BENCH", "first-frame")
    monkeypatch.setenv("LOOKTWICE_BENCH_STARTED", "0")
    made: list[FakeStage] = []

    def make(measure: Measure) -> Any:
        made.append(FakeStage(measure))
        return made[0]

    factory: Callable[[Measure], Any] = make
    run(factory, size=(500, 400))
    assert '"first_frame_ms":' in capsys.readouterr().out
    assert len(made[0].ticks) == 1
