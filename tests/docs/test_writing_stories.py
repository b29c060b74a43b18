"""The tutorial for authors works as it is printed: its pieces make a story, its commands run, its answers are real.

What a code block is stands behind its language: `yaml story` is the next piece of scenario.yaml, `yaml mend` takes the
place of the lines that begin alike, `yaml play` and `yaml guide` are the other two files. `sh` is run, `sh fails` finds
something, `sh window` opens a window (only its words are tried), `sh checkout` changes the game's folder (its texts
are collected here instead). `text` is what the commands before it print, `...` standing for anything.
"""

import io
import re
import shlex
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.cli.main import main, parse_arguments, split_command
from game.extract.extractors import extract_scenario

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "writing-stories.md"
STORY = Path("my-stories/potato-cloud")
BEGINNING = "python3 start.py "
LARGEST = 120_000
"""Bytes of a picture: the page has to open on a slow connection."""


@dataclass(frozen=True)
class Block:
    """A piece of the page in a frame: its language, what it is, and its lines."""

    language: str
    what: str
    text: str


@dataclass(frozen=True)
class Walk:
    """What came of doing all that the page says, in its order."""

    codes: tuple[tuple[str, int, bool], ...]
    """Each command, the exit code it gave, and whether it was to find something."""
    answers: tuple[tuple[str, str], ...]
    """Each answer as the page has it, and what the commands before it printed."""
    story: Path


def blocks_of_page() -> list[Block]:
    text = PAGE.read_text(encoding="utf-8")
    return [Block(*found) for found in re.findall(r"^```(\w+) ?(\w*)\n(.*?)^```$", text, re.M | re.S)]


def write_piece(block: Block, pieces: list[str]) -> None:
    """Put a piece of YAML where the page says that it belongs."""
    file = STORY / "scenario.yaml"
    if block.what == "story":
        pieces.append(block.text)
        file.write_text("\n".join(pieces), encoding="utf-8")
    elif block.what == "mend":
        beginning = block.text.split(":", 1)[0] + ":"
        [index] = [index for index, piece in enumerate(pieces) if f"\n{beginning}" in piece]
        start = pieces[index].index(f"\n{beginning}") + 1
        old = "".join(pieces[index][start:].splitlines(keepends=True)[: block.text.count("\n")])
        pieces[index] = pieces[index].replace(old, block.text)
        file.write_text("\n".join(pieces), encoding="utf-8")
    else:
        other = {"play": STORY / "plays" / "says-no-then-mutes.yaml", "guide": STORY / "guide.yaml"}[block.what]
        other.parent.mkdir(exist_ok=True)
        other.write_text(block.text, encoding="utf-8")


def can_be_typed(words: list[str]) -> bool:
    """Whether a command that opens a window takes these words, and what it names is there. Raises UsageError else."""
    arguments = parse_arguments(*split_command(words))
    place: Path = arguments.path if "path" in arguments else Path("my-stories") / arguments.story
    return place.is_dir()


def run_commands(block: Block) -> tuple[list[tuple[str, int, bool]], str]:
    """Run the lines of a block; return each with its exit code, and what they printed."""
    out, codes = io.StringIO(), []
    for line in block.text.splitlines():
        assert line.startswith(BEGINNING), line
        words = shlex.split(line.removeprefix(BEGINNING))
        with redirect_stdout(out):
            code = 0 if block.what == "window" and can_be_typed(words) else main(words)
        codes.append((line, code, block.what == "fails"))
    return codes, out.getvalue()


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    folder = tmp_path_factory.mktemp("author")
    codes: list[tuple[str, int, bool]] = []
    answers: list[tuple[str, str]] = []
    pieces: list[str] = []
    printed = ""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("LOOKTWICE_HOME", str(folder / "home"))
        for block in blocks_of_page():
            if block.language == "yaml":
                write_piece(block, pieces)
            elif block.language == "text":
                answers.append((block.text, printed))
            elif block.what != "checkout":
                new, printed = run_commands(block)
                codes += new
    return Walk(tuple(codes), tuple(answers), folder / STORY / "scenario.yaml")


def test_every_command_of_the_tutorial_does_what_the_page_says(walk: Walk) -> None:
    assert len(walk.codes) > 10
    assert [(line, code) for line, code, fails in walk.codes if code != int(fails)] == []


def test_every_answer_of_the_tutorial_is_what_the_program_prints(walk: Walk) -> None:
    assert len(walk.answers) > 5
    for answer, printed in walk.answers:
        pattern = re.escape(answer).replace(r"\.\.\.", "(?:.|\n)*?")
        assert re.search(f"^{pattern}", printed, re.M), f"{answer}\n--- is not in ---\n{printed}"


def test_translators_get_the_lines_of_the_story(walk: Walk) -> None:
    with walk.story.open("rb") as file:
        contexts = {arguments[0] for _, _, arguments, _ in extract_scenario(file)}
    assert {"potato-cloud", "potato-cloud/start/fog", "potato-cloud/telling/ending"} <= contexts


def test_every_picture_of_the_tutorial_is_there_small_and_said_in_words() -> None:
    pictures = re.findall(r"!\[(.*?)\]\((.+?)\)", PAGE.read_text(encoding="utf-8"))
    assert len(pictures) > 3
    assert all(len(words) > 20 for words, _ in pictures)
    own = [DOCS / name for _, name in pictures if name.startswith("pictures/writing/")]
    assert own
    assert {path for path in own if path.stat().st_size > LARGEST} == set()


def test_every_page_that_the_tutorial_leads_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", PAGE.read_text(encoding="utf-8"))
    assert len(links) > 10
    assert [link for link in links if not (DOCS / link).is_file()] == []
