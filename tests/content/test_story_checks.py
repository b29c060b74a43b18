"""The rules of the format: what each finds, what it leaves alone, and how grave it is."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from game.content.checks import CHECKS, check_reading
from game.content.files.catalogue import Catalogue
from game.content.files.scenario_reader import parse_scenario
from game.content.format.slugs import SLUGS
from game.content.format.spans import whole_file
from game.content.words.rules import RULES, STORY_RULES, check_words
from game.content.words.speech import FileSpeech
from game.content.words.spoken import Spoken, SpokenTexts

Slugs = Callable[[str], list[str]]


@pytest.fixture
def slugs(catalogue: Catalogue) -> Slugs:
    def of(text: str, path: str = "scenario.yaml") -> list[str]:
        return [one.slug for one in check_reading(parse_scenario(text, path), catalogue) if one.slug != "draft"]

    return of


def test_every_check_says_what_it_is_for() -> None:
    assert all(check.__doc__ for check in CHECKS)
    assert len(set(CHECKS)) == len(CHECKS)


def test_every_rule_about_words_names_its_rule_of_the_content_standard_and_a_kind_of_finding() -> None:
    rules = [rule for table in (RULES, STORY_RULES) for rules in table.values() for rule in rules]
    assert all(re.search(r"\([A-H]\d+(?:, [A-H]\d+)*\)\.$", rule.rule) for rule in rules)
    assert {rule.slug for rule in rules} <= set(SLUGS)
    assert len({rule.pattern for rule in rules}) == len(rules)


def test_the_rules_about_words_are_those_of_the_language_that_the_texts_are_in() -> None:
    spoken = SpokenTexts((Spoken("narration", "It is your fault. Send a zworp.", ()),))
    texts = FileSpeech(spoken=spoken, at=lambda *steps: whole_file("x"), texts=(), source=None)
    assert [one.slug for one in check_words(texts)] == ["denied-word", "blame-fault"]
    assert [one.slug for one in check_words(replace(texts, language="xx"))] == ["denied-word"]


def test_every_kind_of_finding_is_explained_in_a_sentence() -> None:
    for slug in SLUGS.values():
        assert slug.explanation.endswith((".", ")."))
        assert slug.name == slug.name.lower()


def test_errors_are_the_breaches_that_keep_a_story_from_children_and_the_rest_is_milder() -> None:
    for name in ("dead-end", "loop", "not-your-fault", "telling-not-safe", "hidden-text", "at-handle", "deed-band"):
        assert SLUGS[name].severity == "error"
    for name in ("long-line", "fine-share", "no-silent-way", "no-second-go"):
        assert SLUGS[name].severity == "warning"
    for name in ("todo", "draft", "helpline-unchecked"):
        assert SLUGS[name].severity == "note"


def test_the_folder_has_the_name_of_the_id_and_other_files_are_left_alone(small_story: str, slugs: Slugs) -> None:
    def found(path: str) -> list[str]:
        reading = parse_scenario(small_story, path)
        return [one.slug for one in check_reading(reading, Catalogue()) if one.slug != "draft"]

    assert found("scenarios/other/scenario.yaml") == ["folder-name"]
    assert found("scenarios\\other\\scenario.yaml") == ["folder-name"]
    assert found("scenarios/small/scenario.yaml") == []
    assert found("other/small.yaml") == []
    assert found("scenario.yaml") == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("This is not your fault.", True),
        ("I hear you. This is not your fault. I can help.", True),
        ("This is not your fault, and I can help.", True),
        ("Well, this is not your fault.", False),
        ("I know. this is not your fault.", False),
        ("This is not your fault at all.", False),
        ("This is not your fault!", False),
    ],
)
def test_a_wording_counts_as_a_sentence_or_up_to_a_comma(
    small_story: str, slugs: Slugs, text: str, counts: bool
) -> None:
    found = slugs(small_story.replace("This is not your fault, and I can help.", text))
    assert ("not-your-fault" in found) is not counts


def test_a_path_without_signs_needs_no_comfort(small_story: str, slugs: Slugs) -> None:
    early = """    - choice: Go on?
      options:
        - {id: on, do: wait, move: unsure, feedback: Fine., go: more}
        - {id: off, do: leave, move: safe, feedback: Fine., go: away}

  away:
    - ending: safe_and_fine
      line: They all went home.

  more:
"""
    text = small_story.replace("    - later: That evening\n", early)
    assert slugs(text) == []


def test_each_unsafe_path_needs_its_own_comfort(small_story: str, slugs: Slugs) -> None:
    silent = "  other:\n    - ending: helped\n      line: They told.\n\ndebrief:"
    text = small_story.replace("\ndebrief:", silent).replace(
        "Telling early is strong.\n          go: telling", "X.\n          go: other"
    )
    assert slugs(text) == ["not-rehearsed", "not-your-fault"]


def test_a_risky_choice_leads_to_where_a_safe_one_can_be_made(small_story: str, slugs: Slugs) -> None:
    end = "  gone:\n    - ending: helped\n      line: This is not your fault. They told.\n\ndebrief:"
    text = small_story.replace("\ndebrief:", end).replace(
        "The string comes from Kai.\n", "The string.\n          go: gone\n"
    )
    assert slugs(text) == ["no-second-go", "not-rehearsed"]


def test_two_ways_into_one_scene_are_no_loop(small_story: str, slugs: Slugs) -> None:
    extra = "          feedback: The string comes from Kai.\n          go: middle\n"
    middle = "  middle:\n    - go: telling\n\n  telling:\n"
    text = small_story.replace("          feedback: The string comes from Kai.\n", extra).replace(
        "  telling:\n", middle
    )
    assert slugs(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "Wait...what?",
        "Ok.now",
        "e.g. this",
        "at 10.30",
        "3-2 and 1-0",
        "24 Nov 2026",
        "1,000,000 points",
        "me@ home",
        "v1.2.3",
    ],
)
def test_ordinary_writing_is_no_contact(small_story: str, slugs: Slugs, line: str) -> None:
    assert slugs(small_story.replace("Good game!", line)) == []


@pytest.mark.parametrize(
    ("line", "slug"),
    [
        ("look at nimbo.com", "web-address"),
        ("https://x.example/a", "web-address"),
        ("write to a.b@c.example", "email-address"),
        ("call +44 20 7946 0018", "phone-number"),
        ("07700900123", "phone-number"),
        ("I am @kai_77 there", "at-handle"),
    ],
)
def test_contacts_are_found(small_story: str, slugs: Slugs, line: str, slug: str) -> None:
    assert slugs(small_story.replace("Good game!", f"'{line}'")) == [slug]


@pytest.mark.parametrize("char", ["\u200b", "\u200e", "\u202e", "\u2066", "\u2069", "\u200d", "\u200c", "\u2060"])
def test_invisible_characters_are_found_in_plain_words(small_story: str, slugs: Slugs, char: str) -> None:
    assert slugs(small_story.replace("Good game!", f"Good{char}game!")) == ["invisible-character"]


@pytest.mark.parametrize("text", ["👩‍👩‍👧", "❤️‍🔥", "می‌خواهم", "क्‍ष", "🏳️‍🌈"])
def test_joiners_pass_where_a_script_or_an_emoji_needs_them(small_story: str, slugs: Slugs, text: str) -> None:
    assert set(slugs(small_story.replace("Good game!", text))) <= {"no-glyph"}


def test_the_word_cap_follows_the_band(small_story: str, slugs: Slugs) -> None:
    line = " ".join(["word"] * 18)
    text = small_story.replace("Good game!", line)
    assert slugs(text) == []
    assert slugs(text.replace("band: 11-13", "band: 8-10")) == ["long-line"]
    assert slugs(text.replace("Good game!", "Good").replace(line, line + " more")) == ["long-line"]


def test_without_a_readable_band_nothing_is_said_about_bands(small_story: str, slugs: Slugs) -> None:
    assert slugs(small_story.replace("band: 11-13", "band: x").replace("Good game!", "word " * 30)) == ["unknown-value"]


def test_an_empty_catalogue_switches_its_checks_off(small_story: str) -> None:
    text = small_story.replace("picture: fox", "picture: anything")
    assert [one.slug for one in check_reading(parse_scenario(text), Catalogue())] == ["draft"]
