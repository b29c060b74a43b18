"""The catalogues there are: what goes into each, and the commands of Babel that write them."""

from dataclasses import dataclass

GAME, STORIES, LESSONS = "game", "stories", "lessons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """One catalogue of every language: its name and the folders of the checkout whose texts it holds."""

    name: str
    sources: tuple[str, ...]

    @property
    def template(self) -> str:
        """The file without translations, as a path in the checkout."""
        return f"locales/{self.name}.pot"


DOMAINS = (
    Domain(name=GAME, sources=("game",)),
    Domain(name=STORIES, sources=("scenarios",)),
    Domain(name=LESSONS, sources=("lessons",)),
)
"""The screens; stories, signs and practice; the pages of lessons."""

_WIDTH = "--width=110"


def extract_words(domain: Domain, output: str | None = None) -> list[str]:
    """Return the words of the command that writes a domain's template, to be run in the checkout's folder."""
    head = ["pybabel", "-q", "extract", "-F", "pyproject.toml", "-c", "NOTE:", "-s", _WIDTH]
    names = [
        "--project=Look Twice",
        "--copyright-holder=The Look Twice authors",
        "--version=1",
        "--msgid-bugs-address=locales/README.md",
    ]
    return [*head, *names, "-o", output or domain.template, *domain.sources]


def update_words(domain: Domain, language: str) -> list[str]:
    """Return the words of the command that brings one language's catalogue in step with its template."""
    head = ["pybabel", "-q", "update", "-D", domain.name, "-i", domain.template, "-d", "locales", "-l", language]
    # Not --previous: Babel 2.18 breaks a long earlier sentence over lines in a way that msgfmt cannot read.
    return [*head, _WIDTH, "--ignore-pot-creation-date"]
