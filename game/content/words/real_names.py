"""Names of real apps, games and services, which stories do not use (rule A5): where a text names one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from game.errors import ResourceError
from game.resources import data_folder

NAMES_FILE = "real-names.txt"
_BEFORE = (
    "on|via|over|by|through|using|uses?|used|downloads?|downloaded|downloading|installs?|installed|installing|opens?"
    "|opened|joins?|joined|plays?|played|playing|gets?|got|my|your|his|her|our|their|to|from|an?|called"
)


@dataclass(frozen=True, slots=True)
class RealNames:
    """The names: one of `words`, their first words in small letters, stands in every text that names one."""

    words: frozenset[str]
    pattern: re.Pattern[str]

    def find(self, text: str) -> str | None:
        """Return the first real name that a text uses as a name, as it is written, or None."""
        match = self.pattern.search(text)
        return next((name for name in match.groups() if name), None) if match else None


def read_names(lines: Iterable[str]) -> RealNames:
    """Return the names of lines: one a line, ~ before those that are ordinary words too, # before a remark."""
    names = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    always = [name for name in names if not name.startswith("~")]
    common = [name[1:].strip() for name in names if name.startswith("~")]
    small = [name for name in common if name.islower()]
    titled = [name.capitalize() if name.islower() else name for name in common]
    patterns = [
        rf"(?<!\w)((?i:{_either(always)}))(?!\w)",
        rf"\b(?i:{_BEFORE}) ({_either(titled)})\b(?!['’]?\w| [A-Z])",
        rf"\b(?i:on|via) ({_either(small)})\b(?!['’-]?\w)",
    ]
    words = frozenset(re.findall(r"\w+", name.lower())[0] for name in (*always, *common))
    return RealNames(words, re.compile("|".join(patterns)))


@lru_cache(maxsize=1)
def load_real_names(path: Path | None = None) -> RealNames:
    """Read the names (the game's own without a path). Raises ResourceError where the file is missing."""
    file = path or data_folder("assets") / NAMES_FILE
    try:
        return read_names(file.read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        hint = "Install the game again, or fetch a fresh copy of it."
        raise ResourceError("The list of real names cannot be read", where=file, hint=hint) from error


def _either(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"
