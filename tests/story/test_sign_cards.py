from types import ModuleType
from zlib import crc32

import pytest

from game.story.model import Message, Scene, Sign, Teaches
from game.story.sign_cards import CARDS, is_right_card, sign_cards


@pytest.fixture
def album(stories: ModuleType) -> tuple[Sign, ...]:
    made: tuple[Sign, ...] = stories.album()
    return made


def names(cards: tuple[Sign, ...]) -> list[str]:
    return [card.id for card in cards]


def test_the_youngest_band_holds_the_families(stories: ModuleType, album: tuple[Sign, ...]) -> None:
    assert names(sign_cards(stories.boat_story("8-10"), album)) == ["presents", "secrets"]


def test_taught_signs_and_look_alikes_are_in_the_hand_and_the_rest_starts_at_a_place_the_id_gives(
    stories: ModuleType, album: tuple[Sign, ...]
) -> None:
    looks = tuple(stories.fine("lou", "Hi", lookalike_of=name) for name in ("known_person", "meeting_ask"))
    taught = Teaches(signs=("secrecy_request", "gift_with_strings"))
    story = stories.build((Scene(id="start", beats=looks),), id="a-story", teaches=taught)
    of_band = [sign.id for sign in album if not sign.is_family and "11-13" in sign.bands]
    expected = {"secrecy_request", "gift_with_strings", "known_person", "meeting_ask"}
    at = crc32(b"a-story") % len(of_band)
    for name in of_band[at:] + of_band[:at]:
        if len(expected) < CARDS:
            expected.add(name)
    assert names(sign_cards(story, album)) == [sign.id for sign in album if sign.id in expected]


def test_a_hand_has_six_cards_and_is_the_same_every_time(stories: ModuleType, album: tuple[Sign, ...]) -> None:
    for id in ("one", "two", "three", "four"):
        cards = sign_cards(stories.boat_story(id=id), album)
        assert len(cards) == CARDS
        assert cards == sign_cards(stories.boat_story(id=id), album)


def test_more_than_six_look_alikes_stop_at_six(stories: ModuleType, album: tuple[Sign, ...]) -> None:
    others = [sign.id for sign in album if not sign.is_family]
    looks = tuple(stories.fine("lou", "Hi", lookalike_of=name) for name in others)
    story = stories.build((Scene(id="start", beats=looks),), teaches=Teaches())
    assert names(sign_cards(story, album)) == others[:CARDS]


def test_signs_that_are_not_in_the_album_are_left_out(stories: ModuleType, album: tuple[Sign, ...]) -> None:
    story = stories.build((Scene(id="start", beats=()),), teaches=Teaches(signs=("unheard_of",)))
    assert "unheard_of" not in names(sign_cards(story, album))


@pytest.mark.parametrize(
    ("card", "right"), [("secrecy_request", True), ("secrets", True), ("presents", False), ("isolation", False)]
)
def test_a_card_is_right_by_sign_or_by_family(album: tuple[Sign, ...], card: str, right: bool) -> None:
    message = Message(person="ash", text="Tell nobody.", signs=("secrecy_request",), why="A secret.")
    assert is_right_card(card, message, album) is right
