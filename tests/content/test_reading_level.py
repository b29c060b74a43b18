"""The reading level is the published formula over pooled texts, and a story above its band's ceiling is found."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.checks import check_reading
from game.content.files.catalogue import Catalogue
from game.content.files.scenario_reader import parse_scenario
from game.content.words.reading_level import Pool, count_syllables, flesch_kincaid, join_small, pool_texts

# Counted by hand, from how each word is said.
SYLLABLES = {
    1: "hey game games asked makes likes played the he me queue friend sure fire here home whole smiled school don't "
    "you're real eyes league used closed are where some safe nice tell app ice",
    2: "present presents secret something someone every table little wanted added watches changes places picture adult "
    "private people being going trying didn't couldn't quiet science lion question homework sometimes feelings safely "
    "careful battle really cruel account okay hated nothing enough favour favours create",
    3: "everyone idea video piano dangerous boundary evidence reported together museum period serious curious radio "
    "media influence family",
    4: "responsible usually actually situation",
    5: "immediately uncomfortable manipulation",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in SYLLABLES.items() for word in words.split()]
)
def test_the_syllables_of_a_word_are_those_one_hears(word: str, count: int) -> None:
    assert count_syllables(word) == count
    assert count_syllables(f"“{word.capitalize()}!”") == count


def test_digits_count_one_each_and_pictures_none() -> None:
    assert count_syllables("94") == 2
    assert count_syllables("🎉") == 0
    assert count_syllables("...") == 0


# Worked out by hand: words, syllables and sentences counted with a pencil, then the formula.
@pytest.mark.parametrize(
    ("text", "words", "syllables", "count", "grade"),
    [
        # 0.39 * 3 + 11.8 * 3/3 - 15.59 = 1.17 + 11.8 - 15.59
        ("The cat sat.", 3, 3, 1, -2.62),
        # Tell 1, a 1, re-spon-si-ble 4, a-dult 2, im-me-di-ate-ly 5: 0.39 * 5 + 11.8 * 13/5 - 15.59
        ("Tell a responsible adult immediately.", 5, 13, 1, 17.04),
        # Kai 1, wants 1, a 1, se-cret 2. Sam 1, can 1, tell 1, a 1, tea-cher 2: 0.39 * 9/2 + 11.8 * 11/9 - 15.59
        ("Kai wants a secret. Sam can tell a teacher.", 9, 11, 2, 0.587),
        # hey 1: 0.39 + 11.8 - 15.59
        ("hey", 1, 1, 1, -3.4),
    ],
)
def test_the_grade_is_that_of_the_published_formula(
    text: str, words: int, syllables: int, count: int, grade: float
) -> None:
    pool = pool_texts("one", [text])
    assert (pool.words, pool.syllables, pool.sentences) == (words, syllables, count)
    assert pool.grade == pytest.approx(grade, abs=0.005)


def test_a_message_is_one_sentence_whatever_its_marks() -> None:
    messages = ["wow. ok. really?", "same time tomorrow"]
    assert pool_texts("chat", messages, are_messages=True).sentences == 2
    assert pool_texts("story", messages).sentences == 4


def test_no_text_has_no_grade_and_fails_nothing() -> None:
    assert pool_texts("none", []).grade == 0
    assert flesch_kincaid(0, 0, 0) == 0
    assert pool_texts("none", ["...", "🎉 !"]) == Pool(("none",), 0, 0, 0)


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ((100, 100, 100), [("a",), ("b",), ("c",)]),
        ((99, 150, 120), [("a", "c"), ("b",)]),
        ((40, 50, 300), [("a", "b", "c")]),
        ((60, 60, 300), [("a", "b"), ("c",)]),
        ((20, 20, 20), []),
        ((0, 0, 100), [("c",)]),
    ],
)
def test_pools_under_a_hundred_words_are_joined(words: tuple[int, ...], joined: list[tuple[str, ...]]) -> None:
    pools = [Pool((name,), count, count, 1) for name, count in zip("abc", words, strict=True)]
    assert sorted(tuple(sorted(pool.names)) for pool in join_small(pools)) == sorted(joined)


@given(st.text(max_size=60))
def test_any_text_can_be_counted(text: str) -> None:
    pool = pool_texts("any", [text])
    assert pool.syllables >= pool.words >= 0
    assert bool(pool.words) <= bool(pool.sentences)


@given(st.integers(1, 500), st.integers(1, 60), st.integers(1, 1500))
def test_longer_sentences_and_longer_words_are_harder(words: int, count: int, syllables: int) -> None:
    grade = flesch_kincaid(words, syllables, count)
    assert flesch_kincaid(words, syllables + 1, count) > grade
    assert flesch_kincaid(words, syllables, count + 1) < grade


@pytest.fixture
def levels(small_story: str, catalogue: Catalogue) -> Callable[..., list[str]]:
    def of(band: str, feedback: str) -> list[str]:
        text = small_story.replace("band: 11-13", f"band: {band}").replace("Sam owes no answer.", feedback)
        reading = parse_scenario(text, "scenario.yaml")
        assert reading.scenario is not None
        return [one.message for one in check_reading(reading, catalogue) if one.slug == "reading-level"]

    return of


_HARD = "Manipulation is a deliberate distortion of another person's understanding, and it deserves consideration. "


def test_a_story_above_the_ceiling_of_its_band_is_found_once_a_pool(levels: Callable[..., list[str]]) -> None:
    easy = "Sam owes no answer. " * 40
    assert levels("8-10", easy) == []
    assert levels("14-17", easy) == []
    (found,) = levels("14-17", _HARD * 15)
    assert "14-17" in found
    assert "9" in found


def test_the_finding_points_at_the_hardest_sentence(small_story: str, catalogue: Catalogue) -> None:
    text = small_story.replace("Sam owes no answer.", "Sam owes no answer. " * 4 + _HARD * 15)
    found = [one for one in check_reading(parse_scenario(text, "s.yaml"), catalogue) if one.slug == "reading-level"]
    assert [one.severity for one in found] == ["warning"]
    snippet = found[0].snippet or ""
    assert snippet[found[0].span.column - 1 :].startswith("Manipulation is a deliberate")


def test_a_short_story_is_not_measured(levels: Callable[..., list[str]]) -> None:
    assert levels("8-10", "Responsibility.") == []
