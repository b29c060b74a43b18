"""Harmless edits of a story, and stories of the other bands, give no finding at all."""

from pathlib import Path

import pytest

from game.content.checks import check_reading
from game.content.files.catalogue import Catalogue
from game.content.files.scenario_reader import read_scenario
from game.content.shipped import load_catalogue

DATA = Path(__file__).parents[1] / "data"
GOOD = sorted((DATA / "good").glob("*.yaml"))
STORIES = sorted((DATA / "stories").glob("*/scenario.yaml"))


@pytest.mark.parametrize("file", [*GOOD, *STORIES], ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_harmless_file_gives_nothing_but_the_draft_note(file: Path, catalogue: Catalogue) -> None:
    # The stories of the tests show signs and pictures of the game's own.
    catalogue = load_catalogue().catalogue if file in STORIES else catalogue
    reading = read_scenario(file)
    # Letters of every language may be written, also of those whose fonts are not bundled yet.
    found = [one for one in check_reading(reading, catalogue) if one.slug not in ("draft", "no-glyph")]
    assert [str(one) for one in found] == []
    assert reading.scenario is not None


def test_values_stay_as_they_were_typed() -> None:
    scenario = read_scenario(DATA / "good" / "values-that-yaml-would-change.yaml").scenario
    assert scenario is not None
    texts = [message.text for _, message in scenario.messages()]
    assert texts[0] == "12:30"
    assert scenario.title == "1.0"
    assert scenario.people["noor"].name == "Yes"


def test_line_ends_and_a_byte_order_mark_make_no_difference() -> None:
    small = read_scenario(DATA / "good" / "small.yaml")
    for name in ("windows-line-ends", "byte-order-mark", "no-line-end-at-the-end"):
        other = read_scenario(DATA / "good" / f"{name}.yaml")
        assert other.scenario == small.scenario
        assert small.draft is not None
        for place, _ in small.draft.beats():
            assert other.beat_span(place).line == small.beat_span(place).line
