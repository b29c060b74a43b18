"""What a real window costs on this machine: the time to its first frame, the processor while it idles, memory."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from game.app.processes import program_words
from game.app.settings import Settings, save_settings
from game.studio.sample_story import sample_story

__all__ = ["WindowCosts", "measure_window", "write_stories"]

_PATIENCE = 120.0
"""Seconds after which a window that says nothing is given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowCosts:
    """Medians; None where there is no screen, or where the system does not tell."""

    startup_ms: float | None = None
    idle_cpu_percent: float | None = None
    rss_mb: float | None = None


def measure_window(*, stories: int = 200, starts: int = 7, idle_seconds: float = 10.0) -> WindowCosts:
    """Open the game on a picker of that many made-up stories, several times, then let it idle.

    A virtual screen (Xvfb) is used where there is no real one.
    """
    with tempfile.TemporaryDirectory() as folder, _screen() as screen:
        if screen is None:
            return WindowCosts()
        home, content = Path(folder) / "home", Path(folder) / "stories"
        home.mkdir()
        write_stories(content, stories)
        save_settings(home, Settings(band="11-13", adult_page_seen=True, keep_place=True))
        game = [*program_words(), "--home", str(home), "--content", str(content)]
        # The first start writes the index and warms the file cache; it does not count.
        subprocess.run([*game, "list", "--json"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        _open(game, screen, "first-frame")
        frames = [figure for _ in range(starts) if (figure := _open(game, screen, "first-frame").get("first_frame_ms"))]
        idle = _open(game, screen, f"idle:{idle_seconds}")
    return WindowCosts(
        startup_ms=round(statistics.median(frames), 1) if frames else None,
        idle_cpu_percent=idle.get("idle_cpu_percent"),
        rss_mb=idle.get("rss_mb"),
    )


def write_stories(folder: Path, count: int) -> None:
    """Fill a folder with that many small made-up stories, each with an id and a title of its own."""
    text = sample_story(8)
    for number in range(1, count + 1):
        story = folder / f"sample-{number}"
        story.mkdir(parents=True)
        own = text.replace("id: sample-story", f"id: {story.name}", 1)
        own = own.replace("title: A long week", f"title: Week {number}", 1)
        (story / "scenario.yaml").write_text(own, encoding="utf-8")


def _open(game: list[str], screen: Mapping[str, str], mode: str) -> dict[str, float | None]:
    """Run the game until it has measured what `mode` asks for; nothing where it did not."""
    started = time.monotonic()
    environment = {**screen, "LOOKTWICE_BENCH": mode, "LOOKTWICE_BENCH_STARTED": repr(started)}
    try:
        answer = subprocess.run(game, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=False)
        figures: dict[str, float | None] = json.loads(answer.stdout.strip().splitlines()[-1])
    except (OSError, subprocess.TimeoutExpired, ValueError, IndexError):
        return {}
    return figures


@contextmanager
def _screen() -> Iterator[dict[str, str] | None]:
    """The environment in which a window can be opened; None where there is no way to get a screen."""
    environment = {name: value for name, value in os.environ.items() if name != "SDL_VIDEODRIVER"}
    if sys.platform != "linux" or "DISPLAY" in environment or "WAYLAND_DISPLAY" in environment:
        yield environment
        return
    program = shutil.which("Xvfb")
    if program is None:
        yield None
        return
    read_end, write_end = os.pipe()
    command = [program, "-displayfd", str(write_end), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write_end,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()
        yield {**environment, "DISPLAY": f":{number}"} if number else None
    finally:
        server.terminate()
        server.wait()
