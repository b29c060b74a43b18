"""What a lesson says differently from country to country: who is told in a school, numbers, whom adults report to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from game.content.files.helplines import WORLD, countries, help_for
from game.content.format.diagnostics import name_or_list
from game.errors import LookTwiceError
from game.i18n.territories import territory_name
from game.i18n.translator import Translator
from game.story.values import HelpRow, ShownHelp
from lessons.plan import PlaceWords

_ANYWHERE = "anywhere"


class UnknownCountryError(LookTwiceError):
    """There are no help rows for a country of this code."""


def place_words(country: str, rows: Sequence[HelpRow], *, today: date, names: Translator) -> PlaceWords:
    """Return the words of a country: English sentences, its name in the language of `names` (of the screens' domain).

    Numbers are those of the help table and of nothing else, as far as they may be shown on that day. Raises
    UnknownCountryError for a code that the table does not have.
    """
    known = countries(rows)
    if country not in known:
        hint = f"{name_or_list(country, known)} {WORLD} is somewhere else."
        raise UnknownCountryError(f"There is no help in the table for the country `{country}`", hint=hint)
    found = help_for(rows, country, today)
    emergency = found.emergency
    titles = lead_titles(lambda sentence: sentence)
    return PlaceWords(
        country=country,
        country_name=territory_name(names.gettext, country),
        safeguarding_lead=titles.get(country, titles[_ANYWHERE]),
        emergency_number=emergency.phone if emergency is not None else "",
        emergency_source=emergency.row.source if emergency is not None else "",
        reporting_route=_reporting_route(found.report, country),
        duty_to_report=_DUTIES.get(country, _DUTIES[_ANYWHERE]),
        help_rows=tuple(_as_shown(one) for one in found.rows),
    )


def lead_titles(_: Callable[[str], str]) -> Mapping[str, str]:
    """The titles, by country, of who is told in a school of worries about a child; only those that a source names.

    Great Britain: "Keeping children safe in education", the guidance for England, has the designated safeguarding lead;
    schools elsewhere there have other titles, so the words say what the person does, too.
    """
    return {
        # NOTE: In a sentence such as "At school you can turn to {who}": whom a school names for worries about a child.
        _ANYWHERE: _("the person in your school who is responsible for child protection"),
        "GB": _("the designated safeguarding lead (the person in your school who is responsible for child protection)"),
    }


_DUTIES: Mapping[str, str] = {
    _ANYWHERE: "Some places oblige you to report yourself. Look up what holds where you work, before the lesson.",
    "US": "State laws on who has to report, and to whom, differ. Look up what yours asks of you, before the lesson.",
}


def _reporting_route(report: ShownHelp | None, country: str) -> str:
    """Whom adults report to, as sentences. The service of the whole world comes behind the police of a place."""
    if report is None:
        return "Report to the police where you are."
    service = report.row.organisation
    contact = report.web.removeprefix("https://").removeprefix("http://").rstrip("/")
    by = f"{contact}, or call {report.phone}" if contact and report.phone else contact or report.phone
    unchecked = "" if report.freshness == "checked" else " Nobody has checked this entry on its live page yet."
    if report.row.country == country != WORLD:
        return f"Reports go to {service}: {by}.{unchecked}"
    return f"Report to the police where you are. {service} takes reports from anywhere: {by}.{unchecked}"


def _as_shown(shown: ShownHelp) -> HelpRow:
    """A row without what may not be shown of it on the day."""
    return replace(shown.row, phone=shown.phone, text_or_chat=shown.text_or_chat, hours=shown.hours)
