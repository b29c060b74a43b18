"""What the player has to know about kept files, as values: sentences in the player's language once they are shown."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from game.i18n.translator import Translator

NoticeKind: TypeAlias = Literal[
    "unreadable",
    "newer",
    "no_room",
    "not_written",
    "not_deleted",
    "folder_unreadable",
    "linked_folder",
    "not_put_aside",
    "settings_damaged",
    "done_damaged",
    "place_damaged",
    "place_outdated",
    "place_shortened",
    "answers_dropped",
    "other_window",
]


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that went wrong, and the file or folder it is about (names of several, with commas between)."""

    kind: NoticeKind
    file: str = ""
    number: int = 0
    """How many of the player's answers are lost, where some are."""

    @classmethod
    def about(cls, kind: NoticeKind, path: Path) -> "Notice":
        """Return the notice about a file or folder, with its whole path."""
        return cls(kind, str(path))


def notice_words(translator: Translator, notice: Notice | str) -> str:
    """Return a notice as a sentence; one that is a sentence already stays as it is."""
    _, ngettext = translator.gettext, translator.ngettext
    if isinstance(notice, str):
        return notice
    file = notice.file
    match notice.kind:
        case "unreadable":
            return _(
                "This file cannot be read, so the game leaves it as it is: {file}. "
                "What you set or reach now is gone when you close the game.",
                file=file,
            )
        case "newer":
            return _(
                "This file is from a newer Look Twice, so the game leaves it as it is: {file}. "
                "What you set or reach now is gone when you close the game.",
                file=file,
            )
        case "no_room":
            return _(
                "There is no room left to keep anything in this folder: {file}. "
                "What you set or reach now is gone when you close the game.",
                file=file,
            )
        case "not_written":
            return _(
                "This folder does not let the game keep anything: {file}. "
                "What you set or reach now is gone when you close the game.",
                file=file,
            )
        case "not_deleted":
            return _("This could not be deleted: {file}. Please remove it by hand.", file=file)
        case "folder_unreadable":
            return _("This folder cannot be read, so nothing in it was deleted: {file}.", file=file)
        case "linked_folder":
            return _("This folder is a link, so the game leaves alone what is in it: {file}.", file=file)
        case "not_put_aside":
            return _("This file is damaged and cannot be put aside, so the game leaves it as it is: {file}.", file=file)
        case "settings_damaged":
            return _(
                "The settings are damaged. They were put aside as {file}. The game starts with fresh ones.", file=file
            )
        case "done_damaged":
            return _("The marks of finished stories are damaged. They were put aside as {file}.", file=file)
        case "place_damaged":
            return _(
                "The kept place in this story is damaged. It was put aside as {file}. "
                "The story starts from its beginning.",
                file=file,
            )
        case "place_outdated":
            return _(
                "This story has changed since you played it. Your place was put aside as {file}. "
                "The story starts from its beginning.",
                file=file,
            )
        case "place_shortened":
            return _("This story has changed since you played it. It goes on from the last place that still fits.")
        case "answers_dropped":
            return ngettext(
                "This story has changed since you played it. One of your answers no longer fits and was taken out.",
                "This story has changed since you played it. "
                "{number} of your answers no longer fit and were taken out.",
                notice.number,
            )
        case "other_window":
            return _(
                "What was kept was erased outside this window, or keeping was switched off. "
                "This window keeps nothing from now on."
            )
