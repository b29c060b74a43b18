"""How long a save takes to be seen in the preview: from the last byte of the file to the picture in a real window.

`python -m game.studio.preview.reload_times [FILE]` measures it on this machine.
"""

import json
import statistics
import sys
import tempfile
import threading
import time
from datetime import date
from pathlib import Path
from typing import Final

from game.content.shipped import load_catalogue
from game.extract.compiling import open_catalogues
from game.studio.preview.stage import PreviewStage
from game.studio.sample_story import sample_story
from game.view.loop import QUIET_RATE, Loop
from game.view.window import open_window

__all__ = ["time_reloads"]

_RUNS: Final = 20
_SIZE: Final = 8
"""KiB of the made-up story that is saved where no file is named."""
_PATIENCE: Final = 5.0


def time_reloads(text: str, runs: int = _RUNS) -> list[float]:
    """Milliseconds from each of so many saves of a story to its new picture, the loop at rest before each.

    Every save changes the title, which stands on the screen, and comes at another moment between two looks.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "scenario.yaml"
        file.write_text(text, encoding="utf-8")
        catalogue, catalogues = load_catalogue().catalogue, open_catalogues()
        window = open_window("Look Twice", size=(1280, 800))
        loop = Loop(
            window,
            lambda measure: PreviewStage(
                file, measure, shown=file.name, catalogue=catalogue, catalogues=catalogues, today=date(2026, 1, 1)
            ),
        )
        try:
            return [_time_one(loop, file, text, number) for number in range(runs)]
        finally:
            window.close()


def _time_one(loop: Loop, file: Path, text: str, number: int) -> float:
    title = f"Saved {number}"
    head, _, rest = text.partition("title: ")
    changed = f"{head}title: {title}\n{rest.partition(chr(10))[2]}"
    written: list[float] = []

    def save() -> None:
        file.write_text(changed, encoding="utf-8")
        written.append(time.perf_counter())

    stage = loop.stage
    assert isinstance(stage, PreviewStage)
    resting = time.perf_counter() + 0.3
    while time.perf_counter() < resting:
        loop.step(time.perf_counter())
        time.sleep(1 / QUIET_RATE)
    timer = threading.Timer(0.02 + 0.0037 * number, save)
    timer.start()
    until = time.perf_counter() + _PATIENCE
    while time.perf_counter() < until:
        flips = loop.flips
        loop.step(time.perf_counter())
        story = stage.bench.story
        if story is not None and story.title == title and loop.flips > flips:
            break
        time.sleep(1 / QUIET_RATE)
    seen = time.perf_counter()
    timer.join()
    return (seen - written[0]) * 1000


def main() -> None:
    """Print the median and the longest of the times, in milliseconds, as JSON."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8") if len(sys.argv) > 1 else sample_story(_SIZE)
    times = time_reloads(text)
    print(json.dumps({"median_ms": round(statistics.median(times), 1), "longest_ms": round(max(times), 1)}))


if __name__ == "__main__":
    main()
