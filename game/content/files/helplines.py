"""Which help may be shown in a country today: nothing stale as if it were fresh, and an emergency line always."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from game.story.values import Freshness, HelpRow, ShownHelp

WORLD = "ZZ"
EU = "EU"
EU_COUNTRIES = tuple("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())  # noqa: SIM905 - reads as a list of names
_FRESH_SINCE = 2022
"""The oldest year of evidence with which the phone of an unchecked row is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryHelp:
    """What a country's help page shows: at most one row of each kind, then finders."""

    country: str
    emergency: ShownHelp | None = None
    """None: "call the police or an ambulance where you are"."""
    child_line: ShownHelp | None = None
    crisis: ShownHelp | None = None
    report: ShownHelp | None = None
    take_down: ShownHelp | None = None
    own_behaviour: ShownHelp | None = None
    finders: tuple[ShownHelp, ...] = ()

    @property
    def rows(self) -> tuple[ShownHelp, ...]:
        """The services in the order of falling back, the emergency number apart; each row once."""
        found = (self.child_line, self.crisis, self.report, self.take_down, self.own_behaviour, *self.finders)
        return tuple(dict.fromkeys(one for one in found if one is not None))


def help_for(rows: Sequence[HelpRow], country: str, today: date) -> CountryHelp:
    """Return the help of a country: its own rows, the EU's emergency number and finders where they apply, the world's.

    The EU's child line is shown for no member state, since it does not work in all of them.
    """
    own = [row for row in rows if row.country == country]
    europe = [row for row in rows if row.country == EU] if country in EU_COUNTRIES else []
    world = [row for row in rows if row.country == WORLD]

    def first(purpose: str, *sources: Iterable[HelpRow]) -> ShownHelp | None:
        for source in sources:
            for row in source:
                shown = show_row(row, today)
                if purpose in row.purpose and shown.is_reachable:
                    return shown
        return None

    child_line = first("child_line", own)
    finders = [row for row in (*own, *europe, *world) if "finder" in row.purpose]
    return CountryHelp(
        country=country,
        emergency=first("emergency", own, europe),
        child_line=child_line,
        crisis=first("crisis", own) or child_line,
        report=first("report", own, world),
        take_down=first("take_down", own, world),
        own_behaviour=first("own_behaviour", own, world),
        finders=tuple(shown for row in finders if (shown := show_row(row, today)).is_reachable),
    )


def show_row(row: HelpRow, today: date) -> ShownHelp:
    """Return a row with only what may be shown of it on a day. An emergency number is always shown."""
    freshness = freshness_of(row, today)
    keeps_phone = freshness in ("checked", "old") or (freshness == "unchecked" and _is_recent(row))
    is_emergency = "emergency" in row.purpose
    keeps_text = freshness == "checked" or (freshness == "unchecked" and _is_recent(row))
    return ShownHelp(
        row=row,
        freshness=freshness,
        phone=row.phone if keeps_phone or is_emergency else "",
        text_or_chat=row.text_or_chat if keeps_text else "",
        hours=row.hours if freshness == "checked" else "",
    )


def freshness_of(row: HelpRow, today: date) -> Freshness:
    """Return how far a row's check holds on a day; one that is not complete and dated is no check."""
    try:
        checked_on, valid_until = date.fromisoformat(row.checked_on), date.fromisoformat(row.valid_until)
    except ValueError:
        return "unchecked"
    if not row.checked_by:
        return "unchecked"
    if today <= valid_until:
        return "checked"
    return "old" if today - checked_on <= 2 * (valid_until - checked_on) else "expired"


def countries(rows: Iterable[HelpRow]) -> tuple[str, ...]:
    """Return the codes that may be chosen: "ZZ" for somewhere else first, then countries by code.

    The EU is no country; its members are, once it has an emergency row.
    """
    codes = set()
    for row in rows:
        codes |= set(EU_COUNTRIES) if row.country == EU and "emergency" in row.purpose else {row.country}
    return (WORLD, *sorted(codes - {WORLD, EU}))


def _is_recent(row: HelpRow) -> bool:
    return row.seen.isascii() and row.seen.isdigit() and int(row.seen) >= _FRESH_SINCE
