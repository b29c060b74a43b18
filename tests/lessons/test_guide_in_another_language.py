"""The guide of a lesson in the lesson's language: used where it is whole, and English, as is said, where it is not."""

from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from game.content.library import Library, open_library
from game.extract.compiling import open_catalogues
from game.extract.po_files import write_words
from game.i18n.retelling import retell_guide, retell_scenario
from game.i18n.tongue import ENGLISH, Tongue
from game.story.guide import LessonMinutes
from lessons.build import build_pack
from lessons.document import Deck, runs
from lessons.plan import LessonPlan
from lessons.planning import make_plan
from lessons.slides import lesson_slides
from lessons.story_guide import find_guide

STORY = Path(__file__).parents[1] / "data" / "stories" / "moon-soup"
MARK = "ES: "
THE_GUIDE = "the guide"


@pytest.fixture
def own(tmp_path: Path) -> Library:
    """A shelf with a copy of a story of the tests that has a guide, and is called `broth`."""
    folder = tmp_path / "broth"
    folder.mkdir()
    for name in ("scenario.yaml", "guide.yaml"):
        text = (STORY / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(": moon-soup", ": broth"), encoding="utf-8")
    library = open_library([tmp_path])
    library.read_all()
    return library


def tell_in_spanish(library: Library, *, lacking: str = "", with_story: bool = True) -> None:
    """Write a Spanish catalogue of the story and its guide, each text behind a mark; one may be left out."""
    catalog, folder = Catalog(locale="es"), library.path("broth").parent
    scenario = library.scenario("broth")

    def note(context: str, text: str, steps: object) -> str:
        catalog.add(text, "" if text == lacking else f"{MARK}{text}", context=context)
        return text

    if with_story:
        retell_scenario(scenario, note)
    retell_guide(find_guide(scenario, folder), note)
    write_words(folder / "locales" / "es.po", catalog)


def plan_of(library: Library, language: str = "es", minutes: LessonMinutes | None = None) -> LessonPlan:
    return make_plan(
        "broth",
        library=library,
        language=language,
        minutes=minutes,
        catalogues=open_catalogues(),
        today=date(2026, 11, 24),
    )


def texts_of(plan: LessonPlan) -> list[str]:
    found: list[str] = []

    def note(context: str, text: str, steps: object) -> str:
        found.append(text)
        return text

    retell_guide(plan.guide, note)
    return found


def test_a_guide_that_is_whole_in_spanish_is_used_in_a_spanish_lesson(own: Library) -> None:
    english = plan_of(own, "en")
    tell_in_spanish(own)
    plan = plan_of(own)
    assert plan.guide_tongue == plan.story_tongue == Tongue("es")
    assert texts_of(plan) == [f"{MARK}{text}" for text in texts_of(english)]
    assert THE_GUIDE not in " ".join(plan.untranslated)
    assert plan.guide == retell_guide(english.guide, lambda context, text, steps: f"{MARK}{text}")
    assert plan.guide.standards == english.guide.standards
    assert (plan.guide.votes, plan.guide.path, plan.guide.minutes) == (
        english.guide.votes,
        english.guide.path,
        english.guide.minutes,
    )


def test_one_sentence_missing_leaves_the_guide_english_and_that_is_said_before_the_lesson_is_made(
    own: Library, tmp_path: Path
) -> None:
    english = plan_of(own, "en")
    tell_in_spanish(own, lacking=english.guide.home)
    plan = plan_of(own)
    assert plan.story_tongue == Tongue("es")
    assert (plan.guide_tongue, plan.guide) == (ENGLISH, english.guide)
    assert THE_GUIDE in plan.untranslated
    pack = build_pack(plan, tmp_path / "out", ("gift",))
    assert any(warning.startswith("In English: ") and THE_GUIDE in warning for warning in pack.warnings)


def test_a_guide_may_be_whole_where_its_story_is_not(own: Library) -> None:
    tell_in_spanish(own, with_story=False)
    plan = plan_of(own)
    assert (plan.story_tongue, plan.guide_tongue) == (ENGLISH, Tongue("es"))
    assert "the story" in plan.untranslated
    assert THE_GUIDE not in plan.untranslated


def test_steps_of_another_length_are_english_so_the_guide_is_and_the_reason_is_said(own: Library) -> None:
    tell_in_spanish(own)
    english, plan = plan_of(own, "en", 20), plan_of(own, minutes=20)
    assert (plan.guide_tongue, plan.guide) == (ENGLISH, english.guide)
    assert "the guide (it is translated for its own 40 minutes only)" in plan.untranslated
    assert plan_of(own, minutes=40).guide_tongue == Tongue("es")


def test_a_guide_that_was_made_from_the_story_is_english(own: Library) -> None:
    tell_in_spanish(own)
    (own.path("broth").parent / "guide.yaml").unlink()
    plan = plan_of(own)
    assert plan.guide.is_derived
    assert plan.guide_tongue == ENGLISH
    assert THE_GUIDE in plan.untranslated


def test_an_english_lesson_says_nothing_of_the_guide(own: Library) -> None:
    for minutes in (None, 20, 60):
        plan = plan_of(own, "en", minutes)  # type: ignore[arg-type]
        assert (plan.untranslated, plan.guide_tongue) == ((), ENGLISH)


def notes_of(deck: Deck) -> list[tuple[str, str]]:
    """What the notes below slides say in runs of their own, each with its language."""
    return [
        (run.text, run.tongue.language)
        for slide in deck.slides
        for note in slide.notes
        for run in runs(note)
        if run.tongue is not None
    ]


def test_notes_below_slides_say_the_language_of_the_guide(own: Library) -> None:
    tell_in_spanish(own)
    plan = plan_of(own)
    asked = {question.ask for question in plan.guide.questions.during}
    assert asked
    assert {(text, "es") for text in asked} <= set(notes_of(lesson_slides(plan)))
