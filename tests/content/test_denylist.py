"""Words that are not for children are found in every disguise, innocent words are not, and no word is ever printed.

The word of these tests, zworp, is invented, and stands on the list for them: the real ones stand there as digests only.
"""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli.main import main
from game.content.checks import check_reading
from game.content.files.catalogue import Catalogue
from game.content.files.scenario_reader import parse_scenario
from game.content.format.diagnostic_report import format_github, format_text
from game.content.words.denylist import NAMING_WORDS, denylist_file, digest_of, load_denylist
from game.content.words.word_folding import ORDINARY, fold, spellings
from game.errors import ResourceError
from game.resources import checkout_folder
from game.story.model import BANDS
from game.tools.denylist_words import change_words, inflect, read_words
from game.tools.denylist_words import main as run_denylist_words

ROOT = checkout_folder()
DISGUISED = [
    *(
        "zworp",
        "Zworp!",
        "ZWORP",
        "zwörp",
        "zwórps",
        "zw0rp",
        "zwo rp",
        "z w o r p",
        "z-w-o-r-p",
        "z.w.o.r.p.",
        "z_worp",
    ),
    *("zwooooorp", "zzzworp", "zworppp", "zworpp", "**zworp**", "'zworp'", "zworping", "zworper", "zworpy", "zw.orp"),
    *("a zworp-like thing", "ＺＷＯＲＰ", "zwоrp", "z\u200bworp", "zw orp it", "say z w orp", "(zworp)", "zworp/zworp"),
    *("zworp$", "$ zworp", "zworp$!", "Sam says z w o r p", "zworp's", "zworp’s"),
]
INNOCENT = [
    "Sussex, Essex and Middlesex are counties, and Scunthorpe is a town.",
    "A cocktail of juice, a peacock, a cockatoo, a cockpit and a woodcock.",
    "Press the button. But the butter is on the buttercup.",
    "Assess the class: assassin, assignment, passage, grass, embassy, bass.",
    "An analysis of the canal by an analyst, with analogue clocks.",
    "My pen is blue. The pen is on the table, as it is.",
    "Dick and Dickens, Ms Cox and Mr Hancock, Fanny, Willy and Randy went to Titan.",
    "The title of the document is Circumstances; see the circus, cucumber and cumin.",
    "Rappers rap. The rapper rapped, wrapped in drapes, and sang of grapes.",
    "A booby trap, a treasure of booty, a garden hoe, a door knob, a dust bunny.",
    "Therapist, specialist, shiitake, mishit, Matsushita, Hitchcock.",
    "The sextant and the sextet of the sixth sense, and a sexton in unison.",
    "An escort mission on level 69 with 80085 points; room a55 and bus 5e.",
    "A snatch of song, a kink in the hose, a pinch, a bonk on the head.",
    "Love you, xxx and xoxo. Naked mole rats dig.",
    "He'll go to hello, she'll sell shells, we'll well.",
    "is he in? it is, i am, a u-turn, as if, as soon as I can, so so",
    "Le chat et la chatte, une pipe, la queue, au sein de la classe.",
    "El pollo, la polla de agua, coger el tren, la concha de la playa.",
    "الجنسية واسم التلميذ والقطة في المدرسة",
]


@pytest.mark.parametrize("text", DISGUISED)
def test_a_denied_word_is_found_in_every_disguise(text: str) -> None:
    found = load_denylist().find(text)
    assert found is not None
    assert found in text


@pytest.mark.parametrize("text", INNOCENT)
def test_innocent_words_that_hold_or_resemble_one_pass(text: str) -> None:
    assert load_denylist().find(text) is None


@pytest.mark.parametrize("text", ["zw. orp", "z worpen", "zwor", "zworm", "zo rp", "z. Worpel", "the zw, orp"])
def test_what_only_resembles_the_denied_word_passes(text: str) -> None:
    assert load_denylist().find(text) is None


def test_ordinary_short_words_beside_each_other_are_never_one_word(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    change_words(["=hamit"], file)
    assert load_denylist(file).find("the ham it is") is None
    assert load_denylist(file).find("the h amit") == "h amit"


def test_the_list_holds_digests_and_bands_and_no_word() -> None:
    lines = [line for line in denylist_file().read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert len(lines) > 500
    assert lines == sorted(lines)
    assert all(len(line.split()[0]) == 64 and set(line.split()[1:]) <= set(BANDS) for line in lines)


def test_some_words_are_denied_to_the_younger_bands_alone() -> None:
    bands = {of for of in load_denylist().digests.values() if of != frozenset(BANDS)}
    assert bands == {frozenset(("8-10", "11-13"))}


def test_a_band_is_held_to_its_own_words(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    assert change_words(["=zworp"], file, frozenset(("8-10",))) == 1
    assert load_denylist(file).find("zworp", frozenset(("8-10", "11-13"))) == "zworp"
    assert load_denylist(file).find("zworp", frozenset(("14-17",))) is None
    assert change_words(["=zworp"], file, frozenset(("14-17",))) == 1
    assert file.read_text(encoding="utf-8").splitlines()[-1].split()[1:] == ["8-10", "14-17"]
    assert change_words(["=zworp"], file, remove=True) == 1
    assert load_denylist(file).find("zworp") is None


@pytest.mark.parametrize(
    ("word", "some"),
    [
        ("zworp", {"zworp", "zworps", "zworping", "zworped", "zworper", "zworpers", "zworpy"}),
        ("zwip", {"zwipping", "zwipped", "zwipper", "zwippy"}),
        ("zwope", {"zwoping", "zwoped", "zwoper", "zwopes"}),
        ("zworpy", {"zworpies", "zworpying"}),
        ("zwish", {"zwishes"}),
        ("قطة", {"قطة", "القطة", "والقطة"}),
    ],
)
def test_a_word_is_added_with_its_inflections(word: str, some: set[str]) -> None:
    assert some <= inflect(word)
    assert set(read_words([f"={word}\n", "# a remark", ""])) == {fold(word).whole}


def test_words_come_on_the_standard_input_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "list.txt"
    monkeypatch.setattr("game.tools.denylist_words.denylist_file", lambda: file)
    monkeypatch.setattr("sys.argv", ["denylist_words", "--band", "8-10"])
    monkeypatch.setattr("sys.stdin", io.StringIO("=flumbo\n"))
    assert run_denylist_words() == 0
    out = capsys.readouterr().out
    assert "1 digests changed" in out
    assert "flumbo" not in out + file.read_text(encoding="utf-8")
    assert file.read_text(encoding="utf-8").splitlines()[-1] == f"{digest_of('flumbo').hex()} 8-10"


@pytest.mark.parametrize("line", ["zworp", "12", "f" * 63, f"{'f' * 64} 8-11"])
def test_a_broken_line_of_the_list_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "list.txt"
    file.write_text(f"# remark\n{line}\n", encoding="utf-8")
    with pytest.raises(ResourceError) as caught:
        load_denylist(file)
    assert "list.txt:2" in str(caught.value)
    with pytest.raises(ResourceError):
        load_denylist(tmp_path / "missing.txt")


def test_a_finding_shows_the_place_and_never_the_word(
    catalogue: Catalogue, small_story: str, tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = small_story.replace("Good game!", "Good zworp!")
    found = [one for one in check_reading(parse_scenario(text, "x.yaml"), catalogue) if one.slug == "denied-word"]
    (one,) = found
    assert text.splitlines()[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1].startswith("zworp")
    assert "zworp" not in format_text(one) + format_github(one) + one.message + one.hint
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / "scenario.yaml").write_text(text, encoding="utf-8")
    for form in ("text", "json", "github"):
        assert main(["check", str(tmp_path / "small"), "--format", form]) == 1
    assert "zworp" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("band", "old", "count"),
    [
        ("14-17", "It is about the game.", 1),
        ("14-17", "A surprise ends with everyone knowing.", 0),
        ("11-13", "A surprise ends with everyone knowing.", 1),
        ("8-10", "A surprise ends with everyone knowing.", 1),
    ],
)
def test_naming_words_stand_in_the_help_of_the_oldest_band_alone(
    catalogue: Catalogue, small_story: str, band: str, old: str, count: int
) -> None:
    text = small_story.replace("band: 11-13", f"band: {band}")
    assert old in text
    text = text.replace(old, "Sextortion means threats with sexual pictures.")
    found = [one.slug for one in check_reading(parse_scenario(text, "x.yaml"), catalogue)]
    assert found.count("denied-word") == count


def test_names_of_people_are_looked_at_too(catalogue: Catalogue, small_story: str) -> None:
    text = small_story.replace("name: Noor", "name: Zworp_12")
    assert text != small_story
    found = [one for one in check_reading(parse_scenario(text, "x.yaml"), catalogue) if one.slug == "denied-word"]
    assert [text.splitlines()[one.span.line - 1].strip()[:5] for one in found] == ["noor:"]


@given(st.text(max_size=80))
def test_any_text_can_be_looked_at_and_what_is_found_stands_in_it(text: str) -> None:
    found = load_denylist().find(text)
    assert found is None or found in " ".join(text.split())


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=30))
def test_folding_is_done_once_and_for_all(chunk: str) -> None:
    whole = fold(chunk.replace(" ", "")).whole
    assert all(fold(spelling).whole == fold(fold(spelling).whole).whole for spelling in spellings(whole))


@given(st.lists(st.sampled_from(sorted(ORDINARY)), max_size=12))
def test_ordinary_words_in_any_order_pass(words: list[str]) -> None:
    assert load_denylist().find(" ".join(words)) is None


@pytest.mark.parametrize("text", ["nudes", "a sexual picture", "sexual abuse", "Sextortion", "sexual videos"])
def test_the_naming_words_are_a_fixed_list(text: str) -> None:
    assert NAMING_WORDS.search(text)
    assert load_denylist().find(NAMING_WORDS.sub("…", text)) is None
    assert load_denylist().find(text) is not None


def test_no_name_of_a_file_that_ships_holds_a_denied_word() -> None:
    assert ROOT is not None
    denylist = load_denylist()
    folders = ("assets", "scenarios", "lessons", "locales", "docs", "game")
    names = [file.name for folder in folders for file in (ROOT / folder).rglob("*") if file.suffix != ".pyc"]
    assert len(names) > 300
    assert [name for name in names if denylist.find(name.replace("_", " ").replace("-", " ").rsplit(".", 1)[0])] == []
    assert json.dumps(names)
