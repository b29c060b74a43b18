"""Where lines may end inside words, against Unicode's own examples."""

from pathlib import Path

import pytest

from game.text.line_break import find_breaks

ROWS = [
    row.split()
    for row in (Path(__file__).parents[1] / "data/unicode/line_breaks.txt").read_text("utf-8").splitlines()
    if not row.startswith("#")
]
NEWER = "× 05D0 × 002D × 05D0 ÷"
"""Tied in that edition only: later ones, and browsers, part Hebrew words after a hyphen between two of them (LB21a)."""


def test_lines_end_where_unicodes_examples_say() -> None:
    wrong = []
    for row in ROWS:
        parts = [part.split() for part in " ".join(row).replace("×", "").strip("÷ ").split("÷")]
        expected = ["".join(chr(int(code, 16)) for code in part) for part in parts]
        text = "".join(expected)
        breaks = list(find_breaks(text, 0, len(text)))
        if [text[a:b] for a, b in zip([0, *breaks], [*breaks, len(text)], strict=True)] != expected:
            wrong.append(" ".join(row))
    assert len(ROWS) > 2000
    assert wrong == [NEWER]


@pytest.mark.parametrize(
    "example",
    [
        "「漢|字」、|カー|ド。",
        "你|好，|小|明！",
        "한|국|어",
        "ส|วัส|ดี|ค|รับ",
        "เรื่อ|ง|ไม่|จ|ริ|ง",
        "हिन्दी",
        "العربية",
        "עברית",
        "👍|👨‍👩‍👧|🇳🇴|🇸🇪",
        "100%|好",
    ],
)
def test_a_word_may_be_parted_there(example: str) -> None:
    text = example.replace("|", "")
    breaks = list(find_breaks(text, 0, len(text)))
    assert "|".join(text[a:b] for a, b in zip([0, *breaks], [*breaks, len(text)], strict=True)) == example
