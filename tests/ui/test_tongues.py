"""The player's language and the story's on one screen: who speaks which, and which way each text runs.

The fixtures are stories that nobody translated, so in any other language than English they are told in English.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from game.extract.compiling import open_catalogues
from game.i18n.catalogues import SOURCE
from game.i18n.pseudo import PSEUDO_LOCALES
from game.i18n.tongue import own_tongue, runs_from_right
from game.i18n.translator import Translator
from game.shown.story_page import story_paragraphs
from game.story.model import Scenario
from game.text.model import TextLayout
from game.ui.tree import DisplayTree, Node, Placed, find, walk

WIDE, NARROW = (1280, 800), (360, 640)
ENGLISH_ONLY = ("lunch-swap", "quiet-week", "loud-chat")
ABROAD = ("ar", "fr")
BUTTONS = {
    "help": "Help",
    "start": "Start",
    "read_page": "Read it as a page",
    "pass_gate": "I have read this story",
    "close": "Close",
    "say:not_ok": "Not OK",
    "sign:none": "I cannot say which",
    "pulse:fine": "It is going fine",
    "said_it": "Said it",
    "read_again": "Read the chat again",
    "reminds": "This reminds me of something real",
}
STORY_SCREENS = ("topic", "gate", "page", "story")


@pytest.fixture(scope="module")
def rtl_codes() -> dict[str, bool]:
    """Whether each language that there is runs from right to left."""
    return {locale.code: locale.direction == "rtl" for locale in open_catalogues().find_languages()}


@pytest.fixture(scope="module")
def screens(artist, walks_in) -> Callable[..., list]:
    """`screens("ar", stories, size)`: stop and tree of every screen of some walks, in a language."""

    drawn: dict[tuple, list] = {}

    def draw(language: str, names=ENGLISH_ONLY, size=WIDE) -> list:
        key = (language, tuple(names), size)
        if key not in drawn:
            frame = artist.frame(size, 100, open_catalogues().load_translator(language))
            drawn[key] = [(stop, artist.draw(stop, frame)) for name in names for stop in walks_in(language)[name]]
        return drawn[key]

    return draw


def texts(tree: DisplayTree) -> Iterator[tuple[Node, TextLayout]]:
    for item in walk(tree):
        if item.node.text is not None and item.node.text.text:
            yield item.node, item.node.text


def strings_of(value: object) -> Iterator[str]:
    """Every string in a story."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_of(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from strings_of(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from strings_of(each)


def story_of(stop) -> Scenario:
    return stop.world.shelf.scenario(stop.story)


@pytest.mark.parametrize("language", ABROAD)
def test_every_text_says_its_language_and_runs_its_way(screens, walks_in, rtl_codes, language: str) -> None:
    """On every screen of every walk: the player's language, the story's, or a language's own name in itself."""
    for stop, tree in screens(language, walks_in(language)):
        # The picker, the list of lessons and a story's own screens may say something in English.
        allowed = {tree.language, stop.sitting.story_language, SOURCE}
        for node, layout in texts(tree):
            code = node.language or tree.language
            own_name = code in rtl_codes and open_catalogues().locale(code).name == node.label
            assert code in allowed or own_name, (stop.id, node.label)
            assert layout.rtl == rtl_codes[code], (stop.id, node.label)
            if code != tree.language and not own_name:
                assert not runs_from_right(node.label) or "\u2068" in node.label, (stop.id, node.label)


@pytest.mark.parametrize("language", ABROAD)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_what_a_story_says_is_in_its_language_and_all_else_is_in_the_players(screens, language: str, size) -> None:
    seen = set()
    for stop, tree in screens(language, size=size):
        if stop.sitting.screen not in STORY_SCREENS or stop.sitting.panels:
            continue
        told = {each for each in strings_of(story_of(stop)) if " " in each}
        for node, _layout in texts(tree):
            if node.label in told:
                assert node.language == SOURCE, (stop.id, node.label)
                seen.add(node.label)
            elif node.language:
                assert any(part in node.label for part in strings_of(story_of(stop)) if part), (stop.id, node.label)
    assert len(seen) > 60


@pytest.mark.parametrize("language", ABROAD)
def test_an_english_story_has_the_players_buttons_and_header(screens, language: str) -> None:
    _ = open_catalogues().load_translator(language).gettext
    said = {name: _(word) for name, word in BUTTONS.items()}
    seen = set()
    for stop, tree in screens(language):
        if stop.sitting.panels:
            continue
        for name, words in said.items():
            placed = find(tree, name)
            if placed is not None:
                assert (placed.node.label, placed.node.language) == (words, ""), stop.id
                seen.add(name)
        leave = find(tree, "quick_exit")
        assert leave is not None
        middle = leave.rect.x + leave.rect.width / 2
        assert (middle < WIDE[0] / 2) == (language == "ar"), stop.id
    assert seen == set(BUTTONS)


def test_an_english_title_stands_where_the_header_begins(screens) -> None:
    seen = 0
    for stop, tree in screens("ar"):
        if stop.sitting.screen not in STORY_SCREENS or stop.sitting.panels:
            continue
        bar = find(tree, "header")
        assert bar is not None
        for item in walk(tree):
            if item.node.label == story_of(stop).title and item.node.text is not None and item.rect.y < 60:
                last = item.node.text.lines[0].runs[-1]
                assert item.rect.x + last.x + last.width > bar.rect.right - 60, stop.id
                seen += 1
    assert seen > 20


def visual_end(layout: TextLayout, *, right: bool) -> str:
    """What stands at the right (or left) end of the last line, seen on the screen."""
    runs = layout.lines[-1].runs
    run = max(runs, key=lambda each: each.x) if right else min(runs, key=lambda each: each.x)
    return run.text.strip()[0 if run.rtl == right else -1]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_full_stop_stands_where_its_own_sentence_ends(screens, size) -> None:
    """At the right of an English text, at the left of an Arabic one, on the same screen."""
    seen = {True: 0, False: 0}
    for stop, tree in screens("ar", (*ENGLISH_ONLY, "after"), size):
        for node, layout in texts(tree):
            if layout.cut or not node.label.endswith((".", "!", "?", "؟")):
                continue
            english = node.language == SOURCE
            assert visual_end(layout, right=english) == node.label[-1], (stop.id, node.label)
            seen[english] += 1
    assert min(seen.values()) > 100


def test_a_bubble_keeps_to_its_side_of_the_screen_and_its_text_begins_at_the_left(screens) -> None:
    sides = set()
    for stop, tree in screens("ar"):
        friend = story_of(stop).friend.name
        for item in walk(tree):
            if item.node.role != "message" or item.node.language != SOURCE:
                continue
            is_friends = item.node.label.startswith(f"{friend}: ")
            log = next(each for each in walk(tree) if each.node.role == "log")
            room_left = item.rect.x - log.rect.x
            room_right = log.rect.right - item.rect.right
            assert (room_left < room_right) == is_friends, (stop.id, item.node.label)
            sides.add(is_friends)
            for layout in text_layouts(item.node):
                assert not layout.rtl
                assert all(line.runs[0].x == 0 for line in layout.lines if line.runs), (stop.id, item.node.label)
    assert sides == {True, False}


def text_layouts(node: Node) -> Iterator[TextLayout]:
    if node.text is not None:
        yield node.text
    for child in node.children:
        yield from text_layouts(child)


def test_a_bullet_stands_where_its_sentence_begins(screens) -> None:
    ways = set()
    for _stop, tree in (*screens("ar", ["loud-chat"]), *screens("ar_XB", ["loud-chat"])):
        for item in walk(tree):
            inside = [node for node in item.node.children if node.text is not None]
            if len(inside) == 2 and "•" in (inside[0].text.text, inside[1].text.text):
                bullet, sentence = sorted(inside, key=lambda node: node.text.text != "•")
                assert (bullet.rect.x > sentence.rect.x) == sentence.text.rtl, sentence.label
                ways.add(sentence.text.rtl)
    assert ways == {True, False}


def test_a_deed_is_the_games_word_and_stands_in_the_players_language(screens) -> None:
    """Also where it stands alone on an answer's button, and in the chat once it was done."""
    speaks = open_catalogues().load_translator("ar")
    wait = speaks.gettext("Wait a while")
    alone = [
        item.node
        for _stop, tree in screens("ar", ["loud-chat"])
        for item in walk(tree)
        if item.node.name == "option:later"
    ]
    assert alone
    assert all(node.label == wait and not node.language for node in alone)


def test_the_game_says_what_it_hides_in_the_players_language_also_after_a_name_of_the_storys(screens) -> None:
    threat = open_catalogues().load_translator("ar").gettext("A threat")
    quoted = [
        node
        for stop, tree in screens("ar", ["quiet-week"])
        if stop.sitting.screen == "story"
        for node, _layout in texts(tree)
        if threat in node.label and "Remy" in node.label
    ]
    assert quoted
    for node in quoted:
        assert node.language == SOURCE
        assert f"\u2068{threat}\u2069" in node.label


@pytest.mark.parametrize("language", ABROAD)
def test_a_picker_card_of_an_english_story_is_english_in_what_the_story_says(screens, language: str) -> None:
    seen = 0
    for stop, tree in screens(language):
        placed = find(tree, f"story:{stop.story}")
        if placed is None:
            continue
        seen += 1
        card = story_of(stop)
        inside = {node.label: node for node, _layout in texts_in(placed)}
        assert inside[card.title].language == inside[card.about].language == SOURCE
        others = [node for label, node in inside.items() if node.language != SOURCE]
        assert others, "the minutes are the game's words"
        assert placed.node.language == SOURCE
    assert seen >= len(ENGLISH_ONLY)


def texts_in(placed: Placed) -> Iterator[tuple[Node, TextLayout]]:
    yield from texts(DisplayTree(root=placed.node, title=""))


def test_the_list_of_lessons_says_which_titles_are_english(screens) -> None:
    for language, said in (("ar", SOURCE), ("ar_XB", "")):
        [tree] = [tree for stop, tree in screens(language, ["more"]) if stop.name == "lessons-choose"]
        placed = find(tree, "lesson:story:lunch-swap")
        assert placed is not None
        assert placed.node.language == said


def test_the_sign_cards_speak_the_players_language_in_an_english_story(screens) -> None:
    names = {node.label for _stop, tree in screens("ar") for node in sign_buttons(tree)}
    assert names
    assert all(runs_from_right(name) for name in names)


def sign_buttons(tree: DisplayTree) -> list[Node]:
    return [item.node for item in walk(tree) if item.node.name.startswith("sign:") and item.node.name != "sign:none"]


@pytest.mark.parametrize("language", PSEUDO_LOCALES)
def test_where_a_story_is_whole_there_is_no_second_language(screens, language: str) -> None:
    for stop, tree in screens(language, ["paper-kite"]):
        if stop.sitting.screen not in STORY_SCREENS or stop.sitting.panels:
            continue
        assert stop.sitting.story_language == language
        assert not [node.label for node, _layout in texts(tree) if node.language], stop.id


def test_a_page_tells_the_story_apart_from_what_is_said_of_it(screens) -> None:
    stop = next(stop for stop, _tree in screens("ar", ["quiet-week"]))
    said, scenario = open_catalogues().load_translator("ar"), story_of(stop)
    paragraphs = story_paragraphs(said, Translator(), scenario)
    told = {each for each in strings_of(scenario) if each.endswith(".")}
    for each in paragraphs:
        if each.text in told:
            assert each.told, each
        if not each.told:
            assert runs_from_right(each.text), each
        elif runs_from_right(each.text):
            # A deed in a line of the story's is kept to itself.
            assert "\u2068" in each.text, each
    assert {each.told for each in paragraphs} == {True, False}


def test_in_english_a_page_holds_no_mark_that_keeps_words_apart(screens) -> None:
    stop = next(stop for stop, _tree in screens("ar", ["quiet-week"]))
    english = Translator()
    assert not [each for each in story_paragraphs(english, english, story_of(stop)) if "\u2068" in each.text]


def test_a_languages_own_name_is_in_that_language(screens) -> None:
    [tree] = [tree for stop, tree in screens("fr", ["loud-chat"]) if stop.sitting.screen == "welcome"]
    placed = find(tree, "language:ar")
    assert placed is not None
    assert placed.node.language == "ar"
    assert own_tongue("ar", placed.node.label).rtl
