"""Who the unsafe people and the friends of all stories are: no picture of the offender, and boys too (B7)."""

from collections.abc import Iterator

from game.content.format.diagnostics import Diagnostic, find
from game.content.format.spans import whole_file
from game.content.pack.pack import Pack, PackCheck, PackStory, is_known, name_stories, percent
from game.story.model import Person

_YOUNG, _GROWN_UP = ("child", "teen"), ("young_adult", "adult")


def check_known_or_peer(pack: Pack) -> Iterator[Diagnostic]:
    """25 of 100 unsafe people at least are somebody already known, or a child or a teen."""
    people = pack.unsafe_people()
    near = sum(is_known(person) or person.facts.age_group in _YOUNG for _, person in people)
    if people and 100 * near < 25 * len(people):
        message = (
            f"{near} of {len(people)} unsafe people ({percent(near, len(people))} %) are already known or of the "
            "friend's age; it should be 25 % at least."
        )
        hint = "Let an unsafe person be from school, family or a club (`knows_from`), or a child or teen (`age_group`)."
        yield find("far-away-unsafe", whole_file(pack.folder), message, hint)


def check_pretended_age(pack: Pack) -> Iterator[Diagnostic]:
    """50 of 100 unsafe people at least do not pretend to be younger."""
    people = pack.unsafe_people()
    pretending = [story for story, person in people if _pretends(story, person)]
    if people and 2 * len(pretending) > len(people):
        message = (
            f"{len(pretending)} of {len(people)} unsafe people pretend to be younger or somebody else; it should be "
            "half of them at most."
        )
        hint = f"Let some of them be openly who they are: {name_stories(pretending)}."
        yield find("pretended-age", whole_file(pack.folder), message, hint)


def check_unsafe_gender(pack: Pack) -> Iterator[Diagnostic]:
    """The unsafe people are not all men and boys, nor all women and girls, as far as it is stated."""
    stated = [one for one in pack.unsafe_people() if one[1].facts.gender != "unknown"]
    male = {person.facts.gender in ("man", "boy") for _, person in stated}
    female = {person.facts.gender in ("woman", "girl") for _, person in stated}
    if len(stated) > 1 and (male == {True} or female == {True}):
        kind = "a man or a boy" if male == {True} else "a woman or a girl"
        message = f"All {len(stated)} unsafe people whose gender is stated are {kind}."
        hint = "Let it vary (`gender` in the `facts` of an unsafe person)."
        yield find("one-gender-unsafe", whole_file(pack.folder), message, hint)


def check_boys(pack: Pack) -> Iterator[Diagnostic]:
    """30 of 100 friends at least are boys, as far as it is stated."""
    friends = [(story, story.scenario.friend.facts.gender) for story in pack.full_stories()]
    stated = [(story, gender) for story, gender in friends if gender != "unknown"]
    boys = sum(gender == "boy" for _, gender in stated)
    if stated and 100 * boys < 30 * len(stated):
        message = (
            f"{boys} of {len(stated)} friends whose gender is stated ({percent(boys, len(stated))} %) are boys; it "
            "should be 30 % at least."
        )
        hint = f"Let the friend be a boy in one of: {name_stories(s for s, gender in stated if gender != 'boy')}."
        yield find("few-boys", whole_file(pack.folder), message, hint)


def _pretends(story: PackStory, person: Person) -> bool:
    """Whether a sign says so, or the stated age; or the method, where there is nobody else to use it."""
    says_so = any(
        message.person == person.id and "fake_identity" in message.signs for _, message in story.scenario.messages()
    )
    is_older = person.says_age is not None and person.says_age < 18 and person.facts.age_group in _GROWN_UP
    is_alone = len(story.unsafe_people) == 1
    return says_so or is_older or (is_alone and "pretends_younger" in story.scenario.teaches.methods)


PEOPLE_CHECKS: tuple[PackCheck, ...] = (check_known_or_peer, check_pretended_age, check_unsafe_gender, check_boys)
