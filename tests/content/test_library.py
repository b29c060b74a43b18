"""The shelf of stories: cards out of a warm index, checks later, nothing that tells what was opened."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.content.files.scenario_reader import parse_scenario, read_scenario
from game.content.library import GATED_SIGNS, Library, build_index, make_card, open_library
from game.content.story_index import FORMAT
from game.errors import ScenarioError, UnknownStoryError
from game.resources import data_folder

STORIES = Path(__file__).parents[1] / "data" / "stories"


@pytest.fixture
def shelf(tmp_path: Path, small_story: str) -> Path:
    """A folder with three stories, one of them broken."""
    for id, text in (
        ("small", small_story),
        ("other", small_story.replace("id: small", "id: other").replace("The free sail", "Another")),
        ("broken", small_story.replace("id: small", "id: broken").replace("move: risky", "move: rsky")),
    ):
        (tmp_path / "shelf" / id).mkdir(parents=True)
        (tmp_path / "shelf" / id / "scenario.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "shelf"


def test_a_cold_shelf_is_empty_until_it_is_refreshed_a_file_a_step(shelf: Path, tmp_path: Path) -> None:
    library = Library([shelf], tmp_path / "home" / "stories.json")
    assert library.cards() == ()
    steps = library.refresh()
    assert next(steps).parent.name == "broken"
    assert library.cards() == ()
    assert next(steps).parent.name == "other"
    assert [card.id for card in library.cards()] == ["other"]
    assert [file.parent.name for file in steps] == ["small"]
    assert list(library.refresh()) == []
    assert [card.title for card in library.cards()] == ["Another", "The free sail"]


def test_a_story_with_an_error_is_refused_with_the_reason(shelf: Path) -> None:
    library = Library([shelf], None)
    library.read_all()
    (refusal,) = library.refused()
    assert (refusal.path.parent.name, refusal.line) == ("broken", 56)
    assert "rsky" in refusal.reason
    with pytest.raises(ScenarioError, match="is not offered") as refused:
        library.scenario("broken")
    assert not isinstance(refused.value, UnknownStoryError)


def test_an_unknown_id_gets_a_suggestion(shelf: Path) -> None:
    library = Library([shelf], None)
    library.read_all()
    with pytest.raises(UnknownStoryError, match="Did you mean `small`"):
        library.path("smal")


def test_a_warm_index_gives_the_cards_at_once_and_without_yaml(shelf: Path, tmp_path: Path) -> None:
    index = tmp_path / "home" / "stories.json"
    first = Library([shelf], index)
    first.read_all()
    warm = Library([shelf], index)
    assert warm.cards() == first.cards()
    assert warm.refused() == first.refused()
    assert list(warm.refresh()) == []
    code = (
        "import sys; from pathlib import Path; from game.content.library import Library;"
        f"library = Library([Path({str(shelf)!r})], Path({str(index)!r}));"
        "assert len(library.cards()) == 2 and list(library.refresh()) == [];"
        "print(sorted({'yaml', 'rich', 'pygame'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert done.stdout.strip() == "[]"


def test_a_changed_a_new_and_a_deleted_file_are_noticed(shelf: Path, tmp_path: Path, small_story: str) -> None:
    index = tmp_path / "stories.json"
    Library([shelf], index).read_all()
    changed = shelf / "small" / "scenario.yaml"
    changed.write_text(small_story.replace("The free sail", "The sail, again"), encoding="utf-8")
    (shelf / "other" / "scenario.yaml").unlink()
    (shelf / "new").mkdir()
    (shelf / "new" / "scenario.yaml").write_text(small_story.replace("id: small", "id: new"), encoding="utf-8")
    library = Library([shelf], index)
    assert library.cards() == ()
    assert {file.parent.name for file in library.refresh()} == {"small", "new"}
    assert {card.title for card in library.cards()} == {"The sail, again", "The free sail"}
    assert "other" not in index.read_text(encoding="utf-8")


def test_a_changed_story_is_read_anew(shelf: Path, small_story: str) -> None:
    library = Library([shelf], None)
    library.read_all()
    assert library.scenario("small").title == "The free sail"
    assert library.scenario("small") is library.scenario("small")
    file = shelf / "small" / "scenario.yaml"
    file.write_text(small_story.replace("The free sail", "The sail, again"), encoding="utf-8")
    library.rescan()
    library.read_all()
    assert library.scenario("small").title == "The sail, again"


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"\xff\xfe",
        b'{"format": 1}',
        b'{"format": 99, "stamp": "", "stories": []}',
        b"[" * 9999,
    ],
)
def test_a_damaged_index_is_made_anew_in_silence(shelf: Path, tmp_path: Path, damage: bytes) -> None:
    index = tmp_path / "stories.json"
    index.write_bytes(damage)
    library = Library([shelf], index)
    library.read_all()
    assert len(library.cards()) == 2
    assert json.loads(index.read_bytes())["format"] == FORMAT


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("level", "1"), ("band", "0-99"), ("signs", "x"), ("is_draft", 0), ("title", None), ("kind", "film")),
        *(("told", None), ("told", [["es", "Vela"]]), ("told", [["es", "Vela", "Un juego", 1]])),
    ],
)
def test_an_index_with_wrong_values_is_not_believed(shelf: Path, tmp_path: Path, key: str, value: object) -> None:
    index = tmp_path / "stories.json"
    Library([shelf], index).read_all()
    data = json.loads(index.read_bytes())
    next(one for one in data["stories"] if one["card"])["card"][key] = value
    index.write_text(json.dumps(data), encoding="utf-8")
    assert list(Library([shelf], index).refresh()) != []


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
def test_a_folder_whose_name_is_not_utf8_is_left_out_with_a_sentence(
    shelf: Path, tmp_path: Path, small_story: str
) -> None:
    """Before, it ended the game at every start, and left a temporary file each time."""
    odd = Path(os.fsdecode(os.fsencode(shelf) + b"/sm\xffll"))
    odd.mkdir()
    (odd / "scenario.yaml").write_text(small_story, encoding="utf-8")
    index = tmp_path / "home" / "stories.json"
    library = Library([shelf], index)
    library.read_all()
    assert len(library.cards()) == 2
    assert [one.reason for one in library.refused() if one.path.parent == odd] == [
        "The name of this folder is not written in UTF-8, so its story is left out."
    ]
    assert [file.name for file in index.parent.iterdir()] == ["stories.json"]
    assert list(Library([shelf], index).refresh()) == []


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
def test_stories_below_a_folder_whose_name_is_not_utf8_are_known_at_the_next_start(shelf: Path, tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/n\xffme"))
    shelf.rename(odd)
    index = odd / "stories.json"
    first = Library([odd], index)
    first.read_all()
    assert [file.name for file in odd.iterdir() if file.is_file()] == ["stories.json"]
    warm = Library([odd], index)
    assert list(warm.refresh()) == []
    assert warm.cards() == first.cards()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes and devices among files")
@pytest.mark.parametrize("what", ["pipe", "device", "folder"])
def test_an_index_that_is_no_file_is_not_read(shelf: Path, tmp_path: Path, what: str) -> None:
    """A pipe would hang the start, and a device fill the memory: both say that their size is 0."""
    index = tmp_path / "stories.json"
    if what == "pipe":
        os.mkfifo(index)
    elif what == "device":
        index.symlink_to("/dev/zero")
    else:
        index.mkdir()
    library = Library([shelf], index)
    library.read_all()
    assert len(library.cards()) == 2


def test_an_index_larger_than_any_shelf_is_not_read(shelf: Path, tmp_path: Path) -> None:
    index = tmp_path / "stories.json"
    Library([shelf], index).read_all()
    with index.open("ab") as file:
        file.write(b" " * 17 * 1024 * 1024)
    assert list(Library([shelf], index).refresh()) != []


def test_without_a_writable_home_the_index_stays_in_memory(shelf: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    library = Library([shelf], blocked / "stories.json")
    library.read_all()
    assert len(library.cards()) == 2
    assert blocked.read_text() == "not a folder"


def test_opening_a_story_changes_nothing_in_the_index(shelf: Path, tmp_path: Path) -> None:
    index = tmp_path / "stories.json"
    library = Library([shelf], index)
    library.read_all()
    before = (index.read_bytes(), index.stat().st_mtime_ns, set(tmp_path.rglob("*")))
    library.scenario("small")
    library.read_all()
    assert (index.read_bytes(), index.stat().st_mtime_ns, set(tmp_path.rglob("*"))) == before


def test_of_two_stories_with_one_id_the_first_folder_counts(shelf: Path, tmp_path: Path, small_story: str) -> None:
    second = tmp_path / "second" / "small"
    second.mkdir(parents=True)
    (second / "scenario.yaml").write_text(small_story.replace("The free sail", "A copy"), encoding="utf-8")
    library = Library([shelf, tmp_path / "second"], None)
    library.read_all()
    assert library.scenario("small").title == "The free sail"
    assert any("id `small`" in refusal.reason for refusal in library.refused())


def test_a_folder_that_is_not_there_holds_no_stories(tmp_path: Path) -> None:
    library = Library([tmp_path / "nowhere"], None)
    library.read_all()
    assert (library.cards(), library.refused()) == ((), ())


def test_a_prebuilt_index_serves_the_first_folder_and_no_other(shelf: Path, tmp_path: Path) -> None:
    prebuilt = tmp_path / "prebuilt.json"
    assert build_index(shelf, prebuilt)
    assert str(tmp_path) not in json.dumps([one["path"] for one in json.loads(prebuilt.read_bytes())["stories"]])
    library = Library([shelf], None, prebuilt_index=prebuilt)
    assert [card.id for card in library.cards()] == ["other", "small"]
    assert library.path("small") == shelf / "small" / "scenario.yaml"
    assert Library([tmp_path / "nowhere", shelf], None, prebuilt_index=prebuilt).cards() == ()


def test_a_card_says_what_the_picker_needs() -> None:
    scenario = read_scenario(STORIES / "one-more-game" / "scenario.yaml").scenario
    assert scenario is not None
    card = make_card(scenario, Path("x"))
    assert (card.kind, card.band, card.picture, card.signs, card.is_draft, card.needs_gate) == (
        "booster",
        "11-13",
        "fox",
        ("gift_with_strings",),
        True,
        False,
    )


def test_drafts_with_a_hidden_tile_or_a_delicate_sign_need_the_gate(small_story: str) -> None:
    def needs_gate(text: str) -> bool:
        scenario = parse_scenario(text).scenario
        assert scenario is not None
        return make_card(scenario, Path("x")).needs_gate

    assert not needs_gate(small_story)
    tile = "    - noor: {hidden: spider}\n      read: fine\n      why: A toy.\n    - later: That evening"
    assert needs_gate(small_story.replace("    - later: That evening", tile))
    for sign in sorted(GATED_SIGNS):
        delicate = small_story.replace("secrecy_request", sign)
        assert needs_gate(delicate)
        signed = (
            "review: {safeguarding: {by: A, role: b, on: 2026-01-31}, educator: {by: C, role: d, on: 2026-02-01}}\n"
        )
        assert not needs_gate(delicate.replace("origin:", signed + "origin:"))


def test_the_shipped_shelf_opens(tmp_path: Path) -> None:
    library = open_library([], tmp_path)
    library.read_all()
    assert {card.id for card in library.cards()} >= {"free-skins"}
    assert library.refused() == ()
    assert library.folders == (data_folder("scenarios"),)
