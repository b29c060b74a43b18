import json
import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from game.app.done_marks import Done
from game.app.kept_places import KeptPlaces
from game.app.notices import Notice, notice_words
from game.app.sealed_file import seal, unseal
from game.app.settings import Settings, save_settings
from game.i18n.translator import Translator
from game.story import engine
from game.story.model import Place, Scenario
from game.story.plays import AnswerPulse, Choose, Judge, Play, RehearsePick
from game.story.saves import dump_play, revision
from game.story.state import State

TODAY = date(2026, 11, 24)
INPUTS = (Judge(Place("start", 2), "fine"), AnswerPulse(Place("start", 10), "not_ok"), Choose("take"))


@pytest.fixture
def kept(home: Path) -> KeptPlaces:
    return KeptPlaces(home, keep=True)


@pytest.fixture
def half_played(boat: Scenario) -> State:
    return engine.replay(boat, Play(boat.id, INPUTS)).state


def place_file(home: Path) -> Path:
    return home / "places" / "small-boat.json"


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_kept_place_comes_back(kept: KeptPlaces, boat: Scenario, half_played: State) -> None:
    assert kept.save(boat, half_played, TODAY) is None
    assert kept.stories() == ("small-boat",)
    assert kept.load(boat, TODAY) == (half_played, None)


def test_nothing_is_kept_unless_the_player_chose_it(home: Path, boat: Scenario, half_played: State) -> None:
    nothing = KeptPlaces(home, keep=False)
    assert nothing.save(boat, half_played, TODAY) is None
    assert nothing.mark_done(boat, TODAY) is None
    assert files(home) == []
    assert nothing.load(boat, TODAY) == (None, None)
    assert nothing.done() == (Done(), None)


def test_without_a_folder_nothing_is_kept(boat: Scenario, half_played: State) -> None:
    nowhere = KeptPlaces(None, keep=True)
    assert nowhere.save(boat, half_played, TODAY) is None
    assert nowhere.load(boat, TODAY) == (None, None)
    assert nowhere.mark_done(boat, TODAY) is None
    assert nowhere.stories() == ()
    assert nowhere.delete("small-boat") is None
    assert nowhere.erase_everything() is None
    nowhere.delete_old(TODAY)


def test_a_story_that_ends_is_no_longer_kept(home: Path, kept: KeptPlaces, boat: Scenario, half_played: State) -> None:
    kept.save(boat, half_played, TODAY)
    inputs = (*INPUTS, Choose("tell_now"), RehearsePick("teacher", 1), RehearsePick("sports_coach", 1))
    over = engine.read_to_input(boat, engine.replay(boat, Play(boat.id, inputs)).state)
    assert over.is_over
    assert kept.save(boat, over, TODAY) is None
    assert files(home) == []


def test_a_story_in_which_nothing_was_done_leaves_no_trace(home: Path, kept: KeptPlaces, boat: Scenario) -> None:
    kept.save(boat, engine.read_on(boat, engine.start(boat)), TODAY)
    assert files(home) == []


@pytest.mark.parametrize(("days", "there"), [(0, True), (6, True), (7, False), (366, False), (-1, True)])
def test_a_place_is_kept_less_than_seven_days(
    home: Path, kept: KeptPlaces, boat: Scenario, half_played: State, days: int, there: bool
) -> None:
    later = TODAY + timedelta(days=days)
    kept.save(boat, half_played, TODAY)
    assert (kept.load(boat, later)[0] is not None) is there
    assert place_file(home).exists() is there
    kept.save(boat, half_played, TODAY)
    kept.delete_old(later)
    assert place_file(home).exists() is there


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\x00", b"[]", b"x" * 300_000])
def test_a_damaged_place_is_set_aside_and_said_so(home: Path, kept: KeptPlaces, boat: Scenario, data: bytes) -> None:
    place_file(home).parent.mkdir()
    place_file(home).write_bytes(data)
    assert kept.load(boat, TODAY) == (None, Notice("place_damaged", "small-boat.json.damaged-1"))
    assert files(home) == ["places/small-boat.json.damaged-1"]
    assert (home / "places" / "small-boat.json.damaged-1").read_bytes() == data


def test_a_place_of_another_story_is_damaged(home: Path, kept: KeptPlaces, boat: Scenario, half_played: State) -> None:
    place_file(home).parent.mkdir()
    place_file(home).write_text(seal(dump_play(replace(boat, id="other"), half_played, TODAY)))
    assert kept.load(boat, TODAY) == (None, Notice("place_damaged", "small-boat.json.damaged-1"))


def test_a_story_changed_without_harm_goes_on_silently(kept: KeptPlaces, boat: Scenario, half_played: State) -> None:
    kept.save(boat, half_played, TODAY)
    changed = replace(boat, title="A boat")
    assert revision(changed) != revision(boat)
    assert kept.load(changed, TODAY) == (half_played, None)


def test_a_story_that_grew_out_of_a_place_goes_on_where_it_still_fits(
    home: Path, kept: KeptPlaces, stories: ModuleType, half_played: State
) -> None:
    boat = stories.boat_story()
    kept.save(boat, half_played, TODAY)
    bridge = replace(boat.scenes["bridge"], id="start")
    changed = replace(boat, scenes={**boat.scenes, "start": bridge})
    state, said = kept.load(changed, TODAY)
    assert state is None
    assert said == Notice("place_outdated", "small-boat.json.outdated-1", 3)
    assert files(home) == ["places/small-boat.json.outdated-1"]

    kept.save(boat, engine.undo(boat, half_played), TODAY)
    kept.save(boat, engine.choose(boat, engine.read_to_input(boat, half_played), "stop"), TODAY)
    debt = replace(boat.scenes["debt"], beats=(*boat.scenes["debt"].beats[:-1], boat.scenes["telling"].beats[-1]))
    state, said = kept.load(replace(boat, scenes={**boat.scenes, "debt": debt}), TODAY)
    assert state is not None
    assert state.inputs == INPUTS
    assert said == Notice("place_shortened", "small-boat.json.outdated-2", 1)


def test_an_answer_about_a_message_that_was_written_anew_is_dropped_and_said(
    home: Path, kept: KeptPlaces, boat: Scenario, half_played: State
) -> None:
    kept.save(boat, half_played, TODAY)
    start = boat.scenes["start"]
    beats = tuple(replace(beat, text="Well raced!") if i == 2 else beat for i, beat in enumerate(start.beats))
    changed = replace(boat, scenes={**boat.scenes, "start": replace(start, beats=beats)})
    state, said = kept.load(changed, TODAY)
    assert state is not None
    assert state.inputs == INPUTS[1:]
    assert said == Notice("answers_dropped", "small-boat.json.outdated-1", 1)
    assert notice_words(Translator(), said).endswith("One of your answers no longer fits and was taken out.")
    assert files(home) == ["places/small-boat.json.outdated-1"]


def old_place(boat: Scenario, revision: str) -> str:
    """A place in the boat story as it was kept before messages had names."""
    inputs = [
        {"judge": {"scene": "start", "beat": 2, "as": "fine"}},
        {"pulse": {"scene": "start", "beat": 10, "as": "not_ok"}},
        {"choose": "take"},
    ]
    head = {"format": 1, "scenario": boat.id, "revision": revision, "date": TODAY.isoformat()}
    return json.dumps({**head, "inputs": inputs})


def test_a_place_of_an_older_game_is_carried_over(
    home: Path, kept: KeptPlaces, boat: Scenario, half_played: State
) -> None:
    place_file(home).parent.mkdir()
    place_file(home).write_text(old_place(boat, revision(boat)))
    assert kept.load(boat, TODAY) == (half_played, None)
    kept.save(boat, half_played, TODAY)
    assert '"format": 2' in place_file(home).read_text()


def test_a_place_of_an_older_game_in_a_story_that_changed_is_put_aside_and_said(
    home: Path, kept: KeptPlaces, boat: Scenario
) -> None:
    place_file(home).parent.mkdir()
    place_file(home).write_text(old_place(boat, "0123456789ab"))
    state, said = kept.load(boat, TODAY)
    assert state is None
    assert said == Notice("place_outdated", "small-boat.json.outdated-1", 3)
    assert files(home) == ["places/small-boat.json.outdated-1"]


def test_a_place_of_a_newer_game_stays_where_it_is(home: Path, kept: KeptPlaces, boat: Scenario) -> None:
    place_file(home).parent.mkdir()
    text = old_place(boat, revision(boat)).replace('"format": 1', '"format": 3')
    place_file(home).write_text(text)
    state, said = kept.load(boat, TODAY)
    assert state is None
    assert said == Notice("newer", str(place_file(home)))
    assert place_file(home).read_text() == text


def test_quick_exit_forgets_the_open_story_and_its_copies(
    home: Path, kept: KeptPlaces, boat: Scenario, stories: ModuleType, half_played: State
) -> None:
    other = stories.boat_story(id="small-boats")
    kept.save(other, replace(half_played), TODAY)
    kept.save(boat, half_played, TODAY)
    (home / "places" / "small-boat.json.damaged-1").write_text("{")
    (home / "places" / ".small-boat.json.77.tmp").write_text("{")
    assert kept.delete("small-boat") is None
    assert files(home) == ["places/small-boats.json"]


def test_copies_set_aside_go_after_seven_days_too(home: Path, kept: KeptPlaces) -> None:
    old = home / "places" / "small-boat.json.damaged-1"
    old.parent.mkdir()
    old.write_text("{")
    seconds = 1_700_000_000
    os.utime(old, (seconds, seconds))
    day = date.fromtimestamp(seconds)
    kept.delete_old(day + timedelta(days=6))
    assert old.exists()
    kept.delete_old(day + timedelta(days=7))
    assert not old.exists()


def test_done_marks_hold_the_stories_and_the_first_day_of_a_band(
    home: Path, kept: KeptPlaces, stories: ModuleType
) -> None:
    boat, calm, young = stories.boat_story(), stories.calm_story(), stories.boat_story("8-10", id="young")
    kept.mark_done(boat, TODAY)
    kept.mark_done(calm, TODAY + timedelta(days=3))
    kept.mark_done(boat, TODAY + timedelta(days=4))
    kept.mark_done(young, TODAY + timedelta(days=5))
    done, said = kept.done()
    assert said is None
    assert done.stories == ("small-boat", "calm-boat", "young")
    assert done.first_finished == {"11-13": TODAY, "8-10": TODAY + timedelta(days=5)}
    assert files(home) == ["done.json"]


def test_finishing_a_story_forgets_the_place_in_it(
    home: Path, kept: KeptPlaces, boat: Scenario, half_played: State
) -> None:
    kept.save(boat, half_played, TODAY)
    kept.mark_done(boat, TODAY)
    assert files(home) == ["done.json"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"format": 2}',
        b'{"format": 1, "done": 5}',
        b'{"format": 1, "done": [], "first_finished": {"8-10": "soon"}}',
        b"\xff",
    ],
)
def test_damaged_done_marks_are_set_aside_and_said_so(home: Path, kept: KeptPlaces, data: bytes) -> None:
    (home / "done.json").write_bytes(data)
    done, said = kept.done()
    assert done == Done()
    assert said == Notice("done_damaged", "done.json.damaged-1")
    assert kept.done() == (Done(), None)


def test_erasing_everything_leaves_an_empty_folder(
    home: Path, kept: KeptPlaces, boat: Scenario, half_played: State
) -> None:
    save_settings(home, Settings(band="8-10", keep_place=True))
    kept.mark_done(boat, TODAY)
    kept.save(boat, half_played, TODAY)
    for name in ("settings.json.damaged-1", "done.json.damaged-1", "places/small-boat.json.outdated-2"):
        (home / name).write_text("{")
    assert kept.erase_everything() is None
    assert list(home.iterdir()) == []


def test_forgetting_keeps_the_settings(home: Path, kept: KeptPlaces, boat: Scenario, half_played: State) -> None:
    save_settings(home, Settings(band="8-10", keep_place=True))
    kept.save(boat, half_played, TODAY)
    kept.mark_done(boat, TODAY)
    assert kept.forget() is None
    assert files(home) == ["settings.json"]


def test_a_kept_place_names_nobody_and_no_time_of_day(
    home: Path, kept: KeptPlaces, boat: Scenario, half_played: State
) -> None:
    kept.save(boat, half_played, TODAY)
    text = place_file(home).read_text()
    assert unseal(text.encode()) == json.dumps(json.loads(dump_play(boat, half_played, TODAY)))
    assert ":" not in text.replace('": ', "")


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path, boat: Scenario, half_played: State) -> None:
    blocked = tmp_path / "home"
    blocked.write_text("")
    kept = KeptPlaces(blocked, keep=True)
    for said in (kept.save(boat, half_played, TODAY), kept.mark_done(boat, TODAY)):
        assert said is not None
        assert said.kind == "not_written"
    assert kept.load(boat, TODAY) == (None, None)
    assert kept.erase_everything() is None


def test_what_could_not_be_erased_is_said(
    home: Path, kept: KeptPlaces, boat: Scenario, half_played: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.save(boat, half_played, TODAY)

    def refuse(self: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    for said in (kept.delete("small-boat"), kept.forget(), kept.erase_everything()):
        assert said == Notice("not_deleted", str(place_file(home)))


def test_a_folder_that_cannot_be_read_is_not_taken_for_erased(
    kept: KeptPlaces, boat: Scenario, half_played: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.save(boat, half_played, TODAY)

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    said = kept.erase_everything()
    assert said is not None
    assert said.kind == "folder_unreadable"
    assert kept.stories() == ()
    kept.delete_old(TODAY)


def test_practised_items_are_kept_beside_the_done_marks(home: Path, kept: KeptPlaces, boat: Scenario) -> None:
    assert kept.mark_practised(["11-13/s-001"]) is None
    assert kept.mark_done(boat, date(2026, 11, 24)) is None
    assert kept.mark_practised(["11-13/t-002", "11-13/s-001"]) is None
    done, problem = kept.done()
    assert problem is None
    assert done.stories == (boat.id,)
    assert done.practised == ("11-13/s-001", "11-13/t-002")


def test_practised_items_are_not_kept_where_the_player_did_not_choose_it(home: Path) -> None:
    assert KeptPlaces(home, keep=False).mark_practised(["11-13/s-001"]) is None
    assert list(home.iterdir()) == []
