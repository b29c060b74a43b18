"""Reads signs.yaml: the six families and the signs that children learn to spot."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from game.content.format.diagnostics import Diagnostic, find, name_or_list, with_snippets
from game.content.format.entry_list import EntryList, read_entries
from game.content.format.fields import Id, ListOf, OneOf, Record, Reference, Words, may, need
from game.content.format.yaml_nodes import Map, Scalar
from game.content.words.text_rules import find_contacts, find_invisible, find_long_lines
from game.resources import data_folder
from game.story.model import BANDS, Sign

FOLDER, FILE = "signs", "signs.yaml"
FAMILIES = ("secrets", "pictures", "presents", "pushing", "moving", "pretending")
_CAP = 18
_SIMPLE_CAP = 12
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


def load_signs(
    path: Path | None = None,
    shown: str | None = None,
    *,
    figures: Sequence[str] = (),
    pictures: frozenset[str] = frozenset(),
    words: bool = True,
) -> tuple[tuple[Sign, ...], tuple[Diagnostic, ...]]:
    """Return the families and signs in album order (those that could be read), and every finding. Never raises.

    Without a path the game's own are read. `figures` are the known ids of facts, `pictures` the drawn pictures; where
    they are empty, such references are not checked. Without `words` nothing is said about what must not be said: the
    game's own file was checked before it was shipped, and is to be there at once.
    """
    entries = read_entries(path or signs_file(), _record_of, shown)
    found = [
        *entries.problems,
        *_check_families(entries),
        *_check_lookalikes(entries),
        *_check_references(entries, figures, pictures),
        *find_invisible(entries.texts, entries.document.source),
        *find_contacts(entries.texts, entries.document.source),
        *_check_caps(entries),
        *(_check_words(entries) if words else ()),
    ]
    signs = tuple(_build_sign(values) for _, values in entries.entries)
    return signs, with_snippets(found, entries.document.path, entries.document.lines)


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


def _check_words(entries: EntryList) -> Iterator[Diagnostic]:
    """Nothing is said that must not be, and each band can read it; what looks at that is imported when asked for."""
    from game.content.checks.reading_grade import check_reading_grade
    from game.content.files.file_speech import signs_for, signs_speech
    from game.content.words.rules import check_words

    yield from check_words(signs_speech(entries))
    too_hard = (tuple(check_reading_grade(signs_for(entries, band))) for band in BANDS)
    yield from next((found for found in too_hard if found), ())


def _check_families(entries: EntryList) -> Iterator[Diagnostic]:
    """The six families come first."""
    families = [values["id"] for _, values in entries.entries if "kind" in values]
    missing = [id for id in FAMILIES if id not in families]
    if missing and entries.document.root is not None:
        message = f"The families {', '.join(missing)} are missing."
        yield find(
            "family-missing", entries.spans.value(0), message, "They are the first six entries, with `kind: family`."
        )
    for index, values in entries.entries:
        if "kind" in values and values["id"] not in FAMILIES:
            message = f"`{values['id']}` is no family."
            yield find(
                "family-missing", entries.spans.value(index, "id"), message, name_or_list(values["id"], FAMILIES)
            )
        elif "kind" in values and index >= len(FAMILIES) and not missing:
            message = "The six families come before all signs."
            yield find("family-missing", entries.spans.value(index, "id"), message, "Move it up.")


def _check_lookalikes(entries: EntryList) -> Iterator[Diagnostic]:
    """Every sign has a look-alike, all but the threat."""
    for index, values in entries.entries:
        if "kind" in values:
            continue
        if values["id"] == "threat_blackmail" and values["lookalike"]:
            where = entries.spans.key(index, "lookalike")
            yield find("lookalike-threat", where, "A threat has no harmless look-alike.", "Take it out.")
        if values["id"] != "threat_blackmail" and not entries.spans.has(index, "lookalike"):
            where = entries.spans.value(index, "id")
            hint = "Add something harmless that resembles it, so that children learn to tell apart."
            yield find("missing-key", where, "This sign has no `lookalike`.", hint)


def _check_references(entries: EntryList, figures: Sequence[str], pictures: frozenset[str]) -> Iterator[Diagnostic]:
    drawn = [name.removeprefix("signs/") for name in sorted(pictures) if name.startswith("signs/")]
    for index, values in entries.entries:
        if drawn and values["picture"] not in drawn:
            where = entries.spans.value(index, "picture")
            message = f"There is no picture of the sign `{values['picture']}`."
            yield find("unknown-picture", where, message, name_or_list(values["picture"], drawn))
        for number, figure in enumerate(values.get("figures") or ()):
            if figures and figure and figure not in figures:
                where = entries.spans.value(index, "figures", number)
                message = f"There is no figure `{figure}` in facts.yaml."
                yield find("unknown-figure", where, message, name_or_list(figure, figures))


def _check_caps(entries: EntryList) -> Iterator[Diagnostic]:
    simple_lines = set()
    root = entries.document.root
    for node in getattr(root, "items", ()):
        simple = node.get("simple") if isinstance(node, Map) else None
        if isinstance(simple, Map):
            simple_lines |= {id(entry.value) for entry in simple.entries.values()}
    simple_texts = [found for found in entries.texts if id(found.text) in simple_lines]
    other_texts = [found for found in entries.texts if id(found.text) not in simple_lines]
    source = entries.document.source
    yield from find_long_lines(simple_texts, source, _SIMPLE_CAP, "in `simple`")
    yield from find_long_lines(other_texts, source, _CAP, "for a sign")
