"""An own story's folder brings its guide and its translations; what is wrong with them is one sentence, no more."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from game.app.languages import CatalogueLanguages
from game.cli.main import main
from game.content.files.scenario_reader import parse_scenario
from game.content.files.signs_reader import read_signs
from game.content.library import Library, open_library
from game.extract.compiling import compile_po, open_catalogues
from game.i18n.catalogues import MOST_BYTES, Catalogues, story_catalogue_path
from game.i18n.retelling import retell_scenario, retell_signs
from lessons.planning import make_plan
from lessons.story_guide import find_guide

Out = pytest.CaptureFixture[str]
HEAD = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n{more}\n'


def put(file: Path, content: str | bytes) -> Path:
    """Write a file, making its folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def po_of(texts: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> bytes:
    """A PO file in which every text is translated: by itself, with an arrow before it."""
    from io import BytesIO

    catalog = Catalog(locale="es")
    for context, text in texts:
        catalog.add(text, f"→ {text}", context=context)
    out = BytesIO()
    write_po(out, catalog)
    return out.getvalue()


def texts_of(story: str) -> list[tuple[str, str]]:
    scenario = parse_scenario(story).scenario
    assert scenario is not None
    found: list[tuple[str, str]] = []
    retell_scenario(scenario, lambda context, text, steps: found.append((context, text)) or text)
    return found


def signs_texts() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    retell_signs(read_signs().values, lambda context, text, steps: found.append((context, text)) or text)
    return found


@pytest.fixture
def story(tmp_path: Path, small_story: str) -> Path:
    """The folder of an own story, whole in Spanish."""
    folder = tmp_path / "own" / "small"
    put(folder / "scenario.yaml", small_story)
    put(story_catalogue_path(folder, "es"), po_of(texts_of(small_story)))
    return folder


@pytest.fixture
def catalogues(tmp_path: Path) -> Callable[[], Catalogues]:
    """Languages of a game whose screens and signs are whole in Spanish."""
    shipped = tmp_path / "shipped"
    put(shipped / "locales" / "es" / "game.po", po_of([("", "Menu")]))
    put(story_catalogue_path(shipped / "scenarios" / "signs", "es"), po_of(signs_texts()))
    return lambda: Catalogues(shipped / "locales", compile_po, scenarios=shipped / "scenarios")


def shelf(story: Path, catalogues: Catalogues, index: Path | None = None) -> Library:
    library = Library([story.parent], index, catalogues=catalogues)
    library.read_all()
    return library


def test_an_own_story_is_offered_in_the_language_that_its_folder_brings(
    story: Path, catalogues: Callable[[], Catalogues]
) -> None:
    there = catalogues()
    library = shelf(story, there)
    (card,) = library.cards()
    languages = CatalogueLanguages(there, folder_of=lambda id: library.path(id).parent)
    told = languages.card("es", card)
    assert told is not None
    assert (told.title, told.about) == (f"→ {card.title}", f"→ {card.about}")
    scenario = languages.scenario("es", library.scenario("small"))
    assert scenario is not None
    assert scenario.debrief.remember.startswith("→ ")


def test_nothing_is_written_into_an_authors_folder(story: Path, catalogues: Callable[[], Catalogues]) -> None:
    before = sorted(story.rglob("*"))
    shelf(story, catalogues())
    assert sorted(story.rglob("*")) == before


def test_the_picker_opens_no_catalogue_where_the_index_is_warm(
    story: Path, catalogues: Callable[[], Catalogues], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = tmp_path / "home" / "index.json"
    first = shelf(story, catalogues(), index)
    there = catalogues()
    monkeypatch.setattr(Catalogues, "_read_file", lambda *args, **more: pytest.fail("a catalogue was opened"))
    warm = Library([story.parent], index, catalogues=there)
    assert warm.cards() == first.cards()
    assert [words.language for words in warm.cards()[0].told] == ["es"]
    assert CatalogueLanguages(there).card("es", warm.cards()[0]) is not None
    warm.read_all()


def test_a_translation_that_changed_or_went_is_noticed_after_the_first_picture(
    story: Path, catalogues: Callable[[], Catalogues], tmp_path: Path, small_story: str
) -> None:
    index = tmp_path / "home" / "index.json"
    shelf(story, catalogues(), index)
    po = story_catalogue_path(story, "es")
    po.write_bytes(po.read_bytes().replace("→ The free sail".encode(), b"Vela"))
    library = Library([story.parent], index, catalogues=catalogues())
    assert library.cards()[0].told[0].title == "→ The free sail"
    assert [file.parent.name for file in library.refresh()] == ["small"]
    assert library.cards()[0].told[0].title == "Vela"
    po.unlink()
    assert shelf(story, catalogues(), index).cards()[0].told == ()
    assert shelf(story, catalogues(), index).cards()[0].title == "The free sail"


def test_a_command_without_languages_leaves_what_the_index_knows_of_them(
    story: Path, catalogues: Callable[[], Catalogues], tmp_path: Path
) -> None:
    index = tmp_path / "home" / "index.json"
    shelf(story, catalogues(), index)
    without = Library([story.parent], index)
    without.read_all()
    assert Library([story.parent], index, catalogues=catalogues()).cards()[0].told[0].language == "es"


def test_a_story_checked_without_languages_is_told_in_them_by_the_next_who_has_them(
    story: Path, catalogues: Callable[[], Catalogues], tmp_path: Path
) -> None:
    index = tmp_path / "home" / "index.json"
    Library([story.parent], index).read_all()
    assert shelf(story, catalogues(), index).cards()[0].told[0].language == "es"


def test_a_story_with_one_line_missing_is_not_offered_in_the_language(
    story: Path, catalogues: Callable[[], Catalogues], small_story: str
) -> None:
    put(story_catalogue_path(story, "es"), po_of(texts_of(small_story)[:-1]))
    assert shelf(story, catalogues()).cards()[0].told == ()


def test_no_story_is_offered_in_a_language_in_which_the_signs_are_not_whole(
    story: Path, catalogues: Callable[[], Catalogues], tmp_path: Path
) -> None:
    there = catalogues()
    signs = story_catalogue_path(tmp_path / "shipped" / "scenarios" / "signs", "es")
    index = tmp_path / "home" / "index.json"
    shelf(story, there, index)
    signs.write_bytes(po_of(signs_texts()) + b'\nmsgctxt "signs/x"\nmsgid "New"\nmsgstr ""\n')
    library = shelf(story, catalogues(), index)
    assert library.cards()[0].told == ()
    signs.unlink()
    assert shelf(story, catalogues(), index).cards()[0].told == ()


def test_an_own_storys_guide_is_the_one_of_its_lesson(story: Path, small_story: str) -> None:
    scenario = parse_scenario(small_story).scenario
    assert scenario is not None
    assert "made from the story alone" in find_guide(scenario, story).notes[0]
    put(story / "guide.yaml", "story: small\n")
    with pytest.raises(Exception, match=r"The guide of the story `small` has"):
        find_guide(scenario, story)


def test_a_lesson_of_an_own_story_is_in_the_language_that_its_folder_brings(
    story: Path, catalogues: Callable[[], Catalogues]
) -> None:
    plan = make_plan("small", library=shelf(story, catalogues()), language="es", catalogues=catalogues())
    assert plan.story_language == "es"
    assert plan.scenario.title == "→ The free sail"


BOMB = '"Plural-Forms: nplurals=1000000000; plural=0;\\n"\n'
DEEP = f'"Plural-Forms: nplurals=2; plural={"(" * 5000}n{")" * 5000};\\n"\n'
PLURAL = '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xff\xfe\x00", "cannot be used"),
        (HEAD.format(more="") + 'msgid "Hi\nmsgstr\n', "line 6 is not what a PO file may hold"),
        (b"#" * (MOST_BYTES + 1), "it is larger than 1024 KiB"),
        (HEAD.format(more=BOMB) + PLURAL, "it asks for 1000000000 plural forms"),
        (HEAD.format(more='"Plural-Forms: nplurals=0; plural=0;\\n"\n') + PLURAL, "it asks for 0 plural forms"),
        (HEAD.format(more=DEEP) + PLURAL, "cannot be used"),
        (po_of([("blue-egg", "Blue egg")]), "holds texts of `blue-egg`, and lies with `small`: they are left out."),
        (po_of([(f"x{n}", "Hi") for n in range(5)]), "`x0`, `x1`, `x2` and 2 more"),
        (po_of([("y" * 9000, "Hi")]), f"`{'y' * 40}…`"),
        (po_of([("small/nowhere/kai", "Hi")]), "None of the 1 translated texts in this file is a text of this story."),
    ],
    ids=[
        *("no text", "half a line", "huge", "forms", "no form", "deep rule", "another story", "many stories"),
        *("a long name", "scenes of another story"),
    ],
)
def test_a_catalogue_that_is_broken_hostile_or_of_another_story_is_said_in_one_sentence(
    story: Path, home: Path, capsys: Out, content: str | bytes, says: str
) -> None:
    """The story is told in English, and all that was there is there still."""
    po = put(story_catalogue_path(story, "es"), content)
    before = po.read_bytes()
    assert main(["check", "--json", str(story)]) == 1
    (finding,) = (one for one in json.loads(capsys.readouterr().out)["findings"] if one["slug"] == "translation-file")
    assert says in finding["message"]
    assert finding["path"].endswith("small/locales/es.po")
    assert "\n" not in finding["message"]
    assert len(finding["message"]) < 500
    assert main(["list", "--json", "--content", str(story.parent)]) == 0
    captured = capsys.readouterr()
    assert "small" in [row["id"] for row in json.loads(captured.out)]
    assert len(captured.err.splitlines()) <= 1
    assert po.read_bytes() == before


def test_plural_forms_whose_name_is_cut_in_two_are_counted_all_the_same() -> None:
    with pytest.raises(ValueError, match="it asks for 1000000000 plural forms"):
        compile_po((HEAD.format(more=BOMB.replace("nplurals", 'nplu"\n"rals')) + PLURAL).encode(), "es")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_a_pipe_in_a_catalogues_place_does_not_stop_the_game(story: Path, home: Path, capsys: Out) -> None:
    po = story_catalogue_path(story, "es")
    po.unlink()
    os.mkfifo(po)
    assert main(["check", "--json", str(story)]) == 1
    assert "cannot be used" in capsys.readouterr().out
    assert main(["list", "--content", str(story.parent)]) == 0


def test_a_file_whose_name_is_no_language_is_found(story: Path, home: Path, capsys: Out) -> None:
    story_catalogue_path(story, "es").rename(story / "locales" / "my spanish.po")
    assert main(["check", "--json", str(story)]) == 1
    assert "no language's code" in capsys.readouterr().out


def test_a_translation_is_checked_by_its_path(story: Path, home: Path, capsys: Out) -> None:
    po = story_catalogue_path(story, "es")
    assert main(["check", "--json", str(po)]) == 0
    assert json.loads(capsys.readouterr().out)["files"] == 1
    put(po, "no catalogue")
    assert main(["check", "--json", str(po)]) == 1


def test_of_an_own_and_a_shipped_story_with_one_id_the_shipped_one_counts_and_nothing_is_lost(
    tmp_path: Path, home: Path, capsys: Out, small_story: str
) -> None:
    own = put(tmp_path / "own" / "free-skins" / "scenario.yaml", small_story.replace("id: small", "id: free-skins"))
    library = open_library([tmp_path / "own"], home, catalogues=open_catalogues())
    library.read_all()
    assert library.path("free-skins") != own
    (refusal,) = library.refused()
    assert refusal.path == own
    assert "Another story has the id `free-skins` already" in refusal.reason
    assert main(["check", "--json", "--content", str(tmp_path / "own")]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [one["slug"] for one in found if one["severity"] == "error"] == ["duplicate-id"]
    assert own.is_file()


@pytest.mark.parametrize("by_path", [True, False])
def test_a_folder_with_a_guide_and_no_story_is_said_in_one_sentence(
    tmp_path: Path, home: Path, capsys: Out, by_path: bool
) -> None:
    guide = put(tmp_path / "own" / "alone" / "guide.yaml", "story: alone\n")
    words = [str(guide.parent)] if by_path else ["--content", str(tmp_path / "own")]
    assert main(["check", "--json", *words]) == 1
    errors = [one for one in json.loads(capsys.readouterr().out)["findings"] if one["severity"] == "error"]
    assert [one["message"] for one in errors] == ["There is a guide in this folder, and no scenario.yaml."]
    assert main(["list", "--content", str(tmp_path / "own")]) == 0
    assert "There is a guide in this folder" in capsys.readouterr().err
    assert guide.read_text() == "story: alone\n"
