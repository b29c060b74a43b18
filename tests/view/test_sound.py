"""Sounds are played where they can be, opened late, and never in the way."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.errors import ResourceError
from game.text.model import Measure
from game.ui.events import CloseWindow, Event
from game.ui.geometry import Rect
from game.ui.tree import DisplayTree, Node
from game.view import sound
from game.view.loop import Loop, run
from game.view.sound import SoundBox
from game.view.stage import Stage
from game.view.window import open_window

NAMES = sorted(path.stem for path in (Path(__file__).resolve().parents[2] / "assets" / "sounds").glob("*.wav"))


@pytest.fixture(autouse=True)
def _no_device_before_and_after() -> Iterator[None]:
    assert pygame.mixer.get_init() is None
    yield
    pygame.mixer.quit()


class SilentStage(Stage):
    """A stage that shows next to nothing and has no sounds."""

    closing = False

    def __init__(self, measure: Measure) -> None:
        self.tree = DisplayTree(root=Node(rect=Rect(0, 0, 10, 10)), title="Look Twice")

    def handle(self, event: Event) -> None:
        self.closing = self.closing or isinstance(event, CloseWindow)

    def tick(self, now: float) -> float | None:
        return None

    def draw(self) -> DisplayTree:
        return self.tree


class SoundingStage(SilentStage):
    """A stage that names the sounds a test tells it to."""

    def __init__(self, measure: Measure) -> None:
        super().__init__(measure)
        self.wanted: list[tuple[str, ...]] = []

    def sounds(self) -> tuple[str, ...]:
        return self.wanted.pop(0) if self.wanted else ()


def test_no_device_is_opened_before_the_first_sound() -> None:
    box = SoundBox()
    assert pygame.mixer.get_init() is None
    box.play("tap")
    assert pygame.mixer.get_init() is not None
    assert pygame.mixer.get_busy()
    box.close()


@pytest.mark.parametrize("name", NAMES)
def test_each_sound_can_be_played_and_is_not_at_full_volume(name: str) -> None:
    box = SoundBox()
    box.play(name)
    channels = [pygame.mixer.Channel(number) for number in range(pygame.mixer.get_num_channels())]
    (played,) = [heard for channel in channels if (heard := channel.get_sound()) is not None]
    assert 0.3 < played.get_volume() < 0.8
    box.close()


def test_sounds_overlap_and_each_is_loaded_once() -> None:
    box = SoundBox()
    box.play("told")
    box.play("done")
    box.play("told")
    channels = [pygame.mixer.Channel(number) for number in range(pygame.mixer.get_num_channels())]
    heard = [channel.get_sound() for channel in channels if channel.get_busy()]
    assert len(heard) == 3
    assert len(set(map(id, box._sounds.values()))) == 2
    box.close()


def test_a_box_that_is_switched_off_opens_nothing_until_it_is_switched_on() -> None:
    box = SoundBox(enabled=False)
    box.play("tap")
    assert pygame.mixer.get_init() is None
    box.enabled = True
    box.play("tap")
    assert pygame.mixer.get_busy()
    box.enabled = False
    box.play("done")
    assert "done" not in box._sounds
    box.close()


@pytest.mark.parametrize("name", ["no_such_sound", "", "../LICENSES", "tap.wav", "Tap", "make_sounds.py"])
def test_a_sound_that_is_not_there_is_passed_over(name: str) -> None:
    box = SoundBox()
    box.play(name)
    assert not pygame.mixer.get_busy()
    box.play("tap")
    assert pygame.mixer.get_busy()
    box.close()


def test_a_broken_file_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sounds").mkdir()
    (tmp_path / "sounds" / "tap.wav").write_bytes(b"this is not a sound")
    monkeypatch.setattr(sound, "data_folder", lambda name: tmp_path)
    box = SoundBox()
    box.play("tap")
    box.play("tap")
    assert not pygame.mixer.get_busy()
    box.close()


def test_missing_assets_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> Path:
        raise ResourceError("The game's folder of assets is missing")

    monkeypatch.setattr(sound, "data_folder", refuse)
    box = SoundBox()
    box.play("tap")
    assert not pygame.mixer.get_busy()
    box.close()


def test_without_a_device_the_box_asks_once_and_is_silent_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "nonsense")
    asked: list[object] = []
    real = pygame.mixer.init

    def init(*args: Any) -> None:
        asked.append(args)
        real(*args)

    monkeypatch.setattr(pygame.mixer, "init", init)
    box = SoundBox()
    for name in (*NAMES, "no_such_sound"):
        box.play(name)
    box.close()
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    box.play("tap")
    assert len(asked) == 1
    assert pygame.mixer.get_init() is None


def test_a_pygame_without_its_mixer_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise NotImplementedError("mixer module not available")

    monkeypatch.setattr(pygame.mixer, "init", refuse)
    box = SoundBox()
    box.play("tap")
    box.close()
    assert box._works is False


def test_a_device_that_goes_away_leaves_the_box_silent() -> None:
    box = SoundBox()
    box.play("tap")
    pygame.mixer.quit()
    box.play("tap")
    box.play("done")
    assert box._works is False
    box.close()


def test_closing_twice_or_unopened_does_nothing() -> None:
    SoundBox().close()
    box = SoundBox()
    box.play("tap")
    box.close()
    box.close()
    assert pygame.mixer.get_init() is None


def test_where_linux_has_no_sound_at_all_none_is_asked_for(tmp_path: Path) -> None:
    bare = {"XDG_RUNTIME_DIR": str(tmp_path)}
    nowhere = tmp_path / "snd"
    assert not sound._can_be_heard("linux", bare, nowhere)
    assert sound._can_be_heard("linux", {**bare, "PULSE_SERVER": "tcp:desk"}, nowhere)
    assert sound._can_be_heard("linux", {**bare, "SDL_AUDIODRIVER": "dummy"}, nowhere)
    assert sound._can_be_heard("win32", bare, nowhere)
    assert sound._can_be_heard("darwin", bare, nowhere)
    (tmp_path / "pulse").mkdir()
    (tmp_path / "pulse" / "native").touch()
    assert sound._can_be_heard("linux", bare, nowhere)


def test_a_linux_with_a_sound_card_is_asked(tmp_path: Path) -> None:
    assert sound._can_be_heard("linux", {"XDG_RUNTIME_DIR": str(tmp_path / "none")}, tmp_path)


def test_the_loop_plays_what_the_stage_names_each_once_and_after_the_frame() -> None:
    window = open_window("Look Twice", size=(400, 300))
    heard: list[tuple[str, int]] = []
    loop = Loop(window, SoundingStage, play=lambda name: heard.append((name, loop.flips)))
    stage = loop.stage
    assert isinstance(stage, SoundingStage)
    stage.wanted = [("arrive", "arrive", "tap"), (), ("done",)]
    for now in (1.0, 1.1, 1.2, 1.3):
        loop.step(now)
    window.close()
    assert [name for name, _ in heard] == ["arrive", "tap", "done"]
    assert heard[0][1] == 1, "the first frame stands already"


def test_a_stage_without_sounds_is_a_stage_too() -> None:
    window = open_window("Look Twice", size=(400, 300))
    heard: list[str] = []
    loop = Loop(window, SilentStage, play=heard.append)
    loop.step(1.0)
    window.close()
    assert heard == []


def test_a_stage_that_closes_is_not_heard_any_more() -> None:
    window = open_window("Look Twice", size=(400, 300))
    heard: list[str] = []
    loop = Loop(window, SoundingStage, play=heard.append)
    stage = loop.stage
    assert isinstance(stage, SoundingStage)
    stage.wanted = [("done",)]
    stage.closing = True
    assert loop.step(1.0) is None
    window.close()
    assert heard == []


@pytest.mark.parametrize("driver", ["dummy", "nonsense"])
def test_run_is_heard_and_gives_the_device_back(driver: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", driver)
    opened: list[bool] = []

    class Short(SoundingStage):
        rounds = 0

        def tick(self, now: float) -> float | None:
            self.rounds += 1
            opened.append(pygame.mixer.get_init() is not None)
            self.closing = self.rounds == 3
            return now

        def sounds(self) -> tuple[str, ...]:
            return ("tap",) if self.rounds == 1 else ()

    assert run(Short, size=(500, 400)) == (500, 400)
    assert opened == [False, driver == "dummy", driver == "dummy"]
    assert pygame.mixer.get_init() is None
