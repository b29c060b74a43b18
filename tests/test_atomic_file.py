import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from game import atomic_file
from game.atomic_file import clear_temporaries, read_small, remove_file, set_aside, temporary_of, write_atomically
from game.errors import SaveError

NOBODY = 2**31 - 5
"""No process has this id: Linux's and macOS' are smaller."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# Writing


def test_a_file_is_written_with_its_folder_and_nothing_beside_it(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new" / "a", b"first")
    write_atomically(tmp_path / "new" / "a", b"second")
    assert (tmp_path / "new" / "a").read_bytes() == b"second"
    assert names(tmp_path / "new") == ["a"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_private_file_and_the_folder_made_for_it_are_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "home" / "a"
    write_atomically(file, b"x", private=True)
    assert (mode(file), mode(file.parent)) == (0o600, 0o700)
    file.chmod(0o644)
    write_atomically(file, b"y", private=True)
    assert mode(file) == 0o600


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_bytes(b"theirs")
    (tmp_path / "a").symlink_to(tmp_path / "theirs")
    write_atomically(tmp_path / "a", b"ours")
    assert (tmp_path / "theirs").read_bytes() == b"theirs"
    assert (tmp_path / "a").read_bytes() == b"ours"
    assert not (tmp_path / "a").is_symlink()


def test_a_link_in_the_place_of_the_temporary_file_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_bytes(b"theirs")
    (tmp_path / f".a.{os.getpid()}.tmp").symlink_to(tmp_path / "theirs")
    write_atomically(tmp_path / "a", b"ours")
    assert (tmp_path / "theirs").read_bytes() == b"theirs"
    assert (tmp_path / "a").read_bytes() == b"ours"


class PowerCut(BaseException):
    """Nothing catches it."""


def cut_at_every_step(folder: Path, file: Path, data: bytes) -> Iterator[dict[str, bytes]]:
    """Write once for each line of the writing, cut off before that line; yields what lies in the folder then."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    number, whole = 0, False
    while not whole:
        number += 1
        left, found = number, {}

        def trace(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal left, found
            if frame.f_code.co_filename != atomic_file.__file__:
                return None
            left -= event == "line"
            if left == 0:
                left = -1
                found = {path.name: path.read_bytes() for path in folder.iterdir()}
                raise PowerCut
            return trace

        earlier = sys.gettrace()
        sys.settrace(trace)
        try:
            atomic_file.write_atomically(file, data)
            whole = True
        except PowerCut:
            pass
        finally:
            sys.settrace(earlier)
        yield {path.name: path.read_bytes() for path in folder.iterdir()} if whole else found
        for path in folder.iterdir():
            path.unlink()
        for name, old in before.items():
            (folder / name).write_bytes(old)


# What was open when the power went is closed by nobody.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_power_cut_at_any_step_leaves_the_whole_old_file_or_the_whole_new_one(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"old")
    states = list(cut_at_every_step(tmp_path, file, b"new" * 1000))
    assert {state["a"] for state in states} == {b"old", b"new" * 1000}
    assert len(states) > 15
    litter = {name for state in states for name in state} - {"a"}
    assert litter == {f".a.{os.getpid()}.tmp"}


@pytest.mark.parametrize("call", ["open", "fsync"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    (tmp_path / "a").write_bytes(b"old")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(SaveError, match="No space left on device"):
        write_atomically(tmp_path / "a", b"new")
    monkeypatch.undo()
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_the_folder_is_made_to_last_too_and_one_that_cannot_be_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []

    def sync(opened: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(opened).st_mode))
        if synced[-1]:
            raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "fsync", sync)
    write_atomically(tmp_path / "a", b"new")
    assert synced == [False, True]


def test_on_windows_a_held_file_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_file = Path.replace
    held = [True, True]

    def sometimes(self: Path, target: Path) -> Path:
        if held:
            held.pop()
            raise PermissionError(13, "held by another program")
        return replace_file(self, target)

    monkeypatch.setattr(Path, "replace", sometimes)
    monkeypatch.setattr(atomic_file.sys, "platform", "win32")
    monkeypatch.setattr(atomic_file.time, "sleep", lambda seconds: None)
    write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_file_held_for_good_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(self: Path, target: Path) -> Path:
        raise PermissionError(13, "held by another program")

    monkeypatch.setattr(Path, "replace", never)
    with pytest.raises(SaveError, match="held by another program"):
        write_atomically(tmp_path / "a", b"new")
    assert names(tmp_path) == []


# Reading


def test_a_file_is_read_up_to_one_byte_more_than_the_most(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"0123456789")
    assert read_small(tmp_path / "a", 10) == b"0123456789"
    assert read_small(tmp_path / "a", 5) == b"012345"
    assert read_small(tmp_path / "b", 5) is None
    assert read_small(tmp_path / "a" / "b", 5) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "link to a device", "link to nothing", "link to itself"])
def test_what_is_no_file_is_neither_read_nor_waited_for(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "device":
            path = Path("/dev/zero")
        case "folder":
            path.mkdir()
        case "link to a device":
            path.symlink_to("/dev/zero")
        case "link to nothing":
            path.symlink_to(tmp_path / "gone")
        case _:
            path.symlink_to(path)
    with pytest.raises(SaveError):
        read_small(path, 100)


@pytest.mark.skipif(sys.platform != "linux", reason="a file that claims to be empty and is not")
def test_the_limit_holds_for_what_is_read_and_not_for_the_size_a_file_claims() -> None:
    path = Path("/proc/self/maps")
    assert path.stat().st_size == 0
    assert len(read_small(path, 100) or b"") == 101


# Out of the way


def test_files_put_aside_take_the_next_free_number_and_never_the_name_of_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.damaged-1").symlink_to(tmp_path / "gone")
    (tmp_path / "a").write_bytes(b"x")
    assert set_aside(tmp_path / "a") == tmp_path / "a.damaged-2"
    assert names(tmp_path) == ["a.damaged-1", "a.damaged-2"]


def test_setting_aside_or_deleting_what_is_not_there_is_no_failure(tmp_path: Path) -> None:
    assert set_aside(tmp_path / "gone") is None
    remove_file(tmp_path / "gone")


@pytest.mark.parametrize(
    ("name", "target"),
    [
        (".a.json.77.tmp", "a.json"),
        ("index.json.77.tmp", "index.json"),
        (".77.tmp", None),
        (".a.json.tmp", None),
        ("a.77.tmp.bak", None),
        (".a.json.x7.tmp", None),
    ],
)
def test_a_temporary_file_says_for_which_it_was_written(name: str, target: str | None) -> None:
    assert temporary_of(name) == target


def test_what_killed_processes_left_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    running = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        stale = [f".a.{NOBODY}.tmp", f"a.{NOBODY}.tmp", ".a.1234567890.tmp"]
        other = ["a", f".b.{NOBODY}.tmp", "a.tmp", f".a.{NOBODY}.tmp.odt", f".a.{running.pid}.tmp"]
        for name in [*stale, *other]:
            (tmp_path / name).write_bytes(b"x")
        (tmp_path / f"..a.{NOBODY}.tmp").mkdir()
        clear_temporaries(tmp_path, lambda name: name in ("a", ".a"))
        assert names(tmp_path) == sorted([*other, f"..a.{NOBODY}.tmp"])
        os.utime(tmp_path / f".a.{running.pid}.tmp", (1_000_000_000, 1_000_000_000))
        clear_temporaries(tmp_path, lambda name: name == "a")
        assert f".a.{running.pid}.tmp" not in names(tmp_path)
    finally:
        running.communicate(b"\n")


def test_a_link_with_the_name_of_a_temporary_file_stays_and_a_missing_folder_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / f".a.{NOBODY}.tmp").symlink_to(tmp_path / "theirs")
    clear_temporaries(tmp_path, lambda name: True)
    assert names(tmp_path) == [f".a.{NOBODY}.tmp"]
    clear_temporaries(tmp_path / "gone", lambda name: True)
