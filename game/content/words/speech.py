"""What rules about words look at: the texts of one file, who says them, whom they speak of, and where they stand."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from game.content.format.field_reader import FoundText
from game.content.format.source_text import SourceText
from game.content.format.spans import Span
from game.content.words.cast import NOBODY, Cast
from game.content.words.spoken import Spoken, SpokenTexts
from game.story.model import BANDS, Band

WRITTEN_IN = "en"
"""The language in which stories, signs, practice, wordings and guides are written; in others there are catalogues."""


class Speech(Protocol):
    """The texts of a story, of practice, of signs or of a guide, as rules about words look at them."""

    @property
    def spoken(self) -> SpokenTexts:
        """Every text with who says it, in file order."""
        ...

    @property
    def names(self) -> tuple[Spoken, ...]:
        """The names of those who write, which a child reads and nobody says."""
        ...

    @property
    def bands(self) -> frozenset[Band]:
        """For whom the texts are."""
        ...

    @property
    def language(self) -> str:
        """The code of the language that the texts are in: whose rules about words hold."""
        ...

    @property
    def cast(self) -> Cast:
        """How the texts call the people in them."""
        ...

    @property
    def reviewed(self) -> frozenset[str]:
        """Sentences that were weighed once and always pass, without emphasis marks."""
        ...

    def place_of(self, spoken: Spoken, fragment: str) -> Span:
        """Return where a fragment of a text stands in the file, or the whole text where that cannot be told."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSpeech:
    """The texts of a file that is no story. `at` gives the span of a value by its steps, as in `NodePlaces.value`."""

    spoken: SpokenTexts
    at: Callable[..., Span]
    texts: Sequence[FoundText]
    source: SourceText | None
    names: tuple[Spoken, ...] = ()
    bands: frozenset[Band] = frozenset(BANDS)
    language: str = WRITTEN_IN
    cast: Cast = NOBODY
    reviewed: frozenset[str] = frozenset()

    def place_of(self, spoken: Spoken, fragment: str) -> Span:
        """Return where a fragment of a text stands in the file, or the whole text where that cannot be told."""
        return place_fragment(self.at(*spoken.steps), fragment, self.texts, self.source)


def place_fragment(span: Span, fragment: str, texts: Iterable[FoundText], source: SourceText | None) -> Span:
    """Return where a fragment of the text at a span stands in the file; the span where that cannot be told."""
    found = next((one for one in texts if one.text.span == span), None)
    if source is None or found is None:
        return span
    last = found.text.last_line
    place = source.locate(span, last, fragment)
    return place if place != span else source.locate(span, last, fragment.replace("'", "’"))
