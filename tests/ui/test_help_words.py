"""Promises of the help page: short sentences, all seven cards, a way on without any number."""

import re
from datetime import date

import pytest

from game.app.help_desk import CsvHelpDesk
from game.i18n.translator import Translator
from game.shown.help_lines import after_contact
from game.shown.help_words import HelpLine, PlaceHelp, help_cards, telling_words
from game.ui.screens.help import draw_help
from game.ui.tree import DisplayTree, walk

_ = Translator().gettext
TODAY = date(2026, 11, 24)
CARDS = ("danger", "hurting", "threat", "picture", "saw", "friend", "own")
COUNTRIES = ("ZZ", "US", "IE")
NOWHERE = PlaceHelp(place="Nowhere")


def place(country: str) -> PlaceHelp:
    return NOWHERE if country == "nowhere" else CsvHelpDesk(TODAY).help_in(_, country)


def sentences(text: str) -> list[str]:
    """A text cut where its sentences end."""
    return [part for part in re.split(r"(?<=[.!?:])\s+", text) if part]


def page(frame, here: PlaceHelp, card: str = "") -> list[str]:
    tree = DisplayTree(root=draw_help(frame, here, card), title="")
    return [item.node.label for item in walk(tree) if item.node.label]


@pytest.mark.parametrize("country", [*COUNTRIES, "nowhere"])
def test_all_seven_cards_are_there_in_their_order(country):
    assert tuple(card.id for card in help_cards(_, place(country))) == CARDS


@pytest.mark.parametrize("country", [*COUNTRIES, "nowhere"])
def test_no_sentence_is_longer_than_eighteen_words(country):
    long = set()
    for card in help_cards(_, place(country)):
        for text in (card.title, card.short, *card.steps, card.sentence):
            long |= {sentence for sentence in sentences(text) if len(sentence.split()) > 18}
    for text in (*telling_words(_), *(after_contact(_, (purpose,)) for purpose in ("emergency", "child_line", "x"))):
        long |= {sentence for sentence in sentences(text) if len(sentence.split()) > 18}
    assert long == set()


@pytest.mark.parametrize("country", COUNTRIES)
def test_no_sentence_of_the_drawn_page_is_longer_than_eighteen_words(country, open_frame):
    here = place(country)
    names = {line.organisation for line in here.lines}
    for card in ("", *CARDS):
        for text in page(open_frame((1280, 800)), here, card):
            # A tile's label is its title and its line; both were looked at above.
            for sentence in sentences(text):
                if not any(name in sentence for name in names):
                    assert len(sentence.split()) <= 18, sentence


def test_without_any_number_every_card_still_says_what_to_do():
    cards = {card.id: card for card in help_cards(_, NOWHERE)}
    assert cards["danger"].steps[0] == "Call the police or an ambulance where you are."
    assert cards["hurting"].steps[:2] == ("Wake an adult now.", "Call the police or an ambulance where you are.")
    assert "Talk to an adult who can stay calm." in cards["own"].steps
    assert "takeitdown.ncmec.org" in cards["picture"].steps[0]
    assert not any("{" in step or "None" in step for card in cards.values() for step in card.steps)


def test_where_there_are_numbers_the_cards_name_them():
    lines = (
        HelpLine(organisation="Line A", purpose=("child_line",), phone="1234"),
        HelpLine(organisation="Down", purpose=("take_down",), web="https://down.example"),
        HelpLine(organisation="Stop", purpose=("own_behaviour",)),
    )
    cards = {card.id: card for card in help_cards(_, PlaceHelp(place="A", emergency="999", lines=lines))}
    assert cards["danger"].steps[0] == "Call 999 now."
    assert cards["hurting"].steps[0] == "Call 1234 (Line A) now, or wake an adult."
    assert "https://down.example" in cards["picture"].steps[0]
    assert "Talk to Stop." in cards["own"].steps


def test_where_a_line_for_a_crisis_takes_texts_the_card_says_so():
    lines = (HelpLine(organisation="Line A", purpose=("crisis",), phone="988", text_or_chat="text 988"),)
    cards = {card.id: card for card in help_cards(_, PlaceHelp(place="A", lines=lines))}
    assert cards["hurting"].steps[0] == "Call 988 (Line A) now, or write to them. Or wake an adult."


def test_a_child_line_without_a_number_that_may_be_shown_is_not_called():
    here = PlaceHelp(
        place="A", lines=(HelpLine(organisation="Line A", purpose=("child_line",), web="https://a.example"),)
    )
    cards = {card.id: card for card in help_cards(_, here)}
    assert cards["hurting"].steps[0] == "Wake an adult now."


@pytest.mark.parametrize("size", [(360, 640), (1280, 800)], ids=str)
@pytest.mark.parametrize("country", [*COUNTRIES, "nowhere"])
def test_the_emergency_line_is_always_on_the_page(country, size, open_frame):
    here = place(country)
    wanted = here.emergency or "Call the police or an ambulance where you are."
    assert f"Emergency: {wanted}" in page(open_frame(size), here)


@pytest.mark.parametrize("country", [*COUNTRIES, "nowhere"])
@pytest.mark.parametrize("card", ["danger", "hurting"])
def test_urgent_cards_show_the_emergency_line_too(card, country, open_frame):
    assert any(text.startswith("Emergency: ") for text in page(open_frame((1280, 800)), place(country), card))


def test_the_emergency_number_is_shown_with_where_it_was_read(open_frame):
    here = place("US")
    assert here.emergency == "911"
    assert any(text.startswith("Source: ") for text in page(open_frame((1280, 800)), here, "danger"))


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_has_a_child_line_or_a_list_of_places_that_help(country):
    assert place(country).first("child_line", "finder") is not None


def test_every_place_that_can_be_chosen_has_a_line_for_children_or_a_finder():
    desk = CsvHelpDesk(TODAY)
    codes = [code for code, _name in desk.countries(_)]
    assert codes[0] == "ZZ"
    assert len(codes) > 20
    for code in codes:
        assert desk.help_in(_, code).first("child_line", "finder") is not None, code


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_page_says_that_it_is_never_the_childs_fault_and_what_to_do_when_nobody_answers(country, open_frame):
    said = " ".join(page(open_frame((360, 640)), place(country)))
    assert "Whatever happened, you deserve help." in said
    assert "It is never your fault when someone tricks or pushes you." in said
    assert "Nobody answers, or they do not believe you? Try the next one." in said


@pytest.mark.parametrize("card", CARDS)
def test_each_card_has_words_to_say_and_a_way_on(card, open_frame):
    said = page(open_frame((360, 640)), place("ZZ"), card)
    assert "You could say" in said
    assert "Nobody answers, or they do not believe you? Try the next one." in said


def test_the_help_page_never_promises_that_nobody_is_in_trouble_and_never_says_forever(open_frame):
    for country in COUNTRIES:
        for card in ("", *CARDS):
            said = " ".join(page(open_frame((1280, 800)), place(country), card)).lower()
            for word in ("in trouble", "forever", "predator", "victim", "stranger danger"):
                assert word not in said


def test_a_private_picture_is_told_not_to_be_copied_and_the_chat_not_to_be_deleted():
    cards = {card.id: " ".join(card.steps) for card in help_cards(_, NOWHERE)}
    assert "Do not copy it or send it to anyone, not even to show it." in cards["picture"]
    assert "Do not delete the chat." in cards["threat"]
    assert "Do not pay." in cards["threat"]
    assert "A private picture shows parts that underwear or swimwear covers" in cards["picture"]
