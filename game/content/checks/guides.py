"""The rules of a guide: it fits its story, its minutes add up, and it asks and says what may be asked and said."""

import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from game.content.checks.file_speech import guide_speech
from game.content.checks.language import check_contacts, check_invisible_characters
from game.content.checks.registry import CheckOf, run_checks
from game.content.files.guide_reader import GuideReading
from game.content.files.play_messages import NotFound, find_judged
from game.content.format.diagnostics import Diagnostic, find, name_or_list, with_snippets
from game.content.format.field_reader import FoundText
from game.content.format.node_places import NodePlaces
from game.content.format.source_text import SourceText
from game.content.format.spans import Span
from game.content.format.yaml_nodes import shorten
from game.content.words.rules import check_words
from game.content.words.text_rules import find_long_lines
from game.content.words.word_count import WORD_CAPS
from game.story.class_play import ClassPlay, judged_places, split_judged
from game.story.engine import roles_open
from game.story.model import Message, Place, Scenario

_PLACE_HINT = "Write the scene and how the message begins, or its number: start/Good game, start/1."
_MINUTES_HINT = "Give the steps other minutes, or the lesson another length."
_SHOULD_AHEAD = re.compile(
    r"\b(?:should|could|ought)(?:n't| not| never)?((?: (?!(?:not|never|to)\b)[\w'-]+){1,3}?)"
    r"(?: not| never)?(?: to)? have\b(?! (?:to|had to)\b)",
    re.I,
)
_SHOULD_BEHIND = re.compile(
    r"((?:[\w'-]+ ){0,2}[\w'-]+) (?:should(?:n't| not| never)?|ought (?:not )?to) have\b(?! (?:to|had to)\b)", re.I
)
_ADULT = re.compile(r"\b(?:adults?|grown-ups?|teachers?|coach\w*|parents?|mum|dad|carers?|app|game|compan\w+)\b", re.I)


@dataclass(frozen=True)
class GuideSubject:
    """A guide whose form was read: its values (None for what could not be read), its story, and where things stand."""

    reading: GuideReading
    values: Mapping[str, Any]

    @property
    def scenario(self) -> Scenario:
        """The story that it is read for."""
        return self.reading.scenario

    @property
    def play(self) -> ClassPlay:
        """The guide's path played in the story."""
        return self.reading.play

    @property
    def spans(self) -> NodePlaces:
        """Where everything stands."""
        return self.reading.spans

    @property
    def source(self) -> SourceText | None:
        """The file as it was written."""
        return self.reading.source

    @cached_property
    def texts(self) -> tuple[FoundText, ...]:
        """The texts of the file, without the links of its standards."""
        links = {self.at("standards", index, "url") for index, _ in enumerate(self.values["standards"] or ())}
        return tuple(one for one in self.reading.texts if one.text.span not in links)

    @property
    def is_of_its_story(self) -> bool:
        """Whether it names the story that it is read for, or could not be read there."""
        return self.values["story"] in (None, self.scenario.id)

    def at(self, *steps: str | int) -> Span:
        """Return the span of a value in the file."""
        return self.spans.value(*steps)


def check_story(subject: GuideSubject) -> Iterator[Diagnostic]:
    """The guide is the one of this story."""
    story = subject.values["story"]
    if story is not None and story != subject.scenario.id:
        message = f"This guide belongs to `{shorten(story)}`, and is read for `{subject.scenario.id}`."
        yield find("guide-story", subject.at("story"), message, "Write the id of the story whose lesson this is.")


def check_path(subject: GuideSubject) -> Iterator[Diagnostic]:
    """The path takes every choice on the way, and reaches an ending."""
    path = subject.values["path"]
    if path is None or None in path or subject.play.is_whole or not subject.is_of_its_story:
        return
    step = subject.play.step
    is_missing = step >= len(path)
    where = subject.spans.key("path") if is_missing else subject.at("path", step)
    message = f"The class's way does not lead to an ending: {subject.play.problem}."
    yield find("guide-path", where, message, _way_on(subject, is_missing))


def _way_on(subject: GuideSubject, is_missing: bool) -> str:
    """Say what may stand in the path where it stops fitting."""
    scenario, state = subject.scenario, subject.play.state
    choice, rehearse = state.open_choice(scenario), state.open_rehearse(scenario)
    if choice is not None:
        ids = [option.id for option in choice.options if option.id not in state.tried]
        entry = "" if is_missing else str(subject.values["path"][subject.play.step])
        return f"Add one of: {', '.join(ids)}." if is_missing else name_or_list(entry, ids)
    if rehearse is not None:
        roles = roles_open(scenario, state)
        return f"Write the adult and the sentence, as {roles[0] if roles else 'teacher'}/1."
    return "Take the rest out." if not is_missing else "Check the story first: looktwice check."


def check_votes(subject: GuideSubject) -> Iterator[Diagnostic]:
    """Votes are judged messages on the way, and about half of them are fine where the story shows signs."""
    scenario = subject.scenario
    messages: list[Message] = []
    seen: set[Place] = set()
    for index, text in enumerate(subject.values["votes"] or () if subject.is_of_its_story else ()):
        if text is None:
            continue
        place = yield from _check_place(subject, text, "vote", ("votes", index))
        if place in seen and text not in subject.values["votes"][:index]:
            # The same in the same words is found where the list is read.
            yield find("repeated-entry", subject.at("votes", index), "This message is voted on already.", "Keep one.")
        if place is not None:
            seen.add(place)
        beat = scenario.beat_at(place) if place is not None else None
        if isinstance(beat, Message):
            messages.append(beat)
    signs = sum(message.is_sign for message in messages)
    fine = sum(message.read == "fine" for message in messages)
    if not scenario.nothing_is_wrong and len(messages) > 2 and 3 * min(signs, fine) < signs + fine:
        message = f"The class votes on {fine} fine messages and {signs} signs; each should be a third of them at least."
        yield find("vote-share", subject.spans.key("votes"), message, "Choose others.")


def check_questions(subject: GuideSubject) -> Iterator[Diagnostic]:
    """Questions during the story stand at judged messages on the way."""
    questions = subject.values["questions"] or {}
    for index, one in enumerate(questions.get("during") or () if subject.is_of_its_story else ()):
        if one is not None and one["at"] is not None:
            yield from _check_place(subject, one["at"], "question", ("questions", "during", index, "at"))


def _check_place(
    subject: GuideSubject, text: str, what: str, steps: tuple[str | int, ...]
) -> Generator[Diagnostic, None, Place | None]:
    """Find what is wrong with a name such as start/1 or start/Good game; return the place that it means."""
    scenario, where = subject.scenario, subject.at(*steps)
    named = split_judged(text)
    if named is None:
        message = f"`{shorten(text)}` names no judged message."
        yield find("guide-place", where, message, _PLACE_HINT)
        return None
    scene, which = named
    if scene not in scenario.scenes:
        message = f"There is no scene `{shorten(scene)}` in this story."
        yield find("guide-place", where, message, name_or_list(scene, scenario.scenes))
        return None
    judged = find_judged(scenario, scene, which)
    if isinstance(judged, NotFound):
        yield find("guide-place", where, judged.message, judged.hint)
        return None
    place = judged_places(scenario)[judged]
    if not subject.play.is_whole:
        return place
    if place not in {shown for shown, _ in subject.play.state.messages(scenario)}:
        message = f"The class's way does not lead to this {what}: it never enters `{scene}`."
        hint = f"Its way goes through: {', '.join(subject.play.state.path)}."
        yield find("guide-place", where, message, hint)
        return None
    return place


def check_minutes(subject: GuideSubject) -> Iterator[Diagnostic]:
    """The steps add up to the lesson."""
    plan, minutes = subject.values["plan"], subject.values["minutes"]
    if not plan or minutes is None or any(one is None or one["minutes"] is None for one in plan):
        return
    total = sum(one["minutes"] for one in plan)
    if total != int(minutes):
        message = f"The steps of the plan add up to {total} minutes, and the lesson has {minutes}."
        yield find("guide-minutes", subject.at("minutes"), message, _MINUTES_HINT)


def check_order(subject: GuideSubject) -> Iterator[Diagnostic]:
    """The ground rules come first and the calm close last."""
    plan = subject.values["plan"] or ()
    for index, part, what in (
        (0, "ground_rules", "begins with the ground rules"),
        (-1, "close", "ends with the close"),
    ):
        if not plan or plan[index] is None or plan[index]["part"] in (None, part):
            continue
        at = index % len(plan)
        message = f"A lesson {what}; this one has `{plan[index]['part']}` there."
        hint = f"Make a step with `part: {part}` the {'first' if index == 0 else 'last'} one."
        yield find("guide-order", subject.at("plan", at, "part"), message, hint)


def check_should_have(subject: GuideSubject) -> Iterator[Diagnostic]:
    """No question asks what a child should have done (B3)."""
    unsafe = [person for person in subject.scenario.people.values() if person.facts.unsafe]
    names = {name.casefold() for person in unsafe for name in (person.id, person.name, person.short_name)}
    for text, steps in _asked(subject.values):
        folded = text.replace("\u2019", "'")
        matches = (*_SHOULD_AHEAD.finditer(folded), *_SHOULD_BEHIND.finditer(folded))
        for match in matches:
            who = match.group(1).casefold()
            if _ADULT.search(who) or any(re.search(rf"\b{re.escape(name)}\b", who) for name in names):
                continue
            hint = 'Ask "What did the other person do that was not OK?" or "What can they do now?"'
            message = f"`{shorten(match.group())}` asks what somebody should have done."
            yield find("should-have", subject.at(*steps), message, hint)
            break


def _asked(values: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Everything that a class is asked or told to do, with its place."""
    questions = values["questions"] or {}
    for part in ("before", "after"):
        for index, text in enumerate(questions.get(part) or ()):
            if text is not None:
                yield text, ("questions", part, index)
    for index, one in enumerate(questions.get("during") or ()):
        if one is not None and one["ask"] is not None:
            yield one["ask"], ("questions", "during", index, "ask")
    for key in ("home", "extension"):
        if values[key] is not None:
            yield values[key], (key,)


def check_standards(subject: GuideSubject) -> Iterator[Diagnostic]:
    """Say which codes will not be printed (F8)."""
    for index, one in enumerate(subject.values["standards"] or ()):
        absent = [key for key in ("url", "verified_on") if not subject.spans.has("standards", index, key)]
        if one is None or not one["code"] or not absent:
            continue
        missing = " and ".join(f"`{key}`" for key in absent)
        message = f"The code {shorten(one['code'])} will not be printed: {missing} missing."
        hint = "Read it on the official page, then write down where and when."
        yield find("standard-unverified", subject.at("standards", index, "code"), message, hint)


def check_lengths(subject: GuideSubject) -> Iterator[Diagnostic]:
    """What pupils read keeps to the word cap of the band (D3)."""
    band = subject.scenario.band
    yield from find_long_lines(subject.texts, subject.source, WORD_CAPS[band], f"for the band {band}")


GUIDE_CHECKS: tuple[CheckOf[GuideSubject], ...] = (
    check_story,
    check_path,
    check_votes,
    check_questions,
    check_minutes,
    check_order,
    check_should_have,
    check_standards,
    check_invisible_characters,
    check_contacts,
    check_lengths,
)


def check_guide(reading: GuideReading) -> tuple[Diagnostic, ...]:
    """Return every finding about a guide that was read, those of its reading included, in file order."""
    if reading.values is None:
        return reading.diagnostics
    found = list(run_checks(GUIDE_CHECKS, GuideSubject(reading, reading.values)))
    asked_what_should_have = {one.span for one in found if one.slug == "should-have"}
    found += check_words(guide_speech(reading, reading.values, asked_what_should_have))
    return with_snippets([*reading.diagnostics, *found], reading.path, reading.lines)
