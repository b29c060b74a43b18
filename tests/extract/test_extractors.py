import ast
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from game.content.files.guide_reader import read_guide
from game.content.files.scenario_reader import read_scenario
from game.extract.extractors import Found, extract_guide, extract_practice, extract_scenario, extract_signs
from game.resources import data_folder

ROOT = data_folder("scenarios")
STORIES = sorted(ROOT.glob("*/scenario.yaml"))
GOOD = sorted((Path(__file__).parents[1] / "data" / "good").glob("*.yaml"))


def found_in(file: Path) -> list[Found]:
    by_name = {"scenario": extract_scenario, "signs": extract_signs, "guide": extract_guide}
    extract = by_name.get(file.stem, extract_practice)
    with file.open("rb") as opened:
        return list(extract(opened))


KITE = Path(__file__).parents[1] / "data" / "stories" / "paper-kite" / "scenario.yaml"
GUIDE = KITE.with_name("guide.yaml")
SOURCES = [
    *STORIES,
    *sorted(ROOT.glob("*/guide.yaml")),
    ROOT / "signs/signs.yaml",
    *sorted(ROOT.glob("practice/*/practice.yaml")),
]


@pytest.mark.parametrize("file", SOURCES, ids=lambda one: one.relative_to(ROOT).as_posix())
def test_each_text_stands_in_the_line_that_is_told(file: Path):
    lines = file.read_text(encoding="utf-8").splitlines()
    for number, keyword, (_, text), notes in found_in(file):
        assert keyword == "pgettext"
        assert text.split()[0].strip("\"'") in lines[number - 1]
        assert notes
        assert all(note.strip() for note in notes)


@pytest.mark.parametrize("file", STORIES, ids=lambda one: one.parent.name)
def test_contexts_name_the_story_the_scene_and_who_says_it(file: Path):
    story = file.parent.name
    for _, _, (context, _), _ in found_in(file):
        assert context == story or context.startswith(f"{story}/")
        assert context.count("/") in (0, 2)


@pytest.mark.parametrize("file", STORIES, ids=lambda one: one.parent.name)
def test_texts_come_in_story_order(file: Path):
    scenes = [one for one in found_in(file) if "/" in one[2][0]]
    assert [one[0] for one in scenes] == sorted(one[0] for one in scenes)


def test_a_translator_is_told_who_speaks_to_whom_for_which_age_and_what_came_before():
    lines = {text: (context, notes) for _, _, (context, text), notes in found_in(KITE)}
    context, notes = lines["Just don't tell your dad, ok? He wouldn't get it."]
    told = " ".join(notes)
    assert context == "paper-kite/start/kai"
    for part in ("Kai_up", "UNSAFE", "writes to Sam", "boy", "Band 11-13", "18 words", "A SILK one? wow"):
        assert part in told
    assert "Noor" not in told


def test_what_is_quoted_before_a_line_is_of_the_same_chat():
    lines = {text: notes for _, _, (_, text), notes in found_in(KITE)}
    told = " ".join(lines["I got you a silk kite. It cost real money. You can do me a favour back."])
    assert "kite drawing" not in told


def test_each_text_of_a_guide_is_given_once_with_a_note_and_standards_keep_their_names():
    found = found_in(GUIDE)
    keys = [key for _, _, key, _ in found]
    assert len(set(keys)) == len(keys) > 50
    assert {context.rpartition("/")[0] for context, _ in keys} == {"guide/paper-kite"}
    told = {text for _, text in keys}
    scenario = read_scenario(KITE).scenario
    assert scenario is not None
    values = read_guide(GUIDE, scenario).values
    assert values is not None
    assert set(guide_texts(values)) == told
    assert not any(row["framework"] in told or row["topic"] in told for row in values["standards"])
    assert [line for line, _, _, _ in found] == sorted(line for line, _, _, _ in found)


def guide_texts(guide: Mapping[str, Any]) -> Iterator[str]:
    """Every text of a guide's file, however deep; not what names a place, a way or a curriculum."""
    for key, value in guide.items():
        if key not in ("story", "path", "minutes", "votes", "standards", "at", "part"):
            for one in value if isinstance(value, list | tuple) else [value]:
                yield from guide_texts(one) if isinstance(one, Mapping) else [one]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Paper and string that fly in the wind.", ("What the word", "pupils read or hear", "Band 11-13", "18 words")),
        ("What makes a present a good present?", ("before the story", "pupils read or hear", "18 words")),
        ("I can tell a present from a present with a catch.", ("Aim", "begins with I", "18 words")),
        ("Pupils can say that whoever tricks or pushes is responsible, never the child.", ("Aim", "Teachers alone")),
    ],
)
def test_a_translator_of_a_guide_is_told_what_a_text_is_who_reads_it_and_how_long_it_may_be(
    text: str, told: tuple[str, ...]
):
    notes = next(" ".join(notes) for _, _, (_, one), notes in found_in(GUIDE) if one == text)
    assert all(part in notes for part in told)


def test_a_guide_without_a_story_or_that_does_not_fit_it_gives_nothing(tmp_path: Path):
    guide = tmp_path / "guide.yaml"
    guide.write_bytes(GUIDE.read_bytes())
    assert found_in(guide) == []
    (tmp_path / "scenario.yaml").write_bytes(KITE.read_bytes())
    assert found_in(guide)
    guide.write_text(GUIDE.read_text(encoding="utf-8").replace("start/6", "start/99"), encoding="utf-8")
    assert found_in(guide) == []


def test_signs_and_practice_have_contexts_of_their_own():
    assert {one[2][0] for one in found_in(ROOT / "signs/signs.yaml")} >= {"signs/secrets", "signs/gift_with_strings"}
    assert {one[2][0] for one in found_in(ROOT / "practice/11-13/practice.yaml")} >= {"practice/11-13/pumpkins"}


@pytest.mark.parametrize("file", GOOD, ids=lambda one: one.stem)
def test_every_story_that_can_be_read_gives_its_texts(file: Path):
    assert len(list(extract_scenario(BytesIO(file.read_bytes())))) > 20


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"- [", b"a: b", b"\x00" * 50])
def test_a_file_that_is_no_story_gives_nothing(content: bytes):
    assert list(extract_scenario(BytesIO(content))) == []


@pytest.mark.parametrize("room", ["game", "lessons"])
def test_no_sentence_is_looked_up_inside_an_f_string_where_babel_does_not_see_it(room: str):
    hidden = [
        f"{file}:{call.lineno}"
        for file in Path(room).rglob("*.py")
        for text in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] in ("_", "gettext", "ngettext")
    ]
    assert hidden == []
