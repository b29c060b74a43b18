"""Compiles PO files into what the game reads: fuzzy, half-filled and misplaced entries left out, progress noted."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from game.errors import ResourceError
from game.i18n.catalogues import (
    GUIDE_PROGRESS,
    MARK,
    PARTS,
    PROGRESS,
    WHOLE_PARTS,
    Catalogues,
    find_codes,
    write_catalogue,
)
from game.i18n.places import fits
from game.resources import checkout_folder, data_folder

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

GUIDES = "guide"
"""What the contexts of all guides begin with."""
_LISTS = ("practice", GUIDES)
_MOST_PLURALS = 10
"""No language has more than six."""
_LONGEST_REASON = 200
_PO_LINE = re.compile(r'\s*(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"\s*|\s*(?:#.*)?')


def open_catalogues() -> Catalogues:
    """Return the game's own languages; changed PO files of a checkout or of own stories are compiled when needed."""
    try:
        folder = data_folder("locales")
    except ResourceError:
        return Catalogues(None)
    is_built = checkout_folder() is None
    return Catalogues(folder, compile_po, scenarios=data_folder("scenarios"), is_built=is_built)


def compile_po(content: bytes, language: str) -> bytes:
    """Return the MO file of a PO file. Raises ValueError with a reason where it is no PO file."""
    # Only here and never before the first picture: Babel takes longer to load than all of the game.
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileParser

    class BoundedCatalog(Catalog):
        """Does not believe every number of plural forms: Babel makes room for as many as the file says."""

        @property
        def num_plurals(self) -> int:
            number = super().num_plurals
            if not 1 <= number <= _MOST_PLURALS:
                raise ValueError(f"it asks for {number} plural forms")
            return number

    _refuse_half_lines(content)
    try:
        read = BoundedCatalog()
        PoFileParser(read, abort_invalid=True).parse(BytesIO(content))
        done = Catalog(locale=None, charset="utf-8")
        done.mime_headers = [(key, value) for key, value in read.mime_headers if key in ("Language", "Plural-Forms")]
        parts: dict[str, bool] = {}
        counts = {PROGRESS: [0, 0], GUIDE_PROGRESS: [0, 0]}
        for message in _messages(read):
            part = part_of(message.context or "")
            is_done = is_translated(message)
            # A story is offered without its guide, which is for teachers.
            count = counts[GUIDE_PROGRESS if part.startswith(f"{GUIDES}/") else PROGRESS]
            count[0] += is_done
            count[1] += 1
            parts[part] = parts.get(part, True) and is_done
            if is_done:
                done.add(message.id, message.string, context=message.context)
        for mark, (there, total) in counts.items():
            done.add(mark, f"{there}/{total}", context=MARK)
        done.add(PARTS, " ".join(sorted(parts)) or "-", context=MARK)
        done.add(WHOLE_PARTS, " ".join(sorted(part for part, whole in parts.items() if whole)) or "-", context=MARK)
        out = BytesIO()
        write_mo(out, done)
    except Exception as problem:  # Babel raises whatever it met in a broken file
        raise ValueError(f"{type(problem).__name__}: {str(problem)[:_LONGEST_REASON]}".rstrip(": ")) from problem
    return out.getvalue()


def compile_catalogues(locales: Path, scenarios: Path) -> tuple[Path, ...]:
    """Compile every PO file of a folder of locales and one of scenarios; return the MO files.

    Raises ValueError for a broken one.
    """
    written = []
    for code in find_codes(locales):
        for po in (*sorted((locales / code).glob("*.po")), *sorted(scenarios.rglob(f"locales/{code}.po"))):
            mo = po.with_suffix(".mo")
            try:
                compiled = compile_po(po.read_bytes(), code)
            except ValueError as problem:
                raise ValueError(f"{po}: {problem}") from problem
            if not write_catalogue(mo, compiled):
                raise ValueError(f"{mo} cannot be written")
            written.append(mo)
    return tuple(written)


def is_translated(message: "Message") -> bool:
    """Whether an entry may be shown: not fuzzy, every form filled, nothing missing or wrong in braces."""
    if message.fuzzy or not message.string:
        return False
    if isinstance(message.id, str):
        return isinstance(message.string, str) and fits(message.string, message.id)
    source = "".join(message.id)
    return all(one and fits(one, source, may_lack=("number",)) for one in message.string)


def part_of(context: str) -> str:
    """Return what a text belongs to by its context: a story's id, `guide/<story>`, `signs` or `practice/<band>`."""
    steps = context.split("/")
    return "/".join(steps[:2]) if steps[0] in _LISTS else steps[0]


def _refuse_half_lines(content: bytes) -> None:
    """Raise ValueError for a line without its quotation marks: Babel would take a part of it for the whole."""
    for number, line in enumerate(content.decode("utf-8", "replace").lstrip("\ufeff").split("\n"), start=1):
        if not _PO_LINE.fullmatch(line):
            raise ValueError(f"line {number} is not what a PO file may hold: {line.strip()[:60]!r}")


def _messages(catalog: "Catalog") -> Iterator["Message"]:
    return (message for message in catalog if message.id)
