"""Promises of languages in the game: which are offered, what is said in them, and that switching loses no place."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from game.app.app import App
from game.app.languages import CatalogueLanguages, known_language
from game.app.opening import Opening
from game.app.sealed_file import seal
from game.errors import UsageError
from game.extract.compiling import compile_po, open_catalogues
from game.i18n.catalogues import Catalogues, catalogue_path
from game.story.message_names import names_of
from game.story.named_plays import NamedJudge, NamedPlay
from game.story.saves import dump_save
from game.studio.tour import Tour
from game.ui.dump import dump_tree
from game.ui.intents import Change, EraseEverything, GoTo, Open, OpenStory, ShowAll, StartStory
from game.ui.tree import find, walk
from game.view.fonts import PygameMeasure

DATA = Path(__file__).parents[1] / "data"
MEASURE = PygameMeasure(1.0)
HEAD = 'msgid ""\nmsgstr ""\n"Language: {code}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
WHOLE = 'msgid "Menu"\nmsgstr "Menú"\n'
HALF = WHOLE + '\nmsgid "Help"\nmsgstr ""\n'
EMPTY = 'msgid "Menu"\nmsgstr ""\n'


@pytest.fixture
def catalogues(tmp_path: Path) -> Callable[..., Catalogues]:
    """`catalogues(es=WHOLE)`: languages by their code, each with these sentences of the screens."""

    def make(**languages: str) -> Catalogues:
        for code, text in languages.items():
            file = catalogue_path(tmp_path, code, "game")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(HEAD.format(code=code) + text, encoding="utf-8")
        return Catalogues(tmp_path, compile_po)

    return make


def test_a_language_in_which_nothing_is_translated_is_not_offered(catalogues: Callable[..., Catalogues]) -> None:
    languages = CatalogueLanguages(catalogues(es=HALF, fr=EMPTY))
    assert [code for code, _name in languages.names()] == ["en", "es"]


@pytest.mark.parametrize(
    ("wanted", "preferred"),
    [
        ((), "en"),
        (("es",), "es"),
        (("es_MX",), "es"),
        (("xx", "es_MX", "en"), "es"),
        (("en_GB", "es"), "en"),
        (("fr",), "en"),
        (("fr", "es"), "es"),
        (("pt_BR",), "pt_BR"),
        (("C", "", "_", "../es"), "en"),
    ],
)
def test_the_systems_language_is_taken_where_its_screens_are_whole(
    catalogues: Callable[..., Catalogues], wanted: tuple[str, ...], preferred: str
) -> None:
    there = catalogues(es=WHOLE, fr=HALF, pt_BR=WHOLE)
    assert CatalogueLanguages(there, wanted).preferred == preferred


@pytest.mark.parametrize(
    ("asked", "code"),
    [("es", "es"), ("ES", "es"), ("es-MX", "es"), ("pt-br", "pt_BR"), ("ar-XB", "ar_XB"), ("xx", None), ("", None)],
)
def test_a_language_is_known_by_its_code_however_it_is_written(
    catalogues: Callable[..., Catalogues], asked: str, code: str | None
) -> None:
    assert known_language(catalogues(es=WHOLE, pt_BR=WHOLE), asked) == code


def test_an_unknown_language_is_a_mistake_of_the_command_that_names_those_there_are(home: Path) -> None:
    with pytest.raises(UsageError, match=r"does not speak 'xx'.*It speaks en"):
        Opening(home, language="xx")


def open_game(home: Path, *, language: str | None = None, wanted: tuple[str, ...] = (), story: str = "") -> App:
    opening = Opening(home, today=date(2026, 1, 1), language=language)
    opening.library.read_all()
    opening.settings = replace(opening.settings, adult_page_seen=True, band="11-13")
    app = opening.app(MEASURE, story=story, random=Random(1), wanted=wanted)
    app.tick(100.0)
    return app


def said(app: App) -> str:
    return dump_tree(app.draw())


def test_a_language_that_was_asked_for_at_the_start_is_not_kept(home: Path) -> None:
    app = open_game(home, language="en_XA")
    assert "[" in said(app)
    app.perform(Change("text_size", 125))
    assert "en_XA" not in (home / "settings.json").read_text()
    app.perform(Change("language", "en"))
    assert "[" not in said(app)


def test_after_everything_was_erased_the_systems_language_stays(home: Path) -> None:
    app = open_game(home, wanted=("es_MX",))
    app.perform(EraseEverything(True))
    assert app.sitting.language == "es"


@pytest.mark.parametrize("language", ["en_XA", "ar_XB"])
def test_switching_the_language_loses_no_place(home: Path, language: str) -> None:
    """On every screen of the way through a story: there and back, and everything is as it was."""
    app = open_game(home, language=language)
    seen = set()
    for stop in Tour(app, "paper-kite").stops():
        app.perform(Change("language", "en"))
        before, english = app.sitting.playing, said(app)
        app.perform(Change("language", language))
        other = app.sitting.playing
        assert (other and other.state) == (before and before.state), stop.screen
        assert said(app) != english, stop.screen
        app.perform(Change("language", "en"))
        assert said(app) == english, stop.screen
        app.perform(Change("language", language))
        seen.add(app.sitting.screen)
    assert {"topic", "story", "practice", "closing", "picker"} <= seen


def test_what_became_of_a_kept_place_is_said_in_the_language_of_the_screen(home: Path) -> None:
    app = open_game(home, language="en_XA", story="paper-kite")
    app.perform(Change("keep_place", True))
    story = app.world.shelf.scenario("paper-kite")
    there = next(name for name in names_of(story).by_name if name.who != story.friend.id)
    play = NamedPlay(story.id, (NamedJudge(there, "fine"), NamedJudge(replace(there, digest="0123456789ab"), "fine")))
    place = home / "places" / "paper-kite.json"
    place.parent.mkdir()
    place.write_text(seal(dump_save(play, "0123456789ab", date(2026, 1, 1))))
    app.perform(StartStory(story.id, True))
    assert app.sitting.screen == "topic"
    one, many = (
        f"This story has changed since you played it. {rest}"
        for rest in (
            "One of your answers no longer fits and was taken out.",
            "{number} of your answers no longer fit and were taken out.",
        )
    )
    assert one not in said(app)
    assert app.world.languages.translator("en_XA").ngettext(one, many, 1) in said(app)


@pytest.mark.parametrize("language", ["en_XA", "ar_XB"])
def test_in_another_language_no_english_is_left_on_a_screen_of_the_game(home: Path, language: str) -> None:
    """Nothing is written past the catalogues: what stays is names, numbers, and rows of help, which are data."""
    app = open_game(home, language=language)
    for intent in (GoTo("picker"), OpenStory("paper-kite"), Open("menu"), Open("help"), Open("countries")):
        app.sitting = replace(app.sitting, panels=())
        app.perform(intent)
        for name in ("menu", "help", "quick_exit"):
            placed = find(app.draw(), name)
            if placed is not None:
                assert placed.node.label.lower() not in ("menu", "help", "quick exit")


@pytest.mark.parametrize("code", [locale.code for locale in open_catalogues().find_languages()])
def test_a_shipped_language_says_what_it_is_called_and_draws_its_first_screen(home: Path, code: str) -> None:
    app = open_game(home, language=code)
    app.perform(EraseEverything(True))
    name = open_catalogues().locale(code).name
    assert name in said(app)


def test_a_story_that_is_not_whole_in_a_language_is_told_in_english_within_the_players_language(home: Path) -> None:
    app = open_game(home, language="ar")
    app.perform(OpenStory("lunch-swap"))
    app.perform(StartStory("lunch-swap"))
    app.perform(ShowAll())
    tree = app.draw()
    assert (tree.language, tree.rtl) == ("ar", True)
    messages = [item.node for item in walk(tree) if item.node.role == "message"]
    assert messages
    assert {node.language for node in messages} == {"en"}
    app.perform(Open("help"))
    assert app.draw().language == "ar"
    assert not [item.node.label for item in walk(app.draw()) if item.node.language]


def test_an_english_story_leaves_nothing_english_on_the_screens_after_it(home: Path) -> None:
    app = open_game(home, language="ar")
    app.perform(OpenStory("lunch-swap"))
    app.perform(StartStory("lunch-swap"))
    app.perform(GoTo("album"))
    assert not [item.node.label for item in walk(app.draw()) if item.node.language]
