"""Writes each language's `format.json` from CLDR, through Babel, so that the game can do without Babel at play."""

import json
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import format_decimal, format_percent

from game.content.files.helplines import EU_COUNTRIES

_COUNTRIES = ("US", *EU_COUNTRIES)
_DATE_PLACES = {
    "d": "{day}",
    "dd": "{day:02}",
    "M": "{month_number}",
    "MM": "{month_number:02}",
    "MMMM": "{month}",
    "y": "{year}",
}
# Babel knows which digits a language uses, and writes the usual ones all the same.
_ZEROS = {"latn": "0", "arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "mymr": "၀", "tibt": "༠"}


def write_formats(folder: Path, code: str) -> Path:
    """Write the file of one language into its folder of `locales`. Raises ValueError where CLDR lacks something."""
    file = folder / code / "format.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(make_formats(code), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return file


def make_formats(code: str) -> dict[str, Any]:
    """Return what `format.json` holds for a language."""
    locale = Locale.parse(code)
    name = locale.get_display_name(code) or code
    return {
        "name": name[:1].upper() + name[1:],
        "direction": "rtl" if locale.text_direction == "rtl" else "ltr",
        "numbers": _numbers(locale),
        "date": _date(locale),
        "list": _joins(locale),
        "territories": {key: locale.territories[key] for key in sorted(_COUNTRIES)},
    }


def _numbers(locale: Locale) -> dict[str, Any]:
    """Take the signs out of numbers that Babel wrote, with the digits that CLDR gives the language by default."""

    def write(value: float, pattern: str | None = None) -> str:
        return format_decimal(value, format=pattern, locale=locale, numbering_system="default")

    group = next(sign for sign in write(1234567) if not sign.isdigit())
    grouping = locale.decimal_formats[None].grouping
    tens = format_percent(0.1, locale=locale, numbering_system="default")
    return {
        "digits": _digits(locale),
        "decimal": write(0.5, "0.0")[1:-1],
        "group": group,
        "group_sizes": list(grouping),
        "group_from": next((size for size in (4, 5) if group in write(int("1" * size))), 6),
        "minus": write(-1)[:-1],
        "percent": tens.replace(write(10), "{number}"),
    }


def _digits(locale: Locale) -> str:
    system = locale.default_numbering_system
    if system not in _ZEROS:
        raise ValueError(f"The digits that CLDR calls {system} are not known here yet")
    return "".join(chr(ord(_ZEROS[system]) + value) for value in range(10))


def _date(locale: Locale) -> dict[str, Any]:
    pattern = locale.date_formats["long"].format % _Places(G=locale.eras["abbreviated"][1])
    return {"pattern": pattern, "months": [locale.months["format"]["wide"][month] for month in range(1, 13)]}


class _Places(dict[str, str]):
    """Fills in the fields of a date's pattern with the game's own places."""

    def __missing__(self, field: str) -> str:
        if field not in _DATE_PLACES:
            raise ValueError(f"The long date of this language has a field that the game does not know: {field}")
        return _DATE_PLACES[field]


def _joins(locale: Locale) -> dict[str, str]:
    patterns = locale.list_patterns["standard"]
    return {"two": patterns["2"], "start": patterns["start"], "middle": patterns["middle"], "end": patterns["end"]}
