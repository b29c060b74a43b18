"""A part of a text that one font can draw in one direction, and how emoji are told from other scripts."""

from typing import Final, NamedTuple

__all__ = ["EMOJI", "Segment"]

EMOJI: Final = "Zsye"
"""What stands in place of a script (ISO 15924) where a segment is of emoji."""


class Segment(NamedTuple):
    """Characters from `start` to `end` of a text, of one script, embedding level and font."""

    start: int
    end: int
    script: str
    level: int
    font: str
