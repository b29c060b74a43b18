"""Which signs and methods the stories show, band by band, beside what only looks like them; and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.content.files.scenario_fields import METHODS
from game.story.model import BANDS, Band, Scenario, Sign

Subject: TypeAlias = Literal["sign", "method"]
Lack: TypeAlias = Literal["story", "lookalike"]

_NO_LOOKALIKE = "threat_blackmail"
"""The one sign that has no harmless form."""
_FIGURES = "ncmec-"
"""How the figures of signs.yaml that count a method begin; the method's id follows, with hyphens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One sign (or method) in one band: the ids of the stories that teach it and of those with its look-alike.

    `is_meant`: whether the sign is one for this band; `has_lookalike`: whether a harmless form of it is thinkable.
    """

    subject: str
    band: Band
    stories: tuple[str, ...] = ()
    lookalikes: tuple[str, ...] = ()
    is_meant: bool = True
    has_lookalike: bool = True

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What this band still needs of the sign: a story, a look-alike, both or nothing."""
        if not self.is_meant:
            return ()
        story: tuple[Lack, ...] = () if self.stories else ("story",)
        lookalike: tuple[Lack, ...] = () if self.lookalikes or not self.has_lookalike else ("lookalike",)
        return story + lookalike


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """All cells: by sign in the album's order (or by method), bands from the youngest on."""

    by: Subject
    cells: tuple[Cell, ...]

    def rows(self) -> Mapping[str, Mapping[Band, Cell]]:
        """Return the cells by sign (or method), then by band; a band that is not meant has none."""
        rows: dict[str, dict[Band, Cell]] = {}
        for cell in self.cells:
            rows.setdefault(cell.subject, {})[cell.band] = cell
        return rows

    @property
    def missing(self) -> tuple[Cell, ...]:
        """The cells that lack something."""
        return tuple(cell for cell in self.cells if cell.lacks)


def cover_signs(scenarios: Sequence[Scenario], signs: Sequence[Sign]) -> Coverage:
    """Return the coverage of the signs (families are left out), each in its bands and wherever a story has it."""
    cells: list[Cell] = []
    for sign in signs:
        if sign.is_family:
            continue
        teaching = [one for one in scenarios if sign.id in one.teaches.signs]
        resembling = [one for one in scenarios if sign.id in _resembled(one)]
        cells += _row(sign.id, teaching, resembling, sign.bands, has_lookalike=sign.id != _NO_LOOKALIKE)
    return Coverage(by="sign", cells=tuple(cells))


def cover_methods(scenarios: Sequence[Scenario], signs: Sequence[Sign]) -> Coverage:
    """Return the coverage of the counted methods, in their order.

    A method has no look-alikes of its own: they are those of the signs whose figures count it, and its bands are
    those of these signs (all bands where no sign counts it).
    """
    cells: list[Cell] = []
    for method in METHODS:
        figure = _FIGURES + method.replace("_", "-")
        counting = {sign.id: sign for sign in signs if figure in sign.figures}
        bands = [band for sign in counting.values() for band in sign.bands] or BANDS
        teaching = [one for one in scenarios if method in one.teaches.methods]
        resembling = [one for one in scenarios if not _resembled(one).isdisjoint(counting)]
        cells += _row(method, teaching, resembling, bands, has_lookalike=bool(counting))
    return Coverage(by="method", cells=tuple(cells))


def _row(
    subject: str,
    teaching: Iterable[Scenario],
    resembling: Iterable[Scenario],
    bands: Iterable[Band],
    *,
    has_lookalike: bool,
) -> list[Cell]:
    """Return the cells of one sign or method; a band it is not meant for has one only if a story is there."""
    meant = set(bands)
    cells = [
        Cell(
            subject=subject,
            band=band,
            stories=tuple(one.id for one in teaching if one.band == band),
            lookalikes=tuple(one.id for one in resembling if one.band == band),
            is_meant=band in meant,
            has_lookalike=has_lookalike,
        )
        for band in BANDS
    ]
    return [cell for cell in cells if cell.is_meant or cell.stories or cell.lookalikes]


def _resembled(scenario: Scenario) -> frozenset[str]:
    return frozenset(message.lookalike_of for _, message in scenario.messages() if message.lookalike_of)
