"""The form says of which text it is, asks what only people can say, and claims nothing that nobody has said."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.cli.main import main
from game.content.library import open_library
from game.story.model import Review, Scenario, SignOff
from game.tools.review_form import EDUCATOR, SAFEGUARDING, fingerprint, write_form

pytestmark = pytest.mark.usefixtures("before_the_test_shelf")


@pytest.fixture
def story(tmp_path: Path) -> Scenario:
    library = open_library((), tmp_path)
    library.read_all()
    return library.scenario("paper-kite")


def test_a_fingerprint_changes_with_one_letter() -> None:
    assert fingerprint(b"Sam") == fingerprint(b"Sam")
    assert fingerprint(b"Sam") != fingerprint(b"sam")
    assert len(fingerprint(b"")) == 12


def test_the_form_asks_every_question_and_names_what_the_story_is(story: Scenario) -> None:
    page = write_form(story, {"secrecy_request": "The keep-it-secret ask"}, "0123456789ab", (0, 1))
    for question in (*SAFEGUARDING, *EDUCATOR):
        assert question in page
    for said in ("The paper kite", "0123456789ab", "The keep-it-secret ask", "Kai, online only", "0 errors, 1 warning"):
        assert said in page
    assert "http" not in page


def test_a_draft_is_called_one_and_a_signed_story_is_not(story: Scenario) -> None:
    signed = SignOff(by="A. Person", role="teacher", on="2026-01-31")
    reviewed = replace(story, review=Review(safeguarding=signed, educator=signed))
    assert "This story is a draft" in write_form(story, {}, "", (0, 0))
    assert "This story is a draft" not in write_form(reviewed, {}, "", (0, 0))


def test_the_command_writes_one_page_and_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--review", "moon-soup", "--json"]) == 0
    named = json.loads(capsys.readouterr().out)["path"]
    assert "Moon soup" in (tmp_path / named).read_text(encoding="utf-8")


def test_a_story_that_is_not_there_is_not_reviewed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--review", "paper-kites"]) != 0
    assert "paper-kite" in capsys.readouterr().err


def test_a_story_with_errors_cannot_be_signed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["new", "lost-cat", "--band", "8-10", "--into", str(tmp_path)])
    file = tmp_path / "lost-cat" / "scenario.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("do: stop", "do: stopp"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    assert main(["check", "--review", "lost-cat", "--content", str(tmp_path)]) == 1
    assert list(tmp_path.glob("review-*")) == []
