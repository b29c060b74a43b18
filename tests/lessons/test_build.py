"""Promises of making packs: which files there are, that they are whole, and what is said where one cannot be."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hand_made import make_lesson
from sampling import IS_WHOLE

from game.cli.main import main
from game.content.library import open_library
from lessons import build
from lessons.build import MissingWriterError, build_pack
from lessons.pack import FORMATS, find_formats
from lessons.writing import PackError, write_file

not_as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write to any folder"
)


def names(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_a_pack_has_every_page_in_every_format_and_nothing_else(tmp_path: Path) -> None:
    pack = build_pack(make_lesson(), tmp_path, FORMATS)
    assert pack.folder == tmp_path / "paper-kite-en"
    found = names(pack.folder)
    assert {str(pack.folder / name) for name in found} == {file.path for file in pack.files}
    for page in ("lesson-plan", "before-the-lesson", "safeguarding", "hard-questions", "answer-key", "numbers"):
        assert {f"teacher/{page}.docx", f"teacher/{page}.pdf"} <= found
    for page in ("handout", "worksheet", "sorting-cards", "posters", "pupil-notice", "took-part"):
        assert {f"pupil/{page}.docx", f"pupil/{page}.pdf"} <= found
    assert {"family/family-letter.docx", "family/family-letter.pdf", "teacher/slides.pptx"} <= found
    assert {"teacher/teacher.html", "pupil/pupil.html", "family/family.html"} <= found
    assert {name.partition(".")[2] for name in found if "quiz" in name or "knowledge" in name} == {
        "gift.txt",
        "moodle.xml",
        "kahoot.xlsx",
    }


def test_pages_for_pupils_and_for_teachers_never_share_a_folder(tmp_path: Path) -> None:
    pack = build_pack(make_lesson(), tmp_path, ("pdf",))
    for file in pack.files:
        assert Path(file.path).parent.name == file.audience
    assert {file.audience for file in pack.files} == {"teacher", "pupil", "family"}


def test_printed_pages_are_counted(tmp_path: Path) -> None:
    pack = build_pack(make_lesson(), tmp_path, ("pdf", "gift"))
    for file in pack.files:
        assert (file.pages is None) == (file.format != "pdf")
        assert file.pages is None or file.pages >= 1


def test_the_same_lesson_twice_is_the_same_to_the_byte(tmp_path: Path) -> None:
    plan = make_lesson()
    one, two = (build_pack(plan, tmp_path / each, FORMATS) for each in ("one", "two"))
    for name in names(one.folder):
        assert (one.folder / name).read_bytes() == (two.folder / name).read_bytes(), name


def test_progress_is_told_before_each_file_and_at_the_end(tmp_path: Path) -> None:
    heard: list[tuple[int, int, str]] = []
    pack = build_pack(make_lesson(), tmp_path, ("gift", "moodle"), progress=lambda *told: heard.append(told))
    total = len(pack.files)
    assert [done for done, _total, _name in heard] == list(range(total + 1))
    assert {each for _done, each, _name in heard} == {total}
    assert heard[-1][2] == ""


def test_whoever_interrupts_finds_whole_files_only(tmp_path: Path) -> None:
    def stop(done: int, total: int, name: str) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_pack(make_lesson(), tmp_path, ("pdf",), progress=stop)
    found = sorted((tmp_path / "paper-kite-en").rglob("*"))
    files = [file for file in found if file.is_file()]
    assert len(files) == 3
    assert all(file.read_bytes().startswith(b"%PDF") and b"%%EOF" in file.read_bytes()[-32:] for file in files)


def test_a_format_whose_library_is_missing_is_left_out_with_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "missing_library", lambda format: "typst" if format == "pdf" else None)
    pack = build_pack(make_lesson(), tmp_path, ("pdf", "gift"))
    assert {file.format for file in pack.files} == {"gift"}
    assert any("typst" in warning for warning in pack.warnings)
    assert any("pip install 'looktwice[lessons]'" in warning for warning in pack.warnings)


def test_where_nothing_can_be_written_the_one_line_that_installs_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "missing_library", lambda format: "typst")
    with pytest.raises(MissingWriterError, match=r"pip install 'looktwice\[lessons\]'"):
        build_pack(make_lesson(), tmp_path, ("pdf",))
    assert names(tmp_path) == set()


@not_as_root
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(PackError, match="Nothing can be written"):
        write_file(tmp_path / "more" / "plan.pdf", b"x")


def test_a_file_in_the_place_of_the_folder_is_named_and_stays(tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("mine")
    with pytest.raises(PackError, match="Nothing can be written"):
        write_file(tmp_path / "packs" / "plan.pdf", b"x")
    assert (tmp_path / "packs").read_text() == "mine"


def test_a_file_that_another_program_holds_is_kept_and_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(b"open in Word")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PackError, match="open in another program"):
        write_file(file, b"new")
    assert names(tmp_path) == {"plan.docx"}
    assert file.read_bytes() == b"open in Word"


@pytest.mark.parametrize(("words", "found"), [(["pdf"], ("pdf",)), (["html", "docx", "html"], ("docx", "html"))])
def test_formats_are_found_once_each_in_one_order(words: list[str], found: tuple[str, ...]) -> None:
    assert find_formats(words) == found


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("paper-kite", "--to", "gift")`: exit code, standard output and standard error of `looktwice lesson`."""
    monkeypatch.chdir(tmp_path)

    def go(*words: str) -> tuple[int, str, str]:
        code = main(["lesson", "--home", str(tmp_path / "home"), *words])
        out = capsys.readouterr()
        return code, out.out, out.err

    return go


def test_the_command_says_in_json_what_it_made(run: Run, tmp_path: Path) -> None:
    code, out, _err = run("paper-kite", "--to", "pdf,gift", "-o", "out", "--json")
    assert code == 0
    answer = json.loads(out)
    assert set(answer["files"][0]) == {"path", "kind", "audience", "format", "pages"}
    assert {file["audience"] for file in answer["files"]} == {"teacher", "pupil", "family"}
    assert all((tmp_path / file["path"]).is_file() for file in answer["files"])
    assert isinstance(answer["seconds"], float)


SHELVES = ["tests", *([pytest.param("the game", marks=pytest.mark.shipped)] if IS_WHOLE else [])]
"""Whose stories are made in all languages: the game's own at night."""


@pytest.mark.parametrize("shelf", SHELVES)
def test_all_stories_in_all_languages_are_made_in_one_run(run: Run, tmp_path: Path, shelf: str) -> None:
    code, _out, _err = run("all", "--lang", "all", "--to", "gift", "-o", "out")
    assert code == 0
    folders = {folder.name for folder in (tmp_path / "out").iterdir()}
    library = open_library(home=tmp_path)
    library.read_all()
    stories = {card.id for card in library.cards()}
    assert ("paper-kite" in stories) == (shelf == "tests")
    assert len(stories) > 6
    assert folders == {f"{story}-{code}" for story in stories for code in ("ar", "en", "es", "fr")}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("paper-kit",), "paper-kite"),
        (("paper-kite", "--to", "dox"), "docx"),
        (("paper-kite", "--lang", "xx"), "xx"),
        (("paper-kite", "--country", "XX"), "XX"),
        ((), "--sequence"),
        (("paper-kite", "--sequence", "11-13"), "--sequence"),
        (("paper-kite", "--minutes", "45"), "45"),
    ],
)
def test_a_wrong_word_is_said_before_anything_is_written(
    run: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    code, out, err = run(*words, "-o", "out")
    assert code in (1, 2)
    assert out == ""
    assert said in err
    assert not (tmp_path / "out").exists()


def test_a_lesson_in_a_language_says_what_is_still_english(run: Run) -> None:
    _code, out, _err = run("paper-kite", "--lang", "fr", "--to", "gift", "-o", "out", "--json")
    assert any("English" in warning for warning in json.loads(out)["warnings"])


def test_a_plan_for_another_country_names_its_numbers(tmp_path: Path) -> None:
    plan = make_lesson(country="IE")
    plan = replace(plan, place=replace(plan.place, emergency_number="999"))
    pack = build_pack(plan, tmp_path, ("html",))
    text = "".join(Path(file.path).read_text(encoding="utf-8") for file in pack.files)
    assert "999" in text


def test_a_pack_in_another_language_speaks_it_around_its_pages_too(tmp_path: Path) -> None:
    pack = build_pack(make_lesson(language="es"), tmp_path, ("html",))
    for audience, skip in (
        ("pupil", "Ir a la primera página"),
        ("family", "Ir a la"),
        ("teacher", "Skip to the first"),
    ):
        assert skip in (pack.folder / audience / f"{audience}.html").read_text(encoding="utf-8")


def test_what_stays_english_is_said_once_and_before_the_first_file(run: Run) -> None:
    _code, out, err = run("paper-kite", "--lang", "fr", "--to", "gift", "-o", "out")
    lines = err.splitlines()
    assert lines[0].startswith("note: In English: ")
    assert lines[1].startswith("0/")
    assert err.count("In English: ") == 1
    assert "In English" not in out


def test_a_sequence_in_another_language_says_that_its_page_is_english(run: Run) -> None:
    _code, _out, err = run("--sequence", "11-13", "--lang", "fr", "--to", "html", "-o", "out")
    assert err.splitlines()[0] == "note: In English: the page of the sequence, whatever the language."
    _code, out, _err = run("--sequence", "11-13", "--lang", "fr", "--to", "html", "-o", "out", "--json")
    assert any("the page of the sequence" in note for note in json.loads(out)["warnings"])
