"""Whatever a file holds, reading and checking it ends with findings: no exception, no endless run."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from game.content.checks import check_reading
from game.content.files.catalogue import Catalogue
from game.content.files.scenario_reader import parse_scenario
from game.content.format.diagnostic_report import as_row, format_text
from game.content.pack.pack import FULL_SHELF, Pack, PackStory
from game.content.pack.rules import check_pack
from game.studio.sample_story import sample_story

SMALL = (Path(__file__).parents[1] / "data" / "good" / "small.yaml").read_text(encoding="utf-8")
WORDS = [
    *("go: ", "- ", "{", "}", "[", "]", '"', "'", ": ", "#", "&", "*", "!", "\t", "|", ">", "\n", "  ", "?"),
    *("read: fine", "sign: x", "hidden: threat", "start", "telling", "yes", "\u200b", "@a", "todo: x", "in: crew"),
]


def check_all(text: str | bytes, catalogue: Catalogue) -> None:
    reading = parse_scenario(text)
    story = () if reading.scenario is None else (PackStory(reading, reading.scenario),)
    for one in (*check_reading(reading, catalogue), *check_pack(Pack(folder="scenarios", stories=story * FULL_SHELF))):
        assert one.span.line >= 1
        assert one.span.column >= 1
        assert format_text(one)
        assert as_row(one)["message"]


@given(st.binary(max_size=400))
def test_arbitrary_bytes_never_raise(catalogue: Catalogue, data: bytes) -> None:
    check_all(data, catalogue)


@given(st.text(max_size=400))
def test_arbitrary_text_never_raises(catalogue: Catalogue, text: str) -> None:
    check_all(text, catalogue)


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_arbitrary_yaml_words_never_raise(catalogue: Catalogue, words: list[str]) -> None:
    check_all("".join(words), catalogue)


@settings(max_examples=examples(150))
@given(st.integers(0, 2**32))
def test_a_mutated_story_never_raises(catalogue: Catalogue, seed: int) -> None:
    dice = random.Random(seed)
    text = SMALL
    for _ in range(dice.randint(1, 6)):
        at, length = dice.randrange(len(text)), dice.choice([0, 0, 1, 3, 20, 200])
        text = text[:at] + dice.choice(["", dice.choice(WORDS), chr(dice.randrange(0x250))]) + text[at + length :]
    check_all(text, catalogue)


@settings(max_examples=examples(150))
@given(st.integers(0, 2**32))
def test_a_story_with_lines_moved_never_raises(catalogue: Catalogue, seed: int) -> None:
    dice = random.Random(seed)
    lines = SMALL.split("\n")
    for _ in range(dice.randint(1, 5)):
        line = lines.pop(dice.randrange(len(lines)))
        if dice.random() < 0.7:
            lines.insert(dice.randrange(len(lines)), " " * dice.choice([0, 0, 2, 4]) + line)
    check_all("\n".join(lines), catalogue)


@pytest.mark.parametrize("cut", range(0, len(SMALL), 97))
def test_a_half_written_story_never_raises(catalogue: Catalogue, cut: int) -> None:
    check_all(SMALL[:cut], catalogue)


def test_a_story_at_the_size_limit_is_read_whole(catalogue: Catalogue) -> None:
    reading = parse_scenario(sample_story(120))
    assert reading.scenario is not None
    assert len(list(reading.scenario.messages())) > 500
    # A made-up story of ninety scenes repeats itself, and is told so.
    assert {one.slug for one in check_reading(reading, catalogue)} == {"draft", "same-sentence"}


@pytest.mark.parametrize("kilobytes", [8, 40, 127])
def test_a_sample_story_has_about_the_size_that_was_asked_for(kilobytes: int) -> None:
    text = sample_story(kilobytes, seed=kilobytes)
    assert abs(len(text.encode()) / 1024 - kilobytes) < 3
    assert text == sample_story(kilobytes, seed=kilobytes)


def test_wide_and_deep_roads_are_checked_in_bounded_work(catalogue: Catalogue) -> None:
    head = SMALL[: SMALL.index("  start:\n")]
    tail = SMALL[SMALL.index("\ndebrief:") :]
    scenes = [
        f"  s{n}:\n    - choice: Now?\n      options:\n"
        + "".join(
            f"        - {{id: o{n}_{k}, do: wait, move: risky, feedback: Fine., go: s{n + 1}}}\n" for k in range(4)
        )
        for n in range(300)
    ]
    text = head + "".join(scenes) + "  s300:\n    - ending: helped\n      line: Done.\n" + tail
    slugs = {one.slug for one in check_reading(parse_scenario(text), catalogue)}
    assert "no-second-go" in slugs


FILLED = ["a.", "-", "a@", "@aa ", "1 ", "1x ", "a b c d e f g h i j k l m n o p q r s t. ", "👩\u200d", "a.com "]


@pytest.mark.parametrize("filling", FILLED)
def test_a_text_that_fills_a_file_is_checked_without_going_back_and_forth(catalogue: Catalogue, filling: str) -> None:
    room = 120 * 1024 - len(SMALL)
    text = f'"{filling * (room // len(filling.encode()))}"'
    check_all(SMALL.replace("It is about the game.", text), catalogue)
    check_all(SMALL.replace("Good game!", text), catalogue)


@pytest.mark.parametrize("filling", ["[", "{", "- ", "? ", "[],", "{a: b}, ", '"', "'", "a: b\n", "- a\n", "\r", '"\\'])
@pytest.mark.parametrize("opening", ["", "[", "x: "])
def test_a_file_of_nothing_but_signs_is_read_without_harm(catalogue: Catalogue, opening: str, filling: str) -> None:
    check_all(opening + filling * (40_000 // len(filling)), catalogue)


def test_thousands_of_wrong_names_do_not_bring_thousands_of_comparisons(catalogue: Catalogue) -> None:
    scenes = "".join(f"  s{n}: [{{go: x{n}}}]\n" for n in range(5000))
    check_all(SMALL.replace("\ndebrief:", scenes + "\ndebrief:"), catalogue)
    check_all(SMALL + "".join(f"key{n}: 1\n" for n in range(8000)), catalogue)
