"""What this machine measures of the game: start, frames, languages, idling, memory, checks, engine; medians of runs."""

import statistics
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Final, TypeAlias

from game.content.checks import check_reading
from game.content.checks.reachability import REACHABILITY_CHECKS
from game.content.checks.references import REFERENCE_CHECKS
from game.content.checks.structure import STRUCTURE_CHECKS
from game.content.checks.subject import Subject
from game.content.files.scenario_reader import parse_scenario
from game.content.shipped import load_catalogue
from game.errors import ScenarioError
from game.story import engine
from game.story.players import play_out
from game.story.state import ShownBeat
from game.studio.sample_story import sample_story

__all__ = [
    "FIGURES",
    "Figure",
    "Results",
    "measure_checks",
    "measure_engine",
    "measure_languages",
    "read_figure",
    "run_bench",
]

Results: TypeAlias = dict[str, float | dict[str, float] | dict[str, dict[str, float]] | None]

_RUNS: Final = 5
_FRAME_RUNS: Final = 3
_SECONDS: Final = 0.3
_LARGE: Final = 120
"""KiB of the story that is checked and played."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number: its name (dots lead into the results), what it is held to, and which way is better."""

    name: str
    unit: str
    target: float | None = None
    more_is_better: bool = False


FIGURES: Final = (
    Figure("startup_ms", "ms", 300),
    Figure("startup_few_ms", "ms", 300),
    Figure("frame_ms.chat_1280.p50", "ms"),
    Figure("frame_ms.chat_1280.p99", "ms", 4),
    Figure("frame_ms.scroll300_1280.p50", "ms"),
    Figure("frame_ms.scroll300_1280.p99", "ms"),
    Figure("frame_ms.scroll300_1920.p50", "ms"),
    Figure("frame_ms.scroll300_1920.p99", "ms"),
    Figure("language_ms.layout300_ar", "ms", 120),
    Figure("language_ms.again300_ar", "ms", 5),
    Figure("language_ms.switch_ar", "ms", 200),
    Figure("idle_cpu_percent", "%", 0.5),
    Figure("rss_mb", "MB", 70),
    Figure("check_beats_per_s", "beats/s", None, True),
    Figure("structure_beats_per_s", "beats/s", 10_000, True),
    Figure("engine_beats_per_s", "beats/s", 300_000, True),
    Figure("lesson_pack_s", "s", 2.5),
    Figure("lesson_further_s", "s", 1.2),
    Figure("lesson_peak_mb", "MB", 200),
)


def run_bench(say: Callable[[str], None] = lambda step: None) -> Results:
    """Measure everything; None for what is not built yet or cannot be measured here. `say` hears each step's name."""
    say("start, idling, memory")
    from game.studio.window_costs import measure_window

    window = measure_window()
    say("frames")
    from game.studio.frame_times import time_chat, time_scrolling

    times = {
        "chat_1280": [time_chat((1280, 800)) for _ in range(_FRAME_RUNS)],
        "scroll300_1280": [time_scrolling((1280, 800)) for _ in range(_FRAME_RUNS)],
        "scroll300_1920": [time_scrolling((1920, 1080)) for _ in range(_FRAME_RUNS)],
    }
    say("languages")
    languages = measure_languages()
    say("checking")
    structure, checked = measure_checks()
    say("lesson packs")
    from game.studio.lesson_times import measure_lessons

    lessons = measure_lessons()
    say("engine")
    return {
        "startup_ms": window.startup_ms,
        "startup_few_ms": window.startup_few_ms,
        "frame_ms": {
            name: {
                "p50": statistics.median(found.p50 for found in runs),
                "p99": statistics.median(found.p99 for found in runs),
            }
            for name, runs in times.items()
        },
        "language_ms": languages,
        "idle_cpu_percent": window.idle_cpu_percent,
        "rss_mb": window.rss_mb,
        "check_beats_per_s": checked,
        "structure_beats_per_s": structure,
        "engine_beats_per_s": measure_engine(),
        "lesson_pack_s": lessons.first_s if lessons is not None else None,
        "lesson_further_s": lessons.further_s if lessons is not None else None,
        "lesson_peak_mb": lessons.peak_mb if lessons is not None else None,
    }


def measure_languages(language: str = "ar") -> dict[str, float]:
    """Milliseconds to lay a long chat out in a language, at first and again, and to change to that language."""
    from game.studio.language_times import time_layout, time_switch

    layouts = [time_layout(language) for _ in range(_FRAME_RUNS)]
    return {
        f"layout300_{language}": statistics.median(first for first, _ in layouts),
        f"again300_{language}": statistics.median(again for _, again in layouts),
        f"switch_{language}": statistics.median(time_switch(language) for _ in range(_FRAME_RUNS)),
    }


def measure_checks() -> tuple[float, float]:
    """Beats a second of a large story from its text to its findings: with the rules of structure, and with all."""
    text = sample_story(_LARGE)
    catalogue = load_catalogue().catalogue
    reading = parse_scenario(text, "sample-story/scenario.yaml")
    if reading.scenario is None:
        raise ScenarioError("The made-up story to measure with cannot be read", diagnostics=reading.diagnostics)
    beats = sum(len(scene.beats) for scene in reading.scenario.scenes.values())

    def check_structure() -> None:
        again = parse_scenario(text, "sample-story/scenario.yaml")
        if again.draft is not None:
            subject = Subject(again, again.draft, catalogue)
            for check in (*STRUCTURE_CHECKS, *REFERENCE_CHECKS, *REACHABILITY_CHECKS):
                deque(check(subject), maxlen=0)

    def check_all() -> None:
        check_reading(parse_scenario(text, "sample-story/scenario.yaml"), catalogue)

    return _rate(beats, check_structure), _rate(beats, check_all)


def measure_engine() -> float:
    """Beats a second of replaying a whole play of a large story, every message judged."""
    scenario = parse_scenario(sample_story(_LARGE), "sample-story/scenario.yaml").scenario
    if scenario is None:
        raise ScenarioError("The made-up story to measure with cannot be read")
    rng = Random(1)
    play = max(
        (play_out(scenario, lambda sight: "not_sure", rng).play(scenario) for _ in range(20)),
        key=lambda one: len(one.inputs),
    )
    beats = sum(isinstance(shown, ShownBeat) for shown in engine.replay(scenario, play).state.shown)
    return _rate(beats, lambda: engine.replay(scenario, play))


def read_figure(results: Mapping[str, object], figure: Figure) -> float | None:
    """A figure's value in some results, or None where it is not in them."""
    value: object = results
    for key in figure.name.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _rate(amount: int, work: Callable[[], object]) -> float:
    """How much a second `work` does, which does `amount` at a time: the median of several runs."""
    return round(statistics.median(_rates(amount, work)))


def _rates(amount: int, work: Callable[[], object]) -> Iterator[float]:
    work()
    for _ in range(_RUNS):
        started, done = time.perf_counter(), 0
        while (spent := time.perf_counter() - started) < _SECONDS or not done:
            work()
            done += amount
        yield done / max(spent, 1e-9)
