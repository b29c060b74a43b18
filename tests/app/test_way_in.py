"""Promises of the way into a story: the first start, the bands, the topic note, the page for an adult."""

import pytest
from sitting import STORY, files, first_start, open_game, said

from game.ui.intents import Change, OpenStory, PassGate, PickBand, ReadAsPage, StartStory
from game.ui.tree import find, reachable


def test_the_first_start_is_for_an_adult_and_comes_once(home):
    app = open_game(home)
    assert app.sitting.screen_name.startswith("welcome")
    text = said(app)
    assert "The stories are drafts." in text
    assert "This game does not know who you are." in text
    first_start(app)
    assert app.sitting.screen_name == "picker:"
    assert open_game(home).sitting.screen_name == "band:", "which band was picked is kept by consent only"


def test_where_the_place_is_kept_the_band_is_asked_for_once_too(home):
    app = open_game(home)
    first_start(app)
    app.perform(Change("keep_place", True))
    assert open_game(home).sitting.screen_name == "picker:"


def test_a_band_shows_its_own_stories_only(home):
    app = open_game(home)
    first_start(app, "8-10")
    names = {item.node.name for item in reachable(app.draw()) if item.node.name.startswith("story:")}
    bands = {f"story:{card.id}": card.band for card in app.world.shelf.cards()}
    assert names
    assert {bands[name] for name in names} == {"8-10"}
    assert "one-more-game" not in said(app)


def test_every_story_has_a_topic_note_and_may_be_skipped_without_a_reason(home):
    app = open_game(home)
    first_start(app)
    for card in app.world.shelf.cards():
        app.perform(PickBand(card.band))
        app.perform(OpenStory(card.id))
        if card.needs_gate:
            app.perform(PassGate(card.id))
        text = said(app)
        assert card.content_note in text
        skip = find(app.draw(), "skip")
        assert skip is not None
        app.perform(skip.node.intent)
        assert app.sitting.screen_name == "picker:"


def test_a_young_child_hears_that_somebody_can_sit_beside_them(home):
    app = open_game(home)
    first_start(app, "8-10")
    app.perform(OpenStory("lunch-swap"))
    assert "Someone you feel safe with can sit beside you." in said(app)


def test_a_draft_on_a_hard_topic_opens_only_after_an_adult_read_it_whole(home):
    app = open_game(home)
    first_start(app, "14-17")
    app.perform(OpenStory("quiet-week"))
    assert app.sitting.screen_name == "gate:quiet-week"
    assert not any(isinstance(item.node.intent, StartStory | PassGate) for item in reachable(app.draw()))
    app.perform(ReadAsPage("quiet-week"))
    page = app.draw()
    button = find(page, "pass_gate")
    assert button is not None
    below = [item for item in reachable(page) if item.rect.y > button.rect.y]
    assert below == [], "the button is at the end of the page"
    app.perform(PassGate("quiet-week"))
    assert app.sitting.screen_name == "topic:quiet-week"
    app.perform(OpenStory("quiet-week"))
    assert app.sitting.screen_name == "topic:quiet-week"


@pytest.mark.parametrize("keep", [True, False])
def test_that_an_adult_read_it_is_remembered_for_another_day_by_consent_only(home, keep):
    app = open_game(home)
    first_start(app, "14-17")
    app.perform(Change("keep_place", keep))
    app.perform(PassGate("quiet-week"))
    app.leave()
    assert any(b"quiet-week" in data for name, data in files(home).items() if name != "index.json") is keep
    again = open_game(home)
    again.perform(OpenStory("quiet-week"))
    assert again.sitting.screen_name == ("topic:quiet-week" if keep else "gate:quiet-week")


def test_the_page_for_the_adult_holds_every_message_and_every_answer(home):
    app = open_game(home)
    first_start(app, "14-17")
    app.perform(OpenStory("quiet-week"))
    app.perform(ReadAsPage("quiet-week"))
    text = said(app)
    scenario = app.world.shelf.scenario("quiet-week")
    for _place, message in scenario.messages():
        if message.text:
            assert message.text in text
    assert scenario.debrief.remember in text


def test_play_with_a_name_opens_the_topic_note_and_never_the_story_itself(home):
    assert open_game(home, story=STORY).sitting.screen_name == f"topic:{STORY}"
    assert open_game(home, story="quiet-week").sitting.screen_name == "gate:quiet-week"
