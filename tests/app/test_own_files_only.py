"""Promises of the user's folder: only the game's own files go, through no link, by no wrong clock, and all of them at
an erasing."""

import json
import os
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sitting import STORY, enter, files, first_start, keeping, open_game, place_file, play

from game.app.home_files import INDEX_FILE, LOG_FILE, is_home_file, story_of
from game.app.home_lock import LOCK_NAME
from game.app.kept_places import KeptPlaces
from game.app.notices import Notice
from game.app.opening import Opening
from game.app.sealed_file import seal
from game.cli.crash_log import LOG_NAME
from game.content.library import INDEX_NAME
from game.story import engine
from game.story.model import Scenario
from game.story.plays import Judge, Play
from game.story.saves import dump_play
from game.story.state import State
from game.ui.intents import Change, EraseEverything, QuickExit

TODAY = date(2026, 11, 24)
SITTING = date(2026, 1, 1)
"""The day of the games that `open_game` opens."""
LONG_AGO = datetime(2020, 5, 5, 12).timestamp()
NOBODY = 2**31 - 5
"""No process has this id."""
THEIRS = ("holiday.jpg", "thesis.odt", "small-boat.json.bak", "Small-Boat.json", ".small-boat.json.tmp", "notes")


@pytest.fixture
def kept(home: Path) -> KeptPlaces:
    return KeptPlaces(home, keep=True)


@pytest.fixture
def half_played(boat: Scenario) -> State:
    place = next(place for place, message in boat.messages() if message.person != boat.friend.id)
    return engine.replay(boat, Play(boat.id, (Judge(place, "fine"),))).state


def put(file: Path, data: bytes = b"theirs", at: float = LONG_AGO) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    os.utime(file, (at, at))
    return file


def start(home: Path, today: date) -> None:
    Opening(home, today=today)


@pytest.mark.parametrize("keeps", [True, False])
def test_files_of_other_names_outlive_starts_an_end_of_keeping_a_quick_exit_and_an_erasing(
    home: Path, keeps: bool
) -> None:
    app = keeping(home) if keeps else open_game(home)
    names = [*THEIRS, *(f"places/{name}" for name in THEIRS), f"places/{STORY}.json.d/x", f"done.json.{NOBODY}"]
    for name in names:
        put(home / name)
    start(home, TODAY)
    app.perform(Change("keep_place", False))
    app.perform(QuickExit())
    app.perform(EraseEverything(sure=True))
    assert set(files(home)) == set(names)


def test_where_keeping_was_never_chosen_no_file_goes_but_what_a_killed_game_left(home: Path) -> None:
    app = open_game(home)
    first_start(app)
    others = ["places/small-boat.json", "places/small-boat.json.damaged-1", "done.json", "done.json.damaged-1"]
    for name in others:
        put(home / name)
    stale = [f".done.json.{NOBODY}.tmp", f"index.json.{NOBODY}.tmp", f"places/.small-boat.json.{NOBODY}.tmp"]
    for name in stale:
        put(home / name)
    before = set(files(home))
    start(home, TODAY)
    start(home, TODAY + timedelta(30))
    assert set(files(home)) == before - set(stale)


@pytest.mark.parametrize("do", ["start", "delete", "forget", "erase_everything", "save"])
def test_nothing_behind_a_linked_folder_is_touched(
    home: Path, tmp_path: Path, kept: KeptPlaces, boat: Scenario, half_played: State, do: str
) -> None:
    theirs = tmp_path / "theirs"
    put(theirs / "small-boat.json", seal(dump_play(boat, half_played, TODAY)).encode())
    put(theirs / f".small-boat.json.{NOBODY}.tmp")
    put(theirs / "small-boat.json.damaged-1")
    before = files(theirs)
    (home / "places").symlink_to(theirs, target_is_directory=True)
    linked = Notice("linked_folder", str(home / "places"))
    match do:
        case "start":
            start(home, TODAY + timedelta(30))
            kept.delete_old(TODAY + timedelta(30))
        case "delete":
            assert kept.delete("small-boat") == linked
        case "save":
            assert kept.save(boat, half_played, TODAY) == linked
        case _:
            assert getattr(kept, do)() == linked
    assert files(theirs) == before


def test_of_a_link_in_the_place_of_a_file_only_the_link_goes(
    home: Path, tmp_path: Path, kept: KeptPlaces, boat: Scenario, half_played: State
) -> None:
    kept.save(boat, half_played, TODAY)
    theirs = put(tmp_path / "theirs.json", (home / "places" / "small-boat.json").read_bytes())
    for name in ("places/small-boat.json", "done.json"):
        (home / name).unlink(missing_ok=True)
        (home / name).symlink_to(theirs)
    kept.delete_old(TODAY + timedelta(30))
    assert (home / "places" / "small-boat.json").is_symlink()
    assert kept.erase_everything() is None
    assert list(home.iterdir()) == []
    assert theirs.is_file()


# Clocks


def starts_at(home: Path, *days: date) -> bool:
    """Whether the place is there after a start at each of these days."""
    for day in days:
        KeptPlaces(home, keep=True).delete_old(day)
    return (home / "places" / "small-boat.json").is_file()


@pytest.mark.parametrize("wrong", [date(2020, 1, 1), date(1970, 1, 1), date(2038, 1, 19), date(2099, 1, 1)])
def test_one_start_at_a_wrong_clock_deletes_no_place_of_today(
    home: Path, kept: KeptPlaces, boat: Scenario, half_played: State, wrong: date
) -> None:
    kept.save(boat, half_played, TODAY)
    copy = put(home / "places" / "small-boat.json.damaged-1", at=datetime(2026, 11, 24, 12).timestamp())
    assert starts_at(home, wrong, wrong + timedelta(3), TODAY, TODAY + timedelta(1))
    assert copy.is_file()
    assert kept.load(boat, TODAY) == (half_played, None)
    assert kept.load(boat, wrong) == (half_played, None)
    assert not starts_at(home, TODAY + timedelta(7))


@pytest.mark.parametrize("years", [2, -2])
def test_a_place_of_an_unbelievable_day_goes_once_the_same_clock_has_run_for_a_week(
    home: Path, kept: KeptPlaces, boat: Scenario, half_played: State, years: int
) -> None:
    now = TODAY + timedelta(365 * years)
    kept.save(boat, half_played, TODAY)
    assert starts_at(home, now, now + timedelta(6))
    assert not starts_at(home, now + timedelta(7))


def test_a_time_that_no_calendar_has_breaks_no_start(
    home: Path, kept: KeptPlaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = put(home / "places" / "small-boat.json.damaged-1")
    monkeypatch.setattr("game.app.kept_places.modified", lambda path: 1e300)
    kept.delete_old(TODAY)
    assert copy.is_file()


def test_while_nothing_is_kept_an_old_place_of_the_games_own_making_goes_after_seven_days_too(
    home: Path, kept: KeptPlaces, boat: Scenario, half_played: State
) -> None:
    kept.save(boat, half_played, TODAY)
    KeptPlaces(home, keep=False).delete_old(TODAY + timedelta(6))
    assert files(home) != {}
    KeptPlaces(home, keep=False).delete_old(TODAY + timedelta(7))
    assert files(home) == {}


def test_the_start_of_the_game_forgets_what_is_seven_days_old(home: Path) -> None:
    app = keeping(home)
    enter(app)
    next(play(app))
    start(home, SITTING + timedelta(6))
    assert place_file(home).is_file()
    start(home, SITTING + timedelta(7))
    assert not place_file(home).exists()


# Copies that were put aside


def test_a_copy_that_was_put_aside_outlives_the_story_and_the_window_and_goes_with_a_quick_exit(home: Path) -> None:
    app = keeping(home)
    put(place_file(home), b'{"format": 1, ')
    enter(app, at_kept_place=True)
    enter(app)
    steps = play(app)
    next(steps)
    app.leave()
    copy = place_file(home).with_name(f"{STORY}.json.damaged-1")
    assert copy.read_bytes() == b'{"format": 1, '
    assert list(steps)[-1] == "over"
    app.leave()
    assert not place_file(home).exists()
    assert copy.is_file()
    app.perform(QuickExit())
    assert not copy.exists()


# Erasing


def test_an_erasing_leaves_nothing_of_the_games_own(home: Path) -> None:
    app = keeping(home)
    enter(app)
    next(play(app))
    for name in (
        "log.txt",
        f".settings.json.{os.getpid()}.tmp",
        f"index.json.{NOBODY}.tmp",
        f"places/.{STORY}.json.{os.getpid()}.tmp",
        "settings.json.damaged-2",
        "done.json.damaged-1",
        "places/other-story.json.outdated-12",
        LOCK_NAME,
    ):
        put(home / name)
    app.perform(EraseEverything(sure=True))
    assert app.sitting.notice == ""
    assert list(home.iterdir()) == []


def test_an_erasing_says_all_that_it_could_not_delete(
    home: Path, kept: KeptPlaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("done.json", "index.json", "log.txt"):
        put(home / name)
    real = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:
        if self.name == "index.json":
            return real(self, missing_ok)
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    assert kept.erase_everything() == Notice("not_deleted", f"{home / 'done.json'}, {home / 'log.txt'}")
    assert sorted(files(home)) == ["done.json", "log.txt"]


def test_the_names_are_those_that_the_other_rooms_write() -> None:
    assert (INDEX_FILE, LOG_FILE) == (INDEX_NAME, LOG_NAME)


@pytest.mark.parametrize("name", ["settings.json", "settings.json.damaged-3", ".index.json.7.tmp", "index.json.7.tmp"])
def test_a_file_of_the_game_and_what_was_made_of_it_are_its_own(name: str) -> None:
    assert is_home_file(name)


@pytest.mark.parametrize(
    "name", ["settings.json.bak", "settings.json.damaged-0", "settings.json.damaged-", ".settings.json.tmp", "Log.txt"]
)
def test_any_other_file_beside_them_is_not(name: str) -> None:
    assert not is_home_file(name)


@pytest.mark.parametrize(
    ("name", "story"),
    [
        ("paper-kite.json", "paper-kite"),
        ("paper-kite.json.outdated-1", "paper-kite"),
        (".paper-kite.json.7.tmp", "paper-kite"),
        ("Free-Skins.json", None),
        ("paper-kite.json.damaged-", None),
        ("paper-kite.jpg", None),
    ],
)
def test_a_place_is_known_by_the_id_in_its_name(name: str, story: str | None) -> None:
    assert story_of(name) == story


# What cannot be read, and what is newer


def refuse_opening(name: str) -> Callable[..., int]:
    real = os.open

    def refuse(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).name == name:
            raise OSError(5, "Input/output error")
        return real(path, flags, mode)

    return refuse


def newer(home: Path, boat: Scenario) -> None:
    put(home / "done.json", b'{"format": 3, "done": {"small-boat": 1}}')
    put(home / "places" / "small-boat.json", b'{"format": 99, "inputs": []}')


def test_marks_and_places_of_a_newer_game_stay_byte_for_byte(
    home: Path, kept: KeptPlaces, boat: Scenario, half_played: State
) -> None:
    newer(home, boat)
    before = files(home)
    place, marks = str(home / "places" / "small-boat.json"), str(home / "done.json")
    assert kept.done()[1] == kept.mark_practised(["11-13/s-001"]) == Notice("newer", marks)
    assert kept.load(boat, TODAY) == (None, Notice("newer", place))
    assert kept.save(boat, half_played, TODAY) == Notice("newer", place)
    assert kept.mark_done(boat, TODAY) == Notice("newer", marks)
    kept.delete_old(TODAY)
    kept.delete_old(TODAY + timedelta(400))
    assert files(home) == before
    assert kept.erase_everything() is None
    assert files(home) == {}


@pytest.mark.parametrize("name", ["done.json", "small-boat.json"])
def test_marks_and_places_that_cannot_be_read_are_never_written_over(
    home: Path, kept: KeptPlaces, boat: Scenario, half_played: State, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    kept.mark_done(boat, TODAY)
    kept.save(boat, half_played, TODAY)
    before = files(home)
    monkeypatch.setattr(os, "open", refuse_opening(name))
    said = (
        [kept.done()[1], kept.mark_practised(["11-13/s-001"])]
        if name == "done.json"
        else [kept.load(boat, TODAY)[1], kept.save(boat, half_played, TODAY)]
    )
    kept.delete_old(TODAY + timedelta(30))
    monkeypatch.undo()
    file = home / name if name == "done.json" else home / "places" / name
    assert said == [Notice("unreadable", str(file))] * 2
    assert file.read_bytes() == before[file.relative_to(home).as_posix()]


def test_keys_that_mean_nothing_yet_outlive_another_mark(home: Path, kept: KeptPlaces, boat: Scenario) -> None:
    put(home / "done.json", json.dumps({"format": 1, "done": [], "first_finished": {}, "later": [1, 2]}).encode())
    assert kept.mark_done(boat, TODAY) is None
    inside = json.loads((home / "done.json").read_text())
    assert (inside["later"], inside["done"]) == ([1, 2], ["small-boat"])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_marks_and_places_are_for_their_owner_alone(
    home: Path, kept: KeptPlaces, boat: Scenario, half_played: State
) -> None:
    kept.mark_done(boat, TODAY)
    kept.save(boat, half_played, TODAY)
    modes = {name: (home / name).stat().st_mode & 0o777 for name in ("done.json", "places", "places/small-boat.json")}
    assert modes == {"done.json": 0o600, "places": 0o700, "places/small-boat.json": 0o600}
