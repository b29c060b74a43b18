"""How much is looked at: a sample each time, the whole where LOOKTWICE_WHOLE=1 (`.ci/nightly`)."""

import os
from collections.abc import Sequence
from hashlib import sha256

IS_WHOLE = os.environ.get("LOOKTWICE_WHOLE") == "1"
"""Whether every story is looked at in every language, and more examples are made up."""
MORE_EXAMPLES = 10
"""How many times as many examples Hypothesis makes up at night."""


def examples(count: int, *, whole: bool = IS_WHOLE) -> int:
    """Return how many examples Hypothesis makes up, where `count` do by day."""
    return count * MORE_EXAMPLES if whole else count


def pairs(rows: Sequence[str], columns: Sequence[str], *, whole: bool = IS_WHOLE) -> list[tuple[str, str]]:
    """Return the pairs of a table that are looked at, such as (story, language), in the order of the table.

    Each row is there at least once, and each column. Which pairs goes by the names alone: no day, machine or worker
    changes it, and a story keeps its language when another story is added.
    """
    if whole or not rows or not columns:
        return [(row, column) for row in rows for column in columns]
    chosen = {(row, columns[_number(row) % len(columns)]) for row in rows}
    for column in {*columns} - {column for _, column in chosen}:
        chosen.add((min(rows, key=lambda row: _number(f"{row} {column}")), column))
    return [(row, column) for row in rows for column in columns if (row, column) in chosen]


def _number(name: str) -> int:
    return int.from_bytes(sha256(name.encode()).digest()[:8], "big")
