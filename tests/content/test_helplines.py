"""Help rows: what the table may hold, and what of it may be shown on a day."""

import csv
from datetime import date
from pathlib import Path

import pytest

from game.content.files.help_rows import COLUMNS, PURPOSES, load_help_rows
from game.content.files.helplines import EU_COUNTRIES, countries, freshness_of, help_for, show_row
from game.content.files.wrong_contacts import is_wrong_contact
from game.resources import data_folder
from game.story.values import HelpRow

TODAY = date(2026, 11, 24)
FILE = data_folder("assets") / "helplines.csv"
ROW = {
    "country_code": "US",
    "organisation": "A line",
    "purpose": "child_line",
    "phone": "1-800-422-4453",
    "web": "https://line.example",
    "source": "https://line.example/about",
    "newest_evidence_year": "2023",
}


def table(tmp_path: Path, *rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> Path:
    file = tmp_path / "helplines.csv"
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return file


def found(tmp_path: Path, **changes: str) -> list[str]:
    _, diagnostics = load_help_rows(table(tmp_path, {**ROW, **changes}), today=TODAY)
    return [one.slug for one in diagnostics if one.slug != "helpline-unchecked"]


@pytest.fixture(scope="module")
def shipped() -> tuple[HelpRow, ...]:
    return load_help_rows()[0]


def test_the_shipped_table_has_no_error() -> None:
    _, diagnostics = load_help_rows(today=TODAY)
    assert {one.slug for one in diagnostics} == {"helpline-unchecked"}


def test_nobody_is_named_who_checked_a_shipped_row(shipped: tuple[HelpRow, ...]) -> None:
    assert [row for row in shipped if row.checked_by or row.checked_on or row.valid_until] == []


@pytest.mark.parametrize(
    "wrong",
    ["02-1234-5678", "09 62 57 15 87", "920 202 010", "166 111", "necmec", "99656-5008", "155260", "08000 55 555",
     "0800 200 000", "0570-0-78310", "800-273-8255", "teprotejo.org", "betterinternetforkids.eu", "0800 30 50 750",
     "0800 148 148"],
)  # fmt: skip
def test_the_shipped_file_holds_no_wrong_contact(wrong: str) -> None:
    assert wrong not in FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("country", "organisation", "column", "text"),
    [
        ("KR", "x", "phone", "02-1234-5678"),
        ("FR", "x", "phone", "+33 9 62 57 15 87 or 09 62 57 15 87"),
        ("EG", "x", "phone", "1600"),
        ("ZA", "x", "phone", "166"),
        ("IN", "x", "text_or_chat", "text 122"),
        ("IN", "x", "phone", "155260"),
        ("ES", "x", "phone", "920202010"),
        ("DE", "x", "phone", "166 111"),
        ("BR", "x", "phone", "(61) 99656-5008"),
        ("ZA", "x", "phone", "08000 55 555"),
        ("ZA", "FPB", "phone", "0800 148 148"),
        ("FR", "x", "phone", "0800 200 000"),
        ("JP", "x", "phone", "0570-0-78310"),
        ("US", "x", "note", "formerly 1-800-273-8255"),
        ("US", "x", "web", "https://report.necmec.org"),
        ("CO", "x", "web", "https://teprotejo.org"),
        ("EU", "x", "source", "https://www.betterinternetforkids.eu/x"),
        ("DE", "Hilfe-Telefon Sexueller Missbrauch", "phone", "0800 30 50 750"),
    ],
)
def test_wrong_contacts_are_known(country: str, organisation: str, column: str, text: str) -> None:
    assert is_wrong_contact(country, organisation, column, text)


@pytest.mark.parametrize(
    ("country", "organisation", "column", "text"),
    [
        ("EG", "x", "phone", "16000"),
        ("ES", "x", "phone", "900 20 20 10"),
        ("DE", "x", "phone", "116 111"),
        ("DE", "Polizei Köln", "phone", "0800 30 50 750"),
        ("GB", "x", "phone", "122"),
        ("EU", "x", "web", "https://better-internet-for-kids.europa.eu"),
        ("US", "x", "phone", "1-800-843-5678 (1-800-THE-LOST)"),
        ("IN", "x", "note", "122 is a misprint"),
    ],
)
def test_right_contacts_that_resemble_them_pass(country: str, organisation: str, column: str, text: str) -> None:
    assert is_wrong_contact(country, organisation, column, text) == ""


@pytest.mark.parametrize(
    ("changes", "slugs"),
    [
        ({}, []),
        ({"source": ""}, ["helpline-source"]),
        ({"purpose": "childline"}, ["unknown-value"]),
        ({"purpose": "child_line;crisis"}, []),
        ({"country_code": "USA"}, ["unknown-value"]),
        ({"phone": "", "web": ""}, ["missing-key"]),
        ({"organisation": ""}, ["missing-key"]),
        ({"checked_by": "A name"}, ["helpline-unsigned"]),
        ({"checked_on": "24.11.2026", "checked_by": "A", "valid_until": "2027-01-01"}, ["bad-date"]),
        ({"checked_on": "2026-01-01", "checked_by": "A", "valid_until": "2026-11-23"}, ["helpline-expired"]),
        ({"checked_on": "2026-01-01", "checked_by": "A", "valid_until": "2026-11-24"}, []),
        ({"phone": "1-800-273-8255"}, ["wrong-contact"]),
    ],
)
def test_what_is_wrong_with_a_row_is_found(tmp_path: Path, changes: dict[str, str], slugs: list[str]) -> None:
    assert found(tmp_path, **changes) == slugs


def test_a_row_with_a_wrong_contact_is_left_out_and_an_expired_one_is_kept(tmp_path: Path) -> None:
    wrong = {**ROW, "phone": "1-800-273-8255"}
    expired = {**ROW, "checked_on": "2026-01-01", "checked_by": "A", "valid_until": "2026-02-01"}
    assert load_help_rows(table(tmp_path, wrong), today=TODAY)[0] == ()
    assert len(load_help_rows(table(tmp_path, expired), today=TODAY)[0]) == 1


def test_findings_stand_in_the_line_of_their_row(tmp_path: Path) -> None:
    note = {**ROW, "organisation": "B", "note": "two\nlines"}
    _, diagnostics = load_help_rows(table(tmp_path, ROW, note, {**ROW, "organisation": "C", "purpose": "x"}))
    assert [(one.slug, one.span.line) for one in diagnostics if one.is_error] == [("unknown-value", 5)]


@pytest.mark.parametrize(
    "text", ["", "a,b\n", ",".join(COLUMNS[:-1]) + "\n", ",".join(COLUMNS) + "\nUS,x\n", '"', "\x00"]
)
def test_broken_tables_give_findings_and_never_raise(tmp_path: Path, text: str) -> None:
    file = tmp_path / "helplines.csv"
    file.write_text(text, encoding="utf-8")
    rows, diagnostics = load_help_rows(file)
    assert rows == ()
    assert diagnostics
    assert load_help_rows(tmp_path / "missing.csv")[1][0].slug == "file-missing"


def row(**values: str) -> HelpRow:
    purpose = tuple(values.pop("purpose", "child_line").split(";"))
    base = {"country": "US", "organisation": "A", "phone": "1", "web": "w", "text_or_chat": "t", "hours": "h"}
    return HelpRow(purpose=purpose, **{**base, **values})


@pytest.mark.parametrize(
    ("today", "freshness", "phone", "text", "hours"),
    [
        (date(2026, 1, 1), "checked", "1", "t", "h"),
        (date(2026, 4, 1), "checked", "1", "t", "h"),
        (date(2026, 4, 2), "old", "1", "", ""),
        (date(2026, 6, 30), "old", "1", "", ""),
        (date(2026, 7, 1), "expired", "", "", ""),
    ],
)
def test_a_checked_row_grows_old_in_steps(today: date, freshness: str, phone: str, text: str, hours: str) -> None:
    shown = show_row(row(checked_on="2026-01-01", checked_by="A", valid_until="2026-04-01"), today)
    assert (shown.freshness, shown.phone, shown.text_or_chat, shown.hours, shown.web) == (
        freshness,
        phone,
        text,
        hours,
        "w",
    )


@pytest.mark.parametrize(
    ("seen", "phone"), [("2022", "1"), ("2025", "1"), ("2021", ""), ("undated", ""), ("", ""), ("²", "")]
)
def test_the_phone_of_an_unchecked_row_is_shown_only_with_recent_evidence(seen: str, phone: str) -> None:
    shown = show_row(row(seen=seen), TODAY)
    assert (shown.freshness, shown.phone, shown.hours) == ("unchecked", phone, "")


def test_an_emergency_number_is_always_shown() -> None:
    for values in ({"seen": "2010"}, {"checked_on": "2020-01-01", "checked_by": "A", "valid_until": "2021-01-01"}):
        assert show_row(row(purpose="emergency", **values), TODAY).phone == "1"


def test_a_check_without_a_name_or_with_a_broken_date_is_no_check() -> None:
    assert freshness_of(row(checked_on="2026-01-01", valid_until="2027-01-01"), TODAY) == "unchecked"
    assert freshness_of(row(checked_on="x", checked_by="A", valid_until="2027-01-01"), TODAY) == "unchecked"


def test_the_us_has_one_row_of_each_kind(shipped: tuple[HelpRow, ...]) -> None:
    shown = help_for(shipped, "US", TODAY)
    assert shown.emergency is not None
    assert shown.emergency.phone == "911"
    assert shown.crisis is not None
    assert shown.crisis.phone == "988"
    assert shown.child_line is not None
    assert shown.child_line.row.organisation.startswith("Childhelp")
    assert shown.report is not None
    assert shown.report.row.country == "US"
    assert shown.take_down is not None
    assert shown.take_down.web == "https://takeitdown.ncmec.org"


def test_an_eu_country_without_rows_has_112_and_finders_and_no_line_that_may_not_work_there(
    shipped: tuple[HelpRow, ...],
) -> None:
    own = {one.country for one in shipped}
    assert {"AT", "FI", "RO"} <= set(EU_COUNTRIES) - own
    for country in sorted(set(EU_COUNTRIES) - own):
        shown = help_for(shipped, country, TODAY)
        assert shown.emergency is not None
        assert shown.emergency.phone == "112"
        assert shown.child_line is None
        assert shown.finders[0].row.country == "EU"


def test_somewhere_else_has_the_rows_of_the_world_and_no_emergency_number(shipped: tuple[HelpRow, ...]) -> None:
    shown = help_for(shipped, "ZZ", TODAY)
    assert shown.emergency is None
    assert [one.row.organisation for one in shown.rows] == [
        "NCMEC CyberTipline",
        "NCMEC Take It Down",
        "Child Helpline International",
        "INHOPE network of hotlines",
    ]
    assert help_for(shipped, "MX", TODAY).rows == shown.rows


def test_the_child_line_stands_in_where_there_is_no_crisis_line() -> None:
    shown = help_for([row(seen="2023")], "US", TODAY)
    assert shown.crisis == shown.child_line
    assert len(shown.rows) == 1


NO_EMERGENCY_NUMBER = {"ZZ", "AE", "AR", "BR", "CL", "JP", "KE", "KR", "NG", "ZA"}
"""Their numbers were not found on an official page; the help page says "the police or an ambulance where you are"."""


def test_every_country_in_the_list_yields_an_emergency_line_and_a_child_line_or_a_finder(
    shipped: tuple[HelpRow, ...],
) -> None:
    listed = countries(shipped)
    assert listed[0] == "ZZ"
    assert "EU" not in listed
    assert {"US", "DE", "FR", "GB", "NZ", "ZA"} <= set(listed)
    for country in listed:
        shown = help_for(shipped, country, TODAY)
        assert shown.emergency is not None or country in NO_EMERGENCY_NUMBER
        assert shown.child_line is not None or shown.finders


def test_whatever_is_shown_can_be_reached(shipped: tuple[HelpRow, ...]) -> None:
    """A number that is too old to be shown, of a service without a site, would be a name and nothing else."""
    for country in countries(shipped):
        for shown in help_for(shipped, country, TODAY).rows:
            assert shown.phone or shown.text_or_chat or shown.web, (country, shown.row.organisation)


def test_a_service_that_nothing_may_be_shown_of_makes_room_for_the_next() -> None:
    old = row(organisation="Old", seen="2012", web="")
    assert help_for([old, row(organisation="Next")], "US", TODAY).child_line == show_row(
        row(organisation="Next"), TODAY
    )
    assert help_for([old], "US", TODAY).child_line is None


def test_purposes_of_the_shipped_rows_are_of_the_closed_list(shipped: tuple[HelpRow, ...]) -> None:
    assert {word for one in shipped for word in one.purpose} <= set(PURPOSES)
    assert {one.country for one in shipped} >= {"ZZ", "EU", "US", "GB", "AU", "FR", "ES", "AE"}


def test_every_shipped_row_has_a_source_and_a_secure_site(shipped: tuple[HelpRow, ...]) -> None:
    for one in shipped:
        assert one.source.startswith("http")
        assert one.web.startswith("https://") or (one.phone and not one.web), one.organisation
