"""Make `game/text/tables.py` from a folder of the Unicode character database; run by hand, never by the game.

    apt-get download unicode-data && dpkg-deb -x unicode-data_*.deb ucd
    python tests/data/unicode/make_tables.py ucd/usr/share/unicode

The folder must hold LineBreak.txt, Scripts.txt, BidiBrackets.txt, PropertyValueAliases.txt and emoji/emoji-data.txt.
"""

import re
import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

ROW = re.compile(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)")


def read_ranges(file: Path) -> Iterator[tuple[int, int, str]]:
    """First and last code point and value of each row."""
    for line in file.read_text("utf-8").splitlines():
        if row := ROW.match(line):
            yield int(row[1], 16), int(row[2] or row[1], 16), row[3]


def joined(ranges: Iterator[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The ranges in order, neighbours of one value made one."""
    found: list[tuple[int, int, str]] = []
    for first, last, value in sorted(ranges):
        if found and found[-1][2] == value and found[-1][1] + 1 == first:
            found[-1] = (found[-1][0], last, value)
        else:
            found.append((first, last, value))
    return found


def main(folder: Path) -> None:
    """Write the tables beside this file."""
    aliases = (folder / "PropertyValueAliases.txt").read_text("utf-8")
    codes = {name: code for code, name in re.findall(r"^sc ; (\w+)\s*; (\w+)", aliases, re.MULTILINE)}
    scripts = ((first, last, codes[name]) for first, last, name in read_ranges(folder / "Scripts.txt"))
    breaks = (row for row in read_ranges(folder / "LineBreak.txt") if row[2] not in ("XX", "AL"))
    emoji = list(read_ranges(folder / "emoji" / "emoji-data.txt"))
    brackets = re.findall(
        r"^([0-9A-F]+); ([0-9A-F]+); o", (folder / "BidiBrackets.txt").read_text("utf-8"), re.MULTILINE
    )
    tables = {
        "LINE_BREAK": packed(joined(breaks)),
        "SCRIPT": packed(row for row in joined(scripts) if row[2] not in ("Zyyy", "Zinh")),
        "PICTURE": packed(joined(row for row in emoji if row[2] == "Extended_Pictographic"), "1"),
        "EMOJI": packed(joined(row for row in emoji if row[2] == "Emoji_Presentation"), "1"),
        "BRACKETS": " ".join(f"{opening} {closing}" for opening, closing in brackets),
    }
    parts = [HEAD]
    for name, words in tables.items():
        lines = "\n".join(f'    "{line} "' for line in textwrap.wrap(words, 110))
        parts.append(f"{name}: Final = (\n{lines}\n)\n")
    Path(__file__).parents[3].joinpath("game", "text", "tables.py").write_text("\n".join(parts), "utf-8")


HEAD = '''"""Properties of characters from Unicode 15.0: three words a row, the first and last code point and the value.

Made by tests/data/unicode/make_tables.py; not written by hand. Licence: LICENSE-UNICODE.txt in this folder.
"""

from typing import Final
'''


def packed(ranges: Iterable[tuple[int, int, str]], value: str = "") -> str:
    """The rows as words."""
    return " ".join(f"{first:X} {last:X} {value or own}" for first, last, own in ranges)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
