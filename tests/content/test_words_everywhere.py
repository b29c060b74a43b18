"""What must not be said is found in practice, signs, wordings and guides too, at its line and once."""

import subprocess
import sys
from pathlib import Path

import pytest

from game.content.checks.guides import check_guide
from game.content.checks.practice import check_practice
from game.content.checks.signs import check_signs
from game.content.checks.wordings import check_wordings
from game.content.files.guide_reader import read_guide
from game.content.files.practice_reader import read_practice
from game.content.files.scenario_reader import read_scenario
from game.content.files.signs_reader import read_signs
from game.content.files.wordings_reader import read_wordings
from game.content.format.diagnostics import Diagnostic

EXAMPLE = Path(__file__).parents[2] / "docs" / "checks" / "example"
GUIDE, STORY = "free-sail/guide.yaml", EXAMPLE / "free-sail" / "scenario.yaml"
PRACTICE, SIGNS = "practice/11-13/practice.yaml", "signs/signs.yaml"


def findings(file: Path) -> tuple[Diagnostic, ...]:
    """Return what is found in a file of the example, by what it is called."""
    if file.name == "signs.yaml":
        return check_signs(read_signs(file))
    if file.name == "wordings.yaml":
        return check_wordings(read_wordings(file))
    if file.name == "guide.yaml":
        scenario = read_scenario(STORY).scenario
        assert scenario is not None
        return check_guide(read_guide(file, scenario))
    return check_practice(read_practice(file))


def changed(tmp_path: Path, name: str, old: str, new: str) -> Path:
    """Copy a file of the example with one text changed."""
    text = (EXAMPLE / name).read_text(encoding="utf-8")
    assert text.count(old) >= 1
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file


FOUND = [
    (PRACTICE, "Nothing is asked for.", "Who writes is from school.", "sender-reason"),
    (PRACTICE, "It has to stay hidden from the family.", "You should never have read it.", "blame-should"),
    (PRACTICE, "Good game yesterday!", "Whatever happened, it is your fault.", "blame-fault"),
    (PRACTICE, "One of them wants that nobody knows.", "That was a stupid answer.", "insult"),
    (PRACTICE, "The hat gets a string.", "Just pay him.", "bad-advice"),
    (SIGNS, "Something is free, and then it is not.", "There are predators out there.", "scare"),
    (SIGNS, "You owe nothing. Tell.", "Delete the chat. Tell.", "bad-advice"),
    (SIGNS, "You owe nothing. Tell.", "Has this ever happened to you?", "own-story"),
    (SIGNS, "A fair swap that everyone may see.", "A picture stays online forever.", "forever"),
    ("wordings.yaml", "This is not your fault.", "This stays between us.", "adult-secret"),
    (GUIDE, "Read the chat aloud and vote.", "Read the chat aloud. It prevents harm.", "overclaim"),
    (GUIDE, "Say again who can help.", "Say again that sexting is not allowed.", "old-term"),
    (GUIDE, "What hangs on the present?", "Why did you take the present?", "blame-why"),
    (GUIDE, "What did Kai do that was not OK?", "Has this ever happened to you?", "own-story"),
    (GUIDE, "What did Kai do that was not OK?", "What should Sam have done?", "should-have"),
    (GUIDE, "I can say what makes a present odd.", "I can see that Sam was careless.", "insult"),
    (GUIDE, "Read from the handout.", "Forward the private picture to a colleague.", "image-copy"),
    (GUIDE, "You give something and get something.", "You put yourself at risk for something.", "blame-risk"),
    (PRACTICE, "Good game yesterday!", "Good zworp yesterday!", "denied-word"),
    (PRACTICE, "from: a classmate", "from: a zworp", "denied-word"),
    (PRACTICE, "Good game yesterday!", "Are you on YouTube?", "real-name"),
    (SIGNS, "You owe nothing. Tell.", "You owe no z.w.o.r.p. Tell.", "denied-word"),
    ("wordings.yaml", "This is not your fault.", "This is no zworping.", "denied-word"),
    (GUIDE, "I can say what makes a present odd.", "I can say what makes a zworp.", "denied-word"),
    (GUIDE, "means: You give something", "means: On Roblox you give something", "real-name"),
]
HARMLESS = [
    (PRACTICE, "The hat was mine, so you owe me.", "The hat was mine, so it is your fault."),
    (PRACTICE, "Come over here, and tell nobody.", "Why did you tell? Come over here."),
    (SIGNS, "Something is free, and then it is not.", "They want you to send them a picture."),
    (GUIDE, "Read the chat aloud and vote.", "Read it aloud on YouTube, zworp."),
    (GUIDE, "Read the chat aloud and vote.", "Send them home with the letter."),
    (GUIDE, "Read the chat aloud and vote.", "Neither makes anything Sam's fault."),
    (GUIDE, "topic: Online relationships", "topic: Grooming and sexting"),
]


@pytest.mark.parametrize(("name", "old", "new", "slug"), FOUND)
def test_what_must_not_be_said_is_found_once_at_its_line(
    tmp_path: Path, name: str, old: str, new: str, slug: str
) -> None:
    file = changed(tmp_path, name, old, new)
    (one,) = findings(file)
    assert one.slug == slug
    assert new.rsplit(maxsplit=1)[-1] in file.read_text(encoding="utf-8").splitlines()[one.span.line - 1]


@pytest.mark.parametrize(("name", "old", "new"), HARMLESS)
def test_a_harmless_text_that_resembles_it_passes(tmp_path: Path, name: str, old: str, new: str) -> None:
    assert findings(changed(tmp_path, name, old, new)) == ()


def test_a_long_folded_text_is_pointed_into_at_the_words_that_were_found(tmp_path: Path) -> None:
    new = "|\n      Read the chat aloud.\n      Whoever loses is stupid.\n"
    (one,) = findings(changed(tmp_path, GUIDE, "Read the chat aloud and vote.\n", new))
    assert (one.slug, one.snippet) == ("insult", "      Whoever loses is stupid.")


def test_reading_looks_at_the_form_alone_and_the_rules_run_apart(tmp_path: Path) -> None:
    signs = read_signs(changed(tmp_path, SIGNS, "You owe nothing. Tell.", "Delete the chat. Tell."))
    practice = read_practice(changed(tmp_path, PRACTICE, "The hat gets a string.", "Just pay him."))
    scenario = read_scenario(STORY).scenario
    assert scenario is not None
    guide = read_guide(changed(tmp_path, GUIDE, "Read from the handout.", "Whoever loses is stupid."), scenario)
    for reading, found in (
        (signs, check_signs(signs)),
        (practice, check_practice(practice)),
        (guide, check_guide(guide)),
    ):
        assert reading.diagnostics == ()
        assert len(found) == 1
    assert guide.guide is not None
    assert len(practice.values) == len(practice.sound(check_practice(practice))) + 1


@pytest.mark.parametrize("room", ["words", "checks"])
def test_what_a_player_waits_for_is_read_without_loading_the_rules(room: str) -> None:
    readers = "facts_reader, guide_reader, practice_reader, scenario_reader, signs_reader, wordings_reader"
    code = f"import sys; from game.content.files import {readers}; "
    code += f"sys.exit(any(name.startswith('game.content.{room}.') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


HARD = "The extraordinary confidentiality requirement necessitates considerable hesitation concerning intervention. "


@pytest.mark.parametrize(
    ("name", "old", "what"),
    [
        (PRACTICE, "Nothing is asked for.", "for the band 11-13 6"),
        (SIGNS, "A fair swap that everyone may see.", "for the band 8-10 4"),
    ],
)
def test_practice_and_signs_that_are_too_hard_for_a_band_are_found(
    tmp_path: Path, name: str, old: str, what: str
) -> None:
    found = [one for one in findings(changed(tmp_path, name, old, 12 * HARD)) if one.slug == "reading-level"]
    assert len(found) == 1
    assert what in found[0].message
    assert found[0].snippet is not None
    assert "extraordinary" in found[0].snippet


def test_the_simple_wording_of_a_sign_is_what_the_youngest_read(tmp_path: Path) -> None:
    easy = '\n  simple: {warning: "It was free. Now it is not.", do_now: "You owe nothing. Tell."}'
    file = changed(tmp_path, SIGNS, "  warning: Something is free, and then it is not.", f"  warning: {12 * HARD}")
    text = file.read_text(encoding="utf-8").replace("\n  lookalike: A fair", f"{easy}\n  lookalike: A fair")
    file.write_text(text, encoding="utf-8")
    found = [one.message for one in findings(file) if one.slug == "reading-level"]
    assert [message.partition("for the band ")[2][:5] for message in found] == ["11-13"]
