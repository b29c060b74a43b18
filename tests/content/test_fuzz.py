"""Whatever is in a file of any kind, checking it ends with findings; `python -m tests.fuzz` tries many more of them."""

import random
from pathlib import Path

import pytest
from fuzz import Failure, Target, break_file, make_targets, try_files
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sampling import examples

TARGETS = make_targets()
KINDS = ("story", "practice", "signs", "wordings", "guide", "play")


def test_every_kind_of_file_has_whole_ones_to_break() -> None:
    assert {target.name.partition(" ")[0] for target in TARGETS} == set(KINDS)
    assert all(target.seeds for target in TARGETS)


@pytest.mark.parametrize("seed", range(4))
def test_broken_files_of_every_kind_end_in_findings(tmp_path: Path, seed: int) -> None:
    failed = [one for one in try_files(60, 1000 + seed, tmp_path, TARGETS) if isinstance(one, Failure)]
    assert [(one.target, one.seed, one.reason) for one in failed] == []


def test_breaking_is_the_same_for_the_same_dice_and_changes_the_file() -> None:
    story = next(target for target in TARGETS if target.name == "story").seeds[0]
    broken = {break_file(story, random.Random(seed), [story]) for seed in range(30)}
    assert broken == {break_file(story, random.Random(seed), [story]) for seed in range(30)}
    assert len(broken) > 20


def test_a_file_that_stops_the_checks_is_told_with_its_bytes(tmp_path: Path) -> None:
    def fail(path: Path) -> tuple[()]:
        raise ValueError(path.name)

    broken = Target(name="story", seeds=(b"a: b",), read=fail)
    (one,) = list(try_files(1, 1, tmp_path, [broken]))
    assert isinstance(one, Failure)
    assert "ValueError" in one.reason


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_at_all_end_in_findings(tmp_path: Path, kind: str, data: bytes) -> None:
    target = next(one for one in TARGETS if one.name.startswith(kind))
    file = tmp_path / "11-13.yaml"
    file.write_bytes(data)
    assert all(one.message for one in target.read(file))


def test_a_wording_without_a_readable_band_is_a_finding(tmp_path: Path) -> None:
    wordings = next(one for one in TARGETS if one.name == "wordings")
    file = tmp_path / "wordings.yaml"
    file.write_text("- {id: a, kind: closing, bands: [8-11], text: Fine.}\n", encoding="utf-8")
    assert "unknown-value" in {one.slug for one in wordings.read(file)}
