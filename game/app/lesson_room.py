"""The adults' corner: what was chosen for a lesson pack, and the job that makes it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from game.story.model import Band
from game.story.values import StoryCard
from game.ui.intents import LessonIntent, MakeLesson, SetLesson, ShowLessonFolder, StopLesson
from game.ui.lesson_desk import FORMATS, LessonDesk, LessonWishes, LessonWork

LOOK_EVERY = 0.2
"""Seconds between looks at a pack that is being made."""
PACKS = "Look Twice lessons"
"""The folder of the packs, below the user's own."""


class Job(Protocol):
    """A pack that is being made (`game.app.lesson_job.LessonJob`)."""

    def look(self) -> LessonWork:
        """How far it is now."""
        ...

    def stop(self) -> None:
        """End it."""
        ...


StartJob = Callable[[LessonWishes, Path, str], Job]
"""Starts the making of a pack: what was chosen, the folder, the country."""


class LessonRoom:
    """Keeps the choice while the game is open, and looks after the job. Nothing of it is kept on the device."""

    def __init__(self, start: StartJob, *, folders: Sequence[tuple[str, Path]] | None = None) -> None:
        self._start = start
        self._folders = folders
        self._job: Job | None = None
        self.wishes = LessonWishes()
        self.work = LessonWork()

    @property
    def folders(self) -> Sequence[tuple[str, Path]]:
        """The places that are offered, by their keys: the user's own folders that are there."""
        if self._folders is None:
            self._folders = _own_folders()
        return self._folders

    @property
    def is_running(self) -> bool:
        """Whether a pack is being made."""
        return self.work.state == "running"

    def open(self, band: Band, cards: Sequence[StoryCard], language: str) -> None:
        """Begin with the first story of the band, in the player's language, unless something was chosen before."""
        known = {card.id for card in cards}
        stories = tuple(story for story in self.wishes.stories if story in known)
        if not stories:
            stories = tuple(card.id for card in cards if card.band == band and card.kind == "story")[:1]
            self.wishes = replace(self.wishes, stories=stories, language=language)

    def desk(
        self, band: Band, cards: Sequence[StoryCard], languages: Sequence[tuple[str, str]], place: str
    ) -> LessonDesk:
        """What the screen shows."""
        ordered = sorted(cards, key=lambda card: card.band != band)
        return LessonDesk(
            wishes=self.wishes,
            work=self.work,
            stories=tuple((card.id, card.title) for card in ordered),
            languages=tuple(languages),
            folders=tuple((key, str(path)) for key, path in self.folders),
            place=place,
        )

    def perform(self, intent: LessonIntent, country: str) -> None:
        """Carry out what the adult means; `country` is the one of the help page."""
        match intent:
            case SetLesson(what, value):
                self.choose(what, value)
            case MakeLesson():
                self.make(country)
            case StopLesson():
                self.stop()
            case ShowLessonFolder():
                self.show_folder()

    def choose(self, what: str, value: str) -> None:
        """Take a story or a format in or out; set anything else."""
        wishes = self.wishes
        match what:
            case "story":
                self.wishes = replace(wishes, stories=_switched(wishes.stories, value))
            case "format":
                chosen = _switched(wishes.formats, value)
                self.wishes = replace(wishes, formats=tuple(each for each in FORMATS if each in chosen))
            case "minutes":
                self.wishes = replace(wishes, minutes=int(value))
            case "language":
                self.wishes = replace(wishes, language=value)
            case "paper":
                self.wishes = replace(wishes, paper=value)
            case "folder":
                self.wishes = replace(wishes, folder=value)
            case "again":
                self.work = LessonWork()
            case _:
                pass

    def make(self, country: str) -> None:
        """Begin to make the pack."""
        if self.is_running or not self.wishes.stories or not self.wishes.formats:
            return
        folder = dict(self.folders).get(self.wishes.folder, self.folders[0][1])
        try:
            self._job = self._start(self.wishes, folder, country)
        except OSError as error:
            self.work = LessonWork(state="failed", problem=str(error))
        else:
            self.work = LessonWork(state="running")

    def look(self) -> bool:
        """Ask the job how far it is; whether anything changed."""
        if self._job is None or not self.is_running:
            return False
        before, self.work = self.work, self._job.look()
        if not self.is_running:
            self._job = None
        return self.work != before

    def show_folder(self) -> None:
        """Open the folder of the pack that was made."""
        # Only here: what starts other programs is not needed on the way to the first picture.
        from game.app.lesson_job import show_folder

        if self.work.folder:
            show_folder(Path(self.work.folder))

    def stop(self) -> None:
        """End the making, if there is any."""
        if self._job is not None:
            self._job.stop()
            self._job = None
            self.work = LessonWork()


def _switched(chosen: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(each for each in chosen if each != value) if value in chosen else (*chosen, value)


def _own_folders() -> tuple[tuple[str, Path], ...]:
    from platformdirs import user_desktop_path, user_documents_path, user_downloads_path

    found = (
        ("documents", user_documents_path()),
        ("desktop", user_desktop_path()),
        ("downloads", user_downloads_path()),
    )
    there = tuple((key, path / PACKS) for key, path in found if path.is_dir())
    return there or (("documents", Path.home() / PACKS),)
