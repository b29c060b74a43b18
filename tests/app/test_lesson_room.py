"""Promises of the adults' corner: what is chosen, what is made of it, and that the game goes on meanwhile."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from game.app.app import App
from game.app.lesson_job import LessonJob, lesson_words
from game.app.lesson_room import LessonRoom, choose
from game.app.opening import Opening
from game.ui.dump import dump_tree
from game.ui.intents import Close, MakeLesson, Open, SetLesson, StopLesson
from game.ui.lesson_desk import FORMATS, LessonWishes, LessonWork
from game.view.fonts import PygameMeasure

MEASURE = PygameMeasure(1.0)


class FakeJob:
    """A job that is as far as a test says."""

    def __init__(self) -> None:
        self.work = LessonWork(state="running")
        self.stopped = False

    def look(self) -> LessonWork:
        return self.work

    def stop(self) -> None:
        self.stopped = True


class Starter:
    """Notes what was asked for."""

    def __init__(self) -> None:
        self.job = FakeJob()
        self.asked: list[tuple[LessonWishes, Path, str]] = []

    def __call__(self, wishes: LessonWishes, folder: Path, country: str) -> FakeJob:
        self.asked.append((wishes, folder, country))
        return self.job


@pytest.fixture
def starter() -> Starter:
    return Starter()


@pytest.fixture
def app(home: Path, tmp_path: Path, starter: Starter) -> App:
    """The game with its menu's way to lessons open; time begins at 100 seconds."""
    opening = Opening(home, today=date(2026, 1, 1))
    opening.library.read_all()
    opening.settings = replace(opening.settings, adult_page_seen=True, band="11-13", country="IE")
    app = opening.app(MEASURE)
    room = LessonRoom(starter, folders=(("documents", tmp_path / "a"), ("desktop", tmp_path / "b")))
    app.world = replace(app.world, lessons=room)
    app.tick(100.0)
    app.perform(Open("menu"))
    app.perform(Open("lessons"))
    return app


def test_the_first_story_of_the_band_and_every_format_are_chosen_to_begin_with(app: App) -> None:
    wishes = app.sitting.lesson_wishes
    assert wishes.stories == ("loud-chat",)
    assert wishes.formats == FORMATS


def test_stories_and_formats_are_taken_in_and_out_in_one_order(app: App) -> None:
    app.perform(SetLesson("story", "tin-robot"))
    for kind in ("docx", "pdf", "docx"):
        app.perform(SetLesson("format", kind))
    assert app.sitting.lesson_wishes.stories == ("loud-chat", "tin-robot")
    assert app.sitting.lesson_wishes.formats == ("docx", "pptx", "html", "quiz")


def test_a_lesson_is_made_of_what_was_chosen_for_the_country_of_the_help_page(
    app: App, starter: Starter, tmp_path: Path
) -> None:
    app.perform(SetLesson("folder", "desktop"))
    app.perform(SetLesson("minutes", "20"))
    app.perform(MakeLesson())
    (wishes, folder, country) = starter.asked[0]
    assert (wishes.minutes, folder, country) == (20, tmp_path / "b", "IE")


def test_while_a_lesson_is_made_the_screen_follows_and_a_second_one_does_not_start(app: App, starter: Starter) -> None:
    app.perform(MakeLesson())
    app.perform(MakeLesson())
    assert len(starter.asked) == 1
    starter.job.work = LessonWork(state="running", done=1, total=4, name="teacher/plan.pdf")
    due = app.tick(101.0)
    assert due is not None
    assert due > 101.0
    assert "25%" in dump_tree(app.draw())
    starter.job.work = LessonWork(state="done", done=4, total=4, folder="/users/ana/packs")
    app.tick(102.0)
    assert "/users/ana/packs" in dump_tree(app.draw())
    assert app.tick(103.0) is None


def test_closing_the_panel_lets_the_work_go_on_and_stop_ends_it(app: App, starter: Starter) -> None:
    app.perform(MakeLesson())
    app.perform(Close())
    assert not starter.job.stopped
    app.perform(Open("lessons"))
    app.perform(StopLesson())
    assert starter.job.stopped
    assert app.sitting.lesson_work == LessonWork()


def test_leaving_the_game_ends_the_work(app: App, starter: Starter) -> None:
    app.perform(MakeLesson())
    app.leave()
    assert starter.job.stopped


def test_nothing_can_be_made_of_no_story_or_no_format(app: App, starter: Starter) -> None:
    app.perform(SetLesson("story", "loud-chat"))
    app.perform(MakeLesson())
    assert starter.asked == []


def test_where_the_program_cannot_be_started_the_screen_says_why(tmp_path: Path) -> None:
    def start(wishes: LessonWishes, folder: Path, country: str) -> FakeJob:
        raise OSError("no such program")

    room = LessonRoom(start, folders=(("documents", tmp_path),))
    work = room.make(choose(LessonWishes(), "story", "paper-kite"), "ZZ")
    assert work == LessonWork(state="failed", problem="no such program")


def test_the_command_line_holds_everything_that_was_chosen(tmp_path: Path) -> None:
    wishes = LessonWishes(stories=("a", "b"), language="fr", formats=("pdf", "quiz"), paper="letter", minutes=60)
    words = lesson_words(wishes, tmp_path, country="US", home=tmp_path / "home", content=[tmp_path / "more"])
    assert words[:3] == ["lesson", "a", "b"]
    for option, value in (
        ("--to", "pdf,gift,moodle,kahoot"),
        ("--lang", "fr"),
        ("--country", "US"),
        ("--paper", "letter"),
        ("--minutes", "60"),
        ("-o", str(tmp_path)),
        ("--home", str(tmp_path / "home")),
        ("--content", str(tmp_path / "more")),
    ):
        assert words[words.index(option) + 1] == value


@pytest.fixture
def run(tmp_path: Path) -> Callable[[str], LessonWork]:
    """`run(program)`: what a job says once a small program has ended."""

    def make(program: str) -> LessonWork:
        file = tmp_path / "program.py"
        file.write_text(program, encoding="utf-8")
        job = LessonJob([], program=[sys.executable, str(file)])
        for _ in range(400):
            work = job.look()
            if work.state != "running":
                return work
            time.sleep(0.025)
        job.stop()
        raise AssertionError("the program did not end")

    return make


def test_a_job_that_ends_well_says_where_the_files_are(run: Callable[[str], LessonWork]) -> None:
    answer = {"files": [{"path": "/p/x/teacher/a.pdf"}, {"path": "/p/x/pupil/b.pdf"}], "warnings": ["No pptx."]}
    work = run(f"import sys\nprint('1/2 a.pdf', file=sys.stderr)\nprint({json.dumps(json.dumps(answer))})")
    assert (work.state, work.done, work.notes) == ("done", 2, ("No pptx.",))
    assert Path(work.folder) == Path("/p/x")


@pytest.mark.parametrize(
    ("program", "said"),
    [
        (
            "import sys\nprint('looktwice: Nothing can be written here.', file=sys.stderr)\nsys.exit(1)",
            "Nothing can be",
        ),
        ("import sys\nsys.exit(3)", "ended with 3"),
        ("print('no json')", "ended with 0"),
        ("print('{}')", "ended with 0"),
    ],
)
def test_a_job_that_fails_says_what_the_program_said(run: Callable[[str], LessonWork], program: str, said: str) -> None:
    work = run(program)
    assert work.state == "failed"
    assert said in work.problem


def test_a_job_that_is_stopped_leaves_no_process(tmp_path: Path) -> None:
    job = LessonJob([], program=[sys.executable, "-c", "import time\ntime.sleep(60)"])
    assert job.look().state == "running"
    job.stop()
    assert job._process.poll() is not None
