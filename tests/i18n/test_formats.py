import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from babel.dates import format_date as babel_date
from babel.lists import format_list as babel_list
from babel.numbers import format_decimal
from babel.numbers import format_percent as babel_percent
from hypothesis import given
from hypothesis import strategies as st

from game.extract.compiling import open_catalogues
from game.extract.formats import make_formats
from game.i18n.catalogues import Catalogues
from game.i18n.formats import ENGLISH, _build, format_date, format_list, format_number, format_percent, read_formats
from game.resources import data_folder

CODES = [one.code for one in open_catalogues().find_languages()]
ELSEWHERE = ["ar_EG", "de", "de_CH", "fa", "he", "hi", "ja", "pl", "pt_BR", "sv", "th", "tr", "uk"]
NUMBERS = [0, 1, 9, 10, 999, 1000, 1234, 9999, 10000, 123456, 1234567, -1, -1234]


def in_usual_digits(text: str) -> str:
    return "".join(str(unicodedata.digit(one)) if one.isdigit() else one for one in text)


@pytest.mark.parametrize("code", CODES)
def test_the_file_of_a_language_is_what_cldr_says_now(code: str):
    kept = json.loads((data_folder("locales") / code / "format.json").read_text(encoding="utf-8"))
    assert kept == make_formats(code), "run: python -m game.extract"


@pytest.mark.parametrize("code", [*CODES, *ELSEWHERE])
def test_numbers_percents_dates_and_lists_are_those_of_babel(code: str):
    formats = _build(make_formats(code), code)
    for number in NUMBERS:
        written = format_number(number, formats)
        assert in_usual_digits(written) == format_decimal(number, locale=code, numbering_system="default")
    for number in (0.5, 1234.5, -0.1):
        wanted = format_decimal(number, format="#,##0.0", locale=code, numbering_system="default")
        assert in_usual_digits(format_number(number, formats, 1)) == wanted
    for share in (0, 0.07, 0.5, 1):
        assert in_usual_digits(format_percent(share, formats)) == babel_percent(
            share, locale=code, numbering_system="default"
        )
    for words in ([], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d", "e"]):
        assert format_list(words, formats) == babel_list(words, locale=code)
    for day in (date(2026, 1, 5), date(2026, 11, 24), date(1999, 12, 31)):
        assert in_usual_digits(format_date(day, formats)) == babel_date(day, "long", locale=code)


@pytest.mark.parametrize("code", CODES)
def test_every_country_of_the_help_page_has_a_name(code: str):
    names = open_catalogues().load_formats(code).territories
    assert len(names) == 28
    assert all(name.strip() for name in names.values())


def test_modern_standard_arabic_is_written_with_the_digits_that_cldr_gives_it():
    assert open_catalogues().load_formats("ar").digits == "0123456789"
    assert _build(make_formats("ar_EG"), "ar_EG").digits == "٠١٢٣٤٥٦٧٨٩"


def test_without_a_file_everything_is_written_as_in_english():
    assert format_number(1234, ENGLISH) == "1,234"
    assert format_percent(0.4, ENGLISH) == "40%"
    assert format_list(["a", "b", "c"], ENGLISH) == "a, b, and c"


@given(st.text(max_size=60) | st.recursive(st.none() | st.text(max_size=5) | st.integers(), st.lists).map(json.dumps))
def test_a_broken_file_is_a_reason_and_never_another_error(content: str):
    file = Path(data_folder("locales")) / "en" / "no-such-format.json"
    with pytest.raises(ValueError):
        read_formats(file, "en")
    try:
        value = json.loads(content)
    except ValueError:
        return
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError, IndexError)):
        _build(value, "en")


def test_a_language_with_a_broken_file_keeps_its_words_and_says_so(tmp_path: Path):
    place = tmp_path / "es"
    place.mkdir(parents=True)
    (place / "game.mo").write_bytes(b"")
    (tmp_path / "es" / "format.json").write_text('{"name": "x"}', encoding="utf-8")
    catalogues = Catalogues(tmp_path)
    assert catalogues.locale("es").name == "es"
    assert len(catalogues.problems) == 1
