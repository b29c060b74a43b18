from collections.abc import Sequence
from functools import cache

import pytest
from sampling import pairs

from game.content.files.practice_reader import practice_files, read_practice
from game.content.files.signs_reader import read_signs
from game.content.library import Library, open_library
from game.content.story_files import find_stories
from game.i18n.catalogues import Catalogues, SourceStories
from game.i18n.pseudo import PSEUDO_LOCALES
from game.i18n.retelling import Steps, retell_scenario
from game.i18n.scenario_translation import (
    FEWEST_ITEMS,
    GAP,
    missing_in_practice,
    missing_in_signs,
    missing_lines,
    translate,
    translate_practice,
    translate_signs,
    translate_whole_items,
    translate_with_gaps,
)
from game.resources import data_folder
from game.story.model import Message, Scenario
from game.story.practice import PracticeItem

IDS = [file.parent.name for file in find_stories(data_folder("scenarios"))]


@cache
def _library() -> Library:
    library = open_library()
    library.read_all()
    return library


@pytest.fixture
def story(request: pytest.FixtureRequest) -> Scenario:
    """A story of the game by its id; the first one without."""
    return _library().scenario(getattr(request, "param", IDS[0]))


def lines_of(scenario: Scenario) -> list[tuple[str, str, Steps]]:
    lines: list[tuple[str, str, Steps]] = []

    def note(context: str, text: str, steps: Steps) -> str:
        lines.append((context, text, steps))
        return text

    assert retell_scenario(scenario, note) == scenario
    return lines


@pytest.mark.parametrize(("story", "code"), pairs(IDS, [*PSEUDO_LOCALES]), indirect=["story"])
def test_a_translated_story_has_the_same_bones_and_other_words(story: Scenario, code: str):
    catalogue = Catalogues(None).load_story_catalogue(code, "any-story")
    other = translate(story, catalogue)
    assert (other.id, other.band, other.teaches, other.player) == (story.id, story.band, story.teaches, story.player)
    assert list(other.people) == list(story.people)
    assert list(other.chats) == list(story.chats)
    assert [(id, [type(beat) for beat in scene.beats]) for id, scene in other.scenes.items()] == [
        (id, [type(beat) for beat in scene.beats]) for id, scene in story.scenes.items()
    ]
    before, after = lines_of(story), lines_of(other)
    assert [(context, steps) for context, _, steps in after] == [(context, steps) for context, _, steps in before]
    assert [text for _, text, _ in after] == [catalogue.find(context, text) for context, text, _ in before]


@pytest.mark.parametrize("story", IDS, indirect=True)
def test_what_makes_a_message_right_or_wrong_stays(story: Scenario):
    other = translate(story, Catalogues(None).load_story_catalogue("ar_XB", "any-story"))
    for (place, one), (_, two) in zip(story.messages(), other.messages(), strict=True):
        assert isinstance(other.beat_at(place), Message)
        assert (one.person, one.read, one.signs, one.hidden, one.react) == (
            two.person,
            two.read,
            two.signs,
            two.hidden,
            two.react,
        )


@pytest.mark.parametrize("story", IDS, indirect=True)
def test_every_text_that_a_child_reads_is_among_the_lines(story: Scenario):
    texts = {text for _, text, _ in lines_of(story)}
    for _, message in story.messages():
        assert {message.text, message.why} - {None} <= texts
    assert {story.title, story.about, story.content_note, story.debrief.remember} <= texts


def test_a_missing_line_is_counted_and_stays_english(story: Scenario):
    context, text, _ = lines_of(story)[30]

    class Lacking(SourceStories):
        def find(self, context_: str, text_: str) -> str | None:
            return None if (context_, text_) == (context, text) else text_

    assert missing_lines(story, SourceStories()) == 0
    assert missing_lines(story, Lacking()) == 1
    assert translate(story, Lacking()) == story


def test_a_half_done_story_marks_its_gaps_and_no_name(story: Scenario):
    context, text, _ = lines_of(story)[30]

    class Lacking(SourceStories):
        def find(self, context_: str, text_: str) -> str | None:
            return None if (context_, text_) == (context, text) else text_

    told = [text for _, text, _ in lines_of(translate_with_gaps(story, Lacking()))]
    assert f"{GAP}{text}" in told
    assert sum(one.startswith(GAP) for one in told) == [one for _, one, _ in lines_of(story)].count(text)

    class Empty(SourceStories):
        def find(self, context: str, text: str) -> str | None:
            return None

    gaps = translate_with_gaps(story, Empty())
    assert {one.name for one in gaps.people.values()} == {one.name for one in story.people.values()}
    assert gaps.title == f"{GAP}{story.title}"


def test_a_story_of_which_nothing_is_translated_lacks_every_line(story: Scenario):
    assert missing_lines(story, Catalogues(None).load_story_catalogue("xx", "any-story")) == len(lines_of(story))


def test_the_title_of_a_chat_that_names_its_people_follows_their_names(story: Scenario):
    other = translate(story, Catalogues(None).load_story_catalogue("en_XA", "any-story"))
    assert all(other.chats[id].title != chat.title for id, chat in story.chats.items())


def test_the_album_is_translated_with_its_wording_for_the_youngest():
    signs = {sign.id: sign for sign in read_signs().values}
    catalogue = Catalogues(None).load_story_catalogue("ar_XB", "any-story")
    other = translate_signs(signs, catalogue)
    assert list(other) == list(signs)
    for id, sign in signs.items():
        assert other[id].name == catalogue.find("", sign.name)
        assert (other[id].family, other[id].bands, other[id].figures) == (sign.family, sign.bands, sign.figures)
        assert other[id].simple == {key: catalogue.find("", text) for key, text in sign.simple.items()}
    assert missing_in_signs(signs, SourceStories()) == 0
    assert missing_in_signs(signs, Catalogues(None).load_story_catalogue("xx", "any-story")) > len(signs) * 3


class _Some(SourceStories):
    """Knows the texts of some items of practice, by their context, and no others."""

    def __init__(self, items: Sequence[PracticeItem], band: str) -> None:
        self._known = {f"practice/{band}/{item.id}" for item in items}

    def find(self, context: str, text: str) -> str | None:
        return text.upper() if context in self._known else None


def test_practice_is_given_as_far_as_it_is_translated_and_not_at_all_where_that_is_too_little():
    file = practice_files(data_folder("scenarios"))[0]
    items = read_practice(file).values
    some = items[: 2 * FEWEST_ITEMS : 2]
    whole = translate_whole_items(items, file.parent.name, _Some(some, file.parent.name))
    assert [item.id for item in whole] == [item.id for item in some]
    assert all(item.why.isupper() for item in whole)
    assert translate_whole_items(items, file.parent.name, _Some(some[1:], file.parent.name)) == ()


def test_practice_is_translated_and_its_answers_stay():
    file = practice_files(data_folder("scenarios"))[0]
    items = read_practice(file).values
    other = translate_practice(items, file.parent.name, Catalogues(None).load_story_catalogue("en_XA", "any-story"))
    assert [(one.id, one.about) for one in other] == [(one.id, one.about) for one in items]
    assert all(two.why != one.why for one, two in zip(items, other, strict=True))
    assert missing_in_practice(items, file.parent.name, SourceStories()) == 0
    assert (
        missing_in_practice(items, file.parent.name, Catalogues(None).load_story_catalogue("xx", "any-story"))
        >= len(items) * 3
    )
