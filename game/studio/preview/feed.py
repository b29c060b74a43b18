"""The versions of a story as they are saved, one after the other; broken ones only once the file has come to rest."""

from pathlib import Path

from game.content.files.catalogue import Catalogue
from game.studio.preview.version import Version, read_version
from game.studio.preview.watch import SETTLED, StoryWatch

__all__ = ["VersionFeed"]


class VersionFeed:
    """Reads a story's file anew when it was saved.

    A version without errors is given at once. One with errors may be a file that is half written: it is given when
    nothing more has changed for `SETTLED` seconds.
    """

    def __init__(self, file: Path, catalogue: Catalogue, shown: str) -> None:
        """`shown` is the name that findings give the file."""
        self._watch = StoryWatch(file)
        self._catalogue = catalogue
        self._shown = shown
        self._waiting: Version | None = None
        self._since = 0.0

    def read(self) -> Version:
        """The file as it is now, at rest or not."""
        self._watch.look()
        self._waiting = None
        return read_version(self._watch.file, self._catalogue, self._shown)

    def look(self, now: float) -> Version | None:
        """The version to go on with, if there is a new one at this moment (seconds of a steady clock)."""
        if self._watch.look():
            self._waiting = read_version(self._watch.file, self._catalogue, self._shown)
            self._since = now
        waiting = self._waiting
        if waiting is None or not (waiting.is_sound or now >= self._since + SETTLED):
            return None
        self._waiting = None
        return waiting

    @property
    def due(self) -> float | None:
        """When a version that waits will be given; None where none does."""
        return None if self._waiting is None else self._since + SETTLED
