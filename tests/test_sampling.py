"""The sample of stories and languages leaves none of either out, and is the same everywhere."""

from hypothesis import given
from hypothesis import strategies as st
from sampling import MORE_EXAMPLES, examples, pairs

NAMES = st.lists(st.text(max_size=4), unique=True, max_size=12)


@given(NAMES, NAMES)
def test_each_story_and_each_language_is_looked_at_and_the_whole_is_every_pair(
    stories: list[str], languages: list[str]
) -> None:
    every = [(story, language) for story in stories for language in languages]
    sample = pairs(stories, languages, whole=False)
    assert sample == [pair for pair in every if pair in set(sample)]
    if every:
        assert {story for story, _ in sample} == set(stories)
        assert {language for _, language in sample} == set(languages)
        assert len(sample) < len(stories) + len(languages)
    assert pairs(stories, languages, whole=True) == every


@given(NAMES, st.text(min_size=5, max_size=6), NAMES.filter(bool))
def test_a_story_keeps_its_language_when_another_is_added(stories: list[str], new: str, languages: list[str]) -> None:
    before = set(pairs(stories, languages, whole=False))
    after = set(pairs([new, *stories], languages, whole=False))
    assert {story for story, _ in before & after} == set(stories)


def test_the_sample_is_the_same_on_every_machine() -> None:
    assert pairs(["boat", "kite", "swing"], ["ar", "es", "fr"], whole=False) == [
        ("boat", "ar"),
        ("kite", "es"),
        ("kite", "fr"),
        ("swing", "ar"),
    ]


def test_more_examples_are_made_up_at_night() -> None:
    assert examples(25, whole=False) == 25
    assert examples(25, whole=True) == 25 * MORE_EXAMPLES
