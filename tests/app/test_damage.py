"""Promises of what is damaged and what cannot be written: what it costs, and that the player is told."""

import json
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from sitting import STORIES, STORY, enter, files, first_start, keeping, open_game, place_file, play, press, said

from game import atomic_file
from game.app.sealed_file import seal
from game.resources import data_folder
from game.ui.intents import Change, OpenStory, QuickExit, ReadAsPage, StartStory
from game.ui.tree import reachable


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
    assert app.sitting.playing.state.inputs == ()
    assert "damaged" not in said(app)


def test_of_a_place_in_a_story_that_has_changed_what_still_fits_is_taken_up_and_said_so(home):
    app = keeping(home)
    enter(app)
    steps = play(app)
    while next(steps) != "choice":
        pass
    inputs = app.sitting.playing.state.inputs
    app.leave()
    value = json.loads(place_file(home).read_text())
    value["inputs"].append({"choose": "start/choice/an_answer_that_is_gone/0123456789ab"})
    del value["check"]
    place_file(home).write_text(seal(json.dumps(value)))
    again = open_game(home)
    enter(again, at_kept_place=True)
    text = said(again)
    assert "This story has changed since you played it. It goes on from the last place that still fits." in text
    assert "Go on where you were" in text
    press(again, "start")
    assert again.sitting.playing.state.inputs == inputs
    assert f"places/{STORY}.json.outdated-1" in files(home)


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def switch() -> None:
        def refuse(path: Path, data: bytes, mode: int) -> None:
            raise OSError(30, "Read-only file system", str(path))

        monkeypatch.setattr(atomic_file, "_write_through", refuse)

    return switch


def test_where_nothing_can_be_written_the_game_plays_on_and_says_so(home, read_only):
    read_only()
    app = open_game(home)
    first_start(app)
    assert app.sitting.screen_name == "picker:"
    assert "does not let the game keep anything" in said(app)
    app.perform(Change("keep_place", True))
    enter(app)
    assert list(play(app))[-1] == "over"
    app.leave()
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
    own = [card for card in app.sitting.cards if card.band == "11-13" and card.kind == "story"]
    assert {f"story:{STORY}", "story:tin-robot"} <= names == {f"story:{card.id}" for card in own}
    assert all(Path(card.path).is_relative_to(data_folder("scenarios")) for card in own)


def copy_story(tmp_path: Path, story: str) -> Path:
    """A folder of stories of one's own with a copy of a story in it, under the id `own-story`."""
    folder = tmp_path / "own" / "own-story"
    shutil.copytree(STORIES / story, folder)
    file = folder / "scenario.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(f"id: {story}", "id: own-story"), encoding="utf-8")
    return folder.parent


@pytest.mark.parametrize("harm", ["gone", "broken"])
def test_a_story_that_broke_since_the_start_leads_back_to_the_picker_with_a_sentence(home, tmp_path, harm):
    folder = copy_story(tmp_path, "lunch-swap")
    app = open_game(home, folder)
    first_start(app, "8-10")
    app.perform(OpenStory("own-story"))
    app.draw()
    file = folder / "own-story" / "scenario.yaml"
    if harm == "gone":
        file.unlink()
    else:
        file.write_text("format: 1\nid: [", encoding="utf-8")
    app.perform(StartStory("own-story"))
    assert app.sitting.playing is None
    assert app.sitting.screen_name == "picker:"
    assert "cannot be read any more" in said(app)


def test_a_gated_story_that_broke_since_the_start_leads_back_to_the_picker_too(home, tmp_path):
    folder = copy_story(tmp_path, "quiet-week")
    app = open_game(home, folder)
    first_start(app, "14-17")
    app.perform(OpenStory("own-story"))
    (folder / "own-story" / "scenario.yaml").unlink()
    app.perform(ReadAsPage("own-story"))
    assert "cannot be read any more" in said(app)
    assert app.sitting.screen_name == "picker:"
