"""Pages for pupils and families: what stands on them, and what never does."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hand_made import make_lesson
from page_parts import all_pages, ids_of, page_named, pupil_pages, texts_of, walk, words_of
from page_text import page_text
from statements import FAMILY_STATEMENTS, NOTICE_STATEMENTS, REPORT_STATEMENTS

from game.story.model import Beat, Choice, Message, Rehearse, Scenario, Sticker
from lessons.document import Cards, Chat, Document, Lines, PageBreak, Table, plain, runs
from lessons.pages.help_blocks import help_rows
from lessons.pages.sorting_cards import lookalike_numbers
from lessons.plan import LessonPlan
from lessons.sign_words import cards_of_lesson, lookalike_cards

GOLDENS = Path(__file__).parents[1] / "data" / "lessons"
STORIES = ("paper-kite", "moon-soup")
IDS = [page.id for page in all_pages(make_lesson())]
HIDDEN = Message(person="kai", hidden="private_picture_request", signs=("private_picture_request",), why="No.")


@pytest.mark.parametrize("id", IDS)
def test_each_page_reads_as_its_golden_file(id: str, golden: Callable[[Path, str], None]) -> None:
    golden(GOLDENS / f"{id}.txt", page_text(page_named(make_lesson(), id)))


@pytest.mark.parametrize("language", ["en", "en_XA", "ar_XB"])
def test_pages_know_their_language_direction_paper_and_readers(language: str) -> None:
    plan = replace(make_lesson(language=language), paper="letter")
    for page in all_pages(plan):
        assert (page.language, page.rtl, page.paper) == (language, language == "ar_XB", "letter")
        assert page.audience == ("family" if page.id == "family-letter" else "pupil")
        assert page.foot


def test_every_sentence_that_is_not_the_storys_goes_through_the_translator() -> None:
    plan = make_lesson(language="en_XA")
    scenario = plan.scenario
    own = {scenario.title, scenario.about, scenario.content_note}
    own |= {person.name for person in scenario.people.values()} | {chat.title for chat in scenario.chats.values()}
    own |= {card.name for card in cards_of_lesson(plan)} | {card.warning for card in cards_of_lesson(plan)}
    for page in all_pages(plan):
        chats = {plain(line.text) for block in walk(page.blocks) if isinstance(block, Chat) for line in block.lines}
        cards = {
            plain(text)
            for block in walk(page.blocks)
            if isinstance(block, Cards)
            for card in block.cards
            for text in (card.title, card.text)
        }
        signs = {text for card in cards_of_lesson(plan) for text in (card.do_now, card.lookalike)}
        told = {getattr(beat, name, "") for _, beat in _beats(scenario) for name in ("text", "question", "line")}
        services = {row.organisation for row in plan.place.help_rows}
        ltr = {run.text for text in texts_of(page.blocks) for run in runs(text) if run.ltr}
        known = own | chats | cards | signs | told | services | ltr
        for text in words_of(page):
            for line in (text,) if text in known else text.split("\n"):
                assert "[" in line or line in known or line.isdigit() or not line, line


def _beats(scenario: Scenario) -> list[tuple[str, Beat]]:
    return [(scene.id, beat) for scene in scenario.scenes.values() for beat in scene.beats]


@pytest.mark.parametrize("story", STORIES)
def test_no_answer_stands_on_what_pupils_get(story: str) -> None:
    plan = make_lesson(story)
    answers = {beat.why for _, beat in _beats(plan.scenario) if isinstance(beat, Message) and beat.why}
    answers |= {
        option.feedback for _, beat in _beats(plan.scenario) if isinstance(beat, Choice) for option in beat.options
    }
    answers |= {item.why for item in (*plan.starter, *plan.practice)}
    for page in pupil_pages(plan):
        text = "\n".join(words_of(page))
        assert [answer for answer in answers if answer in text] == []


@pytest.mark.parametrize("story", STORIES)
def test_pupils_get_no_figures_no_methods_and_no_words_for_teachers(story: str) -> None:
    plan = make_lesson(story)
    figures = {fact.what for fact in plan.facts.values()}
    for page in pupil_pages(plan):
        text = "\n".join(words_of(page)).lower()
        for word in ("%", "percent", "ncmec reports", "grooming", "perpetrator", "victim", "teacher note", "rapport"):
            assert word not in text
        assert [what for what in figures if what.lower() in text] == []


def test_no_page_has_a_place_for_a_name() -> None:
    for page in pupil_pages(make_lesson()):
        labels = [plain(block.label).lower() for block in walk(page.blocks) if isinstance(block, Lines)]
        assert [label for label in labels if "name" in label and "no names" not in label] == []


def _with_first_vote(plan: LessonPlan, message: Message) -> LessonPlan:
    """The plan with another message at its first vote."""
    first = plan.stops[0]
    voted = replace(first.last, beat=message)
    return replace(plan, stops=(replace(first, lines=(*first.lines[:-1], voted)), *plan.stops[1:]))


def test_a_hidden_message_has_its_label_and_nothing_else() -> None:
    plan = _with_first_vote(make_lesson(), HIDDEN)
    lines = [line for block in page_named(plan, "handout").blocks if isinstance(block, Chat) for line in block.lines]
    tile = next(line for line in lines if line.kind == "hidden")
    assert (plain(tile.text), tile.name) == ("An ask for a private picture", "Kai_up")
    assert "Kai_up\nHidden message: An ask for a private picture" in words_of(page_named(plan, "worksheet"))


@pytest.mark.parametrize(
    ("message", "kind", "words"),
    [
        (Message(person="kai", sticker=Sticker(id="hug", says="A hug"), read="fine", why="Kind."), "sticker", "A hug"),
        (Message(person="kai", call="declined", read="unclear", why="A call."), "call", "Call, not answered"),
        (Message(person="kai", text="{friend} {0} }{ %s #x $y$", read="fine", why="Odd."), "them", "{friend} {0} }{"),
    ],
)
def test_messages_of_every_kind_stand_on_handout_and_worksheet(message: Message, kind: str, words: str) -> None:
    plan = _with_first_vote(make_lesson(language="ar_XB"), message)
    lines = [line for block in page_named(plan, "handout").blocks if isinstance(block, Chat) for line in block.lines]
    said = next(line for line in lines if line.mark)
    assert said.kind == kind
    assert plain(said.text) in "\n".join(words_of(page_named(plan, "worksheet")))
    assert words in plain(said.text) or kind == "call"


def test_telling_for_a_friend_is_said_by_the_pupil() -> None:
    plan = make_lesson()
    at = next(number for number, stop in enumerate(plan.stops) if stop.kind == "rehearse")
    stop = plan.stops[at]
    assert stop.rehearse is not None
    for_friend = replace(stop.last, beat=replace(stop.rehearse, kind="tell_for_friend"))
    stops = (*plan.stops[:at], replace(stop, lines=(*stop.lines[:-1], for_friend)), *plan.stops[at + 1 :])
    text = page_text(page_named(replace(plan, stops=stops), "handout"))
    assert f"You: “{stop.rehearse.sentences[0]}”" in text


@pytest.mark.parametrize("story", STORIES)
def test_the_handout_has_every_message_of_the_path_once_and_in_order(story: str) -> None:
    plan = make_lesson(story)
    beats = [shown.beat for stop in plan.stops for shown in stop.lines]
    wanted = [beat.text for beat in beats if isinstance(beat, Message) and beat.text]
    handout = page_named(plan, "handout")
    lines = [line for block in walk(handout.blocks) if isinstance(block, Chat) for line in block.lines]
    said = [plain(line.text) for line in lines if line.kind in ("them", "friend")]
    options = [option.say for _, beat in _beats(plan.scenario) if isinstance(beat, Choice) for option in beat.options]
    assert [text for text in said if text not in options] == wanted


@pytest.mark.parametrize("story", STORIES)
def test_judged_messages_are_numbered_from_one_and_votes_are_marked(story: str) -> None:
    plan = make_lesson(story)
    marks = [
        line.mark
        for block in walk(page_named(plan, "handout").blocks)
        if isinstance(block, Chat)
        for line in block.lines
        if line.mark
    ]
    assert [mark.split(" ")[0] for mark in marks] == [str(number) for number in range(1, len(marks) + 1)]
    votes = [mark.split("Vote ")[1] for mark in marks if "Vote" in mark]
    assert votes == [str(number) for number in range(1, len(plan.votes) + 1)]


def test_what_the_friend_does_stands_on_another_page_than_the_question() -> None:
    blocks = page_named(make_lesson(), "handout").blocks
    asked = [index for index, block in enumerate(blocks) if getattr(block, "title", "") == "Stop here"]
    assert len(asked) == 2
    assert all(isinstance(blocks[index + 1], PageBreak) for index in asked)


def test_the_title_of_a_chat_stands_wherever_another_chat_begins_and_only_there() -> None:
    lines = [
        line
        for block in walk(page_named(make_lesson(), "handout").blocks)
        if isinstance(block, Chat)
        for line in block.lines
    ]
    titles = [plain(line.text) for line in lines if line.kind == "thread"]
    assert titles == ["Kite club", "Kai_up", "Kite club", "Kai_up", "Kite club"]


def test_the_worksheet_has_every_vote_with_three_boxes_and_room_to_write() -> None:
    plan = make_lesson()
    votes = next(block for block in page_named(plan, "worksheet").blocks if isinstance(block, Table))
    rows = [tuple(map(plain, row)) for row in votes.rows]
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(plan.votes) + 1)]
    for row, stop in zip(rows, plan.votes, strict=True):
        assert stop.message is not None
        assert row[1].endswith(f"\n{stop.message.text}")
        assert row[2:] == ("[   ] Fine\n[   ] Not sure\n[   ] Not OK", "")


def test_the_worksheet_offers_the_sentences_of_the_tellings_on_the_path() -> None:
    plan = make_lesson()
    text = page_text(page_named(plan, "worksheet"))
    tellings = [shown.beat for stop in plan.stops for shown in stop.lines if isinstance(shown.beat, Rehearse)]
    assert tellings
    assert all(sentence in text for telling in tellings for sentence in telling.sentences)


def test_cards_to_sort_have_the_six_items_under_their_numbers() -> None:
    plan = make_lesson()
    cards = [
        card for block in page_named(plan, "sorting-cards").blocks if isinstance(block, Cards) for card in block.cards
    ]
    feet = [plain(card.foot) for card in cards]
    numbered = len(plan.practice) + len(lookalike_cards(plan))
    assert {f"Card {number}" for number in range(1, numbered + 1)} <= set(feet)
    assert all(feet.count(foot) == 1 for foot in feet if foot != "Sign card")


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("band", ["8-10", "11-13", "14-17"])
def test_every_message_that_is_not_ok_finds_its_sign_card(story: str, band: str) -> None:
    plan = make_lesson(story, band=band)
    cards = [
        card for block in page_named(plan, "sorting-cards").blocks if isinstance(block, Cards) for card in block.cards
    ]
    names = {plain(card.title) for card in cards if plain(card.foot) == "Sign card"}
    for item in plan.practice:
        for id in getattr(item, "signs", None) or [getattr(item, "sign", "")]:
            if id:
                sign = plan.album[id]
                assert (plan.album[sign.family].name if band == "8-10" else sign.name) in names


def test_look_alikes_do_not_lie_in_the_order_of_their_signs() -> None:
    plan = make_lesson()
    signs = [card.id for card in cards_of_lesson(plan) if card.lookalike]
    laid = sorted(lookalike_numbers(plan), key=lambda id: lookalike_numbers(plan)[id])
    assert sorted(laid) == sorted(signs)
    assert all(a != b for a, b in zip(signs, laid, strict=True))


def test_a_threat_has_a_poster_and_no_look_alike() -> None:
    plan = make_lesson()
    posters = page_text(page_named(replace(plan, signs=(plan.album["threat_blackmail"],)), "posters"))
    assert "# Threats" in posters
    assert "Looks alike" not in posters


def test_the_youngest_get_the_cards_of_families() -> None:
    posters = page_text(page_named(make_lesson(band="8-10"), "posters"))
    assert "# Presents" in posters
    assert "Free stuff with a catch" not in posters


@pytest.mark.parametrize("band", ["8-10", "11-13", "14-17"])
def test_the_sheet_for_pupils_makes_every_statement(band: str) -> None:
    assert {*NOTICE_STATEMENTS, *REPORT_STATEMENTS} <= ids_of(page_named(make_lesson(band=band), "pupil-notice"))


@pytest.mark.parametrize("story", STORIES)
def test_the_letter_makes_every_statement(story: str) -> None:
    letter = page_named(make_lesson(story), "family-letter")
    assert set(FAMILY_STATEMENTS) <= ids_of(letter)


def test_the_letter_leaves_date_opt_out_and_contact_to_the_school() -> None:
    letter = page_named(make_lesson(), "family-letter")
    blanks = next(block for block in letter.blocks if isinstance(block, Table) and block.id == "when")
    assert [row[1] for row in blanks.rows] == ["", "", ""]


@pytest.mark.parametrize("country", ["US", "FR", "ZZ"])
def test_help_has_an_emergency_line_and_a_child_line_or_a_finder_in_every_country(country: str) -> None:
    plan = make_lesson(country=country)
    for id in ("pupil-notice", "family-letter", "handout", "posters"):
        text = page_text(page_named(plan, id))
        assert "In danger now?" in text
        assert (plan.place.emergency_number or "the police or an ambulance") in text
    assert any({"child_line", "finder"} & set(row.purpose) for row in help_rows(plan))


def test_a_number_that_nobody_has_checked_says_so() -> None:
    plan = make_lesson()
    sheet = page_named(plan, "pupil-notice")
    shown = [plain(text) for text in texts_of(sheet.blocks)]
    unchecked = [text for text in shown if "not checked yet" in text.lower()]
    assert len(unchecked) == len(help_rows(plan))


@pytest.mark.parametrize("id", ["pupil-notice", "family-letter"])
def test_notes_of_the_table_of_help_stay_off_the_pages(id: str) -> None:
    plan = make_lesson()
    text = page_text(page_named(plan, id))
    notes = [note for row in plan.place.help_rows for note in (row.note, row.who_can_use) if note]
    assert [note for note in notes if note in text] == []


def test_numbers_and_addresses_are_kept_from_left_to_right() -> None:
    plan = make_lesson(language="ar_XB")
    contacts = {row.phone for row in plan.place.help_rows if row.phone} | {plan.place.emergency_number}
    for id in ("pupil-notice", "family-letter"):
        page: Document = page_named(plan, id)
        found = {run.text for text in texts_of(page.blocks) for run in runs(text) if run.ltr}
        assert {contact for contact in contacts if contact in page_text(page)} <= found


def test_there_are_cards_for_having_taken_part_and_they_are_all_the_same() -> None:
    page = page_named(make_lesson(), "took-part")
    cards = next(block for block in page.blocks if isinstance(block, Cards)).cards
    assert len(set(cards)) == 1 < len(cards)


def test_pictures_on_pages_exist(pictures: frozenset[str]) -> None:
    for band in ("8-10", "11-13", "14-17"):
        for page in all_pages(make_lesson(band=band)):
            named = {
                name
                for block in walk(page.blocks)
                for name in (
                    getattr(block, "name", ""),
                    *(line.picture for line in getattr(block, "lines", ()) if isinstance(block, Chat)),
                    *(card.picture for card in getattr(block, "cards", ())),
                )
                if name
            }
            assert named <= pictures


@pytest.fixture(scope="module")
def pictures() -> frozenset[str]:
    from game.content.files.catalogue import find_pictures
    from game.resources import data_folder

    return find_pictures(data_folder("assets") / "pictures")
