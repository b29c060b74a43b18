"""Editors know of every file what the reader knows: the schemas take what is right, and refuse what is not."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from game.cli.main import main
from game.content.files.practice_reader import practice_files
from game.content.files.scenario_fields import BEATS, SCENARIO
from game.content.format.yaml_nodes import List, Map, Node, Scalar, read_yaml
from game.content.shipped import load_catalogue
from game.resources import data_folder
from game.tools.file_schema import FOLDER, make_schemas

SCHEMAS = make_schemas(load_catalogue().catalogue)
SCENARIOS = data_folder("scenarios")
GOOD = Path(__file__).parents[1] / "data" / "good"
STORIES = Path(__file__).parents[1] / "data" / "stories"
FILES = [
    *(("scenario.json", file) for file in SCENARIOS.glob("*/scenario.yaml")),
    *(("scenario.json", file) for file in GOOD.glob("*.yaml")),
    *(("play.json", file) for file in SCENARIOS.glob("*/plays/*.yaml")),
    *(("practice.json", file) for file in practice_files(SCENARIOS)),
    *(("guide.json", file) for file in SCENARIOS.glob("*/guide.yaml")),
]
REFUSED = {
    "a key that no table has": ("level: 1", "lvel: 1"),
    "a word that is not in the list": ("player: helper", "player: hero"),
    "a sign that nobody knows": ("gift_with_strings, secrecy_request", "gift_with_string, secrecy_request"),
    "a picture that is not drawn": ("picture: fox", "picture: foxx"),
    "an id with a capital": ("id: paper-kite", "id: Paper-Kite"),
    "a number that is none": ("minutes: 7", "minutes: seven"),
    "a missing key": ("title: The paper kite\n", ""),
    "a deed that is not in the list": ("do: stop", "do: stopp"),
    "a choice of one option": ("do: keep_secret", "dew: keep_secret"),
}


def plain(node: Node | None) -> Any:
    """Return a node as an editor sees it: whole numbers as numbers, everything else as it is written."""
    if isinstance(node, Map):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, List):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return int(node.value) if node.plain and node.value.isdecimal() else node.value


def errors_of(name: str, value: Any) -> list[str]:
    return [error.message for error in Draft7Validator(SCHEMAS[name]).iter_errors(value)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_by_the_rules_of_its_draft(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_in_the_repository_is_the_one_that_the_tables_give(name: str) -> None:
    """`python -m game.tools.file_schema` writes them anew."""
    assert json.loads((SCENARIOS / FOLDER / name).read_text(encoding="utf-8")) == SCHEMAS[name]


@pytest.mark.parametrize(("name", "file"), FILES, ids=lambda value: "-".join(Path(value).parts[-2:]))
def test_what_the_reader_takes_the_schema_takes(name: str, file: Path) -> None:
    assert errors_of(name, plain(read_yaml(file).root)) == []


@pytest.mark.parametrize("fault", REFUSED)
def test_a_slip_of_the_pen_is_marked_while_it_is_typed(fault: str, tmp_path: Path) -> None:
    right, wrong = REFUSED[fault]
    text = (STORIES / "paper-kite" / "scenario.yaml").read_text(encoding="utf-8")
    assert right in text
    file = tmp_path / "scenario.yaml"
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    assert errors_of("scenario.json", plain(read_yaml(file).root))


def test_every_key_of_a_story_is_explained_where_one_types_it() -> None:
    properties = SCHEMAS["scenario.json"]["properties"]
    assert [key for key in SCENARIO.keys if not properties[key].get("description")] == []
    (scene,) = properties["scenes"]["patternProperties"].values()
    beats = scene["items"]["anyOf"]
    words = {next(iter(beat["properties"])): beat["properties"] for beat in beats}
    for word in BEATS.beat_words:
        assert all(about["description"] for about in words[word].values())


def test_a_new_story_names_the_schema_that_lies_beside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "lost-cat", "--band", "8-10", "--into", str(tmp_path)]) == 0
    first = (tmp_path / "lost-cat" / "scenario.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=../")
    named = tmp_path / "lost-cat" / first.partition("=")[2]
    assert json.loads(named.read_text(encoding="utf-8")) == SCHEMAS["scenario.json"]
    assert str(tmp_path / FOLDER) in capsys.readouterr().out
