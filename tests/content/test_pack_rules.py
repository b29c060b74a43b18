"""The rules over stories that stand beside one another, on small packs that are made for one rule each."""

from collections.abc import Sequence

import pytest

from game.content.files.scenario_reader import parse_scenario
from game.content.format.diagnostics import Diagnostic
from game.content.pack.pack import Pack, stories_of
from game.content.pack.rules import check_pack
from game.story.practice import Line, SortItem

ONLINE, SCHOOL = "online_only", "school"
PEOPLE = {
    "ola": (ONLINE, "unsafe: yes, age_group: adult, gender: man"),
    "kit": (SCHOOL, "unsafe: yes, age_group: teen, gender: girl"),
    "may": (ONLINE, "age_group: child"),
    "sid": (SCHOOL, "age_group: child"),
}
TELL = """\
rehearse: tell
      adults: [{adults}]
      sentences: [Please help]
      helps: {helps}
      adult_says: Yes"""
KEEP = """\
rehearse: keep_telling
      sentences: [Please help]
      helps: yes
      adult_says: Yes"""
PRACTICE = tuple(SortItem(id=f"s-{n}", line=Line("Bo", "Hi"), signs=(), why="So") for n in range(6))

Written = tuple[str, str]
"""A message: who writes it, and `fine`, `unclear`, a sign, or `fine/` and the sign that it resembles."""


def tell(adults: str = "teacher, parent_or_carer", *, helps: bool = True) -> str:
    beat = TELL.format(adults=adults, helps="yes" if helps else "no")
    return beat if helps else f"{beat}\n    - {KEEP}"


def story(
    id: str,
    *messages: Written,
    band: str = "11-13",
    kind: str = "story",
    friend: str = "girl",
    people: dict[str, tuple[str, str]] | None = None,
    beats: Sequence[str] = (),
    methods: str = "",
    ending: str = "helped",
) -> str:
    """The text of a story with these messages, in one scene and one chat."""
    signs = sorted({what for _, what in messages if what not in ("fine", "unclear") and "/" not in what})
    lines = [
        f"format: 1\nid: {id}\nkind: {kind}\ntitle: T\nband: {band}\nlevel: 3\nminutes: {5 if kind == 'story' else 2}",
        f"about: A\ncontent_note: N\nplayer: helper\nteaches: {{signs: [{', '.join(signs)}], methods: [{methods}], ",
        "  skills: [seek_help]}\norigin: O\npeople:",
        f"  ann: {{name: Ann, part: friend, picture: fox, facts: {{gender: {friend}}}}}",
    ]
    for name, (knows_from, facts) in {**PEOPLE, **(people or {})}.items():
        used = any(who == name for who, _ in messages)
        if used or name in (people or {}):
            head = f"name: {name.title()}, part: contact, picture: fox, knows_from: {knows_from}"
            lines.append(f"  {name}: {{{head}, facts: {{{facts}}}}}")
    lines.append("scenes:\n  start:")
    for number, (who, what) in enumerate(messages):
        read, _, resembled = what.partition("/")
        lines.append(f"    - {who}: Line {number} {id}")
        lines.append(f"      {f'read: {read}' if read in ('fine', 'unclear') else f'sign: {read}'}")
        lines += [f"      lookalike_of: {resembled}"] if resembled else []
        lines.append(f"      why: Why {number} {id}")
    lines += [f"    - {beat}" for beat in beats]
    lines.append(f"    - ending: {ending}\n      line: End")
    lines.append("debrief: {responsibility: R, feelings: F, questions: [Q], remember: M}")
    return "\n".join(lines) + "\n"


def found_in(*texts: str, practice: int = 6) -> list[Diagnostic]:
    """What the rules find in a pack of these stories, with so many items of practice in every band."""
    readings = [parse_scenario(text, f"scenarios/{number}.yaml") for number, text in enumerate(texts)]
    assert all(reading.scenario is not None for reading in readings), [r.diagnostics for r in readings]
    items = dict.fromkeys(("8-10", "11-13", "14-17"), PRACTICE[:practice])
    return list(check_pack(Pack(folder="scenarios", stories=stories_of(readings), practice=items)))  # type: ignore[arg-type]


def slugs(*texts: str, practice: int = 6) -> set[str]:
    return {one.slug for one in found_in(*texts, practice=practice)}


def shelf(*special: str, size: int = 4) -> tuple[str, ...]:
    """These stories, and as many plain ones as are missing to so many."""
    return (*special, *(story(f"plain-{n}", ("sid", "fine")) for n in range(size - len(special))))


FINE, SIGN, HURRY = "fine", "secrecy_request", "hurry_up"


def test_a_band_is_looked_at_from_four_stories_on() -> None:
    assert "no-good-friendship" in slugs(*shelf(size=4))
    assert slugs(*shelf(size=3)) == set()
    boosters = [story(f"again-{n}", ("sid", FINE), kind="booster") for n in range(2)]
    assert slugs(*shelf(size=3), *boosters) == set()


def test_bands_are_looked_at_apart() -> None:
    older = [story(f"older-{n}", ("sid", FINE), band="14-17") for n in range(2)]
    assert slugs(*shelf(size=3), *older) == set()


@pytest.mark.parametrize(
    ("known", "online", "found"),
    [(1, 4, True), (1, 3, False), (5, 4, False), (13, 7, False), (2, 1, True), (0, 0, False)],
)
def test_signs_come_from_known_people_in_a_quarter_to_two_thirds(known: int, online: int, found: bool) -> None:
    mixed = story("mixed", *[("kit", SIGN)] * known, *[("ola", SIGN)] * online, ("sid", FINE))
    assert ("known-senders" in slugs(*shelf(mixed))) == found


@pytest.mark.parametrize(("online", "known", "found"), [(2, 0, False), (1, 0, True), (4, 3, False), (4, 4, True)])
def test_four_of_ten_fine_messages_come_from_online(online: int, known: int, found: bool) -> None:
    mixed = story("mixed", *[("may", FINE)] * online, *[("sid", FINE)] * known)
    assert ("online-fine" in slugs(*shelf(mixed))) == found


@pytest.mark.parametrize(
    ("messages", "crossed"),
    [
        ([("may", FINE), ("kit", SIGN)], True),
        ([("may", FINE), ("ola", SIGN), ("kit", SIGN)], True),
        ([("may", FINE), ("ola", SIGN)], False),
        ([("may", FINE), ("may", "unclear"), ("kit", SIGN)], False),
        ([("may", FINE), ("may", SIGN), ("kit", SIGN)], False),
        ([("may", FINE), ("sid", FINE)], False),
    ],
)
def test_a_crossed_story_has_a_fine_person_from_online_beside_a_known_one_with_a_sign(
    messages: list[Written], *, crossed: bool
) -> None:
    assert ("not-crossed" in slugs(*shelf(story("mixed", *messages)))) != crossed


def test_of_seven_stories_two_are_crossed() -> None:
    crossed = [story(f"crossed-{n}", ("may", FINE), ("kit", SIGN)) for n in range(2)]
    assert "not-crossed" not in slugs(*shelf(crossed[0], size=6))
    assert "not-crossed" in slugs(*shelf(crossed[0], size=7))
    assert "not-crossed" not in slugs(*shelf(*crossed, size=7))


def test_two_people_in_different_chats_do_not_cross() -> None:
    text = story("apart", ("may", FINE), ("kit", SIGN))
    apart = text.replace(
        "scenes:", "chats:\n  one: {title: A, people: [ann, may]}\n  two: {title: B, people: [ann, kit]}\nscenes:"
    )
    apart = apart.replace("    - may:", "    - in: one\n    - may:").replace("    - kit:", "    - in: two\n    - kit:")
    assert "not-crossed" in slugs(*shelf(apart))


def test_only_strangers_or_only_adults_as_unsafe_people_are_found() -> None:
    told = [one.message for one in found_in(*shelf(story("a", ("ola", SIGN)))) if one.slug == "one-sort-unsafe"]
    assert len(told) == 2
    assert "online" in told[0] + told[1]
    assert "adult" in told[0] + told[1]
    assert "one-sort-unsafe" not in slugs(*shelf(story("a", ("ola", SIGN), ("kit", SIGN))))


def test_a_friendship_from_online_that_stays_fine_is_in_every_band() -> None:
    assert "no-good-friendship" not in slugs(*shelf(story("good", ("may", FINE), ending="safe_and_fine")))
    assert "no-good-friendship" in slugs(*shelf(story("helped", ("may", FINE))))
    assert "no-good-friendship" in slugs(*shelf(story("school", ("sid", FINE), ending="safe_and_fine")))
    assert "no-good-friendship" in slugs(*shelf(story("sign", ("may", FINE), ("ola", SIGN), ending="safe_and_fine")))


def unsafe(*kinds: tuple[str, str, str]) -> tuple[str, ...]:
    """A shelf in which the unsafe people are of these kinds: knows_from, age_group, gender."""
    stories = [
        story(f"u-{n}", ("ola", SIGN), people={"ola": (known, f"unsafe: yes, age_group: {age}, gender: {gender}")})
        for n, (known, age, gender) in enumerate(kinds)
    ]
    return shelf(*stories, size=max(4, len(stories)))


FAR, TEEN, NEAR = (ONLINE, "adult", "man"), (ONLINE, "teen", "man"), (SCHOOL, "adult", "man")


@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        ((FAR, FAR, FAR, TEEN), False),
        ((FAR, FAR, FAR, NEAR), False),
        ((FAR, FAR, FAR, FAR, NEAR), True),
        ((FAR,), True),
        ((), False),
    ],
)
def test_a_quarter_of_the_unsafe_people_are_near(kinds: tuple[tuple[str, str, str], ...], *, found: bool) -> None:
    assert ("far-away-unsafe" in slugs(*unsafe(*kinds))) == found


def test_not_all_unsafe_people_are_of_one_gender() -> None:
    man, woman, unknown = (ONLINE, "adult", "man"), (ONLINE, "adult", "woman"), (ONLINE, "adult", "unknown")
    assert "one-gender-unsafe" in slugs(*unsafe(man, (ONLINE, "teen", "boy"), unknown))
    assert "one-gender-unsafe" in slugs(*unsafe(woman, woman))
    assert "one-gender-unsafe" not in slugs(*unsafe(man, woman))
    assert "one-gender-unsafe" not in slugs(*unsafe(man, unknown))


def test_half_of_the_unsafe_people_do_not_pretend() -> None:
    by_sign = story("a", ("ola", "fake_identity"))
    by_method = story("b", ("ola", SIGN), methods="pretends_younger")
    openly = story("c", ("ola", SIGN))
    assert "pretended-age" in slugs(*shelf(by_sign, by_method, openly))
    assert "pretended-age" not in slugs(*shelf(by_sign, openly))
    young = openly.replace("id: c", "id: d").replace(
        "knows_from: online_only,", "knows_from: online_only, says_age: 13,"
    )
    assert "pretended-age" in slugs(*shelf(by_sign, young, openly))


def test_three_of_ten_friends_are_boys() -> None:
    def friends(*genders: str) -> tuple[str, ...]:
        return tuple(story(f"f-{n}", ("sid", FINE), friend=gender) for n, gender in enumerate(genders))

    assert "few-boys" in slugs(*friends("boy", "girl", "girl", "girl"))
    assert "few-boys" not in slugs(*friends("boy", "girl", "girl", "unknown"))
    assert "few-boys" not in slugs(*friends(*["unknown"] * 4))


@pytest.mark.parametrize(("signs", "fine", "found"), [(4, 6, False), (6, 4, False), (3, 7, True), (7, 3, True)])
def test_about_half_of_the_messages_of_a_band_are_fine(signs: int, fine: int, found: bool) -> None:
    mixed = [story(f"m-{n}", *[("ola", SIGN)] * signs, *[("sid", FINE)] * fine, ("sid", "unclear")) for n in range(4)]
    assert ("band-fine-share" in slugs(*mixed)) == found


def test_every_sign_that_is_taught_has_a_lookalike_in_its_band() -> None:
    teaching = story("a", ("sid", FINE), ("ola", SIGN), ("ola", HURRY), ("ola", "threat_blackmail"))
    (secret, hurry) = [one for one in found_in(*shelf(teaching)) if one.slug == "lookalike-missing"]
    assert "`hurry_up`" in secret.message
    assert "`secrecy_request`" in hurry.message
    assert secret.span.path == "scenarios/0.yaml"
    assert secret.snippet is not None
    assert "signs: [" in secret.snippet
    both = story("b", ("sid", f"fine/{SIGN}"), ("sid", f"fine/{HURRY}"))
    assert "lookalike-missing" not in slugs(*shelf(teaching, both))
    other_band = both.replace("band: 11-13", "band: 14-17")
    assert "lookalike-missing" in slugs(*shelf(teaching), other_band)


def test_a_band_has_practice_and_a_booster() -> None:
    assert "practice-missing" in slugs(*shelf(), practice=5)
    assert "practice-missing" in slugs(*shelf(), practice=0)
    assert "practice-missing" not in slugs(*shelf(), practice=6)
    assert "booster-missing" in slugs(*shelf())
    assert "booster-missing" not in slugs(*shelf(), story("again", ("sid", FINE), kind="booster"))


@pytest.mark.parametrize(
    ("trying", "of", "found"),
    [
        (0, 4, True),
        (1, 4, False),
        (2, 4, True),
        (2, 5, False),
        (1, 5, True),
        (0, 2, False),
        (1, 2, False),
        (2, 2, True),
        (1, 1, False),
        (0, 0, False),
        (3, 10, False),
        (5, 10, True),
    ],
)
def test_the_first_adult_does_not_help_in_some_stories(trying: int, of: int, found: bool) -> None:
    stories = [story(f"t-{n}", ("ola", SIGN), beats=[tell(helps=n >= trying)]) for n in range(of)]
    assert ("keep-telling-share" in slugs(*shelf(*stories, size=max(4, of)))) == found


def test_somebody_tells_for_a_friend_in_every_band() -> None:
    beats = [tell().replace("rehearse: tell", "rehearse: tell_for_friend")]
    assert "no-tell-for-friend" in slugs(*shelf(story("a", ("ola", SIGN), beats=[tell()])))
    assert "no-tell-for-friend" not in slugs(*shelf(story("a", ("ola", SIGN), beats=beats)))


def test_the_first_adults_who_do_not_help_differ() -> None:
    one = story("a", ("ola", SIGN), beats=[tell("teacher, school_nurse", helps=False)])
    same = story("b", ("ola", SIGN), beats=[tell("school_nurse, teacher", helps=False)])
    other = story("b", ("ola", SIGN), beats=[tell("youth_worker, teacher", helps=False)])
    helping = story("b", ("ola", SIGN), beats=[tell("teacher, school_nurse")])
    (found,) = [one for one in found_in(*shelf(one, same)) if one.slug == "same-first-adult"]
    assert (found.span.path, "`a`" in found.message) == ("scenarios/1.yaml", True)
    assert "same-first-adult" not in slugs(*shelf(one, other))
    assert "same-first-adult" not in slugs(*shelf(one, helping))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("It is there for all.", "Well. It's different. IT IS THERE, for all!", True),
        ("It is there today.", "It is there today.", False),
        ("It is there for all.", "It is there for all of them.", False),
    ],
)
def test_a_sentence_of_five_words_stands_in_one_story_only(one: str, other: str, *, found: bool) -> None:
    first = story("a", ("sid", FINE)).replace("Line 0 a", one)
    for written in ("Line 0 b", "Why 0 b"):
        second = story("b", ("sid", FINE)).replace(written, other)
        same = [each for each in found_in(first, second) if each.slug == "same-sentence"]
        assert len(same) == found
        assert all(each.span.path == "scenarios/1.yaml" and "`a`" in each.message for each in same)


def test_a_sentence_may_come_twice_in_one_story() -> None:
    text = (
        story("a", ("sid", FINE)).replace("Line 0 a", "It is there for all.").replace("Why 0 a", "It is there for all.")
    )
    assert slugs(text) == set()


def test_a_cue_that_gives_the_signs_away_is_found_with_the_stories_it_comes_from() -> None:
    given = [story(f"g-{n}", *[("ola", SIGN)] * 7, *[("sid", FINE)] * 7) for n in range(3)]
    found = found_in(*shelf(*given))
    (by_sender,) = [one for one in found if one.slug == "cue-gives-away" and "by_sender" in one.message]
    assert "known from online" in by_sender.message
    assert "g-0 (lines " in by_sender.message
    assert by_sender.span.path.startswith("scenarios/")
    assert by_sender.snippet is not None
    assert "ola:" in by_sender.snippet
    assert "school or family" in by_sender.hint


def test_a_cue_that_gives_the_fine_messages_away_is_found_too() -> None:
    given = [story(f"g-{n}", *[("kit", SIGN)] * 7, *[("may", FINE)] * 7) for n in range(3)]
    (by_sender,) = [
        one for one in found_in(*shelf(*given)) if one.slug == "cue-gives-away" and "by_sender" in one.message
    ]
    assert "what is fine" in by_sender.message
    assert by_sender.snippet is not None
    assert "may:" in by_sender.snippet


def test_with_fewer_than_twenty_signs_a_cue_is_a_number_only() -> None:
    given = [story(f"g-{n}", *[("ola", SIGN)] * 6, *[("sid", FINE)] * 7) for n in range(3)]
    found = found_in(*shelf(*given))
    assert "cue-gives-away" not in {one.slug for one in found}
    (level,) = [one for one in found if one.slug == "cue-level"]
    assert level.severity == "note"
    assert "too few to judge by: 18 signs" in level.message
    for name in ("by_sender", "by_newest_contact", "by_position", "by_length", "by_keyword"):
        assert name in level.message


def test_a_story_that_cannot_be_played_is_left_out_of_the_pack() -> None:
    assert stories_of([parse_scenario("format: 1\n", "scenarios/half.yaml")]) == ()
