"""Extractors for Babel: the texts of stories, signs and practice in reading order, with contexts, lines and notes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, TypeAlias

from game.content.node_places import NodePlaces
from game.content.practice_reader import load_practice
from game.content.scenario_reader import parse_scenario
from game.content.signs_reader import load_signs
from game.content.yaml_nodes import List, Map, Text, parse_yaml
from game.extract.notes import notes_for_line, notes_for_practice, notes_for_sign
from game.i18n.retelling import Say, Steps, retell_practice, retell_scenario, retell_signs
from game.story.model import BANDS

Found: TypeAlias = tuple[int, str, tuple[str, str], list[str]]
"""As Babel wants it: the line, the keyword, its arguments (context and text), the notes for translators."""


def extract_scenario(
    file: IO[bytes], keywords: Iterable[str] = (), tags: Iterable[str] = (), options: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """Yield the child-facing texts of a story's file, in story order. A file that cannot be read yields nothing."""
    reading = parse_scenario(file.read(), _name_of(file))
    scenario = reading.scenario
    if scenario is None:
        return
    for context, text, steps in _walk(lambda say: retell_scenario(scenario, say)):
        yield reading.spans.value(*steps).line, "pgettext", (context, text), list(notes_for_line(scenario, steps))


def extract_signs(
    file: IO[bytes], keywords: Iterable[str] = (), tags: Iterable[str] = (), options: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """Yield the texts of signs.yaml, in the order of the album."""
    path = Path(_name_of(file))
    signs, _ = load_signs(path)
    entries = _entries_by_id(file, path)
    for context, text, steps in _walk(lambda say: retell_signs(signs, say)):
        sign, rest = signs[int(steps[0])], steps[1:]
        line = entries[sign.id].value(*rest).line
        notes = notes_for_sign(str(rest[-1]), sign.name, simple=rest[0] == "simple")
        yield line, "pgettext", (context, text), list(notes)


def extract_practice(
    file: IO[bytes], keywords: Iterable[str] = (), tags: Iterable[str] = (), options: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """Yield the texts of a band's practice, in the order of the file."""
    path = Path(_name_of(file))
    band = next((one for one in BANDS if one == path.stem), None)
    if band is None:
        return
    items, _ = load_practice(path)
    entries = _entries_by_id(file, path)
    for context, text, steps in _walk(lambda say: retell_practice(items, band, say)):
        item, rest = items[int(steps[0])], steps[1:]
        yield (
            entries[item.id].value(*rest).line,
            "pgettext",
            (context, text),
            list(notes_for_practice(item, band, steps)),
        )


def _name_of(file: IO[bytes]) -> str:
    return str(getattr(file, "name", "scenario.yaml"))


def _walk(retell: Callable[[Say], object]) -> list[tuple[str, str, Steps]]:
    """Return every text that a retelling comes by, in order."""
    found: list[tuple[str, str, Steps]] = []

    def note(context: str, text: str, steps: Steps) -> str:
        found.append((context, text, steps))
        return text

    retell(note)
    return found


def _entries_by_id(file: IO[bytes], path: Path) -> Mapping[str, NodePlaces]:
    """Return where everything in an entry of a list stands, by the entry's id (those left out as broken, too)."""
    root = parse_yaml(file.read(), str(path)).root
    found: dict[str, NodePlaces] = {}
    for node in root.items if isinstance(root, List) else ():
        id = node.get("id") if isinstance(node, Map) else None
        if isinstance(id, Text):
            found.setdefault(id.value, NodePlaces(str(path), node))
    return found
