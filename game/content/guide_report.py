"""A guide checked by itself: with the story that lies beside it, or the shipped story that it names."""

from pathlib import Path

from game.content.files.guide_reader import OWN_GUIDE, load_guide
from game.content.files.scenario_reader import read_scenario
from game.content.format.diagnostics import Diagnostic, find, name_or_list
from game.content.format.node_places import NodePlaces
from game.content.format.yaml_nodes import Map, Scalar, read_yaml, shorten
from game.content.story_files import STORY_FILE, find_stories
from game.resources import data_folder, guides_folder

GUIDES_FOLDER = "guides"


def guide_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the guides in a folder of guides (the game's own without one), by name."""
    try:
        return tuple(sorted((folder or guides_folder()).glob("*.yaml")))
    except OSError:
        return ()


def is_guide(path: Path) -> bool:
    """Whether a file is the guide of a lesson, by where it lies and what it is called."""
    if path.name == STORY_FILE or path.suffix != ".yaml":
        return False
    return path.name == OWN_GUIDE or is_guides_folder(path.absolute().parent)


def is_guides_folder(path: Path) -> bool:
    """Whether a folder is one of guides, by its name."""
    return path.absolute().name == GUIDES_FOLDER


def check_guide_file(path: Path, shown: str | None = None) -> tuple[Diagnostic, ...]:
    """Return every finding about a guide; one alone where its story cannot be found or read. Never raises.

    `shown` is the name that findings give the file. Raises ResourceError where the game's own data is missing.
    """
    document = read_yaml(path, shown)
    if document.root is None:
        return document.diagnostics
    node = document.root.get("story") if isinstance(document.root, Map) else None
    id = node.value.strip() if isinstance(node, Scalar) and not node.is_blank else path.stem
    where = NodePlaces(document.path, document.root).value("story")
    own = {file.parent.name: file for file in find_stories(data_folder("scenarios"))}
    beside = path.parent / STORY_FILE
    file = beside if path.name == OWN_GUIDE and beside.is_file() else own.get(id)
    if file is None:
        message = f"There is no story `{shorten(id)}` for this guide."
        return (*document.diagnostics, find("guide-story", where, message, name_or_list(id, own)))
    scenario = read_scenario(file).scenario
    if scenario is None:
        message = f"The story of this guide, {file}, cannot be read."
        return (*document.diagnostics, find("guide-story", where, message, "Check that story first."))
    found = load_guide(path, scenario, shown)[1]
    if path.name != OWN_GUIDE and id != path.stem:
        message = f"The guide is for `{shorten(id)}`, and its file is called `{path.name}`."
        found += (find("guide-story", where, message, f"Call the file {id}.yaml."),)
    return found
