"""Looks at an SVG before the rasteriser does: that one never answers for some, and draws rubbish from others."""

import re
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

__all__ = ["find_svg_fault"]

MOST_BYTES: Final = 256 * 1024
"""Many times what a picture of the game has."""
_NUMBERED: Final = frozenset(
    (
        *("cx", "cy", "d", "dx", "dy", "fx", "fy", "gradientTransform", "height", "offset", "points", "r", "rx", "ry"),
        *("stroke-width", "transform", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2"),
    )
)
_HUGE: Final = re.compile(r"(?<![\d.])0*[1-9]\d{6}|[\d.]e\+?\d|nan|inf", re.IGNORECASE)
"""A million or more, a number with an exponent that makes it larger, and what is no number."""


class _FaultError(ValueError):
    """What is wrong with a picture."""


def find_svg_fault(source: bytes) -> str:
    """What is wrong with an SVG file, in words for the person who drew it; empty where it may be rasterised."""
    if not source.strip():
        return "the file is empty"
    if len(source) > MOST_BYTES:
        return f"the file has more than {MOST_BYTES // 1024} KB"
    # A long line in short dashes is cut up for hours. The rasteriser finds dashes in comments and styles, too.
    if b"stroke-dasharray" in source:
        return "lines in dashes (stroke-dasharray) cannot be drawn"
    parser = expat.ParserCreate()
    parser.StartElementHandler = _check_element
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(source, True)
    except expat.ExpatError as error:
        return f"it is no SVG ({error})"
    except _FaultError as fault:
        return str(fault)
    return ""


def _check_element(element: str, attributes: Mapping[str, str]) -> None:
    for name, value in attributes.items():
        if name in _NUMBERED and _HUGE.search(value):
            raise _FaultError(f"{name} of <{element}> has a number that is too large")


def _refuse_doctype(*_parts: object) -> None:
    raise _FaultError("it has a DOCTYPE")
