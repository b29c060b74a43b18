"""Numbers, percentages, dates and lists as a language writes them, by its `format.json`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

ASCII_DIGITS = "0123456789"
_MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """How a language writes numbers, dates and lists, and what it calls itself and the countries. English unless told.

    `group_from` is the least number of digits that are grouped; `date` has the places {day}, {year} and {month} (its
    name) or {month_number};
    `joins` are the patterns of a list of two, and of the start, middle and end of a longer one, with {0} and {1}.
    """

    code: str = "en"
    name: str = "English"
    rtl: bool = False
    digits: str = ASCII_DIGITS
    decimal: str = "."
    group: str = ","
    group_sizes: tuple[int, int] = (3, 3)
    group_from: int = 4
    minus: str = "-"
    percent: str = "{number}%"
    date: str = "{month} {day}, {year}"
    months: tuple[str, ...] = _MONTHS
    joins: tuple[str, str, str, str] = ("{0} and {1}", "{0}, {1}", "{0}, {1}", "{0}, and {1}")
    territories: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


ENGLISH = Formats()


def read_formats(file: Path, code: str) -> Formats:
    """Read a language's `format.json`. Raises ValueError with a reason where it is missing or not as it should be."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return _build(content, code)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as problem:
        raise ValueError(f"{type(problem).__name__}: {problem}") from problem


def format_number(value: float, formats: Formats, decimals: int = 0) -> str:
    """Return a number in the digits and groups of a language, with a fixed number of decimals."""
    whole, _, rest = f"{abs(value):.{decimals}f}".partition(".")
    is_negative = value < 0 and (int(whole) or any(digit != "0" for digit in rest))
    if len(whole) >= formats.group_from:
        whole = _grouped(whole, formats)
    text = whole + (formats.decimal + rest if rest else "")
    return (formats.minus if is_negative else "") + write_digits(text, formats)


def format_percent(share: float, formats: Formats) -> str:
    """Return a share (1.0 is all) as a whole number of percent."""
    return formats.percent.format(number=format_number(round(share * 100), formats))


def format_date(day: date, formats: Formats) -> str:
    """Return a day with its month in words."""
    month = formats.months[day.month - 1]
    text = formats.date.format(day=day.day, month=month, month_number=day.month, year=day.year)
    return write_digits(text, formats)


def format_list(words: Sequence[str], formats: Formats) -> str:
    """Return several words joined as in a sentence: "a, b and c"; nothing for none."""
    two, start, middle, end = formats.joins
    if len(words) < 3:
        return two.format(*words) if len(words) == 2 else "".join(words)
    joined = end.format(words[-2], words[-1])
    for word in reversed(words[1:-2]):
        joined = middle.format(word, joined)
    return start.format(words[0], joined)


def write_digits(text: str, formats: Formats) -> str:
    """Return a text with its ASCII digits written in those of the language."""
    if formats.digits == ASCII_DIGITS:
        return text
    return text.translate(str.maketrans(ASCII_DIGITS, formats.digits))


def _grouped(whole: str, formats: Formats) -> str:
    first, others = formats.group_sizes
    parts, rest = [whole[-first:]], whole[:-first]
    while rest:
        parts.append(rest[-others:])
        rest = rest[:-others]
    return formats.group.join(reversed(parts))


def _build(content: dict[str, Any], code: str) -> Formats:
    numbers, days = content["numbers"], content["date"]
    sizes, joins, months = numbers["group_sizes"], content["list"], tuple(map(str, days["months"]))
    built = Formats(
        code=code,
        name=_word(content["name"]),
        rtl={"ltr": False, "rtl": True}[content["direction"]],
        digits=_word(numbers["digits"]),
        decimal=_word(numbers["decimal"]),
        group=_word(numbers["group"]),
        group_sizes=(int(sizes[0]), int(sizes[1])),
        group_from=int(numbers["group_from"]),
        minus=_word(numbers["minus"]),
        percent=_word(numbers["percent"]),
        date=_word(days["pattern"]),
        months=months,
        joins=(_word(joins["two"]), _word(joins["start"]), _word(joins["middle"]), _word(joins["end"])),
        territories=MappingProxyType({str(key): _word(name) for key, name in content["territories"].items()}),
    )
    if len(built.digits) != 10 or len(months) != 12 or min(built.group_sizes) < 1:
        raise ValueError("ten digits, twelve months and groups of at least one digit are needed")
    # What cannot be filled in is found here, and not while a screen is drawn.
    built.percent.format(number=1)
    built.date.format(day=1, month="", month_number=1, year=1)
    for pattern in built.joins:
        pattern.format("", "")
    return built


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
