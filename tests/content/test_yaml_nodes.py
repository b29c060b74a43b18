"""YAML is read for its text and its places, within limits, and nothing it holds can harm the reader."""

import os
from pathlib import Path

import pytest
import yaml

from game.content.format.source_text import LARGEST_FILE
from game.content.format.yaml_loader import PatientLoader
from game.content.format.yaml_nodes import DEEPEST, List, Map, Scalar, parse_yaml, read_yaml


def slugs(text: str | bytes) -> list[str]:
    return [one.slug for one in parse_yaml(text, "f.yaml").diagnostics]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("", "file-empty"),
        ("  \n\n", "file-empty"),
        ("# a comment only\n", "file-empty"),
        ("---\n...\n", "file-empty"),
        ("a: &x b", "yaml-feature"),
        ("a: *x", "yaml-feature"),
        ("a: !!python/object:os.system b", "yaml-feature"),
        ("a: ! b", "yaml-feature"),
        ("- &x [a]", "yaml-feature"),
        ("<<: {a: b}", "yaml-feature"),
        ("%YAML 1.1\n---\na: b", "yaml-feature"),
        ("a: b\n---\na: b", "yaml-feature"),
        ("? [a]\n: b", "yaml-syntax"),
        ("{a: b}: c", "yaml-syntax"),
        ("a: b: c", "yaml-syntax"),
        ("a: [b", "yaml-syntax"),
        ("a: 'b", "unclosed-quote"),
        ("a:\n\tb: c", "tab-indent"),
        ("a: b\x00", "odd-character"),
        ("a: \x1b[31m", "odd-character"),
        ("a: b\x85c", "odd-character"),
        ("a: b\u2028c", "odd-character"),
        ("a: b\u2029c", "odd-character"),
        ("a: b\ufeffc", "odd-character"),
        (b"\xff\xfea\x00", "not-utf8"),
        (b"a: \xe9t\xe9", "not-utf8"),
        (b"\xed\xa0\x80", "not-utf8"),
        ("[" * 30_000, "too-deep"),
        ("{a: " * 30_000, "too-deep"),
        ("- " * 30_000, "too-deep"),
        ("x" * (LARGEST_FILE + 1), "file-too-big"),
        ("a\n" * 1_000_000, "file-too-big"),
    ],
    ids=lambda value: repr(value[:20]),
)
def test_a_refusal_is_one_finding_and_no_node(text: str | bytes, slug: str) -> None:
    document = parse_yaml(text, "f.yaml")
    assert [one.slug for one in document.diagnostics] == [slug]
    assert document.root is None


def test_twenty_levels_are_read_and_twenty_one_are_not() -> None:
    assert slugs("[" * DEEPEST + "]" * DEEPEST) == []
    assert slugs("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)) == ["too-deep"]


def test_a_file_at_the_size_limit_is_read() -> None:
    assert slugs("a: " + "b" * (LARGEST_FILE - 3)) == []
    assert slugs("a: " + "b" * (LARGEST_FILE - 2)) == ["file-too-big"]


def test_a_key_given_twice_is_found_at_the_second_and_the_first_counts() -> None:
    document = parse_yaml("a: 1\nb: 2\na: 3\n", "f.yaml")
    assert [(one.slug, one.span.line, one.span.column) for one in document.diagnostics] == [("duplicate-key", 3, 1)]
    assert isinstance(document.root, Map)
    value = document.root.get("a")
    assert isinstance(value, Scalar)
    assert value.value == "1"


@pytest.mark.parametrize("text", ["no", "12:30", "1.0", "~", "null", "0x1F", "2026-11-24", "yes", "1e3", "<"])
def test_nothing_is_resolved(text: str) -> None:
    document = parse_yaml(f"- {text}\n", "f.yaml")
    assert isinstance(document.root, List)
    item = document.root.items[0]
    assert isinstance(item, Scalar)
    assert item.value == text


def test_columns_count_characters_and_not_bytes() -> None:
    document = parse_yaml("- {é😀: 'ü', b: wörd}\n", "f.yaml")
    assert isinstance(document.root, List)
    inner = document.root.items[0]
    assert isinstance(inner, Map)
    assert inner.entries["é😀"].key.span.column == 4
    value = inner.entries["b"].value
    assert (value.span.column, value.span.end_column) == (16, 20)


def test_an_unclosed_quote_is_found_at_its_opening_even_when_another_text_closes_it() -> None:
    for text in ('a: "x\nb: c\n', 'a: "x\nb: "y"\nc: d\n', "a: 'x\nb: 'y'\n"):
        finding = parse_yaml(text, "f.yaml").diagnostics[0]
        assert (finding.slug, finding.span.line, finding.span.column) == ("unclosed-quote", 1, 4)


def test_what_is_no_ordinary_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for path, slug in (
        (tmp_path / "missing.yaml", "file-missing"),
        (tmp_path, "file-unreadable"),
        (tmp_path / "pipe.yaml", "file-unreadable"),
        (Path("/dev/zero"), "file-unreadable"),
        (Path("a\x00b"), "file-unreadable"),
    ):
        assert [one.slug for one in read_yaml(path).diagnostics] == [slug]


def test_a_file_that_may_not_be_opened_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "locked.yaml"
    file.write_text("a: b")

    def refuse(*args: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    finding = read_yaml(file).diagnostics[0]
    assert finding.slug == "file-unreadable"
    assert "Permission denied" in finding.message


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="this PyYAML was built without libyaml")
@pytest.mark.parametrize(
    "text",
    [
        "[Who?]",
        "[Who?, Me?]",
        "{a: Who?}",
        "{a?: Who}",
        "[a?b, c]",
        "- Who?",
        "? a\n: b",
        "[? a: b]",
        "{? a : b}",
        "[?a]",
    ],
)
def test_the_parser_in_python_reads_question_marks_as_libyaml_does(text: str) -> None:
    def events(loader: type) -> list[tuple[type, str | None]]:
        return [(type(event), getattr(event, "value", None)) for event in yaml.parse(text, Loader=loader)]

    assert events(PatientLoader) == events(yaml.CSafeLoader)
