"""Words that screens and lesson pages share stand once, and come translated to both in every language."""

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from game.extract.compiling import open_catalogues
from game.i18n.catalogues import SCREENS, SOURCE
from game.i18n.translator import Translator
from game.resources import data_folder
from game.shown.help_lines import after_contact, help_line, how_sure, what_it_does_not
from game.shown.labels import pair_answer, pair_label, pair_picked
from game.story.values import HelpRow, ShownHelp

CATALOGUES = open_catalogues()
LANGUAGES = tuple(one.code for one in CATALOGUES.find_languages() if one.code != SOURCE)
_ = Translator().gettext
LINE = HelpRow(country="IE", organisation="A line", purpose=("child_line",), web="https://example.org", seen="2025")


def messages_of(domain: str) -> list[Message]:
    with (data_folder("locales") / f"{domain}.pot").open("rb") as file:
        return [message for message in read_po(file) if message.id]


def is_shown(message: Message) -> bool:
    return any(place.startswith("game/shown/") for place, _line in message.locations)


MESSAGES = [message for message in messages_of(SCREENS) if is_shown(message) and isinstance(message.id, str)]
SHOWN = [message.id for message in MESSAGES]


def told(translator: Translator) -> list[str]:
    """What a translator makes of each of these texts, by its context where it has one."""
    return [translator.pgettext(one.context, one.id) if one.context else translator.gettext(one.id) for one in MESSAGES]


def test_there_are_words_to_share() -> None:
    assert {
        "Stop answering",
        "A teacher",
        "Not OK",
        "Chat A is not OK",
        "Not checked yet: look at the site first.",
    } <= {*SHOWN}


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_have_the_very_words_of_the_screens_in_every_language(language: str) -> None:
    pages, screens = CATALOGUES.load_translator(language, "lessons"), CATALOGUES.load_translator(language)
    assert list(zip(SHOWN, told(pages), strict=True)) == list(zip(SHOWN, told(screens), strict=True))
    assert sum(one != text for one, text in zip(told(pages), SHOWN, strict=True)) > 0.95 * len(SHOWN)


def test_no_page_of_a_lesson_has_a_copy_of_its_own() -> None:
    copied = {message.id for message in messages_of("lessons")} & set(SHOWN)
    assert copied == set()


def test_each_language_has_its_own_letters_for_the_two_chats() -> None:
    arabic = CATALOGUES.load_translator("ar").gettext
    for letter, said in (("a", "أ"), ("b", "ب")):
        for text in (pair_label(arabic, letter), pair_answer(arabic, letter), pair_picked(arabic, letter)):
            assert said in text
            assert not any(character.isascii() and character.isalpha() for character in text)


@pytest.mark.parametrize(
    ("freshness", "said"),
    [
        ("checked", "Checked on 2026-01-02."),
        ("unchecked", "Seen in 2025, not checked yet: look at the site first."),
        ("old", "This may have changed: look at the site first."),
        ("expired", "This may have changed: look at the site first."),
    ],
)
def test_how_sure_an_entry_is_stands_beside_it(freshness: str, said: str) -> None:
    row = HelpRow(country="IE", organisation="A line", purpose=("report",), seen="2025", checked_on="2026-01-02")
    assert how_sure(_, ShownHelp(row=row, freshness=freshness)) == said  # type: ignore[arg-type]


def test_what_was_seen_at_no_known_time_is_not_checked() -> None:
    row = HelpRow(country="IE", organisation="A line", purpose=("report",), seen="undated")
    assert how_sure(_, ShownHelp(row=row, freshness="unchecked")) == "Not checked yet: look at the site first."


def test_a_line_says_only_what_may_be_shown_of_it_today() -> None:
    line = help_line(_, ShownHelp(row=LINE, freshness="unchecked", phone="116 111", hours="day and night"))
    assert (line.phone, line.web, line.text_or_chat) == ("116 111", "https://example.org", "Open: day and night")
    assert line.status == "Seen in 2025, not checked yet: look at the site first."
    assert line.note == "They listen. They do not take reports for the police."


def test_each_kind_of_help_has_words_of_its_own_for_what_happens() -> None:
    kinds = ("emergency", "child_line", "take_down", "report", "finder")
    assert len({after_contact(_, (kind,)) for kind in kinds}) == len(kinds)
    assert after_contact(_, ("crisis",)) == after_contact(_, ("child_line", "report"))


def test_what_a_service_does_not_do_is_said_where_a_child_might_wait_for_it() -> None:
    def of(*purpose: str, organisation: str = "A line") -> str:
        return what_it_does_not(_, HelpRow(country="IE", organisation=organisation, purpose=purpose))

    assert "do not take reports" in of("child_line")
    assert "does not answer" in of("finder")
    assert "use a helpline" in of("report")
    assert "Nobody has to look" in of("take_down", organisation="NCMEC Take It Down")
    assert of("take_down") == ""
