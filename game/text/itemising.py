"""Text of any script taken apart where its direction or its script changes, emoji on their own."""

import re
from typing import Final

from game.text.bidi import find_levels
from game.text.clusters import cluster_ends
from game.text.properties import is_emoji, is_picture, script_of
from game.text.segments import EMOJI, Segment

__all__ = ["split_by_script"]

_NEWLINE: Final = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_PICTURE_LIKE: Final = re.compile("[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]")
_COLOURED: Final = "\ufe0f"
_TEXT_STYLE: Final = "\ufe0e"
_KEYCAP: Final = "\u20e3"


def split_by_script(text: str, *, rtl: bool) -> list[Segment]:
    """The parts of a text in logical order, without gaps, the font not chosen yet."""
    found: list[Segment] = []
    start = 0
    for newline in _NEWLINE.finditer(text):
        found += _split_paragraph(text, start, newline.end(), rtl)
        start = newline.end()
    if start < len(text):
        found += _split_paragraph(text, start, len(text), rtl)
    return found


def _split_paragraph(text: str, start: int, end: int, rtl: bool) -> list[Segment]:
    part = text[start:end]
    levels = find_levels(part, rtl=rtl)
    scripts = {script for script in map(script_of, set(part)) if script}
    no_pictures = _PICTURE_LIKE.search(part) is None
    if len(scripts) < 2 and no_pictures and min(levels) == max(levels):
        return [Segment(start, end, scripts.pop() if scripts else "Latn", levels[0], "")]
    found: list[Segment] = []
    begun = at = 0
    script, level = "", levels[0]
    for stop in cluster_ends(part):
        other = script_of(part[at]) if no_pictures or not _is_emoji(part[at:stop]) else EMOJI
        if levels[at] != level or (other != script and not _agree(script, other)):
            if begun < at:
                found.append(Segment(start + begun, start + at, script or "Latn", level, ""))
            begun, script, level = at, other, levels[at]
        script = script or other
        at = stop
    found.append(Segment(start + begun, end, script or "Latn", level, ""))
    return found


def _agree(before: str, script: str) -> bool:
    """Whether a character goes on in the run before it: signs shared by scripts do, but never among emoji."""
    if EMOJI in (before, script):
        return before == script
    return not before or not script or before == script


def _is_emoji(cluster: str) -> bool:
    if _TEXT_STYLE in cluster:
        return False
    if is_emoji(cluster[0]) or _KEYCAP in cluster:
        return True
    return len(cluster) > 1 and _COLOURED in cluster and is_picture(cluster[0])
