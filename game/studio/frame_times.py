"""How long a frame takes, from the passing of time to the last pixel: a chat that arrives, and a long one scrolled."""

import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from game.app.app import App
from game.app.help_desk import CsvHelpDesk
from game.app.keeping import Keeper
from game.app.opening import load_album
from game.app.settings import Settings
from game.app.world import World
from game.content.files.scenario_reader import parse_scenario
from game.content.library import make_card
from game.design import room_factor
from game.errors import ScenarioError
from game.story.model import In, Message, Pulse, Scenario
from game.story.values import StoryCard
from game.studio.sample_story import sample_story
from game.ui.events import Resized, Wheel
from game.ui.intents import Choose, GoOn, PickRole, PickSentence, SaidIt, SayPulse, ShowAll, StartStory
from game.view.fonts import PygameMeasure
from game.view.painter import Painter
from game.view.snapshot import new_surface

__all__ = ["FrameTimes", "time_chat", "time_scrolling"]

_DAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameTimes:
    """Milliseconds of the middle frame and of the one that 99 of 100 are quicker than."""

    p50: float
    p99: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "FrameTimes":
        """The times of at least two frames."""
        cuts = statistics.quantiles(seconds, n=100, method="inclusive")
        return cls(p50=round(cuts[49] * 1000, 3), p99=round(cuts[98] * 1000, 3))


def time_chat(size: tuple[int, int], *, frames: int = 900) -> FrameTimes:
    """Play a story at 60 frames a second of its own time and take the time of each frame that shows something new."""
    stage = _Stage(_read_sample(), size)
    while len(stage.times) < frames and stage.play_on():
        stage.now += 1 / 60
        stage.frame()
    return FrameTimes.of(stage.times)


def time_scrolling(size: tuple[int, int], *, messages: int = 300, frames: int = 600) -> FrameTimes:
    """Scroll through a chat of that many messages, up and down again, 24 dp a frame."""
    stage = _Stage(_with_messages(_read_sample(), messages), size)
    stage.app.perform(ShowAll())
    stage.now += 1.0
    stage.frame()
    stage.times.clear()
    width, height = stage.dp
    down = -24.0
    for number in range(frames):
        if number == frames // 2:
            down = -down
        stage.now += 1 / 60
        stage.frame(Wheel(width * 0.25, height * 0.5, down))
    return FrameTimes.of(stage.times)


class _Shelf:
    """A shelf with one story, in memory."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._card = make_card(scenario, Path(scenario.id) / "scenario.yaml")

    def cards(self) -> Sequence[StoryCard]:
        return (self._card,)

    def scenario(self, story: str) -> Scenario:
        return self._scenario

    def refresh(self) -> Iterator[object]:
        return iter(())


class _Stage:
    """An app with a clock of its own, drawn on a surface of a size in pixels; `times` are those of frames drawn."""

    def __init__(self, scenario: Scenario, size: tuple[int, int]) -> None:
        scale = room_factor(*size)
        self.dp = (size[0] / scale, size[1] / scale)
        self.surface = new_surface(size)
        self.times: list[float] = []
        self.now = 1000.0
        measure = PygameMeasure(scale)
        self._painter = Painter(scale, measure=measure)
        world = World(shelf=_Shelf(scenario), load_signs=load_album, help=CsvHelpDesk(_DAY), home=None, today=_DAY)
        keeper = Keeper()
        sitting = keeper.open_sitting(world, Settings(band=scenario.band, adult_page_seen=True))
        self.app = App(world, sitting, measure, keeper=keeper)
        self.app.handle(Resized(*self.dp))
        self.app.perform(StartStory(scenario.id))
        self._shown: object = None
        self.frame()
        self.times.clear()

    def frame(self, *events: Wheel) -> None:
        """One round as the window's loop does it; its time counts where something new was drawn."""
        started = time.perf_counter()
        for event in events:
            self.app.handle(event)
        self.app.tick(self.now)
        tree = self.app.draw()
        if tree is self._shown:
            return
        self._painter.paint(tree, self.app.theme, self.surface)
        self.times.append(time.perf_counter() - started)
        self._shown = tree

    def play_on(self) -> bool:
        """Answer whatever the story waits for; False once it is over."""
        playing = self.app.sitting.playing
        if playing is None or playing.state.is_over:
            return False
        if playing.feedback is not None:
            self.app.perform(GoOn())
            return True
        state, scenario = playing.state, playing.scenario
        match state.awaiting:
            case "pulse":
                beat = state.open_beat(scenario)
                assert isinstance(beat, Pulse)
                self.app.perform(SayPulse(beat.answer))
            case "choice":
                choice = state.open_choice(scenario)
                assert choice is not None
                option = next(option for option in choice.options if option.go is not None)
                self.app.perform(Choose(option.id))
            case "rehearse":
                rehearse = state.open_rehearse(scenario)
                assert rehearse is not None
                for intent in (PickRole(rehearse.adults[0]), PickSentence(1), SaidIt(), GoOn()):
                    self.app.perform(intent)
            case "look_back":
                self.app.perform(GoOn())
            case _:
                pass
        return True


def _read_sample() -> Scenario:
    reading = parse_scenario(sample_story(60), "sample-story/scenario.yaml")
    if reading.scenario is None:
        raise ScenarioError("The made-up story to measure with cannot be read", diagnostics=reading.diagnostics)
    return reading.scenario


def _with_messages(scenario: Scenario, count: int) -> Scenario:
    """The same story, its first scene a chat of that many messages before whatever it ends in."""
    first = next(iter(scenario.scenes.values()))
    everyone = [beat for scene in scenario.scenes.values() for beat in scene.beats if isinstance(beat, Message)]
    chat = next(beat for beat in first.beats if isinstance(beat, In))
    members = scenario.chats[chat.chat].people
    told = [message for message in everyone if message.person in members]
    beats = (chat, *(told[number % len(told)] for number in range(count)), first.beats[-1])
    scenes: Mapping[str, object] = {**scenario.scenes, first.id: replace(first, beats=beats)}
    return replace(scenario, scenes=scenes)  # type: ignore[arg-type]
