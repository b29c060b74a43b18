"""The texts of a story, its guide, signs or practice beside their translations, with the room that each may take."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from game.content.words.word_count import WORD_CAPS, count_words, sentences
from game.extract.notes import is_for_pupils
from game.i18n.catalogues import StoryCatalogue
from game.i18n.retelling import Say, Steps, retell_guide, retell_practice, retell_scenario, retell_signs
from game.story.guide import Guide
from game.story.model import Band, Message, Option, Scenario, Sign
from game.story.practice import PracticeItem

SIGN_CAP, SIMPLE_CAP = 18, 12
"""The most words of a sentence on a sign card, and of a simple one for 8-10."""
_WHO_SPEAKS = 2
_NO_CAP = 1000
"""Of what teachers alone read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """One text and its translation."""

    context: str
    place: str
    """The scene, the item or the sign it stands in: what a translator sees beside it."""
    text: str
    translation: str
    cap: int
    """The most words, in English."""
    is_line: bool
    """Whether the cap is for all of it, as for a chat line, and not for each sentence."""

    @property
    def words(self) -> int:
        """How many words the translation has, of those that the cap counts."""
        return self.count(self.translation)

    def count(self, text: str) -> int:
        """Return how many words a text has, of those that the cap counts."""
        return count_words(text) if self.is_line else max(map(count_words, sentences(text)), default=0)


Texts: TypeAlias = Callable[[StoryCatalogue], Sequence[Translated]]
"""Pairs the texts of a part with what a catalogue has for them; what is not translated is left out."""


def texts_of_scenario(scenario: Scenario) -> Texts:
    """Return how to pair the texts of a story."""
    lines = frozenset(_lines_of(scenario))

    def place(context: str) -> str:
        return "/".join(context.split("/")[:_WHO_SPEAKS])

    def room(text: str, steps: Steps) -> tuple[int, bool]:
        return WORD_CAPS[scenario.band], text in lines and steps[-1] != "why"

    return _pairing(lambda say: retell_scenario(scenario, say), place, room)


def texts_of_guide(guide: Guide, band: Band) -> Texts:
    """Return how to pair the texts of a story's guide; only what pupils read has a cap."""

    def room(text: str, steps: Steps) -> tuple[int, bool]:
        return WORD_CAPS[band] if is_for_pupils(steps) else _NO_CAP, False

    return _pairing(lambda say: retell_guide(guide, say), str, room)


def texts_of_practice(items: Sequence[PracticeItem], band: Band) -> Texts:
    """Return how to pair the texts of a band's practice."""

    def room(text: str, steps: Steps) -> tuple[int, bool]:
        return WORD_CAPS[band], steps[-1] == "text"

    return _pairing(lambda say: retell_practice(items, band, say), str, room)


def texts_of_signs(signs: Iterable[Sign]) -> Texts:
    """Return how to pair the texts of the album."""
    album = tuple(signs)

    def room(text: str, steps: Steps) -> tuple[int, bool]:
        return SIMPLE_CAP if steps[1] == "simple" else SIGN_CAP, False

    return _pairing(lambda say: retell_signs(album, say), str, room)


def _pairing(
    retell: Callable[[Say], object], place: Callable[[str], str], room: Callable[[str, Steps], tuple[int, bool]]
) -> Texts:
    def pair(catalogue: StoryCatalogue) -> Sequence[Translated]:
        found: dict[tuple[str, str], Translated] = {}

        def note(context: str, text: str, steps: Steps) -> str:
            translation = catalogue.find(context, text)
            if translation is not None:
                cap, is_line = room(text, steps)
                found[context, text] = Translated(
                    context=context, place=place(context), text=text, translation=translation, cap=cap, is_line=is_line
                )
            return text

        retell(note)
        return tuple(found.values())

    return pair


def _lines_of(scenario: Scenario) -> Iterable[str]:
    """Return what people write, and the friend may write."""
    for scene in scenario.scenes.values():
        for beat in scene.beats:
            if isinstance(beat, Message):
                yield beat.text or ""
            options: Sequence[Option] = getattr(beat, "options", ())
            yield from (option.say or "" for option in options)
