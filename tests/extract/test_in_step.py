import shutil
import subprocess
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st

from game.extract.domains import SCREENS, Domain, find_domains
from game.extract.in_step import Repeats, bring_in_step, count_entries, kind_of
from game.extract.label_notes import LABEL_NOTES
from game.extract.po_files import make_content, read_words, write_words
from game.i18n.catalogues import find_codes
from game.resources import checkout_folder, data_folder

STORY = Domain(name="paper-kite", source="scenarios/paper-kite", is_of_scenarios=True)
OTHER = Domain(name="red-kite", source="scenarios/red-kite", is_of_scenarios=True)
ROOT = checkout_folder() or Path()


def catalog_of(*entries: tuple[str, str, str]) -> Catalog:
    """A catalogue with entries of a context, a text and a translation."""
    catalog = Catalog(locale="es")
    for context, text, translation in entries:
        catalog.add(text, translation, context=context)
    return catalog


def repeats_of(*catalogs: tuple[Domain, Catalog]) -> Repeats:
    repeats = Repeats()
    for domain, catalog in catalogs:
        repeats.add(domain, catalog)
    return repeats


def brought(old: Catalog, template: Catalog, *others: Catalog) -> Catalog:
    bring_in_step(old, template, STORY, repeats_of((STORY, old), *((OTHER, one) for one in others)))
    return old


def test_a_text_like_one_of_another_place_gets_no_guess():
    old = catalog_of(("paper-kite/start/kai", "haha, give it back", "jaja devuélvemela"))
    new = catalog_of(
        ("paper-kite/start/kai", "haha, give it back", ""), ("paper-kite/end/kai", "haha, give it back now", "")
    )
    assert count_entries(brought(old, new)) == (2, 1, 0)


def test_a_text_that_changed_keeps_its_translation_as_fuzzy_and_its_earlier_text():
    old = catalog_of(("paper-kite/start/kai", "We fly on Saturday at ten", "Volamos el sábado a las diez"))
    message = brought(old, catalog_of(("paper-kite/start/kai", "We fly on Sunday at ten", ""))).get(
        "We fly on Sunday at ten", context="paper-kite/start/kai"
    )
    assert message is not None
    assert (message.string, message.fuzzy) == ("Volamos el sábado a las diez", True)
    assert message.previous_id == ["We fly on Saturday at ten"]


def test_a_wholly_other_text_in_the_same_place_gets_no_guess():
    old = catalog_of(("paper-kite/start/kai", "We fly on Saturday at ten", "Volamos el sábado a las diez"))
    assert count_entries(brought(old, catalog_of(("paper-kite/start/kai", "no kite, no me", "")))) == (1, 0, 0)


def test_an_exact_repeat_in_a_place_of_its_kind_is_filled_in_another_story_too():
    other = catalog_of(("red-kite/start/mo", "see you there", "nos vemos allí"))
    done = brought(catalog_of(), catalog_of(("paper-kite/start/kai", "see you there", "")), other)
    message = done.get("see you there", context="paper-kite/start/kai")
    assert message is not None
    assert (message.string, message.fuzzy) == ("nos vemos allí", False)


def test_an_exact_repeat_in_a_place_of_another_kind_stays_empty():
    other = catalog_of(("red-kite/start/later", "Saturday", "El sábado"))
    assert count_entries(brought(catalog_of(), catalog_of(("paper-kite/start/kai", "Saturday", "")), other)) == (
        1,
        0,
        0,
    )


def test_a_repeat_with_two_translations_stays_empty_and_names_both():
    other = catalog_of(("red-kite/start/mo", "a cousin", "una prima"), ("red-kite/end/mo", "a cousin", "un primo"))
    message = brought(catalog_of(), catalog_of(("paper-kite/start/kai", "a cousin", "")), other).get(
        "a cousin", context="paper-kite/start/kai"
    )
    assert message is not None
    assert not message.string
    assert message.auto_comments == ["Elsewhere, in the same kind of place: “una prima”, “un primo”."]


def test_what_is_gone_is_kept_aside_and_comes_back_with_its_text():
    key, text = "paper-kite/start/kai", "gone and back"
    catalog = brought(catalog_of((key, text, "se fue")), catalog_of())
    assert count_entries(catalog) == (0, 0, 0)
    assert [one.string for one in catalog.obsolete.values()] == ["se fue"]
    message = brought(catalog, catalog_of((key, text, ""))).get(text, context=key)
    assert message is not None
    assert message.string == "se fue"


def test_labels_with_two_contexts_are_of_two_kinds():
    assert kind_of(SCREENS, "button") != kind_of(SCREENS, "mark")


def test_a_text_of_a_guide_is_never_filled_from_a_chat_and_is_from_the_same_part_of_another_guide():
    other = catalog_of(("red-kite/start/mo", "a swap", "un cambio"), ("guide/red-kite/vocabulary", "a catch", "truco"))
    new = catalog_of(
        ("guide/paper-kite/vocabulary", "a swap", ""),
        ("guide/paper-kite/vocabulary", "a catch", ""),
        ("guide/paper-kite/notes", "a catch", ""),
    )
    done = brought(catalog_of(), new, other)
    told = {(one.context, one.id): one.string for one in done if one.id}
    assert list(told.values()) == ["", "truco", ""]


def test_the_guide_comes_after_its_story():
    new = catalog_of(("guide/paper-kite/home", "Only if you like.", ""), ("paper-kite", "The paper kite", ""))
    assert [one.context for one in brought(catalog_of(), new) if one.id] == ["paper-kite", "guide/paper-kite/home"]


TEXTS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\x85"), min_size=1, max_size=300
)


@given(earlier=TEXTS, now=TEXTS, told=TEXTS)
def test_an_earlier_text_is_read_as_it_was_written(
    earlier: str, now: str, told: str, tmp_path_factory: pytest.TempPathFactory
):
    file = tmp_path_factory.mktemp("po") / "es.po"
    catalog = catalog_of(("paper-kite", "before", "antes"))
    catalog.add(now, told, context="paper-kite/start/kai", flags=("fuzzy",), previous_id=(earlier,))
    write_words(file, catalog)
    message = read_words(file, "es").get(now, context="paper-kite/start/kai")
    assert message is not None
    assert (message.string, list(message.previous_id)) == (told, [earlier])
    assert not write_words(file, read_words(file, "es"))


def test_msgfmt_reads_a_long_earlier_text(tmp_path: Path):
    if shutil.which("msgfmt") is None:
        pytest.skip("msgfmt is not installed (package gettext)")
    catalog = catalog_of()
    catalog.add(
        ("a " * 90, "b\n" * 90), ("c", "d"), flags=("fuzzy",), previous_id=("one word " * 40, "two\nwords " * 40)
    )
    (tmp_path / "es.po").write_bytes(make_content(catalog))
    done = subprocess.run(
        ["msgfmt", "-o", "-", str(tmp_path / "es.po")], capture_output=True, check=False, env={"LC_ALL": "C.UTF-8"}
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")


@pytest.mark.parametrize("code", find_codes(data_folder("locales")))
def test_no_shipped_entry_is_a_guess_without_the_text_that_it_was_made_for(code: str):
    for domain in find_domains(ROOT):
        for message in read_words(ROOT / domain.catalogue(code), code):
            assert not (message.id and message.fuzzy and not message.previous_id), (domain.name, message.id)


@pytest.mark.parametrize("template", ["game", "lessons"])
def test_every_label_of_a_word_or_two_has_a_note_for_translators(template: str):
    bare = [
        message.id
        for message in read_words(data_folder("locales") / f"{template}.pot")
        if message.id and not message.auto_comments
        for text in ((message.id,) if isinstance(message.id, str) else message.id)
        if len(text.split()) <= 2
    ]
    assert not bare, "write what it is for into game/extract/label_notes.py, or as a comment NOTE: above it"


def test_every_note_of_a_label_belongs_to_a_label_that_is_there():
    keys = {
        (message.context or "", message.id if isinstance(message.id, str) else message.id[0])
        for template in ("game", "lessons")
        for message in read_words(data_folder("locales") / f"{template}.pot")
        if message.id
    }
    assert set(LABEL_NOTES) <= keys
