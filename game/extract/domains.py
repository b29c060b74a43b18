"""The catalogues there are: what goes into each, where its translations lie, and the command that writes a template.

The screens and the pages of lessons have a template each in `locales`. A story with its guide, the signs and a band's
practice have their translations in their own folder, and no template there: it would hold every text of the files
beside it a second time, and be out of step with them after each edit. One is made when it is needed.
"""

from dataclasses import dataclass
from pathlib import Path

from game.content.story_files import STORY_FILE, find_parts
from game.errors import UsageError

GAME, LESSONS = "game", "lessons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """One catalogue of every language: its name and the folder whose texts it holds, as a path in the checkout.

    `is_of_scenarios` says that its texts are those of a story, of the signs or of practice.
    """

    name: str
    source: str
    is_of_scenarios: bool = False

    @property
    def template(self) -> str | None:
        """The file without translations, as a path in the checkout; None where it is made when it is needed."""
        return None if self.is_of_scenarios else f"locales/{self.name}.pot"

    def catalogue(self, language: str) -> str:
        """The file with a language's translations, as a path in the checkout; an own story's is a path of its own."""
        return f"{self.source}/locales/{language}.po" if self.is_of_scenarios else f"locales/{language}/{self.name}.po"


SCREENS = Domain(name=GAME, source="game")
PAGES = Domain(name=LESSONS, source="lessons")


def find_domains(root: Path) -> tuple[Domain, ...]:
    """Return the catalogues of a checkout: of the screens, of lessons, and of each part of scenarios."""
    parts = find_parts(root / "scenarios")
    return (SCREENS, PAGES, *(Domain(name=part, source=f"scenarios/{part}", is_of_scenarios=True) for part in parts))


def own_story(folder: Path) -> Domain:
    """Return the catalogue of a story that lies anywhere. Raises UsageError where there is no story in the folder."""
    place = folder.resolve()
    if not (place / STORY_FILE).is_file():
        raise UsageError(
            "There is no story in this folder", where=folder, hint="A story is a folder with scenario.yaml."
        )
    return Domain(name=place.name, source=place.as_posix(), is_of_scenarios=True)


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
