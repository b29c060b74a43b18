"""What `looktwice shots` says to a size that no picture can have."""

import pytest

from game.cli.main import main
from game.cli.shots import read_size


@pytest.mark.parametrize("size", ["10x10", "199x800", "800x199", "1x1", "8193x800", "200x99999"])
def test_a_size_outside_of_the_limits_is_refused_with_the_limits(size: str, capsys: pytest.CaptureFixture[str]):
    assert main(["shots", "--size", size]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert size in said
    assert "200x200 to 8192x8192" in said


@pytest.mark.parametrize("size", ["", "x", "800", "800*600", "-5x300", "300x", "800x600x2", "1000000x300"])
def test_what_is_no_size_is_told_what_one_looks_like(size: str, capsys: pytest.CaptureFixture[str]):
    assert main(["shots", f"--size={size}"]) == 2
    assert "is no size such as 1280x800" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "size"), [("200x200", (200, 200)), ("8192x200", (8192, 200)), ("360x640", (360, 640))]
)
def test_a_size_within_the_limits_is_two_numbers(text: str, size: tuple[int, int]):
    assert read_size(text) == size
