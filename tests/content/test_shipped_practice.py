"""The practice that ships with the game: enough of it, half of it fine, and no cue but what is asked."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from game.content.checks.practice import check_practice
from game.content.files.catalogue import Catalogue
from game.content.files.practice_reader import practice_file, practice_files, read_practice
from game.content.files.scenario_reader import read_scenario
from game.content.files.signs_reader import FAMILIES
from game.content.library import GATED_SIGNS
from game.content.shipped import load_catalogue
from game.content.story_files import find_stories
from game.content.words.word_count import count_words
from game.resources import data_folder
from game.story.keywords import KEYWORDS
from game.story.model import BANDS, Band
from game.story.practice import ROUND, Line, PairItem, PracticeItem, SortItem, TurnItem, is_right, pick_round

SCENARIOS = data_folder("scenarios")
FILES = practice_files(SCENARIOS)
ITEMS = {band: read_practice(practice_file(band)).values for band in BANDS}
SORTS = {band: [item for item in items if isinstance(item, SortItem)] for band, items in ITEMS.items()}
PAIRS = {band: [item for item in items if isinstance(item, PairItem)] for band, items in ITEMS.items()}
TURNS = {band: [item for item in items if isinstance(item, TurnItem)] for band, items in ITEMS.items()}
EVERY_ITEM = [(band, item) for band, items in ITEMS.items() for item in items]

of_each_band = pytest.mark.parametrize("band", BANDS)


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    """The game's own signs."""
    return load_catalogue().catalogue


def lines_of(item: PracticeItem) -> tuple[Line, ...]:
    match item:
        case SortItem():
            return (item.line,)
        case PairItem():
            return (*item.a, *item.b)
        case TurnItem():
            return item.chat


def signs_of(item: PracticeItem) -> tuple[str, ...]:
    return item.signs if isinstance(item, SortItem) else (item.sign,)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_shipped_practice_is_clean(file: Path, shipped: Catalogue) -> None:
    assert check_practice(read_practice(file), shipped.signs) == ()


@of_each_band
def test_there_is_enough_of_each_kind(band: Band) -> None:
    assert len(ITEMS[band]) >= 26
    assert len(PAIRS[band]) >= 4
    assert len(TURNS[band]) >= 4
    assert 0.4 <= sum(item.is_fine for item in SORTS[band]) / len(SORTS[band]) <= 0.6


@of_each_band
def test_every_family_is_shown(band: Band, shipped: Catalogue) -> None:
    assert {shipped.signs[sign].family for item in ITEMS[band] for sign in signs_of(item)} == set(FAMILIES)


@of_each_band
def test_every_sign_that_can_have_one_has_an_innocent_twin(band: Band, shipped: Catalogue) -> None:
    of_band = {sign.id for sign in shipped.signs.values() if not sign.is_family and band in sign.bands}
    assert {item.lookalike_of for item in SORTS[band] if item.lookalike_of} == of_band - {"threat_blackmail"}


@of_each_band
def test_signs_that_an_adult_reads_first_are_left_to_the_stories(band: Band) -> None:
    assert not [item.id for item in ITEMS[band] if GATED_SIGNS.intersection(signs_of(item))]


@of_each_band
def test_whoever_writes_a_sign_writes_fine_messages_too(band: Band) -> None:
    writes_fine = {item.line.who for item in SORTS[band] if item.is_fine}
    assert {item.line.who for item in SORTS[band] if not item.is_fine} <= writes_fine


def _share(items: list[SortItem], shows: Callable[[SortItem], bool], *, is_fine: bool) -> float:
    """How large a part of the fine messages, or of the signs, shows something."""
    chosen = [item for item in items if item.is_fine == is_fine]
    return sum(map(shows, chosen)) / len(chosen)


@of_each_band
def test_the_length_of_a_message_gives_nothing_away(band: Band) -> None:
    mean = {
        is_fine: sum(count_words(item.line.text) for item in chosen) / len(chosen)
        for is_fine in (True, False)
        for chosen in [[item for item in SORTS[band] if item.is_fine == is_fine]]
    }
    assert abs(mean[True] - mean[False]) < 1.5


_MET_ONLINE = re.compile(
    r"someone in a game|someone on a study server|a (?:reading|drawing)-app friend|a fan of the same band|a new account"
    r"|an organiser|a beta reader|a server mod|a friend of a friend"
)


@of_each_band
def test_where_somebody_is_known_from_gives_nothing_away(band: Band) -> None:
    online = [_share(SORTS[band], _is_met_online, is_fine=is_fine) for is_fine in (True, False)]
    assert abs(online[0] - online[1]) < 0.2
    assert all(0.35 <= share <= 0.65 for share in online)


def _is_met_online(item: SortItem) -> bool:
    return _MET_ONLINE.fullmatch(item.line.who) is not None


@of_each_band
def test_the_words_that_a_naive_reader_looks_for_give_nothing_away(band: Band) -> None:
    def holds_one(item: SortItem) -> bool:
        return not KEYWORDS[band].isdisjoint(re.findall(r"\w+", item.line.text.casefold()))

    assert _share(SORTS[band], holds_one, is_fine=True) >= _share(SORTS[band], holds_one, is_fine=False) - 0.1


@of_each_band
def test_no_answer_is_right_everywhere(band: Band) -> None:
    for letter in "ab":
        assert 0.3 <= sum(is_right(item, letter) for item in PAIRS[band]) / len(PAIRS[band]) <= 0.7
    for line in range(1, 7):
        assert sum(is_right(item, str(line)) for item in TURNS[band]) / len(TURNS[band]) <= 0.6


@of_each_band
def test_the_longest_line_is_mostly_not_where_a_chat_turned(band: Band) -> None:
    longest = [
        1 + max(range(len(item.chat)), key=lambda n: count_words(item.chat[n].text)) == item.turned_at
        for item in TURNS[band]
    ]
    assert sum(longest) < len(longest) / 2


_ABOUT_THE_SENDER = re.compile(
    r"\bstrangers?\b|\bsomeone new\b|\bonly knows?\b|\bfrom school\b|\bknows?\b.*\bfrom\b|\bmet online\b", re.I
)
_NEVER_SAID = re.compile(r"\b(?:predator|victim|stranger|forever|silly|stupid|dumb|naive|careless|foolish)\w*", re.I)


def test_a_why_is_never_about_who_writes(subtests: pytest.Subtests) -> None:
    for band, item in EVERY_ITEM:
        with subtests.test(band=band, item=item.id):
            assert not _ABOUT_THE_SENDER.search(item.why)
            assert not _NEVER_SAID.search(item.why)
            assert not any(_NEVER_SAID.search(line.text) for line in lines_of(item))


def _pieces(text: str) -> Iterator[tuple[str, ...]]:
    """Runs of six words: none of a story's comes again."""
    words = re.findall(r"[\w']+", text.lower().replace("’", "'"))
    yield from (tuple(words[at : at + 6]) for at in range(len(words) - 5))


def test_nothing_is_copied_from_the_stories() -> None:
    readings = [read_scenario(file) for file in find_stories(SCENARIOS)]
    told = {piece for reading in readings for found in reading.texts for piece in _pieces(found.text.value)}
    assert len(told) > 200
    own = {piece: item.id for items in ITEMS.values() for item in items for piece in _pieces_of(item)}
    assert {id for piece, id in own.items() if piece in told} == set()


def test_no_line_comes_in_two_items() -> None:
    said: dict[tuple[str, ...], str] = {}
    for item in (item for items in ITEMS.values() for item in items):
        for piece in _pieces_of(item):
            assert said.setdefault(piece, item.id) == item.id, " ".join(piece)


def _pieces_of(item: PracticeItem) -> Iterator[tuple[str, ...]]:
    return (piece for line in lines_of(item) for piece in _pieces(line.text))


def test_no_two_items_share_an_id() -> None:
    ids = Counter(item.id for items in ITEMS.values() for item in items)
    assert [id for id, times in ids.items() if times > 1] == []


@of_each_band
@pytest.mark.parametrize("met", [(), ("gift_with_strings", "secrecy_request", "platform_shift")])
@pytest.mark.parametrize("seed", range(8))
def test_four_rounds_repeat_nothing_and_are_half_fine(band: Band, seed: int, met: tuple[str, ...]) -> None:
    shown: list[str] = []
    for number in range(4):
        picked = pick_round(ITEMS[band], met, shown, Random(seed * 100 + number))
        assert len(picked) == ROUND
        assert not {item.id for item in picked}.intersection(shown)
        assert sum(isinstance(item, SortItem) and item.is_fine for item in picked) == ROUND // 2
        assert sum(isinstance(item, PairItem) for item in picked) == 1
        assert sum(isinstance(item, TurnItem) for item in picked) == 1
        shown += [item.id for item in picked]


@of_each_band
@pytest.mark.parametrize("met", [(), ("gift_with_strings", "secrecy_request", "platform_shift")])
@pytest.mark.parametrize("seed", range(20))
def test_nothing_comes_again_before_everything_came_once(band: Band, seed: int, met: tuple[str, ...]) -> None:
    shown: list[str] = []
    while len(shown) < len(ITEMS[band]):
        picked = pick_round(ITEMS[band], met, shown, Random(seed * 1000 + len(shown)))
        assert len(picked) == ROUND
        new = [item.id for item in picked if item.id not in shown]
        assert len(new) == min(ROUND, len(ITEMS[band]) - len(shown))
        shown += new
    assert sorted(shown) == sorted(item.id for item in ITEMS[band])


@of_each_band
@pytest.mark.parametrize("seed", range(20))
def test_round_after_round_is_half_fine_as_long_as_fine_ones_are_left(band: Band, seed: int) -> None:
    shown: list[str] = []
    fine = {item.id for item in ITEMS[band] if isinstance(item, SortItem) and item.is_fine}
    while len(fine.difference(shown)) >= ROUND // 2:
        picked = pick_round(ITEMS[band], (), shown, Random(seed * 1000 + len(shown)))
        assert len(fine.intersection(item.id for item in picked)) == ROUND // 2
        shown += [item.id for item in picked]
    assert len(shown) > len(ITEMS[band]) * 3 / 4
