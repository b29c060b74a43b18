"""The rows of curricula that every story of a band meets: framework, edition and topic, no codes (content rule F8)."""

from collections.abc import Mapping, Sequence

from game.story.guide import Standard
from game.story.model import Band

_UKCIS = "Education for a Connected World (UKCIS)"
_AGES: Mapping[Band, tuple[str, str]] = {
    "8-10": ("ages 7-11", "Grades 3-5"),
    "11-13": ("ages 11-14", "Grades 6-8"),
    "14-17": ("ages 14-18", "Grades 9-12"),
}


def standards_for(band: Band) -> tuple[Standard, ...]:
    """Return what a story of a band can be said to meet whatever it tells of."""
    ages, grades = _AGES[band]
    return (
        Standard(framework=_UKCIS, edition="2020", topic=f"Online relationships, {ages}"),
        Standard(
            framework="CASEL 5",
            topic="Relationship skills: resisting pressure, seeking and offering help; responsible decision-making",
        ),
        Standard(
            framework="National Sex Education Standards (US)",
            edition="2nd edition",
            topic=f"{grades}: Consent and Healthy Relationships",
        ),
        Standard(framework="Australian Curriculum", edition="version 9", topic="Curriculum connection: Online safety"),
    )


def standard_key(standard: Standard) -> tuple[str, str]:
    """What makes two rows the same row of a grid: framework and edition."""
    return standard.framework, standard.edition


def distinct_standards(rows: Sequence[Standard]) -> tuple[Standard, ...]:
    """Each framework's first row, in order."""
    found: dict[tuple[str, str], Standard] = {}
    for row in rows:
        found.setdefault(standard_key(row), row)
    return tuple(found.values())
