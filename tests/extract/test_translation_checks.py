import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli.main import main
from game.content.format.spans import whole_file
from game.extract.compiling import open_catalogues
from game.extract.po_files import read_words
from game.extract.translated_texts import Translated
from game.extract.translation_checks import check_words_of, most_words
from game.i18n.glossary import Term, glossary_path, missing_terms, read_glossary
from game.resources import data_folder

LANGUAGES = ("ar", "es", "fr")
HELPLINE = Term(("helpline",), ("línea de ayuda",))


def said(text: str, translation: str, *, place: str = "kite/start", cap: int = 18, is_line: bool = True) -> Translated:
    context = f"{place}/mo"
    return Translated(context=context, place=place, text=text, translation=translation, cap=cap, is_line=is_line)


def slugs(*texts: Translated, terms: tuple[Term, ...] = ()) -> list[str]:
    return [one.slug for one in check_words_of(texts, terms, whole_file("es.po"))]


def test_a_translation_may_have_a_tenth_more_words_than_the_english_and_no_more():
    assert [most_words(cap) for cap in (12, 18, 24)] == [14, 20, 27]
    assert slugs(said("short", "palabra " * 20)) == []
    assert slugs(said("short", "palabra " * 21)) == ["translation-long"]


def test_each_sentence_counts_by_itself_where_it_does_in_english():
    assert slugs(said("short", "uno dos tres cuatro. " * 9, is_line=False)) == []


def test_what_is_too_long_in_english_is_not_found_again():
    assert slugs(said("word " * 25, "palabra " * 25)) == []


def test_a_why_that_repeats_the_line_it_explains_is_found():
    line = (
        "concours de la pire chaussette ! photos dans le chat des fans avant six heures. on gagne rien, que la gloire"
    )
    why = line.replace("le chat", "le groupe")
    texts = (
        said("worst sock contest! pics in the fan chat by six. the winner gets nothing, only fame", line, cap=24),
        said("It asks for a picture of a sock, for all to see. Nobody has to join in.", why, cap=24),
    )
    assert slugs(*texts) == ["translation-repeats"]


def test_two_places_and_two_like_english_texts_may_have_the_same_words():
    one = said("It is about the game.", "Habla del juego y de nada más.")
    assert slugs(one, said("An open plan, and anyone may come.", one.translation, place="kite/end")) == []
    assert slugs(one, said("It's about the game.", one.translation)) == []


def test_a_term_is_found_missing_and_its_endings_may_change():
    assert slugs(said("Call a helpline.", "Llama a un teléfono."), terms=(HELPLINE,)) == ["translation-term"]
    assert slugs(said("Helplines help.", "Las líneas de ayuda ayudan."), terms=(HELPLINE,)) == []
    assert missing_terms("Call a helpliner.", "Llama a alguien.", (HELPLINE,)) == ()


def test_a_word_in_brackets_is_for_translators_alone():
    assert missing_terms("keep (the chat)", "otra cosa", (Term(("keep (the chat)",), ("guardar",)),)) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_a_glossary_with_the_same_terms(language: str):
    terms = read_glossary(glossary_path(data_folder("locales"), language))
    assert len(terms) >= 20
    others = read_glossary(glossary_path(data_folder("locales"), "es"))
    assert [one.english for one in terms] == [one.english for one in others]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screens_use_the_words_of_the_glossary(language: str):
    terms = read_glossary(glossary_path(data_folder("locales"), language))
    missing = [
        (message.id, message.string, term.english[0])
        for domain in ("game", "lessons")
        for message in read_words(data_folder("locales") / language / f"{domain}.po")
        if isinstance(message.id, str) and message.string and not message.fuzzy
        for term in missing_terms(message.id, str(message.string), terms)
    ]
    assert len(missing) <= 1, missing


@pytest.mark.parametrize(
    "content",
    [
        b"english,translation\nsign,x\n",
        b"english,translation,note\nsign\n",
        b"\xff\xfe\x00",
        b'english,translation,note\n"a',
    ],
)
def test_a_broken_glossary_is_said_and_breaks_nothing(content: bytes, tmp_path: Path):
    (tmp_path / "glossary.csv").write_bytes(content)
    with pytest.raises(ValueError, match=r"line|UTF-8"):
        read_glossary(tmp_path / "glossary.csv")


def test_a_language_without_a_glossary_has_no_terms(tmp_path: Path):
    assert read_glossary(tmp_path / "glossary.csv") == ()
    assert open_catalogues().load_glossary("en") == ()


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_looked_through(text: str, translation: str):
    assert set(missing_terms(text, translation, (HELPLINE,))) <= {HELPLINE}


def test_a_broken_glossary_is_a_finding_and_a_sound_one_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "glossary.csv"
    file.write_text("english,translation\n", encoding="utf-8")
    assert main(["check", "--json", str(file)]) == 1
    assert [one["slug"] for one in json.loads(capsys.readouterr().out)["findings"]] == ["translation-file"]
    assert main(["check", str(glossary_path(data_folder("locales"), "es"))]) == 0


def test_a_file_of_the_signs_is_checked_by_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "signs" / "locales" / "es.po"
    file.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    entry = f'msgctxt "signs/secrecy_request"\nmsgid "The keep-it-secret ask"\nmsgstr "{"secreto " * 30}"\n'
    file.write_text(head + entry, encoding="utf-8")
    assert main(["check", "--json", str(file)]) == 0
    assert [one["slug"] for one in json.loads(capsys.readouterr().out)["findings"]] == ["translation-long"]


def test_a_guide_that_is_translated_is_checked_and_only_what_pupils_read_has_a_cap(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    story = tmp_path / "paper-kite"
    shutil.copytree(Path(__file__).parents[1] / "data" / "stories" / "paper-kite", story)
    home = "Only if you like: ask somebody at home which present they still remember, and what made it good. "
    note = "The story does not say who Kai is, how old, or why. Do not guess with the class. "
    entries = (
        ("home", f"{home}You do not have to tell us about it."),
        ("notes", f"{note}What counts is what Kai asks for."),
    )
    words = "palabra " * 30
    file = story / "locales" / "es.po"
    with file.open("a", encoding="utf-8") as out:
        for what, text in entries:
            out.write(f'\nmsgctxt "guide/paper-kite/{what}"\nmsgid "{text}"\nmsgstr "{words}{what}"\n')
    assert main(["check", "--json", str(story)]) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    long = [one["message"] for one in found if one["slug"] == "translation-long"]
    assert len(long) == 1
    assert "(in guide/paper-kite/home)" in long[0]
