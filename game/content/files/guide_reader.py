"""Reads the guide of a lesson, guide.yaml beside a story, and finds what would fail in a class."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from game.content.files.file_speech import guide_speech
from game.content.files.guide_checks import GuideSubject, check_guide
from game.content.files.guide_fields import GUIDE
from game.content.files.play_messages import find_judged
from game.content.format.diagnostics import Diagnostic, with_snippets
from game.content.format.field_reader import FieldReader
from game.content.format.node_places import NodePlaces
from game.content.format.yaml_nodes import read_yaml
from game.content.story_files import GUIDE_FILE
from game.content.words.rules import check_words
from game.resources import data_folder
from game.story.class_play import judged_places, play_path, split_judged
from game.story.guide import DuringQuestion, Guide, JudgedPlace, LessonMinutes, PlanStep, Questions, Standard, Term
from game.story.model import Place, Scenario


def guide_file(story: str, folder: Path | None = None) -> Path | None:
    """Return where the guide of a story lies: in the story's folder, else in the shipped story's; None without one."""
    folders = (*(() if folder is None else (folder,)), data_folder("scenarios") / story)
    return next((file for one in folders if (file := one / GUIDE_FILE).is_file()), None)


def load_guide(path: Path, scenario: Scenario, shown: str | None = None) -> tuple[Guide | None, tuple[Diagnostic, ...]]:
    """Read the guide of a story, and return it with every finding; None where an error stands in it. Never raises.

    `shown` is the name that findings give the file.
    """
    document = read_yaml(path, shown)
    reader = FieldReader(problems=list(document.diagnostics))
    root = document.root
    values = reader.read_record(GUIDE, root, root.span) if root is not None else None
    found = reader.problems
    if values is not None:
        spans = NodePlaces(document.path, root)
        play = play_path(scenario, tuple(one for one in values["path"] or () if one is not None))
        subject = GuideSubject(
            values=values, scenario=scenario, play=play, spans=spans, source=document.source, texts=tuple(reader.texts)
        )
        found += check_guide(subject)
        asked_what_should_have = {one.span for one in found if one.slug == "should-have"}
        found += check_words(guide_speech(subject, asked_what_should_have))
    is_sound = values is not None and not any(one.is_error for one in found)
    guide = _build(values, scenario) if is_sound and values is not None else None
    return guide, with_snippets(found, document.path, document.lines)


def _build(values: Mapping[str, Any], scenario: Scenario) -> Guide:
    """Make the value of what was read without an error; votes come in the order of reading."""
    order = _reading_order(scenario, values["path"])
    aims, questions, support = values["aims"], values["questions"], values["support"]
    during = (DuringQuestion(at=_place(scenario, one["at"]), ask=one["ask"]) for one in questions["during"] or ())
    return Guide(
        story=values["story"],
        path=values["path"],
        minutes=cast("LessonMinutes", int(values["minutes"])),
        plan=tuple(PlanStep(minutes=one["minutes"], part=one["part"], text=one["text"]) for one in values["plan"]),
        votes=tuple(sorted((_place(scenario, one) for one in values["votes"]), key=lambda vote: order[vote])),
        pupil_aims=aims["pupils"],
        teacher_aims=aims["teacher"],
        questions=Questions(before=questions["before"] or (), during=tuple(during), after=questions["after"]),
        unplugged=values["unplugged"],
        for_withdrawn=values["for_withdrawn"],
        extension=values["extension"],
        home=values["home"],
        vocabulary=tuple(Term(one["word"], one["means"]) for one in values["vocabulary"]),
        support=MappingProxyType(dict(support)),
        standards=tuple(
            Standard(
                framework=one["framework"],
                topic=one["topic"],
                edition=one["edition"],
                code=one["code"] or "",
                url=one["url"] or "",
                verified_on=one["verified_on"] or "",
            )
            for one in values["standards"]
        ),
        notes=values["notes"] or (),
    )


def _place(scenario: Scenario, text: str) -> JudgedPlace:
    named = split_judged(text)
    assert named is not None
    judged = find_judged(scenario, *named)
    assert isinstance(judged, JudgedPlace)
    return judged


def _reading_order(scenario: Scenario, path: tuple[str, ...]) -> Mapping[JudgedPlace, int]:
    shown: dict[Place, int] = {}
    for number, (place, _) in enumerate(play_path(scenario, path).state.beats(scenario)):
        shown[place] = number
    return {judged: shown[place] for judged, place in judged_places(scenario).items() if place in shown}
