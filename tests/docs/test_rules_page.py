"""The table of rules names every kind of finding, and no finding or test that is not there."""

import re
from pathlib import Path

from game.content.format.slugs import SLUGS

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "checks" / "rules.md").read_text(encoding="utf-8")
ROWS = {match[1]: match[0] for match in re.finditer(r"^\| ([A-H]\d+) \|.*$", TEXT, re.M)}


def test_every_kind_of_finding_stands_in_the_table_and_no_other() -> None:
    assert set(re.findall(r"\[([a-z0-9-]+)\]\(\1\.md\)", TEXT)) == set(SLUGS)


def test_every_test_that_is_named_is_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)`", TEXT)
    assert named
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_a_finding_that_names_a_rule_stands_in_the_row_of_that_rule() -> None:
    for slug in SLUGS.values():
        for code in re.findall(r"\b[A-H]\d+\b", slug.explanation):
            if code in ROWS:
                assert f"({slug.name}.md)" in ROWS[code], f"{slug.name} in the row {code}"


def test_where_no_finding_holds_a_rule_a_test_does() -> None:
    for code, row in ROWS.items():
        assert ".md)" in row or "`tests/" in row, code
