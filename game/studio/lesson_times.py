"""What lesson packs cost: the first from the start of a process, each further one, and the memory of it all."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from game.app.processes import is_frozen, program_words

__all__ = ["LessonCosts", "measure_lessons"]

_RUNS = 3
_STORY = "free-skins"
_MEASURED = """
import json, resource, sys, time
from pathlib import Path
from game.content.library import open_library
from lessons.build import build_pack
from lessons.pack import FORMATS
from lessons.planning import make_plan
library = open_library()
library.read_all()
plan = make_plan(sys.argv[1], library=library)
build_pack(plan, Path(sys.argv[2]), FORMATS)
began = time.perf_counter()
build_pack(make_plan(sys.argv[1], library=library), Path(sys.argv[2]), FORMATS)
again = time.perf_counter() - began
print(json.dumps([again, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))
"""


@dataclass(frozen=True, slots=True)
class LessonCosts:
    """Medians: seconds of a full pack by the command, seconds of one more in the same process, MB at its most."""

    first_s: float
    further_s: float
    peak_mb: float


def measure_lessons() -> LessonCosts | None:
    """Make packs of one story, every format.

    None where what writes them is not installed, and in a packed program: it has no interpreter for what is measured.
    """
    from lessons.build import missing_library
    from lessons.pack import FORMATS

    if is_frozen() or any(missing_library(format) for format in FORMATS):
        return None
    firsts, furthers, peaks = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(_RUNS):
            firsts.append(_first(Path(folder)))
            further, peak = _further(Path(folder))
            furthers.append(further)
            peaks.append(peak)
    return LessonCosts(
        round(statistics.median(firsts), 2), round(statistics.median(furthers), 2), round(statistics.median(peaks), 1)
    )


def _first(folder: Path) -> float:
    """Wall seconds from the start of the process to its end."""
    words = ["lesson", _STORY, "-o", str(folder / "packs"), "--home", str(folder / "home"), "--json"]
    began = time.perf_counter()
    subprocess.run([*program_words(), *words], check=True, capture_output=True)
    return time.perf_counter() - began


def _further(folder: Path) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-P", "-c", _MEASURED, _STORY, str(folder)], check=True, capture_output=True, text=True
    )
    seconds, peak = json.loads(done.stdout.splitlines()[-1])
    # Kilobytes on Linux, bytes on macOS.
    return seconds, peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
