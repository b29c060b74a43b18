"""The plan of a lesson: from a story's id to everything that its pages are made from."""

from datetime import date
from pathlib import Path

import pytest

from game.content.library import Library, open_library
from game.content.story_files import SIGNS_PART
from game.errors import LookTwiceError, ScenarioError
from game.extract.compiling import open_catalogues
from game.i18n.catalogues import Catalogues, StoryCatalogue
from game.story.guide import LESSON_MINUTES, LessonMinutes
from game.story.practice import SortItem
from lessons.pack import write_content
from lessons.pages.family_letter import family_letter_page
from lessons.planning import GuideError, UnknownCountryError, UnknownLanguageError, make_plan

TODAY = date(2026, 11, 24)
STORIES = ("paper-kite", "moon-soup")
SMALL = Path(__file__).parents[1] / "data" / "good" / "small.yaml"


@pytest.fixture(scope="module")
def library() -> Library:
    library = open_library()
    library.read_all()
    return library


@pytest.fixture(scope="module")
def catalogues() -> Catalogues:
    return open_catalogues()


@pytest.fixture
def own(tmp_path: Path) -> Library:
    """A shelf with an educator's own story, `small`, that has no guide."""
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / "scenario.yaml").write_bytes(SMALL.read_bytes())
    library = open_library([tmp_path])
    library.read_all()
    return library


@pytest.mark.parametrize("story", STORIES)
def test_a_story_has_a_whole_plan_from_its_guide(story: str, library: Library) -> None:
    plan = make_plan(story, library=library, today=TODAY)
    assert plan.scenario.id == plan.guide.story == story
    assert not plan.guide.is_derived
    assert plan.guide.minutes == 40
    assert len(plan.votes) == 6
    assert len(plan.starter) == 3
    assert len(plan.practice) == 6
    assert {sign.id for sign in plan.signs} == set(plan.scenario.teaches.signs)
    assert [sign.id for sign in plan.signs] == [id for id in plan.album if id in plan.scenario.teaches.signs]
    assert plan.facts
    assert (plan.untranslated, plan.language, plan.rtl, plan.today) == ((), "en", False, TODAY)


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("minutes", LESSON_MINUTES)
def test_every_length_adds_up_begins_with_the_rules_and_ends_calmly(
    story: str, minutes: LessonMinutes, library: Library
) -> None:
    plan = make_plan(story, library=library, minutes=minutes, today=TODAY)
    steps = plan.guide.plan
    assert sum(step.minutes for step in steps) == plan.guide.minutes == minutes
    assert (steps[0].part, steps[-1].part) == ("ground_rules", "close")
    assert all(step.text for step in steps)
    assert len(plan.votes) <= (3 if minutes == 20 else 6)
    if minutes == 20:
        assert {during.at for during in plan.guide.questions.during} <= set(plan.guide.votes)


def test_the_same_story_gives_the_same_plan(library: Library) -> None:
    first, again = (make_plan("paper-kite", library=library, today=TODAY) for _ in range(2))
    for name in ("guide", "stops", "starter", "practice", "place"):
        assert getattr(first, name) == getattr(again, name)


def test_half_of_the_practice_is_fine_and_nothing_comes_twice(library: Library) -> None:
    for story in STORIES:
        plan = make_plan(story, library=library, today=TODAY)
        fine = [item for item in plan.practice if isinstance(item, SortItem) and item.is_fine]
        assert len(fine) == 3
        assert sum(item.is_fine for item in plan.starter) == 2
        assert len({item.id for item in (*plan.starter, *plan.practice)}) == 9


def test_the_practice_meets_every_sign_of_the_story(library: Library) -> None:
    plan = make_plan("paper-kite", library=library, today=TODAY)
    assert set(plan.scenario.teaches.signs) <= {sign for item in plan.practice for sign in item.about}


@pytest.mark.parametrize("language", ["ar", "es"])
def test_a_lesson_in_another_language_says_what_stays_english(
    language: str, library: Library, catalogues: Catalogues
) -> None:
    plan = make_plan("paper-kite", library=library, language=language, catalogues=catalogues, today=TODAY)
    english = make_plan("paper-kite", library=library, today=TODAY)
    assert plan.story_language == language
    assert plan.scenario.title != english.scenario.title
    assert plan.practice[0].why != english.practice[0].why
    assert plan.rtl == (language == "ar")
    assert [stop.kind for stop in plan.stops] == [stop.kind for stop in english.stops]
    assert "what teachers read" in write_content(plan).untranslated
    assert "the story" not in plan.untranslated


def test_a_story_that_is_not_whole_in_a_language_stays_english(own: Library, catalogues: Catalogues) -> None:
    plan = make_plan("small", library=own, language="fr", catalogues=catalogues, today=TODAY)
    assert plan.story_language == "en"
    assert plan.scenario.title == "The free sail"
    assert plan.untranslated[0] == "the story"


def test_a_sign_that_is_not_whole_in_a_language_stays_english_and_the_others_do_not(
    library: Library, catalogues: Catalogues, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = make_plan("paper-kite", library=library, today=TODAY)
    half, *others = english.signs
    kind = type(catalogues.load_story_catalogue("es", SIGNS_PART))
    find = kind.find

    def lacking(catalogue: StoryCatalogue, context: str, text: str) -> str | None:
        return None if text == half.warning else find(catalogue, context, text)

    monkeypatch.setattr(kind, "find", lacking)
    plan = make_plan("paper-kite", library=library, language="es", catalogues=catalogues, today=TODAY)
    assert plan.album[half.id] == half
    assert half.id not in plan.sign_tongues
    assert all(plan.sign_tongues[sign.id].language == "es" and plan.album[sign.id] != sign for sign in others)
    assert "some of the signs" in plan.untranslated


def test_words_of_pages_come_from_the_lessons_catalogue(library: Library, catalogues: Catalogues) -> None:
    plan = make_plan("paper-kite", library=library, language="fr", catalogues=catalogues, today=TODAY)
    assert plan.translator is catalogues.load_translator("fr", "lessons")
    assert plan.translator is not catalogues.load_translator("fr")


def test_without_a_guide_one_is_made_from_the_story_and_says_so(own: Library) -> None:
    plan = make_plan("small", library=own, today=TODAY)
    assert plan.guide.is_derived
    assert plan.stops[-1].kind == "end"
    assert plan.guide.questions.after == plan.scenario.debrief.questions


def test_a_guide_in_the_story_s_folder_is_taken(own: Library) -> None:
    write_guide(own, minutes=20)
    plan = make_plan("small", library=own, today=TODAY)
    assert not plan.guide.is_derived
    assert plan.guide.minutes == 20
    assert plan.guide.plan[1].text == "Read and vote."


def test_a_longer_lesson_keeps_what_the_guide_says(own: Library) -> None:
    write_guide(own, minutes=20)
    plan = make_plan("small", library=own, minutes=60, today=TODAY)
    assert any(step.text.startswith("Read and vote. ") for step in plan.guide.plan)
    assert {"practice", "plenary"} <= {step.part for step in plan.guide.plan}


def test_a_broken_guide_makes_no_lesson_and_its_findings_come_along(own: Library) -> None:
    file = write_guide(own, minutes=40)
    with pytest.raises(GuideError, match=r"guide of the story `small` has 1 error \(.*guide.yaml:3:10\)") as caught:
        make_plan("small", library=own, today=TODAY)
    assert [one.slug for one in caught.value.diagnostics] == ["guide-minutes"]  # type: ignore[attr-defined]
    assert str(file) in caught.value.hint


@pytest.mark.parametrize(
    ("story", "more", "error", "says"),
    [
        ("paper-kit", {}, ScenarioError, "Did you mean `paper-kite`?"),
        ("paper-kite", {"country": "XX"}, UnknownCountryError, "ZZ is somewhere else"),
        ("paper-kite", {"country": "us"}, UnknownCountryError, "Did you mean `US`?"),
        ("paper-kite", {"language": "tlh"}, UnknownLanguageError, "It can be one of: en"),
        ("paper-kite", {"minutes": 45}, LookTwiceError, "20, 40, 60"),
    ],
)
def test_what_is_unknown_is_said_with_what_there_is(
    story: str, more: dict[str, object], error: type[LookTwiceError], says: str, library: Library
) -> None:
    with pytest.raises(error) as caught:
        make_plan(story, library=library, catalogues=open_catalogues(), today=TODAY, **more)  # type: ignore[arg-type]
    assert says in str(caught.value)


def write_guide(library: Library, minutes: int) -> Path:
    file = library.path("small").parent / "guide.yaml"
    file.write_text(
        f"""\
story: small
path: [stop_here, teacher/1, parent_or_carer/1]
minutes: {minutes}
aims: {{pupils: [I can see a catch.], teacher: [Pupils see a catch.]}}
plan:
  - {{minutes: 2, part: ground_rules, text: Rules first.}}
  - {{minutes: 12, part: story, text: Read and vote.}}
  - {{minutes: 6, part: close, text: Thank them.}}
votes: [start/1, start/2, start/3, start/4]
questions: {{after: [What did Kai do that was not OK?]}}
unplugged: Read from paper.
for_withdrawn: Draw a swap table.
extension: Write a fine message.
home: Nothing.
vocabulary: []
support: {{reading: Read aloud., language: Use plain words., attention: Count.}}
standards: []
""",
        encoding="utf-8",
    )
    return file


def test_families_read_the_title_of_whom_to_turn_to_in_their_language(library: Library) -> None:
    plan = make_plan("paper-kite", library=library, language="en_XA", today=TODAY)
    letter = "\n".join(str(block) for block in family_letter_page(plan).blocks)
    assert plan.place.safeguarding_lead not in letter
    assert plan.translator.gettext(plan.place.safeguarding_lead) in letter
