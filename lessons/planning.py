"""Makes the plan of a lesson: story, guide, stops, practice, facts and place, in one language and for one country."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from game.content.files.facts_reader import read_facts
from game.content.files.guide_reader import guide_file
from game.content.files.help_rows import load_help_rows
from game.content.files.practice_reader import practice_file, read_practice
from game.content.format.diagnostics import name_or_list
from game.content.library import Library
from game.content.shipped import load_catalogue
from game.content.story_files import SIGNS_PART, practice_part
from game.errors import LookTwiceError
from game.i18n.catalogues import SOURCE, Catalogues
from game.i18n.pseudo import PSEUDO_LOCALES
from game.i18n.scenario_translation import (
    missing_in_guide,
    missing_in_signs,
    missing_lines,
    translate,
    translate_guide,
    translate_signs,
    translate_whole_items,
)
from game.i18n.tongue import ENGLISH, Tongue
from game.story.guide import LESSON_MINUTES, Guide, LessonMinutes
from game.story.model import Band, Scenario, Sign
from game.story.practice import PracticeItem
from lessons.document import Paper
from lessons.lengths import fit_minutes
from lessons.places import UnknownCountryError, place_words
from lessons.plan import LessonPlan
from lessons.rounds import pick_items
from lessons.sequence import Booster, SequenceSession, sequence_of, standards_grid
from lessons.stops import cut_into_stops
from lessons.story_guide import GuideError, find_guide

__all__ = [
    "Booster",
    "GuideError",
    "SequenceSession",
    "UnknownCountryError",
    "UnknownLanguageError",
    "find_guide",
    "make_plan",
    "sequence_of",
    "standards_grid",
]

Item = TypeVar("Item", bound=PracticeItem)

THE_STORY, THE_GUIDE, THE_PRACTICE = "the story", "the guide", "the practice"
GUIDE_OF_ITS_LENGTH = "the guide (it is translated for its own {minutes} minutes only)"
"""What may stay English, in the words in which that is said."""


class UnknownLanguageError(LookTwiceError):
    """There is no language of this code."""


def make_plan(
    story_id: str,
    *,
    library: Library,
    language: str = SOURCE,
    country: str = "ZZ",
    minutes: LessonMinutes | None = None,
    paper: Paper = "a4",
    today: date | None = None,
    catalogues: Catalogues | None = None,
) -> LessonPlan:
    """Return the plan of a story's lesson.

    Without `minutes` the lesson is as long as its guide says, without `today` the help is that of the present day, and
    without `catalogues` there is English only. Raises ScenarioError for a story that is not there or cannot be read,
    GuideError for a broken guide, UnknownLanguageError, UnknownCountryError, and LookTwiceError for other minutes.
    """
    if minutes is not None and minutes not in LESSON_MINUTES:
        hint = f"It can be one of: {', '.join(str(number) for number in LESSON_MINUTES)}."
        raise LookTwiceError(f"There is no lesson of {minutes} minutes", hint=hint)
    catalogues = catalogues or Catalogues(None)
    check_language(language, catalogues)
    source = library.scenario(story_id)
    today = today or date.today()
    names = catalogues.load_translator(language)
    place = place_words(country, load_help_rows(today=today)[0], today=today, names=names)
    folder = library.path(story_id).parent
    guide = find_guide(source, folder)
    rtl = catalogues.load_formats(language).rtl
    words = _Words(catalogues, Tongue(language, rtl), folder)
    scenario = words.story(source)
    guide = words.guide(guide, source, minutes or guide.minutes)
    catalogue = load_catalogue().catalogue
    album = words.signs(catalogue.signs, scenario.band)
    starter, practice = pick_items(source, words.items(_items_of(scenario.band), scenario.band))
    translator = catalogues.load_translator(language, "lessons")
    return LessonPlan(
        scenario=scenario,
        guide=guide,
        stops=cut_into_stops(scenario, guide.path, guide.votes),
        signs=tuple(sign for sign in album.values() if sign.id in scenario.teaches.signs),
        album=album,
        starter=starter,
        practice=practice,
        facts={fact.id: fact for fact in read_facts().values},
        place=place,
        translator=translator,
        language=language,
        rtl=rtl,
        story_tongue=words.tongue_of(THE_STORY),
        guide_tongue=words.guide_tongue,
        practice_tongue=words.tongue_of(THE_PRACTICE),
        sign_tongues=dict.fromkeys(words.told_signs, words.tongue),
        paper=paper,
        today=today,
        untranslated=tuple(words.missing),
    )


def check_language(language: str, catalogues: Catalogues) -> None:
    """Raise UnknownLanguageError for a code that no catalogue has."""
    known = [locale.code for locale in catalogues.find_languages()]
    if language not in known and language not in PSEUDO_LOCALES:
        hint = name_or_list(language, known)
        raise UnknownLanguageError(f"There is no language `{language}`", hint=f"{hint} `looktwice locales` shows all.")


def _items_of(band: Band) -> tuple[PracticeItem, ...]:
    return read_practice(practice_file(band)).values


@dataclass(slots=True)
class _Words:
    """The words of a lesson in one language; `missing` names what stays English because it is not whole.

    `folder` is that of the story, whose translations lie in it.
    """

    catalogues: Catalogues
    tongue: Tongue
    folder: Path
    missing: list[str] = field(default_factory=list)
    told_signs: list[str] = field(default_factory=list)
    """The ids of the signs that are whole in the language."""
    guide_tongue: Tongue = ENGLISH

    @property
    def language(self) -> str:
        return self.tongue.language

    def tongue_of(self, what: str) -> Tongue:
        """What the story or the practice is told in, once it is found."""
        return ENGLISH if what in self.missing else self.tongue

    def story(self, scenario: Scenario) -> Scenario:
        catalogue = self.catalogues.load_story_catalogue(self.language, scenario.id, self.folder)
        if missing_lines(scenario, catalogue):
            self._note(THE_STORY)
            return scenario
        return translate(scenario, catalogue)

    def guide(self, guide: Guide, source: Scenario, minutes: LessonMinutes) -> Guide:
        """The guide for so many minutes, in the language where it is whole in it.

        What the program adds is in English: all of a guide that it made, and the steps of another length.
        """
        file = guide_file(source.id, self.folder)
        catalogue = self.catalogues.load_story_catalogue(self.language, source.id, file.parent if file else self.folder)
        is_whole = not guide.is_derived and not missing_in_guide(guide, catalogue)
        if self.language != SOURCE and is_whole and minutes == guide.minutes:
            self.guide_tongue = self.tongue
            return translate_guide(guide, catalogue)
        if self.language != SOURCE:
            self._note(GUIDE_OF_ITS_LENGTH.format(minutes=guide.minutes) if is_whole else THE_GUIDE)
        return fit_minutes(guide, minutes, source)

    def signs(self, signs: Mapping[str, Sign], band: Band) -> Mapping[str, Sign]:
        """The album, each sign in the language where it is whole in it; only signs of the band are missed."""
        catalogue = self.catalogues.load_story_catalogue(self.language, SIGNS_PART)
        whole = {id: sign for id, sign in signs.items() if not missing_in_signs({id: sign}, catalogue)}
        if any(band in sign.bands for id, sign in signs.items() if id not in whole):
            self._note("some of the signs")
        self.told_signs.extend(whole)
        return {**signs, **translate_signs(whole, catalogue)}

    def items(self, items: tuple[Item, ...], band: Band) -> tuple[Item, ...]:
        """The items that are whole in the language; all in English where they are too few."""
        catalogue = self.catalogues.load_story_catalogue(self.language, practice_part(band))
        whole = translate_whole_items(items, band, catalogue)
        if not whole and items:
            self._note(THE_PRACTICE)
            return items
        return whole  # type: ignore[return-value]

    def _note(self, what: str) -> None:
        if what not in self.missing:
            self.missing.append(what)
