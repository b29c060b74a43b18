"""Documents as the values that the templates draw."""

import pytest

from lessons.document import Run, Text
from lessons.writers.pdf_letters import bundled_letters
from lessons.writers.pdf_values import PageValues, base_values

LTR, RTL, END = "\u2066", "\u2067", "\u2069"


def shown(text: Text, *, rtl: bool) -> str:
    return "".join(stretch["text"] for stretch in PageValues(bundled_letters(), rtl=rtl).text(text))


@pytest.mark.parametrize(
    ("text", "rtl", "result"),
    [
        pytest.param("مرحبا.", True, "مرحبا.", id="Arabic on an Arabic page"),
        pytest.param("Hello.", True, f"{LTR}Hello.{END}", id="English on an Arabic page"),
        pytest.param("Hello.\nBye.", True, f"{LTR}Hello.{END}\n{LTR}Bye.{END}", id="English lines on an Arabic page"),
        pytest.param((Run("Hello"), Run(".", bold=True)), True, f"{LTR}Hello.{END}", id="two stretches of English"),
        pytest.param((Run("a"), Run("\nb.")), True, f"{LTR}a{END}\n{LTR}b.{END}", id="stretches with a line end"),
        pytest.param("Sam مرحبا.", True, "Sam مرحبا.", id="both on an Arabic page"),
        pytest.param("مرحبا.", False, f"{RTL}مرحبا.{END}", id="Arabic on an English page"),
        pytest.param("Hello.", False, "Hello.", id="English on an English page"),
        pytest.param("12:30", True, "12:30", id="no letters"),
        pytest.param(
            (Run("انظر "), Run("https://example.org/a-long-address", ltr=True)),
            True,
            f"انظر {LTR}https://example.org/a-long-address{END}",
            id="an address in Arabic",
        ),
    ],
)
def test_what_runs_against_the_page_is_kept_to_itself(text: Text, rtl: bool, result: str) -> None:
    assert shown(text, rtl=rtl) == result


def test_a_phone_number_stays_on_one_line_and_a_long_address_may_break() -> None:
    values = PageValues(bundled_letters())
    (phone,), (address,) = (values.text((Run(text, ltr=True),)) for text in ("+962 7 9012 3456", "https://a.org/" * 4))
    assert phone["whole"]
    assert not address["whole"]


@pytest.mark.parametrize(
    ("code", "language", "region"),
    [("en", "en", None), ("pt_BR", "pt", "BR"), ("zh-Hans-TW", "zh", "TW"), ("", "en", None)],
)
def test_languages_are_named_as_pdf_names_them(code: str, language: str, region: str | None) -> None:
    values = base_values(code, False, 11)
    assert (values["language"], values["region"]) == (language, region)
