"""Promises of what comes after a story: practice, the hand, the card, the close and the album (C5, C9, H7)."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.afterwards import Afterwards, carry_on, sign_of_card, start_round
from game.app.app import App
from game.app.drawing import STICKERS, sticker_for
from game.app.kept_places import KeptPlaces
from game.app.offers import offers_keeping
from game.app.opening import Opening, load_album, load_items
from game.resources import data_folder
from game.story.model import ADULT_ROLES
from game.story.practice import ROUND, PracticeItem, SortItem, pick_round
from game.ui.intents import Answer, EraseEverything, GoOn, GoTo, OfferKept, PickBand, Practise, ToggleAdult
from game.ui.tree import find, reachable, walk
from game.view.fonts import PygameMeasure

STORIES = Path(__file__).parents[1] / "data" / "stories"
MEASURE = PygameMeasure(1.0)
MET = ("gift_with_strings", "secrecy_request", "platform_shift")
ALBUM = load_album()
ITEMS = load_items("11-13")


def open_game(home: Path, *, band: str = "11-13", done: tuple[str, ...] = (), **changes: object) -> App:
    """The picker, with stories that were finished in this sitting."""
    opening = Opening(home, today=date(2026, 3, 1))
    opening.library.read_all()
    opening.settings = replace(opening.settings, band=band, adult_page_seen=True, **changes)  # type: ignore[arg-type]
    app = opening.app(MEASURE, random=Random(4))
    app.sitting = replace(app.sitting, done=app.sitting.done | frozenset(done))
    app.sitting = replace(app.sitting, last=next((card for card in app.sitting.cards if card.id in done), None))
    app.resize(1280, 3000)
    app.tick(100.0)
    return app


def words(app: App) -> list[str]:
    return [item.node.text.text for item in walk(app.draw()) if item.node.text is not None]


def names(app: App) -> list[str]:
    return [item.node.name for item in reachable(app.draw())]


def press(app: App, name: str) -> None:
    placed = find(app.draw(), name)
    assert placed is not None, name
    assert placed.node.intent is not None
    assert not placed.node.disabled
    app.perform(placed.node.intent)


# Rounds of practice


def fine(items: tuple[PracticeItem, ...]) -> int:
    return sum(isinstance(item, SortItem) and item.is_fine for item in items)


@given(seed=st.integers(0, 10_000), met=st.sets(st.sampled_from(sorted(ALBUM)), max_size=4))
def test_a_round_is_of_six_different_messages_and_half_of_them_are_fine(seed, met):
    picked = pick_round(ITEMS, sorted(met), (), Random(seed))
    assert len(picked) == ROUND == 6
    assert len({item.id for item in picked}) == ROUND
    assert fine(picked) == 3


@given(seed=st.integers(0, 10_000))
def test_four_rounds_in_a_row_show_nothing_twice_and_stay_half_fine(seed):
    after, random = Afterwards(), Random(seed)
    seen: list[str] = []
    for _ in range(4):
        after = start_round(after, "11-13", ITEMS, MET, random)
        assert after.practising is not None
        assert fine(after.practising.items) == 3
        seen.extend(item.id for item in after.practising.items)
    assert len(seen) == len(set(seen)) == len(after.shown) == 4 * ROUND


def test_however_many_rounds_are_played_there_is_always_a_whole_one():
    after, random = Afterwards(), Random(1)
    for _ in range(30):
        after = start_round(after, "11-13", ITEMS, MET, random)
        assert after.practising is not None
        assert len({item.id for item in after.practising.items}) == ROUND
    assert after.new_items("11-13", ITEMS) == 0


@pytest.mark.parametrize("count", [0, 1, 4])
def test_a_band_of_few_messages_has_a_shorter_round_and_an_end(count):
    after = start_round(Afterwards(), "11-13", ITEMS[:count], MET, Random(1))
    assert after.practising is not None
    assert len(after.practising.items) == count
    for _ in range(count):
        after = carry_on(carry_on(after, Answer("fine")), GoOn())
    assert after.practising is not None
    assert after.practising.is_over


def test_the_messages_of_one_band_are_not_counted_as_shown_in_another():
    after = start_round(Afterwards(), "11-13", ITEMS, MET, Random(1))
    assert after.new_items("11-13", ITEMS) == len(ITEMS) - ROUND
    assert after.new_items("14-17", ITEMS) == len(ITEMS)


def test_another_round_in_one_sitting_begins_at_its_first_message(home):
    app = open_game(home)
    press(app, "practise")
    for number in range(1, 7):
        assert f"{number} of 6" in words(app)
        app.perform(Answer("fine"))
        app.perform(GoOn())
    assert "Round finished" in words(app)
    press(app, "practise")
    assert "1 of 6" in words(app)


def test_practice_needs_no_clock(home):
    """However long somebody takes, the message stands there as it did (D7)."""
    app = open_game(home)
    app.perform(Practise())
    before = app.draw()
    for now in (101.0, 200.0, 10_000.0):
        assert app.tick(now) is None
        assert app.draw() is before


# The hand and the card


@given(presses=st.lists(st.sampled_from(ADULT_ROLES), max_size=40))
def test_a_hand_never_holds_more_than_five_adults_and_none_twice(presses):
    after = Afterwards()
    for role in presses:
        before = after.roles
        after = carry_on(after, ToggleAdult(role))
        assert len(after.roles) == len(set(after.roles)) <= 5
        assert (role in after.roles) is (role not in before and len(before) < 5)


@pytest.mark.parametrize("role", ADULT_ROLES)
def test_one_adult_is_enough_and_stands_on_the_card_without_another_press(home, role):
    """A helpline counts like any other."""
    app = open_game(home, done=("paper-kite",))
    app.perform(GoTo("hand"))
    assert "go_on" not in names(app)
    press(app, f"adult:{role}")
    press(app, "go_on")
    assert app.sitting.after.then == role
    assert "pick below" not in words(app)
    assert not [name for name in names(app) if name.startswith("then:")]
    press(app, "go_on")
    assert app.sitting.screen == "closing"


def test_not_sure_yet_goes_straight_on_to_the_close(home):
    app = open_game(home, done=("paper-kite",))
    app.perform(GoTo("hand"))
    press(app, "not_sure_yet")
    assert app.sitting.screen == "closing"
    assert app.sitting.after.roles == ()
    assert "Adults you could tell" not in words(app)


def test_the_hand_comes_once_a_sitting_whatever_became_of_it(home):
    app = open_game(home, done=("paper-kite",))
    app.perform(GoTo("hand"))
    press(app, "not_sure_yet")
    app.perform(GoTo("hand"))
    assert app.sitting.screen == "closing"


def test_the_card_takes_its_sentence_from_a_sign_of_the_story():
    sign = sign_of_card(ALBUM, MET)
    assert sign is not None
    assert sign.id == "gift_with_strings"
    assert sign.if_then
    assert sign_of_card(ALBUM, ()) is None
    assert sign_of_card(ALBUM, ("not_a_sign",)) is None


def test_without_a_sign_the_card_is_about_a_secret(home):
    app = open_game(home)
    app.perform(GoTo("card"))
    assert "If someone says “don't tell”, then I tell …" in words(app)
    press(app, "go_on")
    assert app.sitting.screen == "closing"


# The close


def test_the_close_thanks_with_one_sticker_a_story_that_no_answer_changes(home):
    cards = open_game(home).sitting.cards
    for card in cards:
        assert sticker_for(card) == sticker_for(replace(card, level=3, minutes=9))
        assert sticker_for(card) in STICKERS
    assert sticker_for(None) == ""


def test_every_sticker_of_the_close_is_drawn():
    drawn = {file.stem for file in data_folder("assets").glob("pictures/stickers/*.svg")}
    assert set(STICKERS) <= drawn


@pytest.mark.parametrize(("band", "story"), [("11-13", "paper-kite"), ("8-10", "lunch-swap"), ("14-17", "quiet-week")])
def test_only_the_younger_bands_get_a_sticker_at_the_close(home, band, story):
    app = open_game(home, band=band, done=(story,))
    app.perform(GoTo("closing"))
    pictures = {item.node.picture.name for item in walk(app.draw()) if item.node.picture is not None}
    assert any(name.startswith("stickers/") for name in pictures) is (band != "14-17")


@pytest.mark.parametrize("keep", [True, False])
def test_either_answer_to_the_offer_ends_it_for_good(home, keep):
    app = open_game(home, done=("paper-kite",))
    app.perform(GoTo("closing"))
    press(app, "keep:yes" if keep else "keep:no")
    for where in ("closing", "picker", "closing"):
        app.perform(GoTo(where))
        assert not [name for name in names(app) if name.startswith("keep:")]
    again = Opening(home, today=date(2026, 3, 2))
    again.library.read_all()
    later = again.app(MEASURE)
    later.sitting = replace(later.sitting, done=later.sitting.done | {"tin-robot"})
    later.perform(GoTo("closing"))
    assert not offers_keeping(later.world, later.sitting)
    assert later.sitting.settings.keep_place is keep


def test_passing_the_offer_by_keeps_nothing_and_the_way_on_is_open(home):
    app = open_game(home, done=("paper-kite",))
    app.perform(GoTo("closing"))
    press(app, "go_on")
    assert app.sitting.screen == "picker"
    assert not app.sitting.settings.keep_place
    assert not (home / "done.json").exists()


def test_a_yes_keeps_the_practice_of_before_too(home):
    app = open_game(home, done=("paper-kite",))
    app.perform(Practise())
    app.perform(OfferKept(True))
    kept, problem = KeptPlaces(home, keep=True).done()
    assert problem is None
    assert set(kept.practised) == set(app.sitting.after.shown)
    assert kept.stories == ("paper-kite",)


def test_erasing_forgets_hand_card_practice_album_and_marks(home):
    app = open_game(home, done=("paper-kite",), keep_place=True)
    app.perform(Practise())
    app.perform(GoTo("hand"))
    app.perform(ToggleAdult("teacher"))
    app.perform(GoTo("card"))
    app.perform(EraseEverything(True))
    after = app.sitting.after
    assert after == Afterwards()
    assert (app.sitting.done, app.sitting.first_finished, app.sitting.last) == (frozenset(), {}, None)
    app.perform(PickBand("11-13"))
    assert "album" not in names(app)
    assert not (home / "done.json").exists()


# The album


def cards_of_album(app: App) -> set[str]:
    app.perform(GoTo("album"))
    app.resize(1280, 20_000)
    return {sign.name for sign in ALBUM.values()} & set(words(app))


def test_the_album_holds_the_cards_of_the_finished_stories_of_the_band_and_no_others(home):
    app = open_game(home, done=("paper-kite", "quiet-week", "lunch-swap"))
    assert cards_of_album(app) == {ALBUM[sign].name for sign in MET}


def test_the_youngest_have_families_in_their_album(home):
    app = open_game(home, band="8-10", done=("lunch-swap", "paper-kite"))
    story = next(card for card in app.sitting.cards if card.id == "lunch-swap")
    families = {ALBUM[sign].family for sign in story.signs}
    assert story.signs
    assert cards_of_album(app) == {ALBUM[family].name for family in families if family}


def test_an_empty_album_says_how_cards_come_and_counts_nothing(home):
    app = open_game(home)
    assert cards_of_album(app) == set()
    assert "Finish a story, and its sign cards come here." in words(app)


def test_the_album_never_says_how_many_cards_there_are(home):
    app = open_game(home, done=("paper-kite",))
    cards_of_album(app)
    said = " ".join(words(app))
    assert not [count for count in ("23", "of 2", "3 of", "more cards", "left", "%") if count in said]


def test_each_card_has_what_to_do_and_its_look_alike_but_for_threats(home):
    app = open_game(home, band="14-17", done=("quiet-week",), gate_read=("quiet-week",))
    met = [ALBUM[s] for s in next(c for c in app.sitting.cards if c.id == "quiet-week").signs]
    assert "threat_blackmail" in {sign.id for sign in met}
    assert cards_of_album(app) == {sign.name for sign in met}
    said = words(app)
    for sign in met:
        assert sign.warning in said
        assert sign.do_now in said
        assert (sign.lookalike is None) is (sign.id == "threat_blackmail")
    assert said.count("What to do") == len(met)
    assert said.count("Looks alike, and is fine") == len(met) - 1
