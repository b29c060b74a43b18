"""Reads facts.yaml, which owns every figure that a page for adults may print."""

from dataclasses import dataclass
from pathlib import Path

from game.content.files.list_reading import ListReading, read_list
from game.content.format.fields import Id, Record, Words, need
from game.resources import data_folder

_WORDS = Words()
FACT = Record(
    name="fact",
    fields=(
        need("id", Id(), "The name that signs and pages use."),
        need("value", _WORDS, "The number alone."),
        need("unit", _WORDS, "What the number is a number of: percent, reports, children."),
        need("of", _WORDS, "The whole that it is a part or a count of."),
        need("what", _WORDS, "What was counted."),
        need("source", _WORDS, "Who says so."),
        need("year", _WORDS, "The year the figure is about."),
        need("caution", Words(blank=True), 'What must be said beside it; "" where there is nothing to say.'),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A figure with its source. All texts, as they were written."""

    id: str
    value: str
    unit: str
    of: str
    what: str
    source: str
    year: str
    caution: str


def read_facts(path: Path | None = None, shown: str | None = None) -> ListReading[Fact]:
    """Read facts; the game's own without a path. Never raises; `shown` is the name that findings give the file."""
    file = path or data_folder("scenarios") / "facts.yaml"
    return read_list(file, shown, lambda node: FACT, lambda values: Fact(**values))
