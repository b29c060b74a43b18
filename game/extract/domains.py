"""The catalogues there are: what goes into each, where its translations lie, and the command that writes a template.

The screens and the pages of lessons have a template each in `locales`. A story, the signs and a band's practice have
their translations in their own folder, and no template there: it would hold every text of the file beside it a second
time, and be out of step with it after each edit. One is made when it is needed.
"""

from dataclasses import dataclass
from pathlib import Path

from game.content.story_files import find_parts

GAME, LESSONS = "game", "lessons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """One catalogue of every language: its name and the folder of the checkout whose texts it holds."""

    name: str
    source: str

    @property
    def is_of_scenarios(self) -> bool:
        """Whether its texts are those of a story, of the signs or of practice."""
        return self.source.startswith("scenarios/")

    @property
    def template(self) -> str | None:
        """The file without translations, as a path in the checkout; None where it is made when it is needed."""
        return None if self.is_of_scenarios else f"locales/{self.name}.pot"

    def catalogue(self, language: str) -> str:
        """The file with a language's translations, as a path in the checkout."""
        return f"{self.source}/locales/{language}.po" if self.is_of_scenarios else f"locales/{language}/{self.name}.po"


SCREENS = Domain(name=GAME, source="game")
PAGES = Domain(name=LESSONS, source="lessons")


def find_domains(root: Path) -> tuple[Domain, ...]:
    """Return the catalogues of a checkout: of the screens, of lessons, and of each part of scenarios."""
    parts = (Domain(name=part, source=f"scenarios/{part}") for part in find_parts(root / "scenarios"))
    return (SCREENS, PAGES, *parts)


_WIDTH = "--width=110"


def extract_words(domain: Domain, output: str) -> list[str]:
    """Return the words of the command that writes a domain's template, to be run in the checkout's folder."""
    head = ["pybabel", "-q", "extract", "-F", "pyproject.toml", "-c", "NOTE:", "-s", _WIDTH]
    names = [
        "--project=Look Twice",
        "--copyright-holder=The Look Twice authors",
        "--version=1",
        "--msgid-bugs-address=locales/README.md",
    ]
    return [*head, *names, "-o", output, domain.source]
