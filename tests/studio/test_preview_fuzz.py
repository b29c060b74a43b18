"""Promises of the preview under whatever an editor may save: it never falls over, and always comes back."""

from pathlib import Path
from random import Random

import pytest

from game.ui.events import Key, Pointer
from game.ui.intents import GoOn, ShowAll
from game.ui.tree import reachable

SCRAPS = (
    "\n",
    "  ",
    "- ",
    ": ",
    "go: nowhere",
    "people:",
    "{",
    "]",
    '"',
    "read: fine",
    "sam: hi",
    "\t",
    "#",
    "- in: x\n",
)


def mutated(text: str, random: Random) -> str:
    """The text after a few careless strokes: cut, doubled, swapped, typed over."""
    lines = text.splitlines(keepends=True)
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(lines)) if lines else 0
        match random.randrange(6):
            case 0 if lines:
                del lines[at]
            case 1 if lines:
                lines.insert(at, lines[random.randrange(len(lines))])
            case 2 if lines:
                other = random.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines = lines[:at]
            case 4 if lines:
                column = random.randrange(len(lines[at]) + 1)
                lines[at] = lines[at][:column] + random.choice(SCRAPS) + lines[at][column:]
            case _:
                lines.insert(at, random.choice(SCRAPS))
    return "".join(lines)


def poke(author, random: Random) -> None:
    """Do something a person might do at any moment."""
    match random.randrange(6):
        case 0:
            author.key(f"f{random.randint(1, 10)}", shift=random.random() < 0.2)
        case 1:
            author.do(Key(random.choice(["return", "tab", "escape", "down", "1", "2"])))
            author.wait(2.0)
        case 2:
            choices = [item for item in reachable(author.stage.draw()) if item.node.name not in ("quick_exit", "")]
            if choices:
                x, y = random.choice(choices).visible.centre
                author.do(Pointer("down", x, y))
                author.do(Pointer("up", x, y))
        case 3:
            author.stage.game.perform(ShowAll()) if author.stage.has_story else None
        case 4:
            author.stage.game.perform(GoOn()) if author.stage.has_story else None
        case _:
            author.wait(3.0)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_saved_in_a_row_the_preview_stays_up_and_comes_back(open_preview, seed):
    random = Random(seed)
    author = open_preview()
    whole = author.text
    text = whole
    for _ in range(25):
        text = mutated(text if random.random() < 0.5 else whole, random)
        author.save(text)
        for _ in range(4):
            poke(author, random)
        assert "author:strip" in author.screen
    author.save(whole)
    author.key("f2")
    author.read()
    assert author.playing.state.awaiting == "pulse"
    assert author.stage.game.stuck == ""


@pytest.mark.parametrize("data", [b"", b"\x00", b"\xff\xfe", b"[" * 5000, b"a: b\n" * 40_000], ids=len)
def test_what_is_no_story_is_a_finding_over_the_last_one(author, data):
    author.save(data)
    assert author.sees("author:findings_panel")
    assert "paper crane" in author.screen


def test_a_folder_in_place_of_the_file_is_a_finding(author):
    author.file.unlink()
    Path(author.file).mkdir()
    author.wait(0.01)
    author.wait(1.0)
    assert "file-unreadable" in author.screen
