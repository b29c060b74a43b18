"""Reads helplines.csv, one service a row, and finds what must not be in it."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from game.content.files.wrong_contacts import is_wrong_contact
from game.content.format.diagnostics import Diagnostic, find, list_words, name_or_list, with_snippets
from game.content.format.source_text import SourceText, read_source
from game.content.format.spans import Span
from game.resources import data_folder
from game.story.values import HelpRow

PURPOSES = ("child_line", "crisis", "report", "take_down", "emergency", "finder", "adults", "learning", "own_behaviour")
COLUMNS = (
    "country_code",
    "organisation",
    "purpose",
    "phone",
    "web",
    "text_or_chat",
    "hours",
    "who_can_use",
    "source",
    "source_date",
    "newest_evidence_year",
    "second_source",
    "note",
    "checked_on",
    "checked_by",
    "valid_until",
)
_CONTACT_COLUMNS = ("phone", "web", "text_or_chat", "hours", "source", "second_source", "note")


def load_help_rows(
    path: Path | None = None, shown: str | None = None, *, today: date | None = None
) -> tuple[tuple[HelpRow, ...], tuple[Diagnostic, ...]]:
    """Return the rows in the order of the file, and every finding. Never raises; without a path the game's own.

    With `today`, a row whose check has run out is a finding too. A row with a wrong contact is left out.
    """
    file = path or data_folder("assets") / "helplines.csv"
    source, problems = read_source(file, shown)
    if source is None:
        return (), problems
    reader = _RowReader(source, today)
    rows = tuple(reader.rows())
    return rows, with_snippets(reader.problems, source.path, source.lines)


class _RowReader:
    """Reads the table row by row, with the line that each begins in."""

    def __init__(self, source: SourceText, today: date | None) -> None:
        self.source = source
        self.today = today
        self.problems: list[Diagnostic] = []
        self._line = 1
        self._last_line = 1
        self._seen: set[tuple[str, str, str]] = set()

    def rows(self) -> Iterator[HelpRow]:
        """Yield the rows that could be read."""
        table = csv.reader(io.StringIO(self.source.text, newline=""))
        try:
            header = next(table, [])
            if tuple(header) != COLUMNS:
                self._check_header(header)
                return
            self._line = table.line_num + 1
            for fields in table:
                self._last_line = table.line_num
                if fields:
                    row = self._read(fields)
                    if row is not None:
                        yield row
                self._line = table.line_num + 1
        except csv.Error as error:
            self._note(
                "wrong-shape", "", f"This row cannot be read: {error}.", "Compare its quotes with a row that works."
            )

    def _check_header(self, header: list[str]) -> None:
        missing = [name for name in COLUMNS if name not in header]
        unknown = [name for name in header if name not in COLUMNS]
        if missing:
            self._note("table-header", header[0] if header else "", f"Columns are missing: {', '.join(missing)}.")
        for name in unknown:
            self._note("table-header", name, f"`{name}` is no column of this table.", name_or_list(name, missing))
        if not missing and not unknown:
            self._note("table-header", header[0], "The columns stand in another order, or twice.", list_words(COLUMNS))

    def _read(self, fields: list[str]) -> HelpRow | None:
        if len(fields) != len(COLUMNS):
            message = f"This row has {len(fields)} columns, and the table has {len(COLUMNS)}."
            self._note("wrong-shape", fields[0], message, "A field that holds a comma stands in double quotes.")
            return None
        row = {name: value.strip() for name, value in zip(COLUMNS, fields, strict=True)}
        before = sum(one.is_error for one in self.problems)
        self._check_names(row)
        self._check_dates(row)
        self._check_contacts(row)
        if sum(one.is_error for one in self.problems) > before and not self._is_readable(row):
            return None
        return HelpRow(
            country=row["country_code"],
            organisation=row["organisation"],
            purpose=tuple(word.strip() for word in row["purpose"].split(";")),
            phone=row["phone"],
            web=row["web"],
            text_or_chat=row["text_or_chat"],
            hours=row["hours"],
            who_can_use=row["who_can_use"],
            source=row["source"],
            seen=row["newest_evidence_year"],
            note=row["note"],
            checked_on=row["checked_on"],
            checked_by=row["checked_by"],
            valid_until=row["valid_until"],
        )

    def _is_readable(self, row: Mapping[str, str]) -> bool:
        """Whether a row with an error may be shown all the same: only where the check of it has run out."""
        mine = [one for one in self.problems if one.is_error and self._line <= one.span.line <= self._last_line]
        return all(one.slug == "helpline-expired" for one in mine)

    def _check_names(self, row: Mapping[str, str]) -> None:
        country = row["country_code"]
        if len(country) != 2 or not country.isascii() or not country.isalpha() or not country.isupper():
            message = f"`{country}` is no country code."
            self._note("unknown-value", country, message, "Two capital letters, as US; ZZ for the whole world.")
        if not row["organisation"]:
            self._note("missing-key", country, "This row has no organisation.", "Write its name.")
        for word in row["purpose"].split(";"):
            if word.strip() not in PURPOSES:
                message = f"`{word.strip()}` is no purpose."
                self._note("unknown-value", word.strip(), message, name_or_list(word.strip(), PURPOSES))
        key = (country, row["organisation"], row["purpose"])
        if key in self._seen:
            self._note("repeated-entry", row["organisation"], "This row is there already.", "Keep one of the two.")
        self._seen.add(key)
        if not row["source"]:
            message = "This row has no source."
            self._note("helpline-source", row["organisation"], message, "Add the official page on which it was read.")
        if not row["phone"] and not row["web"]:
            message = "This row has neither a phone nor a site."
            self._note("missing-key", row["organisation"], message, "Add the official home page.")

    def _check_dates(self, row: Mapping[str, str]) -> None:
        is_sound = True
        for name in ("checked_on", "valid_until"):
            if row[name] and _day(row[name]) is None:
                is_sound = False
                self._note("bad-date", row[name], f"`{row[name]}` is no date.", "Write it as 2026-11-24.")
        filled = [name for name in ("checked_on", "checked_by", "valid_until") if row[name]]
        if not filled:
            message = f"No person has checked {row['organisation']} ({row['country_code']}) on its live page."
            hint = "Open the official page, then fill in checked_on, checked_by and valid_until."
            self._note("helpline-unchecked", row["organisation"], message, hint)
        elif len(filled) < 3:
            missing = [name for name in ("checked_on", "checked_by", "valid_until") if not row[name]]
            message = f"This check is not complete: {' and '.join(missing)} missing."
            self._note("helpline-unsigned", row["organisation"], message, "Fill in all three, or none.")
        elif is_sound and self.today is not None and row["valid_until"] < self.today.isoformat():
            message = f"The check of {row['organisation']} ran out on {row['valid_until']}."
            hint = "Somebody opens the live page again and fills in the new dates."
            self._note("helpline-expired", row["valid_until"], message, hint)

    def _check_contacts(self, row: Mapping[str, str]) -> None:
        for name in _CONTACT_COLUMNS:
            wrong = is_wrong_contact(row["country_code"], row["organisation"], name, row[name])
            if wrong:
                message = f"`{wrong}` is a wrong or dead contact."
                self._note("wrong-contact", wrong, message, "Look it up on the official page.")

    def _note(self, slug: str, fragment: str, message: str, hint: str = "") -> None:
        start = Span(self.source.path, self._line, 1, 2)
        where = self.source.locate(start, max(self._line, self._last_line), fragment) if fragment else start
        self.problems.append(find(slug, where, message, hint))


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None
