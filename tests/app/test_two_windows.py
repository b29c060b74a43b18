"""Promises of two windows over one folder: what each changes is kept, and nothing that was erased comes back."""

import json
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from sitting import STORY, TODAY, enter, files, first_start, keeping, open_game, place_file, play, said

from game.app import home_lock
from game.app.home_lock import LOCK_NAME, locked
from game.app.notices import Notice
from game.app.opening import Opening
from game.app.settings import Settings, load_settings, save_settings
from game.ui.intents import Change, EraseEverything, OfferKept, PassGate, PickBand
from game.view.fonts import PygameMeasure


def test_what_two_windows_change_is_kept_of_both(home: Path) -> None:
    first, second = open_game(home), open_game(home)
    first_start(first)
    first.perform(Change("keep_place", True))
    second.perform(Change("theme", "night"))
    first.perform(Change("text_size", 150))
    found, problem = load_settings(home)
    assert problem is None
    assert (found.keep_place, found.theme, found.text_size, found.band) == (True, "night", 150, "11-13")


def test_marks_and_gates_of_two_windows_are_added_up(home: Path) -> None:
    keeping(home)
    first, second = open_game(home), open_game(home)
    enter(first)
    list(play(first))
    enter(second, "tin-robot")
    list(play(second))
    first.perform(PassGate("quiet-week"))
    second.perform(PassGate("loud-chat"))
    assert json.loads((home / "done.json").read_text())["done"] == [STORY, "tin-robot"]
    assert load_settings(home)[0].gate_read == ("loud-chat", "quiet-week")


def test_a_no_to_the_offer_leaves_the_yes_of_another_window(home: Path) -> None:
    first, second = open_game(home), open_game(home)
    first_start(first)
    second.perform(PickBand("8-10"))
    first.perform(OfferKept(True))
    second.perform(OfferKept(False))
    assert load_settings(home)[0].keep_place


@pytest.mark.parametrize("how", ["erase", "keep nothing"])
def test_what_one_window_erased_another_does_not_bring_back_when_it_goes_on_or_closes(home: Path, how: str) -> None:
    keeping(home)
    first = open_game(home)
    opening = Opening(home, today=TODAY)
    opening.library.read_all()
    second = opening.app(PygameMeasure(1.0))
    second.tick(100.0)
    second.perform(PassGate("quiet-week"))
    enter(second)
    steps = play(second)
    next(steps)
    assert place_file(home).is_file()
    first.perform(EraseEverything(sure=True) if how == "erase" else Change("keep_place", False))
    before = files(home)
    next(steps)
    assert second.sitting.notice == Notice("other_window")
    assert list(steps)[-1] == "over"
    second.leave()
    opening.remember_size((900, 700))
    assert files(home) == before
    second.perform(Change("theme", "night"))
    assert set(files(home)) - {"index.json"} == {"settings.json"}
    assert load_settings(home) == (
        Settings(theme="night", adult_page_seen=how == "keep nothing"),
        None,
    )
    assert "quiet-week" not in (home / "settings.json").read_text()


def test_keeping_can_be_chosen_anew_in_a_window_that_was_told_so(home: Path) -> None:
    keeping(home)
    first, second = open_game(home), open_game(home)
    first.perform(EraseEverything(sure=True))
    second.perform(Change("keep_place", True))
    assert load_settings(home)[0].keep_place
    enter(second)
    next(play(second))
    assert place_file(home).is_file()


def test_what_went_wrong_is_said_in_the_players_language(home: Path) -> None:
    keeping(home)
    (home / "done.json").write_bytes(b"\xff")
    app = open_game(home)
    assert "The marks of finished stories are damaged. They were put aside as done.json.damaged-1." in said(app)
    app.perform(Change("language", "es"))
    app.sitting = replace(app.sitting, notice=Notice("done_damaged", "done.json.damaged-1"))
    assert "Las marcas de las historias terminadas están dañadas." in said(app)


# The lock


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no locks there")
def test_a_window_waits_for_another_process_that_changes_something(home: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from game.app.home_lock import locked\n"
        "with locked(Path(sys.argv[1])):\n    print('held', flush=True); input()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        saved = threading.Event()
        writer = threading.Thread(target=lambda: (save_settings(home, Settings()), saved.set()))
        writer.start()
        assert not saved.wait(0.3)
        assert files(home) == {}
    finally:
        holder.communicate("\n")
    writer.join(5)
    assert saved.is_set()
    assert set(files(home)) == {"settings.json"}


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no locks there")
def test_a_halted_window_does_not_halt_another_for_good(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home_lock, "_PATIENCE", 0.1)
    with locked(home):
        assert save_settings(home, Settings()) is None


def test_where_folders_have_no_locks_a_file_stands_for_one_and_leaves_no_trace(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside: list[str] = []
    monkeypatch.setattr(home_lock.sys, "platform", "win32")

    def change(name: str) -> None:
        with locked(home):
            inside.append(name)
            time.sleep(0.05)
            inside.append(name)

    threads = [threading.Thread(target=change, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert [inside[i] == inside[i + 1] for i in (0, 2, 4)] == [True] * 3
    assert list(home.iterdir()) == []
    (home / LOCK_NAME).write_bytes(b"")
    monkeypatch.setattr(home_lock, "_STALE_SECONDS", -1.0)
    with locked(home):
        pass
    assert list(home.iterdir()) == []


def test_a_folder_that_is_not_there_has_no_lock_and_needs_none(tmp_path: Path) -> None:
    with locked(tmp_path / "gone"):
        pass
    assert not (tmp_path / "gone").exists()
