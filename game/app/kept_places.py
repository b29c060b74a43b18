"""What is kept of playing, and only where the player chose to keep their place: half-played stories and done-marks."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from game.app import settings as settings_file
from game.app.done_marks import FORMAT as DONE_FORMAT
from game.app.done_marks import Done, done_text, read_done
from game.app.home_files import (
    DONE_FILE,
    MAX_BYTES,
    PLACES_FOLDER,
    Found,
    delete_files,
    delete_own,
    delete_places,
    erase_places,
    find_kept,
    is_home_file,
    modified,
    original_name,
    own_files,
    put_aside,
    story_of,
    write_kept,
)
from game.app.home_lock import locked
from game.app.notices import Notice
from game.app.sealed_file import NewerFormatError, SealError
from game.atomic_file import read_small
from game.errors import SaveError
from game.story.model import Scenario
from game.story.state import State

KEPT_DAYS = 7
"""A half-played story is kept less than this many days (content rule G4)."""
BELIEVED_DAYS = 366
"""A place that seems older than this, or of a day to come, shows that a clock is or was wrong: nothing is deleted at
once, see `KeptPlaces.delete_old`."""


class KeptPlaces:
    """The kept places in a user's folder. Without a folder, or with `keep` off, nothing is read and nothing written.

    Methods never raise: what went wrong comes back as a notice for the player, and the game goes on. Several windows
    may be open: each asks the settings file whether places are still kept before it writes.
    """

    def __init__(self, home: Path | None, *, keep: bool) -> None:
        """Take the user's folder, and whether the player chose to keep their place."""
        self._home = home
        self._keeps = keep and home is not None
        self._was_said = bool(self._keeps and home is not None and settings_file.may_keep(home)[0])
        """Whether the settings file said so too; where it could not be written, the player's word alone counts."""

    # A half-played story

    def save(self, scenario: Scenario, state: State, today: date) -> Notice | None:
        """Keep the place in a story; one that is over, or in which nothing was done yet, is no longer kept.

        Copies that were put aside stay. So does a file that cannot be read or that a newer game wrote.
        """
        path = self._place(scenario.id)
        if path is None or self._home is None:
            return None
        from game.app.place_text import FORMAT, place_text

        with locked(self._home):
            found, refusal = self._may_write(path, FORMAT)
            if refusal is not None:
                return refusal
            if state.is_over or not state.inputs:
                return delete_files([path])
            return write_kept(path, place_text(scenario, state, today)) or found.notice

    def load(self, scenario: Scenario, today: date) -> tuple[State | None, Notice | None]:
        """Return the place kept in a story, if there is one, and a notice where it could not be taken up whole.

        After seven days it is deleted. A damaged one, and one that the story has grown out of, is put aside; of the
        latter as much is taken up as still fits. One of a newer game stays as it is.
        """
        path = self._place(scenario.id)
        if path is None or path.parent.is_symlink():
            return None, None
        try:
            data = read_small(path, MAX_BYTES)
        except SaveError:
            return None, Notice.about("unreadable", path)
        if data is None:
            return None, None
        from game.app.place_text import read_place, take_up

        try:
            saved = read_place(data)
        except NewerFormatError:
            return None, Notice.about("newer", path)
        except SealError:
            return None, put_aside(path, "place_damaged")
        if saved.played.scenario_id != scenario.id:
            return None, put_aside(path, "place_damaged")
        if _is_over_age(saved.on, today):
            delete_files([path])
            return None, None
        state, change, dropped = take_up(scenario, saved)
        return state, None if change is None else put_aside(path, change, dropped)

    def delete(self, story: str) -> Notice | None:
        """Forget the place in a story and every copy of it, whether or not places are kept now: for the quick exit."""
        if self._home is None:
            return None
        with locked(self._home):
            return delete_places(self._home, lambda each: each == story)

    def delete_old(self, today: date) -> None:
        """Forget every place that is seven days old; meant for the start of the game.

        What holds no day of its own (a damaged place, a copy) counts from its last change, and goes only while places
        are kept: a file of somebody else's that has such a name is not the game's to judge.

        A day that lies ahead, or more than a year back, tells of a wrong clock. Such a place stays for now and is
        dated anew on the disk; only where the same clock then says for seven days that it is old, it goes.
        """
        if self._home is None:
            return
        folder = self._home / PLACES_FOLDER
        with suppress(SaveError):
            if paths := own_files(folder, lambda name: story_of(name) is not None):
                with locked(self._home):
                    delete_files(path for path in paths if self._goes(path, today))

    def _goes(self, path: Path, today: date) -> bool:
        stamp = modified(path)
        if stamp is None:
            return False
        on = None
        if original_name(path.name) == path.name:
            try:
                on = _day_of(path)
            except (SaveError, NewerFormatError):
                return False
            except SealError:
                pass
        if on is None and not self._keeps:
            return False
        try:
            changed = date.fromtimestamp(stamp)
        except (ValueError, OverflowError, OSError):
            changed = date.max
        counted = changed if on is None else on
        if _is_believable(counted, today):
            return _is_over_age(counted, today)
        if _is_believable(changed, today):
            return _is_over_age(changed, today)
        noon = datetime.combine(today, time(12)).timestamp()
        with suppress(OSError):
            os.utime(path, (noon, noon))
        return False

    def stories(self) -> tuple[str, ...]:
        """Return the ids of the stories that a place is kept in."""
        if self._home is None or not self._keeps:
            return ()
        try:
            files = own_files(self._home / PLACES_FOLDER, lambda name: name.endswith(".json"))
        except SaveError:
            return ()
        return tuple(sorted(story for path in files if (story := story_of(path.name)) is not None))

    # Done-marks

    def mark_done(self, scenario: Scenario, today: date) -> Notice | None:
        """Keep that a story was finished, and forget the place in it; copies of it that were put aside stay."""
        path = self._place(scenario.id)
        if path is None or self._home is None:
            return None
        from game.app.place_text import FORMAT

        with locked(self._home):
            found, refusal = self._may_write(path, FORMAT)
            if refusal is None:
                refusal = delete_files([path]) or found.notice

            def add(done: Done) -> Done:
                stories = tuple(dict.fromkeys((*done.stories, scenario.id)))
                return replace(done, stories=stories, first_finished={scenario.band: today, **done.first_finished})

            return self._change_done(add) or refusal

    def mark_practised(self, items: Iterable[str]) -> Notice | None:
        """Keep that items of practice were shown (`band/id`)."""
        if self._home is None or not self._keeps:
            return None
        with locked(self._home):
            return self._change_done(
                lambda done: replace(done, practised=tuple(dict.fromkeys((*done.practised, *items))))
            )

    def done(self) -> tuple[Done, Notice | None]:
        """Return the done-marks, and a notice where they were damaged (then they are put aside) or cannot be read."""
        if self._home is None or not self._keeps:
            return Done(), None
        done, found = self._find_done(self._home / DONE_FILE)
        return done, found.notice

    def _change_done(self, change: Callable[[Done], Done]) -> Notice | None:
        """Change what stands in the file now, another window's marks too."""
        assert self._home is not None
        path = self._home / DONE_FILE
        _, refusal = self._may_write(None, DONE_FORMAT)
        if refusal is not None:
            return refusal
        done, found = self._find_done(path)
        if not found.may_write:
            return found.notice
        return write_kept(path, done_text(change(done), found.value or {})) or found.notice

    def _find_done(self, path: Path) -> tuple[Done, Found]:
        found = find_kept(path, DONE_FORMAT, "done_damaged")
        if found.value is None:
            return Done(), found
        try:
            return read_done(found.value), found
        except ValueError:
            notice = put_aside(path, "done_damaged")
            return Done(), Found(notice=notice, may_write=notice.kind == "done_damaged")

    # All of it

    def forget(self) -> Notice | None:
        """Erase every kept place and done-mark, copies too: for when keeping is switched off."""
        if self._home is None:
            return None
        home = self._home
        with locked(home):
            places = erase_places(home)
            return delete_own(home, lambda name: original_name(name) == DONE_FILE) or places

    def erase_everything(self) -> Notice | None:
        """Erase all that is the game's own in the user's folder: places, marks, settings, index, log, copies of any."""
        if self._home is None:
            return None
        home = self._home
        with locked(home):
            # First the settings: another window asks them before it writes.
            left = delete_own(home, is_home_file)
            return left or erase_places(home)

    # Whether, and where

    def _place(self, story: str) -> Path | None:
        name = f"{story}.json"
        if self._home is None or not self._keeps or story_of(name) != story:
            return None
        return self._home / PLACES_FOLDER / name

    def _may_write(self, path: Path | None, newest: int) -> tuple[Found, Notice | None]:
        """What lies where a place is to be written, and why it may not be: asked under the lock, before each write."""
        assert self._home is not None
        may, problem = settings_file.may_keep(self._home)
        if may is False or (may is None and self._was_said):
            return Found(), problem or Notice("other_window")
        if path is None:
            return Found(), None
        if path.parent.is_symlink():
            return Found(), Notice.about("linked_folder", path.parent)
        found = find_kept(path, newest, "place_damaged")
        return found, None if found.may_write else found.notice


def _is_believable(on: date, today: date) -> bool:
    return -KEPT_DAYS < (today - on).days <= BELIEVED_DAYS


def _is_over_age(on: date, today: date) -> bool:
    """Whether a save of that day is too old; what no clock can have meant is not."""
    return KEPT_DAYS <= (today - on).days <= BELIEVED_DAYS


def _day_of(path: Path) -> date | None:
    """Return the day a place was saved, as it says itself. Raises what reading it raises."""
    from game.app.place_text import read_place

    data = read_small(path, MAX_BYTES)
    return None if data is None else read_place(data).on
