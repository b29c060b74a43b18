"""Terms are explained in the story or in its guide, a band reads words that fit it, and content notes tell a topic."""

from pathlib import Path

import pytest

from game.content.checks import check_reading
from game.content.files.catalogue import Catalogue
from game.content.files.scenario_reader import parse_scenario
from game.content.story_report import check_story

EXAMPLE = Path(__file__).parents[2] / "docs" / "checks" / "example" / "free-sail"
LAST = "A surprise ends with everyone knowing."


def slugs_of(text: str, catalogue: Catalogue) -> list[str]:
    return [one.slug for one in check_reading(parse_scenario(text, "x.yaml"), catalogue)]


@pytest.mark.parametrize(
    ("band", "text", "found"),
    [
        ("8-10", "A victim of a crime.", 1),
        ("8-10", "This is abuse.", 1),
        ("8-10", "Kai coerced nobody, and grooming is a big word.", 1),
        ("8-10", "Noor is grooming the pony.", 0),
        ("8-10", "Kai pushed, and Sam told.", 0),
        ("11-13", "The victim told.", 1),
        ("11-13", "This is abuse, and a crime.", 0),
        ("14-17", "A victim is a person first.", 0),
    ],
)
def test_a_band_reads_words_that_fit_it(
    catalogue: Catalogue, small_story: str, band: str, text: str, found: int
) -> None:
    story = small_story.replace("band: 11-13", f"band: {band}").replace(LAST, text)
    assert slugs_of(story, catalogue).count("band-word") == found


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("About a dangerous person.", 1),
        ("About keeping a secret that is not safe.", 1),
        ("About presents with a catch.", 1),
        ("About somebody who lies and threatens.", 1),
        ("About presents in games.", 0),
        ("About pictures, and meeting in a park.", 0),
        ("About secrets and surprises.", 0),
    ],
)
def test_a_content_note_names_a_topic_and_not_the_answer(
    catalogue: Catalogue, small_story: str, note: str, found: int
) -> None:
    story = small_story.replace("About presents in games.", note)
    assert slugs_of(story, catalogue).count("note-tells") == found


@pytest.mark.parametrize("band", ["8-10", "11-13", "14-17"])
def test_a_term_that_nobody_explains_is_found_where_the_band_may_learn_it(
    catalogue: Catalogue, small_story: str, band: str
) -> None:
    story = small_story.replace("band: 11-13", f"band: {band}").replace(LAST, "That was manipulation.")
    assert ("undefined-term" in slugs_of(story, catalogue)) == (band != "8-10")


def test_a_term_that_stands_three_times_is_found_once(catalogue: Catalogue, small_story: str) -> None:
    story = small_story.replace(LAST, "Grooming hurts. Grooming is not OK.").replace(
        "It is about the game.", "grooming"
    )
    assert slugs_of(story, catalogue).count("undefined-term") == 1


@pytest.mark.parametrize(("word", "found"), [("Grooming", 0), ("swap", 1)])
def test_the_vocabulary_of_the_guide_explains_a_term(
    catalogue: Catalogue, tmp_path: Path, word: str, found: int
) -> None:
    folder = tmp_path / "free-sail"
    folder.mkdir()
    story = (EXAMPLE / "scenario.yaml").read_text(encoding="utf-8").replace(LAST, "Grooming is never OK.")
    guide = (EXAMPLE / "guide.yaml").read_text(encoding="utf-8").replace("word: swap", f"word: {word}")
    (folder / "scenario.yaml").write_text(story, encoding="utf-8")
    (folder / "guide.yaml").write_text(guide, encoding="utf-8")
    slugs = [one.slug for one in check_story(folder / "scenario.yaml", catalogue).diagnostics]
    assert slugs.count("undefined-term") == found
