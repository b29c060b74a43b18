"""Measuring: what is measured is the right thing, and results can be compared. No test here judges a time."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.cli.bench import format_results
from game.cli.main import main
from game.content.files.scenario_reader import read_scenario
from game.content.library import Library
from game.extract.compiling import compile_catalogues, open_catalogues
from game.i18n.scenario_translation import missing_lines
from game.resources import data_folder
from game.studio import bench, language_times, window_costs
from game.studio.bench import FIGURES, measure_checks, measure_engine, measure_languages, read_figure
from game.studio.frame_times import FrameTimes, time_chat, time_scrolling
from game.studio.window_costs import WindowCosts, write_stories, write_translations
from game.view.probe import Probe, probe_from

RESULTS: dict[str, Any] = {
    "startup_ms": 250.0,
    "frame_ms": {"chat_1280": {"p50": 1.0, "p99": 5.5}},
    "idle_cpu_percent": None,
    "engine_beats_per_s": 400_000,
}


def test_made_up_stories_may_all_be_offered(tmp_path: Path) -> None:
    write_stories(tmp_path, 3)
    library = Library([tmp_path], None)
    library.read_all()
    assert [card.title for card in library.cards()] == ["Week 1", "Week 2", "Week 3"]
    assert library.refused() == ()


def test_made_up_stories_may_be_there_in_every_language(tmp_path: Path) -> None:
    write_stories(tmp_path, 2)
    write_translations(tmp_path)
    catalogues = open_catalogues()
    codes = [locale.code for locale in catalogues.find_languages()][1:]
    for id in ("sample-1", "sample-2"):
        scenario = read_scenario(tmp_path / id / "scenario.yaml").scenario
        assert scenario is not None
        for code in codes:
            assert not missing_lines(scenario, catalogues.load_story_catalogue(code, id, tmp_path / id))
    assert catalogues.problems == []


def test_the_middle_and_the_slowest_hundredth_are_told_apart() -> None:
    times = FrameTimes.of([0.001] * 98 + [0.005] * 2)
    assert (times.p50, times.p99) == (1.0, 5.0)


def test_frames_of_a_chat_and_of_scrolling_are_measured() -> None:
    chat = time_chat((360, 640), frames=30)
    scrolling = time_scrolling((360, 640), messages=40, frames=20)
    assert 0 < chat.p50 <= chat.p99
    assert 0 < scrolling.p50 <= scrolling.p99


def test_a_long_chat_and_the_change_of_language_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "_FRAME_RUNS", 1)
    times = measure_languages("ar")
    assert list(times) == ["layout300_ar", "again300_ar", "switch_ar"]
    assert all(time > 0 for time in times.values())
    assert {f"language_ms.{name}" for name in times} < {figure.name for figure in FIGURES}


def test_the_measured_chat_is_in_the_language_and_no_two_messages_are_the_same() -> None:
    texts = language_times.chat_in("ar", 300)
    assert len(set(texts)) == len(texts) == 300
    assert sum(any("\u0600" <= letter <= "\u06ff" for letter in text) for text in texts) > 250


def test_the_first_picture_in_another_language_does_without_what_compiles_it(tmp_path: Path) -> None:
    locales = tmp_path / "locales"
    shutil.copytree(data_folder("locales"), locales)
    compile_catalogues(locales, tmp_path / "no-stories")
    code = (
        "import sys\nfrom pathlib import Path\nfrom game.extract import compiling\n"
        f"compiling.data_folder = lambda name: Path({str(locales)!r})\n"
        "from game.app.opening import Opening\nfrom game.view.fonts import PygameMeasure\n"
        "from game.view.snapshot import render\n"
        f"app = Opening(Path({str(tmp_path)!r}), language='ar').app(PygameMeasure())\n"
        "tree = app.draw()\nassert app.sitting.language == 'ar'\n"
        "render(tree, app.theme, (1280, 800))\nprint('babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stderr, done.stdout.split()[-1:]) == ("", ["False"])


def test_checking_and_the_engine_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "_LARGE", 16)
    monkeypatch.setattr(bench, "_RUNS", 1)
    monkeypatch.setattr(bench, "_SECONDS", 0.0)
    assert measure_engine() > 0
    structure, everything = measure_checks()
    assert structure > 0
    assert everything > 0


def test_without_a_screen_nothing_is_said_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window_costs.sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(window_costs.shutil, "which", lambda program: None)
    assert window_costs.measure_window() == WindowCosts()


def test_figures_are_found_by_name_and_missing_ones_are_none() -> None:
    found = {figure.name: read_figure(RESULTS, figure) for figure in FIGURES}
    assert found["frame_ms.chat_1280.p99"] == 5.5
    assert found["idle_cpu_percent"] is None
    assert found["frame_ms.scroll300_1920.p50"] is None


def test_a_missed_target_and_an_earlier_value_are_printed() -> None:
    lines = format_results(RESULTS, {"startup_ms": 200.0})
    by_name = {line.split()[0]: line for line in lines}
    assert "missed" in by_name["frame_ms.chat_1280.p99"]
    assert "missed" not in by_name["startup_ms"]
    assert "before: 200 ms (+25%)" in by_name["startup_ms"]


def test_the_command_prints_one_json_document(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(bench, "run_bench", lambda say: RESULTS)
    earlier = tmp_path / "earlier.json"
    earlier.write_text(json.dumps({"startup_ms": 200.0}), encoding="utf-8")
    assert main(["bench", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == RESULTS
    assert main(["bench", "--compare", str(earlier)]) == 0
    assert "before: 200 ms" in capsys.readouterr().out


@pytest.mark.parametrize("content", [None, "no json", "[1]"])
def test_earlier_results_that_cannot_be_read_are_said_so(
    home: Path, content: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "earlier.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    assert main(["bench", "--compare", str(file)]) == 2
    assert str(file) in capsys.readouterr().err


def test_a_probe_waits_until_the_window_is_still(capsys: pytest.CaptureFixture[str]) -> None:
    probe = Probe("idle", seconds=1.0)
    assert not any(probe.note(now, flips=5, busy=True) for now in (0.0, 5.0))
    assert not any(probe.note(now, flips=6, busy=False) for now in (6.0, 8.0, 9.1))
    assert probe.note(10.2, flips=6, busy=False)
    assert json.loads(capsys.readouterr().out)["flips"] == 0


def test_no_probe_runs_unless_it_is_asked_for() -> None:
    assert probe_from({}) is None
    assert probe_from({"LOOKTWICE_BENCH": "something"}) is None
    asked = probe_from({"LOOKTWICE_BENCH": "idle:2"})
    assert asked is not None
    assert asked.mode == "idle"
