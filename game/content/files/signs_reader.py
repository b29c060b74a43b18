"""Reads signs.yaml: the six families and the signs that children learn to spot."""

from pathlib import Path
from typing import Any

from game.content.files.list_reading import ListReading, read_list
from game.content.format.fields import Id, ListOf, OneOf, Record, Reference, Words, may, need
from game.content.format.yaml_nodes import Map, Scalar
from game.resources import data_folder
from game.story.model import BANDS, Sign

FOLDER, FILE = "signs", "signs.yaml"
FAMILIES = ("secrets", "pictures", "presents", "pushing", "moving", "pretending")
_TEXT = Words(cap="sentence")

FAMILY = Record(
    name="family",
    fields=(
        need("id", Id(), "The name that signs and stories use."),
        need("kind", OneOf(("family",)), "`family` marks one of the six families."),
        need("name", _TEXT, "Its name, in child words."),
        need("picture", Reference("picture"), "A drawn picture."),
        need("warning", _TEXT, "What one notices."),
        need("do_now", _TEXT, "What one does."),
    ),
)
SIGN = Record(
    name="sign",
    fields=(
        need("id", Id(), "The name that stories use."),
        need("name", _TEXT, "Its name, in child words."),
        need("family", OneOf(FAMILIES), "The family it belongs to."),
        need("picture", Reference("picture"), "A drawn picture."),
        need("warning", _TEXT, "What one notices."),
        need("do_now", _TEXT, "What one does."),
        may("lookalike", _TEXT, "Something harmless that resembles it; a threat has none."),
        need("bands", ListOf(item=OneOf(BANDS), least=1, distinct=True), "For whom it fits."),
        may(
            "simple",
            Record(
                name="simple wording",
                fields=(
                    may("name", _TEXT, "The name, for 8-10."),
                    may("warning", _TEXT, "What one notices, for 8-10."),
                    may("do_now", _TEXT, "What one does, for 8-10."),
                    may("lookalike", _TEXT, "Something harmless, for 8-10."),
                ),
            ),
            "Shorter wording for the band 8-10.",
        ),
        may("if_then", _TEXT, "The first half of an if-then card."),
        may("figures", ListOf(item=Reference("figure"), distinct=True), "Figures of facts.yaml, for adult pages only."),
    ),
)


def signs_file(folder: Path | None = None) -> Path:
    """Return where the signs stand in a folder of scenarios (the game's own without one)."""
    return (folder or data_folder("scenarios")) / FOLDER / FILE


def read_signs(path: Path | None = None, shown: str | None = None) -> ListReading[Sign]:
    """Read the families and signs, in album order; the game's own without a path. Never raises.

    `shown` is the name that findings give the file.
    """
    return read_list(path or signs_file(), shown, _record_of, _build_sign)


def _record_of(node: Map) -> Record:
    kind = node.get("kind")
    return FAMILY if isinstance(kind, Scalar) else SIGN


def _build_sign(values: dict[str, Any]) -> Sign:
    if "kind" in values:
        return Sign(**{key: values[key] for key in ("id", "name", "picture", "warning", "do_now")})
    simple = {key: text for key, text in (values["simple"] or {}).items() if text is not None}
    return Sign(
        id=values["id"],
        name=values["name"],
        family=values["family"],
        picture=values["picture"],
        warning=values["warning"],
        do_now=values["do_now"],
        lookalike=values["lookalike"],
        bands=tuple(band for band in BANDS if band in values["bands"]),
        simple=simple,
        if_then=values["if_then"],
        figures=tuple(figure for figure in values["figures"] or () if figure is not None),
    )
