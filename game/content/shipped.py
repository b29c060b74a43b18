"""The game's own content: the catalogue that every story refers to, and the findings about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game.content.files.catalogue import Catalogue, find_pictures
from game.content.files.facts_reader import load_facts
from game.content.files.signs_reader import load_signs, signs_file
from game.content.files.wordings_reader import load_wordings
from game.content.format.diagnostics import Diagnostic
from game.resources import data_folder

CATALOGUE_FILES = ("facts.yaml", "signs/signs.yaml", "wordings.yaml")
"""Where they stand in a folder of scenarios."""


@dataclass(frozen=True, slots=True)
class ShippedCatalogue:
    """The catalogue, and what was found in the files it comes from."""

    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...]


def load_catalogue(scenarios: Path | None = None, shown: str | None = None) -> ShippedCatalogue:
    """Read signs, wordings and facts of a folder of scenarios (the game's own without one), and list the pictures.

    `shown` is the name that findings give the folder. Raises ResourceError where the game's own data is missing.
    """
    folder = scenarios or data_folder("scenarios")
    pictures = find_pictures(data_folder("assets") / "pictures")
    prefix = None if shown is None else f"{shown.rstrip('/')}/"
    names: Sequence[str | None] = [None if prefix is None else prefix + name for name in CATALOGUE_FILES]
    facts, fact_findings = load_facts(folder / "facts.yaml", names[0])
    figures = tuple(fact.id for fact in facts)
    signs, sign_findings = load_signs(signs_file(folder), names[1], figures=figures, pictures=pictures)
    wordings, wording_findings = load_wordings(folder / "wordings.yaml", names[2])
    catalogue = Catalogue(signs={sign.id: sign for sign in signs}, wordings=wordings, pictures=pictures)
    return ShippedCatalogue(catalogue, (*fact_findings, *sign_findings, *wording_findings))
