"""`python -m tests.fuzz [COUNT] [--seed N]`: broken copies of every kind of file are checked, and none may stop that.

Run in the checkout. Every copy has to end in findings: no exception, and no more than a second of computing.
"""

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.content.checks import check_reading
from game.content.checks.guides import check_guide
from game.content.checks.practice import check_practice
from game.content.checks.signs import check_signs
from game.content.checks.wordings import check_wordings
from game.content.files.catalogue import Catalogue
from game.content.files.guide_reader import guide_file, read_guide
from game.content.files.plays_reader import check_plays, play_files
from game.content.files.practice_reader import practice_files, read_practice
from game.content.files.scenario_reader import parse_scenario, read_scenario
from game.content.files.signs_reader import read_signs, signs_file
from game.content.files.wordings_reader import read_wordings
from game.content.format.diagnostic_report import as_row, format_github, format_text
from game.content.format.diagnostics import Diagnostic
from game.content.shipped import load_catalogue
from game.content.story_files import find_stories
from game.resources import data_folder
from game.story.model import Scenario

LONGEST_S = 1.0
"""The most seconds of computing that one file may take."""
PIECES = (
    *(
        "- ",
        ": ",
        "{",
        "}",
        "[",
        "]",
        '"',
        "'",
        "|",
        ">",
        "#",
        " #",
        "&a ",
        "*a ",
        "!!x ",
        "<<: ",
        "---\n",
        "? ",
        ",",
        "\t",
    ),
    *("\t", "\n", "\n  ", "\r", "\u2028", "\u200b", "\u202e", "\x00", "\ufeff", "é", "👩\u200d🚀", "ﷺ"),
    *("\ud7ff", "   "),
    *("yes", "no", "null", "~", "0", "-1", "999999999999", "1e9", "0x1f", "2026-13-45", "''", "[]", "{}", "x" * 300),
    *("start/1", "teacher/1", "fine", "sign: x", "read: fine", "why: x", "go: start", "hidden: threat", "turned_at: 9"),
    *(
        "you should have",
        "why did you",
        "forever pictures",
        "zw orp",
        "z w o r p",
        "@@aa",
        "a.b.com",
        "1 2 3 4 5 6 7 8",
    ),
)
BYTES = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x00", b"\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\xff\xfe")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A kind of file: whole ones of it to be broken, and what reads and checks one at a path."""

    name: str
    seeds: tuple[bytes, ...]
    read: Callable[[Path], Sequence[Diagnostic]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A copy that went wrong: what it was, how, and its bytes."""

    target: str
    seed: int
    reason: str
    data: bytes


def make_targets(scenarios: Path | None = None) -> tuple[Target, ...]:
    """Return every kind of file with the game's own ones as seeds."""
    folder = scenarios or data_folder("scenarios")
    catalogue = load_catalogue(folder).catalogue
    stories = find_stories(folder)
    readings = [read_scenario(file).scenario for file in stories]
    known = [(file, story) for file, story in zip(stories, readings, strict=True) if story is not None]
    guides = [
        (file, story) for path, story in known for file in [guide_file(story.id, path.parent)] if file is not None
    ]
    plays = [(file, story) for path, story in known for file in play_files(path.parent)]
    return (
        Target(name="story", seeds=_bytes_of(stories), read=lambda path: _check_story(path, catalogue)),
        Target(
            name="practice",
            seeds=_bytes_of(practice_files(folder)),
            read=lambda path: check_practice(read_practice(path), catalogue.signs),
        ),
        Target(
            name="signs",
            seeds=_bytes_of([signs_file(folder)]),
            read=lambda path: check_signs(read_signs(path), pictures=catalogue.pictures),
        ),
        Target(
            name="wordings",
            seeds=_bytes_of([folder / "wordings.yaml"]),
            read=lambda path: check_wordings(read_wordings(path)),
        ),
        *(
            Target(name=f"guide of {story.id}", seeds=_bytes_of([file]), read=_guide_reader(story))
            for file, story in guides
        ),
        *(
            Target(name=f"play of {story.id}", seeds=_bytes_of([file]), read=_play_reader(story))
            for file, story in plays
        ),
    )


def break_file(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    """Return a copy with one to six breaks: of bytes, of characters, of lines or of whole parts."""
    for _ in range(dice.randint(1, 6)):
        data = dice.choice((_break_bytes, _break_text, _break_text, _break_lines, _break_lines, _break_parts))(
            data, dice, others
        )
    return data[: 160 * 1024]


def try_files(
    count: int, seed: int, folder: Path, targets: Sequence[Target] | None = None
) -> Iterator[Failure | float]:
    """Break, read and check `count` files in a folder; yield the seconds each took, or its failure."""
    kinds = tuple(targets or make_targets())
    families = sorted({kind.name.partition(" ")[0] for kind in kinds})
    by_family = {family: [kind for kind in kinds if kind.name.startswith(family)] for family in families}
    seeds = [data for kind in kinds for data in kind.seeds]
    for number in range(count):
        dice = random.Random(f"{seed}:{number}")
        target = dice.choice(by_family[families[number % len(families)]])
        data = break_file(dice.choice(target.seeds), dice, seeds)
        yield _try_one(target, data, number, folder)


def _try_one(target: Target, data: bytes, number: int, folder: Path) -> Failure | float:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / ("11-13.yaml" if target.name == "practice" else "broken.yaml")
    path.write_bytes(data)
    began = time.process_time()
    try:
        findings = target.read(path)
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return Failure(target=target.name, seed=number, reason=traceback.format_exc(limit=-4), data=data)
    took = time.process_time() - began
    wrong = [one for one in findings if one.span.line < 1 or one.span.column < 1 or not one.message]
    for one in findings[:50]:
        assert format_text(one)
        assert format_github(one)
        assert as_row(one)["slug"]
    if wrong:
        return Failure(target=target.name, seed=number, reason=f"a finding without a place: {wrong[0]}", data=data)
    return took


def _check_story(path: Path, catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    return check_reading(parse_scenario(path.read_bytes(), str(path)), catalogue)


def _guide_reader(story: Scenario) -> Callable[[Path], Sequence[Diagnostic]]:
    return lambda path: check_guide(read_guide(path, story))


def _play_reader(story: Scenario) -> Callable[[Path], Sequence[Diagnostic]]:
    def read(path: Path) -> Sequence[Diagnostic]:
        plays = path.parent / "plays"
        plays.mkdir(exist_ok=True)
        (plays / path.name).write_bytes(path.read_bytes())
        return check_plays(path.parent, story)

    return read


def _bytes_of(files: Iterable[Path]) -> tuple[bytes, ...]:
    return tuple(file.read_bytes() for file in files)


def _break_bytes(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    at, length = dice.randrange(len(data) + 1), dice.choice((0, 1, 1, 2, 8, 64, 2000))
    put = dice.choice((b"", dice.choice(BYTES), dice.randbytes(dice.randint(1, 4)), data[at : at + 1] * 50))
    return data[:at] + put + data[at + length :]


def _break_text(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    text = data.decode("utf-8", "replace")
    at, length = dice.randrange(len(text) + 1), dice.choice((0, 0, 1, 3, 20, 200))
    put = dice.choice(
        ("", dice.choice(PIECES), dice.choice(PIECES) * dice.choice((1, 3, 40)), chr(dice.randrange(0xD000)))
    )
    return (text[:at] + put + text[at + length :]).encode("utf-8", "replace")


def _break_lines(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    at = dice.randrange(len(lines))
    line = lines.pop(at)
    what = dice.randrange(5)
    if what == 0 and lines:
        lines.insert(dice.randrange(len(lines)), line)
    elif what == 1:
        lines[at:at] = [line] * dice.choice((2, 3, 200))
    elif what == 2:
        lines.insert(at, b" " * dice.choice((0, 1, 2, 4, 7, 60)) + line.lstrip())
    elif what == 3:
        key, colon, _ = line.partition(b":")
        lines.insert(at, key + colon + b" " + dice.choice(PIECES).encode("utf-8", "replace"))
    return b"\n".join(lines)


def _break_parts(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    other = dice.choice(others)
    start, end = sorted((dice.randrange(len(other) + 1), dice.randrange(len(other) + 1)))
    at = dice.randrange(len(data) + 1)
    what = dice.randrange(4)
    if what == 0:
        return data[:at]
    if what == 1:
        return data[:at] + other[start : min(end, start + 4000)] + data[at:]
    if what == 2:
        words = data.split(b" ")
        dice.shuffle(words)
        return b" ".join(words[: dice.randint(0, len(words))])
    return data[at:] + data[:at]


def main() -> int:
    """Try the files, say what came out, and return 1 where one failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=10_000, help="how many files (default: 10000)")
    parser.add_argument("--seed", type=int, default=1, help="which files: the same number breaks them the same way")
    parser.add_argument("--keep", type=Path, help="a folder for the files that failed")
    args = parser.parse_args()
    failures: list[Failure] = []
    times: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, outcome in enumerate(try_files(args.count, args.seed, Path(folder))):
            if isinstance(outcome, Failure):
                failures.append(outcome)
                print(f"{outcome.target}, file {outcome.seed}:\n{outcome.reason}", file=sys.stderr)
                if args.keep is not None:
                    args.keep.mkdir(parents=True, exist_ok=True)
                    (args.keep / f"{args.seed}-{outcome.seed}.yaml").write_bytes(outcome.data)
            else:
                times.append(outcome)
                if outcome > LONGEST_S:
                    print(f"file {number} took {outcome:.2f} s", file=sys.stderr)
    slow = sum(took > LONGEST_S for took in times)
    longest = max(times, default=0.0)
    print(f"{args.count} files: {len(failures)} exceptions, {slow} over {LONGEST_S:g} s, the longest {longest:.2f} s.")
    return 1 if failures or slow else 0


if __name__ == "__main__":
    raise SystemExit(main())
