"""The licence table: no file is shipped without an origin and a licence."""

import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).resolve().parents[2] / "assets"
LICENCES = {"OFL-1.1", "CC-BY-4.0", "MIT"}
STYLES = {"icon", "drawn", "font", "text", "data", "code", "sound"}


def read_rows(page: str) -> list[list[str]]:
    """The cells of every row of the table under its head line."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line.startswith("|")]
    return rows[2:]


def covers(pattern: str, path: str) -> bool:
    """Whether a row's path, with `*` for one file name, names `path`."""
    return re.fullmatch(re.escape(pattern).replace(r"\*", "[^/]+"), path) is not None


ROWS = read_rows((ASSETS / "LICENSES.md").read_text(encoding="utf-8"))
FILES = sorted(
    path.relative_to(ASSETS).as_posix()
    for path in ASSETS.rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
)
FONTS = [path for path in FILES if path.endswith(".ttf")]


def test_exactly_one_row_covers_each_asset(subtests: pytest.Subtests) -> None:
    for path in FILES:
        with subtests.test(path=path):
            rows = [row[0] for row in ROWS if covers(row[0].strip("`"), path)]
            assert len(rows) == 1, f"{path} has {len(rows)} rows in assets/LICENSES.md"


def test_each_row_names_an_origin_a_style_and_a_known_licence(subtests: pytest.Subtests) -> None:
    for row in ROWS:
        with subtests.test(row=row[0]):
            _, origin, style, licence = row
            assert origin
            assert style in STYLES
            assert licence in LICENCES


def test_a_new_file_would_be_noticed() -> None:
    assert len(FILES) > len(ROWS) > len(FONTS) > 8
    assert not any(covers(row[0].strip("`"), "pictures/avatars/deeper/photo.jpg") for row in ROWS)
    assert not any(covers(row[0].strip("`"), "pictures/avatars/photo.jpg") for row in ROWS)


def test_the_licence_text_lies_beside_each_font(subtests: pytest.Subtests) -> None:
    for font in FONTS:
        with subtests.test(font=font):
            family = Path(font).name.partition("-")[0]
            text = (ASSETS / "fonts" / f"OFL-{family}.txt").read_text(encoding="utf-8")
            assert "SIL OPEN FONT LICENSE Version 1.1" in text
