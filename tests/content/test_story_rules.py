"""The rules that look at a story as a whole: refusals, give-away answers, skills, calm, sentences that come twice."""

from collections.abc import Callable

import pytest

from game.content.checks import check_reading
from game.content.files.catalogue import Catalogue
from game.content.files.scenario_reader import parse_scenario
from game.content.format.diagnostics import Diagnostic

Find = Callable[..., list[Diagnostic]]
_PUSH = "    - kai: Just this once, OK?\n      sign: secrecy_request\n      why: Sam said no, and Kai asks again.\n"
_NO = "          say: No, thank you.\n          do: say_no\n"
_STOP = "          do: stop\n"
_ANOTHER_CHOICE = """\
    - choice: Kai asks again. And now?
      options:
"""


@pytest.fixture
def find_in(small_story: str, catalogue: Catalogue) -> Find:
    """Return the findings of the small story with some changes: each text that is there once, and what replaces it."""

    def of(*changes: tuple[str, str]) -> list[Diagnostic]:
        text = small_story
        for before, after in changes:
            assert text.count(before) == 1, before
            text = text.replace(before, after)
        found = check_reading(parse_scenario(text), catalogue)
        return [one for one in found if one.slug != "draft"]

    return of


def slugs(found: list[Diagnostic]) -> list[str]:
    return [one.slug for one in found]


def choice(*options: str) -> tuple[str, str]:
    """Put another choice at the end of the scene in which Kai pushes; options are written `id: move: say or do`."""
    text = _ANOTHER_CHOICE
    for number, option in enumerate(options):
        move, what = option.split(" ", 1)
        text += f"        - id: more_{number}\n          {what}\n          move: {move}\n"
        text += f"          feedback: Fine, number {number}.\n          go: telling\n"
    return "    - go: telling\n", text


# Refusals


def test_a_story_without_a_no_lacks_a_no_and_its_push_and_says_so_once(find_in: Find) -> None:
    (found,) = find_in((_NO, "          do: keep\n"))
    assert found.slug == "no-refusal"
    assert "`do: say_no`" in found.message
    assert "not answering" not in found.message


def test_a_story_that_lacks_more_than_one_part_of_a_refusal_names_them_all(find_in: Find) -> None:
    found = find_in((_NO, "          do: keep\n"), (_STOP, "          do: keep\n"))
    (one,) = [each for each in found if each.slug == "no-refusal"]
    assert "`do: say_no`" in one.message
    assert "not answering" in one.message


def test_without_a_way_of_not_answering_each_choice_is_found_and_the_story_is_not_found_again(find_in: Find) -> None:
    assert slugs(find_in((_STOP, "          do: keep\n"))) == ["no-silent-way"]


def test_a_no_after_which_nobody_pushes_is_found_at_the_no(find_in: Find) -> None:
    (found,) = find_in(
        (_PUSH, "    - kai: See you!\n      read: fine\n      why: A friendly word.\n"),
    )
    assert found.slug == "no-refusal"
    assert "behind `say_no` the same person shows no sign any more" in found.message
    assert found.snippet is not None
    assert "id: say_no" in found.snippet


def test_a_push_by_somebody_else_is_no_push_of_the_person_who_was_refused(find_in: Find) -> None:
    other = "  noor: {name: Noor, part: peer, picture: cactus, knows_from: school, facts: {unsafe: yes}}\n"
    found = find_in(
        ("  noor: {name: Noor, part: peer, picture: cactus, knows_from: school, facts: {unsafe: no}}\n", other),
        ("people: [sam, kai]", "people: [sam, kai, noor]"),
        (_PUSH, _PUSH.replace("kai:", "noor:")),
    )
    assert slugs(found) == ["no-refusal"]


def test_a_push_that_comes_a_choice_later_or_is_told_or_hidden_counts(find_in: Find) -> None:
    hidden = "    - kai: {hidden: threat}\n      sign: secrecy_request\n      why: Kai pushes.\n"
    told = "    - note: Kai asks again.\n      about: secrecy_request\n"
    later = (
        "    - choice: Go on?\n      options:\n        - {id: on, do: stop, move: safe, feedback: Fine., go: more}\n"
    )
    later += "        - {id: off, do: leave, move: safe, feedback: Well., go: more}\n\n  more:\n    - in: alone\n"
    for push in (hidden, told, later + _PUSH):
        assert "no-refusal" not in slugs(find_in((_PUSH, push)))


def test_a_no_that_is_asked_again_is_followed_by_the_other_options(find_in: Find) -> None:
    no = _NO + "          move: safe\n          feedback: One no is enough.\n          go: pushed\n"
    found = find_in(
        (no, no.replace("          go: pushed\n", "")),
        (
            "          feedback: Sam owes no answer.\n          go: telling\n",
            "          feedback: X.\n          go: pushed\n",
        ),
    )
    assert slugs(found) == []


def test_a_second_push_is_found_and_one_behind_a_choice_is_not(find_in: Find) -> None:
    more = "    - kai: Come on!\n      sign: secrecy_request\n      why: Kai does not stop.\n"
    (found,) = find_in((_PUSH, _PUSH + more))
    assert found.slug == "second-push"
    assert "refusal `say_no` (line 63)" in found.message
    assert found.snippet == "    - kai: Come on!"
    between = (
        "    - choice: And now?\n      options:\n        - {id: on, do: stop, move: safe, feedback: Fine., go: more}\n"
    )
    between += "        - {id: off, do: leave, move: safe, feedback: Well., go: more}\n\n  more:\n    - in: alone\n"
    assert slugs(find_in((_PUSH, _PUSH + between + more))) == []


def test_a_second_push_is_found_in_the_scenes_that_follow_without_a_choice_too(find_in: Find) -> None:
    more = "    - kai: Come on!\n      sign: secrecy_request\n      why: Kai does not stop.\n"
    on = "    - go: still\n\n  still:\n    - in: alone\n" + more + "    - go: telling\n"
    assert slugs(find_in(("    - go: telling\n", on))) == ["second-push"]


# Safe options


def test_after_a_sign_every_choice_has_a_safe_option(find_in: Find) -> None:
    found = find_in(choice("unsure do: wait", "risky do: accept"))
    assert slugs(found) == ["no-safe-option"]
    assert slugs(find_in(choice("safe do: stop", "risky do: accept"))) == []


def test_a_risky_option_that_is_asked_again_needs_another_one_that_leads_to_help(find_in: Find) -> None:
    no_help = "    - choice: And now?\n      options:\n        - {id: x, do: accept, move: risky, feedback: Hm.}\n"
    no_help += "        - {id: y, do: wait, move: unsure, feedback: Well., go: gone}\n\n  gone:\n"
    no_help += "    - ending: helped\n      line: They told. This is not your fault.\n"
    assert set(slugs(find_in(("    - go: telling\n", no_help)))) == {"no-second-go", "no-safe-option", "not-rehearsed"}


def test_safe_options_that_always_come_first_give_themselves_away(find_in: Find) -> None:
    first = (
        "        - id: take_it\n          say: OK, thanks!\n          do: keep_secret\n          move: risky\n",
        "",
    )
    last = "        - id: take_it\n          say: OK, thanks!\n          do: keep_secret\n          move: risky\n"
    moved = (
        first,
        ("          feedback: The string comes from Kai.\n", ""),
        (
            "          go: pushed\n",
            "          go: pushed\n" + last + "          feedback: The string comes from Kai.\n",
        ),
    )
    (found,) = find_in(*moved, choice("safe do: leave", "risky do: accept", "unsure do: wait"))
    assert found.slug == "gives-away"
    assert "in every choice they come first" in found.message
    assert slugs(find_in(*moved, choice("risky do: accept", "safe do: leave", "unsure do: wait"))) == []


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (["safe say: I would rather not do that at all.", "risky say: Yes."], "longer"),
        (["safe say: No.", "risky say: Yes, I would love to have it."], None),
    ],
)
def test_lines_that_tell_the_safe_options_by_their_length_are_found(
    find_in: Find, options: list[str], what: str | None
) -> None:
    found = find_in(("say: OK, thanks!", "say: OK!"), choice(options[0], *[options[1]] * 2))
    if what is None:
        assert slugs(found) == ["no-silent-way"]
    else:
        assert slugs(found) == ["gives-away", "no-silent-way"]
        assert f"is {what} than every other" in found[0].message


@pytest.mark.parametrize(
    ("first", "options", "what"),
    [
        (("", ""), ["safe do: leave", "risky say: Yes.", "unsure say: Perhaps."], "just those with a `do`"),
        ((_NO, "          do: say_no\n"), ["safe do: leave", "risky say: Yes.", "unsure say: Hm."], "without a line"),
    ],
)
def test_safe_options_that_are_told_by_saying_or_doing_are_found(
    find_in: Find, first: tuple[str, str], options: list[str], what: str
) -> None:
    changes = [("          do: keep_secret\n", ""), choice(*options)]
    (found,) = find_in(*changes, *([first] if first[0] else []))
    assert found.slug == "gives-away"
    assert what in found.message


def test_with_two_other_options_a_pattern_is_chance_and_not_found(find_in: Find) -> None:
    assert slugs(find_in(("          do: keep_secret\n", ""), choice("safe do: leave", "risky say: Yes."))) == []


# Telling, skills, signs in company


@pytest.mark.parametrize("feedback", ["Good, but wait a day.", "It is too early.", "Fine, not yet."])
def test_a_doubt_right_after_asking_an_adult_is_found(find_in: Find, feedback: str) -> None:
    (found,) = find_in(("feedback: Telling early is strong.", f"feedback: {feedback}"))
    assert found.slug == "telling-doubted"


@pytest.mark.parametrize("feedback", ["Nobody has to wait. But it may take a day.", "Sam does not have to wait."])
def test_praise_before_a_doubt_and_a_doubt_that_is_denied_pass(find_in: Find, feedback: str) -> None:
    assert slugs(find_in(("feedback: Telling early is strong.", f"feedback: {feedback}"))) == []


@pytest.mark.parametrize(
    ("skills", "missing", "places"),
    [
        ("[set_boundary, not_my_fault]", "seek_help", 3),
        ("[seek_help, not_my_fault]", "set_boundary", 3),
        ("[seek_help, set_boundary]", "not_my_fault", 3),
        ("[seek_help, set_boundary, not_my_fault, tell_for_friend]", "tell_for_friend", 51),
    ],
)
def test_skills_and_what_is_practised_agree_both_ways(find_in: Find, skills: str, missing: str, places: int) -> None:
    (found,) = find_in(("[seek_help, set_boundary, not_my_fault]", skills))
    assert found.slug == "skill-not-practised"
    assert f"`{missing}`" in found.message
    assert found.span.column == places


def test_telling_for_a_friend_belongs_to_the_skills_where_it_is_rehearsed(find_in: Find) -> None:
    kind = "    - rehearse: tell\n"
    assert slugs(find_in((kind, "    - rehearse: tell_for_friend\n"))) == ["skill-not-practised"]


def test_kind_words_are_no_sign_by_themselves_and_one_beside_a_request(find_in: Find) -> None:
    taught = (
        "signs: [gift_with_strings, secrecy_request]",
        "signs: [gift_with_strings, secrecy_request, fast_flattery]",
    )
    push = "      sign: secrecy_request\n      why: Sam said no"
    assert slugs(find_in(taught, (push, push.replace("secrecy_request", "fast_flattery")))) == ["sign-alone"]
    assert slugs(find_in(taught, (push, push.replace("secrecy_request", "[secrecy_request, fast_flattery]")))) == []


# Calm, and sentences that come twice


def test_a_content_note_of_ten_words_passes_and_a_second_sentence_does_not(find_in: Find) -> None:
    note = "content_note: About presents in games."
    assert slugs(find_in((note, "content_note: About presents in games and about a few new friends."))) == []
    assert slugs(find_in((note, "content_note: About presents. And about Kai."))) == ["content-note"]


def test_one_exclamation_mark_ends_a_story_and_two_are_loud(find_in: Find) -> None:
    line = "line: They told the game together."
    assert slugs(find_in((line, "line: They told the game together!"))) == []
    assert slugs(find_in((line, "line: They told! All is well!"))) == ["loud-end"]


def test_a_sentence_that_one_play_can_show_twice_is_found_with_the_line_of_the_first(find_in: Find) -> None:
    (found,) = find_in(("why: Sam said no, and Kai asks again.", "why: Kai asks Sam to hide something!"))
    assert found.slug == "same-sentence"
    assert "line 42" in found.message


def test_a_sentence_on_two_ways_that_never_meet_may_stand_twice(find_in: Find) -> None:
    other = (
        "    - choice: And now?\n      options:\n        - {id: a, do: stop, move: safe, feedback: Fine., go: left}\n"
    )
    other += "        - {id: b, do: leave, move: safe, feedback: Well., go: right}\n\n"
    for name in ("left", "right"):
        other += f"  {name}:\n    - in: crew\n    - noor: The cat sat on the keyboard again.\n    - go: telling\n\n"
    assert slugs(find_in(("    - go: telling\n", other))) == []


def test_four_words_may_come_twice(find_in: Find) -> None:
    assert (
        slugs(
            find_in(
                ("noor: See you at training!", "noor: Good game, that one!"),
                ("kai: Good game!", "kai: Good game, that one!"),
            )
        )
        == []
    )
