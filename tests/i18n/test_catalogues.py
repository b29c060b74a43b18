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

from game.extract.compiling import compile_catalogues, compile_po, open_catalogues
from game.i18n.catalogues import Catalogues, Locale, catalogue_path, find_codes
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

#, fuzzy
msgctxt "half-done"
msgid "Half done"
msgstr "A medias"

msgctxt "half-done/start/note"
msgid "Nothing yet."
msgstr ""
"""


def write(folder: Path, domain: str, text: str | bytes, code: str = "es") -> Path:
    file = catalogue_path(folder, code, domain)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else (HEAD.format(code=code) + text).encode())
    return file


def make_newer(file: Path, than: Path) -> None:
    later = than.stat().st_mtime_ns + 1_000_000
    os.utime(file, ns=(later, later))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "game", MENU)
    write(tmp_path, "stories", STORY)
    return tmp_path


def test_english_comes_first_and_needs_no_file(tmp_path: Path):
    assert Catalogues(None).find_languages() == (Locale("en", "English"),)
    assert Catalogues(tmp_path / "missing").find_languages() == (Locale("en", "English"),)


def test_every_folder_with_a_catalogue_of_the_screens_is_a_language(folder: Path):
    write(folder, "stories", STORY, code="fr")
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
    compile_catalogues(folder)

    def refuse(content: bytes, code: str) -> bytes:
        raise AssertionError("compiled again")

    assert Catalogues(folder, refuse).load_translator("es").gettext("Menu") == "Menú"


def test_where_nothing_can_be_written_the_catalogue_stays_in_memory(folder: Path):
    catalogue_path(folder, "es", "game", ".mo").mkdir()
    assert Catalogues(folder, compile_po).load_translator("es").gettext("Menu") == "Menú"
    assert not list(folder.rglob(".*.mo"))


def test_an_installed_game_reads_compiled_files_alone(folder: Path):
    assert Catalogues(folder).load_translator("es").language == "en"
    compile_catalogues(folder)
    for po in folder.rglob("*.po"):
        po.unlink()
    assert Catalogues(folder).load_translator("es").gettext("Menu") == "Menú"


def test_fuzzy_and_empty_entries_are_never_shown(folder: Path):
    stories = Catalogues(folder, compile_po).load_story_catalogue("es")
    assert stories.find("owl-night", "Owl night") == "Noche de búhos"
    assert stories.find("half-done", "Half done") is None
    assert stories.find("half-done/start/note", "Nothing yet.") is None
    assert stories.find("owl-night/start/noor", "Hi!") is None


def test_a_card_is_shown_in_a_language_when_the_file_lacks_nothing_of_its_story(folder: Path):
    stories = Catalogues(folder, compile_po).load_story_catalogue("es")
    card = StoryCard(
        id="owl-night", title="Owl night", band="8-10", kind="story", level=1, minutes=5, about="", content_note="",
        picture="owl", is_draft=True,
    )  # fmt: skip
    translated = translate_card(card, stories)
    assert translated is not None
    assert translated.title == "Noche de búhos"
    assert not stories.is_complete("half-done")


def test_the_share_of_what_is_translated_is_known(folder: Path):
    catalogues = Catalogues(folder, compile_po)
    assert catalogues.share_translated("es", "game") == 1.0
    assert catalogues.share_translated("es", "stories") == 0.5
    assert catalogues.share_translated("es", "lessons") == 0.0
    assert catalogues.share_translated("en", "lessons") == 1.0


@pytest.mark.parametrize("code", ["xx", "", "..", "../es", "es/..", "e" * 300, "\0", "\ud800"])
def test_an_unknown_language_is_english(folder: Path, code: str):
    catalogues = Catalogues(folder, compile_po)
    assert catalogues.load_translator(code).language == "en"
    assert catalogues.load_story_catalogue(code).find("owl-night", "Owl night") is None
    assert catalogues.problems == []


def test_a_broken_po_file_is_told_once_and_its_sentences_are_english(folder: Path):
    po = write(folder, "game", MENU + 'msgid "Help\nmsgstr\n')
    catalogues = Catalogues(folder, compile_po)
    assert catalogues.load_translator("es").gettext("Menu") == "Menu"
    catalogues.share_translated("es", "game")
    assert len(catalogues.problems) == 1
    assert catalogues.problems[0].startswith(f"{po} cannot be used")
    assert "line 10 " in catalogues.problems[0]
    assert catalogues.load_story_catalogue("es").find("owl-night", "Owl night") == "Noche de búhos"


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
    mo = catalogue_path(folder, "es", "stories", ".mo")
    with catalogue_path(folder, "es", "stories").open("rb") as po, mo.open("wb") as out:
        write_mo(out, read_po(po))
    make_newer(mo, catalogue_path(folder, "es", "stories"))
    assert not Catalogues(folder).load_story_catalogue("es").is_complete("owl-night")
    assert Catalogues(folder, compile_po).load_story_catalogue("es").is_complete("owl-night")


def test_a_translation_with_a_wrong_place_leaves_its_language_otherwise_alone(folder: Path):
    write(folder, "game", MENU + 'msgid "{friend} says no."\nmsgstr "{amigo} dice que no."\n')
    translator = Catalogues(folder, compile_po).load_translator("es")
    assert translator.gettext("{friend} says no.", friend="Sam") == "Sam says no."
    assert translator.gettext("Menu") == "Menú"


@settings(max_examples=150, deadline=None)
@given(
    content=st.binary(max_size=400) | st.text(max_size=200).map(lambda text: (HEAD + text).encode("utf-8", "replace"))
)
def test_no_bytes_in_a_po_file_raise(content: bytes):
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), "game", content)
        write(Path(name), "stories", content)
        catalogues = Catalogues(Path(name), compile_po)
        assert catalogues.load_translator("es").gettext("Menu")
        found = catalogues.load_story_catalogue("es").find("a", "b")
        assert found is None or isinstance(found, str)


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_no_bytes_in_an_mo_file_raise(data: st.DataObject):
    whole = compile_po((HEAD.format(code="es") + MENU + STORY).encode(), "es")
    content = data.draw(st.binary(max_size=200) | st.binary(max_size=200).map(lambda end: b"\xde\x12\x04\x95" + end))
    if data.draw(st.booleans()):
        place = data.draw(st.integers(0, len(whole) - 1))
        content = whole[:place] + content + whole[place + len(content) :]
    with tempfile.TemporaryDirectory() as name:
        for domain in ("game", "stories"):
            mo = catalogue_path(Path(name), "es", domain, ".mo")
            mo.parent.mkdir(parents=True, exist_ok=True)
            mo.write_bytes(content)
        catalogues = Catalogues(Path(name))
        assert catalogues.load_translator("es").ngettext("{number} card", "{number} cards", 3)
        found = catalogues.load_story_catalogue("es").find("owl-night", "Owl night")
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
