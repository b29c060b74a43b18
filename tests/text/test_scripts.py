"""Text in every script beside a browser's: what tests/text/record_browser.py recorded, with the same fonts."""

import pytest
from samples import STYLE, Script, measure_of, read_browser, read_scripts, shown_lines

from game.text.clusters import iter_clusters

SCRIPTS = read_scripts()
CASES = [
    (script, text, width)
    for script in SCRIPTS.values()
    for text in script.texts
    for _, width in filter(lambda case, text=text: case[0] == text, read_browser(script.name))
]
NEAR = 0.04
"""How much of a line's width may be off: spaces and stops may come from another of the game's fonts."""
ROUNDED = 0.5
"""What rounding may add to a line, in dp."""


def test_each_script_has_twelve_samples_at_three_widths() -> None:
    assert {"arabic", "hebrew", "hindi", "chinese", "japanese", "thai", "mixed"} == set(SCRIPTS)
    assert {name: len(read_browser(name)) for name in SCRIPTS} == dict.fromkeys(SCRIPTS, 36)
    assert len(CASES) == 36 * len(SCRIPTS)


def test_lines_end_where_the_browser_ends_them(subtests: pytest.Subtests) -> None:
    for script, text, width in CASES:
        with subtests.test(script=script.name, text=text, width=width):
            seen = read_browser(script.name)[text, width]
            assert [text[line.start : line.end] for line in shown_lines(script, text, width)] == [
                text[line.start : line.end] for line in seen
            ]


def test_letters_stand_in_the_browsers_order(subtests: pytest.Subtests) -> None:
    for script, text, width in CASES:
        with subtests.test(script=script.name, text=text, width=width):
            seen = read_browser(script.name)[text, width]
            assert [line.order for line in shown_lines(script, text, width)] == [line.order for line in seen]


def test_lines_are_as_wide_as_the_browsers_so_letters_are_joined_alike(subtests: pytest.Subtests) -> None:
    for script, text, width in CASES:
        with subtests.test(script=script.name, text=text, width=width):
            for ours, seen in zip(
                shown_lines(script, text, width), read_browser(script.name)[text, width], strict=True
            ):
                assert ours.width == pytest.approx(seen.width, rel=NEAR, abs=ROUNDED)


@pytest.mark.parametrize("script", [SCRIPTS["arabic"], SCRIPTS["hindi"]], ids=lambda script: script.name)
def test_letters_that_were_not_joined_would_be_noticed(script: Script) -> None:
    measure, tag = measure_of(script.font), {"ar": "Arab", "hi": "Deva"}[script.language]

    def width(part: str) -> float:
        return measure.width(part, STYLE, tag, script.rtl)

    parts = iter_clusters if script.rtl else iter
    words = [word for text in script.texts for word in text.split() if len(word) > 4 and not word.isascii()]
    off = [abs(sum(map(width, parts(word))) / width(word) - 1) > 2 * NEAR for word in words]
    assert sum(off) > 0.6 * len(off)
