"""Reads practice/<band>/practice.yaml: the single messages, pairs and short chats that are sorted after a story."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from game.content.files.list_reading import ListReading
from game.content.files.practice_fields import table_of
from game.content.format.entry_list import read_entries
from game.resources import data_folder
from game.story.model import BANDS, Band
from game.story.practice import Line, PairItem, PracticeItem, SortItem, TurnItem

FOLDER, FILE = "practice", "practice.yaml"


def practice_file(band: Band, folder: Path | None = None) -> Path:
    """Return where a band's practice stands in a folder of scenarios (the game's own without one)."""
    return (folder or data_folder("scenarios")) / FOLDER / band / FILE


def practice_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of practice in a folder of scenarios, in the folder `practice` itself or in a band's."""
    if (folder / FILE).is_file():
        return (folder / FILE,)
    inside = folder if folder.absolute().name == FOLDER else folder / FOLDER
    try:
        return tuple(sorted(inside.glob(f"*/{FILE}")))
    except OSError:
        return ()


def band_of(path: Path) -> Band | None:
    """Return the band a file of practice is for: the name of its folder; None where that names no band."""
    return next((one for one in BANDS if one == path.absolute().parent.name), None)


def read_practice(path: Path, shown: str | None = None) -> ListReading[PracticeItem]:
    """Read a band's items, in the order of the file; there are none where there is no file. Never raises.

    Items that cannot be sorted are left out: those whose form has an error, that are both fine and a sign or neither,
    or whose chat turns at no line of it. `shown` is the name that findings give the file.
    """
    entries = read_entries(path, table_of, shown)
    if any(one.slug == "file-missing" for one in entries.problems):
        absent = replace(entries.document, diagnostics=())
        return ListReading(path=path, by_index={}, entries=replace(entries, document=absent, problems=[]))
    broken = entries.broken(entries.problems)
    whole = ((index, values) for index, values in entries.entries if index not in broken)
    items = {index: _build_item(values) for index, values in whole if _has_one_answer(values)}
    return ListReading(path=path, by_index=items, entries=entries)


def _has_one_answer(values: Mapping[str, Any]) -> bool:
    """Whether an item has exactly one right answer."""
    if values["kind"] == "sort":
        return bool(values["read"]) != bool(values["sign"])
    return values["kind"] != "turn" or bool(values["turned_at"] <= len(values["chat"]))


def _build_item(values: Mapping[str, Any]) -> PracticeItem:
    match values["kind"]:
        case "sort":
            return SortItem(
                id=values["id"],
                line=_build_line(values),
                signs=values["sign"] or (),
                why=values["why"],
                lookalike_of=values["lookalike_of"],
            )
        case "pair":
            return PairItem(
                id=values["id"],
                a=_build_lines(values["a"]),
                b=_build_lines(values["b"]),
                not_ok=values["not_ok"],
                sign=values["sign"],
                why=values["why"],
            )
        case _:
            return TurnItem(
                id=values["id"],
                chat=_build_lines(values["chat"]),
                turned_at=values["turned_at"],
                sign=values["sign"],
                why=values["why"],
            )


def _build_lines(lines: tuple[Mapping[str, Any], ...]) -> tuple[Line, ...]:
    return tuple(_build_line(one) for one in lines)


def _build_line(values: Mapping[str, Any]) -> Line:
    return Line(cast("str", values["from"]), cast("str", values["text"]))
