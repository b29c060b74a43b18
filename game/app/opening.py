"""Puts the game together: stories, signs, help rows, settings and the user's folder become one app."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

from game.app.app import App
from game.app.help_desk import CsvHelpDesk
from game.app.home_files import clear_stale
from game.app.keeping import Keeper
from game.app.kept_places import KeptPlaces
from game.app.languages import CatalogueLanguages, known_language
from game.app.lesson_room import Job, LessonRoom
from game.app.settings import Settings, load_settings, may_keep, save_settings
from game.app.world import World
from game.content.library import open_library
from game.errors import UsageError
from game.extract.compiling import open_catalogues
from game.i18n.catalogues import Catalogues
from game.resources import data_folder
from game.story.model import Band, Sign
from game.story.practice import PracticeItem
from game.text.model import Measure
from game.ui.lesson_desk import LessonWishes


class Opening:
    """Everything that is read before the first frame; `app` makes the stage once widths can be measured."""

    def __init__(
        self, home: Path, content: Sequence[Path] = (), *, today: date | None = None, language: str | None = None
    ) -> None:
        """`home` is the user's folder (it need not exist), `content` more folders of stories.

        `language` is asked for by its code and holds for this start alone; UsageError where it is not there.
        """
        self.home = home
        self.today = today or date.today()
        self.settings, self._notice = load_settings(home)
        self.catalogues = open_catalogues()
        self.library = open_library(content, home, catalogues=self.catalogues)
        clear_stale(home)
        KeptPlaces(home, keep=self.settings.keep_place).delete_old(self.today)
        self._app: App | None = None
        self._language = find_language(self.catalogues, language) if language else None

    def find_story(self, story: str) -> None:
        """Look at what was added or changed since the last start, too.

        Raises UnknownStoryError where it is not there, ScenarioError where it has errors.
        """
        self.library.read_all()
        self.library.path(story)

    def app(
        self, measure: Measure, *, story: str = "", random: Random | None = None, wanted: Sequence[str] = ()
    ) -> App:
        """The game at its first screen, or before one story that `find_story` found.

        `wanted` are the codes of the languages that the system prefers, best first. `random` picks the items of
        practice; shots and tests give one of their own, to be the same at every run.
        """
        world = World(
            shelf=self.library,
            load_signs=load_album,
            help=CsvHelpDesk(self.today),
            home=self.home,
            today=self.today,
            load_practice=load_items,
            has_practice=has_items,
            lessons=LessonRoom(self._start_lesson),
            languages=CatalogueLanguages(
                self.catalogues,
                wanted,
                forced=self._language,
                folder_of=lambda id: self.library.path(id).parent,
            ),
        )
        keeper = Keeper(random)
        sitting = keeper.open_sitting(world, self.settings, notice=self._notice or "", language=self._language)
        self._app = App(world, sitting, measure, keeper=keeper)
        if story:
            self._app.open_directly(story)
        return self._app

    def _start_lesson(self, wishes: LessonWishes, folder: Path, country: str) -> Job:
        from game.app.lesson_job import LessonJob, lesson_words

        return LessonJob(
            lesson_words(wishes, folder, country=country, home=self.home, content=self.library.folders[1:])
        )

    def remember_size(self, size: tuple[int, int]) -> None:
        """Keep the window's size (dp) for the next start, where the player keeps their place and it is another one."""
        settings: Settings = self._app.sitting.settings if self._app is not None else self.settings
        if settings.keep_place and settings.window_size != size and may_keep(self.home)[0]:
            save_settings(self.home, replace(settings, window_size=size), settings)


def find_language(catalogues: Catalogues, asked: str) -> str:
    """The code of a language that was asked for, pseudo-locales too. UsageError where it is not there."""
    code = known_language(catalogues, asked)
    if code is None:
        there = ", ".join(locale.code for locale in catalogues.find_languages())
        raise UsageError(
            f"The game does not speak {asked!r}", hint=f"It speaks {there}; `looktwice locales` says more."
        )
    return code


def load_album() -> Mapping[str, Sign]:
    """The signs and families by id, in album order."""
    from game.content.files.signs_reader import read_signs

    return {sign.id: sign for sign in read_signs().values}


def has_items(band: Band) -> bool:
    """Whether the band has items of practice."""
    return _practice_file(band).is_file()


def load_items(band: Band) -> tuple[PracticeItem, ...]:
    """The band's items of practice; those that cannot be sorted are left out."""
    from game.content.files.practice_reader import read_practice

    return read_practice(_practice_file(band)).values


def _practice_file(band: Band) -> Path:
    return data_folder("scenarios") / "practice" / band / "practice.yaml"
