"""The sounds: made by the script beside them, short, soft, and never like an alarm."""

import importlib.util
import io
import itertools
import struct
import wave
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "sounds"
FULL = 32_767
RATE = 22_050
EDGE = RATE * 5 // 1000
"""Samples in the first and the last five thousandths of a second."""


def load_maker() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("make_sounds", FOLDER / "make_sounds.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = load_maker()
NAMES = sorted(path.stem for path in FOLDER.glob("*.wav"))


def read_samples(name: str) -> tuple[int, ...]:
    """The samples of a sound, -32768 to 32767."""
    with wave.open(str(FOLDER / f"{name}.wav")) as reader:
        assert (reader.getnchannels(), reader.getsampwidth(), reader.getframerate()) == (1, 2, RATE)
        count = reader.getnframes()
        return struct.unpack(f"<{count}h", reader.readframes(count))


def loudness(samples: tuple[int, ...]) -> float:
    """The mean power of samples."""
    return sum(value * value for value in samples) / len(samples)


def test_the_folder_holds_every_sound_the_stage_can_name_and_no_other() -> None:
    names = "arrive card close done gather mark open send tap told turn_card turn_page"
    assert sorted(MAKER.SOUNDS) == names.split() == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_what_the_script_makes(name: str) -> None:
    assert (FOLDER / f"{name}.wav").read_bytes() == MAKER.make_sound(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_the_same_on_every_run(name: str) -> None:
    assert MAKER.make_sound(name) == MAKER.make_sound(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_short_and_soft_but_there(name: str) -> None:
    samples = read_samples(name)
    assert 0.06 <= len(samples) / RATE <= 0.4
    assert 0.1 * FULL < max(map(abs, samples)) <= 0.35 * FULL


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_swells_and_fades_instead_of_jumping_out(name: str) -> None:
    samples = read_samples(name)
    assert samples[0] == samples[-1] == 0
    for edge in (samples[:EDGE], samples[: -EDGE - 1 : -1]):
        assert [at for at, value in enumerate(edge) if abs(value) > 0.35 * FULL * at / EDGE + 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_dies_away_and_never_repeats_itself_like_an_alarm(name: str) -> None:
    samples = read_samples(name)
    tenth = len(samples) // 10
    parts = [loudness(samples[at * tenth : (at + 1) * tenth]) for at in range(10)]
    loudest = parts.index(max(parts))
    assert parts[-1] < max(parts) / 10
    assert parts[-1] == min(parts[loudest:])


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_not_shrill_and_stands_level(name: str) -> None:
    samples = read_samples(name)
    crossings = sum((one < 0) != (two < 0) for one, two in itertools.pairwise(samples))
    assert crossings / 2 / (len(samples) / RATE) < 1200
    assert abs(sum(samples) / len(samples)) < 0.01 * FULL


def test_the_script_writes_every_sound_beside_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MAKER, "__file__", str(tmp_path / "make_sounds.py"))
    assert MAKER.main() == 0
    assert sorted(path.stem for path in tmp_path.iterdir()) == NAMES
    with wave.open(io.BytesIO((tmp_path / "tap.wav").read_bytes())) as reader:
        assert reader.getframerate() == RATE


def test_all_assets_together_stay_small() -> None:
    files = [path for path in FOLDER.parent.rglob("*") if path.suffix in {".svg", ".wav"}]
    assert sum(path.stat().st_size for path in files) < 1_000_000
