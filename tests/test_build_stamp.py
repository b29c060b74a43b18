"""What is kept of verdicts goes by the build: an edited rule is noticed in a checkout, and a wheel brings its stamp."""

import os
from pathlib import Path

import pytest

from game import resources
from game.content.verdict_stamp import verdict_stamp
from game.resources import build_stamp, make_build_stamp


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package `game` with two rules, in a checkout."""
    folder = tmp_path / "game"
    (folder / "content" / "checks").mkdir(parents=True)
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "pyproject.toml").touch()
    for name in ("content/reader.py", "content/checks/calm.py"):
        (folder / name).write_text("", encoding="utf-8")
    monkeypatch.setattr(resources, "_PACKAGE", folder)
    return folder


def test_an_edited_a_new_and_a_deleted_rule_change_the_stamp_of_a_checkout(package: Path) -> None:
    seen = [build_stamp()]
    rule = package / "content" / "checks" / "calm.py"
    later = rule.stat().st_mtime_ns + 1_000_000
    os.utime(rule, ns=(later, later))
    seen.append(build_stamp())
    (package / "content" / "new.py").write_text("", encoding="utf-8")
    seen.append(build_stamp())
    (package / "content" / "new.py").unlink()
    (package / "content" / "reader.py").unlink()
    seen.append(build_stamp())
    assert len(set(seen)) == len(seen)


def test_an_installed_game_takes_the_stamp_it_brings_and_looks_at_no_source_file(package: Path) -> None:
    (package.parent / "pyproject.toml").unlink()
    assert build_stamp() == ""
    (package / "data").mkdir()
    (package / "data" / "build.txt").write_text("0.1.0-abc\n", encoding="utf-8")
    for file in (package / "content").rglob("*.py"):
        file.unlink()
    assert build_stamp() == "0.1.0-abc"


def test_a_built_stamp_names_the_version_and_changes_with_any_rule(package: Path) -> None:
    before = make_build_stamp("0.1.0")
    assert before.startswith("0.1.0-")
    assert make_build_stamp("0.1.0") == before
    (package / "content" / "reader.py").write_text("MORE = 1\n", encoding="utf-8")
    assert make_build_stamp("0.1.0") != before


def test_the_stamp_of_verdicts_holds_that_of_the_build() -> None:
    assert build_stamp() in verdict_stamp()
