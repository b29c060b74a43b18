"""What counts as one character."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.text.clusters import cluster_ends, is_plain, iter_clusters

WHOLE = {
    "a letter": "a",
    "a letter and its mark": "e\u0301",
    "a letter and many marks": "a\u0300\u0315\u0323",
    "a mark alone": "\u0301",
    "a pair of carriage return and newline": "\r\n",
    "a skin tone": "\U0001f44d\U0001f3fd",
    "a family": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "a heart on fire, with a variation selector": "\u2764\ufe0f\u200d\U0001f525",
    "a flag of two letters": "\U0001f1f3\U0001f1f4",
    "a flag of tags": "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "a keycap": "1\ufe0f\u20e3",
    "a text-style picture": "\u2600\ufe0e",
    "a Hangul syllable of three letters": "\u1112\u1161\u11ab",
    "a Hangul syllable and a last letter": "\uac00\u11a8",
    "a Devanagari letter and its vowel sign": "\u0928\u093f",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_it_is_one_cluster(text: str) -> None:
    assert list(iter_clusters(text)) == [text]
    assert list(iter_clusters(f"x{text}".replace("x\u0301", "x"))) in (["x", text], ["x"])


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("abc", ["a", "b", "c"]),
        ("a\u0301b", ["a\u0301", "b"]),
        ("\n\u0301", ["\n", "\u0301"]),
        ("\r\r\n", ["\r", "\r\n"]),
        (
            "\U0001f1f3\U0001f1f4\U0001f1f8\U0001f1ea\U0001f1eb",
            ["\U0001f1f3\U0001f1f4", "\U0001f1f8\U0001f1ea", "\U0001f1eb"],
        ),
        ("a\u200d\U0001f525", ["a\u200d", "\U0001f525"]),
        ("\U0001f525\U0001f525", ["\U0001f525", "\U0001f525"]),
        ("\uac01\u1161", ["\uac01", "\u1161"]),
        ("don\u2019t", ["d", "o", "n", "\u2019", "t"]),
    ],
)
def test_it_is_taken_apart_there(text: str, clusters: list[str]) -> None:
    assert list(iter_clusters(text)) == clusters


def test_an_empty_text_has_no_clusters() -> None:
    assert cluster_ends("") == []


@given(st.text())
def test_joined_clusters_are_the_text(text: str) -> None:
    assert "".join(iter_clusters(text)) == text
    assert all(iter_clusters(text))


@given(st.text(alphabet=st.characters(max_codepoint=0x2FF, exclude_characters="\r")))
def test_the_short_way_for_plain_text_agrees_with_the_long_one(text: str) -> None:
    long_way = list(iter_clusters("\U0001f525" + text))[1:]
    assert long_way == list(iter_clusters(text))


def test_plain_text_is_told_from_other_text() -> None:
    assert is_plain("Don\u2019t tell \u2013 it costs \u20ac 3.50\u2026")
    assert not is_plain("e\u0301")
    assert not is_plain("\r\n")


def test_unicodes_examples_are_taken_apart_as_it_says() -> None:
    rows = (Path(__file__).parents[1] / "data/unicode/clusters.txt").read_text("utf-8").splitlines()
    wrong = []
    for row in rows[2:]:
        parts = row.replace("×", "").strip("÷ ").split("÷")
        expected = ["".join(chr(int(code, 16)) for code in part.split()) for part in parts]
        if list(iter_clusters("".join(expected))) != expected:
            wrong.append(row)
    assert len(rows) > 600
    assert wrong == []


@pytest.mark.parametrize(
    "clusters", [["क्षे", "त्र"], ["नि", "श्चि", "त"], ["দ্ব"], ["क\u094d\u200dष"], ["க்", "ஷ"]], ids="".join
)
def test_letters_of_indian_scripts_that_are_joined_stay_so(clusters: list[str]) -> None:
    assert list(iter_clusters("".join(clusters))) == clusters
