"""The heat map says in words what its colours say, needs nothing from outside, and holds every story of a cell."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.cli.main import main
from game.tools.coverage import Cell, Coverage
from game.tools.coverage_page import WARMTH_WORDS, count_words, warmth_of, write_drawing, write_page

CELLS = {
    "often": Cell(subject="gift", band="8-10", stories=("one", "two"), lookalikes=("three",)),
    "once": Cell(subject="gift", band="11-13", stories=("one",), lookalikes=("three",)),
    "half": Cell(subject="gift", band="14-17", stories=("one",)),
    "bare": Cell(subject="swap", band="11-13"),
    "not-meant": Cell(subject="swap", band="8-10", is_meant=False),
}
COVERAGE = Coverage(by="sign", cells=tuple(CELLS.values()))
NAMES = {"gift": "Free stuff & a catch"}


@pytest.mark.parametrize("warmth", WARMTH_WORDS)
def test_a_square_is_as_warm_as_what_is_there(warmth: str) -> None:
    assert warmth_of(CELLS[warmth]) == warmth


def test_a_threat_needs_no_look_alike_to_be_warm() -> None:
    threat = Cell(subject="threat_blackmail", band="11-13", stories=("one",), has_lookalike=False)
    assert (warmth_of(threat), count_words(threat)) == ("once", "1 story")


def test_a_look_alike_alone_is_half() -> None:
    assert warmth_of(Cell(subject="gift", band="8-10", lookalikes=("three",))) == "half"


@pytest.mark.parametrize("write", [write_page, write_drawing])
def test_every_square_says_in_words_what_is_there(write: object) -> None:
    assert callable(write)
    text = write(COVERAGE, NAMES)
    for cell in CELLS.values():
        assert count_words(cell) in text
    assert "Free stuff &amp; a catch" in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_the_page_names_the_stories_of_each_square() -> None:
    page = write_page(COVERAGE, NAMES)
    assert "<li>two</li>" in page
    assert "<li>three <em>look-alike</em></li>" in page


def test_the_drawing_is_one_whole_document_with_its_stories_as_tooltips() -> None:
    root = ElementTree.fromstring(write_drawing(COVERAGE, NAMES))
    titles = [element.text for element in root.iter("{http://www.w3.org/2000/svg}title")]
    assert "one, two, three (look-alike)" in titles


def test_the_command_writes_it_and_says_so_beside_its_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("heat.html", "heat.svg"):
        assert main(["coverage", "--json", "-o", str(tmp_path / name)]) == 0
        assert str(tmp_path / name) in capsys.readouterr().err
        assert "gift_with_strings" in (tmp_path / name).read_text(encoding="utf-8") or name.endswith(".svg")


@pytest.mark.parametrize("name", ["heat.png", "."])
def test_a_file_of_another_kind_is_wrong_usage(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", "-o", str(tmp_path / name)]) == 2
    assert ".html or .svg" in capsys.readouterr().err
