"""Promises of a sitting: what is kept and what is not, what a damaged file costs, and the way into a story."""

import json
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from game.app import atomic_file
from game.app.app import App
from game.app.opening import Opening
from game.ui.dump import dump_tree
from game.ui.intents import (
    Change,
    Choose,
    Close,
    EraseEverything,
    GoOn,
    GoTo,
    LookAt,
    Open,
    OpenStory,
    PassGate,
    PickBand,
    PickRole,
    PickSentence,
    Practise,
    QuickExit,
    ReadAsPage,
    SaidIt,
    Say,
    SayPulse,
    ShowAgain,
    ShowAll,
    StartStory,
    ToggleAdult,
    Undo,
)
from game.ui.tree import find, reachable
from game.view.fonts import PygameMeasure

STORIES = Path(__file__).parents[1] / "data" / "stories"
TODAY = date(2026, 1, 1)
MEASURE = PygameMeasure(1.0)
STORY = "free-skins"


def open_game(home: Path, *content: Path, story: str = "") -> App:
    opening = Opening(home, content or [STORIES], today=TODAY)
    opening.library.read_all()
    app = opening.app(MEASURE, story=story)
    app.tick(100.0)
    return app


def said(app: App) -> str:
    return dump_tree(app.draw())


def files(home: Path) -> dict[str, bytes]:
    """Every file of the user's folder with its bytes."""
    return {file.relative_to(home).as_posix(): file.read_bytes() for file in home.rglob("*") if file.is_file()}


def notable(home: Path) -> dict[str, bytes]:
    """What would tell of playing: all but settings, the index of stories and the log."""
    plain = ("settings.json", "index.json", "log.txt", "looktwice.log")
    return {name: data for name, data in files(home).items() if name not in plain}


def press(app: App, name: str) -> None:
    placed = find(app.draw(), name)
    assert placed is not None, name
    assert placed.node.intent is not None
    app.perform(placed.node.intent)


def first_start(app: App, band: str = "11-13") -> None:
    app.perform(GoTo("welcome"))
    app.perform(GoTo("band"))
    app.perform(PickBand(band))  # type: ignore[arg-type]


def enter(app: App, story: str = STORY, *, at_kept_place: bool = False) -> None:
    app.perform(OpenStory(story))
    app.perform(StartStory(story, at_kept_place=at_kept_place))


def play(app: App) -> Iterator[str]:
    """A whole play by what a player can press; yields after each step of the story what it was."""
    for _ in range(300):
        playing = app.session.playing
        assert playing is not None
        match playing.state.awaiting:
            case "reading":
                app.perform(GoOn() if playing.feedback else ShowAll())
                continue
            case "pulse":
                app.perform(SayPulse("fine"))
                yield "pulse"
            case "choice" if playing.feedback is not None:
                app.perform(GoOn())
            case "choice":
                judge_all(app)
                choice = playing.state.open_choice(playing.scenario)
                assert choice is not None
                left = [option for option in choice.options if option.id not in playing.state.tried]
                app.perform(Choose(left[-1].id))
                yield "choice"
                app.perform(GoOn())
            case "rehearse":
                placed = next(item for item in reachable(app.draw()) if item.node.name.startswith("role:"))
                app.perform(PickRole(placed.node.name.removeprefix("role:")))
                app.perform(PickSentence(1))
                app.perform(SaidIt())
                app.perform(GoOn())
                yield "rehearse"
            case "look_back":
                app.perform(GoOn())
            case "over":
                app.perform(GoOn())
                assert app.session.playing is not None
                yield "over"
                return
    raise AssertionError("the story does not end")


def judge_all(app: App) -> None:
    playing = app.session.playing
    assert playing is not None
    for place, message in playing.state.messages(playing.scenario):
        if message.person != playing.scenario.friend.id and place not in playing.state.judgements:
            app.perform(LookAt(place))
            app.perform(Say(place, "not_sure"))


# Nothing is kept by default (G4, E5)


@pytest.mark.parametrize("story", [STORY, "blue-egg"])
def test_after_a_whole_play_without_keeping_nothing_tells_of_it(home, story):
    app = open_game(home)
    first_start(app)
    before, settings = notable(home), (home / "settings.json").read_bytes()
    enter(app, story)
    for _ in play(app):
        app.perform(Open("help"))
        app.perform(Open("help", "threat"))
        app.perform(Close())
        app.perform(Close())
    reminds = find(app.draw(), "reminds")
    assert reminds is not None
    app.perform(reminds.node.intent)
    app.perform(Close())
    app.session.leave()
    assert notable(home) == before == {}
    assert (home / "settings.json").read_bytes() == settings


@pytest.mark.parametrize("leave", ["leave", "quick_exit"])
def test_no_file_names_a_story_that_was_only_opened_or_skipped(home, leave):
    app = open_game(home)
    first_start(app)
    before = files(home)
    for story in (STORY, "blue-egg"):
        app.perform(OpenStory(story))
        app.perform(GoTo("picker"))
    enter(app)
    next(play(app))
    getattr(app.session, leave)()
    assert files(home) == before


def after_the_story(app: App) -> None:
    """Practice to its end, the hand of adults, the card, the close and the album."""
    app.perform(Practise())
    while (round_ := app.session.after.practising) is not None and not round_.is_over:
        answer = next(item.node.intent for item in reachable(app.draw()) if item.node.name.startswith("answer:"))
        app.perform(answer)
        app.draw()
        app.perform(GoOn())
    app.perform(GoTo("hand"))
    for role in ("teacher", "helpline"):
        app.perform(ToggleAdult(role))
    app.perform(GoTo("card"))
    app.draw()
    app.perform(GoTo("closing"))


def test_practice_the_hand_and_the_card_are_forgotten_with_the_window(home):
    app = open_game(home)
    first_start(app)
    settings = (home / "settings.json").read_bytes()
    enter(app)
    list(play(app))
    after_the_story(app)
    app.perform(GoTo("album"))
    assert "Free stuff with a catch" in said(app)
    app.session.leave()
    assert notable(home) == {}
    assert (home / "settings.json").read_bytes() == settings
    again = open_game(home)
    again.perform(GoTo("hand"))
    assert again.session.after.roles == ()
    again.perform(GoTo("album"))
    assert "Free stuff with a catch" not in said(again)


def test_the_hand_is_written_nowhere_even_where_the_place_is_kept(home):
    app = keeping(home)
    enter(app)
    list(play(app))
    after_the_story(app)
    app.session.leave()
    for name, data in files(home).items():
        if name != "index.json":
            assert b"teacher" not in data, name
            assert b"helpline" not in data, name


def test_the_hand_is_asked_for_once_a_sitting(home):
    app = open_game(home)
    first_start(app)
    for story in (STORY, "blue-egg"):
        enter(app, story)
        list(play(app))
        app.perform(GoTo("hand"))
        assert app.session.screen_name.startswith("hand" if story == STORY else "closing")
        app.perform(GoTo("picker"))


def test_keeping_the_place_is_offered_after_the_first_finished_story_and_a_no_is_final(home):
    app = open_game(home)
    first_start(app)
    app.perform(GoTo("closing"))
    assert find(app.draw(), "keep:no") is None
    enter(app)
    list(play(app))
    app.perform(GoTo("closing"))
    press(app, "keep:no")
    assert find(app.draw(), "keep:no") is None
    again = open_game(home)
    enter(again)
    list(play(again))
    again.perform(GoTo("closing"))
    assert find(again.draw(), "keep:no") is None
    assert notable(home) == {}


def test_a_yes_to_the_offer_keeps_the_story_that_was_just_finished(home):
    app = open_game(home)
    first_start(app)
    enter(app)
    list(play(app))
    app.perform(GoTo("closing"))
    press(app, "keep:yes")
    assert find(app.draw(), "keep:yes") is None
    app.session.leave()
    assert "Finished." in said(open_game(home))


def test_help_and_this_reminds_me_of_something_real_write_nothing(home, monkeypatch):
    app = open_game(home)
    first_start(app)
    enter(app)

    def refuse(*_: object) -> None:
        raise AssertionError("something was written")

    monkeypatch.setattr(atomic_file, "_write_through", refuse)
    app.perform(Open("help"))
    for card in ("danger", "hurting", "threat", "picture", "saw", "friend", "own"):
        app.perform(Open("help", card))
        app.draw()
    app.perform(QuickExit())


def test_a_whole_play_needs_no_network(home, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    app = open_game(home)
    first_start(app)
    enter(app)
    assert list(play(app))[-1] == "over"


# Keeping one's place


def keeping(home: Path) -> App:
    app = open_game(home)
    first_start(app)
    app.perform(Change("keep_place", True))
    return app


def place_file(home: Path, story: str = STORY) -> Path:
    return home / "places" / f"{story}.json"


def test_where_the_place_is_kept_there_is_a_file_after_each_choice_and_it_is_gone_at_the_end(home):
    app = keeping(home)
    enter(app)
    steps = []
    for step in play(app):
        steps.append(step)
        if step in ("choice", "pulse"):
            assert place_file(home).is_file(), steps
    assert "choice" in steps
    assert not place_file(home).exists()
    assert json.loads((home / "done.json").read_text())["done"] == [STORY]


def test_a_kept_place_holds_the_play_and_no_name_and_no_id_of_the_player(home):
    app = keeping(home)
    enter(app)
    steps = play(app)
    while next(steps) != "choice":
        pass
    value = json.loads(place_file(home).read_text())
    assert set(value) <= {"format", "story", "scenario", "revision", "on", "date", "inputs", "play"}


def test_a_kept_place_is_offered_and_taken_up(home):
    app = keeping(home)
    enter(app)
    steps = play(app)
    while next(steps) != "choice":
        pass
    inputs = app.session.playing.state.inputs
    app.session.leave()
    again = open_game(home)
    again.perform(OpenStory(STORY))
    assert "Go on where you were" in said(again)
    enter(again, at_kept_place=True)
    assert again.session.playing.state.inputs == inputs


def test_quick_exit_deletes_the_open_storys_place_and_leaves_the_others(home):
    app = keeping(home)
    for story in ("blue-egg", STORY):
        enter(app, story)
        steps = play(app)
        while next(steps) != "choice":
            pass
        if story == "blue-egg":
            app.perform(GoTo("picker"))
    assert place_file(home).is_file()
    app.perform(QuickExit())
    assert app.closing
    assert not place_file(home).exists()
    assert place_file(home, "blue-egg").is_file()
    assert open_game(home).session.screen_name == "picker:"


def test_after_quick_exit_the_next_start_shows_the_plain_picker(home):
    app = open_game(home)
    first_start(app)
    plain = said(open_game(home))
    enter(app)
    next(play(app))
    app.perform(Open("help"))
    app.perform(QuickExit())
    again = open_game(home)
    assert again.session.screen_name == "picker:"
    assert said(again) == plain


def test_a_finished_story_is_marked_and_the_mark_stays_where_places_are_kept(home):
    app = keeping(home)
    enter(app)
    list(play(app))
    app.perform(GoTo("picker"))
    assert "Finished." in said(app)
    assert "Finished." in said(open_game(home))


def test_without_keeping_the_mark_lives_until_the_window_closes(home):
    app = open_game(home)
    first_start(app)
    enter(app)
    list(play(app))
    app.perform(GoTo("picker"))
    assert "Finished." in said(app)
    assert "Finished." not in said(open_game(home))


def test_switching_keeping_off_erases_what_was_kept(home):
    app = keeping(home)
    enter(app)
    list(play(app))
    enter(app, "blue-egg")
    next(play(app))
    app.perform(Change("keep_place", False))
    assert notable(home) == {}


def test_erasing_everything_asks_first_and_then_leaves_the_index_only(home):
    app = keeping(home)
    enter(app)
    list(play(app))
    app.perform(Open("menu"))
    app.perform(EraseEverything())
    assert (home / "done.json").is_file()
    assert "Yes, erase it" in said(app)
    app.perform(EraseEverything(sure=True))
    assert set(files(home)) <= {"index.json", "log.txt", "looktwice.log"}
    assert app.session.screen_name.startswith("welcome")
    assert open_game(home).session.screen_name.startswith("welcome")


def test_saying_no_to_erasing_keeps_everything(home):
    app = keeping(home)
    enter(app)
    list(play(app))
    before = notable(home)
    app.perform(Open("menu"))
    app.perform(EraseEverything())
    no = find(app.draw(), "erase:no")
    assert no is not None
    app.perform(no.node.intent)
    assert "Yes, erase it" not in said(app)
    assert notable(home) == before


# The way into a story


def test_the_first_start_is_for_an_adult_and_comes_once(home):
    app = open_game(home)
    assert app.session.screen_name.startswith("welcome")
    text = said(app)
    assert "The stories are drafts." in text
    assert "This game does not know who you are." in text
    first_start(app)
    assert app.session.screen_name == "picker:"
    assert open_game(home).session.screen_name == "picker:"


def test_a_band_shows_its_own_stories_only(home):
    app = open_game(home)
    first_start(app, "8-10")
    names = {item.node.name for item in reachable(app.draw()) if item.node.name.startswith("story:")}
    assert names == {"story:lunch-swap"}
    assert "one-more-game" not in said(app)


def test_every_story_has_a_topic_note_and_may_be_skipped_without_a_reason(home):
    app = open_game(home)
    first_start(app)
    for card in app.session.world.shelf.cards():
        app.perform(PickBand(card.band))
        app.perform(OpenStory(card.id))
        if card.needs_gate:
            app.perform(PassGate(card.id))
        text = said(app)
        assert card.content_note in text
        skip = find(app.draw(), "skip")
        assert skip is not None
        app.perform(skip.node.intent)
        assert app.session.screen_name == "picker:"


def test_a_young_child_hears_that_somebody_can_sit_beside_them(home):
    app = open_game(home)
    first_start(app, "8-10")
    app.perform(OpenStory("lunch-swap"))
    assert "Someone you feel safe with can sit beside you." in said(app)


def test_a_draft_on_a_hard_topic_opens_only_after_an_adult_read_it_whole(home):
    app = open_game(home)
    first_start(app, "14-17")
    app.perform(OpenStory("quiet-week"))
    assert app.session.screen_name == "gate:quiet-week"
    assert not any(isinstance(item.node.intent, StartStory | PassGate) for item in reachable(app.draw()))
    app.perform(ReadAsPage("quiet-week"))
    page = app.draw()
    button = find(page, "pass_gate")
    assert button is not None
    below = [item for item in reachable(page) if item.rect.y > button.rect.y]
    assert below == [], "the button is at the end of the page"
    app.perform(PassGate("quiet-week"))
    assert app.session.screen_name == "topic:quiet-week"
    again = open_game(home)
    again.perform(OpenStory("quiet-week"))
    assert again.session.screen_name == "topic:quiet-week"


def test_the_page_for_the_adult_holds_every_message_and_every_answer(home):
    app = open_game(home)
    first_start(app, "14-17")
    app.perform(OpenStory("quiet-week"))
    app.perform(ReadAsPage("quiet-week"))
    text = said(app)
    scenario = app.session.world.shelf.scenario("quiet-week")
    for _place, message in scenario.messages():
        if message.text:
            assert message.text in text
    assert scenario.debrief.remember in text


def test_play_with_a_name_opens_the_topic_note_and_never_the_story_itself(home):
    assert open_game(home, story=STORY).session.screen_name == f"topic:{STORY}"
    assert open_game(home, story="quiet-week").session.screen_name == "gate:quiet-week"


# Presses that come too late


def test_a_press_twice_on_anything_of_a_story_never_raises(home):
    app = open_game(home)
    first_start(app)
    enter(app)
    for step in play(app):
        for intent in (
            SayPulse("fine"),
            Choose("take_it"),
            Choose("nowhere"),
            PickRole("teacher"),
            PickRole("nobody"),
            PickSentence(99),
            OpenStory("nowhere"),
            Close(),
        ):
            if step == "over" or isinstance(intent, OpenStory):
                continue
            state = app.session.playing.state
            if state.awaiting in ("choice", "rehearse") or isinstance(intent, Close):
                continue
            app.perform(intent)
            app.draw()


@pytest.mark.parametrize("twice", [True, False])
def test_a_double_press_on_an_answer_picks_it_once(home, twice):
    app = open_game(home)
    first_start(app)
    enter(app)
    steps = play(app)
    assert next(steps) == "pulse"
    app.perform(ShowAll())
    option = app.session.playing.state.open_choice(app.session.playing.scenario).options[0].id
    for _ in range(2 if twice else 1):
        app.perform(Choose(option))
    inputs = app.session.playing.state.inputs
    assert [each.option for each in inputs if hasattr(each, "option")] == [option]
    assert app.session.playing.feedback is not None


def test_an_unknown_story_leads_to_the_picker(home):
    app = open_game(home)
    first_start(app)
    app.perform(OpenStory("no-such-story"))
    assert app.session.screen_name == "picker:"


def test_story_presses_without_a_story_do_nothing(home):
    app = open_game(home)
    first_start(app)
    before = said(app)
    for intent in (Undo(), ShowAgain(), GoOn(), ShowAll(), SaidIt(), Choose("a"), SayPulse("fine"), PickSentence(1)):
        app.perform(intent)
    assert said(app) == before


# Time


def test_an_open_menu_stops_the_story(home):
    app = open_game(home)
    first_start(app)
    enter(app)
    app.tick(100.0)
    app.perform(Open("menu"))
    shown = app.session.playing.state.shown
    for now in range(101, 200):
        app.tick(float(now))
    assert app.session.playing.state.shown == shown
    app.perform(Close())
    for tenth in range(2000, 2100):
        app.tick(tenth / 10)
    assert len(app.session.playing.state.shown) > len(shown)


def test_whoever_looks_twice_at_a_message_is_not_hurried_by_the_next(home):
    app = open_game(home)
    first_start(app)
    enter(app)
    now = 100.0
    while len(app.session.playing.state.messages(app.session.playing.scenario)) < 1:
        now += 0.1
        app.tick(now)
    place, _message = app.session.playing.state.messages(app.session.playing.scenario)[0]
    app.perform(LookAt(place))
    shown = app.session.playing.state.shown
    for _ in range(100):
        now += 0.5
        app.tick(now)
    assert app.session.playing.state.shown == shown


def test_the_tab_of_a_chat_with_news_says_so_in_a_word(home):
    app = open_game(home)
    first_start(app)
    enter(app)
    now = 100.0
    while app.session.playing.current_chat != "kai_only":
        now += 0.1
        app.tick(now)
    tab = find(app.draw(), "tab:crew")
    assert tab is not None
    app.perform(tab.node.intent)
    for _ in range(50):
        now += 0.5
        app.tick(now)
    kai = find(app.draw(), "tab:kai_only")
    assert kai is not None
    assert "new" in kai.node.label
    assert "Back to Kai_77" in said(app)
    app.perform(find(app.draw(), "back_to_story").node.intent)
    assert "new" not in find(app.draw(), "tab:kai_only").node.label


# What is damaged, and what cannot be written


def damage(home: Path, name: str) -> None:
    file = home / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b'{"format": 1, \x00\xff half')


def test_damaged_settings_are_put_aside_and_the_player_is_told_at_once(home):
    app = open_game(home)
    first_start(app)
    damage(home, "settings.json")
    again = open_game(home)
    assert "are damaged" in said(again)
    assert "settings.json.damaged-1" in files(home)


def test_a_damaged_index_costs_nothing(home):
    app = open_game(home)
    first_start(app)
    plain = said(open_game(home))
    damage(home, "index.json")
    assert said(open_game(home)) == plain


def test_damaged_done_marks_are_put_aside_and_the_player_is_told(home):
    keeping(home)
    damage(home, "done.json")
    app = open_game(home)
    assert "The marks of finished stories are damaged." in said(app)
    assert "done.json.damaged-1" in files(home)
    assert f"story:{STORY}" in {item.node.name for item in reachable(app.draw())}


def test_a_damaged_place_is_put_aside_and_said_so_and_the_story_starts_from_its_beginning(home):
    keeping(home)
    damage(home, f"places/{STORY}.json")
    day = datetime(2026, 1, 1, 12).timestamp()
    os.utime(place_file(home), (day, day))
    app = open_game(home)
    enter(app, at_kept_place=True)
    assert "damaged" in said(app)
    assert "The story starts from its beginning." in said(app)
    assert f"places/{STORY}.json.damaged-1" in files(home)
    press(app, "start")
    assert app.session.playing.state.inputs == ()
    assert "damaged" not in said(app)


def test_of_a_place_in_a_story_that_has_changed_what_still_fits_is_taken_up_and_said_so(home):
    app = keeping(home)
    enter(app)
    steps = play(app)
    while next(steps) != "choice":
        pass
    inputs = app.session.playing.state.inputs
    app.session.leave()
    value = json.loads(place_file(home).read_text())
    value["inputs"].append({"choose": "an_answer_that_is_gone"})
    place_file(home).write_text(json.dumps(value))
    again = open_game(home)
    enter(again, at_kept_place=True)
    text = said(again)
    assert "This story has changed since you played it. It goes on from the last place that still fits." in text
    assert "Go on where you were" in text
    press(again, "start")
    assert again.session.playing.state.inputs == inputs
    assert f"places/{STORY}.json.outdated-1" in files(home)


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def switch() -> None:
        def refuse(path: Path, data: bytes) -> None:
            raise OSError(30, "Read-only file system", str(path))

        monkeypatch.setattr(atomic_file, "_write_through", refuse)

    return switch


def test_where_nothing_can_be_written_the_game_plays_on_and_says_so(home, read_only):
    read_only()
    app = open_game(home)
    first_start(app)
    assert app.session.screen_name == "picker:"
    assert "does not let the game keep anything" in said(app)
    app.perform(Change("keep_place", True))
    enter(app)
    assert list(play(app))[-1] == "over"
    app.session.leave()
    app.perform(QuickExit())
    assert app.closing


def test_where_nothing_can_be_written_settings_hold_until_the_window_closes(home, read_only):
    read_only()
    app = open_game(home)
    first_start(app)
    app.perform(Change("theme", "night"))
    app.perform(Change("text_size", 150))
    assert app.theme == "night"
    assert app.frame.text_size == 150


def test_an_empty_folder_of_stories_and_one_with_broken_stories_open_like_any_other(home, tmp_path):
    empty, broken = tmp_path / "empty", tmp_path / "broken"
    empty.mkdir()
    for name, text in (("half", "format: 1\nid: half\ntitle: ["), ("nul", "\x00" * 50), ("nothing", "")):
        (broken / name).mkdir(parents=True)
        (broken / name / "scenario.yaml").write_text(text, encoding="utf-8")
    app = open_game(home, empty, broken, tmp_path / "missing")
    first_start(app)
    names = {item.node.name for item in reachable(app.draw()) if item.node.name.startswith("story:")}
    assert names == {f"story:{STORY}", "story:blue-egg"}


def copy_story(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    shutil.copytree(STORIES / "lunch-swap", folder / "lunch-swap")
    return folder


@pytest.mark.parametrize("harm", ["gone", "broken"])
def test_a_story_that_broke_since_the_start_leads_back_to_the_picker_with_a_sentence(home, tmp_path, harm):
    folder = copy_story(tmp_path)
    app = open_game(home, folder)
    first_start(app, "8-10")
    app.perform(OpenStory("lunch-swap"))
    app.draw()
    file = folder / "lunch-swap" / "scenario.yaml"
    if harm == "gone":
        file.unlink()
    else:
        file.write_text("format: 1\nid: [", encoding="utf-8")
    app.perform(StartStory("lunch-swap"))
    assert app.session.playing is None
    assert app.session.screen_name == "picker:"
    assert "cannot be read any more" in said(app)


def test_a_gated_story_that_broke_since_the_start_leads_back_to_the_picker_too(home, tmp_path):
    folder = tmp_path / "own"
    shutil.copytree(STORIES / "quiet-week", folder / "quiet-week")
    app = open_game(home, folder)
    first_start(app, "14-17")
    app.perform(OpenStory("quiet-week"))
    (folder / "quiet-week" / "scenario.yaml").unlink()
    app.perform(ReadAsPage("quiet-week"))
    assert "cannot be read any more" in said(app)
    assert app.session.screen_name == "picker:"


# Settings


def test_a_change_of_text_size_theme_and_speed_shows_at_once_and_stays(home):
    app = open_game(home)
    first_start(app)
    app.perform(Open("menu"))
    before = app.draw()
    app.perform(Change("text_size", 150))
    assert app.draw() != before
    app.perform(Change("theme", "contrast"))
    app.perform(Change("reading_speed", "all_at_once"))
    again = open_game(home)
    assert (again.theme, again.frame.text_size) == ("contrast", 150)
    enter(again)
    again.tick(100.0)
    assert again.session.playing.state.awaiting == "pulse"


def test_the_country_changes_the_help_page(home):
    app = open_game(home)
    first_start(app)
    app.perform(Open("help"))
    app.perform(Open("countries"))
    app.perform(Change("country", "US"))
    assert "911" in said(app)
    assert app.session.screen_name.startswith("1:help")


def test_the_window_size_is_remembered_and_nothing_else_changes(home):
    opening = Opening(home, [STORIES], today=TODAY)
    opening.library.read_all()
    app = opening.app(MEASURE)
    first_start(app)
    settings = app.session.settings
    opening.remember_size((1000, 700))
    assert Opening(home, [STORIES], today=TODAY).settings == replace(settings, window_size=(1000, 700))


def test_before_the_first_start_is_done_the_window_size_is_not_written(home):
    opening = Opening(home, [STORIES], today=TODAY)
    opening.app(MEASURE)
    opening.remember_size((1000, 700))
    assert "settings.json" not in files(home)
