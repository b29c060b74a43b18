"""Pictures that are missing, broken or mean: a quiet stand-in, one report, and never a game that hangs or falls."""

from pathlib import Path

import pygame
import pytest

from game.resources import data_folder
from game.ui.geometry import Rect
from game.ui.tree import DisplayTree, Node, Picture
from game.view import pictures
from game.view.painter import Painter
from game.view.svg import MOST_BYTES, find_svg_fault

OPENED = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
SHIPPED = sorted((data_folder("assets") / "pictures").rglob("*.svg"))
SIZE = (200, 100)
PLACES = (Rect(10, 10, 60, 60), Rect(100, 10, 40, 40))


def drawing(inner: str) -> bytes:
    return OPENED + inner.encode() + b"</svg>"


BAD = {
    "empty": b"",
    "white space": b" \n ",
    "words": b"hello",
    "no XML": b"\x00\xff junk",
    "cut off": b"<svg",
    "cut off in a path": OPENED + b'<path d="M0 0L10 10',
    "not closed": OPENED + b'<rect width="9" height="9"/>',
    "another XML": b'<html><body width="5"/></html>',
    "nothing in it": drawing(""),
    "nothing to see": drawing('<rect width="0" height="5"/>'),
    "no size": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0"/>',
    "a size below nothing": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 -24 -24"><rect width="5"/></svg>',
    "a huge frame": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e30 1e30"><rect width="1e30"/></svg>',
    "a huge path": drawing('<path d="M0 0L99999999 5C1 1 1 1e38 9 9Z"/>'),
    "a huge circle": drawing('<circle cx="1E20" cy="5" r="1e20"/>'),
    "a huge scale": drawing('<g transform="scale(5000000)"><circle r="5"/></g>'),
    "no numbers": drawing('<path d="MnanNaNLinf inf"/>'),
    "too long": drawing(f'<path d="M0 0{"L1 1" * MOST_BYTES}"/>'),
    "dashes without end": drawing('<path d="M0 0L9999 9999" stroke="#000" stroke-dasharray="0.0001"/>'),
    "dashes in a comment": drawing('<!-- > <path d="M0 0L9999 9999" stroke="#000" stroke-dasharray="0.0001"/> -->'),
    "entities": b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
}


def paint(content: bytes | None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[pygame.Surface, list[str]]:
    """A picture of that content at two places, and what was reported."""
    file = folder / "x.svg"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setattr(pictures, "picture_path", lambda name: file if content is not None else None)
    notes: list[str] = []
    nodes = tuple(Node(rect=place, picture=Picture("avatars/nobody")) for place in PLACES)
    surface = pygame.Surface(SIZE, 0, 32)
    tree = DisplayTree(root=Node(rect=Rect(0, 0, *SIZE), children=nodes), title="Look Twice")
    Painter(report=notes.append).paint(tree, "paper", surface)
    return surface, notes


@pytest.mark.parametrize("content", [None, *BAD.values()], ids=["missing", *BAD])
def test_a_picture_that_cannot_be_drawn_is_a_disc_with_a_letter_and_is_reported_once(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    surface, notes = paint(content, tmp_path, monkeypatch)
    assert len(notes) == 1
    assert "avatars/nobody" in notes[0]
    missing, _notes = paint(None, tmp_path, monkeypatch)
    assert surface.get_buffer().raw == missing.get_buffer().raw


@pytest.mark.parametrize(
    "inner", ['<rect width="24" height="24"/>', '<g><circle cx="1.5e-1" cy="12" r="1.123456789"/></g>']
)
def test_a_good_picture_is_drawn_and_not_reported(inner: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    surface, notes = paint(drawing(inner), tmp_path, monkeypatch)
    missing, _notes = paint(None, tmp_path, monkeypatch)
    assert notes == []
    assert surface.get_buffer().raw != missing.get_buffer().raw


def test_no_shipped_picture_is_refused() -> None:
    assert SHIPPED
    assert {file.name: fault for file in SHIPPED if (fault := find_svg_fault(file.read_bytes()))} == {}


def test_a_letter_and_digits_in_a_name_are_no_huge_number() -> None:
    assert find_svg_fault(drawing('<g id="a1e5" fill="#1e5000"><path d="M1 1L5e-3 123456.1234567"/></g>')) == ""
