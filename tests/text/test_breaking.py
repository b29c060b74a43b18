"""Where lines may end. A bar in an example marks each such place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.text.breaking import split_pieces
from game.text.clusters import cluster_ends

EXAMPLES = [
    "I'll |give |you |the |gold |sail.",
    "two  |spaces",
    "keep-|it-|secret",
    "3.5 |and |1,000 |and |5-6 |and |-5 |and |10–12",
    "and/|or |24/7",
    "no\u00a0break |here",
    "Ah\u202f! |Oh ! |Eh ?!",
    "« Oui », |dit-|il",
    "nice :) |really",
    "what |:D",
    "(in |brackets)",
    "wait… |what",
    "wait—|what",
    "#nice |@sam |$5",
    "e\u0301 |\u0301a".replace(" |\u0301", " \u0301"),
    "漢|字、|か|な",
    "ok\U0001f44d|\U0001f44d\U0001f3fd|\U0001f468\u200d\U0001f469".replace("ok\U0001f44d", "ok|\U0001f44d"),
    "one\n|two\r\n|\n|three\u2028|four",
    "ends with a newline\n".replace(" ", " |"),
    "  indented |line",
    "zero\u200b|width",
    "ข้|อ|ค|วา|ม",
    "ข้อความ\u200b|มา",
    "家|里|——|还|有",
    "בית־|ספר |ב-|בית |3-א",
    "",
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_lines_may_end_just_there(example: str) -> None:
    text = example.replace("|", "")
    assert "|".join(text[piece.start : piece.end] for piece in split_pieces(text)) == example


def test_newlines_are_forced_and_spaces_hang() -> None:
    pieces = split_pieces("one  two \nthree\n")
    assert [(piece.ink_end, piece.end, piece.forced) for piece in pieces] == [
        (3, 5, False),
        (8, 10, True),
        (15, 16, False),
    ]


@given(st.text())
def test_pieces_follow_each_other_and_never_part_a_cluster(text: str) -> None:
    pieces = split_pieces(text)
    borders = {0, *cluster_ends(text)}
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    assert all(piece.start <= piece.ink_end <= piece.end and piece.start < piece.end for piece in pieces)
    assert {piece.end for piece in pieces} <= borders
