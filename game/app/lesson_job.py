"""Makes a lesson pack in a process of its own, so that the window stays quick and its memory small."""

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.app.processes import program_words
from game.ui.lesson_desk import LessonWishes, LessonWork

_PROGRESS = re.compile(r"(\d+)/(\d+)\s?(.*)")
_QUIZZES = ("gift", "moodle", "kahoot")
_NO_WINDOW = 0x08000000
"""On Windows: no console window for the process."""


class LessonJob:
    """One run of `looktwice lesson`. `look` says how far it is; the process ends with the job."""

    def __init__(self, words: Sequence[str], *, program: Sequence[str] | None = None) -> None:
        """Start it. `words` are those of the command line after the program. Raises OSError where that fails."""
        flags: dict[str, Any] = {"creationflags": _NO_WINDOW} if sys.platform == "win32" else {}
        self._process = subprocess.Popen(
            [*(program or program_words()), *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            **flags,
        )
        self._lock = threading.Lock()
        self._work = LessonWork(state="running")
        self._said: list[str] = []
        self._out = ""
        self._readers = [threading.Thread(target=read, daemon=True) for read in (self._read_progress, self._read_out)]
        for reader in self._readers:
            reader.start()

    def look(self) -> LessonWork:
        """How far it is now."""
        code = self._process.poll()
        if code is None or any(reader.is_alive() for reader in self._readers):
            with self._lock:
                return self._work
        self._close()
        return self._finished(code)

    def stop(self) -> None:
        """End it; files that are whole stay where they are."""
        self._process.terminate()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._close()

    def _close(self) -> None:
        for reader in self._readers:
            reader.join(timeout=5)
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()

    def _read_progress(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            found = _PROGRESS.fullmatch(line.strip())
            with self._lock:
                if found is None:
                    self._said.append(line.strip())
                else:
                    done, total, name = int(found[1]), int(found[2]), found[3]
                    self._work = replace(self._work, done=done, total=total, name=name)

    def _read_out(self) -> None:
        assert self._process.stdout is not None
        self._out = self._process.stdout.read()

    def _finished(self, code: int) -> LessonWork:
        if code == 0:
            try:
                answer = json.loads(self._out)
                paths = [Path(file["path"]) for file in answer["files"]]
                folder = os.path.commonpath([path.parent for path in paths])
                return LessonWork(
                    state="done", done=len(paths), total=len(paths), folder=folder, notes=tuple(answer["warnings"])
                )
            except (ValueError, KeyError, TypeError):
                pass
        problem = " ".join(self._said[-3:]).removeprefix("looktwice: ") or f"The program ended with {code}."
        return LessonWork(state="failed", problem=problem)


def lesson_words(
    wishes: LessonWishes, folder: Path, *, country: str, home: Path | None, content: Sequence[Path] = ()
) -> list[str]:
    """The command line of a pack, after the program."""
    formats = [kind for each in wishes.formats for kind in (_QUIZZES if each == "quiz" else (each,))]
    return [
        "lesson",
        *wishes.stories,
        *("--to", ",".join(formats)),
        *("--lang", wishes.language),
        *("--country", country),
        *("--paper", wishes.paper),
        *("--minutes", str(wishes.minutes)),
        *("-o", str(folder)),
        *(("--home", str(home)) if home is not None else ()),
        *(word for each in content for word in ("--content", str(each))),
        *("--json", "--progress"),
    ]


def show_folder(folder: Path) -> bool:
    """Open a folder with the system's own program; whether that could be tried."""
    try:
        if sys.platform == "win32":
            os.startfile(folder)  # noqa: S606 - Windows opens a folder so
        else:
            command = "open" if sys.platform == "darwin" else "xdg-open"
            subprocess.Popen(
                [command, str(folder)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
    except OSError:
        return False
    return True
