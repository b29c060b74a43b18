"""Keeps what went wrong inside the program for whoever repairs it, and nothing about what was played."""

from __future__ import annotations

import datetime
import platform
import traceback
from pathlib import Path

from game.cli.home import home_folder

LOG_NAME = "log.txt"
_LARGEST_LOG = 64 * 1024


def report_crash(error: BaseException, home: Path | None = None) -> str:
    """Write an entry to the log in the user's folder and return the sentence that tells the user.

    Never raises: where the log cannot be written, the sentence says so.
    """
    again = "Nothing you kept is lost. Please start Look Twice again."
    try:
        log = home_folder(home) / LOG_NAME
        log.parent.mkdir(parents=True, exist_ok=True)
        earlier = log.read_text(encoding="utf-8", errors="replace")[-_LARGEST_LOG:] if log.is_file() else ""
        log.write_text(earlier + describe_crash(error), encoding="utf-8")
    except OSError as refusal:
        reason = refusal.strerror or type(refusal).__name__
        return (
            f"Look Twice had to stop: something inside it went wrong. {again} "
            f"No log could be written ({refusal.filename or 'the user folder'}: {reason})."
        )
    return f"Look Twice had to stop: something inside it went wrong. {again} What happened is noted in {log}."


def describe_crash(error: BaseException) -> str:
    """Describe an exception by the places in the code it went through, and those of what caused it.

    Messages and values are left out: they may hold the id of a story or what a player chose. So is the time of day.
    """
    lines = [f"--- {datetime.date.today().isoformat()}, Python {platform.python_version()}, {platform.system()}"]
    cause: BaseException | None = error
    seen: set[int] = set()
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        for frame in traceback.extract_tb(cause.__traceback__, limit=-40):
            place = "/".join(Path(frame.filename).parts[-3:])
            lines.append(f"  {place}:{frame.lineno} in {frame.name}: {frame.line or ''}")
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"
