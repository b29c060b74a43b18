"""What a plan says differently from country to country: sourced titles, numbers of the table, no law."""

from datetime import date

import pytest

from game.content.files.help_rows import load_help_rows
from game.content.files.helplines import countries
from game.i18n.translator import Translator
from game.story.values import HelpRow
from lessons.places import UnknownCountryError, duty_to_report, lead_titles, place_words, reporting_route
from lessons.plan import PlaceWords

TODAY = date(2026, 11, 24)
say = Translator().gettext


def words_of(country: str, rows: tuple[HelpRow, ...] | None = None, today: date = TODAY) -> PlaceWords:
    return place_words(country, load_help_rows()[0] if rows is None else rows, today=today, names=Translator())


@pytest.mark.parametrize("country", countries(load_help_rows()[0]))
def test_every_country_has_words_for_all_that_differs(country: str) -> None:
    place = words_of(country)
    assert place.country_name
    assert place.safeguarding_lead.startswith("the ")
    assert reporting_route(say, place).endswith(".")
    assert duty_to_report(say, place).endswith(".")
    assert place.help_rows


def test_numbers_are_those_of_the_table_and_nothing_else() -> None:
    rows = load_help_rows()[0]
    for country in countries(rows):
        place = words_of(country)
        table = " ".join(f"{row.phone} {row.web} {row.text_or_chat} {row.hours}" for row in rows)
        for text in (place.emergency_number, *(row.phone for row in place.help_rows)):
            assert text in table
        said = f"{reporting_route(say, place)} {duty_to_report(say, place)} {place.safeguarding_lead}"
        for number in (word.strip(".,()") for word in said.split() if any(char.isdigit() for char in word)):
            assert number in table


def test_a_place_without_an_emergency_row_has_no_number_and_the_eu_lends_its_own() -> None:
    assert words_of("ZZ").emergency_number == ""
    assert words_of("IE").emergency_number == "112"
    assert words_of("US").emergency_number == "911"
    assert words_of("US").emergency_source


def test_reports_go_to_the_service_of_the_country_or_first_to_the_police() -> None:
    assert reporting_route(say, words_of("US")).startswith("Reports go to NCMEC CyberTipline: report.cybertip.org")
    assert reporting_route(say, words_of("ZZ")).startswith("Report to the police where you are. NCMEC CyberTipline")
    nothing = tuple(row for row in load_help_rows()[0] if "report" not in row.purpose)
    assert reporting_route(say, words_of("US", nothing)) == "Report to the police where you are."


def test_a_number_that_may_not_be_shown_on_the_day_is_not_in_the_plan() -> None:
    old = HelpRow(
        country="US",
        organisation="A line",
        purpose=("child_line", "report"),
        phone="555 0100",
        web="https://line.example",
        seen="2015",
    )
    place = words_of("US", (old,))
    assert [row.phone for row in place.help_rows] == [""]
    assert "555" not in reporting_route(say, place)
    assert "line.example" in reporting_route(say, place)


def test_no_law_is_stated_only_that_it_has_to_be_looked_up() -> None:
    for country in countries(load_help_rows()[0]):
        assert "Look up" in duty_to_report(say, words_of(country))


def test_only_england_s_title_is_named_since_only_that_has_a_source() -> None:
    titles = lead_titles(lambda sentence: sentence)
    assert [country for country, title in titles.items() if "designated" in title] == ["GB"]
    assert all("responsible for child protection" in title for title in titles.values())


def test_a_country_that_the_table_lacks_is_an_error() -> None:
    with pytest.raises(UnknownCountryError):
        words_of("QQ")
