"""Extractors for Babel: the texts of stories, guides, signs, practice and code, with contexts, lines and notes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, TypeAlias

from babel.messages.extract import extract_python

from game.content.files.guide_reader import read_guide
from game.content.files.practice_reader import band_of, read_practice
from game.content.files.scenario_reader import parse_scenario, read_scenario
from game.content.files.signs_reader import read_signs
from game.content.format.node_places import NodePlaces
from game.content.format.source_text import decode_source
from game.content.format.spans import Span
from game.content.format.yaml_nodes import List, Map, Scalar, parse_yaml
from game.content.story_files import STORY_FILE
from game.extract.label_notes import note_for
from game.extract.notes import notes_for_guide, notes_for_line, notes_for_practice, notes_for_sign
from game.i18n.retelling import Say, Steps, retell_guide, retell_practice, retell_scenario, retell_signs

Found: TypeAlias = tuple[int, str, tuple[str, str], list[str]]
"""As Babel wants it: the line, the keyword, its arguments (context and text), the notes for translators. It gives every
extractor keywords, tags and options too, which are for programs' texts and of no use here."""


def extract_scenario(
    file: IO[bytes], keywords: Iterable[str] = (), tags: Iterable[str] = (), options: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """Yield the child-facing texts of a story's file, in story order. A file that cannot be read yields nothing."""
    content, name = file.read(), _name_of(file)
    reading = parse_scenario(content, name)
    scenario = reading.scenario
    if scenario is None:
        return
    lines = _lines_of(content, name)
    for context, text, steps in _walk(lambda say: retell_scenario(scenario, say)):
        line = _first_line(lines, reading.spans.value(*steps))
        yield line, "pgettext", (context, text), list(notes_for_line(scenario, steps))


def extract_code(file: IO[bytes], keywords: Any, tags: Any, options: Any) -> Iterator[tuple[int, str, Any, list[str]]]:
    """Yield the sentences of a module, as Babel finds them; a label without a note in the code gets its own."""
    name = _name_of(file)
    # Babel's annotation names what it yields in another order than it does.
    found: Iterable[tuple[int, str, Any, Any]] = extract_python(file, keywords, tags, options)  # type: ignore[assignment]
    for line, keyword, texts, notes in found:
        told = [one for one in ((texts,) if isinstance(texts, str) else texts or ()) if one]
        context, text = ["", "", *told][-2:] if keyword == "pgettext" else ("", "".join(told[:1]))
        note = "" if notes else note_for(context, text, name)
        yield line, keyword, texts, [note] if note else list(notes or ())


def extract_signs(
    file: IO[bytes], keywords: Iterable[str] = (), tags: Iterable[str] = (), options: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """Yield the texts of signs.yaml, in the order of the album."""
    path = Path(_name_of(file))
    signs = read_signs(path).values
    content = file.read()
    entries, lines = _entries_by_id(content, path), _lines_of(content, str(path))
    for context, text, steps in _walk(lambda say: retell_signs(signs, say)):
        sign, rest = signs[int(steps[0])], steps[1:]
        line = _first_line(lines, entries[sign.id].value(*rest))
        notes = notes_for_sign(str(rest[-1]), sign.name, simple=rest[0] == "simple")
        yield line, "pgettext", (context, text), list(notes)


def extract_practice(
    file: IO[bytes], keywords: Iterable[str] = (), tags: Iterable[str] = (), options: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """Yield the texts of a band's practice, in the order of the file."""
    path = Path(_name_of(file))
    band = band_of(path)
    if band is None:
        return
    items = read_practice(path).values
    content = file.read()
    entries, lines = _entries_by_id(content, path), _lines_of(content, str(path))
    for context, text, steps in _walk(lambda say: retell_practice(items, band, say)):
        item, rest = items[int(steps[0])], steps[1:]
        line = _first_line(lines, entries[item.id].value(*rest))
        yield line, "pgettext", (context, text), list(notes_for_practice(item, band, steps))


def extract_guide(
    file: IO[bytes], keywords: Iterable[str] = (), tags: Iterable[str] = (), options: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """Yield the texts of the guide of a lesson, but the names of standards. One that does not fit its story has none.

    The story lies beside it: it says what the band of the pupils is.
    """
    path = Path(_name_of(file))
    scenario = read_scenario(path.with_name(STORY_FILE)).scenario
    if scenario is None:
        return
    reading = read_guide(path, scenario)
    guide = reading.guide
    if guide is None:
        return
    for context, text, steps in _walk(lambda say: retell_guide(guide, say)):
        line = _first_line(reading.lines, reading.spans.value(*steps))
        yield line, "pgettext", (context, text), list(notes_for_guide(scenario.band, steps))


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


def _lines_of(content: bytes, name: str) -> Sequence[str]:
    source, _ = decode_source(content, name)
    return source.lines if source else ()


def _first_line(lines: Sequence[str], value: Span) -> int:
    """Return the line in which the words of a value begin: below the sign `>` or `|` of a text over several lines."""
    line = value.line
    if lines[line - 1 : line] and lines[line - 1][value.column - 1 : value.column] in (">", "|"):
        while line < len(lines) and not lines[line].strip():
            line += 1
        return min(line + 1, len(lines))
    return line


def _entries_by_id(content: bytes, path: Path) -> Mapping[str, NodePlaces]:
    """Return where everything in an entry of a list stands, by the entry's id (those left out as broken, too)."""
    root = parse_yaml(content, str(path)).root
    found: dict[str, NodePlaces] = {}
    for node in root.items if isinstance(root, List) else ():
        id = node.get("id") if isinstance(node, Map) else None
        if isinstance(id, Scalar):
            found.setdefault(id.value, NodePlaces(str(path), node))
    return found
