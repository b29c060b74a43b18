import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from game.extract.compiling import compile_catalogues, compile_po, open_catalogues
from game.i18n.catalogues import Catalogues, CompilePo, Locale, catalogue_path, find_codes, story_catalogue_path
from game.i18n.scenario_translation import translate_card
from game.story.values import StoryCard

HEAD = """msgid ""
msgstr ""
"Language: {code}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
MENU = 'msgid "Menu"\nmsgstr "Menú"\n\n'
STORY = """msgctxt "owl-night"
msgid "Owl night"
msgstr "Noche de búhos"

msgctxt "owl-night/start/kai"
msgid "Hi!"
msgstr "¡Hola!"
"""
HALF = """#, fuzzy
msgctxt "half-done"
msgid "Half done"
msgstr "A medias"

msgctxt "half-done/start/note"
msgid "Nothing yet."
msgstr ""
"""


def open_in(folder: Path, compile: CompilePo | None = compile_po) -> Catalogues:
    """The languages of a folder that holds catalogues of screens and, in folders of their own, stories."""
    return Catalogues(folder, compile, scenarios=folder)


def path_of(folder: Path, name: str, code: str = "es", suffix: str = ".po") -> Path:
    """Where a catalogue lies: of the screens or of lessons, or of a story."""
    if name in ("game", "lessons"):
        return catalogue_path(folder, code, name, suffix)
    return story_catalogue_path(folder / name, code, suffix)


def write(folder: Path, name: str, text: str | bytes, code: str = "es") -> Path:
    file = path_of(folder, name, code)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else (HEAD.format(code=code) + text).encode())
    return file


def make_newer(file: Path, than: Path) -> None:
    later = than.stat().st_mtime_ns + 1_000_000
    os.utime(file, ns=(later, later))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "game", MENU)
    write(tmp_path, "owl-night", STORY)
    write(tmp_path, "half-done", HALF)
    return tmp_path


def test_english_comes_first_and_needs_no_file(tmp_path: Path):
    assert Catalogues(None).find_languages() == (Locale("en", "English"),)
    assert Catalogues(tmp_path / "missing").find_languages() == (Locale("en", "English"),)


def test_every_folder_with_a_catalogue_of_the_screens_is_a_language(folder: Path):
    write(folder, "owl-night", STORY, code="fr")
    (folder / "not a code").mkdir()
    assert find_codes(folder) == ("es",)
    assert [one.code for one in Catalogues(folder, compile_po).find_languages()] == ["en", "es"]


def test_a_po_file_is_compiled_when_its_language_is_asked_for(folder: Path):
    catalogues = Catalogues(folder, compile_po)
    assert catalogues.load_translator("es").gettext("Menu") == "Menú"
    assert catalogue_path(folder, "es", "game", ".mo").is_file()
    assert catalogues.load_translator("es") is catalogues.load_translator("es")


def test_a_changed_po_file_shows_at_the_next_start(folder: Path):
    Catalogues(folder, compile_po).load_translator("es")
    po = write(folder, "game", MENU.replace("Menú", "Carta"))
    make_newer(po, catalogue_path(folder, "es", "game", ".mo"))
    assert Catalogues(folder, compile_po).load_translator("es").gettext("Menu") == "Carta"


def test_a_catalogue_that_is_up_to_date_is_not_compiled_again(folder: Path):
    compile_catalogues(folder, folder)

    def refuse(content: bytes, code: str) -> bytes:
        raise AssertionError("compiled again")

    assert Catalogues(folder, refuse).load_translator("es").gettext("Menu") == "Menú"


def test_where_nothing_can_be_written_the_catalogue_stays_in_memory(folder: Path):
    catalogue_path(folder, "es", "game", ".mo").mkdir()
    assert Catalogues(folder, compile_po).load_translator("es").gettext("Menu") == "Menú"
    assert not list(folder.rglob(".*.mo"))


def test_an_installed_game_reads_compiled_files_alone(folder: Path):
    assert Catalogues(folder).load_translator("es").language == "en"
    compile_catalogues(folder, folder)
    for po in folder.rglob("*.po"):
        po.unlink()
    assert Catalogues(folder).load_translator("es").gettext("Menu") == "Menú"


def test_fuzzy_and_empty_entries_are_never_shown(folder: Path):
    catalogues = open_in(folder)
    owl, half = (catalogues.load_story_catalogue("es", part) for part in ("owl-night", "half-done"))
    assert owl.find("owl-night", "Owl night") == "Noche de búhos"
    assert owl.find("owl-night/start/noor", "Hi!") is None
    assert half.find("half-done", "Half done") is None
    assert half.find("half-done/start/note", "Nothing yet.") is None


def test_each_story_has_a_catalogue_of_its_own_and_no_other_is_opened(folder: Path):
    catalogues = open_in(folder)
    catalogues.load_story_catalogue("es", "owl-night")
    assert path_of(folder, "owl-night", suffix=".mo").is_file()
    assert not path_of(folder, "half-done", suffix=".mo").exists()


def test_a_story_elsewhere_brings_its_translations_in_its_own_folder(folder: Path, tmp_path: Path):
    write(tmp_path / "more", "night-bus", STORY.replace("owl-night", "night-bus"))
    found = open_in(folder).load_story_catalogue("es", "night-bus", tmp_path / "more" / "night-bus")
    assert found.find("night-bus", "Owl night") == "Noche de búhos"
    assert open_in(folder).load_story_catalogue("es", "night-bus").find("night-bus", "Owl night") is None


def test_a_card_is_shown_in_a_language_when_the_file_lacks_nothing_of_its_story(folder: Path):
    card = StoryCard(
        id="owl-night", title="Owl night", band="8-10", kind="story", level=1, minutes=5, about="", content_note="",
        picture="owl", is_draft=True,
    )  # fmt: skip
    translated = translate_card(card, open_in(folder).load_story_catalogue("es", "owl-night"))
    assert translated is not None
    assert translated.title == "Noche de búhos"
    assert not open_in(folder).load_story_catalogue("es", "half-done").is_complete("half-done")


def test_the_share_of_what_is_translated_is_known(folder: Path):
    catalogues = open_in(folder)
    assert catalogues.share_translated("es", "game") == 1.0
    assert catalogues.share_translated("es", "lessons") == 0.0
    assert catalogues.share_translated("en", "lessons") == 1.0
    parts = ("owl-night", "half-done", "no-such-story")
    assert [catalogues.count_story_lines("es", part) for part in parts] == [(2, 2), (0, 2), (0, 0)]


GUIDE = 'msgctxt "guide/owl-night/home"\nmsgid "{text}"\nmsgstr "{told}"\n\n'


def test_a_guide_counts_apart_and_a_story_is_whole_without_it(folder: Path):
    done = GUIDE.format(text="Only if you like.", told="Solo si quieres.")
    write(folder, "owl-night", STORY + "\n" + done + GUIDE.format(text="Ask at home.", told=""))
    catalogues = open_in(folder)
    assert catalogues.count_story_lines("es", "owl-night") == (2, 2)
    assert catalogues.count_guide_lines("es", "owl-night") == (1, 2)
    assert catalogues.count_guide_lines("es", "half-done") == (0, 0)
    story = catalogues.load_story_catalogue("es", "owl-night")
    assert story.is_complete("owl-night")
    assert not story.is_complete("guide/owl-night")
    assert catalogues.problems == []


def test_the_guide_of_another_story_is_said_to_lie_in_the_wrong_folder(folder: Path):
    write(folder, "half-done", HALF + "\n" + GUIDE.format(text="Ask at home.", told="Pregunta."))
    catalogues = open_in(folder)
    catalogues.load_story_catalogue("es", "half-done")
    assert "holds texts of `guide/owl-night`" in catalogues.problems[0]


@pytest.mark.parametrize("code", ["xx", "", "..", "../es", "es/..", "e" * 300, "\0", "\ud800"])
def test_an_unknown_language_is_english(folder: Path, code: str):
    catalogues = open_in(folder)
    assert catalogues.load_translator(code).language == "en"
    assert catalogues.load_story_catalogue(code, "owl-night").find("owl-night", "Owl night") is None
    assert catalogues.problems == []


def test_a_broken_po_file_is_told_once_and_its_sentences_are_english(folder: Path):
    po = write(folder, "game", MENU + 'msgid "Help\nmsgstr\n')
    catalogues = open_in(folder)
    assert catalogues.load_translator("es").gettext("Menu") == "Menu"
    catalogues.share_translated("es", "game")
    assert len(catalogues.problems) == 1
    assert catalogues.problems[0].startswith(f"{po} cannot be used")
    assert "line 10 " in catalogues.problems[0]
    assert catalogues.load_story_catalogue("es", "owl-night").find("owl-night", "Owl night") == "Noche de búhos"


def test_a_broken_mo_file_of_an_installed_game_is_told_and_its_sentences_are_english(folder: Path):
    catalogue_path(folder, "es", "game", ".mo").write_bytes(b"no catalogue")
    catalogues = Catalogues(folder)
    assert catalogues.load_translator("es").gettext("Menu") == "Menu"
    assert len(catalogues.problems) == 1


def test_a_broken_mo_file_is_made_anew_in_a_checkout(folder: Path):
    mo = catalogue_path(folder, "es", "game", ".mo")
    mo.write_bytes(b"no catalogue")
    make_newer(mo, catalogue_path(folder, "es", "game"))
    catalogues = Catalogues(folder, compile_po)
    assert catalogues.load_translator("es").gettext("Menu") == "Menú"
    assert catalogues.problems == []


def test_a_catalogue_that_another_tool_compiled_is_made_anew_in_a_checkout(folder: Path):
    po, mo = (path_of(folder, "owl-night", suffix=suffix) for suffix in (".po", ".mo"))
    with po.open("rb") as source, mo.open("wb") as out:
        write_mo(out, read_po(source))
    make_newer(mo, po)
    assert not open_in(folder, None).load_story_catalogue("es", "owl-night").is_complete("owl-night")
    assert open_in(folder).load_story_catalogue("es", "owl-night").is_complete("owl-night")


def test_a_translation_with_a_wrong_place_leaves_its_language_otherwise_alone(folder: Path):
    write(folder, "game", MENU + 'msgid "{friend} says no."\nmsgstr "{amigo} dice que no."\n')
    translator = Catalogues(folder, compile_po).load_translator("es")
    assert translator.gettext("{friend} says no.", friend="Sam") == "Sam says no."
    assert translator.gettext("Menu") == "Menú"


@settings(max_examples=examples(150), deadline=None)
@given(
    content=st.binary(max_size=400) | st.text(max_size=200).map(lambda text: (HEAD + text).encode("utf-8", "replace"))
)
def test_no_bytes_in_a_po_file_raise(content: bytes):
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), "game", content)
        write(Path(name), "owl-night", content)
        catalogues = open_in(Path(name))
        assert catalogues.load_translator("es").gettext("Menu")
        found = catalogues.load_story_catalogue("es", "owl-night").find("a", "b")
        assert found is None or isinstance(found, str)


@settings(max_examples=examples(200), deadline=None)
@given(data=st.data())
def test_no_bytes_in_an_mo_file_raise(data: st.DataObject):
    whole = compile_po((HEAD.format(code="es") + MENU + STORY).encode(), "es")
    content = data.draw(st.binary(max_size=200) | st.binary(max_size=200).map(lambda end: b"\xde\x12\x04\x95" + end))
    if data.draw(st.booleans()):
        place = data.draw(st.integers(0, len(whole) - 1))
        content = whole[:place] + content + whole[place + len(content) :]
    with tempfile.TemporaryDirectory() as name:
        for part in ("game", "owl-night"):
            mo = path_of(Path(name), part, suffix=".mo")
            mo.parent.mkdir(parents=True, exist_ok=True)
            mo.write_bytes(content)
        catalogues = open_in(Path(name), None)
        assert catalogues.load_translator("es").ngettext("{number} card", "{number} cards", 3)
        found = catalogues.load_story_catalogue("es", "owl-night").find("owl-night", "Owl night")
        assert found is None or isinstance(found, str)
        assert 0 <= catalogues.share_translated("es", "game") <= 1


def test_babel_is_not_loaded_where_nothing_has_to_be_compiled(tmp_path: Path):
    open_catalogues().load_translator("es")
    code = (
        "import sys\n"
        "from game.extract.compiling import open_catalogues\n"
        "catalogues = open_catalogues()\n"
        "assert len(catalogues.find_languages()) >= 4\n"
        "catalogues.load_translator('es'); catalogues.load_translator('en_XA')\n"
        "assert 'babel' not in sys.modules and 'yaml' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=tmp_path)


def test_what_a_domain_lacks_is_looked_up_among_the_screens_sentences(folder: Path):
    write(folder, "lessons", 'msgid "Handout"\nmsgstr "Hoja"\n\nmsgid "Both"\nmsgstr "De la hoja"\n')
    many = 'msgid "{number} sign"\nmsgid_plural "{number} signs"\nmsgstr[0] "una señal"\nmsgstr[1] "{number} señales"\n'
    write(folder, "game", f'{MENU}msgid "Both"\nmsgstr "De la pantalla"\n\n{many}')
    pages = Catalogues(folder, compile_po).load_translator("es", "lessons")
    assert [pages.gettext(text) for text in ("Handout", "Menu", "Both", "Neither")] == [
        *("Hoja", "Menú", "De la hoja", "Neither"),
    ]
    assert pages.ngettext("{number} sign", "{number} signs", 2) == "2 señales"


def test_screens_never_borrow_from_another_domain(folder: Path):
    write(folder, "lessons", 'msgid "Handout"\nmsgstr "Hoja"\n')
    catalogues = Catalogues(folder, compile_po)
    catalogues.load_translator("es", "lessons")
    assert catalogues.load_translator("es").gettext("Handout") == "Handout"


def test_a_domain_without_a_file_is_english_as_a_whole(folder: Path):
    assert Catalogues(folder, compile_po).load_translator("es", "lessons").gettext("Menu") == "Menu"


def test_a_translator_that_notes_tells_what_is_missing_from_what_is_the_same_in_both_languages(tmp_path: Path) -> None:
    same = 'msgid "Menu"\nmsgstr "Menu"\n\n'
    half = (
        'msgid "Back"\nmsgstr ""\n\nmsgid "{number} day"\nmsgid_plural "{number} days"\nmsgstr[0] ""\nmsgstr[1] ""\n\n'
    )
    broken = 'msgid "Hi {name}"\nmsgstr "Hola {nombre}"\n\n'
    write(tmp_path, "game", HEAD.format(code="es") + same)
    write(tmp_path, "lessons", HEAD.format(code="es") + half + broken)
    words = open_in(tmp_path).load_translator("es", "lessons").noting()
    assert (words.language, words.gettext("Menu"), words.lacking) == ("es", "Menu", set())
    assert words.gettext("Back") == "Back"
    assert words.ngettext("{number} day", "{number} days", 2) == "2 days"
    assert words.pgettext("step", "Stop") == "Stop"
    assert words.gettext("Hi {name}", name="Kit") == "Hi Kit"
    assert words.lacking == {"Back", "{number} days", "Stop", "Hi {name}"}
