"""Who can help where: the rows of the help table as a child may see them today, read when help is first opened."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from game.i18n.territories import ELSEWHERE, territory_name
from game.story.values import HelpRow

if TYPE_CHECKING:
    from game.shown.help_words import PlaceHelp

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

    def help_in(self, _: Say, country: str) -> "PlaceHelp":
        """The help of a country: the emergency number first, then the services in the order of falling back."""
        from game.content.files.helplines import help_for
        from game.shown.help_lines import help_line
        from game.shown.help_words import PlaceHelp

        found = help_for(self._table(), country, self._today)
        emergency = found.emergency
        return PlaceHelp(
            place=territory_name(_, country),
            emergency=emergency.phone if emergency is not None else "",
            emergency_source=emergency.row.source if emergency is not None else "",
            lines=tuple(help_line(_, shown) for shown in found.rows),
        )
