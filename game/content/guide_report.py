"""A guide checked by itself: with the story that lies beside it, or the shipped story that it names."""

from pathlib import Path

from game.content.checks.guides import check_guide
from game.content.files.guide_reader import read_guide
from game.content.files.scenario_reader import read_scenario
from game.content.format.diagnostics import Diagnostic, find, name_or_list
from game.content.format.node_places import NodePlaces
from game.content.format.yaml_nodes import Map, Scalar, read_yaml, shorten
from game.content.story_files import GUIDE_FILE, STORY_FILE, find_stories
from game.resources import data_folder


def is_guide(path: Path) -> bool:
    """Whether a file is the guide of a lesson, by what it is called."""
    return path.name == GUIDE_FILE


def check_guide_file(path: Path, shown: str | None = None) -> tuple[Diagnostic, ...]:
    """Return every finding about a guide; one alone where its story cannot be found or read. Never raises.

    `shown` is the name that findings give the file. Raises ResourceError where the game's own data is missing.
    """
    document = read_yaml(path, shown)
    if document.root is None:
        return document.diagnostics
    node = document.root.get("story") if isinstance(document.root, Map) else None
    id = node.value.strip() if isinstance(node, Scalar) and not node.is_blank else path.absolute().parent.name
    where = NodePlaces(document.path, document.root).value("story")
    own = {file.parent.name: file for file in find_stories(data_folder("scenarios"))}
    beside = path.parent / STORY_FILE
    file = beside if beside.is_file() else own.get(id)
    if file is None:
        message = f"There is no story `{shorten(id)}` for this guide."
        return (*document.diagnostics, find("guide-story", where, message, name_or_list(id, own)))
    scenario = read_scenario(file).scenario
    if scenario is None:
        message = f"The story of this guide, {file}, cannot be read."
        return (*document.diagnostics, find("guide-story", where, message, "Check that story first."))
    return check_guide(read_guide(path, scenario, shown))
