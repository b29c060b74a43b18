"""The coverage of signs and methods says what is there, and asks for no more than a sign needs."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.cli.coverage import as_document
from game.cli.main import main
from game.content.files.scenario_fields import METHODS
from game.content.shipped import load_catalogue
from game.story.model import BANDS, Message, Scenario, Scene, Sign, Teaches
from game.tools.coverage import Cell, Coverage, cover_methods, cover_signs

FAMILY = Sign(id="presents", name="n", picture="p", warning="w", do_now="d")
GIFT = replace(FAMILY, id="gift", family="presents", figures=("ncmec-incentives",))
THREAT = replace(FAMILY, id="threat_blackmail", family="presents")
SWAP = replace(FAMILY, id="swap", family="presents", bands=("11-13", "14-17"), figures=("ncmec-image-exchange",))
SIGNS = (FAMILY, GIFT, THREAT, SWAP)


@pytest.fixture
def teaching(boat: Scenario) -> Scenario:
    """For 11-13: teaches the gift, by incentives; resembles the swap."""
    likeness = Message(person="ash", text="A swap?", read="fine", why="Fair.", lookalike_of="swap")
    return replace(
        boat,
        id="teaching",
        band="11-13",
        teaches=Teaches(signs=("gift",), methods=("incentives",)),
        scenes={"start": Scene(id="start", beats=(likeness,))},
    )


def cell_of(coverage: Coverage, subject: str, band: str) -> Cell:
    (cell,) = (one for one in coverage.cells if (one.subject, one.band) == (subject, band))
    return cell


def test_a_story_stands_in_the_cells_of_what_it_teaches_and_of_what_it_resembles(teaching: Scenario) -> None:
    coverage = cover_signs([teaching], SIGNS)
    assert cell_of(coverage, "gift", "11-13").stories == ("teaching",)
    assert cell_of(coverage, "gift", "11-13").lacks == ("lookalike",)
    assert cell_of(coverage, "swap", "11-13").lookalikes == ("teaching",)
    assert cell_of(coverage, "swap", "11-13").lacks == ("story",)
    assert cell_of(coverage, "gift", "14-17").lacks == ("story", "lookalike")


def test_families_have_no_rows_and_signs_keep_the_album_s_order(teaching: Scenario) -> None:
    assert list(cover_signs([teaching], SIGNS).rows()) == ["gift", "threat_blackmail", "swap"]


def test_a_threat_lacks_no_lookalike() -> None:
    assert {cell.lacks for cell in cover_signs([], (THREAT,)).cells} == {("story",)}


def test_a_band_that_a_sign_is_not_for_has_a_cell_only_where_a_story_has_the_sign(teaching: Scenario) -> None:
    assert "8-10" not in cover_signs([teaching], SIGNS).rows()["swap"]
    young = replace(teaching, band="8-10")
    cell = cell_of(cover_signs([young], SIGNS), "swap", "8-10")
    assert (cell.lookalikes, cell.is_meant, cell.lacks) == (("teaching",), False, ())


def test_a_method_s_lookalikes_and_bands_are_those_of_the_signs_that_count_it(teaching: Scenario) -> None:
    coverage = cover_methods([teaching], SIGNS)
    assert list(coverage.rows()) == list(METHODS)
    assert cell_of(coverage, "incentives", "11-13").stories == ("teaching",)
    assert cell_of(coverage, "image_exchange", "11-13").lookalikes == ("teaching",)
    assert list(coverage.rows()["image_exchange"]) == ["11-13", "14-17"]
    assert list(coverage.rows()["rapport"]) == list(BANDS)
    assert cell_of(coverage, "rapport", "11-13").lacks == ("story",)


def test_every_counted_method_is_counted_by_a_shipped_sign() -> None:
    signs = tuple(load_catalogue().catalogue.signs.values())
    assert [cell.subject for cell in cover_methods([], signs).cells if not cell.has_lookalike] == []


@pytest.mark.parametrize("by", ["sign", "method"])
def test_the_json_document_has_its_shape(by: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", "--by", by, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert list(document) == ["cells", "missing"]
    assert {tuple(cell) for cell in document["cells"]} == {(by, "band", "stories", "lookalikes")}
    assert {tuple(cell) for cell in document["missing"]} == {(by, "band", "lacks")}
    assert any("free-skins" in cell["stories"] for cell in document["cells"])
    assert any("blue-egg" in cell["lookalikes"] for cell in document["cells"])


def test_what_is_there_is_not_missing(teaching: Scenario) -> None:
    document = as_document(cover_signs([teaching, replace(teaching, id="two")], SIGNS))
    assert {"sign": "gift", "band": "11-13", "lacks": ["lookalike"]} in document["missing"]
    assert {"sign": "gift", "band": "11-13", "stories": ["teaching", "two"], "lookalikes": []} in document["cells"]


def test_away_from_a_terminal_there_is_a_line_for_each_sign(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage"]) == 0
    lines = capsys.readouterr().out.splitlines()
    (line,) = (line for line in lines if line.startswith("gift_with_strings: "))
    assert "11-13: free-skins; look-alike in " in line
    (line,) = (line for line in lines if line.startswith("picture_swap: "))
    assert line.startswith("picture_swap: 8-10: - | 11-13: ")


def test_on_a_terminal_there_is_a_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "160")
    assert main(["coverage", "--by", "method"]) == 0
    out = capsys.readouterr().out
    assert "incentives" in out
    assert "free-skins" in out
    assert "│" in out


def test_a_story_with_an_error_is_named_and_not_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "scenario.yaml").write_text("format: 1\n")
    assert main(["coverage", "--content", str(tmp_path)]) == 0
    assert "Not counted: " in capsys.readouterr().err
