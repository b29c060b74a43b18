"""The skills and signs that a story says it teaches, against what it practises and shows (C4, C11)."""

from collections.abc import Iterator

from game.content.checks.subject import Check, Subject
from game.content.format.diagnostics import Diagnostic, find
from game.story.model import TELLING_DEEDS

_NEVER_ALONE = {
    "known_person": "To know somebody is no sign: pair it with what is asked for, as in `sign: [known_person, ...]`.",
    "older_romance": "Who is older is no sign: pair it with what is asked for, as in `sign: [older_romance, ...]`.",
    "fast_flattery": "Kind words are fine on their own: pair them with a request, or make it `read: fine` and let a "
    "`pulse` judge all of it together.",
}
_BOUNDARY_DEEDS = frozenset(("say_no", "stop", "leave", "wait", "mute_or_block"))


def check_skills(subject: Subject) -> Iterator[Diagnostic]:
    """What `teaches.skills` names is practised, and what is practised stands there (C11)."""
    if subject.has_gap("teaches") or subject.reading.gaps.in_any_scene:
        return
    skills, spans = subject.scenario.teaches.skills, subject.reading.spans
    if spans.has("teaches", "skills", len(skills)) or not spans.has("teaches"):
        return
    practised = _practised(subject)
    where = subject.key("teaches", "skills") if spans.has("teaches", "skills") else subject.key("teaches")
    for skill, because in practised.items():
        if skill not in skills:
            message = f"`{skill}` is missing from the skills: {because}."
            yield find("skill-not-practised", where, message, f"Add `{skill}` to `skills`.")
    for index, skill in enumerate(skills):
        lacking = None if skill in practised else _lacking(subject, skill)
        if lacking is not None:
            message = f"`{skill}` stands among the skills, and the story does not practise it."
            yield find("skill-not-practised", subject.at("teaches", "skills", index), message, lacking)


def check_signs_in_company(subject: Subject) -> Iterator[Diagnostic]:
    """Knowing somebody, being older or being kind is never a sign by itself (C4)."""
    for place, message in subject.scenario.messages():
        alone = next((hint for sign, hint in _NEVER_ALONE.items() if message.signs == (sign,)), None)
        if alone is not None:
            sign = message.signs[0]
            text = f"`{sign}` is the only sign of this message, and it is never unsafe on its own."
            yield find("sign-alone", subject.at_beat(place, "sign"), text, alone)


def _practised(subject: Subject) -> dict[str, str]:
    """Return the skills that a story surely practises, each with what shows it."""
    kinds = {rehearse.kind for _, rehearse in subject.scenario.rehearsals()}
    deeds = {option.do for _, _, option in subject.options}
    found: dict[str, str] = {}
    if not subject.scenario.nothing_is_wrong:
        found["not_my_fault"] = "a story with signs says whose fault it is not"
    if kinds:
        found["seek_help"] = "a rehearsal practises telling"
    if "tell_for_friend" in kinds:
        found["tell_for_friend"] = "a rehearsal practises it"
    if "say_no" in deeds:
        found["set_boundary"] = "an option says no (`do: say_no`)"
    return found


def _lacking(subject: Subject, skill: str) -> str | None:
    """Return what to do where a story surely does not practise a skill that it names, else None."""
    deeds = {option.do for _, _, option in subject.options}
    if skill == "not_my_fault" and not subject.has_gap("unsafe"):
        return "Nothing is wrong in this story, so nothing is anybody's fault: take it out."
    if skill == "seek_help" and not deeds & set(TELLING_DEEDS):
        return "Add a `rehearse`, or an option with `do: check_with_adult`, or take it out."
    if skill == "tell_for_friend" and "tell_for_friend" not in deeds:
        return "Add a `rehearse: tell_for_friend`, or take it out."
    if skill == "set_boundary" and not deeds & _BOUNDARY_DEEDS:
        return "Add an option with `do: say_no` or a way of not answering, or take it out."
    return None


SKILL_CHECKS: tuple[Check, ...] = (check_skills, check_signs_in_company)
