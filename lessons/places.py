"""What a lesson says differently from country to country: who is told in a school, numbers, whom adults report to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from game.content.files.helplines import WORLD, countries, help_for
from game.content.format.diagnostics import name_or_list
from game.errors import LookTwiceError
from game.i18n.territories import territory_name
from game.i18n.translator import Translator
from game.shown.labels import Say
from game.story.values import HelpRow, ShownHelp
from lessons.plan import PlaceWords

_ANYWHERE = "anywhere"


class UnknownCountryError(LookTwiceError):
    """There are no help rows for a country of this code."""


def place_words(country: str, rows: Sequence[HelpRow], *, today: date, names: Translator) -> PlaceWords:
    """Return the words of a country; its name is in the language of `names` (of the screens' domain).

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
        report=found.report,
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


def duty_to_report(_: Callable[[str], str], place: PlaceWords) -> str:
    """What the law asks of school staff in a country, or that the reader has to look it up, as sentences."""
    if place.country == "US":
        return _(
            "State laws on who has to report, and to whom, differ. Look up what yours asks of you, before the lesson."
        )
    return _("Some places oblige you to report yourself. Look up what holds where you work, before the lesson.")


def reporting_route(_: Say, place: PlaceWords) -> str:
    """Whom adults report to in a country, as sentences. The world's service comes behind the police of a place."""
    report = place.report
    if report is None:
        return _("Report to the police where you are.")
    service = report.row.organisation
    site = report.web.removeprefix("https://").removeprefix("http://").rstrip("/")
    contact = site or report.phone
    if report.row.country == place.country != WORLD:
        if site and report.phone:
            # NOTE: {service} is an organisation that takes reports; {site} is a web address, {phone} a number.
            route = _(
                "Reports go to {service}: {site}, or call {phone}.", service=service, site=site, phone=report.phone
            )
        else:
            # NOTE: {service} is an organisation that takes reports; {contact} is a web address or a phone number.
            route = _("Reports go to {service}: {contact}.", service=service, contact=contact)
    elif site and report.phone:
        # NOTE: {service} is an organisation that takes reports; {site} is a web address, {phone} a number.
        route = _(
            "Report to the police where you are. {service} takes reports from anywhere: {site}, or call {phone}.",
            service=service,
            site=site,
            phone=report.phone,
        )
    else:
        # NOTE: {service} is an organisation that takes reports; {contact} is a web address or a phone number.
        route = _(
            "Report to the police where you are. {service} takes reports from anywhere: {contact}.",
            service=service,
            contact=contact,
        )
    if report.freshness == "checked":
        return route
    # NOTE: About the web address and the phone number of an organisation that takes reports.
    unchecked = _("Nobody has checked this entry on its live page yet.")
    return f"{route} {unchecked}"


def _as_shown(shown: ShownHelp) -> HelpRow:
    """A row without what may not be shown of it on the day."""
    return replace(shown.row, phone=shown.phone, text_or_chat=shown.text_or_chat, hours=shown.hours)
