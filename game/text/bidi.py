"""Which way characters run: embedding levels by Unicode's annex 9, and the order in which runs stand on a line."""

import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

from game.text.properties import bracket_of

__all__ = ["find_levels", "order_runs"]

_ISOLATES: Final = frozenset(("LRI", "RLI", "FSI"))
_EMBEDDINGS: Final = frozenset(("LRE", "RLE", "LRO", "RLO"))
_REMOVED: Final = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "BN"))
_EXPLICIT: Final = _ISOLATES | _EMBEDDINGS | {"PDF", "PDI"}
_NEUTRAL: Final = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))
_NOT_LEFT: Final = frozenset(("R", "AL", "AN")) | _EXPLICIT
_NOT_RIGHT: Final = frozenset(("L", "EN", "AN")) | _EXPLICIT
_STRONG: Final = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
_DEEPEST: Final = 125
_MOST_OPEN_BRACKETS: Final = 63
_SAME_BRACKET: Final = {"\u2329": "\u3008", "\u232a": "\u3009"}


class _Status(NamedTuple):
    level: int
    override: str
    isolate: bool


def find_levels(text: str, *, rtl: bool) -> list[int]:
    """The embedding level of each character of one paragraph: even ones run to the right, odd ones to the left.

    `rtl` is the paragraph's own direction. Controls and other characters that are not seen take a level nearby.
    """
    base = int(rtl)
    kinds = {character: unicodedata.bidirectional(character) or "L" for character in set(text)}
    if (_NOT_RIGHT if rtl else _NOT_LEFT).isdisjoint(kinds.values()):
        return [base] * len(text)
    original = [kinds[character] for character in text]
    classes, explicit = _apply_controls(original, base)
    levels = list(explicit)
    for sequence in _find_sequences(original, explicit):
        _resolve(text, original, classes, explicit, levels, sequence, base)
    _reset_ends(original, levels, base)
    return levels


def order_runs(levels: Sequence[int]) -> list[int]:
    """The indices of some runs of one line in the order in which they stand from left to right (rule L2)."""
    order = list(range(len(levels)))
    if not levels or max(levels) == 0:
        return order
    for level in range(max(levels), 0, -1):
        start = None
        for place in range(len(order) + 1):
            if place < len(order) and levels[order[place]] >= level:
                start = place if start is None else start
            elif start is not None:
                order[start:place] = order[start:place][::-1]
                start = None
    return order


def _matching_ends(classes: Sequence[str]) -> dict[int, int]:
    """The place of the PDI of each isolate that has one (BD9)."""
    ends, opened = {}, []
    for at, kind in enumerate(classes):
        if kind in _ISOLATES:
            opened.append(at)
        elif kind == "PDI" and opened:
            ends[opened.pop()] = at
    return ends


def _first_strong_is_right(classes: Sequence[str], start: int, end: int, ends: dict[int, int]) -> bool:
    at = start
    while at < end:
        kind = classes[at]
        if kind in ("L", "R", "AL"):
            return kind != "L"
        at = ends.get(at, end) if kind in _ISOLATES else at + 1
    return False


def _apply_controls(original: Sequence[str], base: int) -> tuple[list[str], list[int]]:
    """Explicit levels and directions (X1 to X8)."""
    classes = list(original)
    if _EXPLICIT.isdisjoint(original):
        return classes, [base] * len(classes)
    levels = [base] * len(classes)
    ends = _matching_ends(original)
    stack = [_Status(base, "", False)]
    lost_isolates = lost_embeddings = valid_isolates = 0
    for at, kind in enumerate(original):
        top = stack[-1]
        levels[at] = top.level
        if kind in _EMBEDDINGS or kind in _ISOLATES:
            isolate = kind in _ISOLATES
            right = kind in ("RLE", "RLO", "RLI")
            if kind == "FSI":
                right = _first_strong_is_right(original, at + 1, ends.get(at, len(original)), ends)
            if isolate and top.override:
                classes[at] = top.override
            deeper = (top.level + 1) | 1 if right else (top.level + 2) & ~1
            if deeper <= _DEEPEST and not lost_isolates and not lost_embeddings:
                valid_isolates += isolate
                stack.append(_Status(deeper, {"LRO": "L", "RLO": "R"}.get(kind, ""), isolate))
            elif isolate:
                lost_isolates += 1
            elif not lost_isolates:
                lost_embeddings += 1
        elif kind == "PDI":
            if lost_isolates:
                lost_isolates -= 1
            elif valid_isolates:
                lost_embeddings = 0
                while not stack[-1].isolate:
                    stack.pop()
                stack.pop()
                valid_isolates -= 1
            levels[at] = stack[-1].level
            classes[at] = stack[-1].override or kind
        elif kind == "PDF":
            if lost_embeddings and not lost_isolates:
                lost_embeddings -= 1
            elif not lost_isolates and not top.isolate and len(stack) > 1:
                stack.pop()
        elif kind == "B":
            levels[at] = base
        elif kind != "BN" and top.override:
            classes[at] = top.override
    return classes, levels


def _find_sequences(original: Sequence[str], levels: Sequence[int]) -> list[list[int]]:
    """Isolating run sequences (X10, BD13): places of characters that are resolved together."""
    runs: list[list[int]] = []
    for at, kind in enumerate(original):
        if kind in _REMOVED:
            continue
        if runs and levels[runs[-1][-1]] == levels[at]:
            runs[-1].append(at)
        else:
            runs.append([at])
    if len(runs) == 1:
        return runs
    ends = _matching_ends(original)
    begins = {end: start for start, end in ends.items()}
    by_first = {run[0]: run for run in runs}
    sequences = []
    for run in runs:
        if run[0] in begins:
            continue
        sequence = list(run)
        while sequence[-1] in ends and ends[sequence[-1]] in by_first:
            sequence += by_first[ends[sequence[-1]]]
        sequences.append(sequence)
    return sequences


def _resolve(
    text: str,
    original: Sequence[str],
    classes: list[str],
    explicit: Sequence[int],
    levels: list[int],
    places: list[int],
    base: int,
) -> None:
    """Resolve one isolating run sequence in `levels`: weak, bracket, neutral, implicit (W1 to I2)."""
    level = explicit[places[0]]
    before, after = places[0] - 1, places[-1] + 1
    while before >= 0 and original[before] in _REMOVED:
        before -= 1
    while after < len(original) and original[after] in _REMOVED:
        after += 1
    next_level = base if after >= len(original) or original[places[-1]] in _ISOLATES else explicit[after]
    start = "LR"[max(level, explicit[before] if before >= 0 else base) & 1]
    end = "LR"[max(level, next_level) & 1]
    kinds = [classes[at] for at in places]
    _resolve_weak(kinds, start)
    _resolve_brackets(text, original, kinds, places, "LR"[level & 1], start)
    _resolve_neutral(kinds, "LR"[level & 1], start, end)
    for at, kind in zip(places, kinds, strict=True):
        if level % 2 == 0:
            levels[at] = level + {"L": 0, "R": 1}.get(kind, 2)
        else:
            levels[at] = level + (kind != "R")
    # What is not seen goes with what stands before it.
    for at in places:
        follower = at + 1
        while follower < len(original) and original[follower] in _REMOVED:
            levels[follower] = levels[at]
            follower += 1


def _resolve_weak(kinds: list[str], start: str) -> None:
    last = strong = start
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kind = "ON" if last in _ISOLATES or last == "PDI" else last
        last = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        if kind == "EN" and strong == "AL":
            kind = "AN"
        kinds[at] = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        around = kinds[at - 1] if kinds[at - 1] == kinds[at + 1] else ""
        if (around == "EN" and kinds[at] in ("ES", "CS")) or (around == "AN" and kinds[at] == "CS"):
            kinds[at] = around
    at = 0
    while at < len(kinds):
        if kinds[at] == "ET":
            stop = at
            while stop < len(kinds) and kinds[stop] == "ET":
                stop += 1
            number = (at > 0 and kinds[at - 1] == "EN") or (stop < len(kinds) and kinds[stop] == "EN")
            kinds[at:stop] = ["EN" if number else "ON"] * (stop - at)
            at = stop
        else:
            at += 1
    strong = start
    for at, kind in enumerate(kinds):
        if kind in ("ES", "CS"):
            kinds[at] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _resolve_brackets(
    text: str, original: Sequence[str], kinds: list[str], places: list[int], own: str, start: str
) -> None:
    """Give both brackets of a pair one direction (N0)."""
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for index, at in enumerate(places):
        if kinds[index] != "ON" or original[at] != "ON":
            continue
        bracket = bracket_of(text[at])
        if bracket is None:
            continue
        answer, opens = bracket
        if opens:
            if len(opened) == _MOST_OPEN_BRACKETS:
                return
            opened.append((_SAME_BRACKET.get(answer, answer), index))
            continue
        sign = _SAME_BRACKET.get(text[at], text[at])
        for depth in range(len(opened) - 1, -1, -1):
            if opened[depth][0] == sign:
                pairs.append((opened[depth][1], index))
                del opened[depth:]
                break
    for first, last in sorted(pairs):
        inside = {_STRONG[kind] for kind in kinds[first + 1 : last] if kind in _STRONG}
        if not inside:
            continue
        direction = own
        if own not in inside:
            context = next((_STRONG[kind] for kind in reversed(kinds[:first]) if kind in _STRONG), start)
            direction = context if context != own else own
        for index in (first, last):
            kinds[index] = direction
            # Marks on a bracket go with it.
            follower = index + 1
            while follower < len(kinds) and original[places[follower]] == "NSM":
                kinds[follower] = direction
                follower += 1


def _resolve_neutral(kinds: list[str], own: str, start: str, end: str) -> None:
    at = 0
    while at < len(kinds):
        if kinds[at] not in _NEUTRAL:
            at += 1
            continue
        stop = at
        while stop < len(kinds) and kinds[stop] in _NEUTRAL:
            stop += 1
        left = _STRONG[kinds[at - 1]] if at else start
        right = _STRONG[kinds[stop]] if stop < len(kinds) else end
        kinds[at:stop] = [left if left == right else own] * (stop - at)
        at = stop


def _reset_ends(original: Sequence[str], levels: list[int], base: int) -> None:
    """Separators, and blanks before them and at the end, run as the paragraph does (L1)."""
    blank = True
    for at in range(len(original) - 1, -1, -1):
        kind = original[at]
        if kind in ("B", "S"):
            blank = True
        elif kind not in ("WS", "FSI", "LRI", "RLI", "PDI") and kind not in _REMOVED:
            blank = False
        if blank:
            levels[at] = base
