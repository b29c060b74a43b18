"""Sentences that must not stand in a story are found, each once, and harmless ones that resemble them are not.

The sentences are in tests/data/words: who says it, the genders of the friend (Sam) and of the unsafe person (Kai), the
finding, and the sentence.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.checks import check_reading
from game.content.files.catalogue import Catalogue
from game.content.files.scenario_reader import parse_scenario
from game.content.format.diagnostics import Diagnostic
from game.content.format.slugs import SLUGS
from game.story.values import Wording

WORDS = Path(__file__).parents[1] / "data" / "words"
_STORY = """\
format: 1
id: small
title: The free sail
band: 14-17
minutes: 5
about: Sam plays with someone new.
content_note: About presents in games.
player: helper
teaches:
  signs: [gift_with_strings]
  methods: [incentives]
  skills: [seek_help, set_boundary, not_my_fault]
origin: Invented for a test.

people:
  sam: {name: Sam, part: friend, picture: fox, facts: {gender: SAM}}
  kai: {name: Kai_77, called: Kai, part: contact, picture: rocket, knows_from: online_only,
        facts: {unsafe: yes, gender: KAI}}
  noor: {name: Noor, part: peer, picture: cactus, knows_from: school, facts: {gender: girl}}

scenes:
  start:
    - note: {narration}
    - noor: {message}
      read: fine
      why: {why}
    - kai: {unsafe}
      sign: gift_with_strings
      why: The present has a string.
    - sam: {friend}
    - choice: {choice}
      options:
        - id: stop_here
          do: stop
          move: safe
          feedback: {feedback}
          go: telling
        - id: say_so
          say: {safe_say}
          do: say_no
          move: safe
          feedback: That works.
          go: pushed
        - id: take_it
          say: {say}
          do: keep_chatting
          move: risky
          feedback: The string comes from Kai.

  telling:
    - rehearse: tell
      adults: [teacher]
      sentences: [{telling}]
      helps: yes
      adult_says: {adult}
    - ending: helped
      line: They told. This is not your fault.

  pushed:
    - kai: Come on.
      sign: gift_with_strings
      why: Sam said no to it.
    - go: telling

debrief:
  responsibility: Kai used a present. That was not OK.
  feelings: {debrief}
  questions: [What did Kai do that was not OK?]
  remember: One sentence is enough to start.
"""
VOICES = (
    "narration",
    "message",
    "why",
    "unsafe",
    "friend",
    "choice",
    "feedback",
    "safe_say",
    "say",
    "telling",
    "adult",
    "debrief",
)
SLUGS_ABOUT_WORDS = {
    "blame-should",
    "blame-why",
    "blame-fault",
    "blame-risk",
    "blame-lose",
    "insult",
    "scare",
    "forever",
    "overclaim",
    "real-name",
    "trick-praise",
    "body-signal",
    "person-as-sign",
    "role-play",
    "undefined-term",
    "image-copy",
    "bad-advice",
    "adult-secret",
    "adult-why",
    "own-story",
    "sender-reason",
    "helper-burden",
    "picture-ask",
    "countdown",
}
BESIDES = ("draft", "long-line", "not-your-fault-twice")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, who says it, and the finding it gives; `sam` and `kai` are genders."""

    voice: str
    sam: str
    kai: str
    slug: str
    text: str


def read_said(name: str) -> list[Said]:
    """Return the sentences of a file: five fields a line, with bars between them."""
    lines = (WORDS / name).read_text(encoding="utf-8").splitlines()
    return [Said(*(field.strip() for field in line.split("|", 4))) for line in lines if line and line[0] != "#"]


CATALOGUE = Catalogue()
PIECES = (
    *("you", "Sam", "Kai", "kai", "she", "he", "should", "never have", "why did", "your fault", "her fault", "put"),
    *("yourself at risk", "not", "but", ",", "just", "pay him", "delete it", "forever", "pictures", "screenshot"),
    *("trick", "him back", "your body", "tells", "strangers are", "so he is", "act out", "the chat", "grooming", "is"),
    *("forward", "keep", "between us", "did someone", "ask you", "knows", "from", "stupid", "ruin your life", "’"),
)
FOUND, PASSES = read_said("found.txt"), read_said("passes.txt")


def fill(said: Said) -> str:
    """Return the text of the story with the sentence in it."""
    story = _STORY.replace("SAM", said.sam).replace("KAI", said.kai)
    for voice in VOICES:
        text = said.text if voice == said.voice else "Fine."
        story = story.replace(f"{{{voice}}}", "'" + text.replace("'", "''") + "'")
    return story


def findings(said: Said, catalogue: Catalogue) -> list[Diagnostic]:
    """Return what is found in the story with the sentence in it."""
    reading = parse_scenario(fill(said), "scenario.yaml")
    assert reading.scenario is not None, [one.message for one in reading.diagnostics]
    return [one for one in check_reading(reading, catalogue) if one.slug not in BESIDES]


@pytest.mark.parametrize("said", FOUND, ids=lambda said: f"{said.voice}: {said.text}")
def test_what_must_not_be_said_is_found_once_and_pointed_at(said: Said, catalogue: Catalogue) -> None:
    found = findings(said, catalogue)
    assert [one.slug for one in found] == [said.slug]
    assert found[0].snippet is not None
    assert said.text.replace("'", "''") in found[0].snippet
    assert found[0].hint


@pytest.mark.parametrize("said", PASSES, ids=lambda said: f"{said.voice}: {said.text}")
def test_a_harmless_sentence_gives_no_finding(said: Said, catalogue: Catalogue) -> None:
    assert said.slug == "-"
    assert findings(said, catalogue) == []


@pytest.mark.parametrize("said", FOUND, ids=lambda said: f"{said.voice}: {said.text}")
def test_typographic_apostrophes_and_emphasis_hide_nothing(said: Said, catalogue: Catalogue) -> None:
    first, *rest = said.text.replace("'", "’").split(" ")
    dressed = Said(said.voice, said.sam, said.kai, said.slug, " ".join([f"**{first}**", *rest]))
    assert [one.slug for one in findings(dressed, catalogue)] == [said.slug]


@pytest.mark.parametrize("text", ["Sam should have told someone.", "It was Sam's fault.", "Why did Sam answer?"])
def test_where_nobody_can_tell_who_is_unsafe_no_name_counts_as_safe(text: str, catalogue: Catalogue) -> None:
    story = fill(Said("feedback", "boy", "unknown", "-", text)).replace("unsafe: yes", "unsafe: perhaps")
    found = [one.slug for one in check_reading(parse_scenario(story, "scenario.yaml"), catalogue)]
    assert "unknown-value" in found or "wrong-shape" in found
    assert not SLUGS_ABOUT_WORDS & set(found)


@given(st.sampled_from(VOICES), st.lists(st.sampled_from(PIECES), max_size=12))
def test_no_sentence_stops_the_checks_and_each_gives_one_finding_of_a_kind(voice: str, pieces: list[str]) -> None:
    said = Said(voice, "girl", "man", "-", " ".join(pieces))
    found = [one for one in findings(said, CATALOGUE) if one.slug in SLUGS_ABOUT_WORDS]
    assert all(one.snippet and one.span.column < one.span.end_column for one in found)
    assert len({one.slug for one in found}) == len(found)


def test_the_breaches_that_keep_a_story_from_children_are_errors_and_the_rest_are_warnings() -> None:
    errors = {slug for slug in SLUGS_ABOUT_WORDS if SLUGS[slug].severity == "error"}
    assert errors == {
        *("blame-why", "blame-fault", "blame-risk", "blame-lose", "insult"),
        *("scare", "image-copy", "bad-advice", "overclaim", "real-name"),
        "trick-praise",
    }
    assert {SLUGS[slug].severity for slug in SLUGS_ABOUT_WORDS - errors} == {"warning"}


def test_every_rule_about_words_has_sentences_that_it_finds() -> None:
    assert {said.slug for said in FOUND} >= SLUGS_ABOUT_WORDS
    assert {said.voice for said in (*FOUND, *PASSES)} <= set(VOICES)


def test_a_sentence_that_was_reviewed_always_passes(catalogue: Catalogue) -> None:
    said = Said("adult", "boy", "unknown", "blame-fault", "It is your fault.")
    reviewed = Wording(id="nf-99", kind="you_did_right", bands=("14-17",), text="It is your fault.")
    assert [one.slug for one in findings(said, catalogue)] == ["blame-fault"]
    assert findings(said, replace(catalogue, wordings=(*catalogue.wordings, reviewed))) == []
