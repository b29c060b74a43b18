"""What `looktwice bench` asks of a running window: when the first frame stood, what idling costs. Off by default."""

import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, TypeAlias

__all__ = ["Probe", "read_rss"]

Mode: TypeAlias = Literal["first-frame", "idle"]

_SETTLING: Final = 3.0
"""Seconds without a frame after which a window counts as idle."""


class Probe:
    """Watches a loop, prints one line of JSON to standard output, and says when the loop may end."""

    def __init__(self, mode: Mode, *, started: float | None = None, seconds: float = 10.0) -> None:
        """`started` is when the process was started, `time.monotonic()` of whoever started it."""
        self.mode = mode
        self._started = started
        self._seconds = seconds
        self._still_since: float | None = None
        self._flips = 0
        self._measuring: tuple[float, float, int] | None = None

    def note(self, now: float, flips: int, *, busy: bool) -> bool:
        """Take note of a round of the loop: frames shown so far, and whether work is pending. True: all is measured."""
        if self.mode == "first-frame":
            return flips > 0 and self._report_first_frame()
        if self._measuring is not None:
            wall, used, before = self._measuring
            return now - wall >= self._seconds and self._report_idle(
                now - wall, time.process_time() - used, flips - before
            )
        if busy or flips != self._flips or self._still_since is None:
            self._flips, self._still_since = flips, now
        elif now - self._still_since >= _SETTLING:
            self._measuring = (now, time.process_time(), flips)
        return False

    def _report_first_frame(self) -> bool:
        took = None if self._started is None else round((time.monotonic() - self._started) * 1000, 1)
        return self._print({"first_frame_ms": took, "rss_mb": read_rss()})

    def _report_idle(self, wall: float, used: float, flips: int) -> bool:
        return self._print({"idle_cpu_percent": round(100 * used / wall, 3), "flips": flips, "rss_mb": read_rss()})

    def _print(self, result: Mapping[str, float | None]) -> bool:
        sys.stdout.write(json.dumps(result) + "\n")
        sys.stdout.flush()
        return True


def probe_from(environment: Mapping[str, str]) -> Probe | None:
    """The probe that LOOKTWICE_BENCH asks for (`first-frame`, `idle` or `idle:SECONDS`), if any."""
    mode, _, seconds = environment.get("LOOKTWICE_BENCH", "").partition(":")
    if mode == "first-frame":
        return Probe("first-frame", started=_number(environment.get("LOOKTWICE_BENCH_STARTED", "")))
    if mode == "idle":
        return Probe("idle", seconds=_number(seconds) or 10.0)
    return None


def read_rss() -> float | None:
    """The memory this process holds in MB, where the system tells (Linux)."""
    try:
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmRSS:"):
                return round(int(line.split()[1]) / 1024, 1)
    except (OSError, ValueError, IndexError):
        return None
    return None


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
