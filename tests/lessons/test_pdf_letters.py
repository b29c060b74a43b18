"""What the bundled fonts can write, and what happens to the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.writers.pdf_letters import STAND_IN, bundled_letters, writable

LATIN = "abcXYZ 019 ñéçü ?!.,:;\"'()#$<>{}[]=\\@*_~`^|%&+- 🎉👍"
ARABIC = " أبتثجحخدذرزسشصضطظعغفقكلمنهوي ،؟"
WRITABLE = st.text(st.sampled_from(LATIN + ARABIC))


def cleaned(text: str) -> str:
    return writable(text, bundled_letters())[0]


@given(text=WRITABLE.filter(lambda text: all(len(word) <= 30 for word in text.split())))
def test_what_the_fonts_have_stays_as_it_is(text: str) -> None:
    assert writable(text, bundled_letters()) == (text, "")


@given(text=st.text())
def test_every_character_is_kept_or_dropped_on_purpose_or_named_as_missing(text: str) -> None:
    result, missing = writable(text, bundled_letters())
    assert (STAND_IN in result) or not missing
    assert not any(ord(character) < 32 and character != "\n" for character in result)


@given(text=st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        pytest.param("a\x00b\x07c", "abc", id="control characters"),
        pytest.param("a\u00adb\u200bc", "abc", id="places where a line may end"),
        pytest.param("a\u2009b\u3000c", "a b c", id="spaces"),
        pytest.param("a\u202eb\u202cc", "abc", id="commands that turn the direction of all that follows"),
        pytest.param("\u2066a\u2069", "\u2066a\u2069", id="isolates"),
        pytest.param("❤\ufe0f", "❤", id="a wish for colour that is granted anyway"),
        pytest.param("non\u2011breaking", "non-breaking", id="a hyphen that no font has"),
        pytest.param("e\u0301", "é", id="a letter and its accent"),
        pytest.param("x\ud800y", "x[?]y", id="half of a character"),
        pytest.param("漢字かな", "[?]", id="a script that no font has"),
        pytest.param("a 漢 b 字 c", "a [?] b [?] c", id="two such places"),
    ],
)
def test_texts_are_cleaned(text: str, result: str) -> None:
    assert cleaned(text) == result


def test_a_word_that_runs_off_the_page_may_be_broken() -> None:
    assert cleaned("x" * 30) == "x" * 30
    assert cleaned("x" * 31) == "\u200b".join(("x" * 12, "x" * 12, "x" * 7))


def test_web_addresses_are_broken_at_their_own_marks() -> None:
    address = "https://www.example.org/help/for/children-and-young-people"
    assert cleaned(address) == address
