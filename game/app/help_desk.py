"""Who can help where: the rows of the help table as a child may see them today, read when help is first opened."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from game.i18n.territories import ELSEWHERE, territory_name
from game.shown.help_words import HelpLine, PlaceHelp
from game.story.values import HelpRow

if TYPE_CHECKING:
    from game.content.files.helplines import ShownHelp

Say = Callable[..., str]


class CsvHelpDesk:
    """Help out of the shipped table (`game.content.files.helplines`)."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._rows: tuple[HelpRow, ...] | None = None

    def _table(self) -> tuple[HelpRow, ...]:
        if self._rows is None:
            from game.content.files.help_rows import load_help_rows

            self._rows, _findings = load_help_rows(today=self._today)
        return self._rows

    def countries(self, _: Say) -> Sequence[tuple[str, str]]:
        """Codes with their names, "somewhere else" first, the others by name."""
        from game.content.files.helplines import countries

        named = [(code, territory_name(_, code)) for code in countries(self._table())]
        return sorted(named, key=lambda pair: (pair[0] != ELSEWHERE, pair[1]))

    def help_in(self, _: Say, country: str) -> PlaceHelp:
        """The help of a country: the emergency number first, then the services in the order of falling back."""
        from game.content.files.helplines import help_for

        found = help_for(self._table(), country, self._today)
        emergency = found.emergency
        return PlaceHelp(
            place=territory_name(_, country),
            emergency=emergency.phone if emergency is not None else "",
            emergency_source=emergency.row.source if emergency is not None else "",
            lines=tuple(_line(_, shown) for shown in found.rows),
        )


def _line(_: Say, shown: "ShownHelp") -> HelpLine:
    row = shown.row
    hours = _("Open: {hours}", hours=shown.hours) if shown.hours else ""
    return HelpLine(
        organisation=row.organisation,
        purpose=row.purpose,
        web=shown.web,
        phone=shown.phone,
        text_or_chat=". ".join(part for part in (shown.text_or_chat, hours) if part),
        status=_status(_, shown),
        note=_limits(_, row),
    )


def _status(_: Say, shown: "ShownHelp") -> str:
    row = shown.row
    match shown.freshness:
        case "checked":
            return _("Checked on {date}.", date=row.checked_on)
        case "unchecked" if row.seen.isdigit():
            return _("Seen in {year}, not checked yet: look at the site first.", year=row.seen)
        case "unchecked":
            return _("Not checked yet: look at the site first.")
        case _:
            return _("This may have changed: look at the site first.")


def _limits(_: Say, row: HelpRow) -> str:
    """What a service of this kind does not do, so that nobody waits for it there."""
    if row.organisation == "NCMEC Take It Down":
        return _("The picture stays on your device. Nobody has to look at it.")
    if "child_line" in row.purpose or "crisis" in row.purpose:
        return _("They listen. They do not take reports for the police.")
    if "finder" in row.purpose:
        return _("A list of places that help. It does not answer questions itself.")
    if "report" in row.purpose:
        return _("For reporting. To talk with someone, use a helpline.")
    return ""
