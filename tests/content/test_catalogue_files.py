"""signs.yaml, facts.yaml and wordings.yaml: what is read of them, and what is found in them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.content.checks.signs import check_signs
from game.content.checks.wordings import check_wordings
from game.content.files.facts_reader import read_facts
from game.content.files.list_reading import ListReading
from game.content.files.signs_reader import FAMILIES, read_signs
from game.content.files.wordings_reader import read_wordings

_FAMILY = "- {{id: {0}, kind: family, name: {0}, picture: {0}, warning: W., do_now: D.}}\n"
SIGNS = (
    "".join(_FAMILY.format(id) for id in FAMILIES)
    + """\
- id: gift_with_strings
  name: Free stuff with a catch
  family: presents
  picture: gift
  warning: They give coins, then want something back.
  do_now: Tell.
  lookalike: A friend trades items.
  bands: [14-17, 8-10]
  simple: {warning: Someone gives you things.}
  figures: [ncmec-incentives]
- id: threat_blackmail
  name: Threats
  family: pushing
  picture: pushing
  warning: They say they will show it.
  do_now: Stop, keep, tell.
  bands: [11-13]
"""
)
WORDINGS = "".join(
    f"- {{id: nf-0{n}, kind: not_your_fault, bands: [8-10, 11-13, 14-17], text: This is {n} times not your fault.}}\n"
    for n in range(6)
)
FACT = """\
- id: ncmec-incentives
  value: 8
  unit: percent
  of: nearly 6,000 reports
  what: incentives
  source: NCMEC
  year: 2015
  caution: ""
"""


def signs_found(tmp_path: Path, text: str, pictures: frozenset[str] = frozenset()) -> list[tuple[str, int]]:
    file = tmp_path / "signs.yaml"
    file.write_text(text, encoding="utf-8")
    found = check_signs(read_signs(file), figures=("ncmec-incentives",), pictures=pictures)
    return [(one.slug, one.span.line) for one in found]


def wordings_found(tmp_path: Path, text: str) -> list[tuple[str, int]]:
    file = tmp_path / "wordings.yaml"
    file.write_text(text, encoding="utf-8")
    return [(one.slug, one.span.line) for one in check_wordings(read_wordings(file))]


def test_signs_are_read_in_album_order(tmp_path: Path) -> None:
    file = tmp_path / "signs.yaml"
    file.write_text(SIGNS, encoding="utf-8")
    reading = read_signs(file)
    signs = reading.values
    assert check_signs(reading) == ()
    assert [sign.id for sign in signs] == [*FAMILIES, "gift_with_strings", "threat_blackmail"]
    assert [sign.is_family for sign in signs] == [True] * 6 + [False] * 2
    gift = signs[6]
    assert gift.bands == ("8-10", "14-17")
    assert gift.simple == {"warning": "Someone gives you things."}
    assert gift.figures == ("ncmec-incentives",)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (_FAMILY.format("moving"), "", [("family-missing", 1)]),
        ("id: moving, kind", "id: movingg, kind", [("family-missing", 1), ("family-missing", 5)]),
        ("  lookalike: A friend trades items.\n", "", [("missing-key", 7)]),
        ("  bands: [11-13]", "  lookalike: A joke.\n  bands: [11-13]", [("lookalike-threat", 23)]),
        ("family: presents", "family: present", [("unknown-value", 9)]),
        ("id: threat_blackmail", "id: gift_with_strings", [("missing-key", 17), ("duplicate-id", 17)]),
        ("[ncmec-incentives]", "[ncmec-incentive]", [("unknown-figure", 16)]),
        ("bands: [11-13]", "bands: []", [("too-few", 23)]),
        ("warning: They say they will show it.", "warning: " + "word " * 19, [("long-line", 21)]),
        ("Someone gives you things.", "word " * 13, [("long-line", 15)]),
        ("They say they will", "They say on www.x.com they will", [("web-address", 21)]),
    ],
)
def test_what_is_wrong_with_signs_is_found(tmp_path: Path, old: str, new: str, found: list[tuple[str, int]]) -> None:
    assert old in SIGNS
    assert sorted(signs_found(tmp_path, SIGNS.replace(old, new, 1))) == sorted(found)


def test_pictures_of_signs_have_to_be_drawn(tmp_path: Path) -> None:
    drawn = frozenset(f"signs/{name}" for name in (*FAMILIES, "gft"))
    assert signs_found(tmp_path, SIGNS, drawn) == [("unknown-picture", 10)]


def test_six_wordings_a_band_are_enough_and_five_are_not(tmp_path: Path) -> None:
    assert wordings_found(tmp_path, WORDINGS) == []
    fewer = "\n".join(WORDINGS.split("\n")[1:])
    assert wordings_found(tmp_path, fewer) == [("too-few-wordings", 1)] * 3


def test_a_wording_stands_once(tmp_path: Path) -> None:
    again = WORDINGS + "- {id: nf-99, kind: closing, bands: [8-10], text: THIS is 3 times not your fault.}\n"
    assert wordings_found(tmp_path, again) == [("repeated-entry", 7)]


def test_a_wording_keeps_to_the_cap_of_its_youngest_band(tmp_path: Path) -> None:
    line = "- {{id: x, kind: closing, bands: [{0}], text: {1}.}}\n"
    long = " ".join(["word"] * 15)
    assert wordings_found(tmp_path, WORDINGS + line.format("14-17, 8-10", long)) == [("long-line", 7)]
    assert wordings_found(tmp_path, WORDINGS + line.format("11-13", long)) == []


def test_facts_are_read_as_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text(FACT, encoding="utf-8")
    reading = read_facts(file)
    (fact,) = reading.values
    assert reading.diagnostics == ()
    assert (fact.id, fact.value, fact.year, fact.caution) == ("ncmec-incentives", "8", "2015", "")


@pytest.mark.parametrize("key", ["value", "unit", "of", "what", "source", "year", "caution"])
def test_a_fact_without_one_of_its_keys_is_found_and_left_out(tmp_path: Path, key: str) -> None:
    file = tmp_path / "facts.yaml"
    lines = [line for line in FACT.split("\n") if not line.startswith(f"  {key}:")]
    file.write_text("\n".join(lines), encoding="utf-8")
    reading = read_facts(file)
    assert reading.values == ()
    assert [one.slug for one in reading.diagnostics] == ["missing-key"]


@pytest.mark.parametrize("read", [read_facts, read_signs, read_wordings])
@pytest.mark.parametrize("text", ["", "a: b", "hello", "- x\n- [a]\n", "[", "- {id: a}\n- {id: a}\n"])
def test_broken_lists_give_findings_and_never_raise(
    tmp_path: Path, read: Callable[[Path], ListReading[object]], text: str
) -> None:
    file = tmp_path / "list.yaml"
    file.write_text(text, encoding="utf-8")
    reading = read(file)
    assert reading.values == ()
    assert reading.diagnostics
