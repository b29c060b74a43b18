"""The drawings of `assets/pictures` as PNG, for formats that cannot hold SVG everywhere."""

import struct
from functools import cache
from importlib.util import find_spec

from game.design import PALETTES
from game.resources import picture_path

_POINTS = 100
_SOURCE = f"""\
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", height: {_POINTS}pt)
"""


@cache
def picture_png(name: str, pixels: int) -> bytes | None:
    """A picture by its name ("avatars/fox"), `pixels` tall, on nothing.

    None where there is no such picture, or where the library that draws it is not installed. Icons, which are black
    in their files, come in the colour of ink.
    """
    path = picture_path(name)
    if path is None or find_spec("typst") is None:
        return None
    from typst import compile as draw

    svg = path.read_text(encoding="utf-8")
    if name.startswith("icons/"):
        svg = svg.replace("#000000", PALETTES["paper"]["ink"])
    try:
        png = draw(_SOURCE.encode(), format="png", ppi=pixels * 72 / _POINTS, sys_inputs={"svg": svg})
    except RuntimeError:
        return None
    assert isinstance(png, bytes)
    return png


def png_size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG picture in pixels, from its head (PNG specification, chunk IHDR)."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height
