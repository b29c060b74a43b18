"""The adults' corner: what is chosen for a lesson pack, and the job that makes it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from game.story.model import Band
from game.story.values import StoryCard
from game.ui.lesson_desk import FORMATS, LessonWishes, LessonWork

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
    """Offers folders and looks after the job. What was chosen, and how far the job is, are values of the sitting."""

    def __init__(self, start: StartJob, *, folders: Sequence[tuple[str, Path]] | None = None) -> None:
        self._start = start
        self._folders = folders
        self._job: Job | None = None

    @property
    def folders(self) -> Sequence[tuple[str, Path]]:
        """The places that are offered, by their keys: the user's own folders that are there."""
        if self._folders is None:
            self._folders = _own_folders()
        return self._folders

    def make(self, wishes: LessonWishes, country: str) -> LessonWork:
        """Begin to make the pack; `country` is the one of the help page."""
        folder = dict(self.folders).get(wishes.folder, self.folders[0][1])
        try:
            self._job = self._start(wishes, folder, country)
        except OSError as error:
            return LessonWork(state="failed", problem=str(error))
        return LessonWork(state="running")

    def look(self) -> LessonWork:
        """Ask the job how far it is; nothing is made where there is none."""
        if self._job is None:
            return LessonWork()
        work = self._job.look()
        if work.state != "running":
            self._job = None
        return work

    def stop(self) -> None:
        """End the making, if there is any."""
        if self._job is not None:
            self._job.stop()
            self._job = None


def first_wishes(wishes: LessonWishes, band: Band, cards: Sequence[StoryCard], language: str) -> LessonWishes:
    """Begin with the first story of the band, in the player's language, unless something was chosen before."""
    known = {card.id for card in cards}
    if any(story in known for story in wishes.stories):
        return wishes
    stories = tuple(card.id for card in cards if card.band == band and card.kind == "story")[:1]
    return replace(wishes, stories=stories, language=language)


def choose(wishes: LessonWishes, what: str, value: str) -> LessonWishes:
    """Take a story or a format in or out; set anything else."""
    match what:
        case "story":
            return replace(wishes, stories=_switched(wishes.stories, value))
        case "format":
            chosen = _switched(wishes.formats, value)
            return replace(wishes, formats=tuple(each for each in FORMATS if each in chosen))
        case "minutes":
            return replace(wishes, minutes=int(value))
        case "language":
            return replace(wishes, language=value)
        case "paper":
            return replace(wishes, paper=value)
        case "folder":
            return replace(wishes, folder=value)
        case _:
            return wishes


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
