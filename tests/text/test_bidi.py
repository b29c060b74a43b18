"""Directions and their order, against Unicode's own examples."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.text.bidi import find_levels, order_runs

ROWS = [
    row.split(";")
    for row in (Path(__file__).parents[1] / "data/unicode/bidi_levels.txt").read_text("utf-8").splitlines()
    if not row.startswith("#")
]
mixed = st.text(alphabet="ab 12.,(-)$אבגعرب٣[]\u2067\u2068\u2069\n\u0301", max_size=40)


def test_unicodes_examples_get_their_levels_and_their_order() -> None:
    wrong = []
    for codes, _, direction, levels, order in ROWS:
        text = "".join(chr(int(code, 16)) for code in codes.split())
        found = find_levels(text, rtl=direction == "1")
        seen = [at for at, level in enumerate(levels.split()) if level != "x"]
        shown = order_runs([found[at] for at in seen])
        agrees = [str(found[at]) for at in seen] == [level for level in levels.split() if level != "x"]
        if not agrees or [str(seen[at]) for at in shown] != order.split():
            wrong.append(codes)
    assert len(ROWS) > 1000
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "rtl", "seen"),
    [
        ("قل 12 مرة", True, "ةرم 12 لق"),
        ("Hello!", True, "!Hello"),
        ("ask \u2067אב!\u2069 now", False, "ask \u2067!בא\u2069 now"),
        ("אב (ab) גד", True, "דג )ab( בא"),
    ],
)
def test_a_line_is_seen_so(text: str, rtl: bool, seen: str) -> None:
    assert "".join(text[at] for at in order_runs(find_levels(text, rtl=rtl))) == seen


@given(mixed, st.booleans())
def test_the_order_holds_every_place_once(text: str, rtl: bool) -> None:
    assert sorted(order_runs(find_levels(text, rtl=rtl))) == list(range(len(text)))


@given(st.text(), st.booleans())
def test_any_text_has_levels(text: str, rtl: bool) -> None:
    levels = find_levels(text, rtl=rtl)
    assert len(levels) == len(text)
    assert all(0 <= level <= 126 for level in levels)
