"""The game's own content: the catalogue that every story refers to, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game.content.files.catalogue import Catalogue, find_pictures
from game.content.files.facts_reader import Fact, read_facts
from game.content.files.list_reading import ListReading
from game.content.files.signs_reader import read_signs, signs_file
from game.content.files.wordings_reader import read_wordings
from game.content.format.diagnostics import Diagnostic
from game.resources import data_folder
from game.story.model import Sign
from game.story.values import Wording

CATALOGUE_FILES = ("facts.yaml", "signs/signs.yaml", "wordings.yaml")
"""Where they stand in a folder of scenarios."""


@dataclass(frozen=True, slots=True)
class ShippedCatalogue:
    """The catalogue, and the files it comes from as they were read."""

    catalogue: Catalogue
    facts: ListReading[Fact]
    signs: ListReading[Sign]
    wordings: ListReading[Wording]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every finding about these files. The rules run when this is asked for: who plays or teaches does not wait."""
        from game.content.checks.signs import check_signs
        from game.content.checks.wordings import check_wordings

        figures = tuple(fact.id for fact in self.facts.values)
        signs = check_signs(self.signs, figures=figures, pictures=self.catalogue.pictures)
        return (*self.facts.diagnostics, *signs, *check_wordings(self.wordings))


def load_catalogue(scenarios: Path | None = None, shown: str | None = None) -> ShippedCatalogue:
    """Read signs, wordings and facts of a folder of scenarios (the game's own without one), and list the pictures.

    `shown` is the name that findings give the folder. Raises ResourceError where the game's own data is missing.
    """
    folder = scenarios or data_folder("scenarios")
    pictures = find_pictures(data_folder("assets") / "pictures")
    prefix = None if shown is None else f"{shown.rstrip('/')}/"
    names: Sequence[str | None] = [None if prefix is None else prefix + name for name in CATALOGUE_FILES]
    facts, signs, wordings = (
        read_facts(folder / "facts.yaml", names[0]),
        read_signs(signs_file(folder), names[1]),
        read_wordings(folder / "wordings.yaml", names[2]),
    )
    catalogue = Catalogue(signs={sign.id: sign for sign in signs.values}, wordings=wordings.values, pictures=pictures)
    return ShippedCatalogue(catalogue, facts, signs, wordings)
