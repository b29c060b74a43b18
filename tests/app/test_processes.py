"""Promises of starting the program once more: the same program, from Python's files and from an installed app."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.app.lesson_job import LessonJob
from game.app.processes import is_frozen, program_words
from game.cli.commands import COMMANDS
from game.studio.lesson_times import measure_lessons


def test_from_pythons_files_the_program_is_started_and_nothing_that_lies_around(tmp_path: Path) -> None:
    (tmp_path / "game.py").write_text("raise SystemExit(7)", encoding="utf-8")
    done = subprocess.run([*program_words(), "--help"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert all(name in done.stdout for name in COMMANDS)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for an app is a shell script")
def test_a_packed_program_starts_itself_and_no_interpreter(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: Path
) -> None:
    heard = tmp_path / "heard"
    app = tmp_path / "looktwice"
    app.write_text(f'#!/bin/sh\necho "$@" > "{heard}"\n', encoding="utf-8")
    app.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(app))
    assert is_frozen()
    job = LessonJob(["lesson", "tin-robot"])
    for _ in range(400):
        if job.look().state != "running":
            break
        time.sleep(0.025)
    assert heard.read_text(encoding="utf-8").split() == ["lesson", "tin-robot"]


def test_in_a_packed_program_lessons_are_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(subprocess, "run", lambda *_args, **_options: pytest.fail("it started something"))
    assert measure_lessons() is None
