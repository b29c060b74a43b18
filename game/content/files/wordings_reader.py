"""Reads wordings.yaml: sentences that were weighed once and are repeated word for word."""

from pathlib import Path
from typing import Any

from game.content.files.list_reading import ListReading, read_list
from game.content.format.fields import Id, ListOf, OneOf, Record, Words, need
from game.resources import data_folder
from game.story.model import BANDS
from game.story.values import Wording

KINDS = ("not_your_fault", "you_did_right", "closing")
WORDING = Record(
    name="wording",
    fields=(
        need("id", Id(), "A short name."),
        need("kind", OneOf(KINDS), "What the sentence is for."),
        need("bands", ListOf(item=OneOf(BANDS), least=1, distinct=True), "For whom it fits."),
        need("text", Words(cap="sentence"), "The sentence, as stories repeat it."),
    ),
)


def read_wordings(path: Path | None = None, shown: str | None = None) -> ListReading[Wording]:
    """Read wordings; the game's own without a path. Never raises; `shown` is the name that findings give the file."""
    return read_list(path or data_folder("scenarios") / "wordings.yaml", shown, lambda node: WORDING, _build)


def _build(values: dict[str, Any]) -> Wording:
    bands = tuple(band for band in BANDS if band in values["bands"])
    return Wording(id=values["id"], kind=values["kind"], bands=bands, text=values["text"])
