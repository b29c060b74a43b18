"""A key with a typing mistake is one finding, at the key; nothing else is said to be missing because of it."""

import re
from pathlib import Path

import pytest

from game.content.checks import check_reading
from game.content.files.catalogue import Catalogue
from game.content.files.scenario_fields import BEATS
from game.content.files.scenario_reader import parse_scenario
from game.content.format.diagnostics import Diagnostic

SMALL = (Path(__file__).parents[1] / "data" / "good" / "small.yaml").read_text(encoding="utf-8")
CHOSEN = {"sam", "kai", "noor", "crew", "alone", "start", "telling", "pushed"}
"""Ids of the small story: another id is another person, chat or scene, and no typing mistake in a key."""
KEYS = [
    match
    for match in re.finditer(r"(?:^ *|^ *- |[{,] ?)([a-z_]+): ?", SMALL, re.MULTILINE)
    if match[1] not in CHOSEN and match[1] not in BEATS.beat_words
]


def findings(text: str, catalogue: Catalogue) -> list[Diagnostic]:
    return [one for one in check_reading(parse_scenario(text), catalogue) if one.slug != "draft"]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: f"{SMALL.count(chr(10), 0, key.start(1)) + 1}-{key[1]}")
def test_two_letters_of_a_key_changed_round_are_one_finding(key: re.Match[str], catalogue: Catalogue) -> None:
    word = key[1]
    written = word + word[-1] if len(word) < 3 else word[:-2] + word[-1] + word[-2]
    (found,) = findings(SMALL[: key.start(1)] + written + SMALL[key.end(1) :], catalogue)
    assert found.slug == "unknown-key"
    assert found.span.line == SMALL.count("\n", 0, key.start(1)) + 1
    assert found.message.startswith(f"`{written}` ")
    assert found.hint == f"Did you mean `{word}`?"


def test_what_stands_behind_a_misspelt_key_counts_as_if_it_were_right(catalogue: Catalogue) -> None:
    reading = parse_scenario(SMALL.replace("facts: {unsafe: yes}", "facts: {unsave: yes}"))
    assert reading.draft is not None
    assert reading.draft.people["kai"].facts.unsafe
    assert reading.has_errors


def test_a_key_that_belongs_in_a_part_is_sent_there(catalogue: Catalogue) -> None:
    text = SMALL.replace("knows_from: online_only, facts: {unsafe: yes}", "knows_from: online_only, unsafe: yes")
    found = next(one for one in findings(text, catalogue) if one.slug == "unknown-key")
    assert found.hint == "Write it into its `facts`."


def test_a_key_that_resembles_one_that_is_there_takes_nothing_from_it(catalogue: Catalogue) -> None:
    text = SMALL.replace("title: The free sail\n", "title: The free sail\ntitel: Another\n")
    reading = parse_scenario(text)
    assert reading.draft is not None
    assert reading.draft.title == "The free sail"
    assert [one.slug for one in findings(text, catalogue)] == ["unknown-key"]
