"""`python -m game.tools.denylist_words < WORDS`: add words to the denied ones, read from the standard input alone.

One word a line; with its usual inflections (plural, -ing, -ed, -er, -y; in Arabic script the article and "and"). A line
that begins with = is taken as it stands. Words are never given as arguments, which a shell would keep, nor in a file.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from game.content.words.denylist import denylist_file, digest_of, load_denylist
from game.content.words.word_folding import fold
from game.errors import LookTwiceError, UsageError
from game.story.model import BANDS, Band

_HEAD = """\
# Words that no text for children may hold, as SHA-256 digests of their folded spelling: one a line, in the
# order of the digests. Behind a digest stand the bands for which the word is denied, where that is not all of them.
# Add words with `python -m game.tools.denylist_words`; docs/checks/denied-word.md says how.
"""
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_SHORT_END = re.compile(r"(?:^|[^aeiou])[aeiou][bdfgklmnprtvz]$")
_HISSING = re.compile(r"(?:[sxz]|ch|sh)$")


def inflect(word: str) -> frozenset[str]:
    """Return a folded word with its inflections: a few that nobody uses are no harm, as they only have to be absent."""
    if _ARABIC.search(word):
        return frozenset(f"{before}{word}" for before in ("", "ال", "و", "وال", "بال", "لل"))
    stem = word.removesuffix("e")
    if word.endswith("y") and len(word) > 2 and word[-2] not in "aeiou":
        plural, stems = f"{word[:-1]}ies", {word}
    else:
        plural = f"{word}es" if _HISSING.search(word) else f"{word}s"
        stems = {stem, f"{stem}{stem[-1]}"} if _SHORT_END.search(stem) else {stem}
    endings = ("ing", "ings", "ed", "er", "ers", "y")
    return frozenset((word, f"{word}s", plural, *(f"{one}{end}" for one in stems for end in endings)))


def read_words(lines: Iterable[str]) -> Iterator[str]:
    """Return the folded words of lines, with their inflections where the line does not begin with =."""
    for line in lines:
        text = line.strip()
        whole = fold("".join(text.removeprefix("=").split())).whole
        if not whole or text.startswith("#"):
            continue
        if text.startswith("="):
            yield whole
        else:
            yield from inflect(whole)


def change_words(
    lines: Iterable[str], file: Path, bands: frozenset[Band] = frozenset(BANDS), *, remove: bool = False
) -> int:
    """Add the words of lines to a list for some bands, or remove them; return how many digests changed."""
    known = dict(load_denylist(file).digests) if file.is_file() else {}
    changed = 0
    for word in read_words(lines):
        digest = digest_of(word)
        before = known.get(digest, frozenset())
        known[digest] = before - bands if remove else before | bands
        changed += known[digest] != before
    rows = (_row(digest, of) for digest, of in sorted(known.items()) if of)
    file.write_text(_HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    load_denylist.cache_clear()
    return changed


def _row(digest: bytes, bands: frozenset[Band]) -> str:
    named = "" if bands == frozenset(BANDS) else "".join(f" {band}" for band in BANDS if band in bands)
    return f"{digest.hex()}{named}"


def main() -> int:
    """Add or remove what comes on the standard input, say how many digests changed, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m game.tools.denylist_words", description=__doc__)
    parser.add_argument("--band", action="append", choices=BANDS, help="deny them for this band only (may be repeated)")
    parser.add_argument("--remove", action="store_true", help="take the words out of the list again")
    args = parser.parse_args()
    try:
        if sys.stdin.isatty():
            hint = "Pipe the words in, one a line."
            raise UsageError("This reads words from the standard input", hint=hint)
        count = change_words(sys.stdin, denylist_file(), frozenset(args.band or BANDS), remove=args.remove)
    except LookTwiceError as problem:
        print(problem, file=sys.stderr)
        return problem.exit_code
    print(f"{count} digests changed.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
