"""Findings as text with a caret, as JSON rows and as annotations."""

import pytest

from game.content.format.diagnostic_report import as_row, count_severities, format_github, format_text
from game.content.format.diagnostics import (
    Diagnostic,
    closest,
    did_you_mean,
    find,
    in_file_order,
    list_words,
    with_snippets,
)
from game.content.format.spans import Span


def finding(line: str, column: int, end: int) -> Diagnostic:
    one = find("unknown-key", Span("a/b.yaml", 1, column, end), "Wrong word.", "Do this.")
    return with_snippets([one], "a/b.yaml", (line,))[0]


def test_text_has_the_place_the_kind_the_line_a_caret_and_the_hint() -> None:
    assert format_text(finding("  kay: Hello", 3, 6)) == (
        "a/b.yaml:1:3: error[unknown-key] Wrong word.\n  |   kay: Hello\n  |   ^^^\n  Do this."
    )


def test_the_caret_stands_under_the_word_behind_wide_and_combining_characters() -> None:
    assert format_text(finding("你好 kay", 4, 7)).split("\n")[2] == "  |      ^^^"
    assert format_text(finding("e\u0301 kay", 4, 7)).split("\n")[2] == "  |   ^^^"


def test_a_long_line_is_cut_around_the_word() -> None:
    lines = format_text(finding("x" * 300 + "kay" + "y" * 300, 301, 304)).split("\n")
    assert len(lines[1]) < 130
    caret = lines[2].index("^")
    assert lines[1][caret : caret + 3] == "kay"


def test_characters_that_cannot_be_seen_are_shown_as_dots() -> None:
    assert "a·b·c" in format_text(finding("a\u202eb\tc", 1, 2))


def test_a_finding_without_a_line_has_no_caret() -> None:
    one = find("file-missing", Span("x", 1, 1, 1), "Gone.")
    assert format_text(one) == "x:1:1: error[file-missing] Gone."


def test_annotations_escape_what_would_end_them() -> None:
    one = find("long-line", Span("a,b:c.yaml", 2, 3, 9), "100% wrong\nhere")
    assert format_github(one) == (
        "::warning file=a%2Cb%3Ac.yaml,line=2,col=3,endColumn=9,title=long-line::100%25 wrong%0Ahere"
    )
    assert format_github(find("todo", Span("a", 1, 1, 2), "x")).startswith("::notice ")


def test_a_row_has_the_keys_of_the_json() -> None:
    assert list(as_row(finding("kay", 1, 4))) == ["slug", "severity", "path", "line", "col", "message", "hint"]


def test_findings_come_in_file_order_and_once() -> None:
    first, second = finding("kay", 1, 2), finding("kay", 3, 4)
    assert in_file_order([second, first, second]) == (first, second)
    assert count_severities([first, second]) == {"error": 2, "warning": 0, "note": 0}


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("kay", ["kai", "noor"], "kai"),
        ("Feedback", ["feedback"], "feedback"),
        ("xyz", ["kai", "noor"], None),
        ("kai", [], None),
        ("s1", [f"s{number}" for number in range(1000)], None),
    ],
)
def test_the_closest_name_is_suggested_where_one_is_close(word: str, known: list[str], meant: str | None) -> None:
    assert closest(word, known) == meant
    assert did_you_mean(word, known) == (f"Did you mean `{meant}`?" if meant else "")


def test_a_closed_list_is_written_out_up_to_a_length() -> None:
    assert list_words(["a", "b"]) == "It can be one of: a, b."
    assert list_words(str(number) for number in range(99)).endswith("22, 23, and more.")
    assert list_words([]) == ""
