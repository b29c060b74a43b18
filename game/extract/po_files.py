"""Reads and writes PO files as translators keep them: with the earlier text of what changed, in lines of one width."""

import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import denormalize, normalize, read_po, write_po

from game.atomic_file import replace_file

WIDTH = 110
_EARLIER = "|"
_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid)\s+(".*)', re.DOTALL)


def read_words(file: Path, locale: str | None = None) -> Catalog:
    """Return what is in a PO file; each message knows its earlier text (`previous_id`). Raises what Babel raises."""
    with file.open("rb") as opened:
        catalog = read_po(opened, locale=locale, abort_invalid=True)
    for message in (*catalog, *catalog.obsolete.values()):
        # Babel takes the lines of an earlier text for a translator's remarks.
        earlier = [line for line in message.user_comments if line.startswith(_EARLIER)]
        if earlier:
            message.user_comments = [line for line in message.user_comments if not line.startswith(_EARLIER)]
            message.previous_id = _read_earlier(earlier)
    return catalog


def write_words(file: Path, catalog: Catalog) -> bool:
    """Write a PO file, unless it holds this already; return whether it was written."""
    content = make_content(catalog)
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(file, content)
    return True


def make_content(catalog: Catalog) -> bytes:
    """Return the PO file of a catalogue. Earlier texts stand in one line each: no other tool reads broken ones."""
    out = BytesIO()
    write_po(out, catalog, width=WIDTH)
    blocks = out.getvalue().decode("utf-8").split("\n\n")
    for number, message in enumerate(catalog):
        if message.id and message.fuzzy and message.previous_id:
            blocks[number] = _with_earlier(blocks[number], message)
    return "\n\n".join(blocks).encode("utf-8")


def _with_earlier(block: str, message: Message) -> str:
    words = [f"#| {key} {normalize(text, width=0)}" for key, text in zip(_KEYS, message.previous_id, strict=False)]
    lines = block.split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("msg"))
    return "\n".join([*lines[:at], *"\n".join(words).replace("\n", "\n#| ").split("\n"), *lines[at:]])


_KEYS = ("msgid", "msgid_plural")


def _read_earlier(lines: list[str]) -> list[str]:
    """Return the texts of `#|` lines, one or two; nothing of a context, which does not change."""
    texts: list[tuple[str, str]] = []
    for line in lines:
        words = line.removeprefix(_EARLIER).strip()
        found = _KEYWORD.fullmatch(words)
        if found:
            texts.append((found[1], found[2]))
        elif texts and words.startswith('"'):
            texts[-1] = (texts[-1][0], f"{texts[-1][1]}\n{words}")
    return [denormalize(text) for key, text in texts if key in _KEYS]
