"""practice/<band>/practice.yaml: what is read of it, and what is found in it, each at its place."""

import random
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from game.content.checks.practice import check_practice
from game.content.files.catalogue import Catalogue
from game.content.files.practice_reader import practice_file, practice_files, read_practice
from game.content.format.diagnostic_report import as_row, format_github, format_text
from game.content.format.diagnostics import Diagnostic
from game.content.format.field_reader import ID_PATTERN
from game.resources import data_folder
from game.story.model import Sign
from game.story.practice import Line, PairItem, PracticeItem, SortItem, TurnItem

DATA = Path(__file__).parents[1] / "data" / "practice"
BAD = sorted((DATA / "bad").glob("*/*/practice.yaml"))
GOOD = sorted((DATA / "good").glob("*/practice.yaml"))
WHOLE = (DATA / "good" / "11-13" / "practice.yaml").read_text(encoding="utf-8")
ONE = "- {id: one, kind: sort, from: Ada, text: Hello!, read: fine, why: Because.}\n"


def checked(
    file: Path, signs: Mapping[str, Sign] = MappingProxyType({}), shown: str | None = None
) -> tuple[tuple[PracticeItem, ...], tuple[Diagnostic, ...]]:
    """Return the items in which no error stands, and every finding, as `looktwice check` has them."""
    reading = read_practice(file, shown)
    found = check_practice(reading, signs)
    return reading.sound(found), found


def case(file: Path) -> str:
    return file.parents[1].name


def put(folder: Path, text: str, band: str = "11-13") -> Path:
    """Write a band's practice into a folder of practice."""
    file = folder / band / "practice.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("file", BAD, ids=case)
def test_a_broken_file_gives_its_findings_at_their_places(file: Path, catalogue: Catalogue) -> None:
    _, found = checked(file, catalogue.signs)
    said = "".join(f"{one.span.line}:{one.span.column} {one.slug}\n" for one in found)
    assert said == file.with_suffix(".txt").read_text(encoding="utf-8")
    assert found


@pytest.mark.parametrize("file", BAD, ids=case)
def test_every_finding_says_what_is_wrong_and_can_be_written(file: Path, catalogue: Catalogue) -> None:
    _, found = checked(file, catalogue.signs, shown="practice.yaml")
    lines = file.read_text(encoding="utf-8").splitlines() or [""]
    for one in found:
        assert one.snippet == lines[one.span.line - 1]
        assert one.slug == "todo" or one.message.endswith(".")
        assert one.hint or one.slug in ("bad-number", "wrong-shape", "todo")
        assert format_text(one).startswith(
            f"practice.yaml:{one.span.line}:{one.span.column}: {one.severity}[{one.slug}] "
        )
        assert "\n" not in format_github(one)


@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.parent.name)
def test_a_harmless_file_gives_its_items_and_no_finding(file: Path, catalogue: Catalogue) -> None:
    items, found = checked(file, catalogue.signs)
    assert found == ()
    assert items


def test_an_item_of_each_kind_is_read_as_it_was_written(catalogue: Catalogue) -> None:
    fine, two_signs, pair, turn = read_practice(DATA / "good" / "11-13" / "practice.yaml").values
    assert fine == SortItem(
        id="kind-words",
        line=Line("a team-mate", "no"),
        signs=(),
        why="Nothing is asked for.",
        lookalike_of="gift_with_strings",
    )
    assert isinstance(two_signs, SortItem)
    assert two_signs.signs == ("gift_with_strings", "secrecy_request")
    assert isinstance(pair, PairItem)
    assert (pair.a, len(pair.b), pair.not_ok, pair.sign) == ((Line("Ada", "Who plays?"),), 4, "b", "platform_shift")
    assert isinstance(turn, TurnItem)
    assert (turn.turned_at, turn.chat[2]) == (3, Line("Ada", "The hat was mine, so you owe me."))


def test_a_file_that_is_not_there_has_no_items_and_no_finding(tmp_path: Path, catalogue: Catalogue) -> None:
    assert checked(tmp_path / "practice.yaml", catalogue.signs) == ((), ())
    assert checked(tmp_path / "8-10" / "practice.yaml") == ((), ())


def test_an_empty_list_is_no_mistake(tmp_path: Path) -> None:
    file = put(tmp_path, "[]\n")
    assert checked(file) == ((), ())


def test_without_signs_they_are_not_checked(tmp_path: Path) -> None:
    file = put(tmp_path, ONE.replace("read: fine", "sign: anything"))
    (item,), found = checked(file)
    assert found == ()
    assert isinstance(item, SortItem)
    assert item.signs == ("anything",)


@pytest.mark.parametrize(
    ("broken", "left"),
    [
        ("who: Bo", ["kind-words", "two-chats", "where"]),
        ("text: write to bo@example.org", ["kind-words", "two-chats", "where"]),
        ("sign: nothing_like_it", ["kind-words", "two-chats", "where"]),
    ],
)
def test_an_item_with_an_error_is_left_out_and_the_others_stay(
    tmp_path: Path, catalogue: Catalogue, broken: str, left: list[str]
) -> None:
    key = broken.split(":", maxsplit=1)[0]
    lines = WHOLE.split("\n")
    at = lines.index("- id: two-signs")
    own = next((n for n in range(at, at + 7) if lines[n].startswith(f"  {key}:")), None)
    if own is None:
        lines.insert(at + 1, f"  {broken}")
    else:
        lines[own] = f"  {broken}"
    file = put(tmp_path, "\n".join(lines))
    items, found = checked(file, catalogue.signs)
    assert [item.id for item in items] == left
    assert [one.severity for one in found] == ["error"]


@pytest.mark.parametrize(
    "broken",
    [
        "- {id: one, kind: sort, from: Bo, text: Hi, why: w}",
        "- {id: one, kind: sort, from: Bo, text: Hi, why: w, read: fine, sign: x}",
        (
            "- {id: one, kind: turn, chat: [{from: A, text: a}, {from: B, text: b}, {from: A, text: c}], turned_at: 4, "
            "sign: x, why: w}"
        ),
    ],
)
def test_an_item_without_one_right_answer_is_never_read_as_one(tmp_path: Path, broken: str) -> None:
    reading = read_practice(put(tmp_path, f"{broken}\n{ONE.replace('id: one', 'id: two')}"))
    assert reading.diagnostics == ()
    assert [item.id for item in reading.values] == ["two"]
    assert any(one.is_error and one.span.line == 1 for one in check_practice(reading))


def test_an_item_with_a_warning_stays(catalogue: Catalogue) -> None:
    items, found = checked(DATA / "bad" / "line-long" / "11-13" / "practice.yaml", catalogue.signs)
    assert [one.severity for one in found] == ["warning"]
    assert [item.id for item in items] == ["one"]


def test_the_word_cap_is_the_one_of_the_band(tmp_path: Path) -> None:
    text = ONE.replace("Hello!", " ".join(["word"] * 15))
    slugs = {}
    for band in ("8-10", "11-13", "14-17"):
        file = put(tmp_path, text, band)
        slugs[band] = [one.slug for one in checked(file)[1]]
    assert slugs == {"8-10": ["long-line"], "11-13": [], "14-17": []}


@pytest.mark.parametrize(
    ("fine", "signs", "slugs"),
    [
        (1, 0, []),
        (1, 2, []),
        (4, 6, []),
        (6, 4, []),
        (2, 0, ["practice-share"]),
        (3, 7, ["practice-share"]),
        (7, 3, ["practice-share"]),
    ],
)
def test_about_half_of_the_messages_to_sort_are_fine(
    tmp_path: Path, catalogue: Catalogue, fine: int, signs: int, slugs: list[str]
) -> None:
    verdicts = ["read: fine"] * fine + ["sign: secrecy_request"] * signs
    lines = [
        ONE.replace("one", f"i{n}").replace("Hello!", f"Hello {n}").replace("read: fine", verdict)
        for n, verdict in enumerate(verdicts)
    ]
    file = put(tmp_path, "".join(lines))
    assert [one.slug for one in checked(file, catalogue.signs)[1]] == slugs


def test_the_files_of_a_folder_are_found_by_name() -> None:
    shipped = practice_files(data_folder("scenarios"))
    assert practice_file("11-13") in shipped
    assert practice_files(data_folder("scenarios") / "practice") == shipped
    assert practice_files(DATA) == ()


def check_items(items: tuple[PracticeItem, ...], catalogue: Catalogue) -> None:
    """What holds of every item that has no error, whatever the file held."""
    ids = [item.id for item in items]
    assert len(set(ids)) == len(ids)
    for item in items:
        check_form(item)
        assert all(sign in catalogue.signs and not catalogue.signs[sign].is_family for sign in item.about)
        assert not (isinstance(item, SortItem) and item.signs and item.lookalike_of)


def check_form(item: PracticeItem) -> None:
    """What the game relies on for every item it reads, checked or not."""
    assert ID_PATTERN.fullmatch(item.id)
    assert item.why.strip()
    match item:
        case SortItem():
            lines = [item.line]
        case PairItem():
            lines = [*item.a, *item.b]
            assert 1 <= len(item.a) <= 4
            assert 1 <= len(item.b) <= 4
            assert item.not_ok in ("a", "b")
        case TurnItem():
            lines = list(item.chat)
            assert 3 <= len(item.chat) <= 6
            assert 1 <= item.turned_at <= len(item.chat)
    assert all(line.who.strip() and line.text.strip() for line in lines)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that every example writes anew."""
    return put(tmp_path_factory.mktemp("practice"), "")


def check_bytes(data: bytes, file: Path, catalogue: Catalogue) -> None:
    file.write_bytes(data)
    items, found = checked(file, catalogue.signs)
    check_items(items, catalogue)
    for item in read_practice(file).values:
        check_form(item)
    for one in found:
        assert one.span.line >= 1
        assert one.span.column >= 1
        assert format_text(one)
        assert as_row(one)["message"]


@given(st.binary(max_size=300))
def test_arbitrary_bytes_never_raise(scratch: Path, catalogue: Catalogue, data: bytes) -> None:
    check_bytes(data, scratch, catalogue)


WORDS = [
    *("- ", "{", "}", "[", "]", '"', ": ", "#", "&", "*", "!", "\t", "\n", "\n- ", "\n  ", "  ", "null", "todo: x"),
    *("id: a", "kind: sort", "kind: pair", "kind: turn", "chat: ", "a: ", "b: ", "not_ok: b", "turned_at: 2"),
    *("read: fine", "sign: secrecy_request", "sign: [x, ", "lookalike_of: x", "why: w", "from: Bo", "text: t", "@ab"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_arbitrary_yaml_words_never_raise(scratch: Path, catalogue: Catalogue, words: list[str]) -> None:
    check_bytes("".join(words).encode(), scratch, catalogue)


@settings(max_examples=examples(200))
@given(st.integers(0, 2**32))
def test_mutated_practice_never_raises_and_gives_whole_items(scratch: Path, catalogue: Catalogue, seed: int) -> None:
    dice = random.Random(seed)
    text = WHOLE
    for _ in range(dice.randint(1, 6)):
        at, length = dice.randrange(len(text)), dice.choice([0, 0, 1, 3, 20, 120])
        text = text[:at] + dice.choice(["", dice.choice(WORDS), chr(dice.randrange(0x250))]) + text[at + length :]
    check_bytes(text.encode(), scratch, catalogue)


@settings(max_examples=examples(150))
@given(st.integers(0, 2**32))
def test_practice_with_lines_moved_never_raises(scratch: Path, catalogue: Catalogue, seed: int) -> None:
    dice = random.Random(seed)
    lines = WHOLE.split("\n")
    for _ in range(dice.randint(1, 5)):
        line = lines.pop(dice.randrange(len(lines)))
        if dice.random() < 0.7:
            lines.insert(dice.randrange(len(lines)), " " * dice.choice([0, 0, 2, 4]) + line)
    check_bytes("\n".join(lines).encode(), scratch, catalogue)


def test_thousands_of_unknown_signs_are_all_found(scratch: Path, catalogue: Catalogue) -> None:
    signs = ", ".join(f"x{n}" for n in range(9000))
    check_bytes(ONE.replace("read: fine", f"sign: [{signs}]").encode(), scratch, catalogue)
    _, found = checked(scratch, catalogue.signs)
    assert sum(one.slug == "unknown-sign" for one in found) == 9000
